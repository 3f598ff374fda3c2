"""Lists of names, read from the text where the parser goes wrong."""

from __future__ import annotations

import pytest

from foedera.claims.lists import in_list_with
from foedera.claims.reading import read_sentences
from foedera.documents import document_from_text
from foedera.names import load_lexicon


@pytest.mark.parametrize(
    ("text", "first", "listed"),
    [
        (
            "The navies of Australia, Japan, the Philippines and the United States met.",
            "Australia",
            ["Australia", "Japan", "Philippines", "United States"],
        ),
        ("The armies of Norway and Finland met Sweden.", "Norway", ["Norway", "Finland"]),
        ("HMS Richmond and USS Higgins sailed with the navy.", "USS Higgins", ["HMS Richmond", "USS Higgins"]),
        ("The army of Norway, which met Finland, agreed.", "Norway", ["Norway"]),
    ],
    ids=["four states", "the verb ends it", "ships from either end", "a clause ends it"],
)
def test_names_of_one_list(text, first, listed):
    """Names joined by commas and “and” belong together; a verb or a clause ends the list."""
    (sentence,) = read_sentences(document_from_text(text), load_lexicon()).sentences
    mention = next(mention for mention in sentence.mentions if mention.text == first)

    assert [found.text for found in in_list_with(mention, sentence)] == listed
