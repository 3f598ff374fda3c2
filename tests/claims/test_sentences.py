"""Cutting blocks into sentences."""

from __future__ import annotations

import pytest

from foedera.claims.sentences import cut_sentences
from foedera.model import Block, BlockKind, Document, DocumentId

NUMBERED = {
    "number": ("4. The two sides will meet.", "The two sides will meet."),
    "number in brackets": ("(12) The two sides will meet.", "The two sides will meet."),
    "letter in brackets": ("(a) The two sides will meet.", "The two sides will meet."),
    "count": ("12 ships met at sea.", "12 ships met at sea."),
}


@pytest.mark.parametrize(("text", "sentence"), NUMBERED.values(), ids=NUMBERED)
def test_number_of_a_paragraph_is_no_part_of_its_sentence(text: str, sentence: str) -> None:
    """A sentence begins after the number of its paragraph."""
    document = Document(DocumentId("x"), "x.txt", text, blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),))

    assert [text[place.start : place.end] for place in cut_sentences(document)] == [sentence]
