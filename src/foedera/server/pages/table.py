"""The table: the claims of a selection, newest first, a page at a time."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from foedera.server.etags import answer
from foedera.server.pages.viewing import (
    ask,
    ask_data,
    csv_response,
    part_of,
    render_view,
    tidy_address,
    with_link,
)
from foedera.server.paging import Cursor, read_cursor
from foedera.server.records import TheRecord, at_one_moment
from foedera.views.shown import show_claims

router = APIRouter()

COLUMNS = (
    *("kind", "says", "when", "start", "end", "modality", "polarity", "confidence", "source", "quote"),
    *("claim", "document"),
)
_KEPT = 5000  # rows of a file; whoever wants all of a large record exports it


@router.get("/table")
@at_one_moment
def table(request: Request, record: TheRecord) -> Response:
    """The page. `after` says where it begins, `first` how many claims stand on the pages before it."""
    asked = ask(request, record, "table")
    tidy = tidy_address(request, asked)
    if tidy is not None:
        return tidy
    before = _number(asked.options.get("first", ""))
    word = asked.options.get("after", "")
    part = part_of(record, asked, after=read_cursor(word, asked.selection.items()).place if word else None)
    last = before + len(part.claims)
    older = Cursor(part.after).write(asked.selection.items()) if part.after else ""
    return render_view(
        request,
        record,
        asked,
        part,
        shown=tuple(show_claims(record, part.claims)),
        before=before,
        last=last,
        older=asked.address(after=older, first=str(last)) if older else "",
    )


@router.get("/table.json")
@at_one_moment
def table_json(request: Request, record: TheRecord) -> Response:
    """The claims of the selection, as far as a file goes, and how many there are."""

    def make() -> dict[str, Any]:
        _, part = ask_data(request, record, "table", limit=_KEPT)
        rows = [with_link(each.facts(), each.claim) for each in show_claims(record, part.claims)]
        return {"claims": rows, "total": part.total, "counted": part.counted}

    return answer(request, record, make)


@router.get("/table.csv")
@at_one_moment
def table_csv(request: Request, record: TheRecord) -> Response:
    """The claims of the selection, as far as a file goes."""
    _, part = ask_data(request, record, "table", limit=_KEPT)
    return csv_response("table", COLUMNS, (each.facts() for each in show_claims(record, part.claims)))


def _number(typed: str) -> int:
    """A number as typed; 0 for what is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
