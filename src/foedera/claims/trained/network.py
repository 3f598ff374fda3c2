"""The trained network: for the words of a window, where claims are anchored and what is read off each anchor."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from foedera.claims.calibration import Steps
from foedera.claims.trained.features import distance_buckets, piece_features, sentence_buckets
from foedera.claims.trained.labels import ORDER, label_list
from foedera.claims.trained.windows import Window
from foedera.claims.trained.wordpieces import Vocabulary
from foedera.claims.trained.words import Numbers
from foedera.model.errors import FoederaError

if TYPE_CHECKING:
    import onnxruntime

Reals = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where the network hears claims in a window: the word and the kind of each, and how sure it is of it (0 to 1).

    `vectors` is what it makes of the words, to read the claims from.
    """

    words: Numbers
    kinds: Numbers  # places in `labels.ORDER`
    scores: Reals
    vectors: Reals

    def __len__(self) -> int:
        return len(self.words)

    def choose(self, chosen: Sequence[int]) -> Anchors:
        """Only these anchors."""
        at = np.array(chosen, np.int64)
        return Anchors(self.words[at], self.kinds[at], self.scores[at], self.vectors)


@dataclass(frozen=True, slots=True)
class Hearing:
    """How sure the network is of a claim of each kind at each of a window's own words: `scores` are [word, kind], 0 to 1."""

    window: Window
    scores: Reals
    vectors: Reals

    def anchors(self, least: Reals) -> Anchors:
        """The anchors whose scores reach the least of their kind, in the order of the words."""
        words, kinds = np.nonzero(self.scores >= least[None, :])
        return Anchors(words, kinds, self.scores[words, kinds], self.vectors)


@dataclass(frozen=True, slots=True)
class Told:
    """What the network tells at each anchor, before it is squashed to 0 to 1.

    `spans` are [anchor, word, role, start·end·inside]; `heads` are [anchor, closed words, modalities and flags].
    """

    spans: Reals
    heads: Reals


@dataclass(frozen=True)
class Network:
    """The weights with their vocabulary and settings, loaded once. The same window gives the same numbers."""

    vocabulary: Vocabulary
    settings: Mapping[str, Any]
    encoder: onnxruntime.InferenceSession
    reader: onnxruntime.InferenceSession

    @property
    def version(self) -> str:
        """What a change of weights or of their settings changes."""
        return str(self.settings["version"])

    def least(self, use: str) -> Reals:
        """The least score of an anchor by kind, in the order of `labels.ORDER`, for the network "alone" or "beside" the rules."""
        return np.array([self.settings[use][kind.value] for kind in ORDER], np.float32)

    @property
    def support(self) -> float:
        """How sure the network must be, somewhere in its sentence, of the kind of a claim that the rules have heard."""
        return float(self.settings["support"])

    @property
    def rightness(self) -> Steps:
        """How often claims of the rules were right, by how sure the network was of their kind in their sentence: both rising."""
        return tuple((sure, right) for sure, right in self.settings["rightness"])

    def hear(self, window: Window) -> Hearing:
        """Where claims stand in a window; words that are not its own have none."""
        vectors, found = self.encoder.run(None, piece_features(window.words))
        scores = sigmoid(found[0])
        scores[: window.own] = 0.0
        return Hearing(window, scores, vectors)

    def read(self, window: Window, anchors: Anchors) -> Told:
        """What is told at these anchors; they cannot be none."""
        count = len(window.words)
        spans, heads = self.reader.run(
            None,
            {
                "words": anchors.vectors,
                "anchors": anchors.words,
                "kinds": anchors.kinds,
                "distance": np.stack([distance_buckets(int(at), count) for at in anchors.words]),
                "sentence": np.stack([sentence_buckets(int(at), window.sentences) for at in anchors.words]),
            },
        )
        return Told(spans, heads)


def sigmoid(numbers: Reals) -> Reals:
    """Squashed to 0 to 1."""
    return (1.0 / (1.0 + np.exp(-np.clip(numbers, -30, 30)))).astype(np.float32)


def open_network(folder: Traversable) -> Network:
    """The network whose files lie in `folder`. Raises FoederaError if the library is missing or the grammar has changed."""
    try:
        import onnxruntime
    except ImportError as error:
        raise FoederaError(
            "the trained extractor needs onnxruntime, which is not installed.",
            mend="Install foedera with its dependencies, or extract with the rules alone (--extractor rules).",
        ) from error
    settings = json.loads(folder.joinpath("settings.json").read_text("utf-8"))
    if settings["labels"] != label_digest():
        raise FoederaError(
            "the trained extractor was trained with another list of kinds, roles and words.",
            mend="Train it anew (training/README.md), or extract with the rules alone (--extractor rules).",
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # one thread: the same sums in the same order
    options.log_severity_level = 3
    sessions = [
        onnxruntime.InferenceSession(folder.joinpath(name).read_bytes(), options, providers=["CPUExecutionProvider"])
        for name in ("encoder.onnx", "reader.onnx")
    ]
    vocabulary = Vocabulary.from_lines(folder.joinpath("vocabulary.txt").read_text("utf-8"))
    return Network(vocabulary, settings, sessions[0], sessions[1])


def label_digest() -> str:
    """A short name of the list of labels: another list, another name."""
    return hashlib.sha256("\n".join(label_list()).encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def load_network() -> Network:
    """The network that comes with the package, loaded once."""
    return open_network(resources.files("foedera").joinpath("data/model"))
