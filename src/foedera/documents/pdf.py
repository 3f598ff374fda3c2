"""Reads PDF files by their text layer: lines put together to paragraphs, page furniture and notes told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from foedera.documents.facts import metadata_facts
from foedera.documents.files import ReadLimits
from foedera.documents.normalise import compose
from foedera.documents.pdf_lines import PageLine, lines_of_page
from foedera.documents.pdf_pages import split_notes, without_frames
from foedera.documents.pdf_paragraphs import paragraphs_of
from foedera.documents.pieces import Piece, RawDocument
from foedera.model.documents import BlockKind, Skipped
from foedera.model.errors import DocumentUnreadable


def read_pdf(content: bytes, where: str, limits: ReadLimits) -> RawDocument:
    """The text layer of a PDF in paragraphs; then the notes from the feet of its pages, in order.

    Headers, footers and page numbers that return from page to page are left out. A page without text, and pictures,
    come back as skipped. Raises DocumentUnreadable if the file is encrypted, damaged, or has no text on any page.
    """
    opened = _open(content, where)
    try:
        cut_short = b"%%EOF" not in content[-2048:]
        skipped = [Skipped("the end of the file", "the file is cut short; what is left was read")] if cut_short else []
        pages, unread = _read_pages(opened, limits)
        skipped += unread
        title = str(opened.get_metadata_value("Title") or "")
    finally:
        opened.close()
    if not any(pages):
        raise _without_text(where, cut_short, pictured=any(one.where.startswith("page") for one in unread))
    pages, left_out = without_frames(pages)
    skipped += left_out
    body_size = _body_size(line for page in pages for line in page)
    body, notes = split_notes(pages, body_size)
    pieces = [
        *paragraphs_of(body, body_size),
        *(Piece(text, BlockKind.FOOTNOTE, footnote=number) for number, text in notes),
    ]
    text, stretches, marks = compose(pieces)
    return RawDocument(text, stretches, marks, metadata=metadata_facts(title), skipped=tuple(skipped))


def _open(content: bytes, where: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            mend = "Save a copy without the password."
            raise DocumentUnreadable("is encrypted: it needs a password.", where=where, mend=mend) from error
        mend = "Save or download it again."
        raise DocumentUnreadable("is damaged or cut short: no PDF reader opens it.", where=where, mend=mend) from error


def _without_text(where: str, cut_short: bool, *, pictured: bool) -> DocumentUnreadable:
    if cut_short:
        return DocumentUnreadable("is cut short: no text is left in it.", where=where, mend="Download it again.")
    if not pictured:
        what = "has no text layer on any page, and no picture of one: it is blank or damaged."
        return DocumentUnreadable(what, where=where, mend="Save or download it again.")
    mend = "Run text recognition (OCR) over it, for instance with ocrmypdf, and read the result."
    return DocumentUnreadable("has no text layer on any page: it looks like a scan.", where=where, mend=mend)


def _read_pages(opened: Any, limits: ReadLimits) -> tuple[list[list[PageLine]], list[Skipped]]:
    import pypdfium2

    pages: list[list[PageLine]] = []
    skipped: list[Skipped] = []
    count = len(opened)
    for index in range(min(count, limits.maximum_pages)):
        where = f"page {index + 1}"
        try:
            page = opened[index]
            lines = lines_of_page(page, index)
            pictures = sum(1 for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))
        except pypdfium2.PdfiumError as error:
            skipped.append(Skipped(where, f"the page is damaged: {error}"))
            pages.append([])
            continue
        pages.append(lines)
        if pictures and not lines:
            skipped.append(Skipped(where, "no text layer: a picture of text, or a picture"))
        elif pictures:
            skipped.append(Skipped(where, "a picture" if pictures == 1 else f"{pictures} pictures"))
        page.close()
    if count > limits.maximum_pages:
        skipped.append(Skipped(f"pages {limits.maximum_pages + 1} to {count}", "over the limit (maximum_pages)"))
    return pages, skipped


def _body_size(lines: Iterable[PageLine]) -> float:
    """The size of type that most characters have, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0
