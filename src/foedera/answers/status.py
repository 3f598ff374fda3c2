"""Where an instrument stands on a day, from the events of its life that the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from foedera.model.answers import Conflict, Ground, Status, StatusAnswer
from foedera.model.claims import Claim
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import InstrumentUnknown
from foedera.model.kinds import Event, Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.names import load_lexicon
from foedera.record import ClaimQuery, RecordReader

# How far along its life an event brings an instrument. Ratification by one party does not end provisional
# application (Vienna Convention on the Law of Treaties, Articles 14, 24 and 25), so it ranks below it.
_RANK = {
    Event.PROPOSED: 0,
    Event.NEGOTIATING: 1,
    Event.AGREED: 2,
    Event.ANNOUNCED: 3,
    Event.ADOPTED: 4,
    Event.SIGNED: 5,
    Event.RATIFIED: 6,
    Event.PROVISIONALLY_APPLIED: 7,
    Event.IN_FORCE: 8,
    Event.SUSPENDED: 9,
    Event.TERMINATED: 10,
}
# Changes to an instrument that leave its status as it is.
_CHANGES = frozenset({Event.AMENDED, Event.EXTENDED})
# Events that happen once in an instrument's life: two dates for one of them disagree.
_ONCE = frozenset({Event.SIGNED, Event.PROVISIONALLY_APPLIED, Event.IN_FORCE, Event.TERMINATED, Event.ADOPTED})


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of an instrument's life with the claim that says it and the day from which it counts."""

    event: Event
    claim: Claim
    when: Span
    dated: bool  # False: the claim gives no date and counts from the date of its document


def answer_status(
    record: RecordReader, instrument: EntityId, *, on: date, known_on: date | None = None
) -> StatusAnswer:
    """The status of `instrument` on the day `on`, as known on `known_on` (None: as known now).

    Only what is said to have happened counts; what is planned or possible does not. A claim without a date
    counts from the date of its document. `unknown` if nothing is known to have happened by then. Where
    sources give different dates for one event, the date with the most confidence behind it decides and
    the others are shown as conflicts. Raises InstrumentUnknown if the record does not have the instrument.
    """
    entity = record.entity(instrument)
    if entity is None:
        raise InstrumentUnknown(instrument, load_lexicon().nearest(instrument))
    life = _life_of(record, instrument, known_on)
    by_then = [happened for happened in life if happened.when.earliest <= on]
    decided = _decide(by_then)
    status = Status(decided[0].event.value) if decided else Status.UNKNOWN
    return StatusAnswer(
        instrument=instrument,
        name=entity.name,
        parties=_parties(record, entity, life),
        status=status,
        since=decided[0].when if decided and decided[0].dated else None,
        on=on.isoformat(),
        grounds=tuple(_ground(record, happened) for happened in decided),
        conflicts=tuple(_conflicts(record, by_then)),
    )


def _life_of(record: RecordReader, instrument: EntityId, known_on: date | None) -> list[Happened]:
    query = ClaimQuery(
        kinds=(Kind.INSTRUMENT_EVENT,),
        entities=(instrument,),
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
        known_on=known_on,
    )
    return [
        happened for claim in record.claims(query) if (happened := _happened(record, claim, instrument)) is not None
    ]


def _happened(record: RecordReader, claim: Claim, instrument: EntityId) -> Happened | None:
    if all(filler.entity != instrument for filler in claim.fillers("instrument")):
        return None
    event = Event(claim.word("event"))
    if claim.when is not None:
        return Happened(event, claim, claim.when, dated=True)
    document = record.document(claim.document) if claim.document else None
    if document is None or document.date is None:
        return None
    return Happened(event, claim, document.date, dated=False)


def _decide(happened: Sequence[Happened]) -> list[Happened]:
    """The claims that decide the status, best first: the furthest event, at its most trusted date."""
    moving = [each for each in happened if each.event not in _CHANGES] or list(happened)
    if not moving:
        return []
    furthest = max(_RANK.get(each.event, -1) for each in moving)
    deciding = [each for each in moving if _RANK.get(each.event, -1) == furthest]
    dated = [each for each in deciding if each.dated] or deciding
    best = max(
        _clusters(dated),
        key=lambda cluster: (sum(each.claim.confidence for each in cluster), -cluster[0].when.earliest.toordinal()),
    )
    rest = [each for each in deciding if not each.dated and each not in best]
    return [*sorted(best, key=_most_exact), *rest]


def _most_exact(happened: Happened) -> tuple[int, float, str]:
    return (happened.when.latest - happened.when.earliest).days, -happened.claim.confidence, happened.claim.id


def _clusters(happened: Iterable[Happened]) -> list[list[Happened]]:
    """The events grouped so that dates in one group can mean the same day."""
    groups: list[list[Happened]] = []
    for each in sorted(happened, key=_most_exact):
        for group in groups:
            if _agree(group[0].when, each.when):
                group.append(each)
                break
        else:
            groups.append([each])
    return groups


def _agree(one: Span, other: Span) -> bool:
    """Whether the two can mean the same time; a state that lasts agrees with the day it began."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def _conflicts(record: RecordReader, life: Sequence[Happened]) -> Iterable[Conflict]:
    for event in sorted(_ONCE):
        groups = _clusters(each for each in life if each.event is event and each.dated)
        for other in groups[1:]:
            yield Conflict(
                f"date of “{event.value.replace('_', ' ')}”", _ground(record, groups[0][0]), _ground(record, other[0])
            )


def _ground(record: RecordReader, happened: Happened) -> Ground:
    evidence = happened.claim.evidence[0]
    if evidence.source is not None:
        source = ", ".join(
            part for part in (evidence.source.title, evidence.source.publisher, evidence.source.url) if part
        )
    else:
        document = record.document(evidence.document) if evidence.document else None
        source = (document.facts.title or document.path) if document else "unknown document"
    return Ground(happened.claim.id, happened.event.value, happened.claim.when, source, evidence.quote)


def _parties(record: RecordReader, instrument: Entity, life: Sequence[Happened]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    taken_over = [each for each in life if each.claim.evidence[0].source is not None]
    for each in taken_over or life:
        for filler in each.claim.fillers("party"):
            key = str(filler.entity or filler.text)
            entity = record.entity(filler.entity) if filler.entity else None
            if entity is None or entity.kind is not EntityKind.PERSON:
                names.setdefault(key, entity.name if entity else filler.text)
    return tuple(names[key] for key in sorted(names))
