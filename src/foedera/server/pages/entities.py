"""The page of an agreement, an actor, a programme or a place: what it is called and all that is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Annotated
from urllib.parse import unquote, urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from foedera.answers.naming import entity_named
from foedera.answers.status import answer_status
from foedera.model.answers import StatusAnswer
from foedera.model.choices import chosen, day_of
from foedera.model.claims import Claim
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import NameUnknown
from foedera.model.kinds import Kind
from foedera.record import ClaimQuery, Decision, Merge, Order, Record, RecordReader
from foedera.server.pages.links import entity_link
from foedera.server.pages.rendering import render_page
from foedera.server.paging import Cursor, read_cursor
from foedera.server.records import TheRecord, at_one_moment
from foedera.server.remembering import remembered
from foedera.server.resolving import acting_for
from foedera.server.reviewers import TheReviewer
from foedera.views.sources import source_titles

router = APIRouter()

_ON_A_PAGE = 50
_MANY = 2_000  # events of one agreement from which its status takes longer than a page may
_MOST_CONFLICTS = 50  # disagreements on a page; where thousands tell of an agreement, there are thousands
_MOST_UNDER = 60  # of those that act for an actor, as many are named
_ACTORS = frozenset(EntityKind) - {EntityKind.INSTRUMENT, EntityKind.PROGRAMME, EntityKind.PLACE, EntityKind.EQUIPMENT}
_LONGEST_NAME, _LONGEST_NOTE = 400, 2000


@dataclass(frozen=True, slots=True)
class Said:
    """A claim on the page, with where it is said and what was decided about it."""

    claim: Claim
    source: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Told:
    """What is said, a page of it: grouped by year, newest first, undated last. `more` is the address of the next page."""

    years: Sequence[tuple[str, Sequence[Said]]]
    more: str | None
    first: bool


@router.get("/instruments/{entity}")
@router.get("/actors/{entity}")
@router.get("/programmes/{entity}")
@router.get("/places/{entity}")
@at_one_moment
def show_entity(
    request: Request,
    record: TheRecord,
    who: TheReviewer,
    entity: str,
    kind: str = "",
    alone: str = "",
    on: str = "",
    after: str = "",
) -> Response:
    """What it is called, where it stands, and everything said of it by date, with sources."""
    found = _known(record, entity)
    right = entity_link(found.id, found.kind)
    if request.scope["path"] != unquote(right):
        return RedirectResponse(right + (f"?{request.url.query}" if request.url.query else ""), 307)
    group = _group(record, found, alone=bool(alone))
    wanted = chosen(Kind, kind, "kind") if kind else None
    day = day_of(on, "on", last=True) if on else date.today()
    return render_page(
        request,
        "entity.html",
        entity=found,
        under=[each for each in _named(record, group) if each.id != found.id],
        most_under=_MOST_UNDER,
        told=_told(record, group, wanted, right, alone, after),
        wanted=wanted,
        alone=bool(alone),
        here=right,
        status=_status(remembered(request, record), found, day, asked=bool(on)),
        most_conflicts=_MOST_CONFLICTS,
        is_instrument=found.kind is EntityKind.INSTRUMENT,
        day=day,
        facts=_facts(record, found),
        merges=[merge for merge in record.merges() if found.id in (merge.entity, merge.into)],
        who=who,
        actor=found.kind in _ACTORS,
    )


@router.post("/entities/{entity}/merge")
def merge(
    record: TheRecord,
    who: TheReviewer,
    entity: str,
    into: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
) -> Response:
    """Say that two entities are one; with an empty `into`, that they are so no longer."""
    other = entity_named(record, into.strip()) if into.strip() else None
    record.merge(Merge(EntityId(entity), other.id if other else None, who, note[:_LONGEST_NOTE]))
    shown = other or record.entity(EntityId(entity))
    return RedirectResponse(entity_link(shown.id, shown.kind) if shown else "/", 303)


def _known(record: RecordReader, typed: str) -> Entity:
    """The entity of this id, or the one that is called so. Raises NameUnknown, NameAmbiguous."""
    found = record.entity(EntityId(typed))
    if found is not None:
        return found
    try:
        return entity_named(record, typed[:_LONGEST_NAME])
    except NameUnknown as error:
        raise NameUnknown(typed[:_LONGEST_NAME], error.candidates, what="thing") from error


def _group(record: Record, entity: Entity, *, alone: bool) -> tuple[EntityId, ...]:
    if alone or entity.kind not in _ACTORS:
        return (entity.id,)
    return acting_for(record, entity.id)


def _named(record: RecordReader, group: Iterable[EntityId]) -> list[Entity]:
    return sorted(record.entities(tuple(group)), key=lambda entity: (entity.kind.value, entity.name))


def _told(record: Record, group: tuple[EntityId, ...], kind: Kind | None, here: str, alone: str, after: str) -> Told:
    query = ClaimQuery(entities=group, kinds=(kind,) if kind else (), order=Order.NEWEST)
    asked = [("here", here), ("kind", kind.value if kind else ""), ("alone", alone)]
    page = record.claims_page(query, _ON_A_PAGE, read_cursor(after, asked).place if after else None)
    sources = source_titles(record, page.claims)
    standing = record.standing([claim.id for claim in page.claims])
    said = [Said(claim, sources[claim.id], standing.get(claim.id)) for claim in page.claims]
    more = None
    if page.after is not None:
        given = {"kind": kind.value if kind else "", "alone": alone, "after": Cursor(page.after).write(asked)}
        more = f"{here}?{urlencode({name: value for name, value in given.items() if value})}"
    years = [(year, list(some)) for year, some in groupby(said, key=_year)]
    return Told(years, more, not after)


def _year(said: Said) -> str:
    when = said.claim.when
    if when is None:
        return "Undated"
    return str(when.earliest.year) if when.earliest != date.min else "Before"


def _status(record: RecordReader, entity: Entity, day: date, *, asked: bool) -> StatusAnswer | None:
    """Where an agreement stands; None for what is none, or if so much is told of it that it is worked out when asked."""
    if entity.kind is not EntityKind.INSTRUMENT:
        return None
    events = ClaimQuery(entities=(entity.id,), kinds=(Kind.INSTRUMENT_EVENT,))
    if not asked and record.count_claims(events, up_to=_MANY) >= _MANY:
        return None
    return answer_status(record, entity.id, on=day, conflicts=_MOST_CONFLICTS + 1)


def _facts(record: RecordReader, entity: Entity) -> Mapping[str, Sequence[Entity]]:
    """What the entity belongs to."""
    told = {
        "state": (EntityId(entity.country),) if entity.country and entity.country != entity.id else (),
        "belongs to": (entity.parent,) if entity.parent else (),
        "part of": entity.part_of,
    }
    return {name: known for name, ids in told.items() if (known := list(record.entities(ids)) if ids else [])}
