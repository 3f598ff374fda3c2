"""Names that begin as somebody types, for forms that offer them."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from sqlalchemy import ColumnElement, Connection, and_, select

from foedera.model.entities import EntityId, EntityKind
from foedera.record.lookups import current, entities_by_id
from foedera.record.rows import name_form
from foedera.record.schema import entities, names, readings
from foedera.record.standing import merged_entities
from foedera.record.values import BASELINE, NameFound

_LAST_LETTER = "\U0010ffff"
_LOOKED_AT = 200  # names of one beginning; whoever has typed so little that there are more goes on typing


def complete_name(
    connection: Connection, typed: str, kinds: Collection[EntityKind], limit: int
) -> tuple[NameFound, ...]:
    """Names that begin as typed, whatever case and accents; each entity once, what ships with the program first."""
    form = name_form(typed)
    if not form:
        return ()
    query = (
        select(names.c.name, names.c.form, names.c.position, entities.c.id, readings.c.material)
        .join(entities, entities.c.number == names.c.entity)
        .join(readings, readings.c.number == entities.c.reading)
        .where(begins_with(connection, form), current())
        .order_by(names.c.form)
        .limit(_LOOKED_AT)
    )
    rows = sorted(
        connection.execute(query),
        key=lambda row: (row.form != form, row.material != BASELINE, row.position > 0, len(row.name), row.id),
    )
    merged = merged_entities(connection)
    borne: dict[EntityId, str] = {}
    for row in rows:
        borne.setdefault(merged.get(row.id, EntityId(row.id)), row.name)
    # What one reading left unknown another may know: the record's word on an entity counts, not the row's.
    known = {entity.id: entity for entity in entities_by_id(connection, borne)}
    found = ((name, known[id]) for id, name in borne.items() if id in known)
    wanted = ((name, entity) for name, entity in found if not kinds or entity.kind in kinds)
    return tuple(NameFound(name, entity.id, entity.name, entity.kind) for name, entity in islice(wanted, limit))


def begins_with(connection: Connection, form: str) -> ColumnElement[bool]:
    """The condition that a name begins like this. SQLite finds a stretch by its index; others may sort text differently."""
    if connection.dialect.name == "sqlite":
        return and_(names.c.form >= form, names.c.form < form + _LAST_LETTER)
    return names.c.form.startswith(form, autoescape=True)
