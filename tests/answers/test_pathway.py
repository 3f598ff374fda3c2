"""Which kinds of agreement two have, and which come next by precedent."""

from datetime import date

import pytest

from foedera.answers.pathway import answer_pathway
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Modality
from tests.answers.world import event

TODAY = date(2026, 1, 1)
NAMES = {
    "soi": "Agreement on the Security of Information",
    "tdet": "Agreement on the Transfer of Defence Equipment and Technology",
    "acsa": "Acquisition and Cross-Servicing Agreement",
}
KINDS = {
    "soi": "security_of_information",
    "tdet": "defence_equipment_transfer",
    "acsa": "acquisition_and_cross_servicing",
}
# Eastmark's neighbours are of the League, as Eastmark is; the Far Isles are not.
PARTNERS = ("ash", "elm", "oak", "far-isles")
WORLD = (
    Entity(EntityId("EMK"), "Eastmark", EntityKind.STATE, part_of=(EntityId("league"),)),
    *(
        Entity(EntityId(one), one.title(), EntityKind.STATE, part_of=() if "isles" in one else (EntityId("league"),))
        for one in PARTNERS
    ),
    *(Entity(EntityId(one), one.title(), EntityKind.STATE) for one in ("fir", "yew", "may", "bay")),
)


def signed(what: str, partner: str, when: str, **how: object):
    """Northmoor and a partner sign an agreement of a kind: the claim, and the agreement as an entity."""
    name = EntityId(f"nmr-{partner}-{what}")
    entity = Entity(name, f"Northmoor–{partner.title()} {NAMES[what]}", EntityKind.INSTRUMENT)
    return event(name, str(how.pop("told", "signed")), when, parties=("NMR", partner), **how), entity


def told(*pairs):
    """Arguments of `record_of` for what was signed."""
    return [claim for claim, _ in pairs], (*WORLD, *(entity for _, entity in pairs))


# Three of the League: security of information, then equipment after two years, then supply after four.
PRECEDENTS = (
    *(signed("soi", one, "2010-01-01") for one in ("ash", "elm", "oak")),
    *(signed("tdet", one, "2012-01-01") for one in ("ash", "elm", "oak")),
    *(signed("acsa", one, "2014-01-01") for one in ("ash", "elm", "oak")),
    *(signed("acsa", one, "2001") for one in ("far-isles", "fir", "yew", "may", "bay")),
)


@pytest.fixture
def answer(record_of):
    """The pathway of Northmoor and Eastmark in a record of what was signed."""

    def ask(*pairs, on=TODAY):
        claims, entities = told(*pairs)
        return answer_pathway(record_of(*claims, entities=entities), EntityId("NMR"), EntityId("EMK"), on=on)

    return ask


def test_the_order_of_the_precedents_is_the_pathway(answer):
    """Where all comparable pairs went one way, that way comes next, with its counts and medians."""
    found = answer(*PRECEDENTS)

    assert [step.type for step in found.next] == [KINDS["soi"], KINDS["tdet"], KINDS["acsa"]]
    assert [len(step.precedents) for step in found.next] == [3, 3, 3]
    (interval,) = found.next[1].intervals
    assert (interval.after, interval.pairs, interval.later, interval.median_years) == (KINDS["soi"], 3, 3, 2.0)


def test_only_partners_of_the_same_standing_are_compared(answer):
    """The Far Isles are in no bloc with Eastmark: what they signed in 2001 puts nothing first."""
    found = answer(*PRECEDENTS)

    assert found.pairs == 3
    assert "3 partners like Eastmark" in found.comparable


def test_what_the_two_have_does_not_come_next(answer):
    """A kind that was concluded is had; one that is merely talked about is next, and said to be under way."""
    found = answer(*PRECEDENTS, signed("soi", "EMK", "2015"), signed("tdet", "EMK", "2016", told="negotiating"))

    assert [held.type for held in found.has if held.concluded] == [KINDS["soi"]]
    assert [step.type for step in found.next] == [KINDS["tdet"], KINDS["acsa"]]
    assert [ground.event for ground in found.next[0].under_way] == ["negotiating"]


@pytest.mark.parametrize(
    "doubtful",
    [
        signed("acsa", "ash", "2005", confidence=0.4),
        signed("acsa", "ash", "2027"),
        signed("acsa", "ash", "2005", modality=Modality.PLANNED),
    ],
    ids=["of low confidence", "after the day", "planned"],
)
def test_what_is_no_precedent(answer, doubtful):
    """A doubtful fact, a later one and a plan set no precedent."""
    found = answer(*(pair for pair in PRECEDENTS if "acsa" not in pair[1].id), doubtful)

    assert KINDS["acsa"] not in [step.type for step in found.next]


def test_without_precedents_nothing_is_guessed(answer):
    """Two actors whose partners signed nothing have no pathway, and the answer says so by being empty."""
    assert (answer().has, answer().next, answer().pairs) == ((), (), 0)


def test_every_precedent_leads_to_a_claim_of_the_record(record_of):
    """Each precedent names the claim that says it."""
    claims, entities = told(*PRECEDENTS)
    record = record_of(*claims, entities=entities)
    found = answer_pathway(record, EntityId("NMR"), EntityId("EMK"), on=TODAY)

    assert all(record.claim(each.ground.claim) for step in found.next for each in step.precedents)


def test_japan_and_the_union(shipped):
    """Information security comes next, then equipment transfer, then cross-servicing: so did Japan's like partners."""
    found = answer_pathway(shipped, EntityId("JPN"), EntityId("EU"), on=date(2025, 1, 15))

    assert [step.type for step in found.next[:3]] == [KINDS["soi"], KINDS["tdet"], KINDS["acsa"]]
    assert "jpn-fra-isa" in {each.instrument for each in found.next[0].precedents}
    assert {"economic_partnership", "strategic_partnership"} <= {held.type for held in found.has}
