"""`foedera eligible`: whether an actor may take part in a fund or programme, why, and what would change that."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from foedera.cli.can import KnownOnOption, OnOption, RulesOption
from foedera.cli.settings import Format, OutputFormat, RecordPlace


def eligible(
    actor: Annotated[str, typer.Argument(help="A company or a state: “Mitsubishi Heavy Industries”, Japan.")],
    programme: Annotated[str, typer.Argument(help="A fund or programme: EDF, SAFE, Eurodrone.")],
    quality: Annotated[
        str | None,
        typer.Option(
            "--as",
            help="beneficiary, subcontractor, partner, observer, contractor or member. Without it, the usual one.",
            show_default=False,
        ),
    ] = None,
    on: OnOption = None,
    known_on: KnownOnOption = None,
    rules: RulesOption = None,
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """Tell whether an actor may take part in a fund or programme, with grounds, and what would make it possible."""
    from foedera.answers.eligible import Quality, answer_eligible, programme_named
    from foedera.answers.naming import actor_named
    from foedera.answers.rules import rules_with
    from foedera.cli.answers import print_answer
    from foedera.cli.choices import chosen, day_of
    from foedera.cli.records import open_place

    wanted = chosen(Quality, quality, "--as") if quality else None
    known_rules = rules_with(rules or ())
    ledger = open_place(record)
    answer = answer_eligible(
        ledger,
        actor_named(ledger, actor),
        programme_named(ledger, programme),
        on=day_of(on, "--on", last=True) if on else date.today(),
        quality=wanted,
        known_on=day_of(known_on, "--known-on", last=True) if known_on else None,
        rules=known_rules,
    )
    print_answer(answer, format)
