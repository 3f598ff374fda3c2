"""The table: the claims of a selection, newest first, a page at a time."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from foedera.server.pages.viewing import (
    Asked,
    ask,
    ask_data,
    csv_response,
    part_of,
    render_view,
    tidy_address,
    with_link,
)
from foedera.server.records import TheRecord
from foedera.views.shown import show_claims

router = APIRouter()

COLUMNS = (
    *("kind", "says", "when", "start", "end", "modality", "polarity", "confidence", "source", "quote"),
    *("claim", "document"),
)
_KEPT = 5000  # rows of a file; whoever wants all of a large record exports it
_LAST_PAGE = 100  # beyond, one narrows the selection


@router.get("/table")
def table(request: Request, record: TheRecord) -> Response:
    """The page."""
    asked = ask(request, record, "table")
    tidy = tidy_address(request, asked)
    if tidy is not None:
        return tidy
    number = _page(asked)
    first = (number - 1) * asked.view.limit
    part = part_of(record, asked, after=first)
    last = first + len(part.claims)
    shown = tuple(show_claims(record, part.claims))
    later = part.total > last and number < _LAST_PAGE
    return render_view(request, record, asked, part, shown=shown, number=number, first=first, last=last, later=later)


@router.get("/table.json")
def table_json(request: Request, record: TheRecord) -> Response:
    """The claims of the selection, as far as a file goes, and how many there are."""
    _, part = ask_data(request, record, "table", limit=_KEPT)
    rows = [with_link(each.facts(), each.claim) for each in show_claims(record, part.claims)]
    return JSONResponse({"claims": rows, "total": part.total, "counted": part.counted})


@router.get("/table.csv")
def table_csv(request: Request, record: TheRecord) -> Response:
    """The claims of the selection, as far as a file goes."""
    _, part = ask_data(request, record, "table", limit=_KEPT)
    return csv_response("table", COLUMNS, (each.facts() for each in show_claims(record, part.claims)))


def _page(asked: Asked) -> int:
    """The number of the page, from 1; the first for what is no number."""
    typed = asked.options.get("page", "1")
    return min(max(int(typed), 1), _LAST_PAGE) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
