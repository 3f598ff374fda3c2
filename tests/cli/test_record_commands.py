"""The commands that work on a record."""

import csv
import io
import json

import pytest


@pytest.fixture(scope="module")
def baseline(tmp_path_factory):
    """A new record with the baseline that ships with the program."""
    from foedera.record import open_record

    place = tmp_path_factory.mktemp("record") / "record.sqlite"
    open_record(place).close()
    return place


@pytest.fixture
def record(foedera, papers, tmp_path):
    """A record without the baseline into which both papers were read."""
    place = tmp_path / "record.sqlite"
    assert foedera("read", papers, "--record", place, "--empty").code == 0
    return place


def test_reading_tells_what_it_did(foedera, papers, tmp_path):
    """The summary counts what is new; reading again changes nothing and says so."""
    place = tmp_path / "record.sqlite"

    assert "2 new" in foedera("read", papers, "--record", place, "--empty").err
    assert "2 known already; 0 claims" in foedera("read", papers, "--record", place).err


def test_a_file_that_cannot_be_read_does_not_stop_the_others(foedera, papers, tmp_path):
    """The good files are entered, the bad one is named, the exit code is 1."""
    (papers / "noise.pdf").write_bytes(b"%PDF-1.4 not really")
    ran = foedera("read", papers, "--record", tmp_path / "record.sqlite", "--empty")

    assert (ran.code, "2 new" in ran.err, "noise.pdf" in ran.err) == (1, True, True)


def test_claims_are_listed_with_their_evidence(foedera, record):
    """A list of claims can be narrowed by kind, actor, words and time."""
    rows = json.loads(
        foedera("claims", "--kind", "activity", "--actor", "France", "--record", record, "-f", "json").out
    )

    assert rows
    assert {row["kind"] for row in rows} == {"activity"}
    assert foedera("claims", "--from", "2030", "--record", record, "-f", "jsonl").out == ""


def test_csv_has_a_header(foedera, record):
    """CSV output has one header and the columns that the table shows."""
    table = list(csv.reader(io.StringIO(foedera("claims", "--record", record, "-f", "csv").out)))

    assert table[0] == ["when", "kind", "claim", "evidence"]


@pytest.mark.parametrize(
    ("instrument", "on", "status"),
    [
        ("EU-Japan SPA", "2018-12-01", "signed"),
        ("eu-jpn-spa", "2020-01-01", "provisionally_applied"),
        ("eu-jpn-spa", "2025-02-01", "in_force"),
        ("eu-jpn-epa", "2018-12-01", "signed"),
        ("EU-Japan EPA", "2019-02-01", "in_force"),
        ("eu-jpn-spa", "2000-01-01", "unknown"),
    ],
)
def test_status_answers_from_the_baseline(foedera, baseline, instrument, on, status):
    """The status of an agreement on a day, with its grounds, from the facts that ship with the program."""
    ran = foedera("status", instrument, "--on", on, "--record", baseline, "--format", "json")
    answer = json.loads(ran.out)

    assert {"instrument", "name", "parties", "status", "since", "on", "grounds", "conflicts"} <= set(answer)
    assert (answer["status"], answer["on"]) == (status, on)
    assert answer["parties"] in (["European Union", "Japan"], [])
    assert all({"claim", "when", "source", "quote"} <= set(ground) for ground in answer["grounds"])


def test_status_between_two_parties_is_a_table_of_all(foedera, baseline):
    """Everything that stands between two parties, each with its status on the day."""
    rows = json.loads(
        foedera("status", "--between", "Japan", "EU", "--on", "2020-01-01", "--record", baseline, "-f", "json").out
    )

    assert {"eu-jpn-spa", "eu-jpn-epa"} <= {row["instrument"] for row in rows}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["status"], "Name an instrument"),
        (["status", "The Lost Accord of Nowhere"], "no instrument"),
        (["timeline", "Jpaan"], "Japan"),
        (["claims", "--kind", "gossip"], "It takes: instrument_event"),
        (["status", "eu-jpn-spa", "--on", "soon"], "2019-02-01"),
    ],
    ids=["nothing named", "an unknown agreement", "a misspelt actor", "no such kind", "no date"],
)
def test_wrong_use_says_how_to_mend_it(foedera, baseline, arguments, complaint):
    """Wrong use ends with exit code 2 and one line on how to do better."""
    ran = foedera(*arguments, "--record", baseline)

    assert (ran.code, complaint in ran.err) == (2, True), ran.err


def test_a_timeline_is_in_the_order_of_time(foedera, baseline):
    """Earliest first, between the days asked for."""
    ran = foedera("timeline", "Japan", "EU", "--from", "2018", "--to", "2019", "--record", baseline, "-f", "jsonl")
    whens = [json.loads(line)["when"] for line in ran.out.splitlines()]

    assert "2018-07-17" in whens
    assert whens == sorted(whens)


def test_search_finds_words_in_the_texts(foedera, record):
    """A passage comes with its document; a search for nothing known finds nothing."""
    hit = json.loads(foedera("search", "Gulf of Aden", "--record", record, "-f", "jsonl").out.splitlines()[0])

    assert hit["document"].endswith("pact.txt")
    assert foedera("search", "zeppelin", "--record", record, "-f", "jsonl").out == ""


def test_verify_says_that_all_is_well(foedera, record):
    """A record as it was written agrees with itself."""
    ran = foedera("verify", "--record", record)

    assert (ran.code, "Verified" in ran.out) == (0, True)


def test_a_record_that_is_not_there_is_named(foedera, tmp_path):
    """A question to a record that nobody made says where it looked."""
    ran = foedera("claims", "--record", tmp_path / "none.sqlite")

    assert (ran.code, "none.sqlite" in ran.err) == (2, True)


def test_reading_again_with_less_told_keeps_what_was_found(foedera, papers, tmp_path):
    """A date told once stays known: reading the file again without it changes nothing and loses no claim."""
    place = tmp_path / "record.sqlite"
    foedera("read", papers / "note.md", "--date", "2024-11-01", "--record", place, "--empty")
    before = foedera("claims", "--record", place, "-f", "jsonl").out
    ran = foedera("read", papers / "note.md", "--record", place)

    assert "1 known already" in ran.err
    assert foedera("claims", "--record", place, "-f", "jsonl").out == before != ""
