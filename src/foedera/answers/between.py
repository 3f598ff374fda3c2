"""Which instruments stand between actors."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.model.entities import EntityId, EntityKind
from foedera.model.kinds import Kind
from foedera.record import ClaimQuery, RecordReader


def instruments_between(record: RecordReader, parties: Sequence[EntityId]) -> tuple[EntityId, ...]:
    """The instruments of which some claim names all of `parties` as parties, by id."""
    query = ClaimQuery(kinds=(Kind.INSTRUMENT_EVENT,), between=tuple((party,) for party in parties))
    found: set[EntityId] = set()
    for claim in record.claims(query):
        named = {filler.entity for filler in claim.fillers("party")}
        if all(party in named for party in parties):
            found |= {filler.entity for filler in claim.fillers("instrument") if filler.entity}
    return tuple(sorted(found & {entity.id for entity in record.entities() if entity.kind is EntityKind.INSTRUMENT}))
