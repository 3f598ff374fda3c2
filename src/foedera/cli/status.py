"""`foedera status`: where an instrument stands on a day."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from foedera.cli.output import print_lines, print_rows
from foedera.cli.settings import Format, OutputFormat, RecordPlace

if TYPE_CHECKING:
    from foedera.model.answers import StatusAnswer


def status(
    instrument: Annotated[
        str | None, typer.Argument(help="As people call it: “EU-Japan SPA”, eu-jpn-spa.", show_default=False)
    ] = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--between", help="Two parties: all that stands between them, or which INSTRUMENT is meant."),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="On which day (EDTF). Without it, today.", show_default=False)
    ] = None,
    known_on: Annotated[
        str | None, typer.Option("--known-on", help="As the record stood on this day.", show_default=False)
    ] = None,
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """Tell the status of an agreement on a day, with the sentences it rests on."""
    from foedera.answers.naming import actor_named, instrument_named
    from foedera.answers.status import answer_status, answer_statuses
    from foedera.cli.choices import day_of
    from foedera.cli.records import open_place
    from foedera.model.errors import UsageWrong
    from foedera.views.status import FULL_COLUMNS, MATRIX_COLUMNS, show_status_row, status_to_json

    if instrument is None and between is None:
        raise UsageWrong("status of what?", mend="Name an instrument, or give --between with two parties.")
    ledger = open_place(record)
    day = day_of(on, "--on", last=True) if on else date.today()
    known = day_of(known_on, "--known-on", last=True) if known_on else None
    parties = [actor_named(ledger, name).id for name in between or ()]
    if instrument is not None:
        found = instrument_named(ledger, instrument, parties)
        answer = answer_status(ledger, found.id, on=day, known_on=known)
        if format in (Format.TABLE, Format.JSON):
            return _print_one(answer, format)
        answers: tuple[StatusAnswer, ...] = (answer,)
    else:
        answers = answer_statuses(ledger, parties, on=day, known_on=known)
    if format in (Format.JSON, Format.JSONL):
        return print_rows((status_to_json(answer) for answer in answers), (), format)
    rows = [show_status_row(ledger, answer) for answer in answers]
    return print_rows(rows, MATRIX_COLUMNS if format is Format.TABLE else FULL_COLUMNS, format)


def _print_one(answer: StatusAnswer, format: Format) -> None:
    from foedera.views.status import show_status, status_to_json

    if format is Format.JSON:
        print(json.dumps(status_to_json(answer), ensure_ascii=False, indent=2))
    else:
        print_lines(answer.name, show_status(answer))
