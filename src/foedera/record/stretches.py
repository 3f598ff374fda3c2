"""The order of claims, cut into stretches each of which lies along one index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, literal, select, text, tuple_

from foedera.record.schema import LASTING, claims
from foedera.record.values import ClaimQuery, Order, Place


@dataclass(frozen=True, slots=True)
class Stretch:
    """Claims that one index holds in the order wanted.

    `dated`: those with a time, those without, or (None) both. `key`: by what they are sorted; `falling`: downwards.
    `since` and `before` bound the first day. `lasting`: only those that reach into another year.
    """

    dated: bool | None
    key: tuple[ColumnElement[Any], ...]
    falling: bool = False
    since: str = ""
    before: str = ""
    lasting: bool = False

    def keys(self) -> Select[Any]:
        """What asks for keys in order."""
        return select(*self.key).order_by(*(column.desc() if self.falling else column for column in self.key))

    def within(self, *, indexed: bool) -> Iterator[ColumnElement[bool]]:
        """The conditions that claims lie in the stretch; `indexed` if its index is to find them."""
        earliest = claims.c.earliest if indexed else claims.c.earliest.concat("")
        if self.dated is not None:
            yield earliest.is_not(None) if self.dated else earliest.is_(None)
        if self.dated is False and indexed:
            yield claims.c.latest.is_(
                None
            )  # as it must be; told so, the index by kind has them in the order of their ids
        if self.since:
            yield earliest >= self.since
        if self.before:
            yield earliest < self.before
        if self.lasting and indexed:
            yield text(LASTING)  # type: ignore[misc]  # the index's own words: only so does the store know it

    def between(self, begin: Place, end: Place) -> Iterator[ColumnElement[bool]]:
        """The conditions that claims come after `begin` and not after `end`; an empty one asks for nothing."""
        here = tuple_(*self.key)
        if begin:
            yield here < _row(begin) if self.falling else here > _row(begin)
        if end:
            yield here >= _row(end) if self.falling else here <= _row(end)


def _row(values: Place) -> Any:
    return tuple_(*(literal(value) for value in values))


_AS_ENTERED = Stretch(None, (claims.c.number,), falling=True)
_DATED = Stretch(True, (claims.c.earliest, claims.c.latest, claims.c.id, claims.c.number))
_UNDATED = Stretch(False, (claims.c.id, claims.c.number))


def stretches_of(query: ClaimQuery) -> tuple[Stretch, ...]:
    """The stretches in which what a query asks for lies, in its order; `Order.DOCUMENT` is taken as `Order.WHEN`.

    Of what began before the year in which the query begins, only what lasts into another year can reach so far. This is
    little, and has an index of its own: so nobody walks through all the years before.
    """
    if query.order is Order.RECORDED:
        return (_AS_ENTERED,)
    down = query.order is Order.NEWEST
    if query.earliest is None:
        parts = (_DATED,) if query.latest else (_DATED, _UNDATED)
        return tuple(replace(part, falling=down) for part in parts)
    year = f"{query.earliest.year:04}-01-01"
    parts = (replace(_DATED, before=year, lasting=True), replace(_DATED, since=year))
    return tuple(replace(part, falling=down) for part in (reversed(parts) if down else parts))
