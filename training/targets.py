"""An aligned document → the arrays that the network is trained on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from align import Aligned, Sample

from foedera.claims.trained.features import distance_buckets, piece_features, sentence_buckets
from foedera.claims.trained.labels import CLOSED, FLAGS, LABELS, MODALITIES, ORDER, ROLES, SPANS
from foedera.model.kinds import Kind

OPTIONAL_WEIGHT = 0.7


@dataclass(slots=True)
class ClaimTargets:
    """What the reader should give at one anchor."""

    anchor: int
    kind: int
    weight: float
    distance: np.ndarray
    sentence: np.ndarray
    real: np.ndarray
    spans: np.ndarray  # words × roles × (start, end, inside)
    roles: np.ndarray  # 1 for the roles that the kind has
    heads: np.ndarray
    head_weights: np.ndarray


@dataclass(slots=True)
class Targets:
    """A document ready to be learnt from."""

    sample: Sample
    features: dict[str, np.ndarray]
    anchors: np.ndarray
    weights: np.ndarray
    claims: list[ClaimTargets]


def targets(sample: Sample) -> Targets:
    """Arrays for one document. Around an optional claim nothing is asked of the anchor detector."""
    words, count = sample.words, len(sample.words)
    sentences = words.sentences
    anchors = np.zeros((count, len(ORDER)), np.float32)
    weights = np.ones((count, len(ORDER)), np.float32)
    for claim in sample.claims:
        if claim.optional:
            weights[claim.quote[0] : claim.quote[1] + 1, ORDER.index(claim.kind)] = 0.0
    for claim in sample.claims:
        if not claim.optional:
            anchors[claim.anchor, ORDER.index(claim.kind)] = 1.0
            weights[claim.anchor, ORDER.index(claim.kind)] = 1.0
    claims = [claim_targets(claim, sample, sentences) for claim in sample.claims]
    return Targets(sample, piece_features(words), anchors, weights, claims)


def claim_targets(claim: Aligned, sample: Sample, sentences: np.ndarray) -> ClaimTargets:
    """Arrays for one claim."""
    count = len(sample.words)
    spans = np.zeros((count, len(ROLES), 3), np.float32)
    for role, found in claim.spans.items():
        for first, last in found:
            spans[first, ROLES.index(role), 0] = 1.0
            spans[last, ROLES.index(role), 1] = 1.0
            spans[first : last + 1, ROLES.index(role), 2] = 1.0
    roles = np.zeros(len(ROLES), np.float32)
    roles[[ROLES.index(r) for r in (*SPANS[claim.kind], "when")]] = 1.0
    if claim.gold.get("when") and "when" not in claim.spans:
        roles[ROLES.index("when")] = 0.0
    heads = np.zeros(len(LABELS) + len(MODALITIES) + len(FLAGS), np.float32)
    wanted = np.zeros_like(heads)
    if claim.kind in CLOSED:
        heads[LABELS.index((Kind(claim.kind), claim.gold[CLOSED[Kind(claim.kind)]][0]))] = 1.0
        wanted[[n for n, (k, _) in enumerate(LABELS) if k == claim.kind]] = 1.0
    base = len(LABELS)
    heads[base + MODALITIES.index(claim.gold["modality"])] = 1.0
    base += len(MODALITIES)
    states = {
        "denied": claim.gold["polarity"] == "denied",
        "document_date": claim.document_date,
        "author": claim.author,
    }
    for n, flag in enumerate(FLAGS):
        heads[base + n] = float(states[flag])
    wanted[len(LABELS) :] = 1.0
    return ClaimTargets(
        claim.anchor, ORDER.index(claim.kind), OPTIONAL_WEIGHT if claim.optional else 1.0,
        distance_buckets(claim.anchor, count), sentence_buckets(claim.anchor, sentences), np.ones(count, np.bool_),
        spans, roles, heads, wanted,
    )  # fmt: skip
