"""The commands that answer questions about two actors, and what the baseline holds."""

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


def test_the_matrix_of_two_parties(foedera, baseline):
    """All that stands between two on a day: short lines for people, everything for programs."""
    arguments = ("status", "--between", "JPN", "EU", "--on", "2025-02-01", "--record", baseline)
    rows = {row["instrument"]: row for row in json.loads(foedera(*arguments, "-f", "json").out)}
    lines = foedera(*arguments).out.splitlines()

    assert (rows["eu-jpn-spa"]["status"], rows["eu-jpn-sdp"]["status"]) == ("in_force", "announced")
    assert rows["eu-jpn-isa"]["status"] in ("proposed", "negotiating")
    assert rows["eu-jpn-spa"]["grounds"][0]["reliability"] == "B"
    assert max(map(len, lines)) <= 100
    assert any("EU-Japan SPA" in line and "in force" in line and "B, high" in line for line in lines)


def test_a_doubtful_fact_is_named(foedera, baseline):
    """An agreement of which only background knowledge tells is unknown, and the answer says what is missing."""
    answer = json.loads(foedera("status", "eu-mda-soi", "--record", baseline, "-f", "json").out)

    assert answer["status"] == "unknown"
    assert answer["grounds"][0]["claim"] in answer["missing"][0]


def test_a_status_as_known_before_the_record_was_made(foedera, baseline):
    """What the program brings with it was known from the day the record was made, and not before."""
    ran = foedera(
        "status", "eu-jpn-spa", "--on", "2025-02-01", "--known-on", "2020", "--record", baseline, "-f", "json"
    )

    assert json.loads(ran.out)["status"] == "unknown"
    assert "the day the record was made" in json.loads(ran.out)["missing"][0]


def test_the_pathway_of_japan_and_the_union(foedera, baseline):
    """Information security next, then equipment transfer and cross-servicing, with the precedents that say so."""
    arguments = ("pathway", "JPN", "EU", "--on", "2025-01-15", "--record", baseline)
    answer = json.loads(foedera(*arguments, "-f", "json").out)
    people = foedera(*arguments).out

    assert [step["kind"] for step in answer["next"][:3]] == [
        "security_of_information",
        "defence_equipment_transfer",
        "acquisition_and_cross_servicing",
    ]
    assert all(step["count"] == len(step["precedents"]) for step in answer["next"])
    assert people.index("1. security of information") < people.index("2. defence equipment transfer")
    assert foedera(*arguments, "--steps", 2, "-f", "csv").out.count("\n") == 3


def test_commitments_with_what_followed(foedera, tmp_path):
    """A text says what two will explore: the record lists it, and that nothing followed."""
    paper = tmp_path / "note.md"
    paper.write_text("# A note\n\nJapan and France will explore joint naval exercises.\n", "utf-8")
    record = tmp_path / "record.sqlite"
    foedera("read", paper, "--date", "2030-05-02", "--record", record, "--empty")

    arguments = ("commitments", "Japan", "France", "--on", "2031", "--record", record)
    (found,) = json.loads(foedera(*arguments, "-f", "json").out)["commitments"]
    assert (found["strength"], found["since"], found["followed"]) == ("explores", "2030-05-02", [])
    assert "nothing recorded" in foedera(*arguments, "--unfollowed").out


def test_what_changed_and_why(foedera, baseline):
    """Around New Year 2025 the SPA came into force: the change of status names the sentence that says so."""
    arguments = (
        "changed",
        "--from",
        "2024-12-15",
        "--to",
        "2025-01-31",
        "--between",
        "JPN",
        "EU",
        "--record",
        baseline,
    )
    answer = json.loads(foedera(*arguments, "--known", "-f", "json").out)

    (change,) = answer["world"]["statuses"]
    assert (change["instrument"], change["before"], change["after"]) == (
        "eu-jpn-spa",
        "provisionally_applied",
        "in_force",
    )
    assert change["because"][0]["source"]
    assert answer["known"] == {"claims": [], "statuses": []}
    assert "provisionally applied → in force since 2025-01-01" in foedera(*arguments).out


def test_what_the_baseline_holds(foedera):
    """Counts for a first look; with a filter every fact, each with its source, its letter and its confidence."""
    counts = foedera("baseline").out
    rows = list(
        csv.DictReader(io.StringIO(foedera("baseline", "--actor", "JPN", "--actor", "France", "-f", "csv").out))
    )

    assert all(table in counts for table in ("instruments", "activities", "programmes", "measures", "areas", "rules"))
    assert rows
    assert all(row["source"] and row["reliability"] and row["confidence"] for row in rows)
    assert "agree with themselves" in foedera("baseline", "--check").out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["pathway", "Japan", "JPN"], "same actor"),
        (["pathway", "Japan", "Jpaan"], "Japan"),
        (["changed", "--from", "2025", "--to", "2024"], "ends"),
        (["changed", "--from", "soon", "--to", "2024"], "--from"),
        (["commitments", "Japan", "Nowhereland"], "no actor"),
    ],
    ids=["one actor twice", "a misspelt actor", "a period turned round", "no date", "nobody of the name"],
)
def test_wrong_use_says_how_to_mend_it(foedera, baseline, arguments, complaint):
    """Wrong use ends with exit code 2 and a line that names what was wrong."""
    ran = foedera(*arguments, "--record", baseline)

    assert (ran.code, complaint in ran.err) == (2, True), ran.err


@pytest.mark.parametrize(
    ("option", "value"), [("--table", "gossip"), ("--confidence", "certain"), ("--reliability", "Z")]
)
def test_a_filter_that_the_baseline_lacks(foedera, option, value):
    """The error lists what the option takes."""
    ran = foedera("baseline", option, value)

    assert (ran.code, "It takes:" in ran.err) == (2, True)
