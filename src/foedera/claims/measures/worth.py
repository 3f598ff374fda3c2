"""Which numbers are worth a measure: not those that name, number or date something, nor victims, nor counts by the way."""

from __future__ import annotations

from foedera.claims.capabilities.words import EQUIPMENT
from foedera.claims.measures.nouns import Counted
from foedera.claims.measures.quantities import Quantity
from foedera.claims.measures.subjects import seat_of
from foedera.claims.measures.words import FEW, HARM, HARMING, OF_FORCES, WORTH_COUNTING
from foedera.claims.reading import Sentence
from foedera.claims.selection import load_domain_words
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind


def is_number_of_entry(quantity: Quantity, counted: Counted | None, sentence: Sentence) -> bool:
    """Whether a figure at the head of a sentence numbers it: “4 Participating units: …”."""
    start = quantity.value[0] - sentence.start
    if start > 0 or not sentence.text[:1].isdigit() or quantity.value[1] - quantity.value[0] > 2:
        return False
    following = sentence.text[quantity.value[1] - sentence.start :].lstrip()
    return following[:1].isupper() and (counted is None or not is_hardware(counted.head, sentence))


def is_number_of_name(token: Token, sentence: Sentence) -> bool:
    """Whether a number belongs to the noun before it: “sea state 4”, “Phase three”; not to who has it: “Finland 12”."""
    mention = sentence.mention_of(token.head)
    if mention is not None and mention.is_actor:
        return False
    return token.dep_ in {"nummod", "appos"} and token.head.i == token.i - 1 and token.head.pos_ in {"NOUN", "PROPN"}


def is_few(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a number is one up to six written as a word: counts by the way, unless of ships and the like."""
    written = sentence.text[quantity.value[0] - sentence.start : quantity.value[1] - sentence.start].lower()
    return written in FEW


def is_hardware(noun: Token, sentence: Sentence) -> bool:
    mention = sentence.mention_of(noun)
    if mention is not None and mention.kind in {EntityKind.EQUIPMENT, EntityKind.VESSEL}:
        return True
    return noun.lemma_.lower() in EQUIPMENT | WORTH_COUNTING


def is_definite(quantity: Quantity, sentence: Sentence) -> bool:
    before = sentence.text[: quantity.start - sentence.start].split()
    return bool(before) and before[-1].lower() in {"the", "these", "those", "our", "their", "its", "all", "both"}


def is_of_domain(counted: Counted, sentence: Sentence) -> bool:
    """Whether what is counted is of the domain: troops and ships are, houses and hostages in a news item are not."""
    words = load_domain_words().places(sentence.cut(*counted.phrase).text)
    named = sentence.mention_of(counted.head)
    return (
        bool(words["strong"] or words["ambiguous"])
        or is_hardware(counted.head, sentence)
        or (named is not None and named.kind in _COUNTABLE)
        or counted.head.lemma_.lower() in OF_FORCES
    )


_COUNTABLE = frozenset({EntityKind.FORCE, EntityKind.UNIT, EntityKind.INSTRUMENT})


def is_harmed(noun: Token) -> bool:
    """Whether it counts victims: “killing 25 people”, “three were wounded”, “the death of 78”."""
    governor = seat_of(noun).governor
    if governor is not None and governor.lemma_.lower() in HARM:
        return True
    if governor is not None and governor.pos_ in {"NOUN", "PROPN", "NUM"} and seat_of(noun).how != "object":
        governor = seat_of(governor).governor or governor
    return governor is not None and governor.pos_ == "VERB" and governor.lemma_.lower() in HARMING


def is_calibre(counted: Counted, sentence: Sentence) -> bool:
    """Whether a number only names a sort of gun: “155 mm howitzers”."""
    words = sentence.text[counted.phrase[0] - sentence.start : counted.phrase[1] - sentence.start].lower()
    return words.startswith(("mm ", "mm-", "-mm", "millimetre"))


def is_lasting(counted: Counted) -> bool:
    """Whether a time is what is measured: “runs for five years”, “takes 23 working days”."""
    seat = seat_of(counted.head)
    return seat.governor is not None and seat.governor.lemma_.lower() in {
        "run",
        "last",
        "take",
        "remain",
        "duration",
        "term",
        "period",
        "require",
        "need",
        "validity",
    }
