"""/entities and /instruments: whom and what claims are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from foedera.answers.status import answer_status
from foedera.exchange.carried import entity_to_json
from foedera.model.choices import chosen, day_of
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import InstrumentUnknown, NameUnknown
from foedera.record import Record
from foedera.server.api.parameters import KNOWN_ON, ON, PAGING, Parameter, described, read_parameters, read_several
from foedera.server.etags import answer
from foedera.server.paging import Cursor, read_cursor, read_limit
from foedera.server.records import TheRecord
from foedera.views.shapes import EntitiesPage, EntityTold
from foedera.views.shapes_of_answers import StatusTold
from foedera.views.status import status_to_json

router = APIRouter(prefix="/api/v1")

_BEGINS = Parameter("q", "Only those with a name that begins like this, whatever case and accents.", "Japan")
_KIND = Parameter(
    "kind",
    "Only of this kind; given often, of any of them.",
    several=True,
    choices=tuple(kind.value for kind in EntityKind),
)


@router.get(
    "/entities", tags=["entities"], response_model=EntitiesPage, openapi_extra=described(_BEGINS, _KIND, *PAGING)
)
def list_entities(request: Request, record: TheRecord) -> Response:
    """List or search whatever bears a name: states, forces, ships, companies, programmes, places. By id, a page at a time."""
    given = read_parameters(request, (_BEGINS, _KIND, *PAGING))
    kinds = [chosen(EntityKind, word, "kind") for word in read_several(request, "kind", most=len(EntityKind))]
    return answer(request, record, _page(request, record, given, kinds))


@router.get("/entities/{entity}", tags=["entities"], response_model=EntityTold)
def one_entity(entity: str, request: Request, record: TheRecord) -> Response:
    """One entity by its id, with every name that the record knows for it."""
    read_parameters(request, ())
    found = record.entity(EntityId(entity))
    if found is None:
        raise NameUnknown(entity[:100], what="entity")
    return answer(request, record, lambda: entity_to_json(found))


@router.get(
    "/instruments", tags=["instruments"], response_model=EntitiesPage, openapi_extra=described(_BEGINS, *PAGING)
)
def list_instruments(request: Request, record: TheRecord) -> Response:
    """List or search agreements, arrangements, partnerships, strategies and regulations, by id, a page at a time."""
    given = read_parameters(request, (_BEGINS, *PAGING))
    return answer(request, record, _page(request, record, given, (EntityKind.INSTRUMENT,)))


@router.get("/instruments/{instrument}", tags=["instruments"], response_model=EntityTold)
def one_instrument(instrument: str, request: Request, record: TheRecord) -> Response:
    """One instrument by its id."""
    read_parameters(request, ())
    found = instrument_of(record, instrument)
    return answer(request, record, lambda: entity_to_json(found))


@router.get(
    "/instruments/{instrument}/status",
    tags=["instruments"],
    response_model=StatusTold,
    openapi_extra=described(ON, KNOWN_ON),
)
def status_of_instrument(instrument: str, request: Request, record: TheRecord) -> Response:
    """Where an instrument stands on a day, as known on a day, with the sentences that it rests on."""
    given = read_parameters(request, (ON, KNOWN_ON))
    found = instrument_of(record, instrument)
    on, known_on, today = days_of(given)

    def make() -> Any:
        return status_to_json(answer_status(record, found.id, on=on, known_on=known_on))

    return answer(request, record, make, today=today)


def instrument_of(record: Record, instrument: str) -> Entity:
    """The instrument of an id. Raises InstrumentUnknown."""
    found = record.entity(EntityId(instrument))
    if found is None or found.kind is not EntityKind.INSTRUMENT:
        raise InstrumentUnknown(instrument[:100])
    return found


def days_of(given: dict[str, str]) -> tuple[date, date | None, date | None]:
    """On which day, as known on which, and today if the answer depends on it. Raises UsageWrong."""
    today = date.today()
    on = day_of(given["on"], "on", last=True) if "on" in given else today
    known_on = day_of(given["known_on"], "known_on", last=True) if "known_on" in given else None
    return on, known_on, None if "on" in given else today


def _page(
    request: Request, record: Record, given: dict[str, str], kinds: Sequence[EntityKind]
) -> Callable[[], EntitiesPage]:
    limit, begins = read_limit(given.get("limit")), given.get("q", "")
    asked = [("q", begins), *(("kind", kind.value) for kind in kinds)]
    cursor = read_cursor(given["cursor"], asked, like=(str,)) if "cursor" in given else None

    def make() -> EntitiesPage:
        after = EntityId(str(cursor.place[0])) if cursor else None
        found = record.entities_page(limit + 1, after, begins=begins, kinds=kinds)
        told: EntitiesPage = {"entities": [entity_to_json(each) for each in found[:limit]], "next": None}  # type: ignore[misc]
        if len(found) > limit:
            told["next"] = next_page(request, Cursor((found[limit - 1].id,)).write(asked))
        return told

    return make


def next_page(request: Request, cursor: str) -> str:
    """The address of this list from a cursor on, without the server's name."""
    return str(request.url.include_query_params(cursor=cursor).replace(scheme="", netloc=""))
