"""The facts that ship with the program: claims like any other, with a source instead of characters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from foedera.model.claims import Claim, check_claim
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Event, Kind, Modality
from foedera.names import data_path
from foedera.names.data import read_table
from foedera.record import BASELINE, ClaimQuery, Record, open_record
from foedera.record.baseline import (
    Names,
    activity_claim,
    instrument_claims,
    load_baseline,
    measure_claim,
    programme_claims,
    signed_event,
    source_of,
)
from foedera.record.baseline_grades import CONFIDENCE, EXTRACTOR
from tests.record.conftest import Clock
from tests.record.world import PACT, read_into

KNOWN = Names.of(
    {
        entity.id: entity
        for entity in (
            Entity(EntityId("NMR"), "Northmoor", EntityKind.STATE),
            Entity(EntityId("EMK"), "Eastmark", EntityKind.STATE),
            Entity(EntityId("sunder-sea"), "Sunder Sea", EntityKind.PLACE, ("Sea of Sunder",)),
        )
    }
)


def row(**cells: str) -> dict[str, str]:
    """A row of a table: every column empty but these."""
    columns = (
        "id name short_name type parties proposed negotiations_opened signed provisional_from in_force terminated note"
        " participants assets place start end elements kind lead partners observers members_companies started status"
        " subject metric value unit period basis source_reliability source_title source_url source_publisher source_date"
    )
    return {"confidence": "high", **dict.fromkeys(columns.split(), ""), **cells}


@pytest.fixture(scope="module")
def shipped() -> Iterator[Record]:
    """A new record, as a user gets it."""
    with open_record("sqlite://", now=Clock()) as record:
        yield record


def events(record: Record, instrument: str) -> dict[str, str]:
    """When each event in the life of an instrument happened."""
    query = ClaimQuery(kinds=(Kind.INSTRUMENT_EVENT,), entities=(EntityId(instrument),))
    return {claim.word("event"): str(claim.when) for claim in record.claims(query)}


@pytest.mark.parametrize(
    ("instrument", "known"),
    [
        pytest.param(
            "eu-jpn-spa",
            {"signed": "2018-07-17", "provisionally_applied": "2019-02-01", "in_force": "2025-01-01"},
            id="SPA between the EU and Japan",
        ),
        pytest.param(
            "eu-jpn-epa", {"signed": "2018-07-17", "in_force": "2019-02-01"}, id="EPA between the EU and Japan"
        ),
        pytest.param("eu-jpn-sdp", {"announced": "2024-11-01"}, id="a partnership that was announced"),
        pytest.param("eu-nor-sdp", {"signed": "2024-05-28"}, id="a partnership that was signed"),
        pytest.param("eu-reg-2025-1106-safe", {"adopted": "2025-05-27", "in_force": "2025-05-29"}, id="a regulation"),
    ],
)
def test_life_of_an_instrument(shipped: Record, instrument: str, known: dict[str, str]) -> None:
    """A new record knows what happened in the life of an agreement, and when."""
    assert known.items() <= events(shipped, instrument).items()


def test_every_claim_keeps_to_the_grammar_and_names_its_source(shipped: Record) -> None:
    """Each claim of the baseline passes the grammar, has a source, and its fillers name entities that are known."""
    known = {entity.id for entity in shipped.entities()}
    for claim in shipped.claims():
        check_claim(claim)
        assert claim.extractor == EXTRACTOR
        assert all(piece.source is not None and piece.document is None for piece in claim.evidence)
        assert {filler.entity for found in claim.roles.values() for filler in found if filler.entity} <= known


def test_no_row_is_lost() -> None:
    """Every date of every instrument, and every row of the other tables, is a claim of its own."""
    found = load_baseline().claims
    kinds = [claim.kind for claim in found]
    columns = ("proposed", "negotiations_opened", "signed", "provisional_from", "in_force", "terminated")

    assert kinds.count(Kind.INSTRUMENT_EVENT) == sum(
        bool(line[column]) for line in read_table("instruments.csv") for column in columns
    )
    assert kinds.count(Kind.ACTIVITY) == len(read_table("activities.csv"))
    assert kinds.count(Kind.MEASURE) == len(read_table("measures.csv"))
    assert len({claim.id for claim in found}) == len(found)
    assert data_path("instruments.csv").is_file()


def test_baseline_can_be_left_out(shipped: Record) -> None:
    """The baseline is marked as such: a query may leave it out, and counts tell how much of it there is."""
    assert shipped.counts().baseline == shipped.counts().claims > 1000
    assert list(shipped.claims(ClaimQuery(include_baseline=False))) == []
    with open_record("sqlite://", baseline=False) as empty:
        assert empty.counts().claims == 0


def test_a_document_beside_the_baseline() -> None:
    """Documents come to stand beside the baseline; what it describes is not described again by whoever names it."""
    with open_record("sqlite://") as record:
        before = record.counts()
        read_into(record, PACT)
        assert record.counts().claims == before.claims + 2
        assert record.counts().baseline == before.baseline
        assert list(record.verify()) == []


def test_two_new_records_say_the_same(shipped: Record) -> None:
    """Making a record twice gives the same record."""
    with open_record("sqlite://") as other:
        assert other.fingerprint() == shipped.fingerprint()


@pytest.mark.parametrize(
    ("type", "note", "event"),
    [
        ("reciprocal_access", "Announced in May.", Event.SIGNED),
        ("regulation", "Signed by the presidents.", Event.ADOPTED),
        ("council_decision", "", Event.ADOPTED),
        ("strategy", "", Event.ADOPTED),
        ("joint_statement", "", Event.ANNOUNCED),
        ("joint_statement", "Two agreements were signed the same day.", Event.ANNOUNCED),
        ("joint_statement", "Signed in Northmoor by both premiers.", Event.SIGNED),
        ("security_and_defence_partnership", "First of its kind; adopted at the summit.", Event.ADOPTED),
        ("security_and_defence_partnership", "Concluded at the summit.", Event.AGREED),
    ],
)
def test_what_the_day_of_signing_was(type: str, note: str, event: Event) -> None:
    """A day in the column of signing is one of adoption for a law, of announcement for a statement nobody signs."""
    assert signed_event(row(type=type, note=note)) is event


def test_an_instrument_gives_a_claim_for_each_date() -> None:
    """Dates become events, earliest first, with all parties; what lies ahead is planned."""
    line = row(id="northmoor-pact", name="Pact", parties="NMR;EMK", type="treaty", signed="2018", terminated="2028")

    signed, ended = instrument_claims(line, KNOWN)

    assert (signed.word("event"), str(signed.when), signed.modality) == ("signed", "2018", Modality.ACTUAL)
    assert (ended.word("event"), str(ended.when), ended.modality) == ("terminated", "2028", Modality.PLANNED)
    assert [(filler.entity, filler.name) for filler in signed.fillers("party")] == [
        ("NMR", "Northmoor"),
        ("EMK", "Eastmark"),
    ]


@pytest.mark.parametrize(
    ("cells", "when"),
    [
        pytest.param({"start": "2014-09-25", "end": "2014-09-25"}, "2014-09-25", id="one day"),
        pytest.param({"start": "2014-10", "end": "2015-02"}, "2014-10/2015-02", id="from one month to another"),
        pytest.param({"start": "2014-10-01", "type": "port_call"}, "2014-10-01", id="a port call without an end"),
        pytest.param({"start": "2008-12-08", "type": "operation"}, "2008-12-08/", id="an operation without an end"),
    ],
)
def test_when_an_activity_was(cells: dict[str, str], when: str) -> None:
    """An activity lasts from its start to its end; an operation whose end nobody found may last still."""
    line = row(**{"id": "ex-1", "name": "Exercise Heron", "type": "exercise", "participants": "NMR", **cells})

    claim = activity_claim(line, KNOWN)

    assert str(claim.when) == when


@pytest.mark.parametrize(
    ("words", "entity"), [("Sunder Sea", "sunder-sea"), ("sea of sunder", "sunder-sea"), ("Western Sunder Sea", None)]
)
def test_places_are_known_by_their_whole_name(words: str, entity: str | None) -> None:
    """A place of the table has an entity only if just that name is known; the words stay as written."""
    filler = KNOWN.place(words)

    assert (filler.text, filler.entity) == (words, entity)


@pytest.mark.parametrize(
    ("status", "when", "modality"),
    [
        ("running", "2015/..", Modality.ACTUAL),
        ("closed 2025", "2015/2025", Modality.ACTUAL),
        ("closed, 2015-2019", "2015/2019", Modality.ACTUAL),
        ("ended without production", "2015/", Modality.ACTUAL),
        ("planned", "2015/..", Modality.PLANNED),
    ],
)
def test_how_long_actors_take_part(status: str, when: str, modality: Modality) -> None:
    """Who takes part does so while the programme runs."""
    line = row(id="heron", name="Heron", kind="project", lead="NMR", started="2015", status=status)

    (claim,) = programme_claims(line, KNOWN)

    assert (claim.word("as"), str(claim.when), claim.modality) == ("lead", when, modality)


@pytest.mark.parametrize(
    ("period", "when", "basis"),
    [("2024", "2024", ""), ("FY2024", "2024", "fiscal year 2024"), ("2021-2027", "2021/2027", "")],
)
def test_when_a_measure_counts(period: str, when: str, basis: str) -> None:
    """A measure holds for its period; that a year is fiscal is said in words."""
    claim = measure_claim(row(id="m-1", subject="NMR", metric="budget", value="7", period=period), KNOWN)

    assert (str(claim.when), claim.word("basis"), claim.word("value")) == (when, basis, "7")


def test_a_fact_without_a_source_says_so() -> None:
    """Where the table names nobody, the source is the table itself, and its confidence is below one half."""
    source = source_of(row(id="m-1"))

    assert source.title.endswith("row m-1 (no outside source)")
    assert (source.url, source.reliability) == (None, None)
    assert CONFIDENCE["low"] < 0.5 < CONFIDENCE["medium"] < CONFIDENCE["high"] < 1


def test_known_on_a_day_before_the_record_was_made(shipped: Record) -> None:
    """The baseline is known from the day on which the record was made, not from the days it speaks of."""
    claims: list[Claim] = list(shipped.claims(ClaimQuery(known_on=date(2024, 2, 29))))

    assert claims == []
    assert EXTRACTOR.partition("/")[0] == BASELINE
