"""The trained extractor: text and its date → claims as lines of JSON have them."""

from __future__ import annotations

import hashlib
import json
import pathlib
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from .claims import Reading, chosen_reads, claim_of, without_doubles
from .decode import Read, sigmoid
from .features import distance_buckets, piece_features, sentence_buckets
from .labels import KINDS
from .whens import Dates
from .windows import Window, windows
from .words import Words, sentence_numbers, split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

MODEL = pathlib.Path(__file__).resolve().parent.parent / "model"


class Extractor:
    """Loads the model once; `extract` is pure and deterministic."""

    def __init__(self, folder: pathlib.Path = MODEL, threads: int = 1) -> None:
        settings = json.loads((folder / "settings.json").read_text("utf-8"))
        self.name: str = settings["name"]
        self.options: dict = settings["options"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        providers = ["CPUExecutionProvider"]
        self.encoder = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options, providers=providers)
        self.reader = onnxruntime.InferenceSession(str(folder / "reader.onnx"), options, providers=providers)

    def extract(self, text: str, date: str = "", document: str = "") -> list[dict]:
        """The claims of `text`, in the order of their anchors. `date` (ISO) is the text's own, "" if unknown."""
        words = split_words(text, self.tokenizer)
        if not len(words):
            return []
        dates, sentences, reads = Dates(words, date), sentence_numbers(words), []
        for window in windows(words):
            reads += [
                _in_text(words, window, read) for read in chosen_reads(window.words, self.read(window), self.options)
            ]
        claims = [claim_of(words, sentences, dates, read, self.options) for read in without_doubles(words, reads)]
        return [self._signed(claim, document) for claim in claims]

    def read(self, window: Window) -> Reading:
        """The network's outputs for one window; anchors before its own part are left out."""
        f = piece_features(window.words)
        vectors, anchor = self.encoder.run(None, {k: f[k] for k in ("pieces", "looks", "breaks", "pool")})
        scores = sigmoid(anchor[0])
        scores[: window.own] = 0.0
        where = np.argwhere(scores >= self._limits()[None, :])
        count = len(window.words)
        if not len(where):
            return Reading(where, np.zeros(0), np.zeros((0, count, 1, 3)), np.zeros((0, 1)))
        spans, heads = self.reader.run(None, {
            "words": vectors, "anchors": where[:, 0], "kinds": where[:, 1],
            "distance": np.stack([distance_buckets(int(i), count) for i in where[:, 0]]),
            "sentence": np.stack([sentence_buckets(int(i), window.sentences) for i in where[:, 0]]),
        })  # fmt: skip
        return Reading(where, scores[where[:, 0], where[:, 1]], spans, heads)

    def _limits(self) -> np.ndarray:
        thresholds = self.options.get("thresholds", {})
        return np.array([thresholds.get(kind, self.options.get("threshold", 0.4)) for kind in KINDS], np.float32)

    def _signed(self, claim: dict, document: str) -> dict:
        content = json.dumps(
            [document, claim["kind"], claim["roles"], claim.get("when"), claim["evidence"]], sort_keys=True
        )
        key = hashlib.sha256(content.encode()).hexdigest()[:16]
        return {"id": key, "document": document, **claim, "extractor": self.name}


def _in_text(words: Words, window: Window, read: Read) -> Read:
    """The read with its words counted from the start of the text."""
    if len(window.words) == len(words):
        return read
    at = np.searchsorted(words.starts, window.words.starts)
    read.anchor = int(at[read.anchor])
    read.spans = {
        role: [(int(at[a]), int(at[b]), s) for a, b, s in spans if at[b] - at[a] == b - a]
        for role, spans in read.spans.items()
    }
    inside = np.zeros((len(words), 3))
    inside[at] = read.inside["when"]
    read.inside = {"when": inside}
    return read


def extract_all(documents: Sequence[tuple[str, str, str]], folder: pathlib.Path = MODEL) -> list[dict]:
    """Claims of (document, text, date) triples, in their order."""
    extractor = Extractor(folder)
    return [claim for document, text, date in documents for claim in extractor.extract(text, date, document)]
