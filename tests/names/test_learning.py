"""Short names that a text introduces."""

from __future__ import annotations

import pytest

from foedera.names import NameForm, load_lexicon

LEARNT = {
    "an acronym of an unknown name": (
        "The Northmoor Reef Surveillance Programme (NRSP) began.",
        "NRSP",
        "northmoor-reef-surveillance-programme",
        "programme",
    ),
    "an acronym with a number": ("Sunder Sea Deployment (SSD26)", "SSD26", "sunder-sea-deployment", "event"),
    "an acronym of a known name": ("the Japan Ground Self-Defense Force (GRUNT)", "GRUNT", None, None),
    "the acronym first": ("the WSRC (Westhaven Sea Rescue Centre)", "WSRC", "westhaven-sea-rescue-centre", "centre"),
    "a quoted short name": (
        "the Agreement on Sea Rescue between Northmoor and Eastmark (“the Agreement”)",
        "Agreement",
        "agreement-on-sea-rescue-between-northmoor-and-eastmark",
        "instrument",
    ),
    "without the day of signature": (
        "the Treaty of Westhaven, signed at Eastmark on 3 May 2021 (hereinafter “the Treaty”)",
        "Treaty",
        "treaty-of-westhaven",
        "instrument",
    ),
    "a group": ("Japan and Italy (hereinafter “the Participants”)", "Participants", "participants-jpn-ita", "unknown"),
    "known as": ("the Royal Navy, also known as the Senior Service,", "Senior Service", "royal-navy", "force"),
    "a company without its legal form": ("Westhaven Optics Ltd (“Westhaven”)", "Westhaven", "westhaven-optics", None),
    "a country code is no acronym": ("Estonian Military Academy (EE)", "EE", None, None),
}


@pytest.mark.parametrize(("text", "short", "entity", "kind"), LEARNT.values(), ids=LEARNT.keys())
def test_a_short_name_is_learnt_from_the_text(text: str, short: str, entity: str | None, kind: str | None):
    """What a text calls a thing in short is known for the rest of that text."""
    matches = [
        match for match in load_lexicon().learn(text).match(f"{text} Then {short} again.") if match.text == short
    ]

    assert {match.entity.id for match in matches} == ({entity} if entity else set())
    if entity:
        assert matches[-1].form is NameForm.LEARNT
        assert kind is None or matches[-1].entity.kind == kind


def test_learning_leaves_the_lexicon_as_it_was():
    """What one document introduces is unknown to the next."""
    lexicon = load_lexicon()
    learnt = lexicon.learn("The Sunder Sea Fund (SSF) pays.")

    assert [match.text for match in learnt.match("The SSF pays.")] == ["SSF"]
    assert learnt.entity("sunder-sea-fund") is not None
    assert lexicon.match("The SSF pays.") == ()


def test_a_group_knows_its_members():
    """“The Ministers” stands for those named before it."""
    lexicon = load_lexicon().learn("Foreign ministers of Japan and Italy (“the Ministers”) met.")

    assert lexicon.match("The Ministers agreed.")[0].entity.part_of == ("JPN", "ITA")
