"""How many claims a query asks for, and what documents are called, without fetching any."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from foedera.model.documents import DocumentId
from foedera.record.admitting import batches
from foedera.record.lookups import chosen_claims, current_documents
from foedera.record.schema import documents
from foedera.record.values import ClaimQuery


def count_claims(connection: Connection, query: ClaimQuery, *, up_to: int | None) -> int:
    """How many claims a query asks for, whatever its own limit and offset; counting stops at `up_to`."""
    chosen = chosen_claims(connection, query).order_by(None).limit(up_to).offset(None).subquery()
    return connection.execute(select(func.count()).select_from(chosen)).scalar_one()


def titles_of(connection: Connection, ids: Collection[DocumentId]) -> dict[DocumentId, str]:
    """The title, or where there is none the path, of each of these documents as last read."""
    title = func.coalesce(documents.c.title, documents.c.path)
    query = current_documents().with_only_columns(documents.c.id, title)
    return {
        DocumentId(id): name
        for some in batches(sorted(ids))
        for id, name in connection.execute(query.where(documents.c.id.in_(some)))
    }
