"""`foedera schema`: what a claim looks like as JSON, and the tables of the Parquet and SQLite exports."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from foedera.cli.output import print_rows
from foedera.cli.settings import Format, OutputFormat


class What(StrEnum):
    """What can be printed."""

    CLAIM = "claim"
    TABLES = "tables"


def schema(
    what: Annotated[
        What, typer.Argument(help="claim: JSON schema of a claim; tables: those of Parquet and SQLite.")
    ] = What.CLAIM,
    format: OutputFormat = Format.TABLE,
) -> None:
    """Print the JSON schema of claims, or the tables in which a record is exported."""
    import json

    from foedera.model.schema import claim_schema

    if what is What.CLAIM:
        print(json.dumps(claim_schema(), ensure_ascii=False, indent=2))
        return
    print_rows(_rows(), ("table", "column", "type", "says"), format)


def _rows() -> list[dict[str, Any]]:
    from foedera.exchange.layout import TABLES

    rows = []
    for table in TABLES:
        rows.append({"table": table.name, "column": "", "type": "", "says": f"one row: {table.row}"})
        for column in table.columns:
            notes = ["key"] if column.name in table.key else []
            notes += ["may be empty"] if column.empty else []
            notes += [f"number in {column.to}"] if column.to else []
            says = column.says + (f" ({', '.join(notes)})" if notes else "")
            rows.append({"table": table.name, "column": column.name, "type": column.holds.value, "says": says})
    return rows
