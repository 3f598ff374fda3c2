"""Blocks of plain text are told by their form and their neighbours."""

from __future__ import annotations

import pytest

from foedera.documents import document_from_text
from foedera.model.documents import BlockKind
from tests.documents.samples import texts_of

LONG = "The Northmoor Navy and the Eastmark Navy trained together in the Sunder Sea for the first time."

KINDS_OF_LINES = {
    "a place line": ("Northport, 4 November 2024", BlockKind.PLACE_LINE),
    "a place line, month first": ("Northport, July 28, 2024", BlockKind.PLACE_LINE),
    "a bullet": (f"• {LONG}", BlockKind.ITEM),
    "a letter": (f"(a) {LONG}", BlockKind.ITEM),
    "a heading": ("Defence cooperation", BlockKind.HEADING),
    "a question": ("Who can join the Pact?", BlockKind.HEADING),
    "a field": ("Signed: Northport, 5 August 2024", BlockKind.PARAGRAPH),
    "a turn of speech": ("MIRA: We never said so.", BlockKind.PARAGRAPH),
    "an article that a sentence speaks of": (f"Article 12 of the Pact says more. {LONG}", BlockKind.PARAGRAPH),
    "a copyright line": ("© 2025 Gazette of the Pact – all rights reserved", BlockKind.FURNITURE),
    "a share line": ("Share this article: Post | Mail | Print", BlockKind.FURNITURE),
    "a page number": ("Page 3 of 12", BlockKind.FURNITURE),
    "a cookie banner": ("We use cookies to improve your visit.", BlockKind.FURNITURE),
    "an end sign": ("-- END --", BlockKind.FURNITURE),
    "a caption": ("Photo: NMS Heron leaves Northport.", BlockKind.CAPTION),
}


@pytest.mark.parametrize("name", KINDS_OF_LINES)
def test_a_line_is_known_by_its_form(name: str) -> None:
    """Each line of a text has one function, and furniture is told from what is said."""
    line, kind = KINDS_OF_LINES[name]

    document = document_from_text(f"The Pact at five\n\n{line}\n\n{LONG}\n\n{LONG}\n\n{LONG}")

    assert line in texts_of(document, kind)


def test_a_dateline_stands_before_its_paragraph() -> None:
    """Place, day and agency at the head of a news item are no part of what it says."""
    document = document_from_text(f"Pact holds\n\nNORTHPORT, Dec 17 (Newswire) - {LONG}")

    assert texts_of(document, BlockKind.DATELINE) == ["NORTHPORT, Dec 17 (Newswire) -"]
    assert texts_of(document, BlockKind.PARAGRAPH) == [LONG]
    assert document.facts.publisher == "Newswire"
    assert document.date is None, "a day without its year is no date"


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    """A paragraph broken at a fixed width is one block, and its text stays as it is in the file."""
    wrapped = (
        "The Northmoor Navy and the Eastmark Navy trained together in\n"
        "the Sunder Sea. The frigate NMS Heron led the exercise, which\n"
        "Westhaven watched from the shore. No incident was recorded."
    )

    document = document_from_text(f"The Pact at sea\n\n{wrapped}\n\n{wrapped}")

    assert [document.text[b.start : b.end] for b in document.blocks][1:] == [wrapped, wrapped]


def test_rows_of_a_table_are_told_from_prose() -> None:
    """Cells parted by bars, wide gaps or dots make rows; two spaces after a full stop do not."""
    table = "Country     Ships   Since\nNorthmoor   12      2014\nEastmark    9       2016"
    document = document_from_text(f"Ships\n\n{table}\n\nNorthmoor ........ 2,100\n\n{LONG}  {LONG}")

    assert len(texts_of(document, BlockKind.ROW)) == 4
    assert texts_of(document, BlockKind.PARAGRAPH) == [f"{LONG} {LONG}"]


def test_an_article_over_several_blocks_keeps_its_number() -> None:
    """Every block of an article carries the article's number, until the next article or the closing words."""
    document = document_from_text(
        "THE NORTHMOOR PACT\n\nArticle 7\nSecurity of information\n\nThe Parties shall meet.\n\n(a) once a year;\n"
        "(b) when asked.\n\nThey may invite Westhaven.\n\nArticle 8\n\nThe Pact is open.\n\nDone at Northport."
    )

    numbers = {document.text[b.start : b.end]: b.number for b in document.blocks}
    assert numbers["Security of information"] is None
    assert [numbers[text] for text in ("Article 7", "The Parties shall meet.", "(b) when asked.")] == ["Article 7"] * 3
    assert numbers["They may invite Westhaven."] == "Article 7"
    assert numbers["The Pact is open."] == "Article 8"
    assert numbers["Done at Northport."] is None


NUMBERS = {
    f"Article 7. {LONG}": "Article 7",
    f"Art. 3 – {LONG}": "Art. 3",
    f"§ 3 {LONG}": "§ 3",
    f"§12. {LONG}": "§12",
    f"Clause 8: {LONG}": "Clause 8",
    f"Article V. {LONG}": "Article V",
    f"Article 6 bis. {LONG}": "Article 6 bis",
    f"Para. 32. {LONG}": "Para. 32",
    f"7. {LONG}": "7",
    f"2.1 {LONG}": "2.1",
    f"II. {LONG}": "II",
    f"(a) {LONG}": "(a)",
    f"2014. {LONG}"[:4] + f" was a good year. {LONG}": None,
    f"Section 3 is new. {LONG}": None,
    f"I. e. nothing: {LONG.lower()}": None,
}


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_are_kept_as_written(text: str) -> None:
    """The number of an article, section, paragraph or item is what the text has, without its stop."""
    document = document_from_text(f"The Pact\n\n{text}\n\n{LONG}")

    assert document.blocks[1].number == NUMBERS[text]


def test_entries_of_a_chronology_are_items() -> None:
    """Lines that begin with their dates are entries of a list and not a title, place line or table."""
    lines = ["2014: talks begin.", "17 July 2018 — the Pact is signed.", "Feb. 2019 – it enters into force."]

    document = document_from_text("The Pact, year by year\n\n" + "\n".join(lines))

    assert texts_of(document, BlockKind.ITEM) == lines


def test_a_year_at_the_head_of_a_wrapped_line_is_no_item():
    """A sentence that ends in a year may wrap before it; the paragraph goes on."""
    text = (
        "The frigates of Northmoor and Eastmark trained together in the Sunder Sea from 27 to 29 August\n"
        "2018. The crews practised communications, manoeuvring and the boarding of a vessel in the bay\n"
        "of Port Heron, and they visited the harbour.\n"
    )
    assert [block.kind.value for block in document_from_text(text).blocks] == ["paragraph"]
