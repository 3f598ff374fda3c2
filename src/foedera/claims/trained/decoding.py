"""What the network says at an anchor → a proposal: the closed word, the phrases that fill the roles, how real it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from foedera.claims.dates import DateMention
from foedera.claims.trained.labels import (
    CLOSED,
    FLAGS,
    LABELS,
    MODALITIES,
    ORDER,
    REQUIRED,
    ROLES,
    SEVERAL,
    SPANS,
    WHEN,
)
from foedera.claims.trained.network import Anchors, Reals, Told, sigmoid
from foedera.claims.trained.trimming import trimmed
from foedera.claims.trained.words import Words
from foedera.model.kinds import Kind, Modality, Polarity

_LONGEST = {"content": 60, "undertaking": 40, "condition": 40, "outcome": 40, "label": 25}
_LONGEST_NAME = 16
# Two roles that cannot be one thing.
_APART: dict[Kind, tuple[str, str]] = {
    Kind.DEPENDENCY: ("condition", "outcome"),
    Kind.PARTICIPATION: ("actor", "in"),
    Kind.CAPABILITY: ("actor", "system"),
    Kind.AFFILIATION: ("member", "of"),
    Kind.ASSESSMENT: ("target", "label"),
    Kind.REMARK: ("speaker", "content"),
}
# Least scores, on the held-out passages: of a further filler, of one that the kind does not require, of a date.
_FURTHER, _OPTIONAL, _DATED, _ON_THE_DAY = 0.4, 0.3, 0.4, 0.5
_STARTS, _LEAST_START = 10, 0.02
_COLUMNS = {kind: [n for n, (of, _) in enumerate(LABELS) if of is kind] for kind in ORDER}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Characters of the text that may fill a role, and how sure the network is of them (0 to 1)."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as the network would have it. `anchor` is where in the text the word stands that speaks for it.

    `word` is that of the kind's closed list, empty if it has none. `date` is the expression that tells when;
    `on_the_day` says that the claim is of the document's own date; `by_author` that the author judges.
    """

    kind: Kind
    anchor: int
    score: float
    word: str
    modality: Modality
    polarity: Polarity
    phrases: Mapping[str, tuple[Phrase, ...]]
    date: DateMention | None = None
    on_the_day: bool = False
    by_author: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether every role is filled that the kind requires."""
        return all(self.phrases.get(role) or (role == "assessor" and self.by_author) for role in REQUIRED[self.kind])


def decode(words: Words, anchors: Anchors, told: Told, dates: tuple[DateMention, ...]) -> list[Proposal]:
    """The proposals of a window, complete ones only, in the order of their anchors."""
    proposals = (
        _decode_one(words, ORDER[kind], int(at), float(score), spans, heads, dates)
        for at, kind, score, spans, heads in zip(
            anchors.words, anchors.kinds, anchors.scores, told.spans, told.heads, strict=True
        )
    )
    return [proposal for proposal in proposals if proposal.is_complete]


def _decode_one(
    words: Words, kind: Kind, at: int, score: float, spans: Reals, heads: Reals, dates: tuple[DateMention, ...]
) -> Proposal:
    columns = _COLUMNS[kind]
    word = LABELS[columns[int(np.argmax(heads[columns]))]][1] if kind in CLOSED else ""
    base = len(LABELS)
    modality = MODALITIES[int(np.argmax(heads[base : base + len(MODALITIES)]))]
    denied, on_the_day, by_author = (sigmoid(heads[base + len(MODALITIES) :]) > _ON_THE_DAY)[: len(FLAGS)]
    likely = sigmoid(spans)
    return Proposal(
        kind,
        int(words.starts[at]),
        round(score, 4),
        word,
        modality,
        Polarity.DENIED if denied else Polarity.AFFIRMED,
        _phrases(words, kind, likely, by_author=bool(by_author)),
        _date(words, likely[:, ROLES.index(WHEN), 2], dates),
        bool(on_the_day),
        bool(by_author),
    )


def _phrases(words: Words, kind: Kind, likely: Reals, *, by_author: bool) -> dict[str, tuple[Phrase, ...]]:
    """What fills the roles, each phrase once, in text order."""
    offered = {
        role: _candidates(likely[:, ROLES.index(role)], _LONGEST.get(role, _LONGEST_NAME)) for role in SPANS[kind]
    }
    if kind in _APART:
        _keep_apart(offered, *_APART[kind])
    found = {}
    for role in SPANS[kind]:
        chosen = _chosen(offered[role], several=(kind, role) in SEVERAL)
        if role not in REQUIRED[kind] or (role == "assessor" and by_author):
            chosen = [each for each in chosen if each[0] >= _OPTIONAL]
        best: dict[tuple[int, int], float] = {}
        for score, first, last in chosen:
            place = trimmed(words, role, first, last)
            best[place] = max(score, best.get(place, 0.0))
        if best:
            found[role] = tuple(
                Phrase(int(words.starts[first]), int(words.ends[last]), round(score, 4))
                for (first, last), score in sorted(best.items())
            )
    return found


# A phrase in the making: its score, its first and its last word.
_Candidate = tuple[float, int, int]


def _candidates(likely: Reals, longest: int) -> list[_Candidate]:
    """Phrases by score, best first, one for each likely start."""
    start, end = likely[:, 0], likely[:, 1]
    total = np.concatenate([np.zeros(1, np.float32), np.cumsum(likely[:, 2])])
    options = []
    for first in np.argsort(-start, kind="stable")[:_STARTS]:
        if start[first] < _LEAST_START:
            break
        lasts = np.arange(first, min(len(likely), first + longest))
        mean = (total[lasts + 1] - total[first]) / (lasts - first + 1)
        scores = np.cbrt(start[first] * end[lasts] * mean)
        best = int(np.argmax(scores))
        options.append((float(scores[best]), int(first), int(lasts[best])))
    return sorted(options, key=lambda each: (-each[0], each[1]))


def _keep_apart(offered: dict[str, list[_Candidate]], one: str, other: str) -> None:
    """If the best phrases of two roles overlap, the best pair that does not comes first."""
    if not (offered[one] and offered[other]) or not _overlap(offered[one][0], offered[other][0]):
        return
    pairs = [(a[0] * b[0], a, b) for a in offered[one] for b in offered[other] if not _overlap(a, b)]
    if pairs:
        _, a, b = max(pairs)
        for role, best in ((one, a), (other, b)):
            offered[role] = [best, *(each for each in offered[role] if not _overlap(each, a) and not _overlap(each, b))]


def _overlap(a: _Candidate, b: _Candidate) -> bool:
    return a[1] <= b[2] and b[1] <= a[2]


def _chosen(options: list[_Candidate], *, several: bool) -> list[_Candidate]:
    """The best, and where a role may have several the further ones that are sure enough and do not overlap it."""
    chosen: list[_Candidate] = []
    for option in options:
        if chosen and (not several or option[0] < _FURTHER):
            break
        if not any(_overlap(option, each) for each in chosen):
            chosen.append(option)
    return chosen


def _date(words: Words, likely: Reals, dates: tuple[DateMention, ...]) -> DateMention | None:
    """The date expression that the network points at; None if it is not sure of any."""
    best, score = None, _DATED
    for date in dates:
        first, last = words.between(date.start, date.end)
        if first <= last:
            inside = likely[first : last + 1]
            own = 0.7 * float(inside.mean()) + 0.3 * float(inside.max())
            if own > score:
                best, score = date, own
    return best
