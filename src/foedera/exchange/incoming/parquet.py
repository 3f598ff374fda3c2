"""A folder of Parquet tables, as `foedera export parquet` writes it, read back as the readings that it holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera.exchange.carried import Carried, decision_from_json, document_from_json, entity_from_json, merge_from_json
from foedera.exchange.incoming.parquet_rows import Again, readings_of
from foedera.exchange.incoming.report import Report, RowInvalid
from foedera.exchange.layout import TABLES, Table
from foedera.model.claims import Claim, ClaimId, Evidence, Filler, Source
from foedera.model.documents import Document, DocumentId
from foedera.model.entities import Entity
from foedera.model.errors import DocumentUnreadable, FoederaError
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.record.copying import Copied

if TYPE_CHECKING:
    import polars

Row = dict[str, Any]
_LISTS = ("blocks", "footnotes", "marks", "skipped")


def open_tables(path: Path, report: Report) -> tuple[bool, Carried]:
    """What a folder of tables holds. Raises DocumentUnreadable, RowInvalid for a table or a column that is not there."""
    from pyarrow import parquet

    for table in TABLES:
        file = path / f"{table.name}.parquet"
        if not file.is_file():
            mend = "Name the folder that “foedera export parquet” wrote."
            raise DocumentUnreadable(f"there is no table {file.name}.", where=str(path), mend=mend)
        found = parquet.read_schema(file)
        for column in table.columns:
            if column.name not in found.names:
                known = ", ".join(found.names)
                mend = f"Columns of the table: {known}."
                raise RowInvalid("the table has no such column.", row=file.name, column=column.name, mend=mend)
    about = parquet.read_schema(path / "claims.parquet").metadata or {}
    return about.get(b"foedera") == b"whole", _carried(path, report)


def _carried(path: Path, report: Report) -> Carried:
    documents = _Documents(path)
    paths, entities = _grouped(_read(path, "paths"), "document"), _grouped(_entities(path), "reading")
    found = readings_of(path)
    for reading in _rows(path, "readings"):
        document, number = documents.get(reading["document"]), reading["number"]
        if document is not None and reading["path"]:
            document = replace(document, path=reading["path"])
        met = tuple(sorted(row["path"] for row in paths(document.id))) if document else ()
        told = tuple(_entity(row) for row in entities(number))
        claims = Again(partial(_claims, path, number, documents, report))
        rows = found(number)
        yield Copied(reading["material"], reading["extractor"], document, met, told, claims, rows, reading["document"])
    for row in _rows(path, "decisions"):
        yield decision_from_json(row)
    for row in _rows(path, "merges"):
        yield merge_from_json(row)


class _Documents(Mapping[int, Document]):
    """The documents of the folder by their numbers, each made when it is asked for: a record may have very many."""

    def __init__(self, path: Path) -> None:
        documents = _read(path, "documents")
        self._numbers = documents["number"].to_list()
        self._row = _grouped(documents, "number")

    def __getitem__(self, number: int) -> Document:
        for row in self._row(number):
            return _document(row)
        raise KeyError(number)

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def _claims(path: Path, reading: int, documents: Mapping[int, Document], report: Report) -> Iterator[Claim]:
    import polars as pl

    rows = pl.scan_parquet(path / "claims.parquet").filter(pl.col("reading") == reading).sort("position").collect()
    if rows.is_empty():
        return
    first, last = rows["number"].min(), rows["number"].max()
    fillers, evidence = (_of_claims(path, table, first, last) for table in ("fillers", "evidence"))
    for row in rows.iter_rows(named=True):
        label = f"claims.parquet, row {row['number']} ({row['id']})"
        try:
            yield _claim(row, fillers[row["number"]], evidence[row["number"]], documents)
        except FoederaError as error:
            report.refuse(RowInvalid(error.what, row=label, mend=error.mend))
        except (ValueError, KeyError, TypeError) as error:
            report.refuse(RowInvalid(f"cannot be read: {error}.", row=label, mend="Export the record again."))


def _of_claims(path: Path, table: str, first: Any, last: Any) -> defaultdict[int, list[tuple[Any, ...]]]:
    """The rows of a table by claim, without number and position, for claims whose numbers lie between these two."""
    import polars as pl

    rows = pl.scan_parquet(path / f"{table}.parquet").filter(pl.col("claim").is_between(first, last))
    found: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    names = [column.name for column in _table(table).columns]
    for row in rows.select(names).sort("claim", "position").collect().iter_rows():
        found[row[0]].append(row[2:])
    return found


def _claim(
    row: Row, fillers: list[tuple[Any, ...]], evidence: list[tuple[Any, ...]], documents: Mapping[int, Document]
) -> Claim:
    roles: dict[str, list[Filler]] = {}
    for role, text, start, end, entity, name in fillers:
        roles.setdefault(role, []).append(Filler(text, start, end, entity, name))
    return Claim(
        kind=Kind(row["kind"]),
        roles={role: tuple(found) for role, found in roles.items()},
        evidence=tuple(_evidence(cells, documents) for cells in evidence),
        when=Span.parse(row["when_edtf"]) if row["when_edtf"] is not None else None,
        modality=Modality(row["modality"]),
        polarity=Polarity(row["polarity"]),
        cites=tuple(json.loads(row["cites"])),
        confidence=row["confidence"],
        extractor=row["extractor"],
        id=ClaimId(row["id"]),
    )


def _evidence(cells: tuple[Any, ...], documents: Mapping[int, Document]) -> Evidence:
    document, start, end, quote, *source = cells
    if source[0] is not None:
        return Evidence(None, None, None, "", Source(*source))
    return Evidence(DocumentId(documents[document].id), start, end, quote)


def _document(row: Row) -> Document:
    lists = {name: json.loads(row[name]) for name in _LISTS}
    return document_from_json(row | lists)


def _entities(path: Path) -> polars.DataFrame:
    """The entities, each with the list of its names."""
    names = _read(path, "names").group_by("entity", maintain_order=True).agg(aliases="name")
    return _read(path, "entities").join(names, left_on="number", right_on="entity", how="left", maintain_order="left")


def _entity(row: Row) -> Entity:
    values = {name: value for name, value in row.items() if name not in ("number", "reading")}
    aliases = [name for name in row["aliases"] or () if name != row["name"]]
    return entity_from_json(values | {"aliases": aliases, "part_of": json.loads(row["part_of"])})


def _grouped(frame: polars.DataFrame, column: str) -> Callable[[Any], Iterator[Row]]:
    """Asked for a value of the column, it gives the rows that have it, in their order; none where there are none."""
    rows = frame.sort(column, maintain_order=True)
    lengths = rows.group_by(column, maintain_order=True).len()
    ends = lengths["len"].cum_sum()
    places = {value: (end - length, length) for (value, length), end in zip(lengths.iter_rows(), ends, strict=True)}
    return lambda value: rows.slice(*places.get(value, (0, 0))).iter_rows(named=True)


def _rows(path: Path, table: str) -> Iterator[Row]:
    rows: polars.DataFrame = _read(path, table)
    yield from rows.iter_rows(named=True)


def _read(path: Path, table: str) -> polars.DataFrame:
    import polars as pl

    spec = _table(table)
    return pl.read_parquet(path / f"{table}.parquet", columns=[each.name for each in spec.columns]).sort(spec.key)


def _table(name: str) -> Table:
    return next(table for table in TABLES if table.name == name)
