"""`foedera export` and `foedera schema`, as the documentation tells them."""

from __future__ import annotations

import json
import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest

from foedera.exchange.layout import TABLES
from foedera.exchange.outgoing import FORMATS
from foedera.record import open_record

PAGE = Path(__file__).parents[2] / "docs" / "export.md"
EXAMPLES = re.findall(r"^\$ foedera (.+)$", PAGE.read_text("utf-8"), re.M)


@pytest.fixture(scope="module")
def baseline(tmp_path_factory):
    """A new record with the baseline that ships with the program."""
    place = tmp_path_factory.mktemp("export") / "record.sqlite"
    open_record(place).close()
    return place


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the examples of the page write, one after the other."""
    return tmp_path_factory.mktemp("examples")


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_page_run(foedera, baseline, folder, monkeypatch, example):
    """Every command on the page ends well and writes what it names."""
    if "followthemoney" in example and find_spec("followthemoney") is None:
        pytest.skip("followthemoney is not installed")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("FOEDERA_RECORD", str(baseline))
    ran = foedera(*shlex.split(example))

    assert ran.code == 0, ran.err
    if example.startswith("export"):
        written = folder / shlex.split(example)[2]
        assert written.exists()
        assert "claims written" in ran.err


def test_what_the_page_brings_back_is_equal(foedera, baseline, tmp_path):
    """A record exported and imported by the commands says the same."""
    for format, file in (("jsonl", "record.jsonl"), ("parquet", "tables")):
        path, other = tmp_path / file, tmp_path / f"{format}.sqlite"
        assert foedera("export", format, path, "--record", baseline, "-q").code == 0
        assert foedera("import", format, path, "--record", other, "--empty", "-q").code == 0
        with open_record(baseline) as one, open_record(other) as two:
            assert one.fingerprint() == two.fingerprint()


def test_the_page_has_a_heading_and_an_example_for_each_format():
    """Whoever adds a format tells of it."""
    headings = re.findall(r"^## (\S+)$", PAGE.read_text("utf-8"), re.M)

    assert headings == list(FORMATS)
    assert {example.split()[1] for example in EXAMPLES if example.startswith("export")} == set(FORMATS)


def test_the_python_of_the_page_runs(foedera, baseline, folder, monkeypatch):
    """The example in Polars finds somebody who took part in something."""
    monkeypatch.chdir(folder)
    assert foedera("export", "parquet", "tables", "--record", baseline, "-q").code == 0
    found = {}
    exec(re.search(r"```python\n(.+?)```", PAGE.read_text("utf-8"), re.S)[1], found)

    assert found["taking_part"].height > 10


def test_what_is_left_out_is_said(foedera, baseline, tmp_path):
    """The command counts what the format cannot hold, and why."""
    ran = foedera("export", "geojson", tmp_path / "out", "--kind", "measure", "--record", baseline)

    assert "Left out: measure: only activities lie somewhere on a map" in ran.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["xlsx", "out"], "Known formats: csv"),
        (["csv", "no/such/folder/out"], "folder that exists"),
        (["csv", "out", "--kind", "gossip"], "It takes: instrument_event"),
    ],
    ids=["a format nobody knows", "a folder that is not there", "no such kind"],
)
def test_wrong_use_says_how_to_mend_it(foedera, baseline, tmp_path, monkeypatch, arguments, complaint):
    """Wrong use ends with exit code 2 and writes nothing."""
    monkeypatch.chdir(tmp_path)
    ran = foedera("export", *arguments, "--record", baseline)

    assert (ran.code, complaint in ran.err, list(tmp_path.iterdir())) == (2, True, [])


def test_schema_prints_the_schema_of_a_claim(foedera):
    """It is JSON, and the one that claims are checked against."""
    from foedera.model.schema import claim_schema

    assert json.loads(foedera("schema").out) == claim_schema()


def test_schema_prints_every_table(foedera):
    """Each column of each table is told with its type and what it says."""
    rows = json.loads(foedera("schema", "tables", "--format", "json").out)

    assert len([row for row in rows if row["column"]]) == sum(len(table.columns) for table in TABLES)
    assert all(row["says"] for row in rows)
