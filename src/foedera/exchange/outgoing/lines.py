"""Our own format: JSON lines that hold a record reading by reading, so that nothing is lost on the way.

The first line says what the file is. A line `"is": "reading"` is followed by its entities and its claims; a claim is
the line that `foedera extract` writes, and has no `"is"`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO, Any

from foedera.exchange.carried import decision_to_json, document_to_json, entity_to_json, merge_to_json
from foedera.exchange.outgoing.selection import Selection, Written, new_file
from foedera.model.claims import Claim
from foedera.model.documents import Document, DocumentId
from foedera.model.lines import claim_to_json

LAYOUT = 1  # raised when a line changes its meaning; a reader refuses what is newer than itself


def write_lines(selection: Selection, path: Path) -> Written:
    """Write the record, or the selection with the documents and entities that it needs. The same record, the same file."""
    written = Written()
    documents: dict[DocumentId, Document] = {}
    with new_file(path) as file:
        _line(file, is_="record", layout=LAYOUT, whole=selection.query is None)
        for reading in selection.record.readings(selection.query):
            document = reading.document
            # One document may have been read in several states; each is written where it is first needed.
            if document is not None and documents.get(document.id) != document:
                documents[document.id] = document
                _line(file, is_="document", **document_to_json(document), paths=list(reading.paths))
            _line(
                file,
                is_="reading",
                material=reading.material,
                extractor=reading.extractor,
                document=document.id if document else None,
            )
            for entity in reading.entities:
                _line(file, is_="entity", **entity_to_json(entity))
            for claim in selection.watch(reading.claims):
                file.write(claim_line(claim, document.path if document else None) + "\n")
                written.claims += 1
        if selection.query is None:
            for decision in selection.record.decisions():
                _line(file, is_="decision", **decision_to_json(decision))
            for merge in selection.record.merges():
                _line(file, is_="merge", **merge_to_json(merge))
    written.note(documents.values())
    return written


def claim_line(claim: Claim, path: str | None) -> str:
    """A claim as `foedera extract` writes it, but with every digit of its confidence."""
    return json.dumps(claim_to_json(claim, path) | {"confidence": claim.confidence}, ensure_ascii=False)


def _line(file: IO[str], *, is_: str, **values: Any) -> None:
    file.write(json.dumps({"is": is_, **values}, ensure_ascii=False) + "\n")
