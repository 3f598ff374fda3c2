"""The record as Parquet: a folder with a file for each table of `foedera.exchange.layout`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera.exchange.layout import TABLES, Holds, Table
from foedera.exchange.outgoing.selection import FileUnwritable, Selection, Written, new_place

if TYPE_CHECKING:
    import pyarrow

_ROWS = 100_000  # rows of a row group


def write_parquet(selection: Selection, path: Path) -> Written:
    """Write a folder of tables, of the whole record or of the selection. Tables that lie there already are replaced."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise FileUnwritable(
            f"no folder can be made here: {error.strerror}.",
            where=str(path),
            mend="Name a new folder; Parquet is a file a table.",
        ) from error
    written = Written()
    for table in TABLES:
        rows = _write_table(selection, table, path / f"{table.name}.parquet")
        if table.name == "claims":
            written.claims = rows
    return written


def _write_table(selection: Selection, table: Table, path: Path) -> int:
    import pyarrow
    from pyarrow import parquet

    schema, count = arrow_schema(table, whole=selection.query is None), 0
    with new_place(path) as place, parquet.ParquetWriter(place, schema, compression="zstd") as writer:
        for part in selection.record.rows(table.name, selection.query):
            cells = zip(*part, strict=True)
            arrays = [_array(column, field.type) for column, field in zip(cells, schema, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), row_group_size=_ROWS)
            count += len(part)
    return count


def _array(cells: tuple[Any, ...], type: Any) -> Any:
    import pyarrow

    # SQLite has no booleans: it says 0 and 1.
    return pyarrow.array(map(bool, cells) if type == pyarrow.bool_() else cells, type)


def arrow_schema(table: Table, *, whole: bool = True) -> pyarrow.Schema:
    """The columns of a table as Arrow types; what each says travels with it as metadata."""
    import pyarrow

    types: dict[Holds, Any] = {
        Holds.TEXT: pyarrow.string(),
        Holds.WORD: pyarrow.string(),
        Holds.JSON: pyarrow.string(),
        Holds.NUMBER: pyarrow.int64(),
        Holds.REAL: pyarrow.float64(),
        Holds.FLAG: pyarrow.bool_(),
    }
    fields = [
        pyarrow.field(column.name, types[column.holds], nullable=column.empty, metadata={"description": column.says})
        for column in table.columns
    ]
    return pyarrow.schema(fields, metadata={"description": table.row, "foedera": "whole" if whole else "selection"})
