"""Looking up a name that a person wrote: exact first, then by what kind of name it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from foedera.model.entities import Entity, EntityId
from foedera.names.folding import fold_name
from foedera.names.forms import Surface
from foedera.names.instruments import Instruments


class Lookup:
    """Every name, folded, with what it can stand for."""

    def __init__(
        self, entities: Mapping[EntityId, Entity], surfaces: Iterable[Surface], instruments: Instruments
    ) -> None:
        self._entities = entities
        self._instruments = instruments
        self._names: dict[str, dict[EntityId, Surface]] = {}
        for surface in surfaces:
            if surface.entity.id:
                self._names.setdefault(_key(surface.text), {}).setdefault(surface.entity.id, surface)
        self._ids = {_key(entity_id): entity for entity_id, entity in entities.items()}

    def exact(self, name: str) -> tuple[Entity, ...]:
        """What bears this name, whatever the case; a type of agreement is not among them."""
        found = self._names.get(_key(name), {})
        entities = [surface.entity for surface in found.values() if not self._instruments.is_type(surface.entity)]
        firm = [entity for entity in entities if not found[entity.id].weak]
        return tuple(firm or entities)

    def resolve(self, name: str) -> tuple[Entity, ...]:
        """The things that a name can stand for; empty if nothing is called so."""
        key = _key(name)
        if not key:
            return ()
        if name in self._entities:
            return (self._entities[EntityId(name)],)
        return self._instrument(key) or self.exact(name) or self._by_id(key)

    def _by_id(self, key: str) -> tuple[Entity, ...]:
        return (self._ids[key],) if key in self._ids else ()

    def _instrument(self, key: str) -> tuple[Entity, ...]:
        """Agreements named by type, with or without parties: "spa", "eu japan spa", "spa between the eu and japan"."""
        head, _, tail = key.partition(" between ")
        words, after = head.split(), tail.split()
        for cut in range(len(words)):
            name = " ".join(words[cut:])
            parties = self._parties(words[:cut] + after)
            if parties is None or not self._instruments.is_type_name(name):
                continue
            found = self._instruments.named(name, parties)
            if parties:
                exact = [entity for entity in found if self._instruments.parties_of(entity.id) == parties]
                found = tuple(exact) or found
            if found:
                return found
        return ()

    def _parties(self, words: list[str]) -> frozenset[EntityId] | None:
        """The states and bodies that the words name one after the other; None if a word is left over."""
        parties: set[EntityId] = set()
        words = [word for word in words if word not in ("and", "the")]
        place = 0
        while place < len(words):
            for end in range(len(words), place, -1):
                found = self._names.get(" ".join(words[place:end]), {})
                names = [surface.entity for surface in found.values() if surface.entity.kind in ("state", "bloc")]
                if names:
                    parties.add(names[0].id)
                    place = end
                    break
            else:
                return None
        return frozenset(parties)

    def nearest(self, name: str, limit: int) -> tuple[str, ...]:
        """Names of entities that look most like `name`, the nearest first, one for each entity."""
        found: dict[EntityId, str] = {}
        best = process.extract(_key(name), self._names.keys(), scorer=JaroWinkler.similarity, limit=limit * 4)
        for key, _score, _index in best:
            for entity_id, surface in self._names[key].items():
                found.setdefault(entity_id, surface.entity.name)
        return tuple(dict.fromkeys(found.values()))[:limit]


def _key(name: str) -> str:
    folded = " ".join(fold_name(name).split())
    return folded.removeprefix("the ")
