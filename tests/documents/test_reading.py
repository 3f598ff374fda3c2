"""Files of every format become the same document; what cannot be read says why."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.documents import ReadLimits, document_from_text, read_document
from foedera.model.documents import BlockKind, Document, DocumentFacts
from foedera.model.errors import DocumentUnreadable
from foedera.model.time import Span
from tests.documents.samples import (
    FORMATS,
    HEADING,
    ITEMS,
    NOTES,
    PARAGRAPHS,
    PLAIN,
    TITLE,
    as_docx,
    as_html,
    as_pdf,
    read,
    texts_of,
)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_gives_the_same_document(tmp_path: Path, format: str) -> None:
    """A text says the same in plain text, Markdown, HTML, Word and PDF: same sentences, title, notes and marks."""
    document = read(tmp_path, FORMATS[format](), f"pact.{format}")

    assert document.format == format
    assert document.facts.title == TITLE
    assert texts_of(document, BlockKind.PARAGRAPH) == list(PARAGRAPHS)
    assert HEADING in texts_of(document, BlockKind.HEADING)
    assert [item.removeprefix("• ") for item in texts_of(document, BlockKind.ITEM)] == list(ITEMS)
    assert [document.text[note.start : note.end] for note in document.footnotes] == list(NOTES)
    assert [mark.number for mark in document.marks] == ["1", "2", "3"]
    assert all(document.text[mark.start : mark.end] == mark.number for mark in document.marks)


def test_importing_the_readers_loads_no_library() -> None:
    """Each reader brings its library only when a file of its format is read, so that commands start at once."""
    heavy = "bs4 lxml docx pypdfium2 charset_normalizer markdown_it edtf spacy dateparser"
    command = f"import sys, foedera.documents; print([name for name in '{heavy}'.split() if name in sys.modules])"

    assert subprocess.run([sys.executable, "-c", command], capture_output=True, text=True).stdout.strip() == "[]"


SHARED = Path(__file__).parents[3] / "shared" / "gold"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated texts (../shared/gold) are not here")
def test_nothing_that_is_said_is_furniture() -> None:
    """In annotated texts, no words that make a claim lie in what the reader calls furniture or a dateline."""
    lost = []
    for path in sorted(SHARED.glob("*/*.json")):
        document = document_from_text(path.with_suffix(".txt").read_text(encoding="utf-8"))
        silent = [b for b in document.blocks if b.kind in (BlockKind.FURNITURE, BlockKind.DATELINE)]
        for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]:
            start = document.text.find(claim["quote"])
            lost += [claim["quote"] for b in silent if b.start < start + len(claim["quote"]) and start < b.end]

    assert lost == []


def test_identity_is_that_of_the_bytes(tmp_path: Path) -> None:
    """The same file under two names is one document; its path is the path as given."""
    one, other = read(tmp_path, PLAIN.encode(), "one.txt"), read(tmp_path, PLAIN.encode(), "other.txt")

    assert one.id == other.id == hashlib.sha256(PLAIN.encode()).hexdigest()
    assert one.path == str(tmp_path / "one.txt")
    assert read_document(tmp_path / "one.txt", display_path="./one.txt").path == "./one.txt"


def test_facts_from_outside_win(tmp_path: Path) -> None:
    """What the command line or a manifest says of a file counts more than what the file says."""
    text = b"JOINT STATEMENT\n\nNorthport, 4 November 2024\n\nThe two sides met in Northport."
    known = DocumentFacts(date=Span.parse("2024-11-05"), publisher="Pact Secretariat")

    document = read(tmp_path, text, facts=known)

    assert (document.facts.title, str(document.date), document.facts.publisher) == (
        "JOINT STATEMENT",
        "2024-11-05",
        "Pact Secretariat",
    )


def _encrypted() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(as_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _scan() -> bytes:
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawImage(ImageReader(Image.new("RGB", (8, 8))), 72, 72, 400, 600)
    canvas.save()
    return buffer.getvalue()


def _blank() -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _archive(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


DAMAGED = {
    "empty": ("a.txt", lambda: b"", "is empty"),
    "only white space": ("a.txt", lambda: b" \r\n\t\n", "is empty"),
    "binary": ("a.txt", lambda: bytes(range(256)) * 20, "is a binary file"),
    "encrypted PDF": ("a.pdf", _encrypted, "is encrypted"),
    "scanned PDF": ("a.pdf", _scan, "it looks like a scan"),
    "blank PDF": ("a.pdf", _blank, "it is blank or damaged"),
    "cut PDF": ("a.pdf", lambda: as_pdf()[:400], "cut short"),
    "text named .pdf": ("a.pdf", PLAIN.encode, "is named .pdf but is no PDF file"),
    "cut Word file": ("a.docx", lambda: as_docx()[:2000], "is damaged or cut short"),
    "broken Word file": ("a.docx", lambda: _archive(word__document_xml=b"<w:document"), "is damaged"),
    "spreadsheet": ("a.docx", lambda: _archive(xl__workbook_xml=b"<x/>"), "is a ZIP spreadsheet"),
    "old Word file": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is an old Word file"),
    "picture": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "is a picture"),
    "page without text": ("a.html", lambda: b"<html><body><nav>Home</nav></body></html>", "has no text"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_says_what_is_wrong(tmp_path: Path, name: str) -> None:
    """A file that cannot be read is named, with what is wrong and what to do."""
    file, make, what = DAMAGED[name]

    with pytest.raises(DocumentUnreadable) as caught:
        read(tmp_path, make(), file)

    assert what in caught.value.what
    assert caught.value.where == str(tmp_path / file)
    assert caught.value.mend


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    """A path that is no file is told from a file that cannot be read."""
    with pytest.raises(DocumentUnreadable, match="there is no such file"):
        read_document(tmp_path / "absent.txt")
    with pytest.raises(DocumentUnreadable, match="is a folder"):
        read_document(tmp_path)


def test_a_huge_file_is_not_loaded(tmp_path: Path) -> None:
    """A file over the limit is refused by its size alone; the message says the size and the limit."""
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    with pytest.raises(DocumentUnreadable, match=r"is 200\.0 MB; at most 100\.0 MB"):
        read_document(huge)
    with pytest.raises(DocumentUnreadable, match="at most 10 bytes"):
        read(tmp_path, PLAIN.encode(), limits=ReadLimits(maximum_bytes=10))


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    """A small Word file that would unpack to gigabytes is refused before it is unpacked."""
    bomb = _archive(word__document_xml=b"0" * 2_000_000)

    with pytest.raises(DocumentUnreadable, match="unpacks to"):
        read(tmp_path, bomb, "bomb.docx", limits=ReadLimits(maximum_unpacked_bytes=1_000_000))


@pytest.mark.parametrize(("name", "content", "format"), [("a.txt", as_pdf, "pdf"), ("a.md", as_html, "html")])
def test_the_content_decides_and_not_the_name(tmp_path: Path, name: str, content: object, format: str) -> None:
    """A wrongly named file is read as what it is, and a notice says so."""
    document = read(tmp_path, content(), name)  # type: ignore[operator]

    assert document.format == format
    assert f"it was read as {format}" in document.skipped[0].reason


def _check_places(document: Document) -> None:
    """Blocks lie inside the text, in order, without overlaps, and so do notes and marks."""
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(document.text)
        assert document.text[block.start : block.end].strip() == document.text[block.start : block.end]
        position = block.end
    for place in (*document.footnotes, *document.marks):
        assert 0 <= place.start <= place.end <= len(document.text)
    assert list(document.marks) == sorted(document.marks, key=lambda mark: mark.start)


_LINES = st.sampled_from(
    ["Article 7", "1. The Parties shall", "(a) train", "Northport, 4 May 2024", "A  |  B  |  C", "• item", "[1] Note.",
     "since 2014.4 These", "Page 3 of 9", "NORTHPORT, May 4 (Agency) - Ships sailed at dawn on Monday.", "", " ", "\t"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(_LINES, st.text(max_size=60)), max_size=12).map("\n".join))


@given(_TEXTS)
def test_blocks_lie_in_order_in_any_text(text: str) -> None:
    """Whatever the text, its blocks stand in it in order without overlaps, and reading again gives the same."""
    document = document_from_text(text)

    _check_places(document)
    assert document == document_from_text(text)


@settings(max_examples=60)
@given(content=st.binary(max_size=400), start=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"# A\n"]),
       name=st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a"]))  # fmt: skip
def test_any_bytes_are_a_document_or_an_error(tmp_path: Path, content: bytes, start: bytes, name: str) -> None:
    """No bytes under any name do anything but become a document or a clear error."""
    try:
        document = read(tmp_path, start + content, name)
    except DocumentUnreadable as error:
        assert error.what
    else:
        _check_places(document)


@settings(max_examples=40)
@given(format=st.sampled_from(["html", "docx", "pdf", "md"]), place=st.floats(0, 1), byte=st.integers(0, 255))
def test_one_wrong_byte_never_crashes(tmp_path: Path, format: str, place: float, byte: int) -> None:
    """A file with one byte changed anywhere is read or refused."""
    content = bytearray(_WHOLE.setdefault(format, FORMATS[format]()))
    content[min(len(content) - 1, int(place * len(content)))] = byte
    try:
        _check_places(read(tmp_path, bytes(content), f"a.{format}"))
    except DocumentUnreadable as error:
        assert error.what


_WHOLE: dict[str, bytes] = {}
