"""Claims as lines of JSON, in the form in which `foedera extract` and `foedera claims` write them.

A claim that names a source is taken as it is. One that quotes a document is taken if the record has that document, and
each quote is held against its text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from foedera.exchange.incoming.material import Row, open_text
from foedera.exchange.incoming.report import Report, RowInvalid
from foedera.model.claims import Claim
from foedera.model.documents import Document
from foedera.model.entities import Entity
from foedera.model.errors import ClaimInvalid, NameAmbiguous, NameUnknown
from foedera.model.lines import claim_from_json
from foedera.record import RecordReader
from foedera.record.admitting import check_said


class Lines:
    """Reads lines of claims. The data set is called by the file's name unless a name is given."""

    name = "jsonl"
    version = "1"

    def __init__(self, name: str | None = None) -> None:
        self._called = name
        self._record: RecordReader | None = None
        self._documents: dict[str, Document] = {}

    def consult(self, record: RecordReader) -> None:
        """Let the lines quote the documents of this record."""
        self._record = record

    def material(self, path: Path) -> str:
        return self._called or f"jsonl:{path.name}"

    def entities(self) -> Iterable[Entity]:
        return ()

    def rows(self, path: Path, report: Report) -> Iterator[Row]:
        with open_text(path) as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                label = f"row {number}"
                try:
                    yield self._row(label, line)
                except RowInvalid as error:
                    report.refuse(error.at(label))

    def _row(self, label: str, line: str) -> Row:
        told = _object(line)
        quoted = told.get("document")
        document = self._document(str(quoted)) if quoted else None
        try:
            claim = check_said(claim_from_json(told, document.id if document else None), document)
        except ClaimInvalid as error:
            raise RowInvalid(error.message.replace("\n", " "), column=_field(error), mend="") from error
        return Row(label, quoting=(document, claim)) if document else Row(label, (claim,))

    def _document(self, path: str) -> Document:
        if path not in self._documents:
            if self._record is None:
                raise RowInvalid("no record to find the document in.", column="document", value=path)
            try:
                self._documents[path] = self._record.find_document(path)
            except (NameUnknown, NameAmbiguous) as error:
                raise RowInvalid(
                    "the record has no such document.",
                    column="document",
                    value=path,
                    mend="Read the document first (foedera read), then import its claims.",
                ) from error
        return self._documents[path]


def _object(line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise RowInvalid(f"no JSON: {error}.", value=line.strip(), mend="Write one claim a line.") from error
    if not isinstance(told, dict):
        raise RowInvalid("no claim.", value=line.strip(), mend="Write one claim a line, in curly brackets.")
    return told


def _field(error: ClaimInvalid) -> str:
    return "when" if "“when”" in error.what else ""


def quoted_by_document(quoting: Iterable[tuple[Document, Claim]]) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """The claims gathered by the document that they quote, in the order in which the documents turned up."""
    found: dict[str, tuple[Document, list[Claim]]] = {}
    for document, claim in quoting:
        found.setdefault(document.id, (document, []))[1].append(claim)
    for document, claims in found.values():
        yield document, tuple(claims)
