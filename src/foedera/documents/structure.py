"""What each stretch of a text is: title, headings, paragraphs, articles, items, rows, place lines, furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from foedera.documents.articles import carry_numbers
from foedera.documents.datelines import begins_with_place, dateline_length, is_date_alone, is_place_line
from foedera.documents.dates import DATE, MONTH
from foedera.documents.furniture import is_breadcrumb, is_furniture
from foedera.documents.headings import is_capitals, is_caption, is_heading_like, is_subtitle_like, is_title_like
from foedera.documents.numbering import Head, Marker, read_head
from foedera.documents.pieces import Stretch
from foedera.model.documents import Block, BlockKind

_NAMELESS_DATE = re.sub(r"\?P<\w+>", "?:", DATE)
_ENTRY = re.compile(
    rf"(?:(?:before|after|since|from|until|by|early|late|mid-?|winter|spring|summer|autumn|end)\s*)?"
    rf"(?:{_NAMELESS_DATE}|(?:19|20)\d\d(?:\s?[-–—/]\s?\d{{2,4}})?|[0-3]?\d\s{MONTH}|{MONTH}\s[0-3]?\d)"
    r"[^.:—│|]{0,40}?(?:\s*[:│|]|\s+[–—-]|\.|\s{2,})\s*(?=\S)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"(\d{1,2}) (?=[A-Z])")  # "4 Entry into force", over its own paragraph
_HEAD_OF_TEXT, _FOOT_OF_TEXT = 8, 4  # stretches among which the place line of a text stands


@dataclass(frozen=True, slots=True)
class _Line:
    """A stretch with its words and what stands around it."""

    stretch: Stretch
    text: str
    index: int
    alone: bool  # blank lines before and after
    first: bool  # first of its group
    last: bool  # last of the whole text


def find_blocks(text: str, stretches: Sequence[Stretch], notes: Mapping[int, str] | None = None) -> tuple[Block, ...]:
    """The blocks of a text in order, without overlaps; white space lies between them.

    `notes` are stretches known to be footnotes, by index. A block that continues an article carries the article's
    number, whether it is a paragraph, an item or a row; an item's own letter still stands in the text. A numbered
    paragraph outside articles has its own number ("3").
    """
    lines = list(_lines(text, stretches))
    dates_alone = sum(1 for line in lines if len(line.text) <= 40 and is_date_alone(line.text))
    entries = sum(1 for line in lines if line.text[:1].isalnum() and _ENTRY.match(line.text))
    labelled: list[Block] = []
    titled = False
    for line in lines:
        if notes and line.index in notes:
            labelled.append(Block(BlockKind.FOOTNOTE, line.stretch.start, line.stretch.end, notes[line.index]))
            continue
        before = labelled[-1] if labelled else None
        following = lines[line.index + 1] if line.index + 1 < len(lines) else None
        blocks = _label(line, before, following, titled=titled, dates_alone=dates_alone, entries=entries)
        titled = titled or any(block.kind is not BlockKind.FURNITURE for block in blocks)
        labelled += blocks
    return carry_numbers(text, _level_headings(text, labelled))


def _lines(text: str, stretches: Sequence[Stretch]) -> Iterator[_Line]:
    count = len(stretches)
    for index, stretch in enumerate(stretches):
        first = index == 0 or stretches[index - 1].group != stretch.group
        final = index + 1 == count or stretches[index + 1].group != stretch.group
        yield _Line(stretch, text[stretch.start : stretch.end], index, first and final, first, index + 1 == count)


def _label(
    line: _Line, before: Block | None, following: _Line | None, *, titled: bool, dates_alone: int, entries: int
) -> list[Block]:
    """The block of one line; two where a dateline stands before the paragraph."""
    stretch, text = line.stretch, line.text
    if stretch.kind is not None and stretch.kind is not BlockKind.PARAGRAPH:
        return [_as_given(stretch, text)]
    kind = BlockKind.PARAGRAPH
    if is_furniture(text) or (is_breadcrumb(text) and (line.alone or line.last or not titled)):
        kind = BlockKind.FURNITURE
    elif _is_place(line, before, dates_alone):
        kind = BlockKind.PLACE_LINE
    elif not titled and stretch.kind is None and following is not None and _is_title(line, following):
        kind = BlockKind.TITLE
    if kind is not BlockKind.PARAGRAPH:
        return [Block(kind, stretch.start, stretch.end)]
    head = Head(Marker.PARAGRAPH, stretch.number, 0) if stretch.number else read_head(text)
    if head is not None:
        return [_numbered(line, head, following)]
    if entries >= 3 and text[0].isalnum() and _ENTRY.match(text):
        return [Block(BlockKind.ITEM, stretch.start, stretch.end)]
    if _is_subtitle(line, before):
        return [Block(BlockKind.TITLE, stretch.start, stretch.end)]
    if is_caption(text):
        return [Block(BlockKind.CAPTION, stretch.start, stretch.end)]
    length = dateline_length(text, at_head=line.index < 4)
    if length:
        return _split_dateline(stretch, text, length)
    if before is not None and stretch.kind is None and _is_title_of_article(line, before, following):
        return [Block(BlockKind.HEADING, stretch.start, stretch.end, level=before.level)]
    if stretch.kind is None and _is_heading(line, following):
        bare = _BARE_NUMBER.match(text)
        return [Block(BlockKind.HEADING, stretch.start, stretch.end, bare[1] if bare else None, level=1)]
    return [Block(BlockKind.PARAGRAPH, stretch.start, stretch.end)]


def _as_given(stretch: Stretch, text: str) -> Block:
    kind = stretch.kind or BlockKind.PARAGRAPH
    number = stretch.number
    if number is None and kind in (BlockKind.HEADING, BlockKind.ITEM):
        head = read_head(text)
        number = head.number if head else None
    return Block(kind, stretch.start, stretch.end, number, stretch.level)


def _is_place(line: _Line, before: Block | None, dates_alone: int) -> bool:
    near_head = line.index < _HEAD_OF_TEXT or (before is not None and before.kind is BlockKind.TITLE)
    if not (near_head or line.last) or not is_place_line(line.text):
        return False
    if line.index == 0 and not begins_with_place(line.text):
        return False
    return dates_alone < 3 or not is_date_alone(line.text)


def _is_title(line: _Line, following: _Line) -> bool:
    if not is_title_like(line.text) or dateline_length(line.text, at_head=True):
        return False
    head = read_head(line.text)
    if head is not None and head.marker not in (Marker.CONTAINER, Marker.PROVISION, Marker.CAPITAL):
        return False
    if head is not None and head.marker is Marker.PROVISION and not is_heading_like(line.text):
        return False
    # A first line no shorter than the next, in one group and with a stop, is the first of several like it.
    return not (line.text.endswith((".", "!")) and following.stretch.group == line.stretch.group)


def _is_subtitle(line: _Line, before: Block | None) -> bool:
    return (
        before is not None
        and before.kind is BlockKind.TITLE
        and not line.first
        and line.stretch.kind is None
        and is_subtitle_like(line.text)
    )


def _numbered(line: _Line, head: Head, following: _Line | None) -> Block:
    stretch, text = line.stretch, line.text
    rest = text[head.length :]
    given = stretch.kind is BlockKind.PARAGRAPH
    short = not given and (not rest or (is_heading_like(rest)))
    short = short and ". " not in rest
    level = 2 if head.marker in (Marker.PROVISION, Marker.MULTILEVEL) else 1
    if head.marker in (Marker.PROVISION, Marker.CONTAINER, Marker.MULTILEVEL, Marker.ROMAN, Marker.CAPITAL):
        if short and following is not None and (line.first or not rest):
            return Block(BlockKind.HEADING, stretch.start, stretch.end, head.number, level)
        number = None if head.marker is Marker.CAPITAL else head.number  # "A. Smith", "A. They could": no number
        return Block(BlockKind.PARAGRAPH, stretch.start, stretch.end, number)
    if head.marker is Marker.PARAGRAPH and line.alone:
        if short and following is not None and not _is_same_list(following):
            return Block(BlockKind.HEADING, stretch.start, stretch.end, head.number, level)
        return Block(BlockKind.PARAGRAPH, stretch.start, stretch.end, head.number)
    return Block(BlockKind.ITEM, stretch.start, stretch.end, head.number)


def _is_same_list(following: _Line) -> bool:
    head = read_head(following.text)
    return head is not None and head.marker is Marker.PARAGRAPH


def _is_title_of_article(line: _Line, before: Block, following: _Line | None) -> bool:
    """Whether a line stands right under a bare "Article 7" and names its matter."""
    numbered = before.kind is BlockKind.HEADING and before.number is not None
    bare = numbered and before.end - before.start <= len(before.number or "") + 2
    return bare and not line.first and following is not None and is_heading_like(line.text)


def _is_heading(line: _Line, following: _Line | None) -> bool:
    if following is None or not line.first or not is_heading_like(line.text):
        return False
    if following.stretch.kind is BlockKind.ROW:
        return True
    if line.alone or (line.text.endswith("?") and not following.text.endswith("?")):
        return True
    # Over the lines of its own group: they have to be more than a list of short lines like it.
    return len(following.text) > len(line.text) + 20 or read_head(following.text) is not None


def _split_dateline(stretch: Stretch, text: str, length: int) -> list[Block]:
    if length == len(text):
        return [Block(BlockKind.DATELINE, stretch.start, stretch.end)]
    rest = stretch.start + length + len(text[length:]) - len(text[length:].lstrip())
    return [
        Block(BlockKind.DATELINE, stretch.start, stretch.start + length),
        Block(BlockKind.PARAGRAPH, rest, stretch.end),
    ]


def _level_headings(text: str, blocks: list[Block]) -> list[Block]:
    """Headings in capitals stand over the others, where a text has both."""
    plain = [block for block in blocks if block.kind is BlockKind.HEADING and block.level == 1 and block.number is None]
    capitals = {block.start for block in plain if is_capitals(text[block.start : block.end])}
    if not capitals or len(capitals) == len(plain):
        return blocks
    return [replace(block, level=2) if block in plain and block.start not in capitals else block for block in blocks]
