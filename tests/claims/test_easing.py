"""The text as the parser reads it best."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foedera.claims.easing import parser_text
from foedera.claims.mentions import find_mentions
from foedera.names import load_lexicon


def test_a_ship_is_one_word_and_her_sort_belongs_to_her_navy():
    """The name of a ship is one word to the parser, and “frigate” behind a navy is no verb."""
    text = "The Italian frigate ITS Antonio Marceglia sailed."

    assert (
        parser_text(text, 0, len(text), find_mentions(text, load_lexicon()))
        == "The Italian Frigate ITS_Antonio_Marceglia sailed."
    )


def test_other_words_stay_as_they_are():
    """A text without ships is given as it is."""
    text = "The Italian minister sailed to Malta."

    assert parser_text(text, 0, len(text), find_mentions(text, load_lexicon())) == text


@given(st.text(alphabet="HMS Trenta frigate,.\n", max_size=60))
def test_the_text_keeps_its_length(text):
    """Whatever the text, the parser's text is as long, so that places agree."""
    assert len(parser_text(text, 0, len(text), find_mentions(text, load_lexicon()))) == len(text)
