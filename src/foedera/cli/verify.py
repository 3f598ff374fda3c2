"""`foedera verify`: whether the record agrees with itself."""

from __future__ import annotations

import typer

from foedera.cli.output import print_rows
from foedera.cli.settings import Format, OutputFormat, RecordPlace


def verify(record: RecordPlace = None, format: OutputFormat = Format.TABLE) -> None:
    """Check that every quote equals its slice of the stored text, and that every text is as it was stored."""
    from foedera.cli.records import open_place

    ledger = open_place(record)
    counts = ledger.counts()
    problems = [{"where": problem.where, "what": problem.what} for problem in ledger.verify()]
    if problems or format is not Format.TABLE:
        print_rows(problems, ("where", "what"), format)
    if problems:
        raise typer.Exit(1)
    if format is Format.TABLE:
        typer.echo(
            f"Verified: {counts.claims - counts.baseline} claims of {counts.documents} documents, every quote where it says "
            f"it is, and {counts.baseline} facts of the baseline."
        )
