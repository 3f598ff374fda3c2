"""Conflicts and gaps: sources that disagree, commitments that nothing followed, partners and kinds with empty cells."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from foedera.model.answers import Ground
from foedera.model.entities import Entity
from foedera.model.errors import FoederaError
from foedera.record import RecordReader
from foedera.server.pages.asked import Days, Typed, actors_asked, apart, days_asked, read_typed, told
from foedera.server.pages.links import sentence_link
from foedera.server.pages.rendering import is_partial, render_page
from foedera.server.records import TheRecord, at_one_moment
from foedera.server.remembering import recall, remembered
from foedera.views.agreement_matrix import agreement_matrix
from foedera.views.gaps import disagreements, unfollowed

router = APIRouter()

_FIELDS = ("actor", "on", "known_on")
PARTS = {
    "conflicts": "Sources that disagree",
    "unfollowed": "Commitments that nothing followed",
    "cells": "Partners and kinds of agreement",
}
EXAMPLES = ("EU", "Japan", "United Kingdom", "Australia")
MOST_ROWS = 100


@router.get("/gaps")
def gaps(request: Request) -> Response:
    """The page: the form, and places for the parts, which are asked for after it."""
    if any(not value.strip() for value in request.query_params.values()):
        kept = [(name, value) for name, value in request.query_params.multi_items() if value.strip()]
        return RedirectResponse(f"/gaps?{urlencode(kept)}" if kept else "/gaps", 303)
    typed, problem, days = Typed({}), None, None
    try:
        typed = read_typed(request, *_FIELDS)
        days = days_asked(typed)
    except FoederaError as error:
        problem = told(error)
    return render_page(
        request,
        "gaps.html",
        status_code=problem.status if problem else 200,
        typed=typed,
        problem=problem,
        days=days,
        parts=PARTS,
        examples=EXAMPLES,
    )


@router.get("/gaps/part/{name}")
@at_one_moment
def gaps_part(request: Request, record: TheRecord, name: str) -> Response:
    """One part of the page."""
    if name not in PARTS:
        raise HTTPException(404)
    problem, shown, actor, days = None, None, None, None
    try:
        typed = read_typed(request, *_FIELDS)
        days = days_asked(typed)
        actors = actors_asked(record, typed.several("actor")[:1])
        actor = actors[0] if actors else None
        shown = recall(
            request,
            record,
            ("gaps", name, actor.id if actor else None, days),
            _work(remembered(request, record), name, actor, days),
        )
    except FoederaError as error:
        problem = told(error)
    return render_page(
        request,
        "partials/gaps_part.html" if is_partial(request) else "gaps_part.html",
        status_code=200 if problem is None or is_partial(request) else problem.status,
        name=name,
        title=PARTS[name],
        shown=shown,
        actor=actor,
        days=days,
        problem=problem,
        most=MOST_ROWS,
        apart=apart,
        examples=EXAMPLES,
        ground_link=lambda ground: _ground_link(remembered(request, record), ground),
    )


def _work(record: RecordReader, name: str, actor: Entity | None, days: Days) -> Any:
    """What works the part out."""
    id = actor.id if actor else None

    def work() -> Any:
        if name == "conflicts":
            return disagreements(record, id, on=days.on, known_on=days.known_on, shown=MOST_ROWS)
        if name == "unfollowed":
            return unfollowed(record, id, on=days.on, known_on=days.known_on)
        return agreement_matrix(record, actor, on=days.on, known_on=days.known_on) if actor else None

    return work


def _ground_link(record: RecordReader, ground: Ground) -> str:
    claim = record.claim(ground.claim)
    return sentence_link(claim) if claim else "/"
