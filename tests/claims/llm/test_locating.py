"""Words that a model gives are found again in the text, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.claims.llm.locating import Located

TEXT = "The Pact binds  Northmoor.\nNorthmoor’s navy said “we stay” – and Eastmark's Pactum stayed, as the pact says."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Northmoor's navy", "Northmoor’s navy"),
        ('said "we stay"', "said “we stay”"),
        ("binds Northmoor. Northmoor", "binds  Northmoor.\nNorthmoor"),
        ("we stay” - and", "we stay” – and"),
        ("NORTHMOOR'S NAVY", "Northmoor’s navy"),
        ("Pactum", "Pactum"),
        ("Pact says", "pact says"),
    ],
)
def test_signs_white_space_and_capitals_may_differ(words, found):
    """What is found is the text's own way of writing, whatever quotation marks and dashes a model prefers."""
    start, end = Located(TEXT).find(words, (0, len(TEXT)))

    assert TEXT[start:end] == found


@pytest.mark.parametrize("words", ["Westhaven", "act", "Northmoor navy", "", " ", "“we left”"])
def test_what_is_merely_similar_is_not_found(words):
    """Parts of words, words left out and words that are not there have no place."""
    assert Located(TEXT).find(words, (0, len(TEXT))) is None


def test_the_nearest_place_is_meant():
    """A name that stands several times is the one in the quote; else the last one before it."""
    text = "Northmoor met Eastmark. It signed. Northmoor left."
    located = Located(text)

    assert located.find("Northmoor", (35, 50)) == (35, 44)
    assert located.find("Northmoor", (24, 34)) == (0, 9)


@given(st.text(), st.data())
def test_every_whole_word_of_a_text_is_found(text, data):
    """Whatever the text, a place that is found holds what was looked for, but for signs, blanks and capitals."""
    words = text.split()
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    place = Located(text).find(word, (0, len(text)))

    assert place is None or text[place[0] : place[1]].lower() == word.lower()
