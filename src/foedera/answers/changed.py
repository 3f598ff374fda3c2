"""What changed in a period: in the world, in what the record knows of it, and in the answers that follow from both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from foedera.answers.belonging import belonging_to
from foedera.answers.between import instruments_between
from foedera.answers.entities import Entities
from foedera.answers.grounds import ground_of
from foedera.answers.life import days_of, lives_of
from foedera.answers.status import status_in
from foedera.model.answers import Ground, StatusAnswer
from foedera.model.changes import ChangesAnswer, Happening, Learned, Learning, StatusChange
from foedera.model.claims import Claim, ClaimId
from foedera.model.entities import EntityId, EntityKind
from foedera.model.errors import UsageWrong
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.record import ClaimQuery, RecordReader

# What happens. Offices, remarks, quantities and judgements are said on a day; they change the world on none.
HAPPENINGS = (Kind.INSTRUMENT_EVENT, Kind.ACTIVITY, Kind.PARTICIPATION, Kind.CAPABILITY)
Groups = tuple[tuple[EntityId, ...], ...]


def answer_changed(
    record: RecordReader, first: date, last: date, *, between: Sequence[EntityId] = (), known: bool = False
) -> ChangesAnswer:
    """What changed from `first` to `last`, both included, between two actors or at all.

    In the world: what is said to have begun then, and the instruments whose status is another at the end of `last`
    than before `first`, each with the claims that say why. With `known` also what the record learned or gave up in
    those days, what was decided about claims, and the statuses on `last` that are others by it. What has no date is
    no happening of any period. Raises UsageWrong if the period ends before it begins.
    """
    if last < first:
        raise UsageWrong(f"the period ends ({last}) before it begins ({first}).", mend="Give the earlier day first.")
    entities = Entities(record)
    groups: Groups = tuple(belonging_to(record, actor) for actor in between)
    happened = tuple(_happenings(record, first, last, groups))
    learned = tuple(_learned(record, first, last, groups)) if known else None
    return ChangesAnswer(
        first=first.isoformat(),
        last=last.isoformat(),
        between=tuple(entities.name(actor) for actor in between),
        happened=happened,
        statuses=_in_world(entities, first, last, _instruments(record, first, last, between)),
        learned=learned,
        known_statuses=_in_knowledge(entities, first, last, learned) if learned is not None else None,
    )


def _happenings(record: RecordReader, first: date, last: date, groups: Groups) -> Iterable[Happening]:
    query = ClaimQuery(
        kinds=HAPPENINGS,
        between=groups,
        earliest=first,
        latest=last,
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
    )
    for claim in record.claims(query):
        if claim.when is not None:
            begin, end, _ = days_of(claim.when)
            if begin <= last and end >= first:
                yield Happening(claim, claim.when, first <= begin and end <= last, ground_of(record, claim))


def _instruments(record: RecordReader, first: date, last: date, between: Sequence[EntityId]) -> tuple[EntityId, ...]:
    """The instruments whose status may have changed: those between the actors, or those with an event in the days."""
    if between:
        return instruments_between(record, between)
    query = ClaimQuery(kinds=(Kind.INSTRUMENT_EVENT,), earliest=first, latest=last)
    return record.fillers(query, "instrument")


def _in_world(
    entities: Entities, first: date, last: date, instruments: tuple[EntityId, ...]
) -> tuple[StatusChange, ...]:
    entities.load(instruments)
    found = []
    for instrument, life in lives_of(entities.record, instruments).items():
        entity = entities[instrument]
        if entity is not None and entity.kind is EntityKind.INSTRUMENT:
            before = status_in(entities, entity, life, on=_day_before(first), conflicts=0)
            after = status_in(entities, entity, life, on=last, conflicts=0)
            found.append((before, after))
    return _changes(found)


def _in_knowledge(entities: Entities, first: date, last: date, learned: Sequence[Learned]) -> tuple[StatusChange, ...]:
    """The statuses on the last day that are others by what was learned or given up in the period."""
    told = {
        filler.entity
        for each in learned
        if each.what in (Learning.LEARNED, Learning.WITHDRAWN)
        for filler in each.claim.fillers("instrument")
        if each.claim.kind is Kind.INSTRUMENT_EVENT and filler.entity is not None
    }
    entities.load(told)
    then, now = _day_before(first), last
    lives = lives_of(entities.record, told, then), lives_of(entities.record, told, now)
    found = []
    for instrument in sorted(told):
        entity = entities[instrument]
        if entity is not None and entity.kind is EntityKind.INSTRUMENT:
            before = status_in(entities, entity, lives[0][instrument], on=last, known_on=then, conflicts=0)
            found.append(
                (before, status_in(entities, entity, lives[1][instrument], on=last, known_on=now, conflicts=0))
            )
    return _changes(found)


def _changes(pairs: Iterable[tuple[StatusAnswer, StatusAnswer]]) -> tuple[StatusChange, ...]:
    """The pairs in which the status is another, by the day from which it counts."""
    changed = [
        StatusChange(after.instrument, after.name, before.status, after.status, after.since, _because(before, after))
        for before, after in pairs
        if before.status is not after.status
    ]
    return tuple(sorted(changed, key=lambda each: (each.since.earliest if each.since else date.max, each.instrument)))


def _because(before: StatusAnswer, after: StatusAnswer) -> tuple[Ground, ...]:
    """The grounds that are new; where none is, those that fell away."""
    known = {(ground.claim, ground.event) for ground in before.grounds}
    new = tuple(ground for ground in after.grounds if (ground.claim, ground.event) not in known)
    kept = {(ground.claim, ground.event) for ground in after.grounds}
    return (
        new or tuple(ground for ground in before.grounds if (ground.claim, ground.event) not in kept) or after.grounds
    )


def _learned(record: RecordReader, first: date, last: date, groups: Groups) -> Iterable[Learned]:
    """What readings in the period brought and no longer found, and what was decided in it."""
    then = _day_before(first)
    new = _by_id(record.claims(ClaimQuery(between=groups, known_on=last, new_since=then)))
    gone = _by_id(record.claims(ClaimQuery(between=groups, known_on=then, gone_by=last)))
    for what, claims, others in ((Learning.LEARNED, new, gone), (Learning.WITHDRAWN, gone, new)):
        for id, claim in claims.items():
            if id not in others:
                yield Learned(what, claim, claim.extractor, ground_of(record, claim))
    for decision in record.decisions():
        at = decision.decided_at
        if at is not None and first <= at.date() <= last:
            decided = record.claim(decision.claim)
            if decided is not None and _is_between(decided, groups):
                yield Learned(Learning(decision.verdict.value), decided, decision.who, ground_of(record, decided))


def _by_id(claims: Iterable[Claim]) -> dict[ClaimId, Claim]:
    return {claim.id: claim for claim in claims}


def _is_between(claim: Claim, groups: Groups) -> bool:
    named = {filler.entity for fillers in claim.roles.values() for filler in fillers}
    return all(named & set(group) for group in groups)


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day
