"""Multinational military exercises: partial dates, up to 39 participants, places with coordinates."""

from __future__ import annotations

import pytest

from foedera.exchange.incoming import Fate
from foedera.model.kinds import Kind
from foedera.record import ClaimQuery, Record
from tests.exchange.incoming.conftest import Import

COLUMNS = (
    "MMEID,Ex_Name,Series_Name,Location,lat,lon,StartDate,s.year,s.month,s.day,EndDate,e.year,e.month,e.day,CPX,Air,Land,"
    "Sea,Amphibious,Cyber,Warfighting,Peacekeeping,Humanitarian,FocusDescription,AdditionalParticipantInfo,StateA,StateB"
)
ROW = (
    "mme1,Sunder Shield 1-80,Sunder Shield,Port Heron,18.1,-65.4,1980-01-xx,1980,1,xx,1980-02-03,1980,2,3,1,0,0,1,0,0,0,0,0,"
    "boarding,,Japan,Russia"
)


def exercise_in(record: Record):
    return next(record.claims(ClaimQuery(kinds=(Kind.ACTIVITY,))))


def test_an_exercise_is_an_activity(record: Record, taken: Import):
    """Who exercised where and what was practised; the state is the one that bore the name then."""
    taken("mme", f"{COLUMNS}\n{ROW}\n")

    claim = exercise_in(record)
    assert [filler.entity for filler in claim.fillers("participant")] == ["JPN", "SUN"]
    assert [filler.text for filler in claim.fillers("element")] == ["command post exercise", "sea", "boarding"]
    assert [filler.name for filler in (*claim.fillers("name"), *claim.fillers("place"))] == [
        "Sunder Shield 1-80",
        "Port Heron",
    ]


def test_a_place_s_coordinates_are_measures_of_it(record: Record, taken: Import):
    """Latitude and longitude are told once for a place."""
    taken("mme", f"{COLUMNS}\n{ROW}\n{ROW.replace('mme1', 'mme2').replace('1980', '1981')}\n")

    found = record.claims(ClaimQuery(kinds=(Kind.MEASURE,)))
    assert sorted((claim.word("metric"), claim.word("value")) for claim in found) == [
        ("latitude", "18.1"),
        ("longitude", "-65.4"),
    ]


@pytest.mark.parametrize(
    ("cells", "when"),
    [
        ("1980-01-xx,1980,1,xx,1980-02-03,1980,2,3", "1980-01/1980-02-03"),
        ("1980-01-xx,1980,1,xx,1980-01-xx,1980,1,xx", "1980-01"),
        ("1/14/80,1980,1,14,1/21/80,1980,1,21", "1980-01-14/1980-01-21"),
        ("1980-xx-xx,1980,xx,xx,,,,", "1980"),
    ],
    ids=["the first day is not known", "only the month is known", "days", "only the year is known"],
)
def test_partial_dates_become_edtf(record: Record, taken: Import, cells: str, when: str):
    """What is not known of a date is left out of it."""
    taken("mme", f"{COLUMNS}\n{ROW.replace('1980-01-xx,1980,1,xx,1980-02-03,1980,2,3', cells)}\n")

    found = exercise_in(record).when
    assert found and found.edtf == when


def test_rows_are_accounted_for(taken: Import):
    """A row said twice is merged, one without a known participant is left out, one that ends too early is wrong."""
    nobody = ROW.replace("Japan,Russia", "-9,")
    backwards = ROW.replace("1980,2,3", "1979,2,3")
    report = taken("mme", "\n".join((COLUMNS, ROW, ROW, nobody, backwards, "")))

    assert {fate: report.fates[fate] for fate in Fate} == dict.fromkeys(Fate, 1)
    assert report.rows == 4
    assert [finding.row for finding in report.findings] == ["row 3 (mme1)", "row 4 (mme1)", "row 5 (mme1)"]
    assert report.wrong[0].column == "EndDate"
