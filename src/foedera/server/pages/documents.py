"""The list of documents."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from foedera.record.cards import DocumentOrder, DocumentQuery
from foedera.server.pages.rendering import render_page
from foedera.server.records import TheRecord, at_one_moment
from foedera.server.remembering import recall

router = APIRouter()

_ON_A_PAGE = 50


@router.get("/documents")
@at_one_moment
def list_documents(
    request: Request,
    record: TheRecord,
    q: Annotated[str, Query(max_length=400)] = "",
    order: DocumentOrder = DocumentOrder.RECORDED,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> HTMLResponse:
    """The documents of the record, a page at a time."""
    wanted = DocumentQuery(q, order, _ON_A_PAGE + 1, (page - 1) * _ON_A_PAGE)
    cards = record.list_documents(wanted)
    return render_page(
        request,
        "documents.html",
        cards=cards[:_ON_A_PAGE],
        # Counting those that have certain words means to look at every document: only all of them are counted.
        whole=recall(request, record, "documents", record.count_documents) if not q else None,
        first=wanted.offset + 1,
        query=wanted,
        page=page,
        more=len(cards) > _ON_A_PAGE,
        address=lambda number: "?" + urlencode({"q": q, "order": order.value, "page": number}),
        orders=_ORDERS,
    )


_ORDERS = {
    DocumentOrder.RECORDED: "last read first",
    DocumentOrder.DATE: "newest first",
    DocumentOrder.TITLE: "by title",
}
