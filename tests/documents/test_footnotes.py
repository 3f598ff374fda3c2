"""Marks of footnotes are told from decimals, years, units and names."""

from __future__ import annotations

import pytest

from foedera.documents import document_from_text
from foedera.model.documents import BlockKind
from tests.documents.samples import texts_of

NOTES = "\n\n" + "\n".join(f"  {number}. Eastmark Gazette, no. {number}.↩︎" for number in range(1, 10))

MARKS = {
    "after a year": ("They have trained since 2014.4 These drills go on.", ["4"]),
    "after a stop": ("It may end in the future.6 Nobody knows.", ["6"]),
    "after a quote": ("He called it “politics”.1 In 2018, it was not.", ["1"]),
    "inside a sentence, after a quote": ("A “golden era”2 of the Pact.", ["2"]),
    "after a year and a comma": ("In 2022,7 Northmoor joined.", ["7"]),
    "raised": ("The Pact holds.³ It will hold.", ["3"]),
    "in brackets": ("The Pact holds.[5] It will hold.", ["5"]),
    "glued to a word": ("The Pact holds in Northmoor8 and Eastmark.", ["8"]),
    "a decimal": ("They spend 3.5 billion, or 4.2% of output, and 2014.4 crowns.", []),
    "a square": ("A hall of 40 m² and 3 km² of land.", []),
    "a name": ("The F4, the Mk4 and NMS Heron 2 sailed; CO2 rose. COP9 ended.", []),
    "an abbreviation": ("See No.4 and Art.5 and p.3 of the Pact.", []),
    "a time and a ratio": ("At 10:4 the vote was 3:2 on the motion.", []),
}


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_is_told_from_a_number(name: str) -> None:
    """A number that cites a note of the list is a mark; a number that says something is not."""
    text, numbers = MARKS[name]

    document = document_from_text(f"The Pact\n\n{text}{NOTES}")

    assert [mark.number for mark in document.marks] == numbers
    assert len(document.footnotes) == 9


LISTS = {
    "with a heading": "Notes\n1. Eastmark Gazette, 3 May.\n2. Interview, Northport.",
    "in brackets": "[1] Eastmark Gazette, 3 May.\n[2] Interview, Northport.",
    "with bare numbers": "1 Eastmark Gazette, 3 May.\n2 Interview, Northport.",
    "with raised numbers": "¹ Eastmark Gazette, 3 May.\n² Interview, Northport.",
    "with arrows": "  1. Eastmark Gazette, 3 May.↩︎\n\n  2. Interview, Northport.↩︎",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_notes_is_found(name: str) -> None:
    """Notes at the end of a text are found in every common form, without their numbers and arrows."""
    form = {"in brackets": "[{}]", "with raised numbers": "{}"}.get(name, "{}")
    one, two = ("¹", "²") if "raised" in name else (form.format(1), form.format(2))

    document = document_from_text(
        f"The Pact\n\nIt holds.{one} It will hold for long.{two} So they say.\n\n{LISTS[name]}"
    )

    assert [document.text[n.start : n.end] for n in document.footnotes] == [
        "Eastmark Gazette, 3 May.",
        "Interview, Northport.",
    ]
    assert [mark.number for mark in document.marks] == ["1", "2"]


def test_a_numbered_list_is_no_list_of_notes() -> None:
    """Numbered points that nothing in the text cites are what the text says."""
    document = document_from_text("The Pact\n\nThe two sides agreed:\n1. Train together.\n2. Meet every year.")

    assert document.footnotes == ()
    assert texts_of(document, BlockKind.ITEM) == ["1. Train together.", "2. Meet every year."]


def test_marks_without_their_list_are_found_where_no_number_can_be_meant() -> None:
    """An extract may have lost its notes: digits after a stop that count upwards are still marks."""
    document = document_from_text(
        "The Pact\n\nIt holds, they say.12 It began in 2014.13 Many “doubt it”.14 Some 3.5 per cent do."
    )

    assert [mark.number for mark in document.marks] == ["12", "13", "14"]
