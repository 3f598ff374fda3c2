"""Text and names in the one shape in which they are compared, with the way back to the text.

Lower case, without diacritics; every mark that is no letter or digit becomes a space, so that
"Self-Defense", "Self Defense" and a "Self-\\nDefense" broken over two lines are the same. A line of
space between paragraphs stays two spaces, so no name reaches across it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_GONE = "\x01"  # stands for a character that is not compared, until it is taken out
_UNUSUAL = re.compile(r"\s{2,}|(?<=\w)[-‐‑]\s*\n\s*|\x01+")
# Letters that Unicode does not take apart, and İ, whose lower case is two characters.
_LETTERS = {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "ı": "i", "İ": "i", "ħ": "h"}


class _Table(dict[int, str]):
    """Character → its folded character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    category = unicodedata.category(character)
    if category in ("Mn", "Cf"):  # combining marks, soft hyphen, zero-width marks
        return _GONE
    if category == "Lm" or not (character.isalnum()):
        return " "
    base = unicodedata.normalize("NFD", character)
    plain = base[0] if all(unicodedata.combining(mark) for mark in base[1:]) else character
    lower = plain.lower()
    return lower if len(lower) == 1 else plain


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with a space at each end, and where its characters stood.

    `cuts` are the folded places after which `shifts` must be added to find the place in the text.
    """

    text: str
    cuts: tuple[int, ...]
    shifts: tuple[int, ...]

    def place(self, index: int) -> int:
        """The place in the original text of the folded character at `index`."""
        return index + self.shifts[bisect_right(self.cuts, index) - 1]


def fold_text(text: str) -> Folded:
    """The folded text, with the way back."""
    plain = text.translate(_TABLE)
    # Spaces that stand for punctuation must stay; only true runs of space, marked in `text`, are drawn together.
    if _UNUSUAL.search(text) is None and _GONE not in plain:
        return Folded(f" {plain} ", (0,), (-1,))
    pieces, cuts, shifts = [" "], [0], [-1]
    length, last = 1, 0
    for found in _unusual_runs(text, plain):
        start, end, instead = found
        pieces += (plain[last:start], instead)
        length += start - last + len(instead)
        cuts.append(length)
        shifts.append(end - length)
        last = end
    pieces += (plain[last:], " ")
    return Folded("".join(pieces), tuple(cuts), tuple(shifts))


def _unusual_runs(text: str, plain: str) -> list[tuple[int, int, str]]:
    """Start, end and what stands instead, for runs of space, words broken over lines, and characters not compared."""
    runs = []
    for found in _UNUSUAL.finditer(text):
        run = found.group()
        instead = "" if run[0] == _GONE else "  " if run.count("\n") > 1 else " "
        runs.append((found.start(), found.end(), instead))
    if _GONE in plain:
        runs += [(found.start(), found.end(), "") for found in re.finditer(f"{_GONE}+", plain)]
        runs.sort()
        kept: list[tuple[int, int, str]] = []
        for one in runs:
            if not kept or one[0] >= kept[-1][1]:
                kept.append(one)
        return kept
    return runs


def fold_name(name: str) -> str:
    """A name in its folded shape, without space at the ends."""
    return " ".join(name.split()).translate(_TABLE).replace(_GONE, "").strip()
