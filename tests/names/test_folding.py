"""Text in the shape in which names are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.names.folding import fold_name, fold_text

SAME = {
    "dashes": ("Self-Defense", "Self–Defense"),
    "hyphen and space": ("Indo-Pacific", "Indo Pacific"),
    "apostrophes": ("Cote d'Ivoire", "Côte d’Ivoire"),
    "spaces": ("Gulf of Aden", "Gulf\u00a0of\u2009Aden"),
    "accents, composed or not": ("Türkiye", "Tu\u0308rkiye"),
    "a line's end": ("Gulf of Aden", "Gulf\n  of Aden"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME.keys())
def test_ways_to_write_a_name_fold_to_one(one: str, other: str):
    """What differs in marks, space and accents alone is the same name."""
    assert fold_name(one) == fold_name(other)
    assert fold_text(one).text == fold_text(other).text


@given(text=st.text())
def test_each_folded_character_knows_its_place(text: str):
    """The way back leads into the text, never backwards, and to a character that folds to this one."""
    folded = fold_text(text)
    places = [folded.place(index) for index in range(1, len(folded.text) - 1)]

    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    for place, mark in zip(places, folded.text[1:-1], strict=True):
        if mark != " ":
            assert fold_name(text[place]) == mark
