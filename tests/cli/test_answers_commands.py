"""`foedera can`, `foedera eligible` and `foedera rules` as a user meets them."""

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


def test_an_answer_as_json(foedera, baseline):
    """Question, day, answer, grounds, unlock and missing, as the plan of the house fixes them."""
    ran = foedera(
        "can", "exercise", "--actors", "JMSDF", "EUNAVFOR", "--at", "Bay of Bengal", "--on", "2025-01-15",
        "--record", baseline, "--format", "json",
    )  # fmt: skip
    answer = json.loads(ran.out)

    assert set(answer) == {"question", "on", "answer", "grounds", "unlock", "missing"}
    assert (answer["answer"], answer["on"], len(answer["unlock"]), answer["missing"]) == ("no", "2025-01-15", 3, [])
    assert all(("rule" in ground) != ("claim" in ground) and ground["source"] for ground in answer["grounds"])
    assert all(
        set(change) == {"change", "by", "legal_basis", "precedents"} for each in answer["unlock"] for change in each
    )


def test_an_answer_for_people(foedera, baseline):
    """Short: the answer, why, and what would make it possible."""
    out = foedera("can", "supply", "--actors", "JPN", "EU", "--on", "2025-01-15", "--record", baseline).out

    assert "no" in out.splitlines()[1]
    assert "What would make it possible" in out
    assert "acquisition and cross-servicing agreement" in out


def test_who_is_eligible_and_as_what(foedera, baseline):
    """The quality in which one would take part decides."""
    for quality, answer in (("beneficiary", "no"), ("partner", "yes")):
        ran = foedera(
            "eligible", "Mitsubishi Heavy Industries", "EDF", "--as", quality, "--on", "2025-01-15",
            "--record", baseline, "-f", "json",
        )  # fmt: skip
        assert json.loads(ran.out)["answer"] == answer


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["can", "dance", "--actors", "JPN", "EU"], "It takes: exercise"),
        (["can", "exercise", "--actors", "Jpaan", "EU"], "Japan"),
        (["can", "exercise", "--actors", "JPN", "EU", "--at", "Atlantiss"], "no place"),
        (["can", "exercise", "--actors", "JPN", "EU", "--at", "95,200"], "latitude"),
        (["can", "exercise", "--actors", "JPN"], "one side only"),
        (["can", "exercise", "--actors", "JPN", "EU", "--on", "soon"], "2019-02-01"),
        (["eligible", "MHI", "Eurodron"], "Eurodrone"),
        (["eligible", "MHI", "EDF", "--as", "guest"], "It takes: beneficiary"),
    ],
)
def test_wrong_use_says_how_to_mend_it(foedera, baseline, arguments, complaint):
    """Wrong use ends with exit code 2 and says what would have been accepted."""
    ran = foedera(*arguments, "--record", baseline)

    assert (ran.code, complaint in ran.err) == (2, True), ran.err


def test_rules_are_listed(foedera):
    """Each rule with what it says and from when to when it holds; a day narrows the list."""
    everything = list(csv.DictReader(io.StringIO(foedera("rules", "-f", "csv").out)))
    early = list(csv.DictReader(io.StringIO(foedera("rules", "--on", "2010-01-01", "-f", "csv").out)))

    assert len(everything) > len(early) > 0
    assert "atalanta-area-2008" in {row["id"] for row in early}


def test_a_rule_file_with_a_fault_is_refused(foedera, tmp_path):
    """The fault is named with file, line and what was expected; a sound file passes."""
    file = tmp_path / "mine.lp"
    file.write_text("closed(sea).\n", "utf-8")
    ran = foedera("rules", "check", file)
    assert (ran.code, f"{file}, line 1" in ran.err, "Expected" in ran.err) == (2, True, True)

    file.write_text(
        "%! id: mine\n%! title: t\n%! sentence: s.\n%! basis: Act | 1\n%! source: own judgement\n"
        "%! confidence: high\n%! test: tests/test_mine.py::test_mine\nclosed(sea).\n",
        "utf-8",
    )
    assert foedera("rules", "check", file).code == 0
