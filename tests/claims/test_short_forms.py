"""Short forms: a word of a sort, with a capital, stands for the longer name told before it."""

from __future__ import annotations

import pytest

from foedera.claims.reading import read_sentences
from foedera.documents import document_from_text
from foedera.names import load_lexicon

# text -> the short form in its last sentence, and the name it stands for
SHORT = {
    "a centre": (
        "The navy joined the Sunder Cyber Defence Centre. The Centre trains officers of the navy.",
        ("Centre", "Sunder Cyber Defence Centre"),
    ),
    "a directorate of something": (
        "The Directorate of Naval Training ordered radars. The Directorate paid for the frigates.",
        ("Directorate", "Directorate of Naval Training"),
    ),
    "a state": (
        "The Sultanate of Oman has a navy. The Sultanate signed no treaty with the navy.",
        ("Sultanate", "Oman"),
    ),
    "the last of two": (
        "The Nordic Mobility Board met the Sunder Naval Board in the port. The Board looks after the navy.",
        ("Board", "Sunder Naval Board"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHORT.values(), ids=SHORT.keys())
def test_a_short_form_bears_the_full_name(text, expected):
    """The text stays as written; the entity and its name are those of the longer form."""
    reading = read_sentences(document_from_text(text), load_lexicon())
    short, name = expected

    (found,) = [each for each in reading.sentences[-1].mentions if each.text == short]

    assert found.name == name


def test_a_word_that_nothing_explains_stays_alone():
    """Without a longer name before it “the Centre” is a name of its own."""
    reading = read_sentences(document_from_text("The Centre trains officers of the navy."), load_lexicon())

    assert [each.name for each in reading.mentions if each.text == "Centre"] in ([], ["Centre"])
