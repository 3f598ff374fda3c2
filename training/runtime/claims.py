"""What was read off the anchors → claims in the form of the grammar."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .decode import Read, read_claim
from .labels import CLOSED, KINDS, REQUIRED, SPANS
from .numbers import whole_numbers
from .parties import complete_parties
from .trim import trimmed
from .whens import Dates
from .words import Words, sentence_numbers

THRESHOLD = 0.4


@dataclass(slots=True)
class Reading:
    """The network's outputs for one text: anchors [claims, (word, kind)], their scores, spans and heads."""

    where: np.ndarray
    scores: np.ndarray
    spans: np.ndarray
    heads: np.ndarray


def claims_of(words: Words, date: str, reading: Reading, options: dict) -> list[dict]:
    """The claims of a text that was read in one window, in the order of their anchors."""
    reads = chosen_reads(words, reading, options)
    dates, sentences = Dates(words, date), sentence_numbers(words)
    return [claim_of(words, sentences, dates, read, options) for read in without_doubles(words, reads)]


def chosen_reads(words: Words, reading: Reading, options: dict) -> list[Read]:
    """What is read off the anchors that pass their kind's threshold, complete claims only."""
    thresholds = options.get("thresholds", {})
    reads = []
    for n, (anchor, kind) in enumerate(reading.where):
        name = KINDS[int(kind)]
        if reading.scores[n] < thresholds.get(name, options.get("threshold", THRESHOLD)):
            continue
        read = read_claim(name, int(anchor), float(reading.scores[n]), reading.spans[n], reading.heads[n], options)
        if complete(read):
            reads.append(set_right(words, read))
    return reads


def set_right(words: Words, read: Read) -> Read:
    """The read with its spans trimmed, each once."""
    for role, spans in read.spans.items():
        best: dict[tuple[int, int], float] = {}
        for a, b, score in spans:
            key = trimmed(words, role, a, b)
            best[key] = max(score, best.get(key, 0.0))
        read.spans[role] = [(a, b, s) for (a, b), s in best.items()]
    return read


def complete(read: Read) -> bool:
    """Whether every role that the kind needs is filled."""
    for role in REQUIRED[read.kind]:
        if role not in read.spans and not (role == "assessor" and read.flags["author"] > 0.5):
            return False
    return True


def without_doubles(words: Words, reads: list[Read]) -> list[Read]:
    """Of claims that say the same, the one with the best score; in the order of the text."""
    best: dict[tuple, Read] = {}
    reads = complete_parties(words, whole_numbers(words, reads))
    for read in sorted(reads, key=lambda r: (-r.score, r.anchor)):
        for key in _says(words, read):
            if key in best:
                break
        else:
            best.update(dict.fromkeys(_says(words, read), read))
    unique = {id(read): read for read in best.values()}
    return sorted(unique.values(), key=lambda r: (r.anchor, KINDS.index(r.kind)))


def _says(words: Words, read: Read) -> list[tuple]:
    """What may be said once: the claim itself, and for some kinds the same fillers under another label."""
    fillers = tuple(
        (role, tuple(sorted({words.slice(a, b).casefold() for a, b, _ in read.spans.get(role, ())})))
        for role in SPANS[read.kind]
    )
    keys: list[tuple] = [(read.kind, read.label, read.denied, fillers)]
    if read.kind in ("dependency", "commitment"):
        keys.append((read.kind, tuple((r, tuple(s[:2] for s in read.spans[r])) for r in REQUIRED[read.kind])))
    if read.kind == "activity" and any(read.spans.get(r) for r in ("asset", "place", "name", "element")):
        keys.append(
            (read.kind, read.denied, tuple((r, tuple(s[:2] for s in read.spans.get(r, ()))) for r in SPANS[read.kind]))
        )
    return keys


def claim_of(words: Words, sentences: np.ndarray, dates: Dates, read: Read, options: dict) -> dict:
    """One claim as a line of JSON has it, without what only the caller knows."""
    roles: dict[str, list] = {}
    if read.kind in CLOSED:
        roles[CLOSED[read.kind][0]] = [read.label]
    for role in SPANS[read.kind]:
        fillers: dict[str, dict] = {}
        for a, b, _ in read.spans.get(role, ()):
            text = words.slice(a, b)
            fillers.setdefault(
                text.casefold(), {"text": text, "start": int(words.starts[a]), "end": int(words.ends[b])}
            )
        if role == "assessor" and read.flags["author"] > 0.5:
            roles[role] = ["author"]
        elif fillers:
            roles[role] = sorted(fillers.values(), key=lambda f: f["start"])
    start, end = quote_of(words, sentences, read)
    claim = {"kind": read.kind, "roles": roles}
    when = dates.when(read, options)
    if when:
        claim["when"] = when
    return claim | {
        "modality": read.modality, "polarity": "denied" if read.denied else "affirmed",
        "evidence": [{"start": start, "end": end, "quote": words.text[start:end]}], "confidence": round(read.score, 3),
    }  # fmt: skip


def quote_of(words: Words, sentences: np.ndarray, read: Read) -> tuple[int, int]:
    """The sentence of the anchor, from its first to its last word."""
    inside = np.flatnonzero(sentences == sentences[read.anchor])
    return int(words.starts[inside[0]]), int(words.ends[inside[-1]])
