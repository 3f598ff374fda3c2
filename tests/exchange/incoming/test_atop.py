"""ATOP's alliance and member files: obligations are commitments, membership a participation."""

from __future__ import annotations

import pytest

from foedera.exchange.incoming import Fate
from foedera.model.kinds import Kind
from foedera.record import ClaimQuery, Record
from tests.exchange.incoming.conftest import Import

MEMBERS = "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,defense,offense,neutral,nonagg,consul,obvary\n"
ALLIANCES = "atopid,begyr,begmo,begday,endyr,endmo,endday,mem1,mem2\n"


def kinds(record: Record, kind: Kind):
    return list(record.claims(ClaimQuery(kinds=(kind,))))


def test_a_member_is_in_and_owes(record: Record, taken: Import):
    """A row of the member file says that a state is a member, and what it owes, from entry to exit."""
    taken("atop", MEMBERS + "1,200,1902,1,30,1905,8,12,1,1,0,0,0,1,0\n")

    member = kinds(record, Kind.PARTICIPATION)[0]
    assert (member.roles["actor"][0].text, member.roles["actor"][0].entity) == ("COW 200", "GBR")
    assert member.when and member.when.edtf == "1902-01-30/1905-08-12"
    assert sorted(claim.word("undertaking") for claim in kinds(record, Kind.COMMITMENT)) == ["consul", "defense"]
    assert {claim.word("provision") for claim in kinds(record, Kind.COMMITMENT)} == {"phase 1"}


@pytest.mark.parametrize(
    ("code", "year", "state"),
    [
        (255, 1860, "prussia"),
        (255, 1900, "DEU"),
        (260, 1960, "DEU"),
        (265, 1960, "DDR"),
        (365, 1900, "RUS"),
        (365, 1960, "SUN"),
    ],
)
def test_a_code_means_the_state_that_bore_it_then(record: Record, taken: Import, code: int, year: int, state: str):
    """A code outlives states: the day of entry tells which is meant, and the code is kept as written and as a name."""
    taken("atop", MEMBERS + f"1,{code},{year},1,1,0,0,0,0,0,0,0,0,0,0\n")

    actor = kinds(record, Kind.PARTICIPATION)[0].roles["actor"][0]
    assert (actor.text, actor.entity) == (f"COW {code}", state)
    assert state in [entity.id for entity in record.find_entities(f"COW {code}")]


def test_an_alliance_lasts_from_its_beginning_to_its_end(record: Record, taken: Import):
    """The alliance file tells when an alliance began and ended, and whose it was."""
    report = taken("atop", ALLIANCES + "1,1902,1,30,1921,12,13,200,740\n2,1950,3,,0,0,0,2,20\n")

    events = {(claim.word("event"), claim.when.edtf) for claim in kinds(record, Kind.INSTRUMENT_EVENT) if claim.when}
    assert report.material == "atop-alliances"
    assert events == {("in_force", "1902-01-30"), ("terminated", "1921-12-13"), ("in_force", "1950-03")}


def test_the_two_files_stand_beside_each_other(record: Record, taken: Import):
    """Importing one file takes nothing away from the other."""
    taken("atop", ALLIANCES + "1,1902,1,30,1921,12,13,200,740\n", file="a.csv")
    taken("atop", MEMBERS + "1,200,1902,1,30,1921,12,13,0,0,0,0,0,0,0\n", file="m.csv")

    assert {claim.kind for claim in record.claims()} == {Kind.INSTRUMENT_EVENT, Kind.PARTICIPATION}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("1,999,1902,1,1,0,0,0,0,0,0,0,0,0,0", "row 2 (1), column “member”: “999”: nobody bears this code."),
        ("1,200,1902,2,30,0,0,0,0,0,0,0,0,0,0", "row 2 (1), column “yrent”: “1902-2-30”: “1902-02-30” is no day"),
        ("1,200,,,,0,0,0,0,0,0,0,0,0,0", "row 2 (1), column “yrent”: the row does not say when it began."),
        ("1,200,1902,1,1,1901,1,1,0,0,0,0,0,0,0", "row 2 (1), column “yrexit”: “1902-01-01/1901-01-01”"),
        ("1,200,1902,1,1,0,0,0,0,2,0,0,0,0,0", "row 2 (1), column “defense”: “2”: neither 0 nor 1."),
    ],
    ids=["a code nobody bears", "no day", "no beginning", "exit before entry", "no flag"],
)
def test_a_bad_row_is_named(record: Record, taken: Import, row: str, told: str):
    """Row, column, value and mend are told, and the good row is taken."""
    report = taken("atop", f"{MEMBERS}{row}\n2,200,1902,1,30,1905,8,12,1,1,0,0,0,1,0\n")

    assert [finding.line()[: len(told)] for finding in report.wrong] == [told]
    assert report.fates[Fate.TAKEN] == 1


def test_a_file_that_is_neither_is_refused(taken: Import):
    """A file without the columns of either is told what it lacks."""
    assert taken("atop", "state,year\n2,1908\n").wrong[0].line().startswith("header, column “atopid”: data has no such")
