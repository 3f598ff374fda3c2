"""`foedera claims`: list claims with their evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera.cli.output import print_rows
from foedera.cli.settings import Format, OutputFormat, RecordPlace


def list_claims(
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", help="Only these kinds; may be given often.")
    ] = None,
    actor: Annotated[list[str] | None, typer.Option("--actor", "-a", help="Only claims on all of these.")] = None,
    document: Annotated[
        str | None, typer.Option("--document", "-d", help="Only from this document: path, end of path or id.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", help="Only claims that hold these words.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="Only what holds on or after this day (EDTF).")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Only what holds on or before this day (EDTF).")] = None,
    modality: Annotated[str | None, typer.Option("--modality", help="actual, planned or possible.")] = None,
    polarity: Annotated[str | None, typer.Option("--polarity", help="affirmed or denied.")] = None,
    confidence: Annotated[
        float, typer.Option("--confidence", help="Lowest confidence, 0 to 1.", min=0.0, max=1.0)
    ] = 0.0,
    known_on: Annotated[str | None, typer.Option("--known-on", help="The record as it stood on this day.")] = None,
    baseline: Annotated[
        bool, typer.Option("--baseline/--no-baseline", help="With what ships with the program, or without.")
    ] = True,
    limit: Annotated[int | None, typer.Option("--limit", "-n", help="At most so many.", min=1)] = None,
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """List the claims of the record with their evidence."""
    from foedera.answers.belonging import belonging_to
    from foedera.answers.naming import actor_named
    from foedera.cli.choices import chosen, day_of
    from foedera.cli.records import open_place
    from foedera.cli.rows import CLAIM_COLUMNS, claim_row, claim_table_row
    from foedera.model.kinds import Kind, Modality, Polarity
    from foedera.record import ClaimQuery
    from foedera.views.sources import show_source

    ledger = open_place(record)
    query = ClaimQuery(
        kinds=tuple(chosen(Kind, word, "--kind") for word in kind or ()),
        between=tuple(belonging_to(ledger, actor_named(ledger, name).id) for name in actor or ()),
        documents=(ledger.find_document(document).id,) if document else (),
        text=text or "",
        earliest=day_of(since, "--from") if since else None,
        latest=day_of(until, "--to", last=True) if until else None,
        modality=chosen(Modality, modality, "--modality") if modality else None,
        polarity=chosen(Polarity, polarity, "--polarity") if polarity else None,
        min_confidence=confidence,
        known_on=day_of(known_on, "--known-on", last=True) if known_on else None,
        include_baseline=baseline and not document,
        limit=limit,
    )
    paths = {each.id: each.path for each in ledger.documents()}
    rows = []
    for claim in ledger.claims(query):
        path = paths.get(claim.document) if claim.document else None
        if format in (Format.JSON, Format.JSONL):
            rows.append(claim_row(claim, path))
        else:
            rows.append(claim_table_row(claim, path, show_source(ledger, claim)))
    print_rows(rows, CLAIM_COLUMNS, format)
