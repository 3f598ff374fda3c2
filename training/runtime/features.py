"""Words → the numbers that the network is given."""

from __future__ import annotations

import numpy as np

from .words import Words

FIRST, LAST = 101, 102  # [CLS] and [SEP] of the uncased BERT vocabulary
DISTANCES, SENTENCES = 34, 9
_EDGES = np.array([1, 2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 42, 60, 90, 140])


def piece_features(words: Words, first: int = 0, last: int | None = None) -> dict[str, np.ndarray]:
    """Piece ids, looks, breaks and the pooling matrix of the words `first:last`, as a batch of one."""
    chosen = range(first, len(words) if last is None else last)
    ids, looks, breaks, owner = [FIRST], [7], [3], [-1]
    for n, i in enumerate(chosen):
        for k, piece in enumerate(words.pieces[i]):
            ids.append(piece)
            looks.append(int(words.looks[i]))
            breaks.append(int(words.breaks[i]) if k == 0 else 0)
            owner.append(n)
    ids.append(LAST), looks.append(7), breaks.append(3), owner.append(-1)
    pool = np.zeros((len(chosen), len(ids)), np.float32)
    for at, n in enumerate(owner):
        if n >= 0:
            pool[n, at] = 1.0
    pool /= np.maximum(pool.sum(1, keepdims=True), 1.0)
    return {
        "pieces": np.array([ids], np.int64),
        "mask": np.ones((1, len(ids)), np.int64),
        "looks": np.array([looks], np.int64),
        "breaks": np.array([breaks], np.int64),
        "pool": pool[None],
    }


def distance_buckets(anchor: int, count: int) -> np.ndarray:
    """How far each word stands from the anchor, in buckets: 0..15 before, 16 the anchor, 17..32 after."""
    offset = np.arange(count) - anchor
    size = np.searchsorted(_EDGES, np.abs(offset), side="right")
    return (16 + np.sign(offset) * size).astype(np.int64)


def sentence_buckets(anchor: int, sentences: np.ndarray) -> np.ndarray:
    """The sentence of each word beside the anchor's: -3 or earlier … +3 or later, and 7 for the first line."""
    offset = np.clip(sentences - sentences[anchor], -3, 3) + 3
    return np.where((sentences == 0) & (offset != 3), 7, offset).astype(np.int64)
