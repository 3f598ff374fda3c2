"""`foedera extract`: claims to standard output; needs no record."""

from __future__ import annotations

import typer

from foedera.claims.extractors import DEFAULT_EXTRACTOR
from foedera.cli.failures import claims_of, finish
from foedera.cli.output import Row, print_rows
from foedera.cli.settings import (
    DEFAULT_PIPELINE,
    DateOption,
    ExtractorOption,
    Format,
    JobsOption,
    LlmTimeoutOption,
    LlmUrlOption,
    ManifestOption,
    ModelOption,
    OutputFormat,
    Paths,
    PipelineOption,
    PublisherOption,
    QuietOption,
    TitleOption,
    UrlOption,
)
from foedera.model.errors import FoederaError


def extract(
    paths: Paths,
    format: OutputFormat = Format.TABLE,
    date: DateOption = None,
    title: TitleOption = None,
    publisher: PublisherOption = None,
    url: UrlOption = None,
    manifest: ManifestOption = None,
    extractor: ExtractorOption = DEFAULT_EXTRACTOR,
    model: ModelOption = None,
    llm_url: LlmUrlOption = None,
    llm_timeout: LlmTimeoutOption = 120.0,
    pipeline: PipelineOption = DEFAULT_PIPELINE,
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
) -> None:
    """Print the claims that documents make, each with its evidence. Needs no record."""
    from foedera.cli.extracting import chosen_extractor, reading
    from foedera.cli.inputs import gather_inputs
    from foedera.cli.progress import with_progress
    from foedera.cli.rows import CLAIM_COLUMNS, claim_row, claim_table_row
    from foedera.model.lines import claim_to_line

    inputs = gather_inputs(paths, date=date, title=title, publisher=publisher, url=url, manifest=manifest)
    choice = chosen_extractor(extractor, pipeline=pipeline, model=model, url=llm_url, timeout=llm_timeout)
    rows: list[Row] = []
    try:
        with reading(inputs, choice, jobs=jobs) as files:
            for file in with_progress(files, "Reading", len(inputs.paths), quiet=quiet):
                path = str(file.path)
                for claim in claims_of(inputs, file):
                    if format is Format.JSONL:
                        typer.echo(claim_to_line(claim, path))
                    else:
                        rows.append(claim_row(claim, path) if format is Format.JSON else claim_table_row(claim, path))
    except (FoederaError, KeyboardInterrupt):
        if rows:  # whatever stops the reading, what was found is shown
            print_rows(rows, CLAIM_COLUMNS, format)
        raise
    if format is not Format.JSONL:
        print_rows(rows, CLAIM_COLUMNS, format)
    finish(inputs.failures, inputs.left_out)
