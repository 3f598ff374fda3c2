"""Navies, armies and ministries named by their state."""

from __future__ import annotations

import pytest

from foedera.names import load_lexicon

BODIES = {
    "known under another name": ("Omani Navy", "royal-navy-oman", "OMN"),
    "known, with the older name of its branch": ("Norwegian Air Force", "royal-norwegian-air-force", "NOR"),
    "of a state's name": ("Oman Navy", "royal-navy-oman", "OMN"),
    "made": ("Chadian army", "chadian-army", "TCD"),
    "a ministry after of": ("Ministry of Defence of Italy", "mindef-italy", "ITA"),
    "a ministry that no table has": ("Chadian Ministry of Defence", "chadian-ministry-of-defence", "TCD"),
}


@pytest.mark.parametrize(("text", "entity", "country"), BODIES.values(), ids=BODIES.keys())
def test_a_body_is_known_by_its_state(text: str, entity: str, country: str):
    """An adjective of a state and the word for a force or ministry name one body."""
    (match,) = load_lexicon().match(f"the {text} said")

    assert (match.text, match.entity.id, match.entity.country) == (text, entity, country)
    assert load_lexicon().entity(entity) == match.entity


def test_a_letterhead_names_state_and_ministry():
    """A state on a line of its own and a ministry on the next are two names, each in its line."""
    found = load_lexicon().match("KINGDOM OF THE NETHERLANDS\nMinistry of Foreign Affairs\nTreaties Division")

    assert [match.text for match in found if match.entity.kind == "state"] == ["KINGDOM OF THE NETHERLANDS"]
