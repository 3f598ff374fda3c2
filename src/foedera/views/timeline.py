"""What happened between actors, or in the life of an instrument, in the order of time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from foedera.answers.belonging import belonging_to
from foedera.model.claims import Claim
from foedera.model.entities import EntityId
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.record import ClaimQuery, RecordReader
from foedera.views.sources import show_source
from foedera.views.statements import show_claim

# Offices, labels and what was said happen at no point of a partnership's life unless they are dated; even then they
# crowd out what was done. `kinds` can ask for them.
DEFAULT_KINDS = (Kind.INSTRUMENT_EVENT, Kind.ACTIVITY, Kind.COMMITMENT, Kind.PARTICIPATION, Kind.CAPABILITY)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated claim: when, what in one line, and where it is said."""

    when: Span
    claim: Claim
    line: str
    source: str


def show_timeline(
    record: RecordReader, entities: Collection[EntityId], *, kinds: Collection[Kind] = DEFAULT_KINDS
) -> tuple[TimelineEntry, ...]:
    """The dated claims that involve every one of `entities`, earliest first; claims without a date are left out.

    A state's own bodies count as the state: what the JMSDF did is on Japan's timeline.
    """
    groups = tuple(belonging_to(record, entity) for entity in entities)
    entries = [
        TimelineEntry(claim.when, claim, show_claim(claim), show_source(record, claim))
        for claim in record.claims(ClaimQuery(kinds=tuple(kinds), between=groups))
        if claim.when is not None
    ]
    return tuple(
        sorted(entries, key=lambda entry: (entry.when.earliest, entry.when.latest, entry.claim.kind, entry.claim.id))
    )
