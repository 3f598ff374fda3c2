"""`foedera timeline`: what happened, in the order of time."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from foedera.cli.output import print_rows
from foedera.cli.settings import Format, OutputFormat, RecordPlace


def timeline(
    actors: Annotated[
        list[str],
        typer.Argument(help="Actors as people call them (“Japan” “EU”), or one instrument.", show_default=False),
    ],
    since: Annotated[str | None, typer.Option("--from", help="From this day on (EDTF).")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Up to this day (EDTF).")] = None,
    all_kinds: Annotated[bool, typer.Option("--all", help="Every kind of claim, remarks and measures too.")] = False,
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """Show what the record says happened between actors, earliest first."""
    from foedera.answers.naming import entity_named
    from foedera.cli.choices import day_of
    from foedera.cli.records import open_place
    from foedera.cli.rows import claim_row, path_finder, show_evidence
    from foedera.model.kinds import Kind
    from foedera.views.timeline import DEFAULT_KINDS, show_timeline

    ledger = open_place(record)
    entities = [entity_named(ledger, name).id for name in actors]
    first = day_of(since, "--from") if since else None
    last = day_of(until, "--to", last=True) if until else None
    entries = show_timeline(ledger, entities, kinds=tuple(Kind) if all_kinds else DEFAULT_KINDS)
    path_of = path_finder(ledger)
    rows: list[dict[str, Any]] = []
    for entry in entries:
        if (first and entry.when.latest < first) or (last and entry.when.earliest > last):
            continue
        path = path_of(entry.claim)
        rows.append(
            {
                "when": entry.when.edtf,
                "what": entry.line,
                "evidence": show_evidence(entry.claim, path, entry.source),
                "claim": claim_row(entry.claim, path),
            }
        )
    print_rows(rows, ("when", "what", "evidence"), format)
