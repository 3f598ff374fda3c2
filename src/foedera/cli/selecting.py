"""Which claims a command is about: the filters of `foedera claims`, put together once for every command that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from foedera.record import ClaimQuery, RecordReader

Kinds = Annotated[list[str] | None, typer.Option("--kind", "-k", help="Only these kinds; may be given often.")]
Actors = Annotated[list[str] | None, typer.Option("--actor", "-a", help="Only claims on all of these.")]
InDocument = Annotated[
    str | None, typer.Option("--document", "-d", help="Only from this document: path, end of path or id.")
]
Words = Annotated[str | None, typer.Option("--text", help="Only claims that hold these words.")]
Since = Annotated[str | None, typer.Option("--from", help="Only what holds on or after this day (EDTF).")]
Until = Annotated[str | None, typer.Option("--to", help="Only what holds on or before this day (EDTF).")]
OfModality = Annotated[str | None, typer.Option("--modality", help="actual, planned or possible.")]
OfPolarity = Annotated[str | None, typer.Option("--polarity", help="affirmed or denied.")]
Confidence = Annotated[float, typer.Option("--confidence", help="Lowest confidence, 0 to 1.", min=0.0, max=1.0)]
KnownOn = Annotated[str | None, typer.Option("--known-on", help="The record as it stood on this day.")]
WithBaseline = Annotated[
    bool, typer.Option("--baseline/--no-baseline", help="With what ships with the program, or without.")
]
Limit = Annotated[int | None, typer.Option("--limit", "-n", help="At most so many.", min=1)]


def query_of(
    ledger: RecordReader,
    *,
    kind: list[str] | None,
    actor: list[str] | None,
    document: str | None,
    text: str | None,
    since: str | None,
    until: str | None,
    modality: str | None,
    polarity: str | None,
    confidence: float,
    known_on: str | None,
    baseline: bool,
    limit: int | None,
) -> ClaimQuery:
    """The query that the filters ask for. Raises UsageWrong, NameUnknown, NameAmbiguous."""
    from foedera.answers.belonging import belonging_to
    from foedera.answers.naming import actor_named
    from foedera.cli.choices import chosen, day_of
    from foedera.model.kinds import Kind, Modality, Polarity
    from foedera.record import ClaimQuery

    return ClaimQuery(
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
