"""Words → the numbers that the network is given."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from foedera.claims.trained.words import Numbers, Words

FIRST, LAST = 101, 102  # the pieces that open and close a text in the base model's vocabulary
DISTANCES, SENTENCES = 34, 9  # how many buckets there are
_EDGES = np.array([1, 2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 42, 60, 90, 140])
_AROUND, _EDGE_LOOK, _EDGE_BREAK = 3, 7, 3


def piece_features(words: Words) -> dict[str, npt.NDArray[np.generic]]:
    """As a batch of one: numbers of pieces, looks, breaks, and `pool`, which averages the pieces of each word."""
    lengths = np.array([len(pieces) for pieces in words.pieces], np.int64)
    count = int(lengths.sum()) + 2
    ids = np.array([FIRST, *(piece for pieces in words.pieces for piece in pieces), LAST], np.int64)
    looks, breaks = np.full(count, _EDGE_LOOK, np.int64), np.full(count, _EDGE_BREAK, np.int64)
    owners = np.repeat(np.arange(len(words)), lengths)
    looks[1:-1] = words.looks[owners]
    breaks[1:-1] = 0
    breaks[1 + np.cumsum(lengths) - lengths] = words.breaks
    pool = np.zeros((len(words), count), np.float32)
    pool[owners, np.arange(1, count - 1)] = 1.0 / lengths[owners].astype(np.float32)
    return {"pieces": ids[None], "looks": looks[None], "breaks": breaks[None], "pool": pool[None]}


def distance_buckets(anchor: int, count: int) -> Numbers:
    """How far each word stands from the anchor, in buckets: 1 to 15 before, 16 the anchor, 17 to 31 after."""
    offset = np.arange(count) - anchor
    size = np.searchsorted(_EDGES, np.abs(offset), side="right")
    return (16 + np.sign(offset) * size).astype(np.int64)


def sentence_buckets(anchor: int, sentences: Numbers) -> Numbers:
    """The sentence of each word beside the anchor's: 0 for three or more before, to 6 after; 7 for the first line."""
    offset = np.clip(sentences - sentences[anchor], -_AROUND, _AROUND) + _AROUND
    return np.where((sentences == 0) & (offset != _AROUND), 7, offset).astype(np.int64)
