"""The timeline: the dated claims of a selection, drawn as the days or spans in which they hold."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from foedera.record import Record
from foedera.server.etags import answer
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
from foedera.server.records import TheRecord, at_one_moment
from foedera.views.marks import Marks, Rows, lay_marks
from foedera.views.shown import Part, show_claims

router = APIRouter()

COLUMNS = (
    *("row", "kind", "says", "when", "extent", "start", "end", "modality", "polarity", "confidence"),
    *("source", "quote", "claim", "document"),
)


@router.get("/timeline")
@at_one_moment
def timeline(request: Request, record: TheRecord) -> Response:
    """The page."""
    asked = ask(request, record, "timeline")
    tidy = tidy_address(request, asked)
    if tidy is not None:
        return tidy
    part = part_of(record, asked)
    marks = _marks(record, asked, part)
    return render_view(request, record, asked, part, marks=marks, chosen_rows=_rows(asked), rows=tuple(Rows))


@router.get("/timeline.json")
@at_one_moment
def timeline_json(request: Request, record: TheRecord) -> Response:
    """What the page draws."""

    def make() -> dict[str, Any]:
        asked, part = ask_data(request, record, "timeline")
        marks = _marks(record, asked, part)
        return {
            "rows": list(marks.rows),
            "marks": [with_link(mark.facts(), mark.shown.claim) for mark in marks.marks],
            "undated": marks.undated,
            "total": part.total,
            "counted": part.counted,
        }

    return answer(request, record, make)


@router.get("/timeline.csv")
@at_one_moment
def timeline_csv(request: Request, record: TheRecord) -> Response:
    """What the page draws, as a table."""
    asked, part = ask_data(request, record, "timeline")
    return csv_response("timeline", COLUMNS, (mark.facts() for mark in _marks(record, asked, part).marks))


def _marks(record: Record, asked: Asked, part: Part) -> Marks:
    return lay_marks(show_claims(record, part.claims), rows=_rows(asked))


def _rows(asked: Asked) -> Rows:
    chosen = asked.options.get("rows", "")
    return Rows(chosen) if chosen in set(Rows) else Rows.KIND
