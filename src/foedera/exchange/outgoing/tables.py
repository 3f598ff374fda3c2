"""A table of Polars as a file that statistics programs read: CSV, Parquet, Arrow, Stata."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from foedera.model.errors import UsageWrong

if TYPE_CHECKING:
    import polars

Target = str | IO[bytes]


def write_table(table: polars.DataFrame, format: str, path: Path | None) -> None:
    """Write the table to a file, or to standard output where `path` is None.

    Formats: csv, parquet, arrow, dta. Columns that hold lists are written as text with “;” in csv and dta.
    Raises UsageWrong.
    """
    if format not in WRITERS:
        raise UsageWrong(f"no format “{format}” for a table.", mend=f"Known formats: {', '.join(WRITERS)}.")
    if format == "dta" and path is None:
        raise UsageWrong("Stata files cannot be written to standard output.", mend="Name a file with --output.")
    WRITERS[format](table, str(path) if path else sys.stdout.buffer)


def _write_csv(table: polars.DataFrame, target: Target) -> None:
    _flat(table).write_csv(target)


def _write_parquet(table: polars.DataFrame, target: Target) -> None:
    table.write_parquet(target)


def _write_arrow(table: polars.DataFrame, target: Target) -> None:
    # The file form of Arrow, also called Feather 2: R's arrow and Python's pyarrow open it; texts in their plain form.
    table.write_ipc(target, compat_level=_plain_arrow())


def _plain_arrow() -> polars.CompatLevel:
    import polars as pl

    return pl.CompatLevel.oldest()


def _write_stata(table: polars.DataFrame, target: Target) -> None:
    import polars as pl

    try:
        import pyreadstat
    except ModuleNotFoundError as error:
        raise UsageWrong("Stata files need pyreadstat.", mend="Install it: pip install pyreadstat.") from error
    flat = _flat(table).with_columns(pl.col(pl.UInt8, pl.UInt32, pl.Int64).cast(pl.Int32))
    pyreadstat.write_dta(flat, str(target))


def _flat(table: polars.DataFrame) -> polars.DataFrame:
    import polars as pl

    return table.with_columns(pl.col(pl.List(pl.String)).list.join(";"))


WRITERS: dict[str, Callable[[polars.DataFrame, Target], None]] = {
    "csv": _write_csv,
    "parquet": _write_parquet,
    "arrow": _write_arrow,
    "dta": _write_stata,
}
