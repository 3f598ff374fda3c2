"""Entering what a reading says: a document with its claims, or claims taken over from a data set.

Everything here happens inside the transaction of whoever calls it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, insert, select

from foedera.model.claims import Claim
from foedera.model.documents import Document
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.record import bulk, fulltext, schema
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
    """What an extractor read: a document, or a data set that `material` names; and what it found there."""

    material: str
    run: Run
    document: Document | None = None
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()

    @property
    def name(self) -> str:
        """The extractor without its version."""
        return extractor_name(self.run.extractor)

    def entered(self, outcome: Outcome, claims: int = 0, superseded: int = 0) -> Entered:
        """What is answered to whoever enters this reading."""
        return Entered(outcome, self.document.id if self.document else None, claims, superseded)


def admitted(reading: Reading, claims: Iterable[Claim], entities: Iterable[Entity]) -> Reading:
    """The reading with what it found, checked. Raises ClaimInvalid. Extraction happens here, outside any transaction."""
    checked = joined(check_said(claim, reading.document) for claim in claims)
    return replace(reading, claims=checked, entities=tuple(entities))


def is_known(connection: Connection, reading: Reading) -> bool:
    """Whether the last reading, or the last one of the same path, is this one already.

    The same bytes under two paths may be told two dates. Each path is compared with itself too, so that reading the
    same folder again does not make the two supersede each other for ever.
    """
    document = reading.document
    this = (reading.run.extractor, document_values(check_text(document))["digest"] if document else None)
    candidates = [latest_reading(connection, reading)]
    if document:
        candidates.append(latest_reading(connection, reading, document.path))
    return any(found is not None and (found.extractor, found.digest) == this for found in candidates)


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


@dataclass(frozen=True, slots=True)
class Begun:
    """A reading whose row is written: its number, its document's, and what it supersedes."""

    number: int
    document: int | None
    outcome: Outcome
    superseded: int


def enter(connection: Connection, reading: Reading, recorded_at: str) -> Entered:
    """Enter what a reading found, unless the record has just this reading already."""
    begun = begin_reading(connection, reading, recorded_at)
    if begun is None:
        return reading.entered(Outcome.KNOWN)
    fixed = {"reading": begun.number, "run": reading.run.id, "recorded_at": recorded_at}
    _enter_claims(connection, reading.claims, fixed, begun.document)
    borne = borne_by(reading.claims)
    told = with_unnamed(reading, borne, baseline_entities(connection, borne))
    enter_entities(connection, [(begun.number, entity) for entity in told])
    return reading.entered(begun.outcome, len(reading.claims), begun.superseded)


def begin_reading(connection: Connection, reading: Reading, recorded_at: str) -> Begun | None:
    """Write the rows of a reading and of its document, without what it found; None if the record has just this reading."""
    enter_path(connection, reading, recorded_at)
    if is_known(connection, reading):
        return None
    earlier = latest_reading(connection, reading)
    outcome = Outcome.REREAD if _read_before(connection, reading) else Outcome.NEW
    document = _document_there(connection, reading.document) if reading.document else None
    superseded = _claims_in(connection, earlier.number) if earlier else 0
    number, document = _enter_reading(connection, reading, recorded_at, document)
    return Begun(number, document, outcome, superseded)


def begin_first_reading(connection: Connection, reading: Reading, paths: Collection[str], recorded_at: str) -> Begun:
    """As `begin_reading`, of a material that the record has never met, so that it need not be asked for anything.

    `paths` are those under which a document was met, its own among them or not.
    """
    if reading.document:
        check_text(reading.document)
        met = [{"document": reading.document.id, "path": path} for path in {reading.document.path, *paths}]
        bulk.insert_all(connection, schema.paths, [each | {"recorded_at": recorded_at} for each in met])
    return Begun(*_enter_reading(connection, reading, recorded_at, None), Outcome.NEW, 0)


def _enter_reading(
    connection: Connection, reading: Reading, recorded_at: str, document: int | None
) -> tuple[int, int | None]:
    """The numbers of the new reading and of its document, which is written if it has none yet."""
    if reading.document and document is None:
        document = _enter_document(connection, reading.document, recorded_at)
    row = {
        "material": reading.material,
        "name": reading.name,
        "extractor": reading.run.extractor,
        "document": document,
        "path": reading.document.path if reading.document else None,
        "run": reading.run.id,
        "recorded_at": recorded_at,
    }
    return bulk.insert_one(connection, schema.readings, row), document


def enter_path(connection: Connection, reading: Reading, recorded_at: str) -> None:
    """Note the path under which a document was met."""
    if reading.document is None:
        return
    paths, met = schema.paths, {"document": reading.document.id, "path": reading.document.path}
    query = select(paths.c.path).where(paths.c.document == met["document"], paths.c.path == met["path"])
    if connection.execute(query).first() is None:
        connection.execute(insert(paths), met | {"recorded_at": recorded_at})


def borne_by(claims: Iterable[Claim]) -> dict[EntityId, str]:
    """Every entity that a filler of these claims bears, with the first name it bears it by."""
    borne: dict[EntityId, str] = {}
    for claim in claims:
        for fillers in claim.roles.values():
            for filler in fillers:
                if filler.entity is not None:
                    borne.setdefault(filler.entity, filler.name or filler.text)
    return borne


def with_unnamed(
    reading: Reading, names: Mapping[EntityId, str], of_baseline: Collection[EntityId]
) -> tuple[Entity, ...]:
    """The entities given, and one of unknown kind for every other one of `names` that the baseline lacks."""
    given = {entity.id: entity for entity in reading.entities}
    known = () if reading.material == BASELINE else of_baseline
    unnamed = (
        Entity(id, name, EntityKind.UNKNOWN) for id, name in names.items() if id not in given and id not in known
    )
    return (*given.values(), *unnamed)


def baseline_entities(connection: Connection, ids: Iterable[EntityId] | None = None) -> set[EntityId]:
    """Which of these entities, or (None) which at all, the baseline describes."""
    entities, readings = schema.entities, schema.readings
    query = select(entities.c.id).join(readings).where(readings.c.material == BASELINE)
    queries = [query] if ids is None else [query.where(entities.c.id.in_(some)) for some in batches(list(ids))]
    return {EntityId(id) for query in queries for id in connection.execute(query).scalars()}


def materials_in(connection: Connection) -> set[str]:
    """Everything that anybody has read."""
    return set(connection.execute(select(schema.readings.c.material).distinct()).scalars())


def _document_there(connection: Connection, document: Document) -> int | None:
    """The number of the row that keeps the document in this state; it is written only once."""
    documents, values = schema.documents, document_values(document)
    query = select(documents.c.number).where(documents.c.id == values["id"], documents.c.digest == values["digest"])
    found = connection.execute(query).scalar()
    return int(found) if found is not None else None


def _enter_document(connection: Connection, document: Document, recorded_at: str) -> int:
    """The number of the new row that keeps the document."""
    number = bulk.insert_one(connection, schema.documents, document_values(document) | {"recorded_at": recorded_at})
    passages = [
        {"document": number, "start": start, "end": end, "text": text} for start, end, text in passages_of(document)
    ]
    bulk.insert_all(connection, schema.passages, passages)
    return number


def _enter_claims(connection: Connection, claims: tuple[Claim, ...], fixed: Values, document: int | None) -> None:
    numbers = bulk.new_numbers(connection, schema.claims, len(claims))
    positions = enumerate(zip(numbers, claims, strict=True))
    for some in batches(list(positions), bulk.BATCH):
        numbered = [(number, claim) for _, (number, claim) in some]
        bulk.insert_all(
            connection,
            schema.claims,
            [claim_values(claim) | fixed | {"number": key, "position": place} for place, (key, claim) in some],
        )
        said = [row | {"claim": key} for key, claim in numbered for row in filler_values(claim)]
        bulk.insert_all(connection, schema.fillers, said)
        shown = [row | {"claim": key} for key, claim in numbered for row in evidence_values(claim, document)]
        bulk.insert_all(connection, schema.evidence, shown)
        fulltext.index_claims(connection, numbered)


def enter_entities(connection: Connection, told: list[tuple[int, Entity]]) -> None:
    """Enter what readings, given by their numbers, say of entities."""
    numbers = bulk.new_numbers(connection, schema.entities, len(told))
    for some in batches(list(zip(numbers, told, strict=True)), bulk.BATCH):
        described = [entity_values(entity) | {"reading": reading, "number": key} for key, (reading, entity) in some]
        bulk.insert_all(connection, schema.entities, described)
        borne = [row | {"entity": key} for key, (_, entity) in some for row in name_values(entity)]
        bulk.insert_all(connection, schema.names, borne)


def _read_before(connection: Connection, reading: Reading) -> bool:
    query = select(schema.readings.c.number).where(schema.readings.c.material == reading.material)
    return connection.execute(query.limit(1)).first() is not None


def _claims_in(connection: Connection, reading: int) -> int:
    query = select(func.count()).select_from(schema.claims).where(schema.claims.c.reading == reading)
    return int(connection.execute(query).scalar_one())
