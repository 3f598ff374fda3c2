"""The partnership of two or more actors on a day: the sections of a brief, each sentence leading to its source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from foedera.exchange.outgoing.briefs import MEDIA_TYPES, Form, brief_as
from foedera.model.errors import FoederaError, UsageWrong
from foedera.model.kinds import Kind
from foedera.record import Record
from foedera.server.errors import Problem
from foedera.server.etags import answer
from foedera.server.pages.asked import Typed, actors_asked, days_asked, read_typed, told
from foedera.server.pages.founded import founded, show_section
from foedera.server.pages.rendering import is_partial, render_page
from foedera.server.pages.viewing import download, with_link
from foedera.server.partnerships import brief_file_name, partnership_material
from foedera.server.records import TheRecord, at_one_moment
from foedera.views.agreement_matrix import AgreementMatrix, agreement_matrix, row_with
from foedera.views.brief.deeds import deeds_of, of_forces
from foedera.views.brief.headline import headline
from foedera.views.brief.material import Material
from foedera.views.brief.wording import called, listed, opening
from foedera.views.brief.writing import SECTIONS, brief_of
from foedera.views.map_layers import build_map, map_features
from foedera.views.shown import show_claims
from foedera.views.statements import names
from foedera.views.status import words

router = APIRouter()

_FIELDS = ("actor", "on", "known_on")
# The sections in the order of the page, with the titles under which they are waited for.
PARTS = {
    "headline": "In short",
    "promised": "What was promised, and what followed",
    "done": "What has been done",
    "industry": "Industry",
    "possible": "What is possible, and what blocks the rest",
    "next": "What comes next, by precedent",
    "cells": "Empty cells",
    "watch": "What to watch",
    "open": "Open points",
}
# Where to begin, for those who come without a question.
EXAMPLES = (("Japan", "EU"), ("Japan", "United Kingdom", "Italy"), ("Australia", "Japan"), ("Norway", "EU"))
_MOST_STEPS = 40


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which an agreement took a step, and what it was."""

    day: date
    told: str


@router.get("/partnership")
@at_one_moment
def partnership(request: Request, record: TheRecord) -> Response:
    """The page: the form, the status of everything between the actors, and places for the slower parts."""
    if not is_partial(request) and any(not value.strip() for value in request.query_params.values()):
        kept = [(name, value) for name, value in request.query_params.multi_items() if value.strip()]
        return RedirectResponse(f"/partnership?{urlencode(kept)}" if kept else "/partnership", 303)
    typed, problem, material = Typed({}), None, None
    try:
        typed = read_typed(request, *_FIELDS)
        material = _material(request, record, typed) if typed.several("actor") else None
    except FoederaError as error:
        problem = told(error)
    page = "partials/partnership.html" if is_partial(request) else "partnership.html"
    headers = {"HX-Push-Url": typed.address("/partnership")} if is_partial(request) and material else {}
    status = 200 if problem is None or is_partial(request) else problem.status
    return render_page(request, page, status_code=status, headers=headers, **_shown(typed, problem, material))


def _shown(typed: Typed, problem: Problem | None, material: Material | None) -> dict[str, object]:
    values: dict[str, object] = {
        "typed": typed,
        "problem": problem,
        "examples": EXAMPLES,
        "parts": PARTS,
        "forms": tuple(Form),
        "title": "Partnership",
        "material": material,
        "section": None,
        "steps": (),
    }
    if material is None:
        return values
    standing = SECTIONS["standing"](material)
    steps = steps_of(material)
    first = min((step.day for step in steps), default=date(material.on.year - 10, 1, 1))
    return values | {
        "title": opening(listed(called(actor) for actor in material.actors)),
        "section": show_section(material, standing) if standing else None,
        "steps": steps,
        "first": first,
        "last": max(date.today(), material.on, *(step.day for step in steps)),
    }


def steps_of(material: Material) -> list[Step]:
    """The days on which something happened to an agreement between the actors, at any time, earliest first."""
    found: dict[date, dict[str, None]] = {}
    for claim in material.claims((Kind.INSTRUMENT_EVENT,)):
        if claim.when is not None and claim.confidence >= 0.5 and claim.when.earliest > date.min:
            said = f"{opening(names(claim.fillers('instrument')))}: {words(claim.word('event'))}"
            found.setdefault(claim.when.earliest, {})[said] = None
    steps = [Step(day, "; ".join(list(said)[:3])) for day, said in sorted(found.items())]
    return steps[-_MOST_STEPS:]


@router.get("/partnership/part/{name}")
@at_one_moment
def partnership_part(request: Request, record: TheRecord, name: str) -> Response:
    """One part of the page, asked for after it."""
    if name not in PARTS:
        raise HTTPException(404)
    typed = read_typed(request, *_FIELDS)
    material = _material(request, record, typed)
    shown: object = None
    if name == "headline":
        shown = [founded(material, sentence) for sentence in headline(material)]
    elif name == "cells":
        shown = _cells(material)
    else:
        section = SECTIONS[name](material)
        shown = show_section(material, section) if section else None
    template = "partials/partnership_part.html" if is_partial(request) else "partnership_part.html"
    return render_page(request, template, name=name, title=PARTS[name], shown=shown, material=material, typed=typed)


@router.get("/partnership/map.geojson")
def partnership_map(request: Request, record: TheRecord) -> Response:
    """What forces did together, at its places: what the map of the brief shows, to be moved. `unplaced` counts the rest."""
    typed = read_typed(request, *_FIELDS)
    material = _material(request, record, typed)

    def make() -> dict[str, Any]:
        claims = {deed.claim.id: deed.claim for deed in of_forces(deeds_of(material.activities))}
        layers = build_map(material.record, show_claims(material.record, claims.values()))
        drawn = map_features(layers)
        for feature in drawn["features"]:
            if feature["id"] in claims:
                feature["properties"] = with_link(feature["properties"], claims[feature["id"]])
        return drawn | {"placed": layers.placed, "unplaced": layers.unplaced}

    today = None if typed.one("on") else material.on
    return answer(request, record, make, today=today, media_type="application/geo+json")


def _cells(material: Material) -> list[AgreementMatrix]:
    """The kinds of agreement that each actor has with anybody, and where it stands in each with the actors after it."""
    matrices = []
    for place, actor in enumerate(material.actors[:-1]):
        whole = agreement_matrix(material.record, actor, on=material.on, known_on=material.known_on)
        others = tuple(row_with(whole, other) for other in material.actors[place + 1 :])
        matrices.append(replace(whole, rows=others))
    return matrices


@router.get("/partnership/brief.{form}")
def partnership_brief(request: Request, record: TheRecord, form: str) -> Response:
    """The brief on the actors as a file."""
    try:
        wanted = Form(form)
    except ValueError as error:
        known = ", ".join(f".{each.value}" for each in Form)
        raise UsageWrong(f"a brief cannot be written as .{form[:20]}.", mend=f"Known: {known}.") from error
    material = _material(request, record, read_typed(request, *_FIELDS))
    return download(brief_as(brief_of(material), wanted), MEDIA_TYPES[wanted], brief_file_name(material, wanted))


def _material(request: Request, record: Record, typed: Typed) -> Material:
    """What the page is written from, kept until the record changes: the parts of a page ask for the same."""
    days = days_asked(typed)
    actors = actors_asked(record, typed.several("actor"))
    return partnership_material(request, record, actors, on=days.on, known_on=days.known_on)
