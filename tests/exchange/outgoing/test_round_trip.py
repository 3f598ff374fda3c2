"""What goes out comes in again: our own lines and Parquet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.exchange.incoming.parquet import open_tables
from foedera.exchange.incoming.replaying import Open, open_lines, replay_file
from foedera.exchange.layout import TABLES
from foedera.exchange.outgoing import Selection, export_to
from foedera.model.errors import FoederaError
from foedera.record import ClaimQuery, Record, open_record
from foedera.record.copying import TABLES as STORED
from foedera.record.copying import columns_of
from tests.strategies import readings, sourced_claims

FORMATS = pytest.mark.parametrize(
    ("format", "open_"), [("jsonl", open_lines), ("parquet", open_tables)], ids=["jsonl", "parquet"]
)


def empty(tmp_path: Path) -> Record:
    return open_record(tmp_path / "other.sqlite", baseline=False)


@FORMATS
def test_a_record_comes_back_equal(record: Record, exported, tmp_path: Path, format: str, open_: Open):
    """A record written and read into an empty one says exactly the same: readings, superseded ones, paths, decisions."""
    path, written = exported(format)
    with empty(tmp_path) as other:
        report = replay_file(other, path, open_)

        assert not report.findings
        assert other.fingerprint() == record.fingerprint()
        assert written.claims == report.rows == 9


@FORMATS
def test_the_same_record_twice_changes_nothing(record: Record, exported, format: str, open_: Open):
    """A record read into itself stays as it was, and the report says so."""
    path, _ = exported(format)
    before = record.fingerprint()

    assert replay_file(record, path, open_).known
    assert record.fingerprint() == before


@FORMATS
def test_a_selection_is_entered_as_one(exported, tmp_path: Path, format: str, open_: Open):
    """A part of a reading does not pass for the reading: a later reading by the same extractor is still made."""
    path, written = exported(format, ClaimQuery(text="trained"))
    with empty(tmp_path) as other:
        replay_file(other, path, open_)

        assert [claim.word("type") for claim in other.claims()] == ["exercise"]
        assert not any(other.has_reading(document.id, "toy/1") for document in other.documents())
        assert {entity.id for entity in other.entities()} == {"NMR", "EMK", "gulf-of-aden"}
    assert written.claims == 1


@FORMATS
@settings(max_examples=10)
@given(
    found=st.lists(readings(), max_size=2, unique_by=lambda pair: pair[0].id),
    taken=st.lists(sourced_claims(), max_size=3),
)
def test_any_record_comes_back_equal(tmp_path_factory, found, taken, format: str, open_: Open):
    """Whatever documents and claims: what is written is read back equal."""
    folder = tmp_path_factory.mktemp("any")
    with (
        open_record(folder / "one.sqlite", baseline=False) as one,
        open_record(folder / "two.sqlite", baseline=False) as two,
    ):
        run = one.begin_run("toy/1")
        for document, claims in found:
            one.enter_document(document, claims, run=run)
        one.enter_sourced("register", taken, run=run)
        export_to(format, Selection(one), folder / "out")
        report = replay_file(two, folder / "out", open_)

        assert not report.findings
        assert two.fingerprint() == one.fingerprint()


def test_claims_are_lines_as_extract_writes_them(exported):
    """Each claim of the file is a line that the published schema accepts."""
    from jsonschema import Draft202012Validator

    from foedera.model.schema import claim_schema

    path, _ = exported("jsonl")
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    claims = [line for line in lines if "is" not in line]

    assert lines[0] == {"is": "record", "layout": 1, "whole": True}
    assert len(claims) == 9
    for claim in claims:
        Draft202012Validator(claim_schema()).validate(claim)


def test_a_bad_line_is_named_and_the_rest_is_taken(exported, tmp_path: Path):
    """A line that was damaged on the way is named with its number; `strict` takes nothing."""
    path, _ = exported("jsonl")
    path.write_text(path.read_text("utf-8").replace('"when": "2019-05"', '"when": "next May"'), "utf-8")
    with empty(tmp_path) as other:
        from foedera.exchange.incoming import ImportOptions

        refused = replay_file(other, path, open_lines, ImportOptions(strict=True))
        assert (refused.entered, other.counts().claims) == (False, 0)

        report = replay_file(other, path, open_lines)
        assert [finding.row.partition(",")[0][:5] for finding in report.wrong] == ["line "]
        assert "next May" in report.wrong[0].line()
        assert other.counts().claims == 7


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ('"quote": "Their navies trained', '"quote": "Our navies trained', "the quote is not what stands at"),
        ('"type": ["exercise"]', '"type": ["gossip"]', "“gossip” is no type"),
        ('"kind": "activity"', '"kind": "rumour"', "no kind of claim"),
    ],
    ids=["a quote that was touched", "a word of no list", "no kind of claim"],
)
def test_a_claim_that_was_touched_is_left_out_alone(exported, tmp_path: Path, was: str, now: str, says: str):
    """Every quote is held against the text that travels with it; the other claims of the document are taken."""
    path, _ = exported("jsonl")
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now), "utf-8")
    with empty(tmp_path) as other:
        report = replay_file(other, path, open_lines)

        assert says in " ".join(finding.line() for finding in report.wrong)
        assert {"signed", "member"} <= {claim.word("event") or claim.word("as") for claim in other.claims()}
        assert report.rows == 9


def test_a_folder_without_its_tables_is_no_record(tmp_path: Path):
    """The error names the table that is missing."""
    with empty(tmp_path) as other, pytest.raises(FoederaError, match=r"readings\.parquet"):
        replay_file(other, tmp_path, open_tables)


def test_every_column_is_documented():
    """The layout that `foedera schema` prints is what the record gives, column by column."""
    assert [table.name for table in TABLES] == list(STORED)
    for table in TABLES:
        assert tuple(column.name for column in table.columns) == columns_of(table.name)
        assert set(table.key) <= {column.name for column in table.columns}


def test_parquet_says_what_its_columns_are(exported):
    """Types and descriptions travel with the tables."""
    from pyarrow import parquet

    path, _ = exported("parquet")
    schema = parquet.read_schema(path / "fillers.parquet")

    assert schema.metadata[b"description"].startswith(b"what fills a role")
    assert {str(field.type) for field in schema} == {"int64", "string"}
    assert schema.field("role").metadata[b"description"] == b"the role"
