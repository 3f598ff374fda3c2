"""What a proposal must stand up to before it becomes a draft: the network guesses, names and dates are known."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.claims.measures.quantities import is_listed_label
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind

if TYPE_CHECKING:
    from foedera.claims.mentions import Mention
    from foedera.claims.reading import Sentence
    from foedera.claims.trained.decoding import Phrase, Proposal

_ACTING = frozenset({"party", "participant", "actor", "speaker", "assessor", "member"})
_NOT_ACTING = frozenset({EntityKind.INSTRUMENT, EntityKind.EVENT, EntityKind.EQUIPMENT})
_RANKING = re.compile(r"\b[Tt]op\s$")
_SCALES = frozenset("hundred thousand million billion trillion".split())
# Of “two hundred” the second word alone is no number.
_PART_OF_NUMBER = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s$")
_LOOK_BACK = 5  # characters before a number in which "Top" stands


def checked(proposal: Proposal, sentence: Sentence) -> Proposal | None:
    """The proposal without those who cannot act; None if it is then incomplete, or counts what is no count.

    An agreement, an exercise or a weapon takes no part, undertakes nothing and says nothing; it is no equipment either. The number of a date, of a name
    ("Resolution 1325") or of a ranking ("Top 100") measures nothing.
    """
    if proposal.kind is Kind.MEASURE and _is_no_count(proposal.phrases["value"][0], sentence):
        return None
    names = {(mention.start, mention.end): mention for mention in sentence.mentions}
    if proposal.kind is Kind.CAPABILITY and any(_is_no_good(each, sentence) for each in proposal.phrases["system"]):
        return None
    phrases = {
        role: tuple(each for each in found if role not in _ACTING or _can_act(names.get((each.start, each.end))))
        for role, found in proposal.phrases.items()
    }
    places = {(each.start, each.end) for each in phrases.get("place", ())}
    if "participant" in phrases:  # where it takes place is not who takes part
        phrases["participant"] = tuple(each for each in phrases["participant"] if (each.start, each.end) not in places)
    kept = replace(proposal, phrases=phrases)
    return kept if kept.is_complete else None


def _can_act(mention: Mention | None) -> bool:
    return mention is None or mention.kind not in _NOT_ACTING


# What is made, bought or handed over is none of these, and no programme as such.
_NO_GOODS = frozenset(
    {
        EntityKind.INSTRUMENT,
        EntityKind.EVENT,
        EntityKind.STATE,
        EntityKind.BLOC,
        EntityKind.PERSON,
        EntityKind.FORCE,
        EntityKind.OPERATION,
    }
)
_PROGRAMME = re.compile(r"(?:the\s+)?(?:programmes?|programs?|projects?|suppliers?|main suppliers?)", re.IGNORECASE)


def _is_no_good(system: Phrase, sentence: Sentence) -> bool:
    """Whether what a proposal has for equipment is an agreement, an exercise, a state or only “the programme”."""
    words = sentence.text[system.start - sentence.start : system.end - sentence.start]
    if _PROGRAMME.fullmatch(words):
        return True
    return any(
        mention.start <= system.start and system.end <= mention.end and mention.kind in _NO_GOODS
        for mention in sentence.mentions
    )


def _is_no_count(value: Phrase, sentence: Sentence) -> bool:
    dates = [(date.start, date.end) for date in sentence.dates]
    names = [(mention.start, mention.end) for mention in sentence.mentions if not mention.generic]
    if any(start <= value.start and value.end <= end for start, end in dates + names):
        return True
    start, end = value.start - sentence.start, value.end - sentence.start
    written = sentence.text[start:end]
    if written[-1:].isdigit() and sentence.text[end : end + 1].isupper():  # "the 212CD"
        return True
    if _PART_OF_NUMBER.search(sentence.text[:start]) and written.lower() in _SCALES:
        return True
    if is_listed_label(sentence.text, start):
        return True
    before = sentence.text[max(0, value.start - _LOOK_BACK - sentence.start) : value.start - sentence.start]
    return _RANKING.search(before) is not None
