"""/documents: what was read, its text and structure, and reading more."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, Response, UploadFile

from foedera.model.documents import Document, DocumentId, Skipped
from foedera.model.errors import NameUnknown
from foedera.record import Record
from foedera.record.cards import DocumentCard, DocumentQuery
from foedera.server.api.entities import next_page
from foedera.server.api.parameters import PAGING, Parameter, described, read_parameters
from foedera.server.api.sending import checked_facts, read_sent
from foedera.server.api.telling import tell_document
from foedera.server.etags import answer
from foedera.server.paging import Cursor, read_cursor, read_limit
from foedera.server.records import TheRecord
from foedera.views.shapes import (
    DocumentEntered,
    DocumentListed,
    DocumentRead,
    DocumentsPage,
    DocumentText,
    NoteTold,
    SkippedTold,
)

router = APIRouter(prefix="/api/v1/documents", tags=["documents"])

_WORDS = Parameter("q", "Only those whose title, publisher or path holds each of these words.", "exercise")


@router.get("", response_model=DocumentsPage, openapi_extra=described(_WORDS, *PAGING))
def list_documents(request: Request, record: TheRecord) -> Response:
    """List the documents that were read, the last first, a page at a time."""
    given = read_parameters(request, (_WORDS, *PAGING))
    limit, words = read_limit(given.get("limit")), given.get("q", "")
    cursor = read_cursor(given["cursor"], [("q", words)], like=(int,)) if "cursor" in given else None

    def make() -> DocumentsPage:
        before = int(cursor.place[0]) if cursor else None
        cards = record.list_documents(DocumentQuery(words, limit=limit + 1, before=before))
        told: DocumentsPage = {"documents": [_tell_card(card) for card in cards[:limit]], "next": None}
        if len(cards) > limit:
            word = Cursor((cards[limit - 1].reading,)).write([("q", words)])
            told["next"] = next_page(request, word)
        return told

    return answer(request, record, make)


@router.get("/{document}", response_model=DocumentRead)
def one_document(document: str, request: Request, record: TheRecord) -> Response:
    """One document by its id: what is known of it, and the structure of its text."""
    read_parameters(request, ())
    found = document_of(record, document)

    def make() -> DocumentRead:
        return {
            **tell_document(found.id, found.path, found.facts),
            "format": found.format,
            "length": len(found.text),
            "blocks": [
                {
                    "kind": block.kind.value,
                    "start": block.start,
                    "end": block.end,
                    "number": block.number,
                    "level": block.level,
                }
                for block in found.blocks
            ],
            "footnotes": [NoteTold(number=note.number, start=note.start, end=note.end) for note in found.footnotes],
            "marks": [NoteTold(number=mark.number, start=mark.start, end=mark.end) for mark in found.marks],
            "skipped": _tell_skipped(found.skipped),
        }

    return answer(request, record, make)


@router.get("/{document}/text", response_model=DocumentText)
def text_of_document(document: str, request: Request, record: TheRecord) -> Response:
    """The text of a document, as all places count it in code points."""
    read_parameters(request, ())
    found = document_of(record, document)

    def make() -> DocumentText:
        return {"id": found.id, "text": found.text}

    return answer(request, record, make)


@router.post("", status_code=201, response_model=DocumentEntered)
def add_document(
    request: Request,
    response: Response,
    record: TheRecord,
    file: Annotated[UploadFile, File(description="A text, Markdown, HTML, PDF or Word file.")],
    date: Annotated[str, Form(description="The document's own date (EDTF).")] = "",
    title: Annotated[str, Form(description="Its title.")] = "",
    publisher: Annotated[str, Form(description="Who published it.")] = "",
    url: Annotated[str, Form(description="Where it was published.")] = "",
    language: Annotated[str, Form(description="Its language, as BCP 47.")] = "",
    marking: Annotated[str, Form(description="Who may see it: TLP:CLEAR to TLP:RED.")] = "",
) -> DocumentEntered:
    """Read a file into the record with its claims; the answer comes when that is done.

    The same file again is the same document: nothing changes, and the status is 200.
    """
    told = {"date": date, "title": title, "publisher": publisher, "url": url, "language": language, "marking": marking}
    upload = read_sent(request.app.state.uploads, file.filename or "", file.file, checked_facts(told))
    found = document_of(record, upload.document)
    response.headers["Location"] = f"/api/v1/documents/{found.id}"
    if upload.known:
        response.status_code = 200
    return {
        "document": tell_document(found.id, found.path, found.facts),
        "outcome": "known" if upload.known else "entered",
        "claims": upload.claims,
        "skipped": _tell_skipped(found.skipped),
    }


def document_of(record: Record, document: str) -> Document:
    """The document of an id. Raises NameUnknown."""
    found = record.document(DocumentId(document))
    if found is None:
        raise NameUnknown(document[:100], what="document")
    return found


def _tell_card(card: DocumentCard) -> DocumentListed:
    return {
        **tell_document(card.id, card.path, card.facts),
        "format": card.format,
        "claims": card.claims,
        "skipped": card.skipped,
        "recorded_at": card.recorded_at.isoformat(),
    }


def _tell_skipped(skipped: tuple[Skipped, ...]) -> list[SkippedTold]:
    return [{"where": each.where, "reason": each.reason} for each in skipped]
