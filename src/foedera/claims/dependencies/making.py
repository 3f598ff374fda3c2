"""A dependency as a draft, and how real it is."""

from __future__ import annotations

import re

from foedera.claims.drafts import Draft, draft
from foedera.claims.reading import Sentence
from foedera.claims.tokens import Token
from foedera.claims.wording import placed_in, spanning
from foedera.model.claims import Filler
from foedera.model.kinds import Kind, Modality, Polarity, Relation

# A condition that is not there yet: "any future agreement", "a potential licence".
_SUPPOSED = re.compile(r"(?:any |a |the )?(?:future|potential|possible|prospective)\b", re.IGNORECASE)
# What is said to the reader or of the writer: "if you come early, I can assist".
_TALK = re.compile(r"\b(?:I|you|your|me|my)\b(?![-.])")
_POSSIBLE = frozenset({"may", "might", "could", "would"})


def dependency(
    condition: Filler | None,
    relation: Relation,
    outcome: Filler | None,
    sentence: Sentence,
    *,
    modality: Modality = Modality.ACTUAL,
    polarity: Polarity = Polarity.AFFIRMED,
    confidence: float = 0.6,
) -> Draft | None:
    """The draft of a dependency; None where a side is missing or both are the same words."""
    if condition is None or outcome is None or condition.text == outcome.text:
        return None
    here = placed_in(sentence, (condition, outcome))
    if not here:
        return None
    if _TALK.search(condition.text) or _TALK.search(outcome.text):
        return None
    if _SUPPOSED.match(condition.text):
        modality = Modality.POSSIBLE
    return draft(
        Kind.DEPENDENCY,
        spanning(*here),
        modality=modality,
        polarity=polarity,
        confidence=confidence,
        condition=condition,
        relation=relation.value,
        outcome=outcome,
    )


def hypothetical(verb: Token, *, may: bool = True) -> Modality:
    """Possible where the verb has "would", "could", "might" or (with `may`) "may"; else actual.

    A law that "may" be used is actual: the leave it gives exists.
    """
    words = _POSSIBLE if may else _POSSIBLE - {"may"}
    at = verb
    for _ in range(4):
        if any(child.dep_ == "aux" and child.lower_ in words for child in at.children):
            return Modality.POSSIBLE
        if at.dep_ not in {"conj", "xcomp", "relcl"} or at.dep_ == "relcl":
            break
        at = at.head
    return Modality.ACTUAL


def is_denied(verb: Token) -> bool:
    """Whether the verb or its subject is denied: “does not allow”, “no invitation is issued”."""
    return any(child.dep_ == "neg" for child in verb.children) or any(
        (
            child.dep_ in {"nsubj", "nsubjpass"}
            and any(each.lower_ == "no" or each.dep_ == "neg" for each in child.children)
        )
        or (child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in {"nothing", "nobody", "none"})
        for child in verb.children
    )


def polarity_told(verb: Token) -> Polarity:
    """Denied where the verb is."""
    return Polarity.DENIED if is_denied(verb) else Polarity.AFFIRMED


def can_be(verb: Token) -> bool:
    """Whether the verb has "can": what can be is possible where an effect is told."""
    return any(child.dep_ == "aux" and child.lower_ == "can" for child in verb.children)
