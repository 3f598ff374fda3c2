"""What actors can do together, from the facts and the rules that ship with the program."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.answers.can import Activity, answer_abilities, answer_can
from foedera.answers.matrix import Cell, answer_matrix
from foedera.answers.naming import actor_named
from foedera.answers.places import place_named
from foedera.model.errors import UsageWrong
from foedera.model.possible import Truth
from foedera.record import open_record
from tests.answers.shipped import can, event_of, resolves, texts

DAY = date(2025, 1, 15)


@pytest.fixture(scope="module")
def growing(tmp_path_factory):
    """A record as a user gets it, and a way to tell it of one more event in the life of an agreement."""
    with open_record(tmp_path_factory.mktemp("growing") / "record.sqlite") as record:
        told = itertools.count()

        def enter(instrument, what, day, parties, confidence=0.9):
            claim = event_of(instrument, what, day, parties, confidence)
            run = record.begin_run("world/1")
            record.enter_sourced(f"news-{next(told)}", [claim], run=run)
            record.finish_run(run)

        yield record, enter


@pytest.mark.parametrize(
    ("activity", "actors", "place", "on", "answer"),
    [
        ("exercise", ("JMSDF", "EUNAVFOR"), "Gulf of Aden", DAY, "yes"),
        ("exercise", ("JMSDF", "EUNAVFOR"), "12.5,47.0", DAY, "yes"),
        ("exercise", ("JMSDF", "EUNAVFOR"), None, DAY, "yes"),
        ("exercise", ("JMSDF", "EUNAVFOR"), "Gulf of Aden", date(2020, 6, 21), "yes"),
        ("exercise", ("JMSDF", "EUNAVFOR"), "Gulf of Aden", date(2027, 6, 1), "no"),
        ("exercise", ("JMSDF", "EUNAVFOR"), "Bay of Bengal", DAY, "no"),
        ("exercise", ("JMSDF", "EUNAVFOR"), "off Sri Lanka", DAY, "no"),
        ("exercise", ("JMSDF", "EUNAVFOR"), "Arabian Sea", DAY, "unknown"),
        ("exercise", ("JMSDF", "EUNAVFOR"), "5,64.8", DAY, "unknown"),
        ("exercise", ("Japan", "EU"), "Red Sea", DAY, "yes"),
        ("exercise", ("Japan", "France"), "Bay of Bengal", DAY, "yes"),
        ("port_call", ("Japan", "France"), None, DAY, "yes"),
        ("share_classified", ("JPN", "EU"), None, DAY, "no"),
        ("share_classified", ("JPN", "FRA"), None, DAY, "yes"),
        ("share_classified", ("JPN", "ESP"), None, DAY, "unknown"),
        ("share_classified", ("NOR", "EU"), None, DAY, "yes"),
        ("share_classified", ("FRA", "EU"), None, DAY, "yes"),
        ("share_classified", ("BIH", "EU"), None, DAY, "unknown"),
        ("share_classified", ("JPN", "FRA", "GBR"), None, DAY, "yes"),
        ("share_classified", ("JPN", "FRA", "EU"), None, DAY, "no"),
        ("supply", ("JPN", "EU"), None, DAY, "no"),
        ("supply", ("JPN", "GBR"), None, DAY, "yes"),
        ("supply", ("JPN", "DEU"), None, date(2024, 7, 11), "no"),
        ("supply", ("JPN", "DEU"), None, date(2024, 7, 12), "yes"),
        ("visit", ("JPN", "GBR"), None, DAY, "yes"),
        ("visit", ("JPN", "FRA"), None, DAY, "no"),
        ("visit", ("JPN", "USA"), None, DAY, "yes"),
        ("transfer", ("JPN", "FRA"), None, DAY, "yes"),
        ("transfer", ("JPN", "EU"), None, DAY, "no"),
        ("transfer", ("DEU", "FRA"), None, DAY, "yes"),
        ("transfer", ("KOR", "FRA"), None, DAY, "unknown"),
        ("co_develop", ("JPN", "GBR", "ITA"), None, DAY, "yes"),
        ("join_operation", ("JPN", "Operation Atalanta"), None, DAY, "no"),
        ("join_operation", ("KOR", "Operation Atalanta"), None, DAY, "yes"),
        ("join_operation", ("FRA", "Operation Atalanta"), None, DAY, "yes"),
        ("join_operation", ("FRA", "Operation Agenor"), None, DAY, "yes"),
        ("join_operation", ("JPN", "Operation Agenor"), None, DAY, "no"),
        ("join_pesco", ("JPN", "EU"), None, DAY, "no"),
        ("join_pesco", ("NOR", "EU"), None, DAY, "yes"),
        ("procure", ("JPN", "EU"), None, date(2026, 1, 15), "yes"),
        ("procure", ("BRA", "EU"), None, date(2026, 1, 15), "no"),
    ],
)
def test_what_can_be_done(shipped, activity, actors, place, on, answer):
    """Yes, no or unknown, for what people ask most."""
    found = can(shipped, activity, *actors, at=place, on=on)

    assert found.answer.value == answer
    assert found.grounds, "an answer without grounds"
    assert bool(found.unlock) == (answer == "no")
    assert bool(found.missing) == (answer == "unknown")


def test_the_exercise_in_the_gulf_of_aden_rests_on_the_arrangement(shipped):
    """Inside the area; the arrangement of 2023; done before since 2014."""
    answer = can(shipped, "exercise", "JMSDF", "EUNAVFOR", at="Gulf of Aden")

    assert {"atalanta-area-current", "atalanta-japan-exercises", "done-before"} <= {
        each.rule for each in answer.grounds
    }
    assert "signed 2023-03-15" in texts(answer)
    assert "on record since 2014-10" in texts(answer)


@pytest.mark.parametrize(
    ("activity", "actors", "place", "unlock"),
    [
        (
            "exercise",
            ("JMSDF", "EUNAVFOR"),
            "Bay of Bengal",
            [{"hold it inside"}, {"under national command"}, {"the Council widens the mandate"}],
        ),
        ("share_classified", ("JPN", "EU"), None, [{"conclude an information-security agreement"}]),
        ("supply", ("JPN", "EU"), None, [{"conclude an acquisition and cross-servicing agreement"}]),
        ("join_pesco", ("JPN", "EU"), None, [{"the Council admit it", "conclude an information-security agreement"}]),
    ],
)
def test_what_would_unlock_it(shipped, activity, actors, place, unlock):
    """Every smallest set of changes, each with who must act and on what legal basis."""
    answer = can(shipped, activity, *actors, at=place)
    sets = [[change.text for change in changes] for changes in answer.unlock]

    assert len(sets) == len(unlock)
    for words, changes in zip(unlock, sets, strict=True):
        assert len(words) == len(changes)
        assert all(any(word in change for change in changes) for word in words)
    assert all(change.by and change.legal_basis for changes in answer.unlock for change in changes)


def test_precedents_tell_how_long_it_took(shipped):
    """An unlock shows where the same was done before, and in how many days."""
    change = can(shipped, "share_classified", "JPN", "EU").unlock[0][0]

    assert "explores" in texts(can(shipped, "share_classified", "JPN", "EU"))
    assert any(precedent.instrument == "jpn-deu-isa" and precedent.days == 756 for precedent in change.precedents)


@pytest.mark.parametrize(
    ("on", "answer"),
    [(date(2018, 12, 1), "no"), (date(2019, 6, 26), "yes")],
    ids=["signed, not in force", "in force"],
)
def test_signed_is_not_in_force(shipped, on, answer):
    """Supplies wait for the entry into force of an agreement that is signed; to bring it into force is the unlock."""
    found = can(shipped, "supply", "JPN", "FRA", on=on)

    assert found.answer.value == answer
    if answer == "no":
        assert [change.id for change in found.unlock[0]] == ['bring_into_force("jpn-fra-acsa")']


def test_absence_is_a_no_only_where_the_record_is_complete(shipped):
    """Where nobody claims that the record is complete, an agreement it does not hold may exist."""
    assert can(shipped, "supply", "JPN", "ESP").answer is Truth.NO
    assert can(shipped, "share_classified", "JPN", "ESP").answer is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("on", "present", "absent"),
    [
        (date(2023, 1, 1), "jpn-five-categories", "jpn-revision-2023"),
        (date(2024, 1, 1), "jpn-revision-2023", "jpn-revision-2026"),
        (date(2026, 5, 1), "jpn-revision-2026", "jpn-five-categories"),
    ],
)
def test_japan_by_period(shipped, on, present, absent):
    """Japan's export rules apply each in its own period."""
    rules = {reason.rule for reason in can(shipped, "transfer", "JPN", "FRA", on=on).grounds}

    assert present in rules
    assert absent not in rules


def test_boarding_needs_an_executive_task(shipped):
    """To board ships is possible only once the executive task is switched on: nobody has recorded that."""
    answer = can(shipped, "board", "JMSDF", "EUNAVFOR", at="Gulf of Aden")

    assert answer.answer is Truth.UNKNOWN
    assert "switched on" in answer.missing[0].text


def test_what_no_rule_speaks_of_is_unknown(shipped):
    """To join an operation that nobody names goes by no rule."""
    assert can(shipped, "join_operation", "Japan", "Germany").answer is Truth.UNKNOWN


def test_one_side_alone_cannot_be_asked_about(shipped):
    """Two names of one state are one side."""
    with pytest.raises(UsageWrong, match="one side only"):
        can(shipped, "exercise", "JMSDF", "Japan")


QUESTIONS = st.tuples(
    st.sampled_from([each for each in Activity if each is not Activity.BOARD]),
    st.sampled_from(["JPN", "JMSDF", "FRA", "GBR", "NOR", "KOR"]),
    st.sampled_from(["EU", "EUNAVFOR", "DEU", "USA", "ITA"]),
    st.sampled_from([None, "Gulf of Aden", "Bay of Bengal", "Arabian Sea"]),
    st.dates(date(2015, 1, 1), date(2026, 12, 31)),
)
FEW = settings(max_examples=12)


@FEW
@given(QUESTIONS)
def test_every_ground_resolves(shipped, question):
    """Each ground is a rule that is listed, a claim of the record, or what it keeps with an entity."""
    activity, one, other, place, on = question
    answer = can(shipped, activity, one, other, at=place, on=on)

    assert answer.grounds
    assert all(resolves(shipped, reason) for reason in answer.grounds)


@FEW
@given(QUESTIONS)
def test_every_unlock_set_gives_yes_and_no_part_of_it_does(shipped, question):
    """What is offered as a way to yes is one, and nothing of it is idle."""
    activity, one, other, place, on = question
    answer = can(shipped, activity, one, other, at=place, on=on)

    for changes in answer.unlock:
        made = [change.id for change in changes]
        assert can(shipped, activity, one, other, at=place, on=on, made=made).answer is Truth.YES
        for left_out in made:
            part = [each for each in made if each != left_out]
            assert can(shipped, activity, one, other, at=place, on=on, made=part).answer is not Truth.YES


@FEW
@given(QUESTIONS)
def test_the_matrix_agrees_with_single_answers(shipped, question):
    """A matrix gives the same answer as one question does."""
    activity, one, other, _, on = question
    actors = [actor_named(shipped, one), actor_named(shipped, other)]
    cells = answer_matrix(shipped, [activity], actors[:1], actors[1:], on=on)

    assert cells == {Cell(activity, actors[0].id, actors[1].id): can(shipped, activity, one, other, on=on).answer}


@FEW
@given(QUESTIONS, st.integers(1, 900), st.sampled_from(["signed", "in_force", "terminated"]))
def test_an_event_after_a_day_changes_nothing_on_that_day(growing, question, later, what):
    """What happens afterwards does not change what was possible."""
    record, enter = growing
    activity, one, other, place, on = question
    before = can(record, activity, one, other, at=place, on=on)
    enter("jpn-fra-isa", what, on + timedelta(days=later), ("JPN", "FRA"))
    enter("eu-jpn-isa", what, on + timedelta(days=later), ("EU", "JPN"))

    after = can(record, activity, one, other, at=place, on=on)
    assert (before.answer, before.unlock, before.missing) == (after.answer, after.unlock, after.missing)


@FEW
@given(QUESTIONS, st.dates(date(2000, 1, 1), date(2026, 1, 1)))
def test_an_unrelated_fact_changes_no_answer(growing, question, day):
    """An agreement between two others has no bearing."""
    record, enter = growing
    activity, one, other, place, on = question
    before = can(record, activity, one, other, at=place, on=on)
    enter("northmoor-pact", "in_force", day, ("NMR", "EMK"))

    assert can(record, activity, one, other, at=place, on=on) == before


def test_contradictory_facts_do_not_crash_it(growing):
    """Two days for one entry into force: the more trusted one decides."""
    record, enter = growing
    enter("jpn-gbr-acsa", "terminated", date(2020, 1, 1), ("JPN", "GBR"), confidence=0.3)
    enter("jpn-gbr-acsa", "in_force", date(2035, 1, 1), ("JPN", "GBR"))

    answer = answer_can(
        record,
        Activity.SUPPLY,
        [actor_named(record, "JPN"), actor_named(record, "GBR")],
        on=DAY,
        at=place_named("Red Sea"),
    )
    assert answer.answer in (Truth.YES, Truth.UNKNOWN)


@pytest.mark.parametrize(
    "names", [("Japan", "EU"), ("Norway", "EU"), ("Japan", "United Kingdom", "Italy")], ids=" and ".join
)
@pytest.mark.parametrize("on", [date(2012, 6, 15), DAY], ids=str)
def test_many_activities_at_once_are_answered_as_one_by_one(growing, names, on):
    """One program for all of them: each answer, with its grounds, unlocks and missing facts, is that of the question alone."""
    record, _ = growing
    actors = [actor_named(record, name) for name in names]

    together = answer_abilities(record, tuple(Activity), actors, on=on)

    assert together == {activity: answer_can(record, activity, actors, on=on) for activity in Activity}
