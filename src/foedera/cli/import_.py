"""`foedera import`: other people's data into the record, with a report of every row."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedera.cli.failures import finish
from foedera.cli.output import say
from foedera.cli.settings import QuietOption, RecordPlace
from foedera.model.errors import DocumentUnreadable

if TYPE_CHECKING:
    from foedera.exchange.incoming import Report, Row

_SHOWN = 20  # findings that are listed on the screen; --report keeps them all


def import_(
    format: Annotated[
        str, typer.Argument(help="uk-treaties, atop, mme, csv, jsonl, parquet, ris or bibtex.", show_default=False)
    ],
    files: Annotated[list[Path], typer.Argument(help="Files of this format.", show_default=False)],
    record: RecordPlace = None,
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping", "-m", help="For csv: which column is which role (YAML).", show_default=False),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", help="For csv and jsonl: what to call the data set. Without it, the file's name."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Take nothing from a file if any row is wrong.")] = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", help="Write a CSV of every row that was not simply taken.", show_default=False),
    ] = None,
    empty: Annotated[bool, typer.Option("--empty", help="Begin a new record without the baseline.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Take other people's data into the record. The same file twice changes nothing; exit code 1 if rows are wrong."""
    from foedera.cli.inputs import Failure
    from foedera.cli.progress import with_progress
    from foedera.cli.records import open_place
    from foedera.exchange.incoming import ImportOptions, import_file, importer_of
    from foedera.exchange.incoming.replaying import opener_of, replay_file

    if format != "parquet":
        importer_of(format, mapping=mapping, name=name)  # wrong use is said before a record is made
    openers = [opener_of(format, path) for path in files]

    def watch(rows: Iterable[Row]) -> Iterable[Row]:
        return with_progress(rows, "Importing", None, quiet=quiet)

    reports: list[Report] = []
    failures: list[Failure] = []
    options = ImportOptions(strict=strict, watch=watch, arguments=(format,))
    with open_place(record, create=True, baseline=not empty) as ledger:
        for path, opener in zip(files, openers, strict=True):
            try:
                if opener:
                    done = replay_file(ledger, path, opener, options)
                else:
                    done = import_file(ledger, importer_of(format, mapping=mapping, name=name), path, options)
            except DocumentUnreadable as error:
                failures.append(Failure(str(path), error))
                continue
            _tell(done, quiet=quiet)
            reports.append(done)
    if report is not None:
        _write(report, reports)
    finish(failures)
    if any(done.wrong for done in reports):
        raise typer.Exit(1)


def _tell(report: Report, *, quiet: bool) -> None:
    """What was done goes to standard error; what is wrong is always said."""
    listed = report.wrong if quiet else report.findings
    if not quiet:
        for line in report.summary():
            say(line)
    for finding in listed[:_SHOWN]:
        say(f"- {finding.fate.value}: {finding.line()}")
    if len(listed) > _SHOWN:
        say(f"- and {len(listed) - _SHOWN} more; --report FILE writes them all.")


def _write(path: Path, reports: list[Report]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("file", "row", "fate", "column", "value", "why", "mend"))
        for report in reports:
            writer.writerows(
                (report.path, each.row, each.fate.value, each.column, each.value, each.why, each.mend)
                for each in report.findings
            )
