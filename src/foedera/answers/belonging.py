"""Who acts for whom: a state's navy, ministry and ships act for the state, a bloc's operation for the bloc."""

from __future__ import annotations

from collections.abc import Mapping

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.record import RecordReader

# What belongs to a state without acting for it.
_APART = frozenset(
    {EntityKind.COMPANY, EntityKind.PLACE, EntityKind.EQUIPMENT, EntityKind.INSTRUMENT, EntityKind.STATE}
)


def belonging_to(record: RecordReader, entity: EntityId) -> tuple[EntityId, ...]:
    """The entity and everything that acts for it, by id; only itself if the record knows of nothing.

    A member state does not act for its bloc, a company not for its state. A person with an office acts for whom the office
    belongs to: the President of the Commission for the Union, not for the state she comes from.
    """
    found = {entity: record.entity(entity)}
    newest = set(found)
    while newest:
        under = {other.id: other for other in record.entities_under(newest) if other.kind not in _APART}
        newest = under.keys() - found.keys()
        found |= under
    return tuple(sorted(id for id, other in found.items() if id == entity or not _serves_another(other, found)))


def _serves_another(entity: Entity | None, found: Mapping[EntityId, object]) -> bool:
    return (
        entity is not None and entity.kind is EntityKind.PERSON and bool(entity.parent) and entity.parent not in found
    )
