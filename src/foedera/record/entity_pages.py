"""Entities a page at a time, by id."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.record.completing import begins_with
from foedera.record.lookups import current, entities_by_id
from foedera.record.rows import name_form
from foedera.record.schema import entities, names, readings
from foedera.record.standing import merged_entities


def entities_page(
    connection: Connection, begins: str, kinds: Collection[EntityKind], after: EntityId | None, limit: int
) -> tuple[Entity, ...]:
    """At most `limit` entities whose id comes after `after`, by id.

    `begins`: only those of which a name begins like this, whatever case and accents. `kinds`: only of these. An entity
    that is merged into another is listed as that one alone.
    """
    chosen = select(entities.c.id).join(readings, readings.c.number == entities.c.reading).where(current())
    if begins:
        form = name_form(begins)
        borne = select(names.c.entity).where(begins_with(connection, form))
        chosen = chosen.where(entities.c.number.in_(borne)) if form else chosen.where(entities.c.id == begins)
    if kinds:
        chosen = chosen.where(entities.c.kind.in_([kind.value for kind in kinds]))
    if after is not None:
        chosen = chosen.where(entities.c.id > after)
    merged = merged_entities(connection)
    found: list[EntityId] = []
    for row in connection.execute(chosen.distinct().order_by(entities.c.id).limit(limit + len(merged))):
        if row.id not in merged:
            found.append(EntityId(row.id))
    return tuple(entities_by_id(connection, found[:limit])) if found else ()
