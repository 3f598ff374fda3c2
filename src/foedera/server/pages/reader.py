"""A document with its claims in place."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from foedera.model.claims import ClaimId
from foedera.model.documents import Document, DocumentId
from foedera.model.errors import NameUnknown
from foedera.record import ClaimQuery, RecordReader
from foedera.server.pages.panel import panel_of
from foedera.server.pages.rendering import render_page
from foedera.server.pages.shown_document import PART, ShownDocument, part_at, show_document
from foedera.server.records import TheRecord, at_one_moment
from foedera.server.reviewers import TheReviewer
from foedera.views.highlights import parts_of

router = APIRouter()


@router.get("/documents/{document}")
@at_one_moment
def read(
    request: Request,
    record: TheRecord,
    who: TheReviewer,
    document: str,
    claim: str = "",
    part: int = 1,
    at: int | None = None,
) -> HTMLResponse:
    """The text of a document with its claims highlighted; with `claim`, that one is open beside it.

    A long document is shown in parts: the one with the claim, the one with the place `at`, or `part`.
    """
    found = record.document(DocumentId(document)) or record.find_document(document)
    opened = record.claim(ClaimId(claim)) if claim else None
    if claim and (opened is None or opened.document != found.id):
        raise NameUnknown(claim, what="claim of this document")
    place = opened.evidence[0].start if opened else at
    shown = show_document(record, found, part if place is None else part_at(parts_of(found, PART), place))
    panel = panel_of(record, opened) if opened else None
    whole = _count(record, found, shown)
    return render_page(request, "reader.html", shown=shown, document=found, panel=panel, who=who, whole=whole)


def _count(record: RecordReader, document: Document, shown: ShownDocument) -> int:
    """How many claims of the document count; if it is shown whole they need not be asked for."""
    if len(shown.parts) == 1:
        return sum(shown.counts.values())
    return record.count_claims(ClaimQuery(documents=(document.id,)))
