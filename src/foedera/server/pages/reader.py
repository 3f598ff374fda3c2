"""A document with its claims in place."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from foedera.model.claims import ClaimId
from foedera.model.documents import DocumentId
from foedera.model.errors import NameUnknown
from foedera.server.pages.panel import panel_of
from foedera.server.pages.rendering import render_page
from foedera.server.pages.shown_document import show_document
from foedera.server.records import TheRecord
from foedera.server.reviewers import TheReviewer

router = APIRouter()


@router.get("/documents/{document}")
def read(request: Request, record: TheRecord, who: TheReviewer, document: str, claim: str = "") -> HTMLResponse:
    """The text of a document with its claims highlighted; with `claim`, that one is open beside it."""
    found = record.document(DocumentId(document)) or record.find_document(document)
    shown = show_document(record, found)
    opened = record.claim(ClaimId(claim)) if claim else None
    if claim and (opened is None or opened.document != found.id):
        raise NameUnknown(claim, what="claim of this document")
    panel = panel_of(record, opened) if opened else None
    return render_page(request, "reader.html", shown=shown, document=found, panel=panel, who=who)
