"""`foedera import` and `foedera panel` as a user meets them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

MEMBERS = "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,defense,offense,neutral,nonagg,consul\n"
GOOD = "1,200,1902,1,30,1904,12,13,0,1,0,0,0,1\n1,740,1902,1,30,1904,12,13,0,1,0,0,0,0\n"
BAD = "2,999,1902,1,30,0,0,0,0,1,0,0,0,1\n"

Foedera = Callable[..., Ran]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOEDERA_RECORD", str(tmp_path / "record.sqlite"))
    return tmp_path


def members(place: Path, *rows: str) -> Path:
    path = place / "members.csv"
    path.write_text(MEMBERS + "".join(rows), "utf-8")
    return path


def test_bad_rows_are_named_and_the_rest_is_done(foedera: Foedera, place: Path):
    """Exit code 1, each bad row on standard error, and a file with every finding if one is asked for."""
    done = foedera("import", "atop", members(place, GOOD, BAD), "--empty", "--report", place / "report.csv")

    assert done.code == 1
    assert "wrong: row 4 (2), column “member”: “999”: nobody bears this code." in done.err
    with (place / "report.csv").open(encoding="utf-8", newline="") as file:
        assert [(row["row"], row["fate"], row["value"]) for row in csv.DictReader(file)] == [
            ("row 4 (2)", "wrong", "999")
        ]
    assert foedera("panel", "--unit", "dyad-year", "--from", "atop", "-f", "csv", "-q").out.count("\n") == 7


def test_strict_takes_nothing(foedera: Foedera, place: Path):
    """With --strict the record stays as it was."""
    done = foedera("import", "atop", members(place, GOOD, BAD), "--empty", "--strict")

    assert done.code == 1
    assert "Nothing was entered" in done.err
    assert foedera("panel", "--unit", "dyad-year", "--from", "atop", "-f", "csv", "-q").out.count("\n") == 1


def test_importing_again_changes_nothing(foedera: Foedera, place: Path):
    """The second time the record has it already."""
    path = members(place, GOOD)

    assert foedera("import", "atop", path, "--empty").code == 0
    assert "nothing changed" in foedera("import", "atop", path).err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("rymer", "members.csv"), "no format “rymer” to import"),
        (("csv", "members.csv"), "csv needs --mapping"),
    ],
)
def test_wrong_use_is_told(foedera: Foedera, place: Path, arguments: tuple[str, ...], told: str):
    """Exit code 2, with what would do."""
    done = foedera("import", *arguments, "--empty")

    assert done.code == 2
    assert told in done.err


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(foedera: Foedera, place: Path):
    """One file of several fails: exit code 1, and the others are in the record."""
    done = foedera("import", "atop", place / "nowhere.csv", members(place, GOOD), "--empty")

    assert done.code == 1
    assert "nowhere.csv: cannot be read: No such file or directory." in done.err
    assert "2 taken" in done.err


def test_a_table_of_one_s_own_has_panels_too(foedera: Foedera, place: Path):
    """--from takes any data set that was imported, by the name it has in the record."""
    mapping = place / "mapping.yaml"
    mapping.write_text(
        "{kind: activity, source: {title: Visits}, when: Year, roles: {type: {value: visit}, participant: Who}}",
        "utf-8",
    )
    (place / "visits.csv").write_text("Who,Year\nJapan,2019\n", "utf-8")
    foedera("import", "csv", place / "visits.csv", "-m", mapping, "--name", "visits", "--empty")

    done = foedera("panel", "-u", "state-year", "--from", "visits", "-f", "csv", "-q")
    assert done.out == "actor,year,visit\nJPN,2019,1\n"
    assert "no data set “rymer”" in foedera("panel", "-u", "state-year", "--from", "rymer").err


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv"])
def test_a_panel_is_printed(foedera: Foedera, place: Path, format: str):
    """A panel is printed like everything else; how partial years counted is said on standard error."""
    foedera("import", "atop", members(place, GOOD), "--empty")

    done = foedera("panel", "-u", "state-year", "--from", "atop", "--format", format)
    assert done.code == 0
    assert "partial years: latest" in done.err
    if format == "json":
        assert json.loads(done.out)[0] == {
            "ccode": 200,
            "year": 1902,
            "defense": 1,
            "offense": 0,
            "neutral": 0,
            "nonagg": 0,
            "consul": 1,
        }


@pytest.mark.parametrize("file", ["panel.csv", "panel.parquet", "panel.arrow", "panel.dta"])
def test_a_panel_is_written(foedera: Foedera, place: Path, file: str):
    """The file's name tells the format."""
    foedera("import", "atop", members(place, GOOD), "--empty")

    assert foedera("panel", "-u", "dyad-year", "--from", "atop", "-o", place / file, "-q").code == 0
    assert (place / file).stat().st_size > 0


def test_a_panel_names_actors_as_people_do(foedera: Foedera, place: Path):
    """Only rows on the actors asked for, by whatever name."""
    foedera("import", "atop", members(place, GOOD), "--empty")

    done = foedera("panel", "-u", "state-year", "--from", "atop", "--actor", "Japan", "-f", "csv", "-q")
    assert {line.split(",")[0] for line in done.out.splitlines()[1:]} == {"740"}
    assert foedera("panel", "-u", "month").code == 2
