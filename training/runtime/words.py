"""Text → word pieces and the words that they make, with their places in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tokenizers import Tokenizer


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: their word pieces, offsets (code points) and looks."""

    text: str
    pieces: tuple[tuple[int, ...], ...]  # word-piece ids of each word
    starts: np.ndarray
    ends: np.ndarray
    looks: np.ndarray  # how a word is written: see `_look`
    breaks: np.ndarray  # line breaks before a word: 0, 1, or 2 for a paragraph

    def __len__(self) -> int:
        return len(self.pieces)

    def form(self, i: int) -> str:
        """The word as the text writes it."""
        return self.text[self.starts[i] : self.ends[i]]

    def slice(self, first: int, last: int) -> str:
        """The text from the first word to the last, both included."""
        return self.text[self.starts[first] : self.ends[last]]


def split_words(text: str, tokenizer: Tokenizer) -> Words:
    """The words of `text` as the model's tokenizer cuts them."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    pieces: list[list[int]] = []
    spans: list[list[int]] = []
    last = None
    for piece, word, (start, end) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
        if word != last:
            pieces.append([])
            spans.append([start, end])
            last = word
        pieces[-1].append(piece)
        spans[-1][1] = max(spans[-1][1], end)
    starts = np.array([s for s, _ in spans], dtype=np.int64)
    ends = np.array([e for _, e in spans], dtype=np.int64)
    looks = [_look(text[s:e]) for s, e in spans]
    gaps = [text[a:b] for a, b in zip([0, *ends[:-1]], starts, strict=False)]
    breaks = [min(gap.count("\n"), 2) for gap in gaps]
    if breaks:
        breaks[0] = 2
    return Words(
        text, tuple(tuple(p) for p in pieces), starts, ends, np.array(looks, np.int64), np.array(breaks, np.int64)
    )


def _look(form: str) -> int:
    if any(c.isdigit() for c in form):
        return 5 if any(c.isalpha() for c in form) else 4
    if form.isupper():
        return 3 if len(form) > 1 else 2
    if form[:1].isupper():
        return 1
    return 6 if any(c.isupper() for c in form) else 0


_END = re.compile(r"[.!?]")


def sentence_numbers(words: Words) -> np.ndarray:
    """For each word the number of its sentence: a rough cut at full stops before capitals and at line breaks."""
    numbers, current = [], 0
    for i in range(len(words)):
        if i and (words.breaks[i] or _ends_before(words, i)):
            current += 1
        numbers.append(current)
    return np.array(numbers, np.int64)


def _ends_before(words: Words, i: int) -> bool:
    before = words.form(i - 1)
    closing = before in "\"'”’)]" and i > 1 and _END.fullmatch(words.form(i - 2)) is not None
    if not (_END.fullmatch(before) or closing) or words.starts[i] == words.ends[i - 1]:
        return False
    if words.looks[i] == 0:
        return False
    if before == "." and i > 1 and words.starts[i - 1] == words.ends[i - 2]:
        stem = words.form(i - 2)
        return not (len(stem) == 1 and stem.isalpha()) and stem.lower() not in _SHORT
    return True


_SHORT = frozenset(
    "mr mrs ms dr prof gen col lt capt cdr adm st no art arts vs jan feb mar apr jun jul aug sep sept oct nov dec sen rep hon brig maj sgt cmdr".split()
)
