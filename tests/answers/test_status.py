"""Where an instrument stands on a day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from foedera.answers.remembering import remembering
from foedera.answers.status import answer_status
from foedera.model.answers import Status
from foedera.model.claims import Source
from foedera.model.errors import InstrumentUnknown
from foedera.model.kinds import Modality, Polarity
from tests.answers.world import PACT, event, told

LIFE = (
    event(PACT, "negotiating", "2016"),
    event(PACT, "signed", "2018-07-17"),
    event(PACT, "provisionally_applied", "2019-02-01"),
    event(PACT, "ratified", "2020-05-04", parties=("NMR",)),
    event(PACT, "in_force", "2025-01-01"),
    event(PACT, "terminated", "2030-12-31"),
)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2015, 1, 1), Status.UNKNOWN),
        (date(2016, 6, 1), Status.UNKNOWN),
        (date(2017, 6, 1), Status.NEGOTIATING),
        (date(2018, 12, 31), Status.SIGNED),
        (date(2019, 2, 1), Status.PROVISIONALLY_APPLIED),
        (date(2021, 1, 1), Status.PROVISIONALLY_APPLIED),
        (date(2024, 12, 31), Status.PROVISIONALLY_APPLIED),
        (date(2025, 1, 1), Status.IN_FORCE),
        (date(2031, 1, 1), Status.TERMINATED),
    ],
)
def test_the_status_follows_the_life_of_an_instrument(record_of, day, status):
    """An instrument stands where the events up to a day have brought it; one party's ratification ends nothing."""
    assert answer_status(record_of(*LIFE), PACT, on=day).status is status


def test_signed_is_not_yet_in_force(record_of):
    """An instrument that waits for ratification is signed, not in force."""
    record = record_of(event(PACT, "signed", "2018-07-17"))

    assert answer_status(record, PACT, on=date(2018, 12, 31)).status is Status.SIGNED


@pytest.mark.parametrize(
    "claim",
    [
        event(PACT, "in_force", "2025-01-01", modality=Modality.PLANNED),
        event(PACT, "in_force", "2025-01-01", modality=Modality.POSSIBLE),
        event(PACT, "in_force", "2025-01-01", polarity=Polarity.DENIED),
    ],
    ids=["planned", "possible", "denied"],
)
def test_what_did_not_happen_does_not_count(record_of, claim):
    """Plans, possibilities and denials leave an instrument where it stands."""
    record = record_of(event(PACT, "signed", "2018-07-17"), claim)

    assert answer_status(record, PACT, on=date(2026, 1, 1)).status is Status.SIGNED


def test_an_amendment_leaves_an_instrument_in_force(record_of):
    """What changes an instrument does not move it along its life."""
    record = record_of(event(PACT, "in_force", "2019-02-01"), event(PACT, "amended", "2021-03"))

    assert answer_status(record, PACT, on=date(2022, 1, 1)).status is Status.IN_FORCE


def test_sources_that_disagree_are_both_shown(record_of):
    """Where two sources give different days, the more trusted one decides and the other is named."""
    gazette = event(PACT, "in_force", "2019-02-01", confidence=0.9)
    newspaper = event(PACT, "in_force", "2019-03-01", confidence=0.4, source=Source("A newspaper"))
    answer = answer_status(record_of(gazette, newspaper), PACT, on=date(2020, 1, 1))

    assert str(answer.since) == "2019-02-01"
    assert [(conflict.one.source, conflict.other.source) for conflict in answer.conflicts] == [
        ("Treaty list, Northmoor Gazette", "A newspaper")
    ]


def test_a_vague_date_agrees_with_an_exact_one(record_of):
    """“In July 2018” and “on 17 July 2018” say the same."""
    record = record_of(event(PACT, "signed", "2018-07"), event(PACT, "signed", "2018-07-17", source=Source("Other")))
    answer = answer_status(record, PACT, on=date(2020, 1, 1))

    assert (str(answer.since), answer.conflicts) == ("2018-07-17", ())


def test_an_undated_claim_counts_from_its_document(record_of):
    """A claim without a date holds from the date of the document that makes it."""
    record = record_of()
    document, claim = told("The Pact was signed.", "signed", None, date="2018-08-01")
    record.enter_document(document, [claim], run=record.begin_run("world/1"))

    assert answer_status(record, PACT, on=date(2018, 7, 31)).status is Status.UNKNOWN
    answer = answer_status(record, PACT, on=date(2018, 8, 1))
    assert (answer.status, answer.grounds[0].quote) == (Status.SIGNED, "The Pact was signed.")


def test_an_instrument_nobody_knows_is_named(record_of):
    """The error says which name was not found."""
    with pytest.raises(InstrumentUnknown, match="westhaven-pact"):
        answer_status(record_of(), "westhaven-pact", on=date(2020, 1, 1))


@settings(max_examples=15)
@given(
    st.dates(date(2016, 1, 1), date(2026, 1, 1)),
    st.integers(1, 900),
    st.sampled_from(["signed", "in_force", "terminated"]),
)
def test_an_event_after_a_day_does_not_change_the_answer_for_that_day(record_of, day, later, what):
    """What happens later leaves the status on a day as it was."""
    before = answer_status(record_of(*LIFE[:5]), PACT, on=day)
    after = date.fromordinal(day.toordinal() + later)
    changed = answer_status(record_of(*LIFE[:5], event(PACT, what, after.isoformat())), PACT, on=day)

    assert (before.status, before.since) == (changed.status, changed.since)


@pytest.mark.parametrize(
    ("claims", "status", "since"),
    [
        pytest.param(
            (event(PACT, "provisionally_applied", "2019-02-01"),),
            Status.PROVISIONALLY_APPLIED,
            "2019-02-01",
            id="applied provisionally is not in force",
        ),
        pytest.param(
            (
                event(PACT, "provisionally_applied", "2019-02-01"),
                event(PACT, "in_force", "2019-02-01", source=Source("A newspaper"), confidence=0.9),
            ),
            Status.PROVISIONALLY_APPLIED,
            "2019-02-01",
            id="news that calls it in force on the same day speaks loosely",
        ),
        pytest.param(
            (event(PACT, "in_force", "2010"), event(PACT, "terminated", "2014"), event(PACT, "negotiating", "2016-03")),
            Status.NEGOTIATING,
            "2016-03",
            id="talks after the end begin a new life",
        ),
        pytest.param(
            (event(PACT, "in_force", "2010"), event(PACT, "suspended", "2014"), event(PACT, "in_force", "2016-03")),
            Status.IN_FORCE,
            "2016-03",
            id="a suspension is lifted by entry into force after it",
        ),
        pytest.param((event(PACT, "in_force", "2010/2015"),), Status.TERMINATED, "2016-01-01", id="a term ran out"),
        pytest.param(
            (event(PACT, "in_force", "2010/2015"), event(PACT, "extended", "2015-11-30")),
            Status.IN_FORCE,
            "2010/2015",
            id="a term was extended before it ran out",
        ),
        pytest.param(
            (event(PACT, "in_force", "2014/.."), event(PACT, "negotiating", "2016")),
            Status.IN_FORCE,
            "2014/..",
            id="talks about what is in force end nothing",
        ),
    ],
)
def test_which_event_decides(record_of, claims, status, since):
    """The furthest event of the present life decides, in the most exact word for it."""
    answer = answer_status(record_of(*claims), PACT, on=date(2018, 12, 31) if "2019" not in since else date(2019, 6, 1))

    assert (answer.status, str(answer.since)) == (status, since)


def test_a_date_that_may_be_later_leaves_the_status_unknown(record_of):
    """“Signed in 2018” does not say that it was signed by March; what is certain is said all the same."""
    record = record_of(event(PACT, "negotiating", "2016"), event(PACT, "signed", "2018"))
    answer = answer_status(record, PACT, on=date(2018, 3, 1))

    assert (answer.status, answer.at_least) == (Status.UNKNOWN, Status.NEGOTIATING)
    assert "“signed” (2018)" in answer.missing[0]


def test_a_doubtful_fact_decides_nothing_alone(record_of):
    """An entry into force that only a fact of low confidence tells makes the answer unknown, and is named."""
    doubtful = event(PACT, "in_force", "2019-02-01", confidence=0.4)
    answer = answer_status(record_of(event(PACT, "signed", "2018-07-17"), doubtful), PACT, on=date(2020, 1, 1))

    assert (answer.status, answer.at_least) == (Status.UNKNOWN, Status.SIGNED)
    assert doubtful.id in answer.missing[0]
    assert (answer.grounds[0].claim, answer.grounds[0].confidence) == (doubtful.id, 0.4)


def test_two_doubtful_sources_together_decide(record_of):
    """Two sources that say the same are more than one doubtful fact."""
    told_twice = [
        event(PACT, "in_force", "2019-02-01", confidence=0.4, source=Source(title, f"https://example.org/{title}"))
        for title in ("gazette", "herald")
    ]

    assert answer_status(record_of(*told_twice), PACT, on=date(2020, 1, 1)).status is Status.IN_FORCE


ALL = ("NMR", "EMK", "WHV")


@pytest.mark.parametrize(
    ("claims", "whole", "parties"),
    [
        pytest.param(
            (event(PACT, "signed", "2018", parties=ALL), event(PACT, "ratified", "2019", parties=("NMR",))),
            Status.SIGNED,
            {"Northmoor": Status.RATIFIED, "Eastmark": Status.SIGNED, "Westhaven": Status.SIGNED},
            id="ratified by one",
        ),
        pytest.param(
            (
                event(PACT, "signed", "2017", parties=ALL),
                *(event(PACT, "ratified", str(2018 + place), parties=(one,)) for place, one in enumerate(ALL)),
            ),
            Status.RATIFIED,
            {},
            id="ratified by all, one after the other",
        ),
        pytest.param(
            (
                event(PACT, "signed", "2018", parties=ALL),
                event(PACT, "provisionally_applied", "2019", parties=("NMR", "EMK")),
            ),
            Status.PROVISIONALLY_APPLIED,
            {
                "Northmoor": Status.PROVISIONALLY_APPLIED,
                "Eastmark": Status.PROVISIONALLY_APPLIED,
                "Westhaven": Status.SIGNED,
            },
            id="applied provisionally by two of three",
        ),
        pytest.param(
            (event(PACT, "in_force", "2018", parties=ALL), event(PACT, "terminated", "2020", parties=("WHV",))),
            Status.IN_FORCE,
            {"Northmoor": Status.IN_FORCE, "Eastmark": Status.IN_FORCE, "Westhaven": Status.TERMINATED},
            id="one of three leaves",
        ),
        pytest.param(
            (event(PACT, "in_force", "2018"), event(PACT, "terminated", "2020", parties=("NMR",))),
            Status.TERMINATED,
            {},
            id="one of two leaves",
        ),
    ],
)
def test_parties_may_stand_apart(record_of, claims, whole, parties):
    """What some parties did does not move the others; where all stand alike, no party is listed."""
    answer = answer_status(record_of(*claims), PACT, on=date(2022, 1, 1))

    assert answer.status is whole
    assert {each.name: each.status for each in answer.by_party} == parties


@pytest.mark.parametrize(
    ("other", "why"),
    [
        pytest.param(
            event(PACT, "in_force", "2019-03-01", modality=Modality.PLANNED), "modality: one tells what happened",
            id="a plan that was not kept",
        ),
        pytest.param(
            event(PACT, "in_force", "2019-03-01", source=Source("Preview", date="2018-11-05")),
            "was written on 2018-11-05, before the day",
            id="written before the day it tells of",
        ),
        pytest.param(
            event(PACT, "in_force", "2019-03-01", parties=("EMK",), source=Source("Other")),
            "scope: one tells of Eastmark, Northmoor, the other of Eastmark",
            id="told of one party",
        ),
        pytest.param(
            event(PACT, "in_force", "2019-03-01", source=Source("List 2", publisher="Gazette", date="2021")),
            "edition: both are from Gazette; the later one is of 2021",
            id="another edition",
        ),
        pytest.param(event(PACT, "in_force", "2019-03-01", source=Source("Other")), "", id="nobody can tell"),
    ],
)  # fmt: skip
def test_why_sources_disagree(record_of, other, why):
    """A conflict shows both sources, and where the difference comes from if that can be told."""
    first = event(
        PACT, "in_force", "2019-02-01", confidence=0.95, source=Source("List 1", publisher="Gazette", date="2020")
    )
    (conflict,) = answer_status(record_of(first, other), PACT, on=date(2022, 1, 1)).conflicts

    assert {conflict.one.claim, conflict.other.claim} == {first.id, other.id}
    assert why in conflict.why if why else conflict.why == ""


def test_of_many_conflicts_the_first_are_told_and_the_rest_is_counted(record_of):
    """Whoever asks for few is told how many more there are; whoever asks for none, nothing of them."""
    told = [event(PACT, "in_force", f"2019-0{month}-01", confidence=0.9 - month / 20) for month in range(1, 6)]
    record = record_of(*told)
    whole, few, none = (answer_status(record, PACT, on=date(2022, 1, 1), conflicts=most) for most in (None, 1, 0))

    assert (len(whole.conflicts), whole.more_conflicts) == (4, 0)
    assert (few.conflicts, few.more_conflicts) == (whole.conflicts[:1], 3)
    assert (none.conflicts, none.more_conflicts) == ((), 0)


def test_a_reader_that_remembers_answers_for_every_day_as_a_fresh_one(record_of):
    """What is kept of one day's answer changes nothing of the next day's."""
    record = record_of(
        event(PACT, "signed", "2018-07-17"),
        event(PACT, "in_force", "2019-02-01"),
        event(PACT, "in_force", "2019-03-01", confidence=0.6),
        event(PACT, "terminated", "2021-05-01"),
    )
    memory = remembering(record)
    days = [date(year, month, 1) for year in (2017, 2018, 2019, 2020, 2021, 2022) for month in (1, 6, 12)]

    assert [answer_status(memory, PACT, on=day) for day in (*days, *reversed(days))] == [
        answer_status(record, PACT, on=day) for day in (*days, *reversed(days))
    ]


def test_a_denial_disagrees_with_what_it_denies(record_of):
    """One source says in force since 2019, another that it was not in 2021: both are shown."""
    denial = event(PACT, "in_force", "2021", polarity=Polarity.DENIED)
    (conflict,) = answer_status(
        record_of(event(PACT, "in_force", "2019-02-01"), denial), PACT, on=date(2022, 1, 1)
    ).conflicts

    assert conflict.about == "whether it was “in force”"


def test_a_plan_that_is_due_is_shown_as_expected(record_of):
    """Where an end was planned and nobody tells that it came, the status stays and the plan is named."""
    plan = event(PACT, "terminated", "2021-12-31", modality=Modality.PLANNED)
    answer = answer_status(record_of(event(PACT, "in_force", "2019-02-01"), plan), PACT, on=date(2022, 1, 1))

    assert (answer.status, [each.claim for each in answer.expected]) == (Status.IN_FORCE, [plan.id])


def test_as_known_on_a_day_before_the_record(record_of):
    """Before the record was made it knew nothing: the answer is unknown and says so."""
    answer = answer_status(record_of(*LIFE), PACT, on=date(2026, 1, 1), known_on=date(2001, 1, 1))

    assert answer.status is Status.UNKNOWN
    assert "held nothing about it" in answer.missing[0]


def test_nothing_told_is_unknown_and_not_absent(record_of):
    """Before the first event that the record tells of, the status is unknown; what would settle it is named."""
    answer = answer_status(record_of(*LIFE), PACT, on=date(2001, 1, 1))

    assert (answer.status, answer.grounds) == (Status.UNKNOWN, ())
    assert answer.missing


EVENTS = st.builds(
    event,
    st.just(PACT),
    st.sampled_from(
        ["negotiating", "signed", "ratified", "provisionally_applied", "in_force", "suspended", "terminated"]
    ),
    st.dates(date(2015, 1, 1), date(2025, 12, 31)).map(str)
    | st.sampled_from(["2017", "2018-07", "2019/2021", "2020/.."]),
    parties=st.sampled_from([("NMR", "EMK"), ("NMR",), ALL, ()]),
    modality=st.sampled_from(Modality),
    polarity=st.sampled_from(Polarity),
    confidence=st.sampled_from([0.4, 0.75, 0.95]),
    source=st.sampled_from([Source("Gazette", "https://example.org/g"), Source("Herald", date="2018")]),
)
DAYS = st.dates(date(2015, 1, 1), date(2026, 1, 1))
many = settings(max_examples=25)


@many
@given(st.lists(EVENTS, max_size=5), EVENTS, DAYS)
def test_an_unrelated_fact_never_changes_an_answer(record_of, claims, unrelated, day):
    """What is told of another agreement leaves the whole answer as it was."""
    pact = record_of(event(PACT, "negotiating", "2016"), *claims)
    fillers = {**unrelated.roles, "instrument": (replace(unrelated.roles["instrument"][0], entity="other-pact"),)}
    other = replace(unrelated, roles=fillers, id="")
    both = record_of(event(PACT, "negotiating", "2016"), *claims, other)

    assert answer_status(pact, PACT, on=day) == answer_status(both, PACT, on=day)


@many
@given(st.lists(EVENTS, max_size=5), EVENTS, DAYS)
def test_whatever_happens_after_a_day_leaves_the_whole_answer_as_it_was(record_of, claims, later, day):
    """Status, grounds, conflicts, parties: nothing in an answer looks beyond its day."""
    assume(later.when.earliest > day)
    before = record_of(event(PACT, "negotiating", "2016"), *claims)
    after = record_of(event(PACT, "negotiating", "2016"), *claims, later)

    assert answer_status(before, PACT, on=day) == answer_status(after, PACT, on=day)


@many
@given(st.lists(EVENTS, max_size=6), DAYS)
def test_every_ground_resolves_and_none_doubtful_decides_alone(record_of, claims, day):
    """Each ground is a claim of the record; a status other than unknown has one that is sure enough, or two sources."""
    record = record_of(event(PACT, "negotiating", "2016"), *claims)
    answer = answer_status(record, PACT, on=day)
    grounds = [*answer.grounds, *answer.expected, *(each for party in answer.by_party for each in party.grounds)]
    grounds += [each for conflict in answer.conflicts for each in (conflict.one, conflict.other)]

    assert all(record.claim(ground.claim) is not None for ground in grounds)
    if answer.status is not Status.UNKNOWN:
        assert (
            max(each.confidence for each in answer.grounds) >= 0.5 or len({each.source for each in answer.grounds}) > 1
        )
    else:
        assert answer.missing
