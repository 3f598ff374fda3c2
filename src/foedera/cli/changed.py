"""`foedera changed`: what changed in a period, in the world and in what the record knows."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from foedera.cli.output import print_lines, print_rows
from foedera.cli.settings import Format, OutputFormat, RecordPlace


def changed(
    first: Annotated[str, typer.Option("--from", help="From this day on (EDTF).", show_default=False)],
    last: Annotated[str, typer.Option("--to", help="Up to this day (EDTF), the day included.", show_default=False)],
    between: Annotated[
        tuple[str, str] | None, typer.Option("--between", help="Only what concerns both of these actors.")
    ] = None,
    known: Annotated[
        bool, typer.Option("--known", help="Also what the record learned or gave up in these days.")
    ] = False,
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """Tell what changed in a period, and which statuses changed because of which sentence."""
    from foedera.answers.changed import answer_changed
    from foedera.cli.choices import day_of, two_actors
    from foedera.cli.records import open_place
    from foedera.views.changes import CHANGE_COLUMNS, change_rows, changes_to_json, show_changes

    ledger = open_place(record)
    actors = [actor.id for actor in two_actors(ledger, *between)] if between else []
    begin, end = day_of(first, "--from"), day_of(last, "--to", last=True)
    answer = answer_changed(ledger, begin, end, between=actors, known=known)
    if format is Format.JSON:
        print(json.dumps(changes_to_json(answer), ensure_ascii=False, indent=2))
    elif format is Format.TABLE:
        whom = f", {' and '.join(answer.between)}" if answer.between else ""
        print_lines(f"Changed from {answer.first} to {answer.last}{whom}", show_changes(answer))
    else:
        print_rows(change_rows(answer), CHANGE_COLUMNS, format)
