"""Score the network alone, without the steps that the rules share: how it goes while it is trained."""

from __future__ import annotations

import pathlib
from dataclasses import dataclass

import numpy as np
import torch
from align import Sample
from scoring import score_module, tally

from foedera.claims.dates import find_dates
from foedera.claims.trained.decoding import Proposal, decode
from foedera.claims.trained.features import distance_buckets, piece_features, sentence_buckets
from foedera.claims.trained.labels import CLOSED
from foedera.claims.trained.network import Anchors, Told, sigmoid
from foedera.claims.trained.proposing import each_once
from foedera.model import Modality, Span

LEAST = 0.4  # of an anchor's score


@dataclass(frozen=True, slots=True)
class Scored:
    """A document with what the network proposes for it."""

    sample: Sample
    proposals: tuple[Proposal, ...]


def read_with_torch(encoder, reader, samples: list[Sample]) -> list[Scored]:
    """The network's proposals for each document, read in one window."""
    out = []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for sample in samples:
            words = sample.words
            features = {name: torch.from_numpy(array) for name, array in piece_features(words).items()}
            if features["pieces"].shape[1] > 512:
                raise SystemExit(f"{sample.name}: too long")
            mask = torch.ones_like(features["pieces"])
            vectors, found = encoder(features["pieces"], mask, features["looks"], features["breaks"], features["pool"])
            scores = sigmoid(found[0].float().numpy())
            at, kinds = np.nonzero(scores >= LEAST)
            anchors = Anchors(at, kinds, scores[at, kinds], vectors)
            dates = find_dates(words.text, Span.parse(sample.date) if sample.date else None)
            proposals = decode(words, anchors, _told(reader, vectors, anchors, sample), dates) if len(at) else []
            out.append(Scored(sample, each_once(words.text, proposals)))
    return out


def _told(reader, vectors, anchors: Anchors, sample: Sample) -> Told:
    count = len(sample.words)
    places = [int(at) for at in anchors.words]
    distance = torch.from_numpy(np.stack([distance_buckets(at, count) for at in places]))
    sentence = torch.from_numpy(np.stack([sentence_buckets(at, sample.words.sentences) for at in places]))
    at, kinds = torch.from_numpy(anchors.words.copy()), torch.from_numpy(anchors.kinds.copy())
    real = torch.ones_like(distance, dtype=torch.bool)
    spans, heads = reader(vectors, torch.zeros_like(at), at, kinds, distance, sentence, real)
    return Told(spans.float().numpy(), heads.float().numpy())


def line_of(text: str, date: str, proposal: Proposal) -> dict:
    """A proposal as a line of claims, near enough to be scored: no names resolved, dates as they are written."""
    roles: dict[str, list] = {
        role: [{"text": text[each.start : each.end]} for each in phrases] for role, phrases in proposal.phrases.items()
    }
    if proposal.word:
        roles[CLOSED[proposal.kind]] = [proposal.word]
    if proposal.by_author and "assessor" not in roles:
        roles["assessor"] = ["author"]
    when = proposal.date.core.edtf if proposal.date else date if proposal.on_the_day else ""
    line = {"kind": proposal.kind.value, "roles": roles, "modality": Modality(proposal.modality).value}
    return line | {"polarity": proposal.polarity.value} | ({"when": when} if when else {})


def evaluate(scored: list[Scored], gold: pathlib.Path) -> dict[str, float]:
    """Claims and arguments F1 over these documents, as score.py counts them."""
    score = score_module(gold)
    counts = np.zeros(6, np.int64)
    for each in scored:
        golds = [claim.gold for claim in each.sample.claims]
        lines = [line_of(each.sample.words.text, each.sample.date, proposal) for proposal in each.proposals]
        counts += tally(score, golds, lines)
    precision, recall, claims = score.f1(*counts[:3])
    figures = {"claims": claims, "P": precision, "R": recall, "arguments": score.f1(*counts[3:])[2]}
    return {name: round(float(figure), 4) for name, figure in figures.items()}
