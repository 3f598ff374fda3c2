"""Any CSV with a mapping: which column is which role."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedera.exchange.incoming import Fate, importer_of
from foedera.exchange.incoming.mapping import MappingInvalid
from foedera.model.errors import UsageWrong
from foedera.record import Record
from tests.exchange.incoming.conftest import Import

MAPPING = """
kind: activity
source: {title: Exercises of the Sunder Sea, publisher: Northmoor Institute, reliability: B}
key: Id
dates: "%d.%m.%Y"
roles:
  type: {value: exercise}
  participant: {column: Navies, split: ";"}
  name: {column: Name, new: event}
  place: {column: Where, new: place}
  element: {columns: [First, Second]}
when: Start
until: End
"""
HEADER = "Id,Name,Navies,Where,First,Second,Start,End\n"
GOOD = "7,Sunder Shield,Japan; France,Sunder Sea,boarding,,01.02.2019,03.02.2019\n"


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "mapping.yaml"
    path.write_text(MAPPING, "utf-8")
    return path


def test_a_row_becomes_a_claim(record: Record, taken: Import, mapping: Path):
    """The mapping says which column is which role; the claim names the row it comes from."""
    report = taken("csv", HEADER + GOOD, mapping=mapping, file="exercises.csv")

    claim = next(record.claims())
    assert report.fates[Fate.TAKEN] == 1
    assert [filler.entity for filler in claim.fillers("participant")] == ["JPN", "FRA"]
    assert [filler.entity for filler in (*claim.fillers("name"), *claim.fillers("place"))] == [
        "sunder-shield",
        "sunder-sea",
    ]
    assert (claim.word("type"), claim.word("element"), claim.when and claim.when.edtf) == (
        "exercise",
        "boarding",
        "2019-02-01/2019-02-03",
    )
    assert claim.evidence[0].source and claim.evidence[0].source.title == "Exercises of the Sunder Sea, row 2 (7)"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "8,X,Japan,,,,31.02.2019,\n",
            "row 3 (8), column “Start”: “31.02.2019”: no date of this form. "
            "Write it as %d.%m.%Y, as the mapping says, or leave the cell empty.",
        ),
        ("8,X,Northmoor,,,,01.02.2019,\n", "row 3 (8), column “Navies”: “Northmoor”: nobody known is called so."),
        ("8,X,,,,,01.02.2019,\n", "row 3 (8), column “Navies”: lacks “participant”."),
        ("8,X,Japan\n", "row 3 (8): the row has no cell for “Where”."),
        ("8,X,Japan,,,,03.02.2019,01.02.2019\n", "row 3 (8), column “End”: “2019-02-03/2019-02-01”"),
    ],
    ids=[
        "a date that is none",
        "a party nobody knows",
        "nobody took part",
        "cells are missing",
        "ends before it begins",
    ],
)
def test_a_bad_row_is_named(record: Record, taken: Import, mapping: Path, row: str, told: str):
    """Row, column, value and mend are told, and the good row is taken."""
    report = taken("csv", HEADER + GOOD + row, mapping=mapping)

    assert [finding.line()[: len(told)] for finding in report.wrong] == [told]
    assert len(list(record.claims())) == 1


def test_a_wrong_column_is_named_with_the_nearest(record: Record, taken: Import, mapping: Path):
    """A table without a column that the mapping names is refused whole, with the columns that it has."""
    report = taken("csv", (HEADER + GOOD).replace("Navies", "Navy"), mapping=mapping)

    assert report.wrong[0].line() == (
        "header, column “Navies”: data has no such column. "
        "Columns of the file: Id, Name, Navy, Where, First, Second, Start, End. Is “Navy” meant?"
    )
    assert list(record.claims()) == []


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("kind: activity", "kind: exercise", "no kind of claim: 'exercise'"),
        ("participant:", "navies:", "activity has no role “navies”"),
        ('  participant: {column: Navies, split: ";"}\n', "", "says nothing of the role “participant”"),
        ("title: Exercises of the Sunder Sea, ", "", "“source” lacks a title"),
        ("split:", "parts:", "no key “parts”"),
        ("new: place", "new: sea", "no kind of thing: “sea”"),
    ],
)
def test_a_mapping_that_cannot_be_followed(tmp_path: Path, before: str, after: str, told: str):
    """What is wrong with a mapping is said before any row is read."""
    assert before in MAPPING
    (tmp_path / "mapping.yaml").write_text(MAPPING.replace(before, after), "utf-8")

    with pytest.raises(MappingInvalid, match=told):
        importer_of("csv", mapping=tmp_path / "mapping.yaml")


def test_two_tables_stand_beside_each_other(record: Record, taken: Import, mapping: Path):
    """A table is known by its name: another table is added, the same one anew replaces what it said."""
    taken("csv", HEADER + GOOD, mapping=mapping, file="one.csv")
    taken("csv", HEADER + GOOD.replace("2019", "2020"), mapping=mapping, file="two.csv")
    assert len(list(record.claims())) == 2

    assert taken("csv", HEADER + GOOD.replace("2019", "2021"), mapping=mapping, file="two.csv").superseded == 1
    assert sorted(claim.when.edtf[:4] for claim in record.claims() if claim.when) == ["2019", "2021"]


def test_only_a_table_needs_a_mapping(mapping: Path):
    """Wrong use is said at once: a CSV needs a mapping, and no other format takes one."""
    with pytest.raises(UsageWrong, match="csv needs --mapping"):
        importer_of("csv")
    with pytest.raises(UsageWrong, match="mme takes no --mapping"):
        importer_of("mme", mapping=mapping)
