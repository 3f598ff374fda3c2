"""How a change was made before, and how long it took."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from foedera.answers.agreements import instrument_types, table_parties
from foedera.answers.life import Happened, event_of
from foedera.answers.remembering import remembering
from foedera.answers.trust import DECIDES_FROM
from foedera.model.entities import EntityId
from foedera.model.kinds import Event, Kind, Modality, Polarity
from foedera.model.possible import Precedent
from foedera.record import ClaimQuery, RecordReader

_CONCLUDE = re.compile(r'conclude\((?P<type>\w+),"(?P<one>[^"]+)","(?P<other>[^"]+)"\)')
_FINISH = re.compile(r'bring_into_force\("(?P<instrument>[^"]+)"\)')
_BEGINS = (Event.PROPOSED, Event.NEGOTIATING)
_ENDS = (Event.IN_FORCE, Event.PROVISIONALLY_APPLIED, Event.SIGNED, Event.ADOPTED, Event.ANNOUNCED)
_MOST = 8  # more precedents than these tell a reader nothing new


def done_before(record: RecordReader, change: str, named: Sequence[str], on: date) -> tuple[Precedent, ...]:
    """Instruments by which such a change was made by the end of the day, oldest first.

    `named` are those that a rule names. To conclude an agreement or bring it into force, those of the same type
    that either party concluded are precedents too.
    """
    instruments = list(named)
    concluding = _CONCLUDE.fullmatch(change)
    if concluding:
        instruments += _of_same_type(concluding["type"], {concluding["one"], concluding["other"]})
    finishing = _FINISH.fullmatch(change)
    if finishing and finishing["instrument"] in instrument_types():
        known = finishing["instrument"]
        of_type = _of_same_type(instrument_types()[known], set(table_parties(known)))
        instruments += [each for each in of_type if each != known]
    lives = _lives(record, tuple(EntityId(each) for each in dict.fromkeys(instruments)))
    found = [each for instrument, told in lives.items() if (each := _precedent(record, instrument, told, on))]
    return tuple(precedent for _, precedent in sorted(found, key=lambda pair: (pair[0], pair[1].instrument))[-_MOST:])


def _lives(record: RecordReader, instruments: tuple[EntityId, ...]) -> dict[EntityId, list[Happened]]:
    """What happened in the life of each instrument, earliest first; asked of the record in one go."""
    memory = remembering(record)
    return memory.once(("events", instruments), lambda: _lives_of(memory, instruments)) if instruments else {}


def _lives_of(record: RecordReader, instruments: tuple[EntityId, ...]) -> dict[EntityId, list[Happened]]:
    lives: dict[EntityId, list[Happened]] = {instrument: [] for instrument in instruments}
    query = ClaimQuery(
        kinds=(Kind.INSTRUMENT_EVENT,),
        entities=instruments,
        roles=("instrument",),
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
        min_confidence=DECIDES_FROM,
    )
    for claim in record.claims(query):
        event = event_of(record, claim)
        for filler in claim.fillers("instrument"):
            if event is not None and filler.entity in lives:
                lives[filler.entity].append(event)
    return lives


def _of_same_type(type: str, parties: set[str]) -> Iterable[str]:
    for instrument, its_type in instrument_types().items():
        if its_type == type and parties & set(table_parties(instrument)):
            yield instrument


def _precedent(
    record: RecordReader, instrument: EntityId, life: Sequence[Happened], on: date
) -> tuple[date, Precedent] | None:
    """The steps of an instrument that came to an end by the day; None if it did not."""
    told = [each for each in life if each.last <= on]
    last = next((_first(told, event) for event in _ENDS if _first(told, event)), None)
    entity = record.entity(instrument) if last else None
    if last is None or entity is None:
        return None
    begin = next((_first(told, event) for event in (*_BEGINS, Event.SIGNED) if _first(told, event)), None)
    days = (last.first - begin.first).days if begin and begin is not last and begin.first <= last.first else None
    steps = sorted({(each.first, each.event.value.replace("_", " "), each.when.edtf) for each in told})
    text = f"{entity.name}: {', '.join(f'{event} {when}' for _, event, when in steps)}"
    return last.first, Precedent(instrument, text, days)


def _first(told: Sequence[Happened], event: Event) -> Happened | None:
    return next((each for each in told if each.event is event and each.dated), None)
