"""`foedera claims`: list claims with their evidence."""

from __future__ import annotations

from foedera.cli.output import print_rows
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
from foedera.cli.settings import Format, OutputFormat, RecordPlace


def list_claims(
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
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """List the claims of the record with their evidence."""
    from foedera.cli.records import open_place
    from foedera.cli.rows import CLAIM_COLUMNS, claim_row, claim_table_row, path_finder
    from foedera.views.sources import show_source

    ledger = open_place(record)
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
    path_of = path_finder(ledger)
    rows = []
    for claim in ledger.claims(query):
        path = path_of(claim)
        if format in (Format.JSON, Format.JSONL):
            rows.append(claim_row(claim, path))
        else:
            rows.append(claim_table_row(claim, path, "" if path else show_source(ledger, claim)))
    print_rows(rows, CLAIM_COLUMNS, format)
