"""The numbers that Word draws before list entries, headings and articles: they are not in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: the format of its own number, and the pattern that holds it."""

    format: str
    pattern: str
    start: int


class ListNumbers:
    """Counts the entries of a document's lists as Word does; paragraphs have to be asked in text order."""

    def __init__(self, opened: Any) -> None:
        self._lists, self._abstract = _definitions(opened)
        self._styles = {style.style_id: style.element.find(f"{_W}pPr/{_W}numPr") for style in opened.styles}
        self._counts: dict[str, list[int]] = {}

    def label_of(self, paragraph: Any) -> str | None:
        """What Word draws before the paragraph ("Article 7", "(a)", "3."), "•" for a bullet, None for nothing."""
        place = self._place_of(paragraph)
        if place is None:
            return None
        abstract, depth = place
        levels = self._abstract.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.format == "none":
            return None
        if level.format == "bullet":
            return "•"
        counts = self._counts.setdefault(abstract, [0] * _DEEPEST)
        for index in range(depth):  # a level above that no entry has opened shows its first number
            if counts[index] == 0 and index in levels:
                counts[index] = levels[index].start
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        return _PLACE.sub(lambda found: _number_at(levels, counts, int(found[1]) - 1), level.pattern).strip() or None

    def _place_of(self, paragraph: Any) -> tuple[str, int] | None:
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        inherited = self._styles.get(style.get(f"{_W}val")) if style is not None else None
        list_id = _value(own, "numId") or _value(inherited, "numId")
        depth = _value(own, "ilvl") or _value(inherited, "ilvl") or "0"
        if list_id is None or list_id not in self._lists or not depth.isdigit() or int(depth) >= _DEEPEST:
            return None
        return self._lists[list_id], int(depth)


def _value(properties: Any, name: str) -> str | None:
    element = properties.find(f"{_W}{name}") if properties is not None else None
    return str(element.get(f"{_W}val") or "") or None if element is not None else None


def _definitions(opened: Any) -> tuple[dict[str, str], dict[str, dict[int, _Level]]]:
    """List id -> definition id, and definition id -> its levels; empty where the file has no lists."""
    try:
        root = opened.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return {}, {}
    abstract = {
        str(definition.get(f"{_W}abstractNumId")): {
            int(level.get(f"{_W}ilvl") or 0): _level_of(level) for level in definition.iterchildren(f"{_W}lvl")
        }
        for definition in root.iterchildren(f"{_W}abstractNum")
    }
    lists = {
        str(entry.get(f"{_W}numId")): _value(entry, "abstractNumId") or "" for entry in root.iterchildren(f"{_W}num")
    }
    return lists, abstract


def _level_of(level: Any) -> _Level:
    start = _value(level, "start") or "1"
    return _Level(
        _value(level, "numFmt") or "decimal", _value(level, "lvlText") or "", int(start) if start.isdigit() else 1
    )


def _number_at(levels: dict[int, _Level], counts: list[int], index: int) -> str:
    if not 0 <= index < _DEEPEST or index not in levels:
        return ""
    return _written(counts[index], levels[index].format)


def _written(number: int, format: str) -> str:
    if format in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
        return letter if format == "lowerLetter" else letter.upper()
    if format in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if format == "lowerRoman" else roman.upper()
    return f"{number:02d}" if format == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
                           (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):  # fmt: skip
        count, number = divmod(number, value)
        written += letters * count
    return written
