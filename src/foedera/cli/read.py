"""`foedera read`: documents into the record, with progress; interrupted work is taken up where it stopped."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from foedera.cli.failures import finish
from foedera.cli.output import say
from foedera.cli.settings import (
    DEFAULT_PIPELINE,
    STOPPED,
    DateOption,
    ManifestOption,
    Paths,
    PipelineOption,
    PublisherOption,
    QuietOption,
    RecordPlace,
    TitleOption,
    UrlOption,
)


def read(
    paths: Paths,
    record: RecordPlace = None,
    date: DateOption = None,
    title: TitleOption = None,
    publisher: PublisherOption = None,
    url: UrlOption = None,
    manifest: ManifestOption = None,
    empty: Annotated[bool, typer.Option("--empty", help="Begin a new record without the baseline.")] = False,
    pipeline: PipelineOption = DEFAULT_PIPELINE,
    quiet: QuietOption = False,
) -> None:
    """Read documents into the record. The same file twice is one document; run again after a stop to go on."""
    from foedera.claims import ExtractOptions, RulesExtractor
    from foedera.claims.entities import entities_of
    from foedera.cli.inputs import gather_inputs
    from foedera.cli.progress import with_progress
    from foedera.cli.records import open_place

    inputs = gather_inputs(paths, date=date, title=title, publisher=publisher, url=url, manifest=manifest)
    extractor = RulesExtractor(ExtractOptions(pipeline=pipeline))
    label = f"{extractor.name}/{extractor.version}"
    ledger = open_place(record, create=True, baseline=not empty)
    run = ledger.begin_run(label, arguments=tuple(str(path) for path in paths))
    done: Counter[str] = Counter()
    entered_claims = 0
    try:
        for path, document in with_progress(inputs.documents(), "Reading", len(inputs.paths), quiet=quiet):
            claims = () if ledger.has_reading(document.id, label, document.facts) else extractor(document)
            entered = ledger.enter_document(document, claims, run=run, entities=entities_of(claims))
            done[entered.outcome.value] += 1
            entered_claims += entered.claims
            if not quiet:
                _say_skipped(str(path), [f"{skipped.where}: {skipped.reason}" for skipped in document.skipped])
    except KeyboardInterrupt:
        say(f"Stopped after {done.total()} documents; they are kept. Run the same command again to go on.")
        raise typer.Exit(STOPPED) from None
    ledger.finish_run(run)
    if not quiet:
        say(
            f"{done['new']} new, {done['reread']} read again, {done['known']} known already; "
            f"{entered_claims} claims entered. Record: {ledger.place}"
        )
    finish(inputs.failures)


def _say_skipped(path: str, lines: list[str]) -> None:
    for line in lines:
        say(f"{path}: not read: {line}")
