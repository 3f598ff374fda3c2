"""Asking a record: which claims, which documents, which entities, and as of when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from foedera.model.claims import ClaimId
from foedera.model.documents import DocumentId
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import NameAmbiguous, NameUnknown
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.record import ClaimQuery, Order, Record
from tests.record.conftest import Clock
from tests.record.world import EXERCISE, EXTRACTOR, PACT, extract_claims, paper, read_into

NMR, EMK = EntityId("NMR"), EntityId("EMK")
PACT_ID = EntityId("northmoor-pact")


def years(record: Record, query: ClaimQuery) -> list[str]:
    """When the claims found hold, in the order in which they come."""
    return [claim.when.edtf for claim in record.claims(query) if claim.when]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param(ClaimQuery(), ["2018", "2019", "2020"], id="all of them, earliest first"),
        pytest.param(ClaimQuery(kinds=(Kind.ACTIVITY,)), ["2020"], id="of a kind"),
        pytest.param(ClaimQuery(entities=(NMR,)), ["2018", "2020"], id="of an entity in any role"),
        pytest.param(ClaimQuery(entities=(NMR, EMK)), ["2018", "2019", "2020"], id="of any of several entities"),
        pytest.param(ClaimQuery(between=((PACT_ID,), (EMK,))), ["2019"], id="between groups, one of each"),
        pytest.param(ClaimQuery(text="sunder SEA"), ["2020"], id="with words, whatever their case"),
        pytest.param(ClaimQuery(text="eastmark signed"), ["2019"], id="with all of the words"),
        pytest.param(ClaimQuery(text="?!"), [], id="with no words at all"),
        pytest.param(ClaimQuery(documents=(EXERCISE.id,)), ["2020"], id="of a document"),
        pytest.param(ClaimQuery(earliest=date(2019, 6, 1)), ["2019", "2020"], id="that reach past a day"),
        pytest.param(ClaimQuery(latest=date(2018, 6, 1)), ["2018"], id="that begin by a day"),
        pytest.param(ClaimQuery(modality=Modality.PLANNED), [], id="of a modality"),
        pytest.param(ClaimQuery(polarity=Polarity.AFFIRMED, limit=2), ["2018", "2019"], id="so many at most"),
        pytest.param(ClaimQuery(min_confidence=0.9), [], id="of a confidence"),
        pytest.param(ClaimQuery(order=Order.RECORDED), ["2020", "2019", "2018"], id="newest entry first"),
        pytest.param(ClaimQuery(documents=(PACT.id,), order=Order.DOCUMENT), ["2018", "2019"], id="in text order"),
    ],
)
def test_claims_asked_for(record: Record, query: ClaimQuery, found: list[str]) -> None:
    """A query finds the claims that keep all of its conditions, in its order."""
    read_into(record, PACT, EXERCISE)

    assert years(record, query) == found


def test_undated_claims_come_last_and_keep_out_of_days(record: Record) -> None:
    """A claim without time is in no stretch of days; in the order of time it stands at the end."""
    undated = [replace(claim, when=None, id=ClaimId("")) for claim in extract_claims(PACT)]
    record.enter_document(PACT, undated, run=record.begin_run(EXTRACTOR))
    read_into(record, EXERCISE)

    assert [claim.when is None for claim in record.claims()] == [False, True, True]
    assert years(record, ClaimQuery(earliest=date(1, 1, 1))) == ["2020"]


def test_the_record_as_it_stood(record: Record, clock: Clock) -> None:
    """What was recorded later is not seen from an earlier day, and what was superseded later still stands on it."""
    clock.at = datetime(2024, 3, 1, 23, 59, tzinfo=UTC)
    read_into(record, PACT)
    clock.at = datetime(2024, 3, 2, 0, 0, tzinfo=UTC)
    read_into(record, PACT, extractor="toy/2")
    read_into(record, EXERCISE)

    assert {claim.extractor for claim in record.claims(ClaimQuery(known_on=date(2024, 3, 1)))} == {"toy/1"}
    assert years(record, ClaimQuery(known_on=date(2024, 3, 1))) == ["2018", "2019"]
    assert years(record, ClaimQuery(known_on=date(2024, 2, 29))) == []
    assert years(record, ClaimQuery(known_on=datetime(2024, 3, 1, 12, tzinfo=UTC))) == []
    assert years(record, ClaimQuery(known_on=date(2024, 3, 2))) == ["2018", "2019", "2020"]


def test_leaving_a_query_half_way_leaves_nothing_open(record: Record) -> None:
    """Whoever takes only the first claims can write at once."""
    read_into(record, PACT)
    first = next(record.claims())

    assert read_into(record, EXERCISE)[0].claims == 1
    assert first.when is not None


@pytest.mark.parametrize("typed", ["papers/pact.txt", "pact.txt", PACT.id, PACT.id[:8], PACT.id[:8].upper()])
def test_finding_a_document(record: Record, typed: str) -> None:
    """A document is found by its path, the end of its path, its id, or the beginning of its id."""
    read_into(record, PACT, EXERCISE)

    assert record.find_document(typed) == PACT


def test_a_document_that_is_not_there_is_answered_with_near_ones(record: Record) -> None:
    """An unknown path names what is near, an ambiguous one its candidates."""
    other = paper("Westhaven exercised in 2021.", "old/pact.txt")
    read_into(record, PACT, other)

    with pytest.raises(NameUnknown, match=r"no document is called “act\.txt”.*\n.*old/pact\.txt"):
        record.find_document("act.txt")
    with pytest.raises(NameAmbiguous, match=r"papers/pact\.txt"):
        record.find_document("pact.txt")


def test_percent_is_a_character_like_any_other(record: Record) -> None:
    """Characters that stores use as wildcards find only themselves."""
    read_into(record, PACT)

    with pytest.raises(NameUnknown):
        record.find_document("%")
    assert list(record.claims(ClaimQuery(text="%"))) == []


def test_documents_come_by_date(record: Record) -> None:
    """Documents come oldest first, undated ones last."""
    older = paper("Westhaven exercised in 2011.", "papers/old.txt", date="2011")
    read_into(record, EXERCISE, PACT, older)

    assert [document.path for document in record.documents()] == [older.path, PACT.path, EXERCISE.path]


def test_what_is_not_there_is_none(record: Record) -> None:
    """Asked by an id it does not have, the record gives None."""
    assert record.document(DocumentId("0" * 64)) is None
    assert record.claim(ClaimId("c-0")) is None
    assert record.entity(EntityId("nowhere")) is None
    assert record.find_entities("nowhere") == ()
    assert not record.has_reading(DocumentId("0" * 64), EXTRACTOR)


@pytest.mark.parametrize("typed", ["Northmoor", "NORTHMOOR", "Nörthmoor", " the  moor ", "NMR"])
def test_finding_an_entity_by_name(record: Record, typed: str) -> None:
    """An entity is found by its id and by any of its names, whatever their case, accents and spaces."""
    moor = Entity(NMR, "Northmoor", EntityKind.STATE, ("The Moor",))
    record.enter_sourced("register", [], run=record.begin_run("register/1"), entities=[moor])

    assert record.find_entities(typed) == (moor,)


def test_one_name_may_stand_for_several_entities(record: Record) -> None:
    """All that bear a name are given, by id; a sign that is no letter finds nothing."""
    state = Entity(NMR, "Northmoor", EntityKind.STATE)
    ship = Entity(EntityId("nms-northmoor"), "NMS Northmoor", EntityKind.VESSEL, ("Northmoor",))
    record.enter_sourced("register", [], run=record.begin_run("register/1"), entities=[ship, state])

    assert record.find_entities("northmoor") == (state, ship)
    assert record.find_entities("–") == ()
    assert list(record.entities()) == [state, ship]


def test_whoever_knows_the_kind_is_believed(record: Record) -> None:
    """One paper does not say what a heron is, another does: the second is believed, and both names are kept."""
    heron = EntityId("nms-heron")
    papers = ((PACT, EntityKind.UNKNOWN, "Heron"), (EXERCISE, EntityKind.VESSEL, "NMS Heron"))
    for document, kind, name in papers:
        record.enter_document(document, [], run=record.begin_run(EXTRACTOR), entities=[Entity(heron, name, kind)])

    assert record.entity(heron) == Entity(heron, "NMS Heron", EntityKind.VESSEL, ("Heron",))


def test_claims_of_a_stretch_of_a_document(record: Record) -> None:
    """A long document is read in parts: only what is said in a part is fetched for it."""
    read_into(record, PACT, EXERCISE)

    def years(start: int, end: int) -> list[str]:
        found = record.claims(ClaimQuery(documents=(PACT.id,), within=(start, end)))
        return [str(claim.when) for claim in found]

    assert years(0, 34) == ["2018"]
    assert years(35, 62) == ["2019"]
    assert years(30, 40) == ["2018", "2019"]
    assert years(62, 99) == []
