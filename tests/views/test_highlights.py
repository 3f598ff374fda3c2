"""A text cut where claims and roles begin and end."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from foedera.model.claims import Claim, Filler, cut_evidence
from foedera.model.documents import Block, BlockKind, Document, DocumentId, FootnoteMark
from foedera.model.kinds import Kind
from foedera.views.highlights import RoleHere, blocks_of, highlight, parts_of
from tests import strategies

TEXT = "Northmoor signed the Pact.1 Eastmark joined it."
PAPER = Document(DocumentId("d1"), "pact.txt", TEXT, marks=(FootnoteMark("1", 26, 27),))


def said(words: str, *fillers: str) -> Claim:
    """A claim that these words say, with these words as its speakers."""
    at = TEXT.index(words)
    speakers = tuple(Filler(word, TEXT.index(word), TEXT.index(word) + len(word)) for word in fillers)
    return Claim(
        Kind.REMARK, {"speaker": speakers, "content": (Filler(words),)}, (cut_evidence(PAPER, at, at + len(words)),)
    )


def test_words_of_a_claim_are_told_from_the_rest():
    shown = highlight(PAPER, [said("Northmoor signed the Pact", "Northmoor")])

    (passage,) = shown.passages
    assert [(part.text, part.claims, part.begins) for part in passage.segments] == [
        ("Northmoor", (0,), (0,)),
        (" signed the Pact", (0,), ()),
        (".", (), ()),
        ("1", (), ()),
        (" Eastmark joined it.", (), ()),
    ]
    assert passage.segments[0].roles == (RoleHere(0, "speaker"),)
    assert passage.segments[3].mark == PAPER.marks[0]


def test_claims_that_overlap_are_told_the_closest_first():
    """Claim 0 begins first; claim 1 is shorter and lies within it."""
    shown = highlight(PAPER, [said("the Pact"), said("Northmoor signed the Pact")])

    parts = shown.passages[0].segments
    assert [part.claims for part in parts if part.text == "the Pact"] == [(1, 0)]
    assert [claim.evidence[0].start for claim in shown.claims] == [0, 17]


def test_a_role_filled_outside_of_the_sentence_is_marked_where_it_stands():
    shown = highlight(PAPER, [said("Northmoor signed", "Eastmark")])

    (eastmark,) = (part for part in shown.passages[0].segments if part.text == "Eastmark")
    assert eastmark.claims == ()
    assert eastmark.roles == (RoleHere(0, "speaker"),)


def test_a_quote_that_the_text_no_longer_has_is_told_apart():
    """A better reader may get another text from the same file; what was cut from the old one is not in the new."""
    old = said("Northmoor signed")
    shown = highlight(replace(PAPER, text="North-moor signed the Pact.", marks=()), [old])

    assert shown.elsewhere == (old,)
    assert shown.claims == ()


def test_text_outside_of_all_blocks_is_a_paragraph():
    paper = replace(PAPER, blocks=(Block(BlockKind.TITLE, 0, 9),))

    assert [(block.kind, block.start, block.end) for block in blocks_of(paper)] == [
        (BlockKind.TITLE, 0, 9),
        (BlockKind.PARAGRAPH, 10, len(TEXT)),
    ]


@given(strategies.readings())
def test_no_character_is_lost_or_moved(reading: tuple[Document, tuple[Claim, ...]]):
    """Each segment is the slice at its place, the slices follow each other, and only white space lies between blocks."""
    document, claims = reading
    shown = highlight(document, claims)

    at = 0
    for part in (part for passage in shown.passages for part in passage.segments):
        assert not document.text[at : part.start].strip()
        assert document.text[part.start : part.start + len(part.text)] == part.text
        at = part.start + len(part.text)
    assert not document.text[at:].strip()


@given(strategies.readings())
def test_every_claim_is_shown_once(reading: tuple[Document, tuple[Claim, ...]]):
    """Every claim said in the text begins at one place; the rest is listed apart."""
    document, claims = reading
    shown = highlight(document, claims)

    begun = [number for passage in shown.passages for part in passage.segments for number in part.begins]
    assert begun == sorted(set(begun))
    assert {claim.id for claim in (*shown.claims, *shown.elsewhere)} == {claim.id for claim in claims}


@given(strategies.documents(), strategies.st.integers(1, 40))
def test_parts_put_together_are_the_document(document: Document, length: int):
    """Each block lies in one part, and the parts follow each other from the beginning to the end."""
    parts = parts_of(document, length)

    assert [block for part in parts for block in _blocks_in(document, part)] == list(blocks_of(document))
    assert parts[0][0] == 0


def _blocks_in(document: Document, part: tuple[int, int]) -> list[Block]:
    return [passage.block for passage in highlight(document, (), part).passages]


def test_a_part_ends_before_a_heading_that_comes_late_in_it():
    """Rather a part that is a little shorter than a heading parted from its text."""
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, 20),
        Block(BlockKind.HEADING, 20, 25, level=2),
        Block(BlockKind.PARAGRAPH, 25, 47),
    )

    assert parts_of(replace(PAPER, blocks=blocks), 28) == ((0, 20), (20, len(TEXT) + 1))
