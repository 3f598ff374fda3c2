"""The entities that claims speak of, for the record to keep."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.model.claims import Claim, Filler
from foedera.model.entities import Entity, EntityKind
from foedera.model.kinds import Kind
from foedera.names import load_lexicon

# What an unknown name is, told from the role that it fills.
_KIND_OF_ROLE = {
    (Kind.INSTRUMENT_EVENT, "instrument"): EntityKind.INSTRUMENT,
    (Kind.COMMITMENT, "instrument"): EntityKind.INSTRUMENT,
    (Kind.INSTRUMENT_EVENT, "place"): EntityKind.PLACE,
    (Kind.ACTIVITY, "place"): EntityKind.PLACE,
    (Kind.ACTIVITY, "name"): EntityKind.EVENT,
    (Kind.CAPABILITY, "system"): EntityKind.EQUIPMENT,
    (Kind.PARTICIPATION, "in"): EntityKind.PROGRAMME,
}


def entities_of(claims: Iterable[Claim]) -> tuple[Entity, ...]:
    """Every entity that fills a role, each once, by id. One that the lexicon does not know is an entity of its own."""
    lexicon = load_lexicon()
    found: dict[str, Entity] = {}
    for claim in claims:
        for role, fillers in claim.roles.items():
            for filler in fillers:
                if filler.entity is not None and filler.entity not in found:
                    found[filler.entity] = lexicon.entity(filler.entity) or _new(claim.kind, role, filler)
    return tuple(found[identity] for identity in sorted(found))


def _new(kind: Kind, role: str, filler: Filler) -> Entity:
    assert filler.entity is not None
    return Entity(filler.entity, filler.name or filler.text, _KIND_OF_ROLE.get((kind, role), EntityKind.UNKNOWN))
