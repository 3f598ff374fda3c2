"""How far a fact is trusted, in two words: the letter of its source and the confidence of the claim."""

from __future__ import annotations

from foedera.answers.trust import confidence_word, reliability_of
from foedera.model.answers import Ground
from foedera.model.claims import Claim

UNRATED = "–"  # no publisher was rated: a document of the user's own, or a fact without an outside source


def show_trust(reliability: str | None, confidence: float) -> str:
    """“A, high”: the Admiralty letter of the source, “–” where nobody rated it, and the confidence as a word."""
    return f"{reliability or UNRATED}, {confidence_word(confidence)}"


def show_trust_of(claim: Claim) -> str:
    """How far a claim and its source are trusted."""
    return show_trust(reliability_of(claim), claim.confidence)


def show_ground(ground: Ground) -> str:
    """A ground on one line: what happened and when, where it is said, how far it is trusted, and the sentence."""
    quote = f": “{' '.join(ground.quote.split())}”" if ground.quote else ""
    when = f" {ground.when}" if ground.when else ""
    trust = show_trust(ground.reliability, ground.confidence)
    return f"{ground.event.replace('_', ' ')}{when}, {ground.source} [{trust}]{quote}"
