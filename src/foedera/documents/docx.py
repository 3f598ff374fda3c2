"""Reads Word files (.docx): paragraphs by their styles, numbered lists, tables, footnotes and endnotes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from foedera.documents.docx_numbers import ListNumbers
from foedera.documents.facts import metadata_facts
from foedera.documents.files import ReadLimits
from foedera.documents.normalise import compose, mark, row, safe
from foedera.documents.pieces import Piece, RawDocument
from foedera.model.documents import BlockKind, Skipped
from foedera.model.errors import DocumentUnreadable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
# Deleted or moved text, hidden drawings, and text boxes (which Word stores twice).
_UNREAD = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "txbxContent", "object"))
_DRAWINGS = frozenset((f"{_W}drawing", f"{_W}pict"))
_HEADING = re.compile(r"heading ?(\d)", re.IGNORECASE)
_RAISED = re.compile(r"\d{1,3}")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def read_docx(content: bytes, where: str, limits: ReadLimits) -> RawDocument:
    """The text of the body in order, then its footnotes and endnotes, numbered as Word numbers them.

    Numbers that Word draws before list entries and articles are part of the text. Text that was deleted under
    tracked changes is left out. Links are not followed. Raises DocumentUnreadable for a damaged file.
    """
    from docx import Document

    try:
        opened = Document(io.BytesIO(content))
    except Exception as error:  # python-docx lets the errors of zipfile, lxml and its own parts through
        what = f"is damaged: {type(error).__name__}: {error}."
        raise DocumentUnreadable(what, where=where, mend="Open it in a word processor and save it again.") from error
    walk = _Walk(opened)
    pieces = list(walk.pieces(opened.element.body))
    pieces += walk.notes()
    text, stretches, marks = compose(pieces)
    return RawDocument(
        text, stretches, marks, metadata=metadata_facts(opened.core_properties.title), skipped=walk.skipped()
    )


class _Walk:
    """One pass over the body; keeps the notes that are cited, in order, and counts what is left out."""

    def __init__(self, opened: Any) -> None:
        self._opened = opened
        self._numbers = ListNumbers(opened)
        self._styles = {style.style_id: style.name or "" for style in opened.styles}
        self._bodies = {name: _note_bodies(opened, name) for name in ("footnotes", "endnotes")}
        self._cited: dict[tuple[str, str], str] = {}
        self._left_out: dict[str, int] = {}

    def pieces(self, parent: Any) -> Iterator[Piece]:
        """The pieces under a body, cell or content control, in order."""
        for child in parent.iterchildren():
            if child.tag == f"{_W}p":
                yield self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
                yield from self.pieces(child)

    def notes(self) -> Iterator[Piece]:
        """The bodies of the notes that the text cites, in the order of citation."""
        for (kind, identity), number in self._cited.items():
            body = self._bodies[kind].get(identity)
            if body is None:
                self._count(f"note {number}: its text is missing")
                continue
            text = " ".join(self._text(paragraph) for paragraph in body.iter(f"{_W}p"))
            yield Piece(f"{number}. {text}", BlockKind.FOOTNOTE, footnote=number)

    def skipped(self) -> tuple[Skipped, ...]:
        """What was left out, by sort."""
        if any(_has_text(part) for part in _frames(self._opened)):
            self._count("page headers and footers (page furniture)")
        return tuple(
            Skipped("the file", f"{count} × {what}" if count > 1 else what) for what, count in self._left_out.items()
        )

    def _paragraph(self, paragraph: Any) -> Piece:
        style = self._style_of(paragraph)
        text = self._text(paragraph)
        if not text.strip():
            return Piece("")
        label = self._numbers.label_of(paragraph)
        heading = _HEADING.fullmatch(style)
        if style.lower() == "title":
            return Piece(text, BlockKind.TITLE)
        if heading:
            return Piece(f"{label} {text}" if label else text, BlockKind.HEADING, level=int(heading[1]))
        if style.lower() == "caption":
            return Piece(text, BlockKind.CAPTION)
        if label == "•" or style.lower().startswith("list bullet"):
            return Piece(text, BlockKind.ITEM, tight=True)
        if label:
            return Piece(f"{label} {text}")
        return Piece(text, BlockKind.ITEM if style.lower().startswith("list ") else None)

    def _style_of(self, paragraph: Any) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return self._styles.get(style.get(f"{_W}val"), "") if style is not None else ""

    def _table(self, table: Any) -> Iterator[Piece]:
        for line in table.iterchildren(f"{_W}tr"):
            cells = list(line.iterchildren(f"{_W}tc"))
            if len(cells) == 1:  # a table that lays out the page
                yield from self.pieces(cells[0])
                continue
            texts = [" ".join(self._text(part) for part in cell.iter(f"{_W}p")).strip() for cell in cells]
            if any(texts):
                yield Piece(row(texts), BlockKind.ROW, tight=True)

    def _text(self, element: Any) -> str:
        parts: list[str] = []
        self._collect(element, parts)
        return "".join(parts)

    def _collect(self, element: Any, parts: list[str]) -> None:
        for child in element.iterchildren():
            tag = child.tag
            if tag == f"{_W}t":
                parts.append(self._run_text(element, safe(child.text or ""), parts))
            elif tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
                parts.append(" ")
            elif tag == f"{_W}noBreakHyphen":
                parts.append("-")
            elif tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
                parts.append(
                    self._cite(f"{tag.removeprefix(_W).removesuffix('Reference')}s", child.get(f"{_W}id") or "")
                )
            elif tag in _DRAWINGS:
                self._count("a text box" if next(child.iter(f"{_W}txbxContent"), None) is not None else "a picture")
            elif tag == f"{_W}r" and _is_hidden(child):
                self._count("hidden text")
            elif isinstance(tag, str) and tag.endswith("}Fallback"):
                continue
            elif tag not in _UNREAD and isinstance(tag, str):
                self._collect(child, parts)

    def _run_text(self, run: Any, text: str, parts: list[str]) -> str:
        """The text of a run; raised digits glued to a word are the mark of a note that was typed by hand."""
        raised = run.find(f"{_W}rPr/{_W}vertAlign")
        if raised is None or raised.get(f"{_W}val") != "superscript" or not _RAISED.fullmatch(text):
            return text
        before = "".join(parts[-1:])[-1:]
        unit = text in ("2", "3") and re.search(r"\b[kcm]?m\Z", "".join(parts[-2:]))
        return text if not before or before.isspace() or before.isdigit() or unit else mark(text)

    def _cite(self, kind: str, identity: str) -> str:
        key = (kind, identity)
        if key not in self._cited:
            count = 1 + sum(1 for other, _ in self._cited if other == kind)
            roman = kind == "endnotes" and bool(self._bodies["footnotes"]) and count < len(_ROMAN)
            self._cited[key] = _ROMAN[count] if roman else str(count)
        return mark(self._cited[key])

    def _count(self, what: str) -> None:
        self._left_out[what] = self._left_out.get(what, 0) + 1


def _note_bodies(opened: Any, kind: str) -> dict[str, Any]:
    """The notes of a kind by Word's own id; the separators that Word keeps among them are not notes."""
    from docx.oxml.parser import parse_xml

    for relation in opened.part.rels.values():
        if relation.reltype == f"{_PART}{kind}" and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            notes = root.iterchildren(f"{_W}{kind.removesuffix('s')}")
            return {note.get(f"{_W}id"): note for note in notes if note.get(f"{_W}type") in (None, "normal")}
    return {}


def _frames(opened: Any) -> Iterator[Any]:
    for section in opened.sections:
        for part in (section.header, section.footer):
            if not part.is_linked_to_previous:
                yield part


def _has_text(part: Any) -> bool:
    return any(paragraph.text.strip() for paragraph in part.paragraphs)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(f"{_W}val") not in ("0", "false")
