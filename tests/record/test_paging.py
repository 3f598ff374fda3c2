"""Pages of claims: together they are the list, whichever way the store finds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from foedera.model.claims import Claim, Filler, Source
from foedera.model.claims import Evidence as Said
from foedera.model.entities import EntityId
from foedera.model.kinds import Kind, Modality
from foedera.model.time import Span
from foedera.record import ClaimQuery, Order, Record, paging

NMR, EMK, WHV = EntityId("NMR"), EntityId("EMK"), EntityId("WHV")
TIMES = ("2014/..", "2015-03-02", "2016", "2016-05/2018-02", "2017-11-30", "2020", None)
KINDS = (Kind.ACTIVITY, Kind.PARTICIPATION, Kind.AFFILIATION)

QUERIES = {
    "everything": ClaimQuery(),
    "newest entry first": ClaimQuery(order=Order.RECORDED),
    "newest day first": ClaimQuery(order=Order.NEWEST),
    "one kind": ClaimQuery(kinds=(Kind.ACTIVITY,)),
    "two kinds": ClaimQuery(kinds=(Kind.AFFILIATION, Kind.ACTIVITY)),
    "two kinds, newest day first": ClaimQuery(kinds=(Kind.AFFILIATION, Kind.ACTIVITY), order=Order.NEWEST),
    "one actor": ClaimQuery(entities=(NMR,)),
    "two actors": ClaimQuery(between=((NMR,), (EMK, WHV))),
    "an actor in a role": ClaimQuery(entities=(EMK,), roles=("member",)),
    "words": ClaimQuery(text="register exercise"),
    "from a day on": ClaimQuery(earliest=date(2016, 6, 1)),
    "from a day on, newest day first": ClaimQuery(earliest=date(2016, 6, 1), order=Order.NEWEST),
    "up to a day": ClaimQuery(latest=date(2016, 6, 1)),
    "between two days, one kind": ClaimQuery((Kind.ACTIVITY,), earliest=date(2016, 2, 1), latest=date(2017, 1, 1)),
    "what is planned": ClaimQuery(modality=Modality.PLANNED),
    "what nobody says": ClaimQuery(text="zeppelin"),
}


def many_claims() -> Iterator[Claim]:
    """Every kind at every time by every pair, each from a register of its own."""
    told = product(TIMES, KINDS, ((NMR, EMK), (EMK, WHV), (WHV, NMR)))
    for number, (when, kind, (one, other)) in enumerate(told):
        yield Claim(
            kind,
            _roles(kind, _named(one), _named(other)),
            (Said(None, None, None, "", Source(f"Register {number}")),),
            Span.parse(when) if when else None,
            modality=Modality.PLANNED if number % 5 == 0 else Modality.ACTUAL,
        )


def _roles(kind: Kind, one: Filler, other: Filler) -> dict[str, tuple[Filler, ...]]:
    if kind is Kind.ACTIVITY:
        return {"type": (Filler("exercise"),), "participant": (one, other)}
    if kind is Kind.PARTICIPATION:
        return {"actor": (one,), "in": (other,), "as": (Filler("member"),)}
    return {"member": (one,), "of": (other,)}


def _named(entity: EntityId) -> Filler:
    return Filler(entity, entity=entity, name=entity)


@pytest.fixture
def filled(record: Record) -> Record:
    """A record of many claims, entered in the order of their ids so that no order is theirs by chance."""
    run = record.begin_run("toy/1")
    for number, claim in enumerate(sorted(many_claims(), key=lambda each: each.id)):
        record.enter_sourced(f"register-{number % 7}-{number}", (claim,), run=run)
    record.finish_run(run)
    return record


def all_pages(record: Record, query: ClaimQuery, limit: int) -> list[Claim]:
    page = record.claims_page(query, limit)
    found = list(page.claims)
    while page.after is not None:
        assert len(page.claims) <= limit
        page = record.claims_page(query, limit, page.after)
        found += page.claims
    return found


@pytest.mark.parametrize("way", ["few are sorted", "all are walked", "walked in small steps"])
@pytest.mark.parametrize("name", QUERIES)
def test_pages_together_are_the_list(filled: Record, name: str, way: str, monkeypatch: pytest.MonkeyPatch):
    """Page after page comes what one list would hold, in its order, nothing twice and nothing left out."""
    if way != "few are sorted":
        monkeypatch.setattr(paging, "_FEW", -1)
        monkeypatch.setattr(paging, "_RARE", 3)
    if way == "walked in small steps":
        monkeypatch.setattr(paging, "_WALK", 6)

    assert all_pages(filled, QUERIES[name], 4) == list(filled.claims(QUERIES[name]))


def test_a_list_stays_as_it_was_when_it_began(filled: Record):
    """What is entered while somebody turns pages does not move what is still to come."""
    before = filled.last_moment()
    whole = list(filled.claims())
    query = ClaimQuery(known_on=before)
    first = filled.claims_page(query, 10)

    run = filled.begin_run("toy/1")
    filled.enter_sourced("late", [next(many_claims())], run=run)

    rest = filled.claims_page(query, 500, first.after)
    assert [*first.claims, *rest.claims] == whole


def test_an_entry_makes_another_revision(filled: Record):
    """Whoever keeps an answer sees by the revision that the record is another one."""
    before = filled.revision()

    run = filled.begin_run("toy/1")
    filled.enter_sourced("late", [next(many_claims())], run=run)

    assert filled.revision() != before
