"""`foedera network`: who is tied to whom and to what, how often and when."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera.cli.output import print_rows, say
from foedera.cli.selecting import (
    Actors,
    Confidence,
    InDocument,
    Kinds,
    KnownOn,
    OfModality,
    OfPolarity,
    Since,
    Until,
    WithBaseline,
    Words,
    query_of,
)
from foedera.cli.settings import Format, OutputFormat, RecordPlace

_COLUMNS = ("one", "other", "claims", "reality", "kinds", "first", "last")


def network(
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
    ties: Annotated[int, typer.Option("--limit", "-n", help="At most so many ties, the heaviest first.", min=1)] = 50,
    record: RecordPlace = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """List what ties actors to each other and to agreements, programmes and exercises, the heaviest ties first."""
    from foedera.cli.records import open_place
    from foedera.views.network import build_network
    from foedera.views.shown import show_claims

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
        limit=None,
    )
    found = build_network(ledger, show_claims(ledger, ledger.claims(query)), ties=ties)
    names = {node.id: node.name for node in found.nodes}
    rows = [
        {
            "one": names[tie.one],
            "other": names[tie.other],
            "claims": tie.weight,
            "reality": tie.reality,
            "kinds": ", ".join(tie.kinds) if format in (Format.TABLE, Format.CSV) else list(tie.kinds),
            "first": tie.start.isoformat() if tie.start else "",
            "last": tie.end.isoformat() if tie.end else "",
            "ids": [tie.one, tie.other],
        }
        for tie in found.ties
    ]
    print_rows(rows, _COLUMNS, format)
    if format is Format.TABLE and found.all_ties > len(rows):
        say(f"{len(rows)} of {found.all_ties:,} ties; --limit shows more, --actor and --kind narrow them down.")
