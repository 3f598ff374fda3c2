"""A manifest: what files themselves do not say, in a table with one row a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from foedera.model.documents import DocumentFacts, Marking
from foedera.model.errors import DateInvalid, ManifestInvalid
from foedera.model.time import Span

COLUMNS = ("path", "title", "date", "publisher", "url", "language", "marking")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Facts by file, and what could not be used of the manifest.

    `rows` has the paths as the manifest writes them; `places` the same facts by absolute path.
    """

    rows: Mapping[str, DocumentFacts] = field(default_factory=dict)
    errors: tuple[ManifestInvalid, ...] = ()
    places: Mapping[str, DocumentFacts] = field(default_factory=dict)

    def facts_for(self, path: Path | str) -> DocumentFacts | None:
        """The facts of the row that names this file, None if no row does.

        A row names a file as it is given, or by its place: seen from the working folder, or else from the
        manifest's own folder.
        """
        given = str(path)
        return self.rows[given] if given in self.rows else self.places.get(str(Path(path).resolve()))


def read_manifest(path: Path) -> Manifest:
    """The manifest in a CSV file: a column `path`, and any of title, date, publisher, url, language, marking.

    A cell that cannot be read is left out and comes back among the errors, with its row and column; the rest of its
    row counts. An empty cell says nothing. Raises ManifestInvalid if the file cannot be read or has no column `path`.
    """
    where = str(path)
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        mend = "Give a CSV file in UTF-8 with a column “path”."
        raise ManifestInvalid(f"the manifest cannot be read: {error}.", where=where, mend=mend) from error
    rows, errors = parse_manifest(content, where)
    places: dict[str, DocumentFacts] = {}
    for base in (Path.cwd(), path.absolute().parent):
        for written, facts in rows.items():
            places.setdefault(str((base / written).resolve()), facts)
    return Manifest(rows, errors, places)


def parse_manifest(content: str, where: str) -> tuple[dict[str, DocumentFacts], tuple[ManifestInvalid, ...]]:
    """The rows of a manifest given as text, and the errors in it. Raises ManifestInvalid without a column `path`."""
    first_line = content.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    table = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    try:
        header = [name.strip().lower() for name in next(table, [])]
        if "path" not in header:
            raise ManifestInvalid("has no column “path”.", where=where, mend=_COLUMNS_MEND)
        errors = [
            ManifestInvalid(f"unknown column “{name}”; it is not read.", where=f"{where}, row 1", mend=_COLUMNS_MEND)
            for name in header
            if name and name not in COLUMNS
        ]
        rows: dict[str, DocumentFacts] = {}
        for cells in table:
            if any(cell.strip() for cell in cells):
                _enter_row(rows, errors, dict(zip(header, cells, strict=False)), f"{where}, row {table.line_num}")
    except csv.Error as error:
        mend = "Save it again as CSV."
        raise ManifestInvalid(f"is no CSV: {error}.", where=f"{where}, row {table.line_num}", mend=mend) from error
    return rows, tuple(errors)


_COLUMNS_MEND = f"Known columns: {', '.join(COLUMNS)}."


def _enter_row(rows: dict[str, DocumentFacts], errors: list[ManifestInvalid], row: dict[str, str], where: str) -> None:
    path = row.get("path", "").strip()
    if not path:
        errors.append(ManifestInvalid("“path” is empty; the row is not read.", where=where, mend="Name a file."))
        return
    if path in rows:
        mend = "Give each file one row."
        errors.append(ManifestInvalid(f"“path”: “{path}” has a row already; the first counts.", where=where, mend=mend))
        return
    rows[path] = DocumentFacts(
        title=_cell(row, "title"),
        date=_date(row, errors, where),
        publisher=_cell(row, "publisher"),
        url=_cell(row, "url"),
        language=_cell(row, "language"),
        marking=_marking(row, errors, where),
    )


def _cell(row: Mapping[str, str], column: str) -> str | None:
    return row.get(column, "").strip() or None


def _date(row: Mapping[str, str], errors: list[ManifestInvalid], where: str) -> Span | None:
    written = _cell(row, "date")
    try:
        return Span.parse(written) if written else None
    except DateInvalid as error:
        errors.append(ManifestInvalid(f"“date”: {error.what}", where=where, mend=error.mend))
        return None


def _marking(row: Mapping[str, str], errors: list[ManifestInvalid], where: str) -> Marking | None:
    written = _cell(row, "marking")
    try:
        return Marking(written.upper()) if written else None
    except ValueError:
        known = ", ".join(marking.value for marking in Marking)
        errors.append(ManifestInvalid(f"“marking”: “{written}” is no marking.", where=where, mend=f"Known: {known}."))
        return None
