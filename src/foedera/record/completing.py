"""Names that begin as somebody types, for forms that offer them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from foedera.model.entities import EntityId, EntityKind
from foedera.record.lookups import current
from foedera.record.rows import name_form
from foedera.record.schema import entities, names, readings
from foedera.record.values import BASELINE, NameFound

_LAST_LETTER = "\U0010ffff"
_LOOKED_AT = 400  # names of one beginning; whoever has typed so little that there are more goes on typing


def complete_name(
    connection: Connection, typed: str, kinds: Collection[EntityKind], limit: int
) -> tuple[NameFound, ...]:
    """Names that begin as typed, whatever case and accents; each entity once, what ships with the program first."""
    form = name_form(typed)
    if not form:
        return ()
    query = (
        select(names.c.name, names.c.position, entities.c.id, entities.c.name.label("called"), entities.c.kind)
        .add_columns(readings.c.material)
        .join(entities, entities.c.number == names.c.entity)
        .join(readings, readings.c.number == entities.c.reading)
        .where(names.c.form >= form, names.c.form < form + _LAST_LETTER, current())
        .order_by(names.c.form)
        .limit(_LOOKED_AT)
    )
    wanted = {kind.value for kind in kinds}
    rows = [row for row in connection.execute(query) if not wanted or row.kind in wanted]
    rows.sort(key=lambda row: (name_form(row.name) != form, row.material != BASELINE, row.position > 0, len(row.name)))
    found: dict[str, NameFound] = {}
    for row in rows:
        found.setdefault(row.id, NameFound(row.name, EntityId(row.id), row.called, EntityKind(row.kind)))
    return tuple(found.values())[:limit]
