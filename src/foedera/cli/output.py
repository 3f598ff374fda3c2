"""Printing rows: a table for people, JSON, JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from foedera.cli.settings import Format

Row = dict[str, Any]


def print_rows(rows: Iterable[Row], columns: Sequence[str], format: Format, *, title: str | None = None) -> None:
    """Print the rows. Tables and CSV show `columns` alone; JSON and JSON lines everything that a row has."""
    if format is Format.TABLE:
        print_table(rows, columns, title=title)
    elif format is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    elif format is Format.JSONL:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    else:
        print(json.dumps(list(rows), ensure_ascii=False, indent=2))


_SHORT = 24  # characters up to which a cell stays on one line
_WIDTH = 120  # columns where the output is no terminal: a file, a pipe


def print_table(rows: Iterable[Row], columns: Sequence[str], *, title: str | None = None) -> None:
    """Print the rows as a table as wide as the terminal, longer cells on several lines."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    listed = list(rows)
    table = Table(title=title, title_justify="left", header_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        width = max((len(_cell(row.get(column))) for row in listed), default=0)
        table.add_column(
            column, no_wrap=width <= _SHORT, overflow="fold", ratio=None if width <= _SHORT else 1 + width // 80
        )
    for row in listed:
        table.add_row(*(_escaped(_cell(row.get(column))) for column in columns))
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(width=None if told else _WIDTH)
    console.print(table)
    if not listed:
        console.print("Nothing found.", style="italic")


def print_lines(title: str, lines: Iterable[str]) -> None:
    """Print a title in bold and lines below it, none of them cut."""
    from rich.console import Console

    console = Console(soft_wrap=True)
    console.print(f"[bold]{_escaped(title)}[/bold]", highlight=False)
    for line in lines:
        console.print(_escaped(line), highlight=False)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(_cell(each) for each in value)
    return str(value)


def _escaped(text: str) -> str:
    from rich.markup import escape

    return escape(text)


def say(line: str) -> None:
    """Tell the person something that is not output: it goes to standard error."""
    print(line, file=sys.stderr)
