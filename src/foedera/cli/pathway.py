"""`foedera pathway`: which kinds of agreement two actors have, and which usually come next."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated

import typer

from foedera.cli.output import print_lines, print_rows
from foedera.cli.settings import Format, KnownOn, OnDay, OneActor, OtherActor, OutputFormat, RecordPlace


def pathway(
    one: OneActor,
    other: OtherActor,
    on: OnDay = None,
    known_on: KnownOn = None,
    steps: Annotated[int | None, typer.Option("--steps", help="At most so many next steps.", min=1)] = None,
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """Tell which agreements two actors have and which usually come next, by precedent."""
    from dataclasses import replace

    from foedera.answers.pathway import answer_pathway
    from foedera.cli.choices import day_of, two_actors
    from foedera.cli.records import open_place
    from foedera.views.pathway import STEP_COLUMNS, next_row, next_to_json, pathway_to_json, show_pathway

    ledger = open_place(record)
    first, second = two_actors(ledger, one, other)
    day = day_of(on, "--on", last=True) if on else date.today()
    known = day_of(known_on, "--known-on", last=True) if known_on else None
    whole = answer_pathway(ledger, first.id, second.id, on=day, known_on=known)
    answer = replace(whole, next=whole.next[:steps])
    if format is Format.JSON:
        print(json.dumps(pathway_to_json(answer), ensure_ascii=False, indent=2))
    elif format is Format.JSONL:
        print_rows((next_to_json(step) for step in answer.next), (), format)
    elif format is Format.CSV:
        print_rows((next_row(answer, place) for place in range(len(answer.next))), STEP_COLUMNS, format)
    else:
        print_lines(f"{answer.one} and {answer.other}", show_pathway(answer))
