"""Which pairs of actors may be compared with a pair: their partners of the same standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from foedera.answers.entities import Entities
from foedera.model.entities import EntityId

# With fewer pairs than these a median says little, and all partners are better than two.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Comparable:
    """The partners of each of two actors that are like the other, and how they were found, in words."""

    of_one: frozenset[EntityId]
    of_other: frozenset[EntityId]
    words: str


def comparable_partners(
    entities: Entities,
    one: EntityId,
    other: EntityId,
    partners_of_one: Collection[EntityId],
    partners_of_other: Collection[EntityId],
) -> Comparable:
    """The partners of `one` that are like `other`, and those of `other` that are like `one`.

    A partner is like a bloc if it is its member, and like a state or a bloc if it is in (or is) a bloc in which that
    state, or at least half of that bloc's members, takes part. Blocs that hold more than half of all partners (the
    United Nations) tell nobody apart and do not count. Where too few are alike, all partners are compared.
    """
    partners = {*partners_of_one, *partners_of_other} - {one, other}
    entities.load({*partners, one, other})
    blocs = {partner: entities.blocs(partner) for partner in partners}
    counted = Counter(bloc for found in blocs.values() for bloc in found)
    common = {bloc for bloc, count in counted.items() if count * 2 > len(partners)}
    alike_other = _alike(entities, other, blocs, common)
    alike_one = _alike(entities, one, blocs, common)
    of_one = frozenset(partner for partner in partners_of_one if partner in alike_other)
    of_other = frozenset(partner for partner in partners_of_other if partner in alike_one)
    name_one, name_other = entities.name(one), entities.name(other)
    if len(of_one) + len(of_other) >= _ENOUGH:
        words = (
            f"{name_one} with {len(of_one)} partners like {name_other}, and "
            f"{name_other} with {len(of_other)} partners like {name_one} (by common blocs)"
        )
        return Comparable(of_one, of_other, words)
    every_one, every_other = frozenset(partners_of_one) - {other}, frozenset(partners_of_other) - {one}
    words = (
        f"all partners, as too few are alike: {name_one} with {len(every_one)}, {name_other} with {len(every_other)}"
    )
    return Comparable(every_one, every_other, words)


def _alike(
    entities: Entities, actor: EntityId, blocs: dict[EntityId, frozenset[EntityId]], common: set[EntityId]
) -> set[EntityId]:
    members = [partner for partner, found in blocs.items() if actor in found]
    shared = set(entities.blocs(actor))
    counted = Counter(bloc for member in members for bloc in blocs[member])
    shared |= {bloc for bloc, count in counted.items() if count * 2 >= len(members)}
    telling = (shared - common) | {actor}
    return {partner for partner, found in blocs.items() if found & telling or partner in telling} - {actor}


def partners_in(pairs: Iterable[tuple[EntityId, EntityId]], actor: EntityId) -> frozenset[EntityId]:
    """Those with whom an actor makes a pair."""
    return frozenset(second if first == actor else first for first, second in pairs if actor in (first, second))
