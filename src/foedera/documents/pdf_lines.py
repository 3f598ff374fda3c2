"""The lines of a PDF page with their places and sizes of type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from foedera.documents.normalise import mark, safe

_MAYBE_MARK = re.compile(r"(?<=[^\s\d])\d{1,3}(?=\s|\Z|[,;:.)—–])|(?<=\d[.,”’)])\d{1,3}(?=\s|\Z)")
COLUMN_GAP = "    "  # between the cells of a table, as plain text shows them
_COLUMN, _WORD_GAP = 2.0, 0.15  # how wide a gap between cells and between words is, against the size of type
_RAISED = 0.85  # a mark is set at most this large, measured against the character before it


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page. Places are in points from the page's lower left corner; `size` is that of its first letter.

    `text` holds wrapped footnote marks where raised digits stand.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float


def lines_of_page(page: Any, index: int) -> list[PageLine]:
    """The lines of a page in the order of its text layer, without empty ones."""
    layer = page.get_textpage()
    try:
        whole = layer.get_text_range()
        measured = layer.count_chars() == len(whole)  # else characters and places do not correspond
        lines: list[PageLine] = []
        position = 0
        for part in re.split(r"(\r\n|\r|\n)", whole):
            if part.strip():
                line = _line(layer, part, position, index, measured)
                if measured and lines and _is_same_line(lines[-1], line):
                    lines[-1] = _joined(lines[-1], line)
                else:
                    lines.append(line)
            position += len(part)
        return lines
    finally:
        layer.close()


def _line(layer: Any, part: str, position: int, index: int, measured: bool) -> PageLine:
    # pdfium writes U+FFFE for the hyphen at a line's end; a soft hyphen says the same to the step that joins lines.
    text = part.replace("\ufffe", "\u00ad").replace("\x02", "\u00ad")
    first = position + len(part) - len(part.lstrip())
    last = position + len(part.rstrip()) - 1
    if not measured:
        return PageLine(safe(text).strip(), index, 0.0, 0.0, 0.0, 0.0, 10.0)
    left, bottom, _, top = layer.get_charbox(first, loose=True)
    _, last_bottom, right, _ = layer.get_charbox(last, loose=True)
    marked = safe(_wrap_marks(layer, text, position), keep_marks=True).strip()
    return PageLine(marked, index, left, right, min(bottom, last_bottom), top, _size(layer, first, last))


def _is_same_line(before: PageLine, line: PageLine) -> bool:
    """Whether two stretches stand side by side: pdfium ends a line at raised digits and between cells of a table."""
    level = abs(before.bottom - line.bottom) < 0.4 * before.size
    return level and line.left >= before.right - 0.2 * before.size


def _joined(before: PageLine, line: PageLine) -> PageLine:
    gap = line.left - before.right
    space = COLUMN_GAP if gap > _COLUMN * before.size else (" " if gap > _WORD_GAP * before.size else "")
    size = before.size if len(before.text) >= len(line.text) else line.size
    top, bottom = max(before.top, line.top), min(before.bottom, line.bottom)
    return PageLine(before.text + space + line.text, before.page, before.left, line.right, bottom, top, size)


def _size(layer: Any, first: int, last: int) -> float:
    """The size of type in the middle of a line: at its ends a mark may stand."""
    return round(_size_at(layer, (first + last) // 2) * 2) / 2


def _size_at(layer: Any, index: int) -> float:
    import pypdfium2

    return float(pypdfium2.raw.FPDFText_GetFontSize(layer, index))


def _wrap_marks(layer: Any, text: str, position: int) -> str:
    def wrapped(found: re.Match[str]) -> str:
        at = position + found.start()
        is_raised = _size_at(layer, at) <= _RAISED * _size_at(layer, at - 1)
        return mark(found[0]) if is_raised else found[0]

    return _MAYBE_MARK.sub(wrapped, text)
