"""Where the lines of a plain text belong together: paragraphs that were wrapped by hand, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from foedera.documents.numbering import read_head
from foedera.documents.pieces import Stretch
from foedera.model.documents import BlockKind

_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(r"(?<=[^\s.!?”\"’)])[ ]{2,}(?=\S)|\t+|(?<=\S)[ ]{4,}(?=\S)")
_LEADERS = re.compile(r"\s?\.{4,}\s?|(?:\s\.){3,}\s")
_BARS = re.compile(r"\s[|│┃]\s|^[|│┃]|[|│┃]$")
_SEMICOLONS = re.compile(r"\S;\S")
_SEPARATOR = re.compile(r"[\s|+:=│┼─═_-]{3,}")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[.)]\s")  # ends a sentence on the line before; nobody counts items so far
_ENDS_SENTENCE = tuple('.!?:;…”"’)]')
_NARROWEST, _WIDEST = 40, 140  # columns that text is wrapped at, by hand or by a mail program


def lay_out(text: str) -> tuple[Stretch, ...]:
    """The stretches of a plain text in order, without the white space around them.

    Lines of a paragraph wrapped at a fixed width are one stretch; the line feeds stay in the text. Rows of a table
    have their kind already, since only lines side by side show that they are rows.
    """
    groups = list(_groups(text))
    width = _wrap_width(text, groups)
    stretches: list[Stretch] = []
    for index, lines in enumerate(groups):
        stretches += _lay_out_group(text, lines, width, index)
    return tuple(stretches)


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines without a blank line between them; each line as (start, end) without trailing space."""
    group: list[tuple[int, int]] = []
    position = -1
    for found in _LINE.finditer(text):
        line = found[0]
        start, end = found.start() + len(line) - len(line.lstrip()), found.start() + len(line.rstrip())
        if start >= end:
            if group:
                yield group
                group = []
            position = found.end()
            continue
        if group and found.start() > position + 1:
            yield group
            group = []
        group.append((start, end))
        position = found.end()
    if group:
        yield group


def _wrap_width(text: str, groups: list[list[tuple[int, int]]]) -> int:
    """The column at which the text was wrapped by hand; 0 if its lines end where their thought ends."""
    widths = [end - text.rfind("\n", 0, start) - 1 for lines in groups for start, end in lines]
    if not widths or max(widths) > _WIDEST:
        return 0
    full = broken = 0
    for lines in groups:
        for (start, end), (after, _) in pairwise(lines):
            full += 1
            broken += end - start >= _NARROWEST and not text[end - 1 : end].endswith(_ENDS_SENTENCE)
            broken -= read_head(text[after : after + 40]) is not None
    return max(widths) if full >= 2 and broken * 2 > full else 0


def _lay_out_group(text: str, lines: list[tuple[int, int]], width: int, group: int) -> Iterator[Stretch]:
    rows = [is_row(text[start:end]) for start, end in lines]
    if _is_table(text, lines, rows):
        for (start, end), row in zip(lines, rows, strict=True):
            prose = not row and (end - start > 80 or text[end - 1] in ".:")
            yield Stretch(start, end, None if prose else BlockKind.ROW, group=group)
        return
    start, end = lines[0]
    for line, row, before in zip(lines[1:], rows[1:], rows, strict=False):
        if not row and not before and _continues(text, (start, end), line, width):
            end = line[1]
        else:
            yield Stretch(start, end, group=group)
            start, end = line
    yield Stretch(start, end, group=group)


def _is_table(text: str, lines: list[tuple[int, int]], rows: list[bool]) -> bool:
    strong = sum(rows)
    if strong == 0:
        return False
    if len(lines) == 1:
        start, end = lines[0]
        return bool(_LEADERS.search(text, start, end)) or len(_BARS.findall(text[start:end])) >= 3
    return strong >= 2 and strong * 2 >= len(lines) - sum(bool(_SEPARATOR.fullmatch(text[a:b])) for a, b in lines)


def is_row(line: str) -> bool:
    """Whether a line looks like a row of a table: cells parted by wide gaps, bars, dots or semicolons."""
    if "  " not in line and "\t" not in line:
        if "|" in line or "│" in line:
            return len(_BARS.findall(line)) >= 2
        if "...." in line or " . ." in line:
            return bool(_LEADERS.search(line)) and not line.rstrip().endswith("....")
        return len(_SEMICOLONS.findall(line)) >= 2
    if _LEADERS.search(line):
        return True
    cells = [cell for cell in _GAP.split(line.strip()) if cell]
    return len(cells) >= 3 or (len(cells) == 2 and min(len(cell) for cell in cells) <= 40 and len(line) <= 110)


def _continues(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before, which the page's width broke."""
    start, end = line
    if read_head(text[start : start + 40]) is not None and not _YEAR.match(text, start):
        return False
    last = text.rfind("\n", 0, before[1]) + 1
    length = before[1] - last
    ended = text[before[1] - 1] in ".!?:;…"
    if not ended and length >= _NARROWEST and (text[start].islower() or text[before[1] - 1] == ","):
        return True
    if not width:
        return False
    word = text.find(" ", start, end)
    first_word = (word if word >= 0 else end) - start
    # Full: the next word would not have fitted. A little slack, since editors break before the last columns.
    return length + 1 + first_word > width - (2 if ended else 8)
