"""Equipment in turns of phrase, and whom a preposition beside a name excludes or points out."""

from __future__ import annotations

import pytest

# What makes a text one about defence, so that it is read at all.
ABOUT = "\n\nThe army and the navy of Westhaven look on."

# sentence -> stage, system
TOLD = {
    "steel is cut": ("The Roebuck shipyard cut steel for a frigate of the navy.", "produces", "frigate"),
    "into service": ("Norway has put two frigates into service.", "fields", "frigates"),
    "getting rid": ("The Norwegian Navy is getting rid of its frigates.", "retires", "frigates"),
    "to the breakers": ("The last three frigates of Norway went to the breakers in 2020.", "retires", "frigates"),
    "retiring by itself": ("The F-16s of Norway will retire in 2026.", "retires", "F-16s"),
    "goods that go to a state": (
        "Sweden said that 27 of the howitzers go to Ukraine this year.",
        "transfers",
        "howitzers",
    ),
    "put through its paces": (
        "Saab said that its demonstrator was put through its paces in May.",
        "tests",
        "demonstrator",
    ),
    "under assembly": ("Saab said that the missile, under test at Karlskrona, was late.", "tests", "missile"),
    "worth of equipment": ("Norway delivered USD 2 billion worth of weapons to Ukraine.", "transfers", "weapons"),
}


@pytest.mark.parametrize(("text", "stage", "system"), TOLD.values(), ids=TOLD.keys())
def test_turns_of_phrase(claims_of, text, stage, system):
    """What is done with equipment is heard in other than the usual verbs."""
    claims = [claim for claim in claims_of(text + ABOUT, kind="capability") if claim.word("stage") == stage]

    assert [filler.text for claim in claims for filler in claim.fillers("system")] == [system]


def test_contenders_may_be_bought(claims_of):
    """Types in contention for an order may be bought by the state that the text is about."""
    text = "Norway will choose a new combat aircraft. The F-16 and the Rafale are in contention for the order."

    claims = [claim for claim in claims_of(text + ABOUT, kind="capability") if claim.modality == "possible"]

    assert {filler.text for claim in claims for filler in claim.fillers("system")} == {"F-16", "Rafale"}
    assert {filler.text for claim in claims for filler in claim.fillers("actor")} == {"Norway"}


# sentence -> stage, actors
MEANT = {
    "who sells is no buyer": (
        "The Norwegian Navy waits. Two frigates were ordered from Germany.",
        "procures",
        {"Norwegian Navy"},
    ),
    "who it is for buys": ("Two frigates from Germany are on order for Norway.", "procures", {"Norway"}),
    "a day is nobody": (
        "Saab builds the radars of Norway. Six radars were delivered by the end of May.",
        "transfers",
        {"Saab"},
    ),
    "made together": ("Saab is developing the frigate with Patria.", "develops", {"Saab", "Patria"}),
}


@pytest.mark.parametrize(("text", "stage", "actors"), MEANT.values(), ids=MEANT.keys())
def test_who_is_meant(claims_of, text, stage, actors):
    """Who buys stands behind “for”, who sells behind “from”; the maker that was told hands over."""
    (claim,) = [claim for claim in claims_of(text + ABOUT, kind="capability") if claim.word("stage") == stage]

    assert {filler.text for filler in claim.fillers("actor")} == actors


NOTHING = {
    "a flight": "Norwegian F-16s operated from Roebuck in May.",
    "a ship that sails": "The frigate HMS Richmond went to Norway.",
    "people are not assembled": "The Norwegian Navy assembled 1,150 sailors.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_nothing_is_bought_or_made(claims_of, text):
    """Flights, voyages and people are no equipment that changes hands."""
    assert not claims_of(text + ABOUT, kind="capability")
