"""`foedera commitments`: what two actors undertook, how firmly, and what followed."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated

import typer

from foedera.cli.output import print_rows
from foedera.cli.settings import Format, KnownOn, OnDay, OneActor, OtherActor, OutputFormat, RecordPlace


def commitments(
    one: OneActor,
    other: OtherActor,
    on: OnDay = None,
    known_on: KnownOn = None,
    unfollowed: Annotated[
        bool, typer.Option("--unfollowed", help="Only those of which the record holds nothing that followed.")
    ] = False,
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """List the commitments of two actors with their strength, and what the record holds that followed each."""
    from dataclasses import replace

    from foedera.answers.commitments import answer_commitments
    from foedera.cli.choices import day_of, two_actors
    from foedera.cli.records import open_place
    from foedera.views.commitments import COMMITMENT_COLUMNS, promise_row, promise_to_json, promises_to_json

    ledger = open_place(record)
    first, second = two_actors(ledger, one, other)
    day = day_of(on, "--on", last=True) if on else date.today()
    known = day_of(known_on, "--known-on", last=True) if known_on else None
    answer = answer_commitments(ledger, first.id, second.id, on=day, known_on=known)
    if unfollowed:
        answer = replace(answer, promises=tuple(promise for promise in answer.promises if not promise.followed))
    if format is Format.JSON:
        print(json.dumps(promises_to_json(answer), ensure_ascii=False, indent=2))
    elif format is Format.JSONL:
        print_rows((promise_to_json(promise) for promise in answer.promises), (), format)
    else:
        print_rows((promise_row(promise) for promise in answer.promises), COMMITMENT_COLUMNS, format)
