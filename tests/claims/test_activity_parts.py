"""What did not come off, and what is only arranged: parts of an exercise that were dropped, sessions that are foreseen."""

from __future__ import annotations

import pytest

EXERCISE = "Norway and Finland held the naval exercise Northern Coasts in the Baltic Sea in May 2024. "

# sentence behind EXERCISE -> what was called off
DROPPED = {
    "had to be dropped": ("A gunnery serial had to be dropped because of fog.", "gunnery serial"),
    "pencilled in, then cancelled": ("A gunnery shoot was pencilled in but was cancelled.", "gunnery shoot"),
    "never took place": ("The amphibious landing never took place.", "amphibious landing"),
}


@pytest.mark.parametrize(("text", "element"), DROPPED.values(), ids=DROPPED.keys())
def test_part_of_an_exercise_that_was_dropped(claims_of, text, element):
    """A part that was called off is denied of the exercise spoken of."""
    (claim,) = [each for each in claims_of(EXERCISE + text, kind="activity") if each.polarity == "denied"]

    assert [filler.text for filler in claim.fillers("element")] == [element]
    assert {filler.text for filler in claim.fillers("participant")} == {"Norway", "Finland"}


def test_part_without_an_exercise_is_nothing(claims_of):
    """“The event was cancelled” tells of no exercise where none is spoken of."""
    assert not claims_of("The navy of Norway waits. The event was cancelled.", kind="activity")


ARRANGED = {
    "foreseen": "A naval exercise with Finland is foreseen for May 2025.",
    "expected to": "A naval exercise of Norway with Finland is expected to take place in May 2025.",
    "pencilled in": "A naval exercise with Finland has been pencilled in for May 2025.",
}


@pytest.mark.parametrize("text", ARRANGED.values(), ids=ARRANGED.keys())
def test_arranged_is_planned(claims_of, text):
    """What is foreseen, expected or pencilled in is planned for its day."""
    (claim,) = claims_of(text, kind="activity")

    assert (claim.modality, claim.when.edtf) == ("planned", "2025-05")


# text -> participants, name
MEETINGS = {
    "a body of two": (
        "The Norway–Finland Joint Defence Committee met in Oslo on 3 May 2024. The navy waits.",
        {"Norway", "Finland"},
        {"Norway–Finland Joint Defence Committee"},
    ),
    "its session": (
        "Norway and Finland signed a defence agreement. A Joint Committee of officials oversees it. Its first session is foreseen for May 2025 in Oslo.",
        {"Norway", "Finland"},
        None,
    ),
    "we, the ministers": (
        "We, the Ministers of Defence of Norway, Finland and Sweden, having met in Oslo on 3 May 2024, agree as follows.",
        {"Norway", "Finland", "Sweden"},
        None,
    ),
}


@pytest.mark.parametrize(("text", "participants", "name"), MEETINGS.values(), ids=MEETINGS.keys())
def test_body_stands_for_its_members(claims_of, text, participants, name):
    """A joint committee that meets stands for those whose committee it is."""
    (claim,) = claims_of(text, kind="activity")

    assert {filler.text for filler in claim.fillers("participant")} == participants
    assert name is None or {filler.text for filler in claim.fillers("name")} == name
