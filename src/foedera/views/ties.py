"""Whom and what a claim ties together: those who act with what they act in, or with each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from foedera.model.claims import Claim, Filler
from foedera.model.kinds import Kind

# Kind -> the role of those who act, and the role of what ties them together. Where a claim does not fill the second,
# those who act are tied to each other, each with each.
TIES = {
    Kind.INSTRUMENT_EVENT: ("party", "instrument"),
    Kind.COMMITMENT: ("party", "instrument"),
    Kind.ACTIVITY: ("participant", "name"),
    Kind.PARTICIPATION: ("actor", "in"),
    Kind.CAPABILITY: ("actor", "system"),
    Kind.ASSESSMENT: ("assessor", "target"),
    Kind.AFFILIATION: ("member", "of"),
}


def ties_of(claim: Claim) -> Iterator[tuple[Filler, Filler]]:
    """The pairs of entities that a claim ties, each pair once; none for a claim that ties no two entities."""
    if claim.kind not in TIES:
        return
    acting, tied = TIES[claim.kind]
    actors = _named(claim, acting)
    things = _named(claim, tied)
    pairs = [(actor, thing) for actor in actors for thing in things] if things else combinations(actors, 2)
    yield from ((one, other) for one, other in pairs if one.entity != other.entity)


def _named(claim: Claim, role: str) -> list[Filler]:
    return list({filler.entity: filler for filler in claim.fillers(role) if filler.entity}.values())
