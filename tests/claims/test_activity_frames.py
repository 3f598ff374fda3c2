"""Activities in rarer frames: going to sea with others, swapping pictures, sounding out, showing at a fair, coming home."""

from __future__ import annotations

import pytest

# What makes a text one about defence, so that it is read at all.
ABOUT = " The navy of Westhaven looks on."

# sentence -> type, participants
TOLD = {
    "going to sea": (
        "The coast guard of Vietnam went to sea with Philippine sailors.",
        "exercise",
        {"Vietnam", "Philippine"},
    ),
    "putting to sea for it": (
        "The corvette HMAS Sydney put to sea with JS Akebono for a passage exercise.",
        "exercise",
        {"HMAS Sydney", "JS Akebono"},
    ),
    "a count of them": (
        "Norway counted six naval exercises. It held two with Finland.",
        "exercise",
        {"Norway", "Finland"},
    ),
    "swapping": (
        "The navies of Norway and Finland have swapped radar pictures since 2020.",
        "exchange",
        {"Norway", "Finland"},
    ),
    "comparing notes": ("Norwegian divers compared notes with Finnish divers.", "exchange", {"Norwegian", "Finnish"}),
    "sounding out": ("Norway sounded out Finland on a naval exercise.", "consultation", {"Norway", "Finland"}),
    "at a fair": ("Saab unveiled a missile at Euronaval in May 2024.", "exhibition", {"Saab"}),
    "put through": ("Norwegian cadets were put through the simulators of the navy.", "training", {"Norwegian"}),
    "scouring": (
        "A P-8A of the Royal Norwegian Navy scoured the Barents Sea for a week.",
        "patrol",
        {"Royal Norwegian Navy"},
    ),
    "from a base": ("Four Emirati F-16s operated from Souda in the summer of 2020.", "deployment", {"Emirati"}),
    "what a navy has there": ("The Royal Air Force had Typhoons at Tapa.", "deployment", {"Royal Air Force"}),
    "homeward": ("The frigate HMAS Sydney came home from the Baltic Sea in May 2024.", "deployment", {"HMAS Sydney"}),
}


@pytest.mark.parametrize(("text", "sort", "participants"), TOLD.values(), ids=TOLD.keys())
def test_rarer_frames(claims_of, text, sort, participants):
    """Who does something together is heard in other than the usual verbs."""
    found = [
        {filler.text for filler in claim.fillers("participant")}
        for claim in claims_of(text + ABOUT, kind="activity")
        if claim.word("type") == sort
    ]

    assert participants in found


def test_who_takes_part_is_told_next(claims_of):
    """An exercise that is only named takes its participants from the sentence that tells them."""
    text = (
        "The naval exercise Ruska Shield 26 came to a close today. The weather was poor. Finland and Sweden took part."
    )

    (claim, *_) = claims_of(text, kind="activity")

    assert {filler.text for filler in claim.fillers("participant")} == {"Finland", "Sweden"}


def test_who_was_not_invited_took_no_part(claims_of):
    """A state that was not invited is told as absent from the exercise spoken of."""
    text = (
        "Norway and Finland held the naval exercise Northern Coasts in May 2024. Sweden and Denmark were not invited."
    )

    denied = [claim for claim in claims_of(text, kind="activity") if claim.polarity == "denied"]

    assert [{filler.text for filler in claim.fillers("participant")} for claim in denied] == [{"Sweden", "Denmark"}]


def test_office_beside_its_holder_is_no_second_guest(claims_of):
    """“The Chief of Staff of Norway, General Roe” is one guest."""
    text = "The Minister of Defence of Finland, Ms Aino Aalto, received the Chief of Defence, General Erik Roe, in Helsinki."

    (claim,) = claims_of(text + ABOUT, kind="activity")

    assert {filler.text for filler in claim.fillers("participant")} == {"Aino Aalto", "Erik Roe"}


NOTHING = {
    "a view is no picture": "Norway and Finland share the view that peace lasts.",
    "an agreement is entered": "Norway entered into a ship repair agreement with the Finnish Navy.",
    "one flight": "Norwegian F-16s flew from Souda.",
    "what a state has": "Norway had frigates in its navy.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_nothing_done_together(claims_of, text):
    """Shared views, agreements, single flights and mere possession are no activities."""
    assert not claims_of(text, kind="activity")
