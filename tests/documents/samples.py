"""One invented text in every format, and the files that hold it."""

from __future__ import annotations

import io
from html import escape
from pathlib import Path

from foedera.documents import read_document
from foedera.model.documents import BlockKind, Document

TITLE = "Northmoor and Eastmark deepen their Pact"
PARAGRAPHS = (
    "The Northmoor Navy and the Eastmark Navy have trained together in the Sunder Sea since 2014.1 The frigate NMS "
    "Heron called it “a light in the dark”.2 Each side spends 3.5 billion crowns a year, or 4.2% of its output.",
    "Under the Pact, signed on 17 July 2018 and in force since 1 February 2019, the two sides will hold a dialogue "
    "every year. Westhaven, which joined in 2022,3 has not yet exercised with them.",
)
HEADING = "What comes next"
ITEMS = ("hold a joint exercise in the Sunder Sea in May;", "explore an agreement on the security of information.")
NOTES = (
    "Ministry of Defence of Northmoor, “Joint exercise”, August 2020.",
    "Eastmark Gazette, 3 May 2021.",
    "Pact Secretariat, press release, 16 December 2022.",
)
PLAIN = "\n\n".join(
    (
        TITLE,
        *PARAGRAPHS,
        HEADING,
        "\n".join(f"• {item}" for item in ITEMS),
        *(f"  {number}. {note}↩︎" for number, note in enumerate(NOTES, 1)),
    )
)
# Where the numbers of notes are glued to the words before them.
MARKS = (("1", "2014."), ("2", "dark”."), ("3", "2022,"))


def marked(text: str, form: str) -> str:
    """The text with its marks in the form of another format; `form` takes the number."""
    for number, before in MARKS:
        text = text.replace(f"{before}{number} ", f"{before}{form.format(number)} ")
    return text


def as_markdown() -> bytes:
    """The text in Markdown."""
    parts = [f"# {TITLE}", *(marked(text, "[^{}]") for text in PARAGRAPHS), f"## {HEADING}"]
    parts += ["\n".join(f"- {item}" for item in ITEMS)]
    parts += [f"[^{number}]: {note}" for number, note in enumerate(NOTES, 1)]
    return "\n\n".join(parts).encode()


def as_html() -> bytes:
    """The text as a page, with the furniture of a site around it."""
    link = '<sup><a href="#fn{0}" id="ref{0}">{0}</a></sup>'
    body = "".join(f"<p>{marked(escape(text, quote=False), link)}</p>" for text in PARAGRAPHS)
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    notes = "".join(f'<li id="fn{n}">{note} <a href="#ref{n}">↩︎</a></li>' for n, note in enumerate(NOTES, 1))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{TITLE} | Gazette</title></head><body>'
        "<nav><a href='/'>Home</a> | <a href='/news'>News</a></nav><div class='cookie-banner'>We use cookies.</div>"
        f"<main><h1>{TITLE}</h1>{body}<h2>{HEADING}</h2><ul>{items}</ul><ol class='footnotes'>{notes}</ol></main>"
        "<footer>© 2025 Eastmark Gazette</footer></body></html>"
    ).encode()


def as_docx() -> bytes:
    """The text as a Word file; marks are raised digits, notes stand at the end."""
    from docx import Document as WordFile

    file = WordFile()
    file.add_heading(TITLE, 0)
    for text in PARAGRAPHS:
        paragraph = file.add_paragraph()
        for part in marked(text, "\0{}\0").split("\0"):
            paragraph.add_run(part).font.superscript = part.isdigit()
    file.add_heading(HEADING, 1)
    for item in ITEMS:
        file.add_paragraph(item, style="List Bullet")
    file.add_heading("Notes", 1)
    for number, note in enumerate(NOTES, 1):
        file.add_paragraph(f"{number}. {note}")
    return saved(file)


def saved(file: object) -> bytes:
    """The bytes that a python-docx or pypdf object writes."""
    buffer = io.BytesIO()
    getattr(file, "save", None) and file.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def as_pdf(*, repeat: int = 1, frame: bool = False) -> bytes:
    """The text as a PDF; `frame` draws a running head and page numbers, `repeat` makes it run over pages."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    styles = getSampleStyleSheet()
    flow = [Paragraph(TITLE, styles["Title"])]
    for text in PARAGRAPHS * repeat:
        flow += [Paragraph(marked(text, "<super size=6>{}</super>"), styles["Normal"]), Spacer(1, 8)]
    flow += [Paragraph(HEADING, styles["Heading2"])]
    flow += [Paragraph(f"• {item}", styles["Normal"]) for item in ITEMS]
    flow += [Paragraph("Notes", styles["Heading2"])]
    flow += [Paragraph(f"{number}. {note}", styles["Normal"]) for number, note in enumerate(NOTES, 1)]

    def draw(canvas: object, document: object) -> None:
        if frame:
            canvas.drawString(72, 800, "Gazette of the Pact, volume 7")  # type: ignore[attr-defined]
            canvas.drawString(280, 30, f"Page {document.page} of 9")  # type: ignore[attr-defined]

    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, title="").build(flow, onFirstPage=draw, onLaterPages=draw)
    return buffer.getvalue()


FORMATS = {"txt": PLAIN.encode, "md": as_markdown, "html": as_html, "docx": as_docx, "pdf": as_pdf}


def read(folder: Path, content: bytes, name: str = "file.txt", **options: object) -> Document:
    """The document in these bytes, saved under a name."""
    path = folder / name
    path.write_bytes(content)
    return read_document(path, **options)  # type: ignore[arg-type]


def texts_of(document: Document, kind: BlockKind) -> list[str]:
    """What the blocks of a kind say, on one line each."""
    return [" ".join(document.text[b.start : b.end].split()) for b in document.blocks if b.kind is kind]
