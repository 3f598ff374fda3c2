"""Activities told of an exercise already spoken of, ships that sail together, and meetings without a verb of their own."""

from __future__ import annotations

import pytest

EXERCISE = "Norway and Finland held the naval exercise Northern Coasts in the Baltic Sea in May 2024. "

# sentence behind EXERCISE -> participants, assets
BROUGHT = {
    "a line for each": ("France: one frigate, FS Lorraine", {"France"}, {"FS Lorraine"}),
    "participating units": (
        "Participating units were HMAS Sydney and JS Takanami.",
        {"HMAS Sydney", "JS Takanami"},
        {"HMAS Sydney", "JS Takanami"},
    ),
    "what one did in it": ("An RNZAF P-8A hunted a submarine.", {"RNZAF"}, {"P-8A"}),
}


@pytest.mark.parametrize(("text", "participants", "assets"), BROUGHT.values(), ids=BROUGHT.keys())
def test_who_brings_what(claims_of, text, participants, assets):
    """What each brings or does in an exercise is told of the exercise named before."""
    claims = [
        claim
        for claim in claims_of(EXERCISE + text, kind="activity")
        if assets <= {filler.text for filler in claim.fillers("asset")}
    ]

    assert [claim.fillers("name")[0].text for claim in claims] == ["Northern Coasts"]
    assert participants <= {filler.text for filler in claims[0].fillers("participant")}


def test_who_stays_away(claims_of):
    """A state that stays away took no part in the exercise."""
    denied = [
        claim for claim in claims_of(EXERCISE + "Sweden stayed away.", kind="activity") if claim.polarity == "denied"
    ]

    assert [{filler.text for filler in claim.fillers("participant")} for claim in denied] == [{"Sweden"}]


SHIPS = {
    "two navies' ships": (
        "The JMSDF destroyer JS Akebono and the Italian frigate ITS Antonio Marceglia conducted a naval exercise.",
        {"JMSDF", "Italian"},
        {"JS Akebono", "ITS Antonio Marceglia"},
    ),
    "ships of one navy": (
        "JS Onami and the Spanish Navy frigates ESPS Santa María and ESPS Numancia held an anti-piracy exercise.",
        {"JS Onami", "Spanish Navy"},
        {"JS Onami", "ESPS Santa María", "ESPS Numancia"},
    ),
    "a ship that was named before": (
        "INS Tarkash called at Djibouti, where it held a naval exercise with the French Navy.",
        {"INS Tarkash", "French Navy"},
        {"INS Tarkash"},
    ),
}


@pytest.mark.parametrize(("text", "participants", "assets"), SHIPS.values(), ids=SHIPS.keys())
def test_every_ship_has_her_owner(claims_of, text, participants, assets):
    """Of ships in one list each acts for the state or navy that is named with her, once."""
    (claim,) = [claim for claim in claims_of(text, kind="activity") if claim.word("type") == "exercise"]

    assert {filler.text for filler in claim.fillers("participant")} == participants
    assert {filler.text for filler in claim.fillers("asset")} == assets


# text -> type, participants, place
TOLD = {
    "a dialogue whose name is known": (
        "The EU-Japan Strategic Dialogue will take place in Brussels. The navy waits.",
        "dialogue",
        {"EU", "Japan"},
        {"Brussels"},
    ),
    "an exercise that nobody knows": (
        "Soldiers of the 11th Airborne Division took part in Yama Sunrise 87 at Camp Asaka.",
        "exercise",
        {"11th Airborne Division"},
        {"Camp Asaka"},
    ),
    "troops of many nations": (
        "Some 9,000 troops from 12 nations are participating in the exercise Steadfast Dart.",
        "exercise",
        {"12 nations"},
        set(),
    ),
    "a brigade abroad": ("Lithuania hosts a German brigade.", "deployment", {"German"}, {"Lithuania"}),
    "a ship in port": (
        "HMNZS Aotearoa at Pago Pago, waiting for water",
        "port_call",
        {"HMNZS Aotearoa"},
        {"Pago Pago"},
    ),
}


@pytest.mark.parametrize(("text", "sort", "participants", "places"), TOLD.values(), ids=TOLD.keys())
def test_activity_is_told(claims_of, text, sort, participants, places):
    """Names, hosts and captions tell activities with who takes part and where."""
    told = [
        (
            claim.word("type"),
            {filler.text for filler in claim.fillers("participant")},
            {filler.text for filler in claim.fillers("place")},
        )
        for claim in claims_of("The navy and the army look on. " + text, kind="activity")
    ]

    assert (sort, participants, places) in told


def test_what_is_practised_is_parted(claims_of):
    """What an exercise comprised is told item by item."""
    text = EXERCISE + "These include boarding of a vessel, helicopter landings and a joint patrol."

    elements = {filler.text for claim in claims_of(text, kind="activity") for filler in claim.fillers("element")}

    assert {"boarding of a vessel", "helicopter landings", "joint patrol"} <= elements


NOT_TOLD = {
    "observers only look on": "Brunei attended the exercise as an observer.",
    "a speaker withdraws": "The Tanzanian speaker has withdrawn.",
    "a noun in capitals is no ship": "Coffee at Pago Pago was cold.",
}


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD.keys())
def test_no_activity_of_theirs(claims_of, text):
    """Those who look on or have nothing to do with it take no part in what the text speaks of."""
    assert claims_of("The navy and the army look on. " + text, kind="activity") == ()
