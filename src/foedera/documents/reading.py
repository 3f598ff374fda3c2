"""A text or a file as a `Document`: read, structured, with its footnotes and facts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from foedera.documents.facts import facts_of, merge_facts
from foedera.documents.files import KNOWN, ReadLimits, format_of, load_bytes
from foedera.documents.footnotes import body_end, find_marks, find_notes, note_head
from foedera.documents.layout import lay_out
from foedera.documents.normalise import normalise_plain
from foedera.documents.pieces import RawDocument
from foedera.documents.structure import find_blocks
from foedera.model.documents import (
    Block,
    BlockKind,
    Document,
    DocumentFacts,
    DocumentId,
    Footnote,
    FootnoteMark,
    Skipped,
)
from foedera.model.errors import DocumentUnreadable

_UNMARKED = frozenset({BlockKind.FOOTNOTE, BlockKind.FURNITURE, BlockKind.PLACE_LINE})


def read_document(
    path: Path,
    facts: DocumentFacts | None = None,
    *,
    display_path: str | None = None,
    limits: ReadLimits | None = None,
) -> Document:
    """The document in one file of a known format; its id is the SHA-256 of the file's bytes.

    `facts` win over what the file says of itself. `display_path` is what `Document.path` and errors call the file,
    the path itself by default. What was not read is in `Document.skipped`. Raises DocumentUnreadable.
    """
    where = display_path if display_path is not None else str(path)
    limits = limits or ReadLimits()
    content = load_bytes(Path(path), where, limits)
    format, notice = format_of(content, str(path), where, limits)
    raw = _read_as(format, content, where, limits)
    if not raw.text.strip():
        raise DocumentUnreadable("has no text in it.", where=where, mend="Check that this is the right file.")
    if notice:
        raw = replace(raw, skipped=(Skipped("the file's name", notice), *raw.skipped))
    identity = DocumentId(hashlib.sha256(content).hexdigest())
    return make_document(raw, identity=identity, path=where, format=format, facts=facts)


def _read_as(format: str, content: bytes, where: str, limits: ReadLimits) -> RawDocument:
    try:
        return _reader_of(format)(content, where, limits)
    except DocumentUnreadable:
        raise
    except RecursionError as error:
        what = "is nested too deeply: thousands of elements lie inside each other."
        raise DocumentUnreadable(what, where=where, mend="Save its text alone, for instance as .txt.") from error
    except Exception as error:  # a library may fail in any way on a damaged file; the caller can mend only the file
        what = f"cannot be read as {format}: {type(error).__name__}: {error}."
        raise DocumentUnreadable(what, where=where, mend=f"Save or download it again. {KNOWN}") from error


def _reader_of(format: str) -> Callable[[bytes, str, ReadLimits], RawDocument]:
    # Imported here, since each brings its library with it.
    if format == "pdf":
        from foedera.documents.pdf import read_pdf

        return read_pdf
    if format == "docx":
        from foedera.documents.docx import read_docx

        return read_docx
    if format == "html":
        from foedera.documents.html import read_html

        return read_html
    if format == "md":
        from foedera.documents.markdown import read_markdown

        return read_markdown
    from foedera.documents.text import read_text

    return read_text


def document_from_text(text: str, *, path: str = "text", facts: DocumentFacts | None = None) -> Document:
    """The document that a plain text makes; its id is the SHA-256 of the text in UTF-8. Pure."""
    identity = DocumentId(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    stored = normalise_plain(text)
    return make_document(RawDocument(stored, lay_out(stored)), identity=identity, path=path, format="txt", facts=facts)


def make_document(
    raw: RawDocument, *, identity: DocumentId, path: str, format: str, facts: DocumentFacts | None = None
) -> Document:
    """The document that a reader's text makes. `facts` win over what the document says of itself."""
    stretches = raw.stretches
    given = {index: stretch.footnote for index, stretch in enumerate(stretches) if stretch.footnote is not None}
    notes: dict[int, str] = {index: number for index, number in given.items() if number is not None}
    if not notes:
        notes = find_notes(raw.text, stretches)
    blocks = find_blocks(raw.text, stretches, notes)
    footnotes = tuple(_footnote(raw.text, block) for block in blocks if block.kind is BlockKind.FOOTNOTE)
    marks = raw.marks or _marks(raw.text, blocks, footnotes)
    found = merge_facts(facts, raw.facts, facts_of(raw.text, blocks), raw.metadata)
    return Document(identity, path, raw.text, format, found, blocks, footnotes, marks, raw.skipped)


def _footnote(text: str, block: Block) -> Footnote:
    head = note_head(text[block.start : block.end])
    number = block.number or ""
    start = block.start + (head[1] if head and head[0] == number else 0)
    return Footnote(number, start, max(start, body_end(text, block.end)))


def _marks(text: str, blocks: tuple[Block, ...], footnotes: tuple[Footnote, ...]) -> tuple[FootnoteMark, ...]:
    bodies = [(block.start, block.end) for block in blocks if block.kind not in _UNMARKED]
    return find_marks(text, bodies, frozenset(note.number for note in footnotes))
