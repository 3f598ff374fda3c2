"""What a text names."""

from __future__ import annotations

from foedera.claims.mentions import find_mentions
from foedera.names import load_lexicon


def test_two_known_names_joined_by_and_are_two():
    """“Fincantieri and Naval Group” is no company of its own."""
    found = find_mentions("The yard belongs to Fincantieri and Naval Group.", load_lexicon())

    assert [mention.text for mention in found if not mention.generic] == ["Fincantieri", "Naval Group"]


def test_a_dash_parts_two_states():
    """“Australia–Republic of Korea” names two states, whatever the dash joins."""
    found = find_mentions("The Australia–Republic of Korea meeting took place.", load_lexicon())

    assert [mention.text for mention in found if mention.state] == ["Australia", "Republic of Korea"]
