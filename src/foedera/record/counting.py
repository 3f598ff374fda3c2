"""How many claims there are, what documents are called and marked, how far times reach: without fetching any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, func, select

from foedera.model.documents import DocumentId, Marking
from foedera.record.admitting import batches
from foedera.record.lookups import chosen_claims, current_documents
from foedera.record.moments import once
from foedera.record.schema import claims, documents, readings
from foedera.record.values import ClaimQuery, Order, Reach

_MOST_DAYS = 1000


def reach_of(connection: Connection) -> Reach:
    """How far the times of a record reach."""
    return once(connection, "reach", lambda: _reach_of(connection))


def _reach_of(connection: Connection) -> Reach:
    begins = select(claims.c.earliest).where(claims.c.earliest > date.min.isoformat()).limit(1)
    first = connection.execute(begins.order_by(claims.c.earliest)).scalar()
    last = connection.execute(begins.order_by(claims.c.earliest.desc())).scalar()
    entered = func.substr(readings.c.recorded_at, 1, 10).label("entered")
    days = connection.execute(select(entered).distinct().order_by(entered.desc()).limit(_MOST_DAYS)).scalars()
    return Reach(_day(first), _day(last), tuple(sorted(date.fromisoformat(day) for day in days)))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def count_claims(connection: Connection, query: ClaimQuery, *, up_to: int | None) -> int:
    """How many claims a query asks for, whatever its own limit; counting stops at `up_to`."""

    def count() -> int:
        chosen = chosen_claims(connection, query).order_by(None).limit(up_to).subquery()
        return int(connection.execute(select(func.count()).select_from(chosen)).scalar_one())

    return once(connection, ("count", replace(query, order=Order.WHEN, limit=None), up_to), count)


def titles_of(connection: Connection, ids: Collection[DocumentId]) -> dict[DocumentId, str]:
    """The title, or where there is none the path, of each of these documents as last read."""
    title = func.coalesce(documents.c.title, documents.c.path)
    query = current_documents().with_only_columns(documents.c.id, title)
    return {
        DocumentId(id): name
        for some in batches(sorted(ids))
        for id, name in connection.execute(query.where(documents.c.id.in_(some)))
    }


def markings_of(connection: Connection, ids: Collection[DocumentId]) -> dict[Marking, int]:
    """How many of these documents, as last read, bear which marking; unmarked ones are not counted."""
    counted = current_documents().with_only_columns(documents.c.marking, func.count())
    counted = counted.where(documents.c.marking.is_not(None)).group_by(documents.c.marking)
    found: Counter[Marking] = Counter()
    for some in batches(sorted(ids)):
        for marking, number in connection.execute(counted.where(documents.c.id.in_(some))):
            found[Marking(marking)] += number
    return dict(found)
