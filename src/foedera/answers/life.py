"""The life of an instrument: the events that the record tells of it, each with the days on which it can have begun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from foedera.answers.grounds import head_of
from foedera.answers.remembering import remembering
from foedera.model.claims import Claim
from foedera.model.entities import EntityId
from foedera.model.kinds import Event, Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.record import ClaimQuery, RecordReader
from foedera.record.admitting import batches

# What lasts, so that a span with an end says when it ended too.
_LASTING = frozenset({Event.IN_FORCE, Event.PROVISIONALLY_APPLIED, Event.SUSPENDED})


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of an instrument's life with the claim that says it.

    It began on one of the days from `first` to `last`; `over` is the last day on which it can have held, where the
    claim gives an end. `parties` are the entities (or texts) for which it is said; empty: nobody in particular.
    """

    event: Event
    claim: Claim
    when: Span
    first: date
    last: date
    parties: frozenset[str]
    dated: bool = True  # False: the claim gives no date and counts from the date of its document
    over: date | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """What is said to have happened, what was planned, and what is said not to have happened; earliest first."""

    happened: tuple[Happened, ...]
    planned: tuple[Happened, ...]
    denied: tuple[Happened, ...]

    def by(self, day: date) -> Life:
        """The part that can have begun by the end of a day."""
        return Life(*(part[: bisect_right(part, day, key=_first)] for part in self._parts()))

    def _parts(self) -> tuple[tuple[Happened, ...], ...]:
        return self.happened, self.planned, self.denied


def _first(happened: Happened) -> date:
    return happened.first


def life_of(record: RecordReader, instrument: EntityId, known_on: date | None = None) -> Life:
    """All events of an instrument's life, as known on a day (None: as known now). What is merely possible is no event.

    A claim without a date counts from the date of its document; without that either, it is left out.
    """
    return lives_of(record, (instrument,), known_on)[instrument]


def lives_of(
    record: RecordReader, instruments: Collection[EntityId], known_on: date | None = None
) -> dict[EntityId, Life]:
    """The life of each of several instruments, as `life_of` gives it, with one question to the record."""
    memory = remembering(record)
    lives: dict[EntityId, Life | None] = {each: memory.known(("life", each, known_on)) for each in instruments}
    told: dict[EntityId, list[Claim]] = {each: [] for each, life in lives.items() if life is None}
    for some in batches(sorted(told)):
        query = ClaimQuery(
            kinds=(Kind.INSTRUMENT_EVENT,), entities=tuple(some), roles=("instrument",), known_on=known_on
        )
        for claim in memory.claims(query):
            for filler in claim.fillers("instrument"):
                if filler.entity in told:
                    told[filler.entity].append(claim)
    return {
        each: life or memory.keep(("life", each, known_on), _life(memory, told[each])) for each, life in lives.items()
    }


def _life(record: RecordReader, claims: Iterable[Claim]) -> Life:
    happened, planned, denied = [], [], []
    for claim in claims:
        event = event_of(record, claim)
        if event is None or claim.modality is Modality.POSSIBLE:
            continue
        if claim.polarity is Polarity.DENIED:
            denied.append(event)
        elif claim.modality is Modality.PLANNED:
            planned.append(event)
        else:
            happened.append(event)
            happened += ended(event)
    return Life(*(tuple(sorted(part, key=_order)) for part in (happened, planned, denied)))


def _order(happened: Happened) -> tuple[date, date, str, str]:
    return happened.first, happened.last, happened.event, happened.claim.id


def event_of(record: RecordReader, claim: Claim) -> Happened | None:
    """The event that a claim tells of; None where neither claim nor document has a date."""
    event = Event(claim.word("event"))
    parties = frozenset(str(filler.entity or filler.text) for filler in claim.fillers("party"))
    if claim.when is not None:
        first, last, over = days_of(claim.when)
        return Happened(event, claim, claim.when, first, last, parties, over=over if event in _LASTING else None)
    document = head_of(record, claim.document)
    written = document.facts.date if document else None
    if written is None:
        return None
    return Happened(event, claim, written, written.latest, written.latest, parties, dated=False)


def days_of(when: Span) -> tuple[date, date, date | None]:
    """First and last day on which a time can begin, and the last on which it can end; None: it has no known end."""
    begin, slash, end = when.edtf.partition("/")
    if not slash:
        return when.earliest, when.latest, None
    over = when.latest if end not in ("", "..") else None
    if begin in ("", ".."):
        return when.earliest, when.latest, over
    began = Span.parse(begin)
    return began.earliest, began.latest, over


def ended(event: Happened) -> list[Happened]:
    """The end of what was in force from one day to another, as an event of its own; empty if there is none."""
    if event.event is not Event.IN_FORCE or event.over is None or event.over == date.max:
        return []
    day = event.over + timedelta(days=1)
    return [Happened(Event.TERMINATED, event.claim, Span.day(day), day, day, event.parties)]
