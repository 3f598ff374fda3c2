"""The network's numbers → claims over words."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .labels import FLAGS, KINDS, LABELS, MODALITIES, REQUIRED, ROLES, SEVERAL, SPANS

LONGEST = {"content": 60, "undertaking": 40, "condition": 40, "outcome": 40, "label": 25}
APART = {
    "dependency": ("condition", "outcome"), "participation": ("actor", "in"), "capability": ("actor", "system"),
    "affiliation": ("member", "of"), "assessment": ("target", "label"), "remark": ("speaker", "content"),
}  # fmt: skip
_LABEL_COLUMNS = {kind: [n for n, (k, _) in enumerate(LABELS) if k == kind] for kind in KINDS}


@dataclass(slots=True)
class Read:
    """What was read off one anchor. Spans are (first, last word), with the score that chose them."""

    kind: str
    anchor: int
    score: float
    label: str | None
    modality: str
    denied: bool
    spans: dict[str, list[tuple[int, int, float]]] = field(default_factory=dict)
    flags: dict[str, float] = field(default_factory=dict)
    inside: dict[str, np.ndarray] = field(default_factory=dict)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-np.clip(x, -30, 30)))


def read_claim(kind: str, anchor: int, score: float, spans: np.ndarray, heads: np.ndarray, options: dict) -> Read:
    """One claim from the reader's outputs: `spans` [words, roles, 3] and `heads` [labels + modalities + flags]."""
    columns = _LABEL_COLUMNS[kind]
    label = LABELS[columns[int(np.argmax(heads[columns]))]][1] if columns else None
    modality = MODALITIES[int(np.argmax(heads[len(LABELS) : len(LABELS) + len(MODALITIES)]))]
    flags = dict(zip(FLAGS, sigmoid(heads[len(LABELS) + len(MODALITIES) :]).tolist(), strict=True))
    read = Read(kind, anchor, score, label, modality, flags["denied"] > 0.5, flags=flags)
    probabilities = sigmoid(spans)
    limit = options.get("role", 0.4)
    offered = {role: candidates(probabilities[:, ROLES.index(role)], LONGEST.get(role, 16)) for role in SPANS[kind]}
    keep_apart(offered, *APART.get(kind, ()))
    for role in SPANS[kind]:
        found = without_overlap(offered[role], several=role in SEVERAL, limit=limit)
        if role not in REQUIRED[kind] or (role == "assessor" and flags["author"] > 0.5):
            found = [s for s in found if s[2] >= options.get("optional_role", limit)]
        if found:
            read.spans[role] = found
    read.inside["when"] = probabilities[:, ROLES.index("when")]
    return read


def candidates(p: np.ndarray, longest: int) -> list[tuple[float, int, int]]:
    """Spans by score, best first: (score, first, last), one for each likely start."""
    start, end, inside = p[:, 0], p[:, 1], p[:, 2]
    total = np.concatenate([[0.0], np.cumsum(inside)])
    options = []
    for i in np.argsort(-start, kind="stable")[:10]:
        if start[i] < 0.02:
            break
        j = np.arange(i, min(len(p), i + longest))
        mean = (total[j + 1] - total[i]) / (j - i + 1)
        scores = np.cbrt(start[i] * end[j] * mean)
        best = int(np.argmax(scores))
        options.append((float(scores[best]), int(i), int(j[best])))
    return sorted(options, key=lambda o: (-o[0], o[1]))


def keep_apart(offered: dict[str, list], one: str = "", other: str = "") -> None:
    """Two roles that cannot be one thing: if their best spans overlap, take the best pair that does not."""
    if not (offered.get(one) and offered.get(other)) or not _overlap(offered[one][0], offered[other][0]):
        return
    pairs = [(a[0] * b[0], a, b) for a in offered[one] for b in offered[other] if not _overlap(a, b)]
    if pairs:
        _, a, b = max(pairs)
        offered[one] = [a, *(x for x in offered[one] if not _overlap(x, a) and not _overlap(x, b))]
        offered[other] = [b, *(x for x in offered[other] if not _overlap(x, a) and not _overlap(x, b))]


def _overlap(a: tuple[float, int, int], b: tuple[float, int, int]) -> bool:
    return a[1] <= b[2] and b[1] <= a[2]


def without_overlap(
    options: list[tuple[float, int, int]], *, several: bool, limit: float
) -> list[tuple[int, int, float]]:
    """The best span, and further ones above `limit` that do not overlap it where a role may have several."""
    chosen: list[tuple[int, int, float]] = []
    for score, i, j in options:
        if chosen and (not several or score < limit):
            break
        if all(j < a or i > b for a, b, _ in chosen):
            chosen.append((i, j, score))
    return chosen
