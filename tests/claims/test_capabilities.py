"""Capabilities: who develops, makes, tests, buys, fields, hands over or retires which equipment."""

from __future__ import annotations

import pytest

# What makes a text one about defence, so that it is read at all.
ABOUT = "\n\nThe army and the navy of Westhaven look on."

# sentence -> actors, system, stage, modality, polarity
TOLD = {
    "making": ("MBDA builds the Meteor missile.", {"MBDA"}, "Meteor missile", "produces", "actual", "affirmed"),
    "a passive without its auxiliary": (
        "The navy praised the Meteor missile built by MBDA.",
        {"MBDA"},
        "Meteor missile",
        "produces",
        "actual",
        "affirmed",
    ),
    "testing": (
        "Japan tested the Type 12 missile in the naval exercise.",
        {"Japan"},
        "Type 12 missile",
        "tests",
        "actual",
        "affirmed",
    ),
    "ordering": (
        "The navy of Greece ordered three frigates.",
        {"Greece"},
        "frigates",
        "procures",
        "actual",
        "affirmed",
    ),
    "choosing is not yet ordering": (
        "Poland selected the Borsuk vehicle for its army.",
        {"Poland"},
        "Borsuk vehicle",
        "procures",
        "planned",
        "affirmed",
    ),
    "a noun of buying": (
        "India signed an agreement for the procurement of 26 Rafale-Marine aircraft for its navy.",
        {"India"},
        "Rafale-Marine aircraft",
        "procures",
        "actual",
        "affirmed",
    ),
    "handing over what is to come": (
        "Italy will hand over 16 armoured vehicles to the army of Jordan.",
        {"Italy"},
        "armoured vehicles",
        "transfers",
        "planned",
        "affirmed",
    ),
    "a portion": (
        "Italy handed over the last of 54 patrol vehicles to the Irish Army in May.",
        {"Italy"},
        "patrol vehicles",
        "transfers",
        "actual",
        "affirmed",
    ),
    "nothing delivered": (
        "No frigate has been delivered to the navy by France.",
        {"France"},
        "frigate",
        "transfers",
        "actual",
        "denied",
    ),
    "retiring": (
        "Norway retired the F-16s of its air force in 2022.",
        {"Norway"},
        "F-16s",
        "retires",
        "actual",
        "affirmed",
    ),
    "a maker": (
        "Baykar, the maker of the TB2 drone, signed the agreement.",
        {"Baykar"},
        "TB2 drone",
        "produces",
        "actual",
        "affirmed",
    ),
    "taking delivery": (
        "The Polish Navy took delivery of the K130 last month.",
        {"Polish Navy"},
        "K130",
        "procures",
        "actual",
        "affirmed",
    ),
    "an offer": (
        "Denmark has offered the navy of Ghana a patrol vessel.",
        {"Denmark"},
        "patrol vessel",
        "transfers",
        "possible",
        "affirmed",
    ),
}

# sentence -> it tells of no equipment made, bought or handed over
NOT_TOLD = {
    "a visit": "Two frigates of the Royal Navy visited the port of Manila.",
    "a speech": "The minister of Japan delivered a speech to the navy.",
    "a house": "The admiral of the Royal Navy bought a house.",
    "an order to act": "The Royal Navy ordered an investigation.",
    "a force that is built": "The ministers of Japan built a lasting partnership with NATO.",
}


@pytest.mark.parametrize(("text", "actors", "system", "stage", "modality", "polarity"), TOLD.values(), ids=TOLD.keys())
def test_capabilities_are_found(claims_of, text, actors, system, stage, modality, polarity):
    """A verb or noun of making and trading with equipment makes a claim with its actor and stage."""
    (claim,) = claims_of(text + ABOUT, kind="capability")

    assert {filler.text for filler in claim.fillers("actor")} == actors
    assert (claim.word("system"), claim.word("stage")) == (system, stage)
    assert (claim.modality, claim.polarity) == (modality, polarity)


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD.keys())
def test_other_goods_make_no_capability(claims_of, text):
    """Ships that sail, speeches and houses are no equipment that is made or bought."""
    assert claims_of(text + ABOUT, kind="capability") == ()


def test_it_is_what_was_named_before(claims_of):
    """“They” stands for the equipment of the sentence before."""
    claims = claims_of(
        "Norway ordered the F-35A for its air force. They entered service in 2017." + ABOUT, kind="capability"
    )

    assert [(claim.word("system"), claim.word("stage")) for claim in claims] == [
        ("F-35A", "procures"),
        ("F-35A", "fields"),
    ]


def test_deliveries_go_on_with_what_was_ordered(claims_of):
    """Deliveries that name nothing are of the equipment told of just before."""
    claims = claims_of(
        "Norway ordered 24 howitzers for its army in 2023. Deliveries will begin in 2026." + ABOUT, kind="capability"
    )

    assert [(claim.word("system"), claim.word("stage")) for claim in claims] == [
        ("howitzers", "procures"),
        ("howitzers", "transfers"),
    ]


# sentence -> system, stage, modality
RARER = {
    "a hyphen": ("Norway test-fired the Naval Strike Missile on 4 May.", "Naval Strike Missile", "tests", "actual"),
    "a deal covers": ("Poland signed a deal. It covers 180 K2 tanks.", "K2 tanks", "procures", "actual"),
    "weighing": ("Austria is examining the Patriot system.", "Patriot system", "procures", "possible"),
    "a ship is launched": (
        "Fincantieri launched the frigate ITS Spartaco Schergat.",
        "ITS Spartaco Schergat",
        "produces",
        "actual",
    ),
    "a sort with a number": ("Rheinmetall produces 155 mm shells.", "155 mm shells", "produces", "actual"),
    "a generation": (
        "Italy and Japan develop a sixth-generation fighter.",
        "sixth-generation fighter",
        "develops",
        "actual",
    ),
    "a name before its sort": ("Norway ordered 46 Leopard 2A8 tanks.", "Leopard 2A8", "procures", "actual"),
}


@pytest.mark.parametrize(("text", "system", "stage", "modality"), RARER.values(), ids=RARER.keys())
def test_rarer_words_tell_of_equipment(claims_of, text, system, stage, modality):
    """Deals that cover, ships that are launched, and what a state only weighs."""
    claim = claims_of(text + ABOUT, kind="capability")[-1]

    assert (claim.word("system"), claim.word("stage"), claim.modality) == (system, stage, modality)


def test_who_gets_the_contract_delivers(claims_of):
    """“Awarded Saab a contract to deliver”: it is Saab that delivers, and not the contract."""
    claims = claims_of("The ministry awarded Saab a contract to deliver two submarines." + ABOUT, kind="capability")

    assert [filler.text for claim in claims for filler in claim.fillers("actor")] == ["Saab"]


@pytest.mark.parametrize(
    "text",
    ["The report covers three frigates.", "Norway launched an inquiry.", "The navy examined the wreck of a boat."],
)
def test_reports_and_inquiries_make_no_capability(claims_of, text):
    """A report covers ships without buying them, and a wreck is examined to be understood."""
    assert claims_of(text + ABOUT, kind="capability") == ()


def test_who_is_accused_of_developing_develops(claims_of):
    """“Norway accuses Italy of trying to develop missiles”: it is not the accuser who develops them."""
    (claim,) = claims_of("Norway accuses Italy of trying to develop nuclear missiles." + ABOUT, kind="capability")

    assert [filler.text for filler in claim.fillers("actor")] == ["Italy"]
