"""What an answer on a pathway is: the kinds of agreement that two have, and those that precedent puts next."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.answers import Ground, Status
from foedera.model.entities import EntityId
from foedera.model.time import Span


@dataclass(frozen=True, slots=True)
class HeldAgreement:
    """An agreement that the two have or are at. `concluded` is None where it was not concluded by the day asked for."""

    type: str
    instrument: EntityId
    name: str
    status: Status
    since: Span | None
    concluded: Span | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Precedent:
    """The first agreement of a kind that a comparable pair concluded."""

    pair: tuple[str, str]
    instrument: EntityId
    name: str
    concluded: Span
    ground: Ground


@dataclass(frozen=True, slots=True)
class Interval:
    """How a kind came after another in the comparable pairs that have both.

    Of `pairs`, `later` concluded it after the other, `earlier` before it; the rest at the same time, or the dates do
    not tell. `median_years` is over those that concluded it later, with one decimal; None if none did.
    """

    after: str
    pairs: int
    later: int
    earlier: int
    median_years: float | None


@dataclass(frozen=True, slots=True)
class NextKind:
    """A kind of agreement that the two have not concluded and comparable pairs have.

    `shares` says for each of the two with how many of its comparable partners it has the kind: (name, with, of).
    `under_way` is what the record tells of the two's own way to it.
    """

    type: str
    precedents: tuple[Precedent, ...]
    intervals: tuple[Interval, ...]
    shares: tuple[tuple[str, int, int], ...]
    under_way: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class PathwayAnswer:
    """The kinds of agreement that two actors have on a day, and those that come next by precedent, likeliest first.

    `comparable` says in words which pairs were compared, `pairs` how many they are. `untyped` are agreements of the
    two whose kind cannot be told.
    """

    one: str
    other: str
    on: str
    has: tuple[HeldAgreement, ...]
    next: tuple[NextKind, ...]
    pairs: int
    comparable: str
    untyped: tuple[str, ...] = ()
