"""Documents as a list tells of them, without their texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, func, or_, select

from foedera.model.documents import DocumentFacts, DocumentId, Marking
from foedera.model.time import Span
from foedera.record.admitting import batches
from foedera.record.cards import DocumentCard, DocumentHead, DocumentOrder, DocumentQuery
from foedera.record.lookups import chosen_claims, current_documents
from foedera.record.schema import documents, readings
from foedera.record.standing import REVIEW
from foedera.record.store import moment_of
from foedera.record.values import ClaimQuery


def list_documents(connection: Connection, query: DocumentQuery) -> tuple[DocumentCard, ...]:
    """The documents as last read that the query asks for, in its order."""
    wanted = list(connection.execute(_numbers(query).limit(query.limit).offset(query.offset)).scalars())
    place = {number: at for at, number in enumerate(wanted)}
    rows = [row for some in batches(wanted) for row in connection.execute(_CARDS, {"numbers": some})]
    rows.sort(key=lambda row: place[row.number])
    counted = _claims_of(connection, [row.id for row in rows])
    return tuple(_card(row, counted.get(row.id, 0)) for row in rows)


def count_documents(connection: Connection, query: DocumentQuery) -> int:
    """How many documents the query asks for, whatever its limit."""
    chosen = _last_readings(query).order_by(None).subquery()
    return connection.execute(select(func.count()).select_from(chosen)).scalar_one()


def _last(document: ColumnElement[str] = readings.c.material) -> ColumnElement[bool]:
    """The condition that a reading is the last of its document. What people say in its stead is no reading of it.

    `document`: what has its id. Where that is the document itself, the store looks at it first, and only then for later readings.
    """
    later = readings.alias("later")
    after = (later.c.material == document, later.c.number > readings.c.number)
    return and_(
        readings.c.document.is_not(None),
        ~readings.c.name.startswith(REVIEW),
        ~exists().where(*after, ~later.c.name.startswith(REVIEW)),
    )


def _numbers(query: DocumentQuery) -> Select[Any]:
    """What asks for the numbers of documents in the order wanted. The store walks along it, and stops when it has enough."""
    if query.order is DocumentOrder.RECORDED:
        return _last_readings(query)
    read = [readings.c.document == documents.c.number, _last()]
    if query.before is not None:
        read.append(readings.c.number < query.before)
    chosen = select(documents.c.number).where(exists().where(*read), *_has_words(query.text))
    if query.order is DocumentOrder.TITLE:
        return chosen.order_by(func.lower(func.coalesce(documents.c.title, documents.c.path)), documents.c.id)
    return chosen.order_by(documents.c.date_earliest.desc().nulls_last(), documents.c.id.desc())


def _last_readings(query: DocumentQuery) -> Select[Any]:
    chosen = select(readings.c.document).order_by(readings.c.number.desc())
    if query.before is not None:
        chosen = chosen.where(readings.c.number < query.before)
    if not query.text:
        return chosen.where(_last())
    chosen = chosen.join(documents, documents.c.number == readings.c.document)
    return chosen.where(*_has_words(query.text), _last(documents.c.id))


def _has_words(text: str) -> Iterator[ColumnElement[bool]]:
    places = (documents.c.title, documents.c.publisher, documents.c.path)
    return (or_(*(place.icontains(word, autoescape=True) for place in places)) for word in text.split())


_CARDS = (
    select(
        documents.c.number, documents.c.id, documents.c.path, documents.c.format, documents.c.title, documents.c.date
    )
    .add_columns(documents.c.publisher, documents.c.url, documents.c.language, documents.c.marking, documents.c.skipped)
    .add_columns(readings.c.recorded_at, readings.c.number.label("reading"))
    .join(readings, readings.c.document == documents.c.number)
    .where(documents.c.number.in_(bindparam("numbers", expanding=True)), _last())
)


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
