"""Which kinds of agreement two actors have, and which usually come next, by what comparable pairs did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median

from foedera.answers.belonging import belonging_to
from foedera.answers.between import instruments_between
from foedera.answers.comparing import Comparable, comparable_partners, partners_in
from foedera.answers.conflicts import told
from foedera.answers.entities import Entities
from foedera.answers.grounds import ground_of
from foedera.answers.life import Happened, lives_of
from foedera.answers.precedents import Concluded, History, Pair, concluded_in, histories_of
from foedera.answers.remembering import remembering
from foedera.answers.status import status_in
from foedera.model.entities import EntityId
from foedera.model.pathways import HeldAgreement, Interval, NextKind, PathwayAnswer, Precedent
from foedera.names.agreements import type_of_agreement
from foedera.record import RecordReader

_DAYS_A_YEAR = 365.25
_NO_STEP = frozenset({"joint_statement"})  # made at any meeting: having none yet opens and closes nothing
_TELLING = 3  # pairs that must have two kinds before their order counts: one or two are chance


def answer_pathway(
    record: RecordReader, one: EntityId, other: EntityId, *, on: date, known_on: date | None = None
) -> PathwayAnswer:
    """The kinds of agreement that `one` and `other` have on the day `on`, and those that come next by precedent.

    Next are the kinds that comparable pairs had concluded by `on` and these two had not. They stand in the order of
    how many pairs have them; where three pairs or more have both of two neighbours, and more of them concluded the
    second before the first, the two change places. Nothing later than `on` is looked at, and no fact of low confidence counts.
    """
    record = remembering(record)
    sides = {side: belonging_to(record, side) for side in (one, other)}
    entities = Entities(record)
    histories = histories_of(record, sides, on, known_on, entities=entities)
    own = histories.get(_pair(one, other), History())
    partners = {side: partners_in(histories, side) - {one, other} for side in (one, other)}
    alike = comparable_partners(entities, one, other, partners[one], partners[other])
    compared = {
        pair: histories[pair]
        for side, group in ((one, alike.of_one), (other, alike.of_other))
        for partner in sorted(group)
        if (pair := _pair(side, partner)) in histories
    }
    held = _held(entities, one, other, on, known_on)
    has = {each.type for each in held if each.concluded is not None}
    kinds = _in_order({kind for history in compared.values() for kind in history.concluded} - has - _NO_STEP, compared)
    return PathwayAnswer(
        one=entities.name(one),
        other=entities.name(other),
        on=on.isoformat(),
        has=held,
        next=tuple(
            NextKind(
                type=kind,
                precedents=_precedents(record, entities, kind, compared),
                intervals=_intervals(kind, [*sorted(has), *kinds[:place]], compared),
                shares=_shares(entities, kind, (one, other), alike, compared),
                under_way=tuple(told(record, each) for each in own.begun.get(kind, ())),
            )
            for place, kind in enumerate(kinds)
        ),
        pairs=len(compared),
        comparable=alike.words,
        untyped=tuple(entity.name for entity in own.untyped),
    )


def _pair(one: EntityId, other: EntityId) -> Pair:
    return (one, other) if one < other else (other, one)


def _held(
    entities: Entities, one: EntityId, other: EntityId, on: date, known_on: date | None
) -> tuple[HeldAgreement, ...]:
    """What stands between the two on the day, by kind, the earliest of each first; without what was not yet told of."""
    lives = lives_of(entities.record, instruments_between(entities.record, (one, other)), known_on)
    found = []
    for instrument, life in lives.items():
        entity = entities[instrument]
        kind = type_of_agreement(entity) if entity else None
        if entity is None or kind is None or not life.by(on).happened:
            continue
        status = status_in(entities, entity, life, on=on, known_on=known_on, conflicts=0)
        done = concluded_in(entities.record, instrument, life, kind, on, known_on)
        when = done.when if done else None
        found.append(HeldAgreement(kind, instrument, status.name, status.status, status.since, when, status.grounds))
    return tuple(
        sorted(found, key=lambda each: (each.type, each.concluded.earliest if each.concluded else date.max, each.name))
    )


def _in_order(kinds: set[str], compared: Mapping[Pair, History]) -> list[str]:
    """The kinds, most common first; neighbours change places while more pairs concluded the second of them first."""
    counts = {kind: sum(kind in history.concluded for history in compared.values()) for kind in kinds}
    ordered = sorted(kinds, key=lambda kind: (-counts[kind], kind))
    for _ in ordered:  # each round settles at least one place, so a circle of preferences ends too
        for place in range(len(ordered) - 1):
            first, second = ordered[place : place + 2]
            order = _interval(second, first, compared)
            if order.pairs >= _TELLING and order.earlier > order.later:
                ordered[place : place + 2] = [second, first]
    return ordered


def _intervals(kind: str, others: Sequence[str], compared: Mapping[Pair, History]) -> tuple[Interval, ...]:
    """How the kind came after each of the others, the most often observed first; without those never seen with it."""
    found = [interval for other in others if (interval := _interval(kind, other, compared)).pairs]
    return tuple(sorted(found, key=lambda interval: (-interval.later, -interval.pairs, interval.after)))


def _interval(kind: str, after: str, compared: Mapping[Pair, History]) -> Interval:
    both = [
        (history.concluded[after].event, history.concluded[kind].event)
        for history in compared.values()
        if kind in history.concluded and after in history.concluded
    ]
    years = [_years(first, second) for first, second in both if first.last < second.first]
    earlier = sum(second.last < first.first for first, second in both)
    return Interval(after, len(both), len(years), earlier, round(median(years), 1) if years else None)


def _years(first: Happened, second: Happened) -> float:
    """Years between two events, each at the middle of the days on which it can have been."""
    middles = [(each.first.toordinal() + each.last.toordinal()) / 2 for each in (first, second)]
    return (middles[1] - middles[0]) / _DAYS_A_YEAR


def _precedents(
    record: RecordReader, entities: Entities, kind: str, compared: Mapping[Pair, History]
) -> tuple[Precedent, ...]:
    """The pairs that have the kind, the earliest first."""
    found: list[tuple[Pair, Concluded]] = [
        (pair, history.concluded[kind]) for pair, history in compared.items() if kind in history.concluded
    ]
    found.sort(key=lambda each: (each[1].event.first, each[0]))
    return tuple(
        Precedent(
            (entities.name(pair[0]), entities.name(pair[1])),
            done.instrument.id,
            done.instrument.name,
            done.event.when,
            ground_of(record, done.event.claim),
        )
        for pair, done in found
    )


def _shares(
    entities: Entities, kind: str, sides: tuple[EntityId, EntityId], alike: Comparable, compared: Mapping[Pair, History]
) -> tuple[tuple[str, int, int], ...]:
    groups = zip(sides, (alike.of_one, alike.of_other), strict=True)
    return tuple(
        (
            entities.name(side),
            sum(
                kind in compared[_pair(side, partner)].concluded
                for partner in group
                if _pair(side, partner) in compared
            ),
            len(group),
        )
        for side, group in groups
    )
