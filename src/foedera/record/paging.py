"""A page of the claims that a query asks for, at a cost that hardly grows with the record.

Where something in the query names few claims (a name, rare words, a document), these are looked up and sorted. Elsewhere
claims are walked in their order along an index and looked at one by one; after so many the page ends, full or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, func, or_, select

from foedera.model.entities import EntityId
from foedera.model.kinds import Kind
from foedera.record import fulltext
from foedera.record.lookups import claims_by_number, conditions_of, end_of
from foedera.record.moments import once
from foedera.record.schema import claims, fillers, readings
from foedera.record.standing import all_merged, is_reviewed, merged_entities
from foedera.record.stretches import Stretch, stretches_of
from foedera.record.values import ClaimPage, ClaimQuery, Order, Place

_FEW = 2_000  # claims that are sorted faster than their like are found along an index
_RARE = 500  # claims of an entity, up to which all are gathered rather than each claim asked whether it names it
_WALKS = 2  # walks for a page that does not fill
_WORDS = 4  # times as long as it takes to look for a name in a claim, it takes to look for words
_WALK = 2_500  # claims looked at in one walk, along all its indexes: some 8 ms in a record of a million


def claims_page(connection: Connection, query: ClaimQuery, after: Place | None, limit: int) -> ClaimPage:
    """At most `limit` claims of a query that come after a place; the query's own limit does not count.

    They come in the order of time (`Order.WHEN`, `Order.NEWEST`), or newest entry first. `after` is what an earlier page gave for the same query.
    """
    few = _few_of(connection, query)
    stretches = stretches_of(query)
    number, *rest = after or (0,)
    begin: Place = tuple(rest)
    numbers: list[int] = []
    place: Place | None = None
    at, walks = int(number), 0
    while at < len(stretches):
        found, end = _walk(connection, query, stretches[at], few, begin, limit - len(numbers))
        numbers += found
        walks += 1
        place = None if end is None else (at, *end)
        if end is not None and (len(numbers) >= limit or walks >= _WALKS):
            break
        at, begin = (at + 1, ()) if end is None else (at, end)
    shown = claims_by_number(connection, numbers, merged_entities(connection))
    return ClaimPage(tuple(shown), place)


def _walk(
    connection: Connection,
    query: ClaimQuery,
    stretch: Stretch,
    few: Select[Any] | None,
    begin: Place,
    limit: int,
) -> tuple[list[int], Place | None]:
    """The numbers of the next claims, and after which key there may be more; None if there is no more.

    Several kinds are walked side by side, each along its index, as far as the slowest of them came.
    """
    if few is not None:
        lanes = [_sorted(connection, query, stretch, few, begin, limit + 1)]
    else:
        kinds = _lanes(connection, query)
        lanes = [_walked(connection, lane, stretch, begin, limit + 1, _steps(query) // len(kinds)) for lane in kinds]
    down = stretch.falling
    rows = sorted((row for found, _ in lanes for row in found), reverse=down) if lanes[1:] else lanes[0][0]
    ends = [end for _, end in lanes if end is not None]
    end = (max(ends) if down else min(ends)) if ends else None
    if lanes[1:] and end is not None:
        rows = [row for row in rows if (row >= end if down else row <= end)]
    if len(rows) > limit:
        end = rows[limit - 1] if limit else begin
    return [int(row[-1]) for row in rows[:limit]], end


def _steps(query: ClaimQuery) -> int:
    return _WALK // _WORDS if query.text else _WALK


def _lanes(connection: Connection, query: ClaimQuery) -> list[ClaimQuery]:
    # Other stores weigh their indexes themselves, and may sort text otherwise than the merging of lanes does.
    if connection.dialect.name != "sqlite" or query.order is Order.RECORDED or len(query.kinds) in (0, len(Kind)):
        return [query]
    return [replace(query, kinds=(kind,)) for kind in query.kinds]


def _sorted(
    connection: Connection, query: ClaimQuery, stretch: Stretch, few: Select[Any], begin: Place, limit: int
) -> tuple[list[Place], Place | None]:
    """The first of the few that the query asks for, and the last of them where there may be more."""
    chosen = stretch.keys().where(claims.c.number.in_(few), *stretch.within(indexed=False), *stretch.between(begin, ()))
    chosen = chosen.where(*conditions_of(connection, replace(query, kinds=())), *_any_kind(query))
    return _fetched(connection, chosen, limit, None)


def _walked(
    connection: Connection, query: ClaimQuery, stretch: Stretch, begin: Place, limit: int, most: int
) -> tuple[list[Place], Place | None]:
    """The first on the way that the query asks for, and how far they were looked for; None if to the end."""
    days = [*_days(query)]
    plain = [*stretch.within(indexed=True), *_one_kind(query), *(days if stretch.dated else ())]
    last = stretch.keys().where(*stretch.between(begin, ()), *plain).offset(most).limit(1)
    end = tuple(connection.execute(last).first() or ())
    chosen = stretch.keys().where(*stretch.between(begin, end), *plain, *days, *_looked_at(connection, query))
    return _fetched(connection, chosen, limit, end or None)


def _fetched(
    connection: Connection, chosen: Select[Any], limit: int, end: Place | None
) -> tuple[list[Place], Place | None]:
    chosen = chosen.join(readings, readings.c.number == claims.c.reading).limit(limit)
    rows = [tuple(row) for row in connection.execute(chosen)]
    return rows, rows[-1] if len(rows) == limit else end


def _few_of(connection: Connection, query: ClaimQuery) -> Select[Any] | None:
    """What asks for the few claims among which all that are wanted must be; None if nothing in the query names few."""
    sizes = []
    for numbers in _drivers(connection, query):
        counted = select(func.count()).select_from(numbers.limit(_FEW + 1).subquery())
        sizes.append((int(connection.execute(counted).scalar_one()), numbers))
    size, fewest = min(sizes, key=lambda each: each[0], default=(_FEW + 1, None))
    return fewest if size <= _FEW else None


def _drivers(connection: Connection, query: ClaimQuery) -> Iterator[Select[Any]]:
    for group in _groups(connection, query):
        yield select(fillers.c.claim).where(fillers.c.entity.in_(group))
    if query.text:
        yield fulltext.numbers_with(connection, query.text)
    if query.documents:
        said = select(claims.c.number).join(readings, readings.c.number == claims.c.reading)
        yield said.where(readings.c.material.in_(query.documents))
    if query.reviewed:
        yield select(claims.c.number).where(is_reviewed(end_of(query.known_on) if query.known_on else None))


def _groups(connection: Connection, query: ClaimQuery) -> tuple[tuple[EntityId, ...], ...]:
    merged = merged_entities(connection)
    return tuple(all_merged(merged, group) for group in (query.entities, *query.between) if group)


def _one_kind(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    """A single kind has an index in the order of time."""
    if len(query.kinds) == 1 and query.order is not Order.RECORDED:
        yield claims.c.kind == query.kinds[0].value


def _any_kind(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    """The same for several kinds or where few claims are sorted: no index of kinds may tempt the store's planner."""
    if query.kinds:
        yield claims.c.kind.concat("").in_([kind.value for kind in query.kinds])


def _days(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    """The days are in the index: what lies outside them does not count as looked at."""
    if query.earliest:
        yield claims.c.latest >= query.earliest.isoformat()
    if query.latest:
        yield claims.c.earliest <= query.latest.isoformat()


def _looked_at(connection: Connection, query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    """What is asked of each claim on the way: names are looked for at the claim, not the claim among those of a name."""
    elsewhere = replace(query, kinds=(), entities=(), between=(), earliest=None, latest=None, text="")
    yield from conditions_of(connection, elsewhere)
    if query.text:
        yield fulltext.claim_has(connection, query.text)
    if not any(True for _ in _one_kind(query)):
        yield from _any_kind(query)
    for group in _groups(connection, query):
        yield _names_one_of(connection, group, query.roles)


def _names_one_of(connection: Connection, group: tuple[EntityId, ...], roles: Sequence[str]) -> ColumnElement[bool]:
    """The condition that a claim names one of these: asked of each claim for frequent ones, gathered for the rest."""
    frequent = _frequent_of(connection, group)
    rare = [entity for entity in group if entity not in frequent]
    own = exists().where(fillers.c.claim == claims.c.number, fillers.c.entity.in_(frequent))
    gathered = select(fillers.c.claim).where(fillers.c.entity.in_(rare))
    if roles:
        own, gathered = own.where(fillers.c.role.in_(roles)), gathered.where(fillers.c.role.in_(roles))
    return or_(*([own] if frequent else []), *([claims.c.number.in_(gathered)] if rare else []))


_MANY = select(fillers.c.claim).where(fillers.c.entity == bindparam("entity")).offset(_RARE).limit(1)


def _frequent_of(connection: Connection, group: tuple[EntityId, ...]) -> frozenset[EntityId]:
    """Which of these many claims name; looked up once, since a state has a hundred ships."""

    def look_up() -> frozenset[EntityId]:
        return frozenset(entity for entity in group if connection.execute(_MANY, {"entity": entity}).first())

    return once(connection, ("frequent", group), look_up)
