"""What was done, each thing once, however many sources tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foedera.model.claims import Claim
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
    for claim in activities:
        if claim.when is None or claim.when.is_open:
            continue
        same = next((group for group in groups if _same(group[0], claim)), None)
        if same is None:
            groups.append([claim])
        else:
            same.append(claim)
    return tuple(Deed(tuple(group)) for group in groups)


def _same(one: Claim, other: Claim) -> bool:
    if one.word("type") != other.word("type") or one.when is None or other.when is None:
        return False
    if one.when.is_day and one.when.edtf == other.when.edtf:
        return True
    names = {filler.entity for filler in one.fillers("name")} & {filler.entity for filler in other.fillers("name")}
    return bool(names - {None}) and one.when.earliest <= other.when.latest and other.when.earliest <= one.when.latest
