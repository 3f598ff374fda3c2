"""Which proposals say something that the rules have not heard."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.model.claims import Claim, Evidence, Filler
from foedera.model.kinds import Kind

# From here on two claims say the same, wherever they say it: half of what they say (as evaluation counts it, too).
_SAME = 0.5


def unheard(proposed: Sequence[Claim], heard: Sequence[Claim]) -> list[Claim]:
    """The proposals that no claim of the rules stands for.

    Each claim stands for the proposal of its kind that is likest to it and overlaps its evidence, if they share anything; and for all
    that are as good as the same. Measured: without this pairing a third of what is added says the same again (decisions/0061).
    """
    likeness = {
        (p, h): likeness_of(proposal, claim)
        for p, proposal in enumerate(proposed)
        for h, claim in enumerate(heard)
        if proposal.kind is claim.kind
    }
    taken: set[int] = {p for p, proposal in enumerate(proposed) if _counts_again(proposal, heard)}
    standing: set[int] = set()
    for (p, h), alike in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        if alike >= _SAME:
            taken.add(p)
            standing.add(h)
        elif alike > 0 and p not in taken and h not in standing and overlap(proposed[p], heard[h]):
            taken.add(p)
            standing.add(h)
    return [proposal for p, proposal in enumerate(proposed) if p not in taken]


def _counts_again(proposal: Claim, heard: Sequence[Claim]) -> bool:
    """Whether a claim of the rules has the same number of the text for its value: a number measures one thing."""
    return proposal.kind is Kind.MEASURE and any(
        claim.kind is Kind.MEASURE and overlapping(mine, theirs)
        for claim in heard
        for mine in proposal.fillers("value")
        for theirs in claim.fillers("value")
    )


def likeness_of(one: Claim, other: Claim) -> float:
    """How much of what two claims of a kind say is the same, from 0 to 1: the F1 of their fillers."""
    mine = [(role, filler) for role, fillers in one.roles.items() for filler in fillers]
    theirs = [(role, filler) for role, fillers in other.roles.items() for filler in fillers]
    left, shared = list(theirs), 0
    for role, filler in mine:
        same = next((each for each in left if each[0] == role and _is_same(filler, each[1])), None)
        if same is not None:
            left.remove(same)
            shared += 1
    return 2 * shared / (len(mine) + len(theirs))


def _is_same(one: Filler, other: Filler) -> bool:
    """Whether two fillers name one thing, or stand in the same characters."""
    if overlapping(one, other):
        return True
    return (one.entity is not None and one.entity == other.entity) or one.text.casefold() == other.text.casefold()


def overlap(one: Claim, other: Claim) -> bool:
    """Whether some evidence of both lies in the same characters."""
    return any(overlapping(mine, theirs) for mine in one.evidence for theirs in other.evidence)


def overlapping(one: Filler | Evidence, other: Filler | Evidence) -> bool:
    """Whether two pieces of a text share characters; what has no place shares none."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end
