"""Lines of a PDF put together to paragraphs, by their gaps, indents, sizes and stops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foedera.documents.layout import is_row
from foedera.documents.normalise import join_lines, row, without_marks
from foedera.documents.numbering import read_head
from foedera.documents.pdf_lines import COLUMN_GAP, PageLine
from foedera.documents.pieces import Piece
from foedera.model.documents import BlockKind

_LARGE = 1.15  # headings are set larger than the text, by at least this
_WIDE_GAP = 1.35  # between paragraphs, against the usual distance between lines
_LEADING = 1.2  # the usual distance between lines, against the size of type
_STOPS = (".", "!", "?", ":", ";", "”", '"', ")", "…")


@dataclass(frozen=True, slots=True)
class _Page:
    """How a document is set: the distance between lines, where full lines end, the size of its text, all in points.

    `parted`: paragraphs stand apart by gaps, so that a line without one before it begins none.
    """

    pitch: float
    edge: float
    body_size: float
    parted: bool


def paragraphs_of(lines: Sequence[PageLine], body_size: float) -> Iterator[Piece]:
    """The paragraphs in order; type larger than the text makes titles (on the first page) and headings."""
    page = _measure(lines, body_size)
    largest = max((line.size for line in lines if line.page == lines[0].page), default=body_size)
    titled = False
    run: list[PageLine] = []
    for line in [*lines, None]:
        if run and (line is None or _begins_anew(run[-1], line, page)):
            piece = _piece(run, body_size, largest, titled)
            titled = titled or piece.kind is BlockKind.TITLE
            yield piece
            run = []
        if line is not None:
            run.append(line)


def _measure(lines: Sequence[PageLine], body_size: float) -> _Page:
    steps = sorted(
        before.top - line.top
        for before, line in pairwise(lines)
        if before.page == line.page and line.size == before.size == body_size and 0 < before.top - line.top < 60
    )
    # The narrow ones: in a text of short paragraphs most steps are the gaps between them.
    pitch = steps[len(steps) // 10] if steps else 0.0
    wide = sum(step > _WIDE_GAP * max(pitch, _LEADING * body_size) for step in steps)
    return _Page(pitch, _right_edge(lines), body_size, parted=wide >= 2 and wide * 25 >= len(steps))


def _right_edge(lines: Sequence[PageLine]) -> float:
    """Where full lines end: the end that nine lines in ten do not pass."""
    ends = sorted(line.right for line in lines)
    return ends[min(len(ends) - 1, len(ends) * 9 // 10)] if ends else 0.0


def _begins_anew(before: PageLine, line: PageLine, page: _Page) -> bool:
    """Whether a line begins a paragraph, heading, item or row of its own."""
    if abs(line.size - before.size) > 0.08 * before.size or is_row(line.text) or is_row(before.text):
        return True
    text, last = without_marks(line.text), without_marks(before.text).rstrip()
    stopped = last.endswith(_STOPS)
    short = _would_have_fitted(before, text, page.edge)
    if read_head(text) is not None and (stopped or short):
        return True
    step = before.top - line.top
    if before.page != line.page or step <= 0:  # a new page or column: only a stop before it ends a paragraph
        return stopped and not text[:1].islower() and (short or not page.parted)
    if step > _WIDE_GAP * max(page.pitch, _LEADING * line.size):
        return True
    if page.parted or line.size > page.body_size:  # paragraphs are parted by gaps, and there is none here
        return False
    return (line.left > before.left + line.size and stopped) or (short and (stopped or text[:1].isupper()))


def _would_have_fitted(before: PageLine, text: str, edge: float) -> bool:
    """Whether the next word had room on the line before: then the line ended because its paragraph did."""
    width = (before.right - before.left) / max(1, len(without_marks(before.text)))
    return before.right + width * (1 + len(text.split(" ", 1)[0])) < edge - 2 * width


def _piece(run: list[PageLine], body_size: float, largest: float, titled: bool) -> Piece:
    if len(run) == 1 and COLUMN_GAP in run[0].text and is_row(run[0].text):
        return Piece(row(cell for cell in run[0].text.split(COLUMN_GAP) if cell), BlockKind.ROW, tight=True)
    text = join_lines(line.text for line in run)
    size = run[0].size
    if size >= _LARGE * body_size and len(text) < 300:
        if not titled and run[0].page == 0 and size == largest:
            return Piece(text, BlockKind.TITLE)
        return Piece(text, BlockKind.HEADING, level=1 if size >= 1.4 * body_size else 2)
    return Piece(text)
