"""The text layer of a PDF is put together to the text that was set."""

from __future__ import annotations

import io
from pathlib import Path

from foedera.documents.normalise import join_lines
from foedera.model.documents import BlockKind
from tests.documents.samples import PARAGRAPHS, as_pdf, read, texts_of


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    """A paragraph that runs over a page is one paragraph; what returns on every page is named as left out."""
    document = read(tmp_path, as_pdf(repeat=12, frame=True), "a.pdf")

    assert texts_of(document, BlockKind.PARAGRAPH) == list(PARAGRAPHS) * 12
    assert "Gazette of the Pact" not in document.text
    reasons = " ".join(one.reason for one in document.skipped)
    assert "running line “Gazette of the Pact, volume 7”" in reasons
    assert "page number" in reasons


def test_notes_at_the_foot_of_a_page_are_notes(tmp_path: Path) -> None:
    """Small lines with a number at the foot of a page are footnotes and do not break into the text."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page, last in enumerate(("The two sides have trained since", "2014 in the Sunder Sea.")):
        canvas.setFont("Helvetica", 11)
        for line in range(8):
            canvas.drawString(72, 700 - 14 * line, "Ships of both navies met again in the Sunder Sea and")
        canvas.drawString(72, 700 - 14 * 8, last)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 80, f"{page + 1} Eastmark Gazette, number {page + 1}.")
        canvas.showPage()
    canvas.save()

    document = read(tmp_path, buffer.getvalue(), "a.pdf")

    assert [document.text[note.start : note.end] for note in document.footnotes] == [
        "Eastmark Gazette, number 1.",
        "Eastmark Gazette, number 2.",
    ]
    assert "trained since Ships of both" in document.text


def test_a_page_without_text_is_named(tmp_path: Path) -> None:
    """A scanned page among others is skipped, with its number and the reason."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 700, "The Pact holds.")
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("RGB", (8, 8))), 72, 72, 400, 600)
    canvas.showPage()
    canvas.save()

    document = read(tmp_path, buffer.getvalue(), "a.pdf")

    assert document.text == "The Pact holds."
    assert [(one.where, one.reason) for one in document.skipped] == [
        ("page 2", "no text layer: a picture of text, or a picture")
    ]


def test_short_paragraphs_stay_apart(tmp_path: Path) -> None:
    """Questions and answers of one line each are paragraphs, and not one long one."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    turns = [f"{who}: The Pact holds for year {year}." for year in range(8) for who in ("MIRA", "TOM")]
    long = "MIRA: " + "Ships of both navies met again in the Sunder Sea. " * 6
    style, buffer = getSampleStyleSheet()["Normal"], io.BytesIO()
    SimpleDocTemplate(buffer).build(
        [part for turn in [*turns, long] for part in (Paragraph(turn, style), Spacer(1, 8))]
    )

    assert texts_of(read(tmp_path, buffer.getvalue(), "a.pdf"), BlockKind.PARAGRAPH) == [*turns, long.strip()]


def test_words_parted_at_the_end_of_a_line_are_whole() -> None:
    """A hyphen that the line's end made is gone; one that belongs to the name stays."""
    assert join_lines(["defence coop-", "eration"]) == "defence cooperation"
    assert join_lines(["the Northmoor-", "Eastmark Pact"]) == "the Northmoor-Eastmark Pact"
