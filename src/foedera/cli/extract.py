"""`foedera extract`: claims to standard output; needs no record."""

from __future__ import annotations

import typer

from foedera.cli.failures import finish
from foedera.cli.output import print_rows
from foedera.cli.settings import (
    DEFAULT_PIPELINE,
    DateOption,
    Format,
    ManifestOption,
    OutputFormat,
    Paths,
    PipelineOption,
    PublisherOption,
    QuietOption,
    TitleOption,
    UrlOption,
)


def extract(
    paths: Paths,
    format: OutputFormat = Format.TABLE,
    date: DateOption = None,
    title: TitleOption = None,
    publisher: PublisherOption = None,
    url: UrlOption = None,
    manifest: ManifestOption = None,
    pipeline: PipelineOption = DEFAULT_PIPELINE,
    quiet: QuietOption = False,
) -> None:
    """Print the claims that documents make, each with its evidence. Needs no record."""
    from foedera.claims import ExtractOptions, RulesExtractor
    from foedera.cli.inputs import gather_inputs
    from foedera.cli.progress import with_progress
    from foedera.cli.rows import CLAIM_COLUMNS, claim_row, claim_table_row
    from foedera.model.lines import claim_to_line

    inputs = gather_inputs(paths, date=date, title=title, publisher=publisher, url=url, manifest=manifest)
    extractor = RulesExtractor(ExtractOptions(pipeline=pipeline))
    rows = []
    for path, document in with_progress(inputs.documents(), "Reading", len(inputs.paths), quiet=quiet):
        for claim in extractor(document):
            if format is Format.JSONL:
                typer.echo(claim_to_line(claim, str(path)))
            elif format is Format.JSON:
                rows.append(claim_row(claim, str(path)))
            else:
                rows.append(claim_table_row(claim, str(path)))
    if format is not Format.JSONL:
        print_rows(rows, CLAIM_COLUMNS, format)
    finish(inputs.failures)
