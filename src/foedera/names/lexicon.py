"""The lexicon: what things are called, and what each name stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from foedera.model.entities import Entity, EntityId
from foedera.names.bodies import Bodies
from foedera.names.choosing import choose_matches
from foedera.names.composing import compose_matches
from foedera.names.folding import fold_name, fold_text
from foedera.names.forms import NameMatch, Surface
from foedera.names.instruments import Instruments
from foedera.names.layers import Layer, build_layer
from foedera.names.learning import learn_surfaces
from foedera.names.lookup import Lookup
from foedera.names.spelling import Spelling
from foedera.names.tables import combining_forms, demonym_of, read_entities, read_surfaces


class Shared:
    """What every copy of a lexicon has in common: the names that ship with the program, and what finds them."""

    def __init__(self, entities: Mapping[EntityId, Entity], surfaces: Iterable[Surface]) -> None:
        self.entities = dict(entities)
        self.surfaces = tuple(surfaces)
        self.layer = build_layer(self.surfaces)
        self.combining = combining_forms()
        self.instruments = Instruments(self.entities)
        self.bodies = Bodies(self.entities.values(), {id_: demonym_of(id_) or "" for id_ in self.combining_states()})

    def combining_states(self) -> tuple[EntityId, ...]:
        """The states and bodies that have an adjective."""
        return tuple(entity_id for entity_id in self.entities if demonym_of(entity_id))

    @cached_property
    def spelling(self) -> Spelling:
        """Made when the first text is matched: nothing else needs it."""
        return Spelling(self.surfaces)

    @cached_property
    def lookup(self) -> Lookup:
        """Made when the first name is looked up."""
        return Lookup(self.entities, self.surfaces, self.instruments)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names and what they stand for. A lexicon never changes; `learn` gives a copy that knows more."""

    shared: Shared
    learnt: tuple[Surface, ...] = ()
    learnt_layer: Layer | None = None
    named: frozenset[EntityId] = field(default=frozenset())

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with this id; None if the lexicon does not know it."""
        known = self.shared.entities.get(EntityId(entity_id))
        if known is not None:
            return known
        for surface in self.learnt:
            if surface.entity.id == entity_id:
                return surface.entity
        return self.shared.bodies.by_id(EntityId(entity_id))

    def entities(self) -> tuple[Entity, ...]:
        """Every entity, in the order of the tables, learnt ones last."""
        learnt = {surface.entity.id: surface.entity for surface in self.learnt}
        return tuple({**learnt, **self.shared.entities}.values()) if learnt else tuple(self.shared.entities.values())

    def match(self, text: str) -> tuple[NameMatch, ...]:
        """The known names in `text`, in text order; none overlap, and the longer of two wins.

        Best called on a whole document: a surname, a ship's bare name or an ordinary word that is a name too counts
        only where the text names the thing fully somewhere, and an ambiguous name follows what else is named.
        """
        folded = fold_text(text)
        # What the text itself defines comes first: of two hits at one place the earlier in the list is kept.
        hits = [] if self.learnt_layer is None else list(self.learnt_layer.hits(text, folded))
        hits += self.shared.layer.hits(text, folded)
        chosen = choose_matches(text, hits, self.named, self.shared.entities)
        composed = compose_matches(text, chosen, self.shared)
        slips = list(self.shared.spelling.matches(text, composed))
        if slips:
            composed = [match for match in composed if not any(_lies_in(match, slip) for slip in slips)] + slips
            composed.sort(key=lambda match: match.start)
        return tuple(composed)

    def learn(self, text: str) -> Lexicon:
        """A copy that also knows the acronyms and short names that `text` introduces, and whom it names fully."""
        matches = self.match(text)
        surfaces = learn_surfaces(text, matches, self._only)
        named = self.named | {match.entity.id for match in matches}
        learnt = tuple(dict.fromkeys((*self.learnt, *surfaces)))
        layer = build_layer(learnt) if learnt else None
        return replace(self, learnt=learnt, learnt_layer=layer, named=named)

    def resolve(self, name: str) -> tuple[Entity, ...]:
        """What a name that a person wrote can stand for; several if it is ambiguous, empty if nothing is called so.

        An id, a full name, an acronym, an adjective ("Japanese") or a short form such as "EU Japan SPA", in any case.
        """
        folded = fold_name(name)
        own = {
            surface.entity.id: surface.entity for surface in self.learnt if folded and fold_name(surface.text) == folded
        }
        return tuple(own.values()) or self.shared.lookup.resolve(name)

    def nearest(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Names of known entities that look most like `name`, the nearest first."""
        return self.shared.lookup.nearest(name, limit)

    def instruments_named(self, name: str, parties: frozenset[EntityId] = frozenset()) -> tuple[Entity, ...]:
        """The known agreements that `name` can mean among `parties`, the likeliest first; empty if none fits.

        `name` may be a type's ("Reciprocal Access Agreement", "ACSA") or an agreement's own.
        """
        return self.shared.instruments.named(name, parties)

    def parties_of(self, instrument: EntityId) -> frozenset[EntityId]:
        """The parties of a known agreement; empty for a type of agreement or one that is not known."""
        return self.shared.instruments.parties_of(instrument)

    def _only(self, name: str) -> Entity | None:
        found = self.shared.lookup.exact(name)
        return found[0] if len(found) == 1 else None


def _lies_in(match: NameMatch, other: NameMatch) -> bool:
    return other.start <= match.start and match.end <= other.end


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the tables that ship with the program; the same object on every call."""
    entities = read_entities()
    return Lexicon(Shared(entities, read_surfaces(entities)))
