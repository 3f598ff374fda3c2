"""/panels: the record as tables of states, pairs, instruments and years, for statistics."""

from __future__ import annotations

import io
from datetime import date
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Request, Response

from foedera.answers.naming import actor_named
from foedera.model.choices import chosen
from foedera.model.errors import UsageWrong
from foedera.record import Record
from foedera.server.api.entities import next_page
from foedera.server.api.parameters import PAGING, Parameter, described, read_parameters, read_several
from foedera.server.etags import answer
from foedera.server.paging import Cursor, read_cursor, read_limit
from foedera.server.records import TheRecord
from foedera.views.panels import Codes, Panel, PanelOptions, PartialYears, Unit, show_panel
from foedera.views.shapes import PanelTold

router = APIRouter(prefix="/api/v1/panels", tags=["panels"])

_YEARS = (1000, 2200)
_CHOICES = (
    Parameter("partial_years", "What counts in a year that is filled in part.", choices=tuple(PartialYears)),
    Parameter("first_year", "The first year; 1800 if not given.", "2000"),
    Parameter("last_year", "The last year; this one if not given.", "2024"),
    Parameter("codes", "Name actors by iso or cow codes.", choices=tuple(Codes)),
    Parameter("cell", "Only this column; given often, all of them.", several=True),
    Parameter("actor", "Only rows on this actor; given often, on any of them.", "Japan", several=True),
    Parameter("directed", "no: one row for a pair, not one for each direction.", choices=("yes", "no")),
    Parameter("count", "yes: how many instruments or activities, not whether any.", choices=("yes", "no")),
    Parameter("claims", "yes: beside each cell, the claims behind it.", choices=("yes", "no")),
)
_FORMAT = Parameter(
    "format",
    "json, a page at a time, or the whole table as csv, parquet or arrow.",
    choices=("json", "csv", "parquet", "arrow"),
)
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet", "arrow": "application/vnd.apache.arrow.file"}
_MOST = 10_000


@router.get("/{unit}", response_model=PanelTold, openapi_extra=described(*_CHOICES, _FORMAT, *PAGING))
def panel(unit: str, request: Request, record: TheRecord) -> Response:
    """A table with a row for each state-year, dyad-year, instrument-year or actor-event."""
    given = read_parameters(request, (*_CHOICES, _FORMAT, *PAGING))
    limit = read_limit(given.get("limit"), default=1000, most=_MOST)
    options = _options(unit, request, record, given)
    asked = sorted(
        (name, value) for name, value in request.query_params.multi_items() if name not in ("cursor", "limit")
    )
    cursor = read_cursor(given["cursor"], asked, like=(int,)) if "cursor" in given else None
    begin = max(0, int(cursor.place[0])) if cursor else 0
    form = given.get("format", "json")
    if form != "json":
        return _file(_panel(record, record.revision(), options), unit, form)

    def make() -> PanelTold:
        made = _panel(record, record.revision(), options)
        told: PanelTold = {
            "columns": made.table.columns,
            "rows": [[_plain(cell) for cell in row] for row in made.table.slice(begin, limit).iter_rows()],
            "number": made.table.height,
            "left_out": dict(made.left_out),
            "next": None,
        }
        if begin + limit < made.table.height:
            told["next"] = next_page(request, Cursor((begin + limit,)).write(asked))
        return told

    return answer(request, record, make, today=date.today())


@lru_cache(maxsize=4)
def _panel(record: Record, revision: str, options: PanelOptions) -> Panel:
    """The panel of a state of the record: pages of one table are cut from one and the same."""
    return show_panel(record, options)


def _options(unit: str, request: Request, record: Record, given: dict[str, str]) -> PanelOptions:
    return PanelOptions(
        unit=chosen(Unit, unit, "unit"),
        years=PartialYears(given.get("partial_years", "any")),
        first_year=_year(given, "first_year", 1800),
        last_year=_year(given, "last_year", date.today().year),
        directed=given.get("directed") != "no",
        codes=Codes(given.get("codes", "iso")),
        cells=read_several(request, "cell", most=50),
        actors=frozenset(actor_named(record, name).id for name in read_several(request, "actor")),
        count=given.get("count") == "yes",
        with_claims=given.get("claims") == "yes",
    )


def _year(given: dict[str, str], name: str, default: int) -> int:
    word = given.get(name)
    if word is None:
        return default
    first, last = _YEARS
    if not (word.isascii() and word.isdigit() and len(word) == 4 and first <= int(word) <= last):
        raise UsageWrong(f"{name} does not take “{word[:20]}”.", mend=f"It takes a year from {first} to {last}.")
    return int(word)


def _file(made: Panel, unit: str, form: str) -> Response:
    from foedera.exchange.outgoing.tables import WRITERS

    packed = io.BytesIO()
    WRITERS[form](made.table, packed)
    headers = {
        "Content-Disposition": f'attachment; filename="{unit}.{form}"',
        "Foedera-Left-Out": str(made.left_out.total()),
        "Cache-Control": "no-store",
    }
    return Response(packed.getvalue(), 200, headers, _MEDIA[form])


def _plain(cell: Any) -> Any:
    return cell.isoformat() if hasattr(cell, "isoformat") else list(cell) if isinstance(cell, (list, tuple)) else cell
