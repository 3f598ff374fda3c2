"""The words of a text as the network sees them: their pieces, how they are written, where lines break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.claims.trained.wordpieces import Vocabulary

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Words:
    """Words of a text, in its order. `starts` and `ends` are code points of the whole text, also in a part of it.

    `looks` tells how a word is written (see `_look`), `breaks` how many lines end before it: 0, 1, or 2 for more.
    """

    text: str
    pieces: tuple[tuple[int, ...], ...]
    starts: Numbers
    ends: Numbers
    looks: Numbers
    breaks: Numbers

    def __len__(self) -> int:
        return len(self.pieces)

    def form(self, at: int) -> str:
        """The word as the text writes it."""
        return self.text[self.starts[at] : self.ends[at]]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last of the words that the characters `start` to `end` touch; last < first if none."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        return first, int(np.searchsorted(self.starts, end, side="left")) - 1

    def choose(self, chosen: Numbers) -> Words:
        """Only these words."""
        pieces = tuple(self.pieces[at] for at in chosen)
        return Words(self.text, pieces, self.starts[chosen], self.ends[chosen], self.looks[chosen], self.breaks[chosen])

    @cached_property
    def sentences(self) -> Numbers:
        """The number of each word's sentence: a rough cut, at full stops before capitals and at line breaks.

        It is the cut that the network was trained with, and only for it; claims stand in the sentences of the reading.
        """
        numbers, current = np.zeros(len(self), np.int64), 0
        for at in range(1, len(self)):
            if self.breaks[at] or _ends_before(self, at):
                current += 1
            numbers[at] = current
        return numbers


def split_words(text: str, vocabulary: Vocabulary) -> Words:
    """The words of `text`."""
    cut = list(vocabulary.words(text))
    forms = [text[word.start : word.end] for word in cut]
    return Words(
        text,
        tuple(word.pieces for word in cut),
        np.array([word.start for word in cut], np.int64),
        np.array([word.end for word in cut], np.int64),
        np.array([_look(form) for form in forms], np.int64),
        np.array(_breaks(text, [0, *(word.end for word in cut)], [word.start for word in cut]), np.int64),
    )


def _breaks(text: str, ends: Sequence[int], starts: Sequence[int]) -> list[int]:
    found = [min(text.count("\n", end, start), 2) for end, start in zip(ends, starts, strict=False)]
    return [2, *found[1:]] if found else []


def _look(form: str) -> int:
    """0 small letters, 1 a capital first, 2 one capital, 3 all capitals, 4 digits, 5 digits and letters, 6 mixed."""
    if any(letter.isdigit() for letter in form):
        return 5 if any(letter.isalpha() for letter in form) else 4
    if form.isupper():
        return 3 if len(form) > 1 else 2
    if form[:1].isupper():
        return 1
    return 6 if any(letter.isupper() for letter in form) else 0


_END = re.compile(r"[.!?]")
_SHORT = frozenset(
    """mr mrs ms dr prof gen col lt capt cdr adm st no art arts vs jan feb mar apr jun jul aug sep sept oct nov dec
    sen rep hon brig maj sgt cmdr""".split()
)


def _ends_before(words: Words, at: int) -> bool:
    before = words.form(at - 1)
    closing = before in "\"'”’)]" and at > 1 and _END.fullmatch(words.form(at - 2)) is not None
    if not (_END.fullmatch(before) or closing) or words.starts[at] == words.ends[at - 1]:
        return False
    if words.looks[at] == 0:
        return False
    if before == "." and at > 1 and words.starts[at - 1] == words.ends[at - 2]:
        stem = words.form(at - 2)
        return not (len(stem) == 1 and stem.isalpha()) and stem.lower() not in _SHORT
    return True
