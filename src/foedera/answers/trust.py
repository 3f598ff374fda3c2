"""How far a fact is trusted: the reliability of its source, the confidence of the claim, and what may decide."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.model.claims import Claim
from foedera.model.documents import DocumentId

# Below this a fact decides nothing alone. The baseline's `low` is 0.4, its `medium` 0.75 (docs/decisions/0024); a
# finding in a text is scored by the same measure: one half says that it is as likely wrong as right.
DECIDES_FROM = 0.5
_HIGH_FROM = 0.9  # the baseline's `high` is 0.95: an official source, or two that agree


def confidence_word(confidence: float) -> str:
    """`high`, `medium` or `low`, as the baseline's tables grade their facts."""
    if confidence < DECIDES_FROM:
        return "low"
    return "high" if confidence >= _HIGH_FROM else "medium"


def reliability_of(claim: Claim) -> str | None:
    """The Admiralty letter of the source of a claim's first evidence; None where nobody rated it."""
    source = claim.evidence[0].source
    return source.reliability if source else None


def may_decide(claims: Iterable[Claim]) -> bool:
    """Whether claims that say the same may decide an answer: one of them is sure enough, or two sources say it.

    A fact without an outside source has none to count.
    """
    listed = tuple(claims)
    if any(claim.confidence >= DECIDES_FROM for claim in listed):
        return True
    return len({place for claim in listed for place in _places(claim)}) >= 2


def _places(claim: Claim) -> Iterable[DocumentId | str]:
    for evidence in claim.evidence:
        if evidence.document is not None:
            yield evidence.document
        elif evidence.source is not None and evidence.source.url:
            yield evidence.source.url
