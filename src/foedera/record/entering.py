"""Entering what a reading says: a document with its claims, or claims taken over from a data set.

Everything here happens inside the transaction of whoever calls it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from foedera.model.claims import Claim
from foedera.model.documents import Document
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.record import fulltext, schema
from foedera.record.admitting import batches, check_said, check_text, extractor_name, joined, passages_of
from foedera.record.rows import (
    Values,
    claim_values,
    document_values,
    entity_values,
    evidence_values,
    filler_values,
    name_values,
)
from foedera.record.values import BASELINE, Entered, Outcome, Run


@dataclass(frozen=True, slots=True)
class Reading:
    """Who read what, and when: `material` is the id of a document or the name of a data set."""

    material: str
    run: Run
    recorded_at: str
    document: Document | None = None

    @property
    def name(self) -> str:
        """The extractor without its version."""
        return extractor_name(self.run.extractor)


def enter(connection: Connection, reading: Reading, claims: Iterable[Claim], entities: Iterable[Entity]) -> Entered:
    """Enter what a reading says, unless the record has just this reading already."""
    values = document_values(check_text(reading.document)) if reading.document else None
    earlier = latest_reading(connection, reading)
    if values:
        _enter_path(connection, reading, values)
    if _known(connection, reading, earlier, values):
        return Entered(Outcome.KNOWN, reading.document.id if reading.document else None)
    checked = joined(check_said(claim, reading.document) for claim in claims)
    row = _enter_document(connection, reading, values) if values else None
    number = _insert(
        connection,
        schema.readings,
        {
            "material": reading.material,
            "name": reading.name,
            "extractor": reading.run.extractor,
            "document": row,
            "path": values["path"] if values else None,
            "run": reading.run.id,
            "recorded_at": reading.recorded_at,
        },
    )
    _enter_claims(connection, reading, number, row, checked)
    _enter_entities(connection, number, with_unnamed(connection, reading, checked, entities))
    outcome = Outcome.NEW if not _read_before(connection, reading, number) else Outcome.REREAD
    superseded = _claims_in(connection, earlier.number) if earlier else 0
    return Entered(outcome, reading.document.id if reading.document else None, len(checked), superseded)


def latest_reading(connection: Connection, reading: Reading, path: str | None = None) -> Any:
    """The last reading of this material by an extractor of this name, with the digest of the document as it was read."""
    readings, documents = schema.readings, schema.documents
    query = (
        select(readings.c.number, readings.c.extractor, documents.c.digest)
        .outerjoin(documents, documents.c.number == readings.c.document)
        .where(readings.c.material == reading.material, readings.c.name == reading.name)
        .order_by(readings.c.number.desc())
        .limit(1)
    )
    if path is not None:
        query = query.where(readings.c.path == path)
    return connection.execute(query).first()


def _known(connection: Connection, reading: Reading, earlier: Any, values: Values | None) -> bool:
    """Whether the last reading, or the last one of the same path, is this one already.

    The same bytes under two paths may be told two dates. Each path is compared with itself too, so that reading the
    same folder again does not make the two supersede each other for ever.
    """
    this = (reading.run.extractor, values["digest"] if values else None)
    candidates = [earlier, latest_reading(connection, reading, values["path"]) if values else None]
    return any(found is not None and (found.extractor, found.digest) == this for found in candidates)


def with_unnamed(
    connection: Connection, reading: Reading, claims: Iterable[Claim], entities: Iterable[Entity]
) -> tuple[Entity, ...]:
    """The entities given, and one of unknown kind for every other id that a filler bears and the baseline lacks."""
    given = {entity.id: entity for entity in entities}
    borne: dict[EntityId, Entity] = {}
    for claim in claims:
        for fillers in claim.roles.values():
            for filler in fillers:
                if filler.entity is not None and filler.entity not in given:
                    name = filler.name or filler.text
                    borne.setdefault(filler.entity, Entity(filler.entity, name, EntityKind.UNKNOWN))
    if borne and reading.material != BASELINE:
        entities_, readings = schema.entities, schema.readings
        query = select(entities_.c.id).join(readings).where(readings.c.material == BASELINE)
        for some in batches(list(borne)):
            for (known,) in connection.execute(query.where(entities_.c.id.in_(some))).all():
                borne.pop(EntityId(known), None)
    return (*given.values(), *borne.values())


def _insert(connection: Connection, table: Table, values: Values) -> int:
    """Insert one row; gives its number."""
    key = connection.execute(insert(table), values).inserted_primary_key
    assert key is not None  # every table inserted into like this has a number of its own
    return int(key[0])


def _insert_all(connection: Connection, table: Table, rows: list[Values]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _enter_path(connection: Connection, reading: Reading, values: Values) -> None:
    paths = schema.paths
    query = select(paths.c.path).where(paths.c.document == values["id"], paths.c.path == values["path"])
    if connection.execute(query).first() is None:
        row = {"document": values["id"], "path": values["path"], "recorded_at": reading.recorded_at}
        connection.execute(insert(paths), row)


def _enter_document(connection: Connection, reading: Reading, values: Values) -> int:
    """The number of the row that keeps the document in this state; it is written only once."""
    documents = schema.documents
    query = select(documents.c.number).where(documents.c.id == values["id"], documents.c.digest == values["digest"])
    found = connection.execute(query).scalar()
    if found is not None:
        return int(found)
    number = _insert(connection, documents, values | {"recorded_at": reading.recorded_at})
    assert reading.document is not None
    passages = [
        {"document": number, "start": start, "end": end, "text": text}
        for start, end, text in passages_of(reading.document)
    ]
    _insert_all(connection, schema.passages, passages)
    return number


def _enter_claims(
    connection: Connection, reading: Reading, number: int, document: int | None, claims: tuple[Claim, ...]
) -> None:
    if not claims:
        return
    fixed = {"reading": number, "run": reading.run.id, "recorded_at": reading.recorded_at}
    rows = [claim_values(claim) | fixed | {"position": position} for position, claim in enumerate(claims)]
    query = insert(schema.claims).returning(schema.claims.c.number, sort_by_parameter_order=True)
    numbers = [int(key) for key in connection.execute(query, rows).scalars()]
    numbered = list(zip(numbers, claims, strict=True))
    _insert_all(
        connection, schema.fillers, [row | {"claim": key} for key, claim in numbered for row in filler_values(claim)]
    )
    _insert_all(
        connection,
        schema.evidence,
        [row | {"claim": key} for key, claim in numbered for row in evidence_values(claim, document)],
    )
    fulltext.index_claims(connection, numbered)


def _enter_entities(connection: Connection, reading: int, entities: tuple[Entity, ...]) -> None:
    if not entities:
        return
    rows = [entity_values(entity) | {"reading": reading} for entity in entities]
    query = insert(schema.entities).returning(schema.entities.c.number, sort_by_parameter_order=True)
    numbers = [int(key) for key in connection.execute(query, rows).scalars()]
    names = [
        row | {"entity": key} for key, entity in zip(numbers, entities, strict=True) for row in name_values(entity)
    ]
    _insert_all(connection, schema.names, names)


def _read_before(connection: Connection, reading: Reading, number: int) -> bool:
    readings = schema.readings
    query = select(readings.c.number).where(readings.c.material == reading.material, readings.c.number != number)
    return connection.execute(query.limit(1)).first() is not None


def _claims_in(connection: Connection, reading: int) -> int:
    query = select(func.count()).select_from(schema.claims).where(schema.claims.c.reading == reading)
    return int(connection.execute(query).scalar_one())
