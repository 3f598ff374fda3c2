"""`foedera extract`: claims to standard output."""

import json
import subprocess
import sys

import jsonschema
import pytest

from foedera.documents import read_document
from foedera.model.schema import claim_schema


def test_claims_leave_as_lines_of_json(foedera, papers):
    """Every line keeps to the schema, and every quote is exactly its slice of the text as it is stored."""
    ran = foedera("extract", papers, "--format", "jsonl")
    lines = [json.loads(line) for line in ran.out.splitlines()]

    assert ran.code == 0
    assert {line["kind"] for line in lines} >= {"instrument_event", "activity"}
    for line in lines:
        jsonschema.validate(line, claim_schema())
        text = read_document(papers / line["document"].rsplit("/", 1)[1]).text
        assert all(text[each["start"] : each["end"]] == each["quote"] for each in line["evidence"])


def test_the_same_files_give_the_same_bytes_in_any_order(foedera, papers):
    """Two runs agree to the byte, and the order in which files are named does not matter."""
    one, two = papers / "note.md", papers / "pact.txt"

    assert foedera("extract", one, two, "-f", "jsonl").out == foedera("extract", two, one, "-f", "jsonl").out


@pytest.mark.parametrize("format", ["table", "csv", "json"])
def test_claims_can_be_printed_for_people_and_programs(foedera, papers, format):
    """The same claims as a table, as CSV and as JSON."""
    assert "instrument_event" in foedera("extract", papers, "--format", format).out


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(foedera, papers):
    """One bad file does not stop the others; it is named at the end and the exit code is 1."""
    (papers / "empty.txt").write_text("", "utf-8")
    ran = foedera("extract", papers, papers / "missing.txt", "--format", "jsonl")

    assert ran.code == 1
    assert "instrument_event" in ran.out
    assert "empty.txt" in ran.err
    assert "missing.txt" in ran.err


def test_a_date_can_be_told_for_one_file_only(foedera, papers):
    """One date cannot be the date of two files: the error says what to do instead."""
    ran = foedera("extract", papers, "--date", "2024-11-01")

    assert ran.code == 2
    assert "--manifest" in ran.err


def test_a_date_that_is_none_is_wrong_use(foedera, papers):
    """The error shows how a date is written."""
    ran = foedera("extract", papers / "pact.txt", "--date", "1 Feb 2019")

    assert (ran.code, "2019-02-01" in ran.err) == (2, True)


def test_a_manifest_tells_what_files_do_not(foedera, papers):
    """A date in the manifest resolves relative dates; a bad cell is named and the good rows are used."""
    (papers / "note.md").write_text("# A note\n\nJapan and France signed a defence agreement today.\n", "utf-8")
    (papers / "m.csv").write_text("path,date\nnote.md,2024-11-01\npact.txt,yesterday\n", "utf-8")
    ran = foedera("extract", papers / "note.md", papers / "pact.txt", "--manifest", papers / "m.csv", "-f", "jsonl")

    assert ran.code == 1
    assert "2024-11-01" in ran.out
    assert "yesterday" in ran.err


def test_help_loads_nothing_heavy():
    """The help is quick because nothing heavy is imported before it is needed."""
    check = (
        "import sys; sys.argv = ['foedera', '--help']\n"
        "from foedera.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'sqlalchemy', 'dateparser', 'lxml', 'docx', 'pypdfium2', 'bs4'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
