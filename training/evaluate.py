"""Score the network by score.py: read the documents once, then decode them with any thresholds."""

from __future__ import annotations

import importlib.util
import pathlib
from dataclasses import dataclass

import numpy as np
import torch
from align import Sample
from runtime.claims import Reading, claims_of
from runtime.decode import sigmoid
from runtime.features import distance_buckets, piece_features, sentence_buckets
from runtime.labels import KINDS
from runtime.words import sentence_numbers

LOWEST = 0.1  # anchors under this are never read


@dataclass(slots=True)
class Scored:
    """A document with what the network gave for it."""

    sample: Sample
    reading: Reading


def read_with_torch(encoder, reader, samples: list[Sample]) -> list[Scored]:
    """The network's outputs for each document: anchors above `LOWEST`, and what the reader says at each."""
    out = []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for sample in samples:
            f = {k: torch.from_numpy(v) for k, v in piece_features(sample.words).items()}
            if f["pieces"].shape[1] > 512:
                raise SystemExit(f"{sample.name}: too long")
            words, anchor = encoder(f["pieces"], f["mask"], f["looks"], f["breaks"], f["pool"])
            p = sigmoid(anchor[0].float().numpy())
            where = np.argwhere(p >= LOWEST)
            out.append(Scored(sample, read_at(reader, words, p, where, sample)))
    return out


def read_at(reader, words, p, where, sample) -> Reading:
    count = len(sample.words)
    sentences = sentence_numbers(sample.words)
    if not len(where):
        return Reading(where, np.zeros(0), np.zeros((0, count, 1, 3)), np.zeros((0, 1)))
    distance = torch.from_numpy(np.stack([distance_buckets(int(i), count) for i, _ in where]))
    sentence = torch.from_numpy(np.stack([sentence_buckets(int(i), sentences) for i, _ in where]))
    anchors, kinds = torch.from_numpy(where[:, 0].copy()), torch.from_numpy(where[:, 1].copy())
    spans, heads = reader(
        words,
        torch.zeros_like(anchors),
        anchors,
        kinds,
        distance,
        sentence,
        torch.ones_like(distance, dtype=torch.bool),
    )
    return Reading(where, p[where[:, 0], where[:, 1]], spans.float().numpy(), heads.float().numpy())


def score_module(gold: pathlib.Path):
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def evaluate(
    scored: list[Scored], gold: pathlib.Path, name: str, options: dict | None = None, *, by_kind: bool = False
):
    """Claims and arguments F1 over these documents, as score.py counts them."""
    score = score_module(gold)
    tallies = {}
    for s in scored:
        golds = [c.gold for c in s.sample.claims]
        founds = claims_of(s.sample.words, s.sample.date, s.reading, options or {})
        tally(score, golds, founds, tallies)
    t = tallies.get("all", [0] * 6)
    result = {
        "claims": round(score.f1(*t[:3])[2], 4),
        "P": round(score.f1(*t[:3])[0], 3),
        "R": round(score.f1(*t[:3])[1], 3),
        "arguments": round(score.f1(*t[3:])[2], 4),
    }
    if by_kind:
        result["kinds"] = {
            k: [round(x, 2) for x in (*score.f1(*v[:3]), score.f1(*v[3:])[2])] + [v[1]]
            for k, v in sorted(tallies.items())
            if k != "all"
        }
    return result


def tally(score, golds, founds, tallies) -> None:
    """Adds one document to the counts: claims hit, gold, found; arguments hit, gold, found. As in score.py."""
    pairs = score.pair(golds, founds)
    optional = {j for i, j, _ in pairs if golds[i].get("optional")}
    for kind in [None, *KINDS]:
        t = tallies.setdefault(kind or "all", [0] * 6)
        for i, _, n in pairs:
            if not golds[i].get("optional") and kind in (None, golds[i]["kind"]):
                t[0] += 1
                t[3] += n
        for g in golds:
            if not g.get("optional") and kind in (None, g["kind"]):
                t[1] += 1
                t[4] += score.arguments(g, True)
        for j, f in enumerate(founds):
            if j not in optional and kind in (None, f["kind"]):
                t[2] += 1
                t[5] += score.arguments(f, False)
