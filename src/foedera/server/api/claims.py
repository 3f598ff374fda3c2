"""/claims: what documents say, with every filter of the pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request, Response

from foedera.model.claims import Claim, ClaimId
from foedera.model.errors import NameUnknown
from foedera.record import ClaimQuery, Order, Record
from foedera.server.api.parameters import FILTERS, PAGING, Parameter, described, read_parameters, read_selected
from foedera.server.api.telling import tell_claims, tell_decision, tell_documents
from foedera.server.etags import answer
from foedera.server.paging import Cursor, read_cursor, read_limit
from foedera.server.records import TheRecord
from foedera.server.selection import Selection
from foedera.views.shapes import ClaimSaid, ClaimsPage, CountTold, DecisionsPage

router = APIRouter(prefix="/api/v1/claims", tags=["claims"])

ORDER = Parameter(
    "order",
    "when: earliest day first, undated claims last; recorded: newest entry first.",
    choices=("when", "recorded"),
)
COUNT = Parameter("count", "yes: also count them, up to 10,000.", choices=("yes", "no"))
_PAGED = (*PAGING, ORDER, COUNT)
_COUNTED = 10_000  # whoever sees so many narrows the filters, and counting on would take seconds


@router.get("", response_model=ClaimsPage, openapi_extra=described(*FILTERS, *_PAGED))
def list_claims(request: Request, record: TheRecord) -> Response:
    """List claims, a page at a time. All pages of one list show the record as it stood when the first was asked for."""
    selection, given = read_selected(request, _PAGED)
    limit = read_limit(given.get("limit"))
    order = Order(given.get("order", "when"))
    asked = [*selection.items(), ("order", order.value)]
    cursor = read_cursor(given["cursor"], asked) if "cursor" in given else None

    def make() -> ClaimsPage:
        last = record.last_moment() or datetime.now(UTC)
        as_of = cursor.as_of if cursor and cursor.as_of else last
        query = selection.query(record)
        query = query if as_of >= last else as_it_stood(query, as_of)  # asking about the past takes longer
        page = record.claims_page(replace(query, order=order), limit, cursor.place if cursor else None)
        documents = tell_documents(record, page.claims)
        told: ClaimsPage = {
            "claims": tell_claims(record, page.claims, documents),
            "documents": documents,
            "as_of": as_of.isoformat(),
            "next": None,
        }
        if page.after is not None:
            word = Cursor(page.after, as_of).write(asked)
            told["next"] = f"/api/v1/claims?{_address(selection, given)}cursor={word}"
        if given.get("count") == "yes":
            told["count"] = _count(record, query)
        return told

    return answer(request, record, make)


def as_it_stood(query: ClaimQuery, as_of: datetime) -> ClaimQuery:
    """The query at a moment, unless it asks for an earlier day."""
    day = query.known_on
    return query if day is not None and day < as_of.date() else replace(query, known_on=as_of)


def _address(selection: Selection, given: dict[str, str]) -> str:
    kept = {name: given[name] for name in ("limit", "order", "count") if name in given}
    address = selection.address(**kept)
    return f"{address}&" if address else ""


def _count(record: Record, query: ClaimQuery) -> CountTold:
    number = record.count_claims(query, up_to=_COUNTED)
    return {"number": number, "at_least": number == _COUNTED}


@router.get("/{claim}", response_model=ClaimSaid)
def one_claim(claim: str, request: Request, record: TheRecord) -> Response:
    """One claim by its id, even where a later reading no longer finds it."""
    read_parameters(request, ())
    found = claim_of(record, claim)

    def make() -> Any:
        return tell_claims(record, (found,), tell_documents(record, (found,)))[0]

    return answer(request, record, make)


@router.get("/{claim}/decisions", response_model=DecisionsPage)
def decisions_of_claim(claim: str, request: Request, record: TheRecord) -> Response:
    """Everything that was decided about a claim, oldest first, what was undone too."""
    read_parameters(request, ())
    found = claim_of(record, claim)

    def make() -> DecisionsPage:
        return {"decisions": [tell_decision(each) for each in record.decisions(found.id)], "next": None}

    return answer(request, record, make)


def claim_of(record: Record, claim: str) -> Claim:
    """The claim of an id. Raises NameUnknown."""
    found = record.claim(ClaimId(claim))
    if found is None:
        raise NameUnknown(claim[:100], what="claim")
    return found
