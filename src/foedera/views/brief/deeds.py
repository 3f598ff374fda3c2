"""What was done, each thing once, however many sources tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foedera.model.claims import Claim
from foedera.model.entities import EntityId
from foedera.model.time import Span

# What officials do; the rest is done by forces.
MEETINGS = frozenset({"dialogue", "summit", "visit", "consultation", "exchange", "exhibition"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done, and every claim that tells of it."""

    claims: tuple[Claim, ...]

    @property
    def claim(self) -> Claim:
        """The claim that tells most of it: the first that names it, or the first."""
        return next((claim for claim in self.claims if claim.fillers("name")), self.claims[0])

    @property
    def when(self) -> Span | None:
        """When it was done."""
        return self.claim.when

    @property
    def type(self) -> str:
        """What sort of activity it is."""
        return self.claim.word("type")


def of_forces(deeds: Iterable[Deed]) -> list[Deed]:
    """What forces did, in the order given: the meetings of officials left out."""
    return [deed for deed in deeds if deed.type not in MEETINGS]


def deeds_of(activities: Iterable[Claim]) -> tuple[Deed, ...]:
    """The dated activities, those told of twice put together: the same type on the same day, or of the same name.

    What is told to go on without an end ("exercises since 2014") is no single deed, and left out.
    """
    groups: list[list[Claim]] = []
    known = _Known()
    for claim in activities:
        if claim.when is None or claim.when.is_open:
            continue
        place = known.place_of(claim, claim.when)
        if place is None:
            known.add(claim, claim.when, len(groups))
            groups.append([claim])
        else:
            groups[place].append(claim)
    return tuple(Deed(tuple(group)) for group in groups)


class _Known:
    """The deeds met so far by what a further claim can share with them; each by its place, the first met counts."""

    def __init__(self) -> None:
        self._of_day: dict[tuple[str, str], int] = {}
        self._of_name: dict[tuple[str, EntityId], list[tuple[Span, int]]] = {}

    def add(self, claim: Claim, when: Span, place: int) -> None:
        """Note the claim that begins a deed."""
        if when.is_day:
            self._of_day.setdefault((claim.word("type"), when.edtf), place)
        for name in _names(claim):
            self._of_name.setdefault((claim.word("type"), name), []).append((when, place))

    def place_of(self, claim: Claim, when: Span) -> int | None:
        """The first deed of the same type that was on the same day, or bears the same name and can be of the same time."""
        type = claim.word("type")
        places = [place for name in _names(claim) if (place := self._named(type, name, when)) is not None]
        of_day = self._of_day.get((type, when.edtf))
        return min(places if of_day is None else [*places, of_day], default=None)

    def _named(self, type: str, name: EntityId, when: Span) -> int | None:
        met = self._of_name.get((type, name), ())
        return next(
            (place for other, place in met if other.earliest <= when.latest and when.earliest <= other.latest), None
        )


def _names(claim: Claim) -> set[EntityId]:
    return {filler.entity for filler in claim.fillers("name") if filler.entity is not None}
