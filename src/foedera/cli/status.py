"""`foedera status`: where an instrument stands on a day."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from foedera.cli.output import print_rows
from foedera.cli.settings import Format, OutputFormat, RecordPlace

if TYPE_CHECKING:
    from foedera.model.answers import Conflict, Ground, StatusAnswer


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
    from foedera.answers.between import instruments_between
    from foedera.answers.naming import actor_named, instrument_named
    from foedera.answers.status import answer_status
    from foedera.cli.choices import day_of
    from foedera.cli.records import open_place
    from foedera.model.errors import UsageWrong

    if instrument is None and between is None:
        raise UsageWrong("status of what?", mend="Name an instrument, or give --between with two parties.")
    ledger = open_place(record)
    day = day_of(on, "--on", last=True) if on else date.today()
    known = day_of(known_on, "--known-on", last=True) if known_on else None
    parties = [actor_named(ledger, name).id for name in between or ()]
    if instrument is not None:
        answers = [answer_status(ledger, instrument_named(ledger, instrument, parties).id, on=day, known_on=known)]
    else:
        found = instruments_between(ledger, parties)
        answers = [answer_status(ledger, each, on=day, known_on=known) for each in found]
    if instrument is not None:
        _print_one(answers[0], format)
    else:
        rows = [answer_to_json(answer) if format in (Format.JSON, Format.JSONL) else _row(answer) for answer in answers]
        print_rows(rows, ("instrument", "name", "status", "since", "parties"), format)


def _print_one(answer: StatusAnswer, format: Format) -> None:
    if format is Format.JSON:
        print(json.dumps(answer_to_json(answer), ensure_ascii=False, indent=2))
    elif format is Format.JSONL:
        print(json.dumps(answer_to_json(answer), ensure_ascii=False))
    elif format is Format.CSV:
        print_rows([_row(answer)], ("instrument", "name", "status", "since", "on", "parties"), format)
    else:
        _print_for_people(answer)


def _print_for_people(answer: StatusAnswer) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(soft_wrap=True)
    since = f" (since {answer.since})" if answer.since else ""
    console.print(f"[bold]{escape(answer.name)}[/bold]", highlight=False)
    console.print(f"on {answer.on}: [bold]{answer.status.value.replace('_', ' ')}[/bold]{since}", highlight=False)
    for ground in answer.grounds:
        console.print(f"  because {escape(_ground_line(ground))}", highlight=False)
    if not answer.grounds:
        console.print("  nothing in the record says that anything had happened by then.", highlight=False)
    for conflict in answer.conflicts:
        console.print(
            f"  [yellow]sources disagree[/yellow] on the {escape(conflict.about)}: "
            f"{escape(_ground_line(conflict.one))} / {escape(_ground_line(conflict.other))}",
            highlight=False,
        )


def _ground_line(ground: Ground) -> str:
    quote = f": “{' '.join(ground.quote.split())}”" if ground.quote else ""
    when = f" {ground.when}" if ground.when else ""
    return f"{ground.event.replace('_', ' ')}{when}, {ground.source}{quote}"


def answer_to_json(answer: StatusAnswer) -> dict[str, Any]:
    """The answer as plain JSON values, as the plan of the house fixes them."""
    return {
        "instrument": answer.instrument,
        "name": answer.name,
        "parties": list(answer.parties),
        "status": answer.status.value,
        "since": answer.since.edtf if answer.since else None,
        "on": answer.on,
        "grounds": [_ground_to_json(ground) for ground in answer.grounds],
        "conflicts": [_conflict_to_json(conflict) for conflict in answer.conflicts],
    }


def _ground_to_json(ground: Ground) -> dict[str, Any]:
    return {
        "claim": ground.claim,
        "event": ground.event,
        "when": ground.when.edtf if ground.when else None,
        "source": ground.source,
        "quote": ground.quote,
    }


def _conflict_to_json(conflict: Conflict) -> dict[str, Any]:
    return {"about": conflict.about, "claims": [_ground_to_json(conflict.one), _ground_to_json(conflict.other)]}


def _row(answer: StatusAnswer) -> dict[str, Any]:
    return {
        "instrument": answer.instrument,
        "name": answer.name,
        "status": answer.status.value,
        "since": answer.since.edtf if answer.since else "",
        "on": answer.on,
        "parties": list(answer.parties),
    }
