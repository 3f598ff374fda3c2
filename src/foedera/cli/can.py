"""`foedera can`: whether something is possible, why, and what would change that."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from foedera.cli.settings import Format, OutputFormat, RecordPlace

RulesOption = Annotated[
    list[Path] | None,
    typer.Option("--rules", help="A folder of rule files of your own, besides those of Foedera.", show_default=False),
]
OnOption = Annotated[
    str | None, typer.Option("--on", help="On which day (EDTF). Without it, today.", show_default=False)
]
KnownOnOption = Annotated[
    str | None, typer.Option("--known-on", help="As the record stood on this day.", show_default=False)
]


def can(
    activity: Annotated[
        str,
        typer.Argument(
            help="exercise, patrol, port-call, board, supply, share-classified, transfer, co-develop, visit, "
            "join-operation, join-pesco or procure.",
            show_default=False,
        ),
    ],
    others: Annotated[
        list[str] | None, typer.Argument(help="More actors, after the one of --actors.", show_default=False)
    ] = None,
    actors: Annotated[
        list[str] | None,
        typer.Option("--actors", help="Who would do it together: --actors Japan EU.", show_default=False),
    ] = None,
    at: Annotated[
        str | None,
        typer.Option("--at", help="Where: “Gulf of Aden”, “off Sri Lanka”, 12.5,47.0.", show_default=False),
    ] = None,
    on: OnOption = None,
    known_on: KnownOnOption = None,
    rules: RulesOption = None,
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """Tell whether actors may do something together, with grounds, and what would make it possible."""
    from foedera.answers.can import Activity, answer_can
    from foedera.answers.naming import actor_named
    from foedera.answers.places import place_named
    from foedera.answers.rules import rules_with
    from foedera.cli.answers import print_answer
    from foedera.cli.choices import chosen, day_of
    from foedera.cli.records import open_place

    wanted = chosen(Activity, activity, "ACTIVITY")
    place = place_named(at) if at else None
    known_rules = rules_with(rules or ())
    ledger = open_place(record)
    named = [actor_named(ledger, name) for name in (*(actors or ()), *(others or ()))]
    answer = answer_can(
        ledger,
        wanted,
        named,
        on=day_of(on, "--on", last=True) if on else date.today(),
        at=place,
        known_on=day_of(known_on, "--known-on", last=True) if known_on else None,
        rules=known_rules,
    )
    print_answer(answer, format)
