"""A record as it can be carried elsewhere: reading by reading, or table by table.

Nothing here interprets: what comes out is what was entered, superseded readings too unless a query asks for less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import JSON, ColumnElement, Connection, Engine, Select, Table, Text, cast, literal_column, select

from foedera.model.claims import Claim
from foedera.model.documents import Document
from foedera.model.entities import Entity
from foedera.model.errors import ClaimInvalid
from foedera.record import lookups, schema
from foedera.record.admitting import batches
from foedera.record.lookups import current
from foedera.record.rows import document_values, entity_of
from foedera.record.store import reading_from
from foedera.record.values import ClaimQuery

_PART = 50_000  # rows fetched at a time: enough to be quick, few enough to need little memory

# Columns that leave the record under their own names. Numbers of rows are kept: they tie the tables together.
_COLUMNS = {
    "readings": ("number", "material", "extractor", "document", "path", "recorded_at"),
    "documents": (
        "number id path format title date date_earliest date_latest publisher url language marking checksum text "
        "blocks footnotes marks skipped"
    ).split(),
    "paths": ("document", "path"),
    "entities": ("number", "reading", "id", "name", "kind", "country", "parent", "part_of", "wikidata", "source"),
    "names": ("entity", "position", "name"),
    "claims": (
        "number reading position id kind when_edtf earliest latest modality polarity confidence extractor cites"
    ).split(),
    "fillers": ("claim", "position", "role", "text", "start", "end", "entity", "name"),
    "evidence": (
        "claim position document start end quote source_title source_url source_publisher source_date "
        "source_reliability"
    ).split(),
    "decisions": ("number", "claim", "verdict", "who", "note", "replacement", "decided_at", "undoes"),
    "merges": ("number", "entity", "into", "who", "note", "decided_at"),
}
TABLES = tuple(_COLUMNS)


Cells = tuple[Any, ...]


class ClaimRows(NamedTuple):
    """A claim as its rows of three tables of another record; the columns of each are `copying.columns_of`."""

    claim: Cells
    fillers: list[Cells]
    evidence: list[Cells]


class RowsRefused(ClaimInvalid):
    """The rows of a claim are not as a record keeps them."""


@dataclass(frozen=True, slots=True)
class Copied:
    """One reading: what was read, by which extractor, and what it found.

    `document` is the document in the state in which it was read, `paths` where it was met; for a data set None and
    empty. `claims` are in the order in which they were entered; they are fetched as one goes, once.
    """

    material: str
    extractor: str
    document: Document | None
    paths: tuple[str, ...]
    entities: tuple[Entity, ...]
    claims: Iterable[Claim]
    rows: Iterable[ClaimRows] | None = None  # the same claims as rows, where they came as rows
    number: int | None = None  # of the document, in the record that the rows come from


def copy_readings(engine: Engine, query: ClaimQuery | None) -> Iterator[Copied]:
    """Every reading, oldest first; with a query only its claims, their readings and the entities that they name."""
    chosen = _chosen(engine, query)
    with reading_from(engine) as connection:
        wanted = select(schema.readings).order_by(schema.readings.c.number)
        if chosen is not None:
            wanted = wanted.where(schema.readings.c.number.in_(_readings_of(chosen)))
        rows = connection.execute(wanted).all()
    for row in rows:
        with reading_from(engine) as connection:
            document = lookups.document_by_number(connection, row.document) if row.document is not None else None
            met = select(schema.paths.c.path).where(schema.paths.c.document == row.material)
            paths = tuple(connection.execute(met.order_by(schema.paths.c.path)).scalars())
            told = tuple(_entities_of(connection, row.number, chosen))
            own = select(schema.claims.c.number).where(schema.claims.c.reading == row.number)
            if chosen is not None:
                own = own.where(schema.claims.c.number.in_(chosen))
            numbers = list(connection.execute(own.order_by(schema.claims.c.position)).scalars())
        if document is not None and row.path:
            document = replace(document, path=row.path)
        yield Copied(row.material, row.extractor, document, paths, told, _claims_of(engine, numbers))


def copy_rows(engine: Engine, table: str, query: ClaimQuery | None) -> Iterator[Sequence[Sequence[Any]]]:
    """The rows of one of `TABLES` in parts, in the order in which they were entered; columns as in `columns_of`.

    With a query, only what belongs to its claims. The last column of readings says whether the reading is current.
    """
    source, chosen = schema.metadata.tables[table], _chosen(engine, query)
    # Lists are stored as JSON and handed on as text, as they lie there.
    columns: list[ColumnElement[Any]] = [
        cast(column, Text) if isinstance(column.type, JSON) else column
        for column in (source.c[name] for name in _COLUMNS[table])
    ]
    if table == "readings":
        columns.append(current().label("current"))
    wanted = select(*columns).order_by(*_as_entered(engine, source))
    if chosen is not None:
        wanted = wanted.where(_belongs(table, chosen))
    with reading_from(engine) as connection:
        if engine.dialect.name != "sqlite":
            yield from connection.execution_options(yield_per=_PART).execute(wanted).partitions(_PART)
            return
        # The driver's own rows: of a million claims, turning each into a row of SQLAlchemy's took a third of the time.
        found = connection.execute(wanted)
        assert found.cursor is not None  # a SELECT has one until it is closed
        while part := found.cursor.fetchmany(_PART):
            yield part
        found.close()


def _as_entered(engine: Engine, source: Table) -> list[ColumnElement[Any]]:
    key = list(source.primary_key.columns)
    # SQLite keeps tables with a key of two columns in the order of entry; to follow their key is three times slower,
    # and rows are entered in its order.
    return [literal_column("rowid")] if engine.dialect.name == "sqlite" and len(key) > 1 else [*key]


def columns_of(table: str) -> tuple[str, ...]:
    """The names of the columns that `copy_rows` gives."""
    return (*_COLUMNS[table], "current") if table == "readings" else tuple(_COLUMNS[table])


def document_digest(document: Document) -> str:
    """A hash of everything that a reader found in a document: equal if it was read in the same state."""
    return str(document_values(document)["digest"])


def _chosen(engine: Engine, query: ClaimQuery | None) -> Select[Any] | None:
    """The numbers of the claims that a query asks for, as a query; None for everything."""
    if query is None:
        return None
    with reading_from(engine) as connection:
        found = lookups.chosen_claims(connection, query)
    # A limit inside IN is not taken by every store, one inside a subquery is.
    return select(found.subquery().c.number)


def _belongs(table: str, chosen: Select[Any]) -> ColumnElement[bool]:
    """The condition that a row of a table belongs to the chosen claims."""
    tables = schema.metadata.tables
    own, claims = tables[table].c, tables["claims"].c
    said_in = select(schema.readings.c.document).where(schema.readings.c.number.in_(_readings_of(chosen)))
    if table == "claims":
        return own.number.in_(chosen)
    if table in ("fillers", "evidence"):
        return own.claim.in_(chosen)
    if table == "readings":
        return own.number.in_(_readings_of(chosen))
    if table == "documents":
        return own.number.in_(said_in)
    if table == "paths":
        return own.document.in_(select(schema.documents.c.id).where(schema.documents.c.number.in_(said_in)))
    if table == "entities":
        return own.number.in_(_entity_numbers(chosen))
    if table == "names":
        return own.entity.in_(_entity_numbers(chosen))
    if table == "merges":
        named = select(tables["fillers"].c.entity).where(tables["fillers"].c.claim.in_(chosen))
        return own.entity.in_(named) | own.into.in_(named)
    return own.claim.in_(select(claims.id).where(claims.number.in_(chosen)))


def _readings_of(chosen: Select[Any]) -> Select[Any]:
    return select(schema.claims.c.reading).where(schema.claims.c.number.in_(chosen))


def _entity_numbers(chosen: Select[Any]) -> Select[Any]:
    """The rows, of current readings, that describe whatever the chosen claims name."""
    named = select(schema.fillers.c.entity).where(
        schema.fillers.c.claim.in_(chosen), schema.fillers.c.entity.is_not(None)
    )
    entities, readings = schema.entities, schema.readings
    return select(entities.c.number).join(readings).where(entities.c.id.in_(named), current())


def _entities_of(connection: Connection, reading: int, chosen: Select[Any] | None) -> Iterator[Entity]:
    """What a reading says of entities, by id; with a choice of claims, of those that they name."""
    wanted = select(schema.entities).where(schema.entities.c.reading == reading).order_by(schema.entities.c.id)
    if chosen is not None:
        wanted = wanted.where(schema.entities.c.number.in_(_entity_numbers(chosen)))
    rows = connection.execute(wanted).all()
    borne: dict[int, list[str]] = {}
    found = select(schema.names).join(schema.entities).where(schema.entities.c.reading == reading)
    for name in connection.execute(found.order_by(schema.names.c.entity, schema.names.c.position)):
        borne.setdefault(name.entity, []).append(name.name)
    for row in rows:
        yield entity_of(row, borne.get(row.number, []))


def _claims_of(engine: Engine, numbers: list[int]) -> Iterator[Claim]:
    for some in batches(numbers):
        with reading_from(engine) as connection:
            found = list(lookups.claims_by_number(connection, some))
        yield from found
