"""Who acts for whom: a state's navy, ministry and ships act for the state, a bloc's operation for the bloc."""

from __future__ import annotations

from foedera.model.entities import EntityId, EntityKind
from foedera.record import RecordReader

# What belongs to a state without acting for it.
_APART = frozenset(
    {EntityKind.COMPANY, EntityKind.PLACE, EntityKind.EQUIPMENT, EntityKind.INSTRUMENT, EntityKind.STATE}
)


def belonging_to(record: RecordReader, entity: EntityId) -> tuple[EntityId, ...]:
    """The entity and everything that acts for it, by id; only itself if the record knows of nothing.

    A member state does not act for its bloc, a company not for its state.
    """
    found = {entity}
    others = [other for other in record.entities() if other.kind not in _APART]
    grown = True
    while grown:
        more = {other.id for other in others if other.country in found or other.parent in found} - found
        found |= more
        grown = bool(more)
    return tuple(sorted(found))
