"""Taking a file of a known format into a record, with a report of every row."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from foedera.exchange.incoming.lines import Lines, quoted_by_document
from foedera.exchange.incoming.material import Importer, Row
from foedera.exchange.incoming.report import Report, RowInvalid
from foedera.model.claims import Claim
from foedera.model.documents import Document
from foedera.model.entities import Entity
from foedera.model.errors import DocumentUnreadable
from foedera.record import Outcome, Record, Run


def unwatched(rows: Iterable[Row]) -> Iterable[Row]:
    """Rows pass without anybody being told."""
    return rows


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import. `strict`: nothing is entered if any row is wrong.

    `watch` sees every row pass, or every reading of a record, for progress.
    """

    strict: bool = False
    watch: Callable[[Iterable[Any]], Iterable[Any]] = unwatched
    arguments: tuple[str, ...] = field(default=())


def import_file(record: Record, importer: Importer, path: Path, options: ImportOptions | None = None) -> Report:
    """Take a file into the record, all that can be taken or nothing; tells what became of each row.

    The same file again changes nothing; another file of the same data set supersedes it. Raises DocumentUnreadable.
    """
    options = options or ImportOptions()
    label = f"{importer.name}/{importer.version}-{_digest(path)}"
    if isinstance(importer, Lines):
        importer.consult(record)
    try:
        report = Report(str(path), importer.material(path))
    except RowInvalid as error:
        report = Report(str(path), importer.name, entered=False)
        report.refuse(error)
        return report
    taking = _Taking(importer, path, report, options)
    if options.strict:
        rows = list(taking.rows())
        if report.wrong:
            report.entered = False
            return report
        taking.kept = rows
    run = record.begin_run(label, program="foedera import", arguments=(*options.arguments, str(path)))
    _enter(record, taking, run)
    record.finish_run(run)
    return report


class _Taking:
    """One file on its way into the record."""

    def __init__(self, importer: Importer, path: Path, report: Report, options: ImportOptions) -> None:
        self.importer, self.path, self.report, self.options = importer, path, report, options
        self.kept: list[Row] | None = None
        self.documents: list[Document] = []
        self.quoting: list[tuple[Document, Claim]] = []
        self._seen: dict[str, str] = {}

    def rows(self) -> Iterator[Row]:
        """The rows that can be taken, each counted in the report."""
        if self.kept is not None:
            yield from self.kept
            return
        try:
            for row in self.options.watch(self.importer.rows(self.path, self.report)):
                self._count(row)
                yield row
        except RowInvalid as error:
            self.report.refuse(error)

    def claims(self) -> Iterator[Claim]:
        """The claims of the rows; documents on the way are kept for later."""
        for row in self.rows():
            self.documents += row.documents
            self.quoting += [row.quoting] if row.quoting else []
            yield from row.claims

    def _count(self, row: Row) -> None:
        claims = (*row.claims, row.quoting[1]) if row.quoting else row.claims
        said = [self._seen.setdefault(claim.id, row.label) for claim in claims]
        if said and all(first != row.label for first in said):
            self.report.merge(row.label, f"says what {said[0]} says already.")
        else:
            self.report.take()


def _enter(record: Record, taking: _Taking, run: Run) -> None:
    report = taking.report
    entered = record.enter_sourced(report.material, taking.claims(), run=run, entities=_later(taking.importer.entities))
    report.claims, report.superseded = entered.claims, entered.superseded
    if entered.outcome is Outcome.KNOWN:
        report.known = True
        for _ in taking.claims():  # so that the report of the same file is always the same
            pass
    for document in taking.documents:
        report.documents += record.enter_document(document, (), run=run).outcome is not Outcome.KNOWN
    for document, claims in quoted_by_document(taking.quoting):
        quoted = record.enter_document(document, claims, run=run)
        report.claims, report.superseded = report.claims + quoted.claims, report.superseded + quoted.superseded


def _later(entities: Callable[[], Iterable[Entity]]) -> Iterator[Entity]:
    yield from entities()


def _digest(path: Path) -> str:
    """Twelve digits that tell this file from another edition of it."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                found.update(piece)
    except OSError as error:
        raise DocumentUnreadable(
            f"cannot be read: {error.strerror}.", where=str(path), mend="Check the path."
        ) from error
    return found.hexdigest()[:12]
