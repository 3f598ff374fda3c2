"""A text longer than the network reads at once is cut into windows; each keeps the title and what stands before it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from foedera.claims.trained.words import Numbers, Words

WHOLE = 508  # word pieces that are read at once; the base model has places for 512
SPARE = 28  # of these left free in a window, where one is not enough
BEFORE, TITLE = 200, 40  # of these, at most so many for what stands before, and for the first line


@dataclass(frozen=True, slots=True)
class Window:
    """Some words of a text, with the numbers of their sentences; claims are looked for from word `own` on."""

    words: Words
    sentences: Numbers
    own: int


def cut_windows(words: Words, whole: int = WHOLE) -> list[Window]:
    """The whole text where it fits in `whole` pieces; else sentences gathered into windows, in order. Empty for no words."""
    sentences = words.sentences
    sizes = np.array([len(pieces) for pieces in words.pieces], np.int64)
    if sizes.sum() <= whole:
        return [Window(words, sentences, 0)] if len(words) else []
    title = _up_to(sizes, np.flatnonzero(sentences == 0), TITLE)
    windows, at = [], 0
    while at < len(words):
        before = _down_to(sizes, at, BEFORE)
        head = [each for each in title if each < before]
        room = whole - SPARE - int(sizes[before:at].sum()) - int(sizes[head].sum())
        end = _whole_sentences(sentences, sizes, at, room)
        chosen = np.array([*head, *range(before, end)], np.int64)
        windows.append(Window(words.choose(chosen), sentences[chosen], len(head) + at - before))
        at = end
    return windows


def _up_to(sizes: Numbers, words: Numbers, room: int) -> list[int]:
    return [int(at) for at, total in zip(words, np.cumsum(sizes[words]), strict=True) if total <= room]


def _down_to(sizes: Numbers, at: int, room: int) -> int:
    while at > 0 and sizes[at - 1] <= room:
        at -= 1
        room -= int(sizes[at])
    return at


def _whole_sentences(sentences: Numbers, sizes: Numbers, at: int, room: int) -> int:
    """Where the last sentence ends that still fits; within the first sentence if it alone is too long."""
    end = at
    while end < len(sizes) and sizes[end] <= room:
        room -= int(sizes[end])
        end += 1
    if end == len(sizes):
        return end
    whole = end
    while whole > at and sentences[whole] == sentences[whole - 1]:
        whole -= 1
    return whole if whole > at else max(end, at + 1)
