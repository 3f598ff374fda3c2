"""A text longer than the encoder reads at once is cut into windows; each keeps the title and what stands before it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .words import Words, sentence_numbers

LARGEST = 480  # word pieces in a window; the encoder takes 512
BEFORE, TITLE = 200, 40  # of these, at most so many for what stands before, and for the first line


@dataclass(frozen=True, slots=True)
class Window:
    """Some words of a text; claims are looked for from word `own` of the window on."""

    words: Words
    sentences: np.ndarray
    own: int


def windows(words: Words) -> list[Window]:
    """The whole text where it fits; else sentences gathered into windows, in order."""
    sentences = sentence_numbers(words)
    sizes = np.array([len(p) for p in words.pieces], np.int64)
    if sizes.sum() <= LARGEST + 28:
        return [Window(words, sentences, 0)]
    title = _up_to(sizes, np.flatnonzero(sentences == 0), TITLE)
    out, at = [], 0
    while at < len(words):
        before = _down_to(sizes, at, BEFORE) if at else at
        head = [int(i) for i in title if i < before]
        room = LARGEST - int(sizes[before:at].sum()) - int(sizes[head].sum() if head else 0)
        end = _whole_sentences(sentences, sizes, at, room)
        chosen = np.array([*head, *range(before, end)], np.int64)
        out.append(Window(_select(words, chosen), sentences[chosen], len(head) + at - before))
        at = end
    return out


def _up_to(sizes: np.ndarray, indices: np.ndarray, room: int) -> list[int]:
    return [int(i) for i, total in zip(indices, np.cumsum(sizes[indices]), strict=True) if total <= room]


def _down_to(sizes: np.ndarray, at: int, room: int) -> int:
    while at > 0 and sizes[at - 1] <= room:
        at -= 1
        room -= int(sizes[at])
    return at


def _whole_sentences(sentences: np.ndarray, sizes: np.ndarray, at: int, room: int) -> int:
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


def _select(words: Words, chosen: np.ndarray) -> Words:
    return Words(
        words.text, tuple(words.pieces[i] for i in chosen), words.starts[chosen], words.ends[chosen],
        words.looks[chosen], words.breaks[chosen],
    )  # fmt: skip
