"""`foedera read`: documents into the record, with progress; interrupted work is taken up where it stopped."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera.claims.extractors import DEFAULT_EXTRACTOR
from foedera.cli.failures import claims_of, finish
from foedera.cli.output import say
from foedera.cli.settings import (
    DEFAULT_PIPELINE,
    STOPPED,
    DateOption,
    ExtractorOption,
    JobsOption,
    LlmTimeoutOption,
    LlmUrlOption,
    ManifestOption,
    ModelOption,
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
    extractor: ExtractorOption = DEFAULT_EXTRACTOR,
    model: ModelOption = None,
    llm_url: LlmUrlOption = None,
    llm_timeout: LlmTimeoutOption = 120.0,
    pipeline: PipelineOption = DEFAULT_PIPELINE,
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
) -> None:
    """Read documents into the record. The same file twice is one document; run again after a stop to go on."""
    from foedera.cli.entering import Entering
    from foedera.cli.extracting import chosen_extractor, reading
    from foedera.cli.inputs import gather_inputs
    from foedera.cli.progress import with_progress
    from foedera.cli.records import open_place

    inputs = gather_inputs(paths, date=date, title=title, publisher=publisher, url=url, manifest=manifest)
    choice = chosen_extractor(extractor, pipeline=pipeline, model=model, url=llm_url, timeout=llm_timeout)
    ledger = open_place(record, create=True, baseline=not empty)
    entering = Entering(ledger, choice, tuple(str(path) for path in paths))
    try:
        with reading(inputs, choice, jobs=jobs, known=entering.is_known) as files:
            for file in with_progress(files, "Reading", len(inputs.paths), quiet=quiet):
                claims = claims_of(inputs, file)
                if file.document is not None:
                    entering.enter(file, claims)
                    if not quiet:
                        _say_skipped(str(file.path), [f"{each.where}: {each.reason}" for each in file.document.skipped])
    except KeyboardInterrupt:
        say(f"Stopped after {entering.done.total()} documents; they are kept. Run the same command again to go on.")
        raise typer.Exit(STOPPED) from None
    entering.finish()
    if not quiet:
        done = entering.done
        say(
            f"{done['new']} new, {done['reread']} read again, {done['known']} known already; "
            f"{entering.claims} claims entered. Record: {ledger.place}"
        )
    finish(inputs.failures, inputs.left_out)


def _say_skipped(path: str, lines: list[str]) -> None:
    for line in lines:
        say(f"{path}: not read: {line}")
