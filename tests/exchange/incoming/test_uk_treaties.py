"""The UK's registry of treaties: JSON lines, dates as dd/mm/yyyy, parties in capitals."""

from __future__ import annotations

from datetime import date

import pytest

from foedera.answers.status import answer_status
from foedera.exchange.incoming import Fate
from foedera.model.claims import Claim
from foedera.model.entities import EntityId
from foedera.record import Record
from tests.exchange.incoming.conftest import Import

PACT = {
    "id": 1,
    "title": "Agreement between Japan and  France on Lighthouses",
    "field3": "BI",
    "subject": "LIGHTHOUSES",
    "country_name": "JAPAN ; FRANCE",
    "signed_event_date": "17/07/1950",
    "signed_event_location": "Port Heron",
    "definative_eif_event_date": "01/02/1951",
    "definative_eif_event_effective_date": "01/03/1951",
    "terminated_event_date": "01/01/1990",
    "terminated_event_effective_date": "31/12/1990",
    "references": "Treaty Series 007/1951: Cmd. 9999||https://example.org/7.pdf;Other 1/0: 0",
    "document_url": "https://example.org/data\\html\\1.html",
}


def claims_of(record: Record, event: str) -> list[Claim]:
    return [claim for claim in record.claims() if claim.word("event") == event]


def test_each_date_of_a_treaty_is_an_event(record: Record, taken: Import):
    """A treaty's row becomes an event for each thing that happened to it, on the day it took effect."""
    report = taken("uk-treaties", [PACT])

    assert report.fates[Fate.TAKEN] == 1
    happened = {claim.word("event"): claim.when.edtf for claim in record.claims() if claim.when}
    assert happened == {"signed": "1950-07-17", "in_force": "1951-03-01", "terminated": "1990-12-31"}


def test_the_record_answers_with_the_registry_s_status(record: Record, taken: Import):
    """What the registry says is what the record answers, on any day."""
    taken("uk-treaties", [PACT])

    days = (date(1950, 7, 16), date(1950, 7, 17), date(1951, 3, 1), date(1991, 1, 1))
    answers = [answer_status(record, EntityId("uk-treaty-1"), on=day).status.value for day in days]
    assert answers == ["unknown", "signed", "in_force", "terminated"]


def test_a_treaty_is_found_by_its_series_number(record: Record, taken: Import):
    """The numbers under which a treaty was printed are names of it."""
    taken("uk-treaties", [PACT])

    assert [entity.id for entity in record.find_entities("Cmd. 9999")] == ["uk-treaty-1"]
    assert [entity.id for entity in record.find_entities("Treaty Series 007/1951")] == ["uk-treaty-1"]


@pytest.mark.parametrize(
    ("name", "signed", "state"),
    [
        ("RUSSIA", "01/01/1890", "RUS"),
        ("RUSSIA", "01/01/1985", "SUN"),
        ("RUSSIAN FEDERATION", "01/01/1995", "RUS"),
        ("GERMANY FEDERAL REPUBLIC", "01/01/1960", "DEU"),
        ("GERMAN DEMOCRATIC REPUBLIC", "01/01/1960", "DDR"),
        ("BURMA", "01/01/1960", "MMR"),
        ("YUGOSLAVIA", "01/01/1960", "YUG"),
        ("YUGOSLAVIA, FEDERAL REPUBLIC OF", "01/01/1996", "SRB"),
        ("YEMEN", "01/01/1980", "yemen-arab-republic"),
        ("YEMEN", "01/01/1995", "YEM"),
        ("NETHERLANDS THE", "01/01/1995", "NLD"),
        ("SIAM", "01/01/1900", "THA"),
    ],
)
def test_a_name_means_the_state_that_bore_it_then(record: Record, taken: Import, name: str, signed: str, state: str):
    """States change their names and names change their states: the day of the treaty decides."""
    taken("uk-treaties", [PACT | {"country_name": name, "signed_event_date": signed}])

    assert [filler.entity for filler in claims_of(record, "signed")[0].fillers("party")] == [state]


def test_territories_are_no_parties(record: Record, taken: Import):
    """A name in small letters is a territory that a party brought in; the report says that it was left out."""
    report = taken("uk-treaties", [PACT | {"country_name": "JAPAN ; Hong Kong ; FRANCE"}])

    assert [filler.entity for filler in claims_of(record, "signed")[0].fillers("party")] == ["JPN", "FRA"]
    assert report.notes["territory that a party brought in"] == 1


def test_a_treaty_without_a_date_is_listed(taken: Import):
    """Every record is accounted for: one that has no date is left out, and the report says so."""
    report = taken("uk-treaties", [PACT, {"id": 2, "title": "Undated", "country_name": "JAPAN"}])

    assert (report.rows, report.fates[Fate.TAKEN], report.fates[Fate.LEFT_OUT]) == (2, 1, 1)
    assert report.findings[0].line() == "row 2 (2): nothing that happened to this treaty has a date."


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"signed_event_date": "31/02/1950"},
            "row 1 (1), column “signed_event_date”: “31/02/1950”: no day of the calendar. "
            "Write dd/mm/yyyy, or leave the cell empty.",
        ),
        (
            {"country_name": "JAPAN ; NORTHMOOR"},
            "row 1 (1), column “country_name”: “NORTHMOOR”: nobody known is called so.",
        ),
        ({"title": ""}, "row 1, column “title”: is missing. Every treaty has an id and a title."),
    ],
    ids=["a day that is none", "an unknown party", "no title"],
)
def test_a_bad_row_is_named_and_the_good_ones_are_taken(
    record: Record, taken: Import, change: dict[str, object], told: str
):
    """Row, column, value and mend are told; the other rows are in the record."""
    report = taken("uk-treaties", [PACT | change, PACT | {"id": 2}])

    assert [finding.line()[: len(told)] for finding in report.wrong] == [told]
    assert {str(claim.roles["instrument"][0].entity) for claim in record.claims()} == {"uk-treaty-2"}


def test_strict_takes_nothing(record: Record, taken: Import):
    """With --strict one bad row keeps the whole file out."""
    report = taken("uk-treaties", [PACT, PACT | {"id": 2, "signed_event_date": "soon"}], strict=True)

    assert len(report.wrong) == 1
    assert not report.entered
    assert list(record.claims()) == []


def test_the_same_file_again_changes_nothing(record: Record, taken: Import):
    """An import may be repeated without harm, and a new edition supersedes the old one."""
    taken("uk-treaties", [PACT])
    before = record.fingerprint()

    assert taken("uk-treaties", [PACT]).known
    assert record.fingerprint() == before
    assert taken("uk-treaties", [PACT | {"title": "Another edition"}]).superseded == 3
    assert len(list(record.claims())) == 3


def test_leaving_ends_only_a_bilateral_treaty(record: Record, taken: Import):
    """When one of two leaves, the treaty has ended; when one of many leaves, it goes on for the rest."""
    left = {key: value for key, value in PACT.items() if not key.startswith("terminated")}
    taken(
        "uk-treaties",
        [
            left | {"withdrawn_event_date": "01/01/1960"},
            left | {"id": 2, "field3": "MULTI", "withdrawn_event_date": "01/01/1960"},
        ],
    )

    assert [claim.roles["instrument"][0].entity for claim in claims_of(record, "terminated")] == ["uk-treaty-1"]
    membership = next(claim for claim in record.claims() if claim.kind == "participation")
    assert (membership.roles["actor"][0].entity, membership.when and membership.when.edtf) == ("GBR", "../1960-01-01")
