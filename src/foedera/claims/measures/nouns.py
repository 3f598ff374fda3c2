"""What a number counts: the noun behind it, or the one that the sentence leaves unsaid."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.claims.measures.quantities import Quantity
from foedera.claims.reading import Sentence
from foedera.claims.tokens import Token

_LONGEST = 6  # words between a number and the noun that it counts
_SKIPPED = frozenset({"DET", "PRON", "ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PUNCT", "PART"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a number counts: its token, and the places of the whole phrase and of the noun alone."""

    head: Token
    phrase: tuple[int, int]
    noun: tuple[int, int]


def token_of(quantity: Quantity, sentence: Sentence) -> Token | None:
    """The token that stands for a number in the parse: its last, where it is written in several words."""
    inside = [
        token
        for token in sentence.tokens
        if quantity.value[0] <= sentence.offset(token) < quantity.value[1] and not token.is_space
    ]
    if not inside:
        return sentence.token_at(quantity.value[0])
    places = {token.i for token in inside}
    return next((token for token in inside if token.head.i not in places), inside[-1])


def counted_by(quantity: Quantity, sentence: Sentence) -> Counted | None:
    """The noun right of a number: “180 K2 Black Panther main battle tanks” counts tanks; None for a bare number."""
    first = next((token for token in sentence.tokens if sentence.offset(token) >= quantity.value[1]), None)
    if first is None:
        return None
    gap = sentence.text[quantity.value[1] - sentence.start : sentence.offset(first) - sentence.start]
    if "\n" in gap or len(gap) > 3:
        return None
    if gap == "" and first.text in {"-", "–"}:  # "a three-day visit": how long it is, no count
        return None
    if first.text == "|":  # the next cell of a line
        return None
    if first.lower_ in {"of", "("} and first.i + 1 < len(sentence.tokens):  # "two of the ships", "sixty (60) vehicles"
        return None
    mention = sentence.mention_starting(sentence.offset(first))
    last = _last_noun(first, mention.end if mention is not None else 0, sentence)
    if last is None:
        return None
    start, end = sentence.offset(first), sentence.offset(last) + len(last.text)
    return Counted(last, (start, end), (sentence.offset(last), end))


def _last_noun(first: Token, reach: int, sentence: Sentence) -> Token | None:
    """The last noun of the unbroken run of adjectives and nouns from `first` on; a name reaches to `reach`."""
    last: Token | None = None
    at = first
    for _ in range(_LONGEST + 4):
        named = sentence.offset(at) < reach
        if not named and at.pos_ in _SKIPPED and not _is_joint(at) and not _is_participle_before(at):
            break
        if not named and at.tag_ in {"MD", "WDT", "WP", "RB", "CD"} and at.dep_ not in {"amod", "advmod", "nummod"}:
            break
        if at.pos_ in {"NOUN", "PROPN"} or named:
            last = at
        if at.i + 1 >= len(sentence.tokens):
            break
        following = at.nbor(1)
        if at.pos_ == "NOUN" and following.pos_ == "PROPN" and sentence.mention_of(following) is not None:
            break
        if at.pos_ == "NOUN" and following.dep_ in {"amod", "det", "poss"} and following.head.i != at.i and not named:
            break
        at = following
    return last


def _is_participle_before(token: Token) -> bool:
    return token.tag_ in {"VBN", "VBG"} and token.dep_ in {"amod", "compound"}


def _is_joint(token: Token) -> bool:
    return token.text in {"-", "–", "/"} and not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_
