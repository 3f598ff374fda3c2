"""Documents as a list tells of them, without their texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, or_, select

from foedera.model.documents import DocumentFacts, DocumentId, Marking
from foedera.model.time import Span
from foedera.record.admitting import batches
from foedera.record.cards import DocumentCard, DocumentHead, DocumentOrder, DocumentQuery
from foedera.record.lookups import chosen_claims, current, current_documents
from foedera.record.schema import documents, readings
from foedera.record.store import moment_of
from foedera.record.values import ClaimQuery

_UNDATED = ""  # before every day: newest first, so what has no date comes last


def list_documents(connection: Connection, query: DocumentQuery) -> tuple[DocumentCard, ...]:
    """The documents as last read that the query asks for, in its order."""
    chosen = _chosen(query).order_by(*_order(query.order)).limit(query.limit).offset(query.offset)
    rows = connection.execute(chosen).all()
    counted = _claims_of(connection, [row.id for row in rows])
    return tuple(_card(row, counted.get(row.id, 0)) for row in rows)


def count_documents(connection: Connection, query: DocumentQuery) -> int:
    """How many documents the query asks for, whatever its limit."""
    chosen = _chosen(query).with_only_columns(documents.c.number).subquery()
    return connection.execute(select(func.count()).select_from(chosen)).scalar_one()


def _chosen(query: DocumentQuery) -> Select[Any]:
    told = (documents.c.id, documents.c.path, documents.c.format, documents.c.title, documents.c.date)
    more = (documents.c.publisher, documents.c.url, documents.c.language, documents.c.marking, documents.c.skipped)
    return (
        select(*told, *more, readings.c.recorded_at, readings.c.number.label("reading"))
        .join(readings, readings.c.document == documents.c.number)
        .where(current(one_name=False), *_conditions(query))
    )


def _conditions(query: DocumentQuery) -> Iterator[ColumnElement[bool]]:
    if query.before is not None:
        yield readings.c.number < query.before
    for word in query.text.split():
        yield or_(
            *(column.icontains(word, autoescape=True) for column in (documents.c.title, documents.c.publisher)),
            documents.c.path.icontains(word, autoescape=True),
        )


def _order(order: DocumentOrder) -> tuple[ColumnElement[Any], ...]:
    if order is DocumentOrder.DATE:
        return (func.coalesce(documents.c.date_earliest, _UNDATED).desc(), documents.c.id)
    if order is DocumentOrder.TITLE:
        return (func.lower(func.coalesce(documents.c.title, documents.c.path)), documents.c.id)
    return (readings.c.number.desc(),)


def _claims_of(connection: Connection, ids: Sequence[DocumentId]) -> dict[DocumentId, int]:
    found: dict[DocumentId, int] = {}
    for some in batches(list(ids)):
        chosen = chosen_claims(connection, ClaimQuery(documents=tuple(some))).order_by(None)
        counted = chosen.with_only_columns(readings.c.material, func.count()).group_by(readings.c.material)
        found.update({DocumentId(row[0]): row[1] for row in connection.execute(counted)})
    return found


_HEADS = (
    current_documents()
    .with_only_columns(documents.c.id, documents.c.path, documents.c.title, documents.c.date, documents.c.publisher)
    .add_columns(documents.c.url, documents.c.language, documents.c.marking)
    .where(documents.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(documents.c.id)
)


def document_heads(connection: Connection, ids: Collection[DocumentId]) -> tuple[DocumentHead, ...]:
    """What these documents as last read are called, and what is known of them, by id."""
    return tuple(
        DocumentHead(DocumentId(row.id), row.path, _facts(row))
        for some in batches(sorted(ids))
        for row in connection.execute(_HEADS, {"ids": some})
    )


def _card(row: Any, claims: int) -> DocumentCard:
    recorded = moment_of(row.recorded_at)
    skipped = len(row.skipped)
    return DocumentCard(DocumentId(row.id), row.path, row.format, _facts(row), recorded, row.reading, claims, skipped)


def _facts(row: Any) -> DocumentFacts:
    return DocumentFacts(
        title=row.title,
        date=Span.parse(row.date) if row.date else None,
        publisher=row.publisher,
        url=row.url,
        language=row.language,
        marking=Marking(row.marking) if row.marking else None,
    )
