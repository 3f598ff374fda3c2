"""Asking a record: documents, claims, entities. Each function reads from a connection and gives values back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, exists, func, or_, select

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import Document, DocumentFacts, DocumentId
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import NameAmbiguous, NameUnknown
from foedera.record import fulltext
from foedera.record.admitting import batches, extractor_name
from foedera.record.rows import (
    CLAIM_COLUMNS,
    EVIDENCE_COLUMNS,
    FILLER_COLUMNS,
    claim_of,
    document_of,
    entity_of,
    name_form,
)
from foedera.record.schema import claims, documents, entities, evidence, fillers, names, paths, readings
from foedera.record.standing import (
    Merged,
    all_merged,
    as_merged,
    is_decided,
    is_left_out,
    is_reviewed,
    merged_entities,
)
from foedera.record.store import stamp
from foedera.record.values import BASELINE, ClaimQuery, Hit, Order

_UNDATED = "9999-12-32"  # after every day: what has no date comes last


@lru_cache(maxsize=64)
def current(*, one_name: bool = True, before: str | None = None) -> ColumnElement[bool]:
    """The condition that a reading is the last of its material: by its extractor's name, or by any extractor.

    `before`: as it stood before this stamp.
    """
    later = readings.alias("later")
    condition = [later.c.material == readings.c.material, later.c.number > readings.c.number]
    if one_name:
        condition.append(later.c.name == readings.c.name)
    if before is None:
        return ~exists().where(*condition)
    return and_(readings.c.recorded_at < before, ~exists().where(*condition, later.c.recorded_at < before))


def end_of(known_on: date | datetime) -> str:
    """The first stamp after a day or a moment. A moment without zone is taken as UTC."""
    if isinstance(known_on, datetime):
        moment = known_on if known_on.tzinfo else known_on.replace(tzinfo=UTC)
        return stamp(moment + timedelta(microseconds=1))
    return (known_on + timedelta(days=1)).isoformat()


def current_documents() -> Select[Any]:
    """The rows of documents as last read."""
    return select(documents).join(readings, readings.c.document == documents.c.number).where(current(one_name=False))


def document_numbers(connection: Connection) -> list[int]:
    """The numbers of all documents as last read, oldest first."""
    query = (
        current_documents()
        .with_only_columns(documents.c.number)
        .order_by(func.coalesce(documents.c.date_earliest, _UNDATED), documents.c.id)
    )
    return list(connection.execute(query).scalars())


def document_by_number(connection: Connection, number: int) -> Document:
    """The document of this row."""
    return document_of(connection.execute(select(documents).where(documents.c.number == number)).one())


def document_by_id(connection: Connection, document: DocumentId) -> Document | None:
    """The document of this id as last read."""
    row = connection.execute(current_documents().where(documents.c.id == document)).first()
    return document_of(row) if row else None


def find_document_id(connection: Connection, typed: str) -> DocumentId:
    """The one document of this path, end of path or beginning of id. Raises NameUnknown, NameAmbiguous."""
    ways = (
        paths.c.path == typed,
        paths.c.path.endswith("/" + typed, autoescape=True),
        paths.c.document.startswith(typed.lower(), autoescape=True) if len(typed) >= 4 else paths.c.document == typed,
    )
    for way in ways:
        found = connection.execute(select(paths).where(way).order_by(paths.c.path)).all()
        ids = sorted({row.document for row in found})
        if len(ids) == 1:
            return DocumentId(ids[0])
        if ids:
            raise NameAmbiguous(typed, tuple(f"{row.path} ({row.document[:12]})" for row in found[:10]))
    last = typed.rpartition("/")[2]
    near = select(paths.c.path).where(paths.c.path.icontains(last, autoescape=True)).order_by(paths.c.path).limit(5)
    raise NameUnknown(typed, tuple(connection.execute(near).scalars()), what="document")


def has_reading(connection: Connection, document: DocumentId, extractor: str, facts: DocumentFacts | None) -> bool:
    """Whether the last reading by an extractor of this name is by this version, and knew these facts."""
    query = (
        select(readings.c.extractor, documents)
        .join(documents, documents.c.number == readings.c.document)
        .where(readings.c.material == document, readings.c.name == extractor_name(extractor), current())
    )
    row = connection.execute(query).first()
    if row is None or row.extractor != extractor:
        return False
    knew = document_of(row).facts
    told = ("title", "date", "publisher", "url", "language", "marking")
    return facts is None or all(getattr(facts, name) in (None, getattr(knew, name)) for name in told)


def claim_numbers(connection: Connection, query: ClaimQuery) -> list[int]:
    """The numbers of the claims that a query asks for, in its order."""
    return list(connection.execute(chosen_claims(connection, query)).scalars())


def chosen_claims(connection: Connection, query: ClaimQuery) -> Select[Any]:
    """What asks the store for the numbers of the claims that a query asks for, in its order."""
    chosen = select(claims.c.number).join(readings, readings.c.number == claims.c.reading)
    chosen = chosen.where(*conditions_of(connection, query)).order_by(*_order(query.order))
    return chosen.limit(query.limit)


def fillers_of(connection: Connection, query: ClaimQuery, role: str) -> tuple[EntityId, ...]:
    """The entities that fill this role in the claims that a query asks for, each once, by id."""
    chosen = select(claims.c.number).join(readings, readings.c.number == claims.c.reading)
    chosen = chosen.where(*conditions_of(connection, query))
    found = select(fillers.c.entity).where(
        fillers.c.claim.in_(chosen), fillers.c.role == role, fillers.c.entity.is_not(None)
    )
    merged = merged_entities(connection)
    borne = (EntityId(entity) for entity in connection.execute(found.distinct()).scalars())
    return tuple(sorted({merged.get(entity, entity) for entity in borne}))


def conditions_of(connection: Connection, query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    """The conditions that a query puts on claims joined with their readings."""
    before = end_of(query.known_on) if query.known_on else None
    if not query.include_superseded:
        yield current(before=before)
    elif before:
        yield readings.c.recorded_at < before
    if not query.include_rejected and is_decided(connection):
        yield ~is_left_out(before)
    if query.reviewed is not None:
        yield is_reviewed(before) if query.reviewed else ~is_reviewed(before)
    if query.new_since:
        yield readings.c.recorded_at >= end_of(query.new_since)
    if query.gone_by:
        yield ~current(before=end_of(query.gone_by))
    if query.kinds:
        # Whom a claim is about, or what says it, narrows far more than its kind: there the store's planner must not begin
        # with the kind, so it gets one that no index serves (benchmarks/status.py: 95 ms, now below 10, in a million claims).
        narrower = any((query.entities, *query.between, query.documents))
        kind = claims.c.kind.concat("") if narrower else claims.c.kind
        yield kind.in_([wanted.value for wanted in query.kinds])
    merged = merged_entities(connection)
    for group in (query.entities, *query.between):
        if group:
            filled = select(fillers.c.claim).where(fillers.c.entity.in_(all_merged(merged, group)))
            yield claims.c.number.in_(filled.where(fillers.c.role.in_(query.roles)) if query.roles else filled)
    if query.text:
        yield fulltext.claims_with(connection, query.text)
    if query.documents:
        yield readings.c.material.in_(query.documents)
    if query.within:
        start, end = query.within
        states = select(documents.c.number).where(documents.c.id.in_(query.documents))
        said = select(evidence.c.claim).where(evidence.c.document.in_(states))
        yield claims.c.number.in_(said.where(evidence.c.start < end, evidence.c.end > start))
    if query.earliest:
        yield claims.c.latest >= query.earliest.isoformat()
    if query.latest:
        yield claims.c.earliest <= query.latest.isoformat()
    if query.modality:
        yield claims.c.modality == str(query.modality)
    if query.polarity:
        yield claims.c.polarity == str(query.polarity)
    if query.min_confidence > 0:
        yield claims.c.confidence >= query.min_confidence
    if not query.include_baseline:
        yield readings.c.material != BASELINE


def _order(order: Order) -> tuple[ColumnElement[Any], ...]:
    if order is Order.RECORDED:
        return (claims.c.recorded_at.desc(), claims.c.number.desc())
    if order is Order.NEWEST:
        dated = (claims.c.earliest.desc().nulls_last(), claims.c.latest.desc().nulls_last())
        return (*dated, claims.c.id.desc(), claims.c.number.desc())
    if order is Order.DOCUMENT:
        return (readings.c.material, readings.c.name, claims.c.position, claims.c.number)
    return (
        func.coalesce(claims.c.earliest, _UNDATED),
        func.coalesce(claims.c.latest, _UNDATED),
        claims.c.id,
        claims.c.number,
    )


# Built once: whoever fetches a page of claims needs little more time than it takes to say this in SQL.
_ROWS = select(*(claims.c[name] for name in CLAIM_COLUMNS)).where(
    claims.c.number.in_(bindparam("numbers", expanding=True))
)
_FILLERS = (
    select(fillers.c.claim, *(fillers.c[name] for name in FILLER_COLUMNS))
    .where(fillers.c.claim.in_(bindparam("numbers", expanding=True)))
    .order_by(fillers.c.claim, fillers.c.position)
)
_EVIDENCE = (
    select(evidence.c.claim, documents.c.id, *(evidence.c[name] for name in EVIDENCE_COLUMNS))
    .outerjoin(documents, documents.c.number == evidence.c.document)
    .where(evidence.c.claim.in_(bindparam("numbers", expanding=True)))
    .order_by(evidence.c.claim, evidence.c.position)
)


def claims_by_number(connection: Connection, numbers: list[int], merged: Merged | None = None) -> Iterator[Claim]:
    """The claims of these numbers, in the order of the numbers given; entities as entered, or as they are `merged`."""
    for some in batches(numbers):
        rows = {row[0]: row for row in connection.execute(_ROWS, {"numbers": some}).all()}
        filled, shown = _by_claim(connection, _FILLERS, some), _by_claim(connection, _EVIDENCE, some)
        for number in some:
            yield as_merged(claim_of(rows[number], filled[number], shown[number]), merged or {})


def _by_claim(connection: Connection, query: Select[Any], numbers: list[int]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query, {"numbers": numbers}).all():
        found[row[0]].append(row)
    return found


def claim_by_id(connection: Connection, claim: ClaimId) -> Claim | None:
    """The claim of this id from its newest reading."""
    query = select(claims.c.number).where(claims.c.id == claim).order_by(claims.c.number.desc()).limit(1)
    merged = merged_entities(connection)
    return next(claims_by_number(connection, list(connection.execute(query).scalars()), merged), None)


def entities_by_id(connection: Connection, ids: Iterable[EntityId] | None) -> Iterator[Entity]:
    """The entities of these ids, or all, by id.

    Several readings may describe one entity. The baseline's word counts first, then whoever knows its kind, then the
    smallest name; every name that any of them gives is kept. So the order of reading does not matter.
    """
    merged = merged_entities(connection)
    query = select(entities, readings.c.material).join(readings, readings.c.number == entities.c.reading)
    query = query.where(current()).order_by(entities.c.id)
    borne = select(names.c.entity, names.c.name).join(entities, entities.c.number == names.c.entity)
    borne = borne.order_by(names.c.entity, names.c.position)
    if ids is not None:
        wanted = all_merged(merged, ids)
        query, borne = query.where(entities.c.id.in_(wanted)), borne.where(entities.c.id.in_(wanted))
    names_of: dict[int, list[str]] = defaultdict(list)
    for number, name in connection.execute(borne):
        names_of[number].append(name)
    described: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query):
        described[merged.get(EntityId(row.id), row.id)].append(row)
    for entity in sorted(described):
        rows = described[entity]
        rows.sort(
            key=lambda row: (
                row.id != entity,
                row.material != BASELINE,
                row.kind == EntityKind.UNKNOWN,
                row.name,
                row.material,
            )
        )
        yield entity_of(rows[0], list(dict.fromkeys(name for row in rows for name in names_of[row.number])))


def named_by_claims(connection: Connection, wanted: Iterable[EntityId]) -> tuple[EntityId, ...]:
    """Those of these entities, and of those merged into them, that fill a role of some claim, by id."""
    some = select(fillers.c.claim).where(fillers.c.entity == bindparam("entity")).limit(1)
    every = all_merged(merged_entities(connection), wanted)
    return tuple(entity for entity in every if connection.execute(some, {"entity": entity}).first())


def entities_under(connection: Connection, owners: Iterable[EntityId]) -> tuple[Entity, ...]:
    """The entities whose state or parent is one of these, by id."""
    found: set[EntityId] = set()
    for some in batches(sorted(owners)):
        query = select(entities.c.id).where(or_(entities.c.country.in_(some), entities.c.parent.in_(some)))
        found.update(EntityId(entity) for entity in connection.execute(query).scalars())
    owned = set(owners)
    return tuple(
        entity
        for some in batches(sorted(found))
        for entity in entities_by_id(connection, some)
        if entity.country in owned or entity.parent in owned
    )


def entities_named(connection: Connection, name: str) -> tuple[Entity, ...]:
    """The entities that bear this name, by id."""
    known = select(entities.c.id).join(readings, readings.c.number == entities.c.reading).where(current())
    form = name_form(name)
    # Two questions, since together no index would serve them.
    asked = [known.where(entities.c.id == name)]
    if form:
        asked.append(known.join(names, names.c.entity == entities.c.number).where(names.c.form == form))
    found = {EntityId(entity) for query in asked for entity in connection.execute(query).scalars()}
    return tuple(entities_by_id(connection, sorted(found))) if found else ()


def search(connection: Connection, typed: str, limit: int) -> tuple[Hit, ...]:
    """The passages of documents as last read in which all these words stand, best first."""
    # Asked of each passage found, so that the store does not go through all readings.
    from_last = exists().where(readings.c.document == documents.c.number, current(one_name=False))
    decided = is_decided(connection)
    return tuple(
        Hit(
            document=DocumentId(row.id),
            title=row.title,
            start=row.start,
            end=row.end,
            text=row.text,
            marks=tuple((row.start + begin, row.start + end) for begin, end in marks),
            claims=_claims_at(connection, row.document, row.start, row.end, decided=decided),
        )
        for row, marks in fulltext.passages_with(connection, typed, from_last, limit)
    )


def _claims_at(connection: Connection, document: int, start: int, end: int, *, decided: bool) -> tuple[ClaimId, ...]:
    query = (
        select(claims.c.id)
        .join(evidence, evidence.c.claim == claims.c.number)
        .join(readings, readings.c.number == claims.c.reading)
        .where(evidence.c.document == document, evidence.c.start < end, evidence.c.end > start, current())
        .where(*([~is_left_out()] if decided else []))
        .order_by(evidence.c.start, claims.c.number)
    )
    return tuple(dict.fromkeys(ClaimId(found) for found in connection.execute(query).scalars()))
