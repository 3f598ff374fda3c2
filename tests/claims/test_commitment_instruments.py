"""Which instrument an undertaking stands in, and what only sounds like an undertaking."""

from __future__ import annotations

import pytest
from tests.claims.conftest import ClaimsOf

from foedera.model import Kind

ARRANGEMENT = "TECHNICAL ARRANGEMENT\nbetween the Spanish Navy and the Chilean Navy\n\n"


def instruments(claims_of: ClaimsOf, text: str) -> list[list[str]]:
    """The instruments of the commitments of a text, in the order of the text."""
    return [[filler.text for filler in claim.fillers("instrument")] for claim in claims_of(text, kind=Kind.COMMITMENT)]


UNDER = {
    "the document itself": (
        ARRANGEMENT + "The Spanish Navy will train Chilean divers. Nothing here is binding under international law.",
        "TECHNICAL ARRANGEMENT",
    ),
    "not what was only named before": (
        ARRANGEMENT + "The navies recall the radar protocol of 2010. The Spanish Navy will train Chilean divers.",
        "TECHNICAL ARRANGEMENT",
    ),
    "not what is to be concluded": (
        ARRANGEMENT + "The Spanish Navy will work towards a successor memorandum.",
        "TECHNICAL ARRANGEMENT",
    ),
    "one that obliges": (
        "Defence ministry news\n\nThe Radar Pact obliges Spain to consult Chile at once.",
        "Radar Pact",
    ),
    "one under which": (
        "Defence ministry news\n\nUnder the Radar Pact, Spain undertakes to consult Chile at once.",
        "Radar Pact",
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNDER.values(), ids=UNDER.keys())
def test_an_undertaking_stands_in_the_instrument_that_governs_it(claims_of, text, expected):
    """A text that is an instrument is meant wherever it names no other as governing; elsewhere the sentence has to say."""
    assert [expected] in instruments(claims_of, text)


def test_an_undertaking_in_the_news_may_stand_in_none(claims_of):
    """What a ministry promises has no instrument because one was in the news three sentences before."""
    text = (
        "Defence ministry news\n\nThe radar pact was signed in May. The ministers had lunch. It rained. "
        "Spain pledged to train Chilean divers."
    )
    assert instruments(claims_of, text) == [[]]


NOTHING = {
    "a recital": ARRANGEMENT + "conscious that the two nations will mark a hundred years of relations,",
    "an opinion": "Defence ministry news\n\nSpain and Chile consider their naval cooperation to be at a good level.",
    "equipment offered": "Defence ministry news\n\nDoe Industries has offered to sell Spain its drones.",
    "to what end something is sought": "Defence ministry news\n\nChile is seeking a partnership with Spain to boost its shipyards.",
    "an event of an instrument": "Defence ministry news\n\nThe Council decided to prolong the mandate of the naval mission.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_only_sounds_like_an_undertaking_is_none(claims_of, text):
    """Grounds, opinions, sales and events of instruments are told elsewhere, or not at all."""
    assert claims_of(text, kind=Kind.COMMITMENT) == ()


@pytest.mark.parametrize("undertaking", ["suspend the building of frigates", "extend the naval base by two piers"])
def test_what_is_no_agreement_can_be_suspended_by_an_undertaking(claims_of, undertaking):
    """“Agreed to suspend enrichment” is promised; only what runs as an agreement or a mandate has events."""
    (claim,) = claims_of(f"Defence ministry news\n\nChile has agreed to {undertaking}.", kind=Kind.COMMITMENT)
    assert claim.fillers("undertaking")[0].text == undertaking


def test_plans_one_does_not_have_are_denied(claims_of):
    """“Norway has no plans to join the patrol”: an intention, denied."""
    (claim,) = claims_of(
        "Defence ministry news\n\nNorway has no plans to lift the naval embargo.", kind=Kind.COMMITMENT
    )
    assert (claim.word("strength"), claim.polarity.value) == ("intends", "denied")
