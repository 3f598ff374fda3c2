"""`foedera search`: words in the stored texts."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from foedera.cli.output import print_rows
from foedera.cli.settings import Format, OutputFormat, RecordPlace


def search(
    words: Annotated[
        list[str], typer.Argument(help="Words to look for; those in quotes stand together.", show_default=False)
    ],
    limit: Annotated[int, typer.Option("--limit", "-n", help="At most so many passages.", min=1)] = 20,
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """Find passages in the documents of the record."""
    from foedera.cli.records import open_place

    ledger = open_place(record)
    text = " ".join(f'"{word}"' if " " in word else word for word in words)
    rows: list[dict[str, Any]] = []
    for hit in ledger.search(text, limit=limit):
        document = ledger.document(hit.document)
        rows.append(
            {
                "document": document.path if document else hit.document,
                "title": hit.title,
                "passage": " ".join(hit.text.split()),
                "start": hit.start,
                "end": hit.end,
                "claims": list(hit.claims),
            }
        )
    print_rows(rows, ("document", "passage", "claims"), format)
