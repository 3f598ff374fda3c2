"""Which sentences are worth a parser: a cheap look for the words of the domain.

A sentence is worth reading if a word of the domain stands in it or near it: what a document says of the domain
runs on in sentences that name nothing ("They were asked. Neither has answered."). Nothing here is lost to the
reader: the text stays searchable; it only makes no claims.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from foedera.claims.sentences import SentencePlace
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind
from foedera.names import Lexicon

# How far the neighbourhood of a word of the domain reaches, in sentences: as far back as a short form is resolved.
# Measured on the 550 training passages: with it one claim in thirty stands in a sentence that is not read, instead
# of one in three; on news of all sorts nine items in a hundred hold such a word at all.
_NEAR = 12
_STATES = frozenset({EntityKind.STATE, EntityKind.BLOC})
_OF_THE_DOMAIN = frozenset(
    {
        EntityKind.BLOC,
        EntityKind.FORCE,
        EntityKind.UNIT,
        EntityKind.VESSEL,
        EntityKind.OPERATION,
        EntityKind.INSTRUMENT,
        EntityKind.PROGRAMME,
        EntityKind.EQUIPMENT,
    }
)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """The words of each part of the list: "strong", "ambiguous", "weak"."""
    parts: dict[str, list[str]] = {}
    words: list[str] = []
    lines = resources.files("foedera").joinpath("data/lexicon/domain_words.txt").read_text("utf-8").splitlines()
    for line in lines:
        word = line.split("#")[0].strip()
        if word.startswith("["):
            words = parts.setdefault(word.strip("[]"), [])
        elif word:
            words.append(word)
    return {part: _any_of(words) for part, words in parts.items()}


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    endings = {"*": r"\w*", "~": r"(?:s|es)?"}
    tries = "|".join(
        re.escape(word.rstrip("*~")).replace(r"\ ", r"[\s-]+") + endings.get(word[-1], "")
        for word in sorted(words, reverse=True)
    )
    return re.compile(rf"\b(?:{tries})\b", re.IGNORECASE)


# A reference to another text: its title in quotes, then publisher or date up to the end ("…, “Title”, Journal, May 2024.").
_REFERENCE = re.compile(
    r"[“\"][^”\"]{4,}[”“\"]\s*(?:[,.;]|$)(?:[^.!?“”\"]|\.(?=\s?\S{0,12},)|No\.|Vol\.|pp?\.){0,160}[.↩︎\s]*$"
)
_SOURCES = re.compile(r"\s*(?:Sources?|References?|See also|Further reading)\s*:", re.IGNORECASE)


def is_reference(text: str, place: SentencePlace) -> bool:
    """Whether a sentence only says where something was published: its date is not the date of what its title says."""
    words = text[place.start : place.end]
    if _SOURCES.match(words):
        return True
    return place.block.kind is BlockKind.FOOTNOTE and _REFERENCE.search(words) is not None


# An agreement in the making between states is of the domain whatever it is about.
_AGREEMENT = re.compile(
    r"\b(?:agreements?|accords?|pacts?|arrangements?|partnerships?|conventions?|protocols?)\b", re.IGNORECASE
)
_MAKING = re.compile(
    r"\b(?:sign(?:ed|s|ing|ature)?|conclud\w+|initial(?:led|ed)|negotiat\w+|in force|into force|takes? effect|took effect)\b",
    re.IGNORECASE,
)


def select_sentences(text: str, places: Sequence[SentencePlace], lexicon: Lexicon) -> tuple[SentencePlace, ...]:
    """The sentences that may make a claim, in text order; empty for a text about other things.

    A word that is at home elsewhere too ("defence", "fleet") counts only beside another word of the domain, or where
    the text names something of the domain.
    """
    words = _patterns()
    hits = {
        index
        for index, place in enumerate(places)
        if words["strong"].search(text, place.start, place.end) or _is_between_states(text, place, lexicon)
    }
    doubtful = {match.group().casefold()[:6] for match in words["ambiguous"].finditer(text)}
    if hits or len(doubtful) > 1 or (doubtful and _names_the_domain(text, lexicon)):
        hits |= {index for index, place in enumerate(places) if words["ambiguous"].search(text, place.start, place.end)}
    near = {index for hit in hits for index in range(hit - _NEAR, hit + _NEAR + 1)}
    return tuple(
        place
        for index, place in enumerate(places)
        if (index in near or (hits and words["weak"].search(text, place.start, place.end)))
        and not is_reference(text, place)
    )


def _names_the_domain(text: str, lexicon: Lexicon) -> bool:
    """Whether a text names a force, an agreement, a programme or the like."""
    return any(match.entity.kind in _OF_THE_DOMAIN for match in lexicon.match(text))


def _is_between_states(text: str, place: SentencePlace, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of making an agreement and names two states or blocs."""
    if not (_AGREEMENT.search(text, place.start, place.end) and _MAKING.search(text, place.start, place.end)):
        return False
    states = {match.entity.id for match in lexicon.match(text[place.start : place.end]) if match.entity.kind in _STATES}
    return len(states) > 1
