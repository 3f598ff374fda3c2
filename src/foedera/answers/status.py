"""Where an instrument stands on a day, from the events of its life that the record holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from foedera.answers.between import instruments_between
from foedera.answers.conflicts import conflict_of, disputes_in, told
from foedera.answers.deciding import RANK, Standing, by_trust, decide, same_time
from foedera.answers.entities import Entities
from foedera.answers.life import Happened, Life, life_of, lives_of
from foedera.answers.parties import all_concerned, of_party, of_the_whole, parties_of
from foedera.answers.remembering import remembering
from foedera.model.answers import Ground, PartyStatus, Status, StatusAnswer
from foedera.model.entities import Entity, EntityId
from foedera.model.errors import InstrumentUnknown
from foedera.model.kinds import Event
from foedera.model.time import Span
from foedera.names import load_lexicon
from foedera.names.agreements import type_of_agreement
from foedera.record import RecordReader


def answer_status(
    record: RecordReader, instrument: EntityId, *, on: date, known_on: date | None = None, conflicts: int | None = None
) -> StatusAnswer:
    """The status of `instrument` on the day `on`, as known on `known_on` (None: as known now).

    Only what is said to have happened counts; what is planned or possible does not. A claim without a date counts
    from the date of its document. Where sources give different dates for one event, the date with the most confidence
    behind it decides and the others are shown as conflicts. `unknown` if nothing is known to have happened by then,
    and if the last event may have been later or rests on a fact of low confidence alone: `missing` then names it.
    Nothing that happened after `on` is looked at. `known_on` is a day of the record itself: what the program brings
    with it was known from the day the record was made. At most so many `conflicts`
    are looked for (None: all of them). Raises InstrumentUnknown if the record lacks the instrument.
    """
    entity = record.entity(instrument)
    if entity is None:
        raise InstrumentUnknown(instrument, load_lexicon().nearest(instrument))
    record = remembering(record)
    life = life_of(record, instrument, known_on)
    return status_in(Entities(record), entity, life, on=on, known_on=known_on, conflicts=conflicts)


def answer_statuses(
    record: RecordReader,
    parties: Sequence[EntityId],
    *,
    on: date,
    known_on: date | None = None,
    conflicts: int | None = None,
) -> tuple[StatusAnswer, ...]:
    """The status of every instrument between `parties`, by kind of agreement, then by the day its status began.

    At most so many `conflicts` of each are told (None: all of them).
    """
    record = remembering(record)
    entities = Entities(record)
    lives = lives_of(record, instruments_between(record, parties), known_on)
    entities.load(lives)
    answers = [
        status_in(entities, entity, life, on=on, known_on=known_on, conflicts=conflicts)
        for instrument, life in lives.items()
        if (entity := entities[instrument]) is not None
    ]
    return tuple(sorted(answers, key=_place))


def status_in(
    entities: Entities,
    instrument: Entity,
    life: Life,
    *,
    on: date,
    known_on: date | None = None,
    conflicts: int | None = None,
) -> StatusAnswer:
    """The status of an instrument whose life was looked up already, as `answer_status` gives it."""
    answer, parties = remembering(entities.record).once(
        ("status", instrument.id, on, known_on), lambda: _status(entities, instrument, life.by(on), on, known_on)
    )
    if conflicts == 0:
        return answer
    disputes = list(disputes_in(life.by(on), parties))
    found = tuple(conflict_of(entities.record, each, parties) for each in disputes[:conflicts])
    return replace(answer, conflicts=found, more_conflicts=len(disputes) - len(found))


def _status(
    entities: Entities, instrument: Entity, life: Life, on: date, known_on: date | None
) -> tuple[StatusAnswer, Mapping[str, str]]:
    """The status, without what sources disagree about, and the parties."""
    record, parties = entities.record, parties_of(entities, life.happened)
    standing = decide(of_the_whole(life.happened, parties, on), on)
    answer = StatusAnswer(
        instrument=instrument.id,
        name=instrument.name,
        parties=tuple(parties.values()),
        status=standing.status,
        since=since(standing),
        on=on.isoformat(),
        grounds=_grounds(record, standing),
        by_party=_by_party(entities, life.happened, parties, standing, on),
        missing=_missing(record, instrument.id, standing, known_on),
        at_least=standing.sure.status if standing.sure else None,
        expected=tuple(told(record, each) for each in _expected(life)),
        type=type_of_agreement(instrument) or "",
        known_on=known_on.isoformat() if known_on else None,
    )
    return answer, parties


def _place(answer: StatusAnswer) -> tuple[str, date, EntityId]:
    return answer.type or "~", answer.since.earliest if answer.since else date.max, answer.instrument


def since(standing: Standing) -> Span | None:
    """When the status began, if a claim with a date says so."""
    first = standing.grounds[0] if standing.grounds and standing.status is not Status.UNKNOWN else None
    return first.when if first and first.dated else None


def _grounds(record: RecordReader, standing: Standing) -> tuple[Ground, ...]:
    return tuple(told(record, each) for each in standing.grounds)


def _by_party(
    entities: Entities, happened: Sequence[Happened], parties: Mapping[str, str], whole: Standing, on: date
) -> tuple[PartyStatus, ...]:
    """Where the instrument stands for each party; empty if that is nowhere else than for the whole."""
    concerned = all_concerned(entities, happened, parties)
    if concerned == dict(parties) and all(not each.parties or each.parties >= parties.keys() for each in happened):
        return ()
    found = {party: decide(of_party(happened, party, parties), on) for party in concerned}
    if all(standing.status is whole.status for standing in found.values()):
        return ()
    return tuple(
        PartyStatus(party, concerned[party], standing.status, since(standing), _grounds(entities.record, standing))
        for party, standing in found.items()
    )


def _expected(life: Life) -> list[Happened]:
    """What was planned by then and of which nothing says that it happened, the best told of each event."""
    done = max((RANK.get(each.event, -1) for each in life.happened), default=-1)
    happened: dict[Event, list[Happened]] = {}
    for each in life.happened:
        happened.setdefault(each.event, []).append(each)
    open_plans = [
        each
        for each in life.planned
        if each.event not in happened and (RANK.get(each.event, -1) > done or each.event is Event.TERMINATED)
    ]
    found: list[Happened] = []
    for group in by_trust(open_plans):
        if not any(each.event is group[0].event and same_time(each, group[0]) for each in found):
            found.append(group[0])
    return found


def _missing(record: RecordReader, instrument: EntityId, standing: Standing, known_on: date | None) -> tuple[str, ...]:
    if standing.status is not Status.UNKNOWN or standing.missing:
        return standing.missing
    unknown_then = known_on is not None and not life_of(record, instrument, known_on).happened
    if unknown_then and life_of(record, instrument).happened:
        return (
            f"On {known_on} the record held nothing about it; what it holds was entered later "
            "(the facts that ship with the program: on the day the record was made).",
        )
    return ("A document that tells of an event in its life by that day; the record has none.",)
