"""`foedera export`: the record, or a selection of its claims, in other people's formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from foedera.cli.output import say
from foedera.cli.selecting import (
    Actors,
    Confidence,
    InDocument,
    Kinds,
    KnownOn,
    Limit,
    OfModality,
    OfPolarity,
    Since,
    Until,
    WithBaseline,
    Words,
    query_of,
)
from foedera.cli.settings import QuietOption, RecordPlace


def export(
    format: Annotated[
        str,
        typer.Argument(
            help="csv, jsonl, parquet, sqlite, geojson, graphml, gexf, followthemoney, jsonld, plover, bibtex, csl or html.",
            show_default=False,
        ),
    ],
    file: Annotated[Path, typer.Argument(help="The file to write; for parquet a folder.", show_default=False)],
    kind: Kinds = None,
    actor: Actors = None,
    document: InDocument = None,
    text: Words = None,
    since: Since = None,
    until: Until = None,
    modality: OfModality = None,
    polarity: OfPolarity = None,
    confidence: Confidence = 0.0,
    known_on: KnownOn = None,
    baseline: WithBaseline = True,
    limit: Limit = None,
    title: Annotated[str | None, typer.Option("--title", help="What to write over an html page.")] = None,
    record: RecordPlace = None,
    quiet: QuietOption = False,
) -> None:
    """Write the record, or the claims that the filters choose, to a file in another program's format."""
    from foedera.cli.progress import with_progress
    from foedera.cli.records import open_place
    from foedera.exchange.outgoing import Selection, export_to
    from foedera.record import ClaimQuery

    with open_place(record) as ledger:
        query = query_of(
            ledger,
            kind=kind,
            actor=actor,
            document=document,
            text=text,
            since=since,
            until=until,
            modality=modality,
            polarity=polarity,
            confidence=confidence,
            known_on=known_on,
            baseline=baseline,
            limit=limit,
        )
        selection = Selection(
            ledger,
            None if query == ClaimQuery() else query,
            title or _title(actor),
            lambda claims: with_progress(claims, "Exporting", None, quiet=quiet),
        )
        written = export_to(format, selection, file)
    if not quiet:
        for line in written.summary():
            say(f"{file}: {line}")


def _title(actors: list[str] | None) -> str:
    return f"Defence cooperation: {' and '.join(actors)}" if actors else "Defence cooperation on the record"
