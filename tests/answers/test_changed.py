"""What changed in a period, in the world and in what the record knows."""

from datetime import UTC, date, datetime

import pytest

from foedera.answers.changed import answer_changed
from foedera.model.changes import Learning
from foedera.model.entities import EntityId
from foedera.model.errors import UsageWrong
from foedera.record import Decision, Verdict, open_record
from tests.answers.world import PACT, event, fill

NMR, EMK, WHV = EntityId("NMR"), EntityId("EMK"), EntityId("WHV")
SIGNED, IN_FORCE = event(PACT, "signed", "2018-07-17"), event(PACT, "in_force", "2019-02-01")


def test_what_began_in_the_period_changed_the_world(record_of):
    """The Pact entered into force in 2019: its status changed because of that sentence, and no other."""
    answer = answer_changed(record_of(SIGNED, IN_FORCE), date(2019, 1, 1), date(2019, 12, 31))

    assert [each.claim.id for each in answer.happened] == [IN_FORCE.id]
    (change,) = answer.statuses
    assert (change.before, change.after, str(change.since)) == ("signed", "in_force", "2019-02-01")
    assert [ground.claim for ground in change.because] == [IN_FORCE.id]
    assert answer.learned is None


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2019-05-01", [True]),
        ("2019", [False]),
        ("2014/..", []),
        ("2018-12-31", []),
        ("2019-07-01", []),
    ],
    ids=["a day inside", "a year that holds the period", "lasting from before", "the day before", "the day after"],
)
def test_a_happening_belongs_to_the_period_in_which_it_began(record_of, when, found):
    """What merely lasts on is no news; a vague date that allows the period is said to be perhaps of it."""
    answer = answer_changed(record_of(event(PACT, "amended", when)), date(2019, 1, 1), date(2019, 6, 30))

    assert [each.sure for each in answer.happened] == found


def test_between_two_actors_only_what_concerns_both(record_of):
    """What happened with Westhaven is no change between Northmoor and Eastmark."""
    record = record_of(IN_FORCE, event("other", "in_force", "2019-03-01", parties=("NMR", "WHV")))

    answer = answer_changed(record, date(2019, 1, 1), date(2019, 12, 31), between=(NMR, EMK))
    assert [each.claim.id for each in answer.happened] == [IN_FORCE.id]
    assert [each.instrument for each in answer.statuses] == [PACT]


@pytest.fixture
def growing(tmp_path):
    """A record that learned of the signing on 1 March 2024 and of the entry into force on 1 May."""
    clock = iter(datetime(2024, month, 1, tzinfo=UTC) for month in (1, 3, 3, 3, 5, 5, 5, 6, 6))
    with open_record(tmp_path / "record.sqlite", baseline=False, now=lambda: next(clock)) as record:
        next(clock)
        fill(record, SIGNED)
        fill(record, IN_FORCE, material="news")
        yield record


def test_what_was_learned_changes_what_is_known(growing):
    """In May the record learned that the Pact was in force: the answer changed because of that claim."""
    answer = answer_changed(growing, date(2024, 5, 1), date(2024, 5, 31), known=True)

    assert (answer.happened, answer.statuses) == ((), ())
    assert [(each.what, each.claim.id) for each in answer.learned] == [(Learning.LEARNED, IN_FORCE.id)]
    (change,) = answer.known_statuses
    assert (change.before, change.after) == ("signed", "in_force")
    assert [ground.claim for ground in change.because] == [IN_FORCE.id]


def test_what_a_later_reading_no_longer_says_is_withdrawn(growing):
    """A corrected list gives up a claim: it is named as withdrawn, and the status falls back."""
    fill_again = event(PACT, "negotiating", "2016")
    run = growing.begin_run("world/2")
    growing.enter_sourced("news", [fill_again], run=run)

    answer = answer_changed(growing, date(2024, 5, 2), date(2024, 6, 30), known=True)
    assert {(each.what, each.claim.id) for each in answer.learned} == {
        (Learning.LEARNED, fill_again.id),
        (Learning.WITHDRAWN, IN_FORCE.id),
    }
    (change,) = answer.known_statuses
    assert (change.before, change.after) == ("in_force", "signed")


def test_decisions_are_changes_of_knowledge(growing):
    """Who rejected a claim, and when, shows among what changed."""
    growing.decide(Decision(SIGNED.id, Verdict.REJECTED, "desk", decided_at=datetime(2024, 4, 2, tzinfo=UTC)))

    answer = answer_changed(growing, date(2024, 4, 1), date(2024, 4, 30), known=True)
    assert [(each.what, each.by) for each in answer.learned] == [(Learning.REJECTED, "desk")]


def test_a_period_that_ends_before_it_begins(record_of):
    """The error says which days were given."""
    with pytest.raises(UsageWrong, match="2019-01-01"):
        answer_changed(record_of(), date(2019, 1, 1), date(2018, 1, 1))
