"""`foedera review`: decisions from the command line."""

import json

import pytest


@pytest.fixture
def record(foedera, tmp_path):
    """A record that has read one paper, without the baseline."""
    paper = tmp_path / "paper.txt"
    paper.write_text("Japan and France signed an Agreement on the Security of Information on 24 October 2011.", "utf-8")
    place = tmp_path / "record.sqlite"
    assert foedera("read", paper, "--record", place, "--empty").code == 0
    return place


def claims(foedera, record):
    return [json.loads(line) for line in foedera("claims", "--record", record, "-f", "jsonl").out.splitlines()]


def test_a_claim_is_rejected_and_comes_back(foedera, record):
    """What is rejected counts no longer; undone, it counts again; the list shows both decisions."""
    claim = claims(foedera, record)[0]["id"]

    assert "rejected" in foedera("review", "reject", claim, "--who", "Ana", "--note", "hearsay", "--record", record).out
    assert claim not in [each["id"] for each in claims(foedera, record)]
    assert "withdrawn" in foedera("review", "undo", claim, "--who", "Ben", "--record", record).out
    assert claim in [each["id"] for each in claims(foedera, record)]
    listed = json.loads(foedera("review", "list", "--record", record, "-f", "json").out)
    assert [(row["who"], row["verdict"], row["note"]) for row in listed] == [
        ("Ana", "rejected", "hearsay"),
        ("Ben", "withdrawn", ""),
    ]


def test_a_claim_is_corrected_in_words(foedera, record):
    """The date as a person writes it, a word of a closed list, words of the document for a role."""
    signed = next(each for each in claims(foedera, record) if each["kind"] == "instrument_event")
    changes = ("--when", "25 October 2011", "--role", "event=announced", "--role", "party=France")

    ran = foedera("review", "correct", signed["id"], *changes, "--who", "Ana", "--record", record)

    assert ran.code == 0, ran.err
    said = next(each for each in claims(foedera, record) if each["kind"] == "instrument_event")
    assert (said["when"], said["roles"]["event"]) == ("2011-10-25", ["announced"])
    assert [filler["text"] for filler in said["roles"]["party"]] == ["France"]
    assert said["evidence"] == signed["evidence"]
    assert foedera("verify", "--record", record).code == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(("accept", "c-none"), "has no claim c-none", id="no such claim"),
        pytest.param(("undo", "c-none"), "nothing is decided", id="nothing to undo"),
        pytest.param(("merge", "FRA", "ATL"), "no entity “ATL”", id="no such entity"),
        pytest.param(("part", "FRA"), "merged into nothing", id="not merged"),
    ],
)
def test_what_makes_no_sense_is_said(foedera, record, arguments, complaint):
    """Each refusal names what is wrong; nothing is decided."""
    ran = foedera("review", *arguments, "--record", record)

    assert ran.code != 0
    assert complaint in ran.err
    assert json.loads(foedera("review", "list", "--record", record, "-f", "json").out) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        pytest.param(("--role", "bystander=France"), "names no role", id="no role"),
        pytest.param(("--role", "party=Atlantis"), "does not stand in the document", id="words that are not there"),
        pytest.param(("--modality", "maybe"), "actual, planned, possible", id="no modality"),
        pytest.param((), "says the same", id="no change"),
    ],
)
def test_a_correction_that_cannot_be_made(foedera, record, change, complaint):
    """The message says what would have been accepted."""
    claim = next(each for each in claims(foedera, record) if each["kind"] == "instrument_event")["id"]

    ran = foedera("review", "correct", claim, *change, "--record", record)

    assert ran.code != 0
    assert complaint in ran.err


def test_two_entities_are_said_to_be_one(foedera, record):
    """Merged and parted again, with who said so."""
    assert foedera("review", "merge", "FRA", "JPN", "--who", "Ana", "--record", record).code == 0
    parties = {filler["entity"] for each in claims(foedera, record) for filler in each["roles"].get("party", ())}
    assert parties == {"JPN"}
    assert foedera("review", "part", "FRA", "--who", "Ana", "--record", record).code == 0
    assert "FRA" in foedera("review", "merges", "--record", record).out
