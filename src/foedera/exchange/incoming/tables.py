"""Tables of text (CSV): their header checked, their rows read one by one."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from pathlib import Path

from foedera.exchange.incoming.report import Report, RowInvalid


def check_columns(columns: Collection[str], needed: Collection[str], path: Path) -> None:
    """Raises RowInvalid for the header, naming the first column that is not there and the nearest that is."""
    for column in needed:
        if column not in columns:
            from rapidfuzz import process

            near = process.extractOne(column, list(columns)) if columns else None
            meant = f" Is “{near[0]}” meant?" if near and near[1] > 60 else ""
            raise RowInvalid(
                f"{path.name} has no such column.",
                row="header",
                column=column,
                mend=f"Columns of the file: {', '.join(columns) or 'none'}.{meant}",
            )


def read_rows(table: csv.DictReader[str], report: Report, *, key: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table with a label each: number (the header is row 1) and the cell that names the record.

    A row with too few or too many cells is refused.
    """
    for number, row in enumerate(table, 2):
        label = f"row {number}"
        if key and row.get(key):
            label += f" ({row[key]})"
        extra, missing = row.pop(None, None), [column for column, cell in row.items() if cell is None]
        if extra or missing:
            what = f"{len(extra)} cells too many" if extra else f"no cell for “{missing[0]}”"
            mend = "Put cells that hold a comma in quotes." if extra else "Give every row as many cells as the header."
            report.refuse(RowInvalid(f"the row has {what}.", row=label, mend=mend))
            continue
        yield label, dict(row)
