"""What a name found by its form is, and which of two overlapping ones is kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from foedera.model import EntityKind


class Reading(StrEnum):
    """How sure the form alone makes us: the order is the precedence where two patterns overlap."""

    NAMED = "named"  # the form itself says what it is: "HMS Trent", "Treaty of Aachen"
    GENERIC = "generic"  # a common noun that may stand for a thing: "security agreement", "frigates"
    GUESSED = "guessed"  # only the words beside it say so: "in Suva", "Jane Doe said"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text that belongs to a name: `role` says as what ("office", "state", "pennant", "head")."""

    role: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A name recognised by its form, without article and without what only describes it.

    `text` is the text from `start` to `end`. `parts` lie inside it or beside it: the office before
    a person's name, the type of a ship, the acronym in brackets after an institute.
    """

    start: int
    end: int
    text: str
    kind: EntityKind
    parts: tuple[Part, ...] = ()
    reading: Reading = Reading.NAMED

    @property
    def generic(self) -> bool:
        """Whether it is a common noun and no name."""
        return self.reading is Reading.GENERIC

    def part(self, role: str) -> Part | None:
        """The first part with this role, or None."""
        return next((part for part in self.parts if part.role == role), None)


# Where reading and length are equal, the sort that is more particular wins.
_KIND_ORDER = (
    EntityKind.VESSEL,
    EntityKind.INSTRUMENT,
    EntityKind.EVENT,
    EntityKind.OPERATION,
    EntityKind.PROGRAMME,
    EntityKind.EQUIPMENT,
    EntityKind.FORCE,
    EntityKind.UNIT,
    EntityKind.AGENCY,
    EntityKind.INSTITUTION,
    EntityKind.CENTRE,
    EntityKind.COMPANY,
    EntityKind.PERSON,
    EntityKind.PLACE,
)
_RANK = {kind: rank for rank, kind in enumerate(_KIND_ORDER)}
_READING_RANK = {reading: rank for rank, reading in enumerate(Reading)}


def resolve_overlaps(patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """Patterns in text order, no two of which share a character.

    Of two that do, a named one beats a generic one and that a guessed one; then the longer wins,
    then the more particular sort, then the earlier.
    """
    kept: list[Pattern] = []
    cluster: list[Pattern] = []
    reach = -1
    for pattern in sorted(patterns, key=lambda pattern: (pattern.start, pattern.end)):
        if pattern.start >= reach and cluster:
            kept.extend(_best_of(cluster))
            cluster = []
        cluster.append(pattern)
        reach = max(reach, pattern.end)
    kept.extend(_best_of(cluster))
    return tuple(kept)


def _best_of(cluster: list[Pattern]) -> list[Pattern]:
    if len(cluster) < 2:
        return cluster
    chosen: list[Pattern] = []  # in text order throughout, so that only two neighbours need a look
    for pattern in sorted(cluster, key=_precedence):
        at = bisect_right(chosen, pattern.start, key=lambda other: other.start)
        free_before = at == 0 or chosen[at - 1].end <= pattern.start
        if free_before and (at == len(chosen) or pattern.end <= chosen[at].start):
            chosen.insert(at, pattern)
    return chosen


def _precedence(pattern: Pattern) -> tuple[int, int, int, int]:
    length = pattern.end - pattern.start
    return (_READING_RANK[pattern.reading], -length, _RANK.get(pattern.kind, len(_RANK)), pattern.start)
