"""Entities of a record, each looked up once for a question that needs many of them."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.model.entities import Entity, EntityId
from foedera.record import RecordReader


class Entities:
    """What the record knows of the entities that a question meets. `load` many at once before asking one by one."""

    def __init__(self, record: RecordReader) -> None:
        self.record = record
        self._found: dict[EntityId, Entity | None] = {}

    def load(self, ids: Iterable[EntityId]) -> None:
        """Look up all of these that were not looked up yet."""
        wanted = set(ids) - self._found.keys()
        if wanted:
            self._found |= dict.fromkeys(wanted)
            self._found |= {entity.id: entity for entity in self.record.entities(wanted)}

    def __getitem__(self, entity: EntityId) -> Entity | None:
        if entity not in self._found:
            self._found[entity] = self.record.entity(entity)
        return self._found[entity]

    def name(self, entity: EntityId) -> str:
        """The name of an entity; its id where the record does not know it."""
        known = self[entity]
        return known.name if known else entity

    def blocs(self, entity: EntityId) -> frozenset[EntityId]:
        """The blocs in which an entity takes part."""
        known = self[entity]
        return frozenset(known.part_of) if known else frozenset()
