"""Which state a record is in: what whoever keeps an answer compares, and from when a list is read on."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, select

from foedera.record.schema import decisions, merges, readings
from foedera.record.store import moment_of

# Built once, as both are asked with every page.
_NUMBERS = select(
    *(select(func.coalesce(func.max(table.c.number), 0)).scalar_subquery() for table in (readings, decisions, merges))
)
_MOMENTS = select(
    select(readings.c.recorded_at).order_by(readings.c.number.desc()).limit(1).scalar_subquery(),
    select(decisions.c.decided_at).order_by(decisions.c.number.desc()).limit(1).scalar_subquery(),
)


def revision_of(connection: Connection) -> str:
    """The numbers of the last reading, decision and merger: whatever is entered makes one of them grow."""
    return "-".join(str(number) for number in connection.execute(_NUMBERS).one())


def last_moment_of(connection: Connection) -> datetime | None:
    """When the last reading or decision was entered; None if nothing was."""
    stamps = [found for found in connection.execute(_MOMENTS).one() if found]
    return moment_of(max(stamps)) if stamps else None
