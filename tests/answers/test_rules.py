"""Rule files: their headers, their faults, and the rules that ship with the program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from foedera.answers.can import Activity, answer_can
from foedera.answers.naming import actor_named
from foedera.answers.rules import OWN_JUDGEMENT, check_rules, parse_rules, read_rules, rules_with, shipped_rules
from foedera.model.errors import FoederaError
from foedera.model.possible import Truth
from foedera.model.time import Span
from foedera.names.data import data_path

ROOT = Path(__file__).parents[2]
HEADER = """\
%! id: sunder-sea-is-closed
%! title: The Sunder Sea is closed
%! sentence: Nobody exercises in the Sunder Sea.
%! basis: Northmoor–Eastmark Pact | 7
%! from: 2018-07
%! source: https://pact.example/7
%! confidence: high
%! test: tests/answers/test_rules.py::test_a_rule_is_read_with_its_header
"""


def test_a_rule_is_read_with_its_header():
    """A header says what the rule is, why it holds and how long; `this` in the program stands for its id."""
    (rule,), faults = parse_rules(HEADER + 'closed("sunder-sea", this). % this is said aloud\n', "pact.lp")

    assert (rule.id, str(rule.basis[0]), faults) == ("sunder-sea-is-closed", "Northmoor–Eastmark Pact, 7", [])
    assert 'closed("sunder-sea", "sunder-sea-is-closed"). % this' in rule.program
    assert rule.holds_on(date(2018, 7, 1))
    assert not rule.holds_on(date(2018, 6, 30))


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        (HEADER + "closed(X) :- sea(X)\nopen(Y).\n", 10, "full stop"),
        (HEADER.replace("%! basis: Northmoor–Eastmark Pact | 7\n", "") + "a.\n", 1, "basis: Act | article"),
        (HEADER.replace("2018-07", "July") + "a.\n", 5, "2019-02-01"),
        (HEADER.replace("high", "certain") + "a.\n", 7, "high, medium or low"),
        (HEADER.replace("https://pact.example/7", "a friend") + "a.\n", 6, "own judgement"),
        (HEADER.replace("sunder-sea-is-closed", "Sunder Sea") + "a.\n", 1, "small letters"),
        (HEADER + "%! colour: blue\na.\n", 9, "one of: id, title"),
        ("closed(sea).\n" + HEADER + "a.\n", 1, "a header"),
        (HEADER + "a.\n" + HEADER + "b.\n", 10, "an id of its own"),
        (HEADER + "#minimize { 1 : a }.\n", 9, "facts and rules only"),
        ("", 1, "a header"),
    ],
)
def test_a_fault_names_file_line_and_what_was_expected(text, line, expected):
    """Whoever writes a rule file is told where it is wrong and how it would be right."""
    _, faults = parse_rules(text, "pact.lp")

    assert faults
    assert any(fault.line == line and expected in fault.message for fault in faults), [f.message for f in faults]
    assert faults[0].message.startswith("pact.lp, line ")


def test_a_user_s_rule_joins_those_of_foedera(shipped, tmp_path):
    """A folder of rules adds to what is known: here the two agree on supplies by a rule of the user's own."""
    (tmp_path / "mine.lp").write_text(
        HEADER + "met(Q, may(supply, A, B), this, ()) :- asked(Q, supply), between(Q, A, B).\n", "utf-8"
    )
    actors = [actor_named(shipped, "JPN"), actor_named(shipped, "EU")]
    answer = answer_can(shipped, Activity.SUPPLY, actors, on=date(2025, 1, 15), rules=rules_with([tmp_path]))

    assert answer.answer is Truth.YES
    assert "sunder-sea-is-closed" in {reason.rule for reason in answer.grounds}


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_rules_is_named(tmp_path, name):
    """Nothing there, or nothing in it: both are told."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(FoederaError, match=name):
        check_rules([tmp_path / name])


@pytest.mark.parametrize(
    ("rule", "first", "last"),
    [
        ("atalanta-area-2008", date(2008, 11, 10), date(2010, 7, 30)),
        ("jpn-five-categories", date(2014, 4, 1), date(2026, 4, 21)),
        ("edf-eligible-entities", date(2021, 1, 1), date(2027, 12, 31)),
    ],
)
def test_a_rule_applies_within_its_validity(rule, first, last):
    """Before its first day and after its last a rule does not apply."""
    found = next(each for each in shipped_rules() if each.id == rule)

    assert (found.first, found.last) == (first, last)
    assert [found.holds_on(day) for day in (first, last)] == [True, True]
    assert not found.holds_on(date.fromordinal(first.toordinal() - 1))
    assert not found.holds_on(date.fromordinal(last.toordinal() + 1))


def test_the_shipped_rules_have_no_fault():
    """Every rule has its sentence, its legal basis, its source and a test that is there."""
    rules = read_rules([data_path("reasoning.lp").parent / "rules"])
    said = {path: path.read_text("utf-8") for path in (ROOT / "tests/answers").glob("test_*.py")}

    assert len(rules) >= 60
    for rule in rules:
        path, _, name = rule.test.partition("::")
        assert f"def {name.partition('[')[0]}(" in said[ROOT / path], rule.test
        assert rule.sentence.endswith(".")
        assert rule.source == OWN_JUDGEMENT or rule.source.startswith("http")


def test_the_shipped_rules_agree_with_the_table_of_rules():
    """A rule that stands in rules.yaml too has the same dates there, and the same source."""
    table = {row["id"]: row for row in yaml.safe_load(data_path("rules.yaml").read_text("utf-8"))["rules"]}
    for rule in shipped_rules():
        row = table.get(rule.id)
        if row is None or rule.id in ("edf-associated-countries",):
            continue
        assert rule.source == row["source_url"], rule.id
        first = Span.parse(row["valid_from"]).earliest if row["valid_from"] else date.min
        last = Span.parse(row["valid_to"]).latest if row["valid_to"] else date.max
        assert (rule.first, rule.last) == (first, last), rule.id
