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
    newest = found
    while newest:
        newest = {other.id for other in record.entities_under(newest) if other.kind not in _APART} - found
        found = found | newest
    return tuple(sorted(found))
