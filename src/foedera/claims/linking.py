"""Which agreement a short name means: "the SPA", "the Reciprocal Access Agreement", told by its parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from foedera.claims.drafts import Draft
from foedera.claims.mentions import STATELIKE
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityId
from foedera.names import Lexicon


def link_instrument(draft: Draft, scene: Scene) -> Draft:
    """The draft with its instrument tied to the one known agreement that its name and parties leave.

    The parties are those of the draft; where it names none, the two that the document is about.
    """
    fillers = draft.roles.get("instrument")
    if not fillers:
        return draft
    pair = frozenset(mention.state for mention in scene.discourse.pair if mention.state)
    linked = linked_instrument(fillers[0], draft.roles.get("party", ()), scene.reading.lexicon, pair)
    return draft if linked is fillers[0] else replace(draft, roles={**draft.roles, "instrument": (linked,)})


def linked_instrument(
    instrument: Filler, parties: Iterable[Filler], lexicon: Lexicon, pair: frozenset[EntityId] = frozenset()
) -> Filler:
    """The instrument as the one known agreement of its name between these parties, or between the `pair`.

    A name that fits several agreements, or none, stays an entity of its own: nothing is guessed.
    """
    if _is_known(instrument, lexicon):
        return instrument
    named = _states_of((filler.entity for filler in parties), lexicon)
    for states in (named, named | pair, pair):
        if len(states) < 2:
            continue
        found = lexicon.instruments_named(instrument.name or instrument.text, states)
        if len(found) == 1:
            return replace(instrument, entity=found[0].id, name=found[0].name)
        if found:
            return instrument
    return instrument


def _is_known(filler: Filler, lexicon: Lexicon) -> bool:
    """Whether the filler already names one agreement, and not a type of them."""
    entity = lexicon.entity(filler.entity) if filler.entity else None
    return entity is not None and bool(lexicon.parties_of(entity.id))


def _states_of(entities: Iterable[EntityId | None], lexicon: Lexicon) -> frozenset[EntityId]:
    """The states and blocs that the entities are or act for."""
    found = set()
    for identity in entities:
        entity = lexicon.entity(identity) if identity else None
        if entity is None:
            continue
        if entity.kind in STATELIKE:
            found.add(entity.id)
        elif entity.country:
            found.add(EntityId(entity.country))
        elif entity.parent and (parent := lexicon.entity(entity.parent)) and parent.kind in STATELIKE:
            found.add(parent.id)
    return frozenset(found)
