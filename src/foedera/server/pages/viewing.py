"""What the timeline, the map, the network and the table share: one selection, one form, one way to say what is shown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from foedera.model.claims import Claim
from foedera.model.documents import Marking
from foedera.model.errors import FoederaError
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.record import ClaimQuery, Order, Record
from foedera.record.values import Place
from foedera.server.errors import Problem, problem_of
from foedera.server.pages.links import sentence_link
from foedera.server.pages.rendering import is_partial, render_page
from foedera.server.selection import Selection, read_selection
from foedera.views.kinds import show_kind
from foedera.views.shown import Part, take_part
from foedera.views.spans import show_day

COUNT_UP_TO = 10_000  # beyond, a page says "more than"; counting a million claims would make every page wait


@dataclass(frozen=True, slots=True)
class View:
    """A page that draws a selection: its name in addresses and its title. `options` are its parameters besides the selection.

    `limit` is how many claims it takes; `kinds` those it can draw, all if empty.
    """

    name: str
    title: str
    limit: int
    options: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()


VIEWS = (
    View("timeline", "Timeline", 500, ("rows",)),
    View("map", "Map", 1000, (), (Kind.ACTIVITY,)),
    View("network", "Network", 1000),
    View("table", "Table", 100, ("after", "first")),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks a view: the selection, what it means to the record, the view's own options.

    `query` is None where the selection cannot be understood; `problem` then says why.
    """

    view: View
    selection: Selection
    options: Mapping[str, str]
    query: ClaimQuery | None
    problem: Problem | None = None

    def address(self, ending: str = "", **besides: str) -> str:
        """The address of this view, or with an `ending` (".json") of its data; an empty option is left out."""
        options = {name: value for name, value in (dict(self.options) | besides).items() if value}
        asked = urlencode([*self.selection.items(), *options.items()])
        return f"/{self.view.name}{ending}" + (f"?{asked}" if asked else "")


def view_named(name: str) -> View:
    """The view of this name."""
    return next(view for view in VIEWS if view.name == name)


def ask(request: Request, record: Record, name: str) -> Asked:
    """What a request asks a view."""
    view = view_named(name)
    given = request.query_params.multi_items()
    options = {name: value for name, value in given if name in view.options and value}
    selection = Selection()
    try:
        selection = read_selection(given)
        return Asked(view, selection, options, _query(view, selection, record))
    except FoederaError as error:
        return Asked(view, selection, options, None, problem_of(error))


def ask_data(request: Request, record: Record, name: str, *, limit: int | None = None) -> tuple[Asked, Part]:
    """What a request for a view's data asks, and the claims. Raises what is wrong with it, for programs to read.

    `limit` is how many claims are taken, where it is not the view's own.
    """
    view = view_named(name) if limit is None else replace(view_named(name), limit=limit)
    given = request.query_params.multi_items()
    selection = read_selection(given)
    options = {name: value for name, value in given if name in view.options and value}
    asked = Asked(view, selection, options, _query(view, selection, record))
    return asked, part_of(record, asked)


def _query(view: View, selection: Selection, record: Record) -> ClaimQuery:
    query = replace(selection.query(record), order=Order.NEWEST)
    if not view.kinds:
        return query
    return replace(query, kinds=tuple(kind for kind in query.kinds or view.kinds if kind in view.kinds))


def part_of(record: Record, asked: Asked, *, after: Place | None = None) -> Part:
    """The newest claims that the view takes of what was asked, or the next.

    None where that cannot be understood, or where only kinds are asked for that the view cannot draw.
    """
    if asked.query is None or (asked.view.kinds and not asked.query.kinds):
        return Part((), 0)
    return take_part(record, asked.query, limit=asked.view.limit, after=after, count_up_to=COUNT_UP_TO)


def tidy_address(request: Request, asked: Asked) -> Response | None:
    """Leads from an address with empty parameters, as forms send it, to the one worth sending; None if it is that."""
    if asked.query is None or is_partial(request):
        return None
    empty = any(not value.strip() for _, value in request.query_params.multi_items())
    return RedirectResponse(asked.address(), 303) if empty else None


def render_view(request: Request, record: Record, asked: Asked, part: Part, **values: Any) -> Response:
    """The page of a view. What was asked wrongly is told above the form, which stays filled."""
    status = 200 if asked.problem is None or is_partial(request) else asked.problem.status
    headers = {"HX-Push-Url": asked.address()} if is_partial(request) and asked.query is not None else {}
    return render_page(
        request,
        f"{asked.view.name}.html",
        status_code=status,
        headers=headers,
        asked=asked,
        view=asked.view,
        views=[(view.title, _sibling(asked, view), view.name == asked.view.name) for view in VIEWS],
        chips=chips_of(asked),
        typed=_typed(request),
        part=part,
        reach=record.reach(),
        markings=_markings(record, part),
        all_kinds=tuple(Kind),
        modalities=tuple(Modality),
        polarities=tuple(Polarity),
        **values,
    )


def _markings(record: Record, part: Part) -> list[tuple[str, int]]:
    """How many documents behind what is shown may not be passed on freely, by marking."""
    found = record.markings({claim.document for claim in part.claims if claim.document})
    return [(marking.value, number) for marking, number in sorted(found.items()) if marking is not Marking.CLEAR]


def _sibling(asked: Asked, view: View) -> str:
    """The same selection in another view."""
    return Asked(view, asked.selection, asked.options if view.name == asked.view.name else {}, None).address()


def _typed(request: Request) -> Mapping[str, list[str]]:
    """What the form was sent with, as typed, so that a mistake can be mended where it was made."""
    typed: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if value.strip():
            typed.setdefault(name, []).append(value)
    return typed


def chips_of(asked: Asked) -> list[tuple[str, str]]:
    """Each filter in words, with the address of the view without it."""
    items = list(asked.selection.items())
    chips = []
    for at, (name, value) in enumerate(items):
        # Where a list goes on does not hold for another selection.
        options = [(name, value) for name, value in asked.options.items() if name not in ("after", "first")]
        rest = [*items[:at], *items[at + 1 :], *options]
        chips.append(
            (_chip(name, value, asked.selection), f"/{asked.view.name}" + (f"?{urlencode(rest)}" if rest else ""))
        )
    return chips


def _chip(name: str, value: str, selection: Selection) -> str:
    days = {"from": selection.first, "to": selection.last, "known_on": selection.known_on}
    day = days.get(name)
    if day is not None:
        said = {"from": "from {}", "to": "until {}", "known_on": "as known on {}"}
        return said[name].format(show_day(day))
    words = {
        "confidence": f"confidence {value} or more",
        "reviewed": "reviewed" if value == "yes" else "not reviewed",
        "baseline": "without the shipped facts",
        "document": "one document",
        "q": f"“{value}”",
    }
    return show_kind(Kind(value), several=True) if name == "kind" else words.get(name, value)


def with_link(facts: Mapping[str, Any], claim: Claim) -> dict[str, Any]:
    """What is told of a claim, with the address of the sentence that says it."""
    return {**facts, "link": sentence_link(claim)}


def csv_response(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Response:
    """Rows as a CSV file to keep. A cell that a spreadsheet would take for a formula is marked as text."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in columns])
    return download(written.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", f"foedera-{name}.csv")


def download(content: bytes, media_type: str, name: str) -> Response:
    """A file to keep."""
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
