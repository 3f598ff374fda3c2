"""Which sentences are worth a parser: a cheap look for the words of the domain.

A sentence is worth reading if a word of the domain stands in it or near it: what a document says of the domain
runs on in sentences that name nothing ("They were asked. Neither has answered."). Nothing here is lost to the
reader: the text stays searchable; it only makes no claims.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from foedera.claims.sentences import SentencePlace
from foedera.model.documents import BlockKind
from foedera.model.entities import Entity, EntityKind
from foedera.names import Lexicon

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

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


_PARTS = ("strong", "armed", "ambiguous", "weak")  # of the list of words

# Letters small, and what may part two words made one sign; the text keeps its length.
_PLAIN = {ord(letter): ord(letter.lower()) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | dict.fromkeys(
    map(ord, "-‐‑–\n\t\u00a0"), ord(" ")
)


@dataclass(frozen=True, slots=True)
class DomainWords:
    """The words of the domain as one automaton, with the part of the list and the ending of each."""

    automaton: AhoCorasick
    parts: tuple[str, ...]
    endings: tuple[str, ...]

    def places(self, text: str) -> dict[str, list[tuple[int, str]]]:
        """Where the words of each part (see `_PARTS`) begin in a text, in its order, and which."""
        plain = text.translate(_PLAIN)
        found: dict[str, list[tuple[int, str]]] = {part: [] for part in _PARTS}
        for number, start, end in self.automaton.find_matches_as_indexes(plain, overlapping=True):
            if (start == 0 or not plain[start - 1].isalnum()) and _ends(plain, end, self.endings[number]):
                found[self.parts[number]].append((start, plain[start:end]))
        return {part: sorted(places) for part, places in found.items()}


def _ends(plain: str, end: int, ending: str) -> bool:
    """Whether a word may end here: "*" lets anything follow, "~" a plural."""
    if ending == "*":
        return True
    if ending == "~":
        end += 2 if plain.startswith("es", end) else 1 if plain.startswith("s", end) else 0
    return end >= len(plain) or not (plain[end].isalnum() or plain[end] == "_")


@lru_cache(maxsize=1)
def load_domain_words() -> DomainWords:
    """The words in `data/lexicon/domain_words.txt`."""
    from ahocorasick_rs import AhoCorasick

    words, parts, endings, part = [], [], [], ""
    for line in resources.files("foedera").joinpath("data/lexicon/domain_words.txt").read_text("utf-8").splitlines():
        word = line.split("#")[0].strip()
        if word.startswith("["):
            part = word.strip("[]")
        elif word:
            words.append(word.rstrip("*~").translate(_PLAIN))
            parts.append(part)
            endings.append(word[-1] if word[-1] in "*~" else "")
    return DomainWords(AhoCorasick(words), tuple(parts), tuple(endings))


# A reference to another text: its title in quotes, then publisher or date up to the end ("…, “Title”, Journal, May 2024.").
_REFERENCE = re.compile(
    r"[“\"][^”\"]{4,}[”“\"]\s*(?:[,.;]|$)(?:[^.!?“”\"]|\.(?=\s?\S{0,12},)|No\.|Vol\.|pp?\.){0,160}[.↩︎\s]*$"
)
_CITING = frozenset({BlockKind.FOOTNOTE, BlockKind.ITEM})
# An entry of a list of sources: publisher, comma, title. Somebody who says something is no publisher.
_LISTED = re.compile(r"(?![^“\"]*\b(?:said|says|stated|added|told|called)\b)[^“\"]{2,120},\s*[“\"]")
_SOURCES = re.compile(r"\s*(?:Sources?|References?|See also|Further reading)\s*:", re.IGNORECASE)


def is_reference(text: str, place: SentencePlace) -> bool:
    """Whether a sentence only says where something was published: its date is not the date of what its title says."""
    words = text[place.start : place.end]
    if _SOURCES.match(words):
        return True
    if place.block.kind is BlockKind.ITEM and not _LISTED.match(words):
        return False
    return place.block.kind in _CITING and _REFERENCE.search(words) is not None


# An agreement in the making between states is of the domain whatever it is about.
_AGREEMENTS = ("agreement", "accord", "pact", "arrangement", "partnership", "convention", "protocol")
_AGREEMENT = re.compile(rf"\b(?:{'|'.join(_AGREEMENTS)})s?\b", re.IGNORECASE)
_MAKING = re.compile(
    r"\b(?:sign(?:ed|s|ing|ature)?|conclud\w+|initial(?:led|ed)|negotiat\w+|in force|into force|takes? effect|took effect)\b",
    re.IGNORECASE,
)


def select_sentences(text: str, places: Sequence[SentencePlace], lexicon: Lexicon) -> tuple[SentencePlace, ...]:
    """The sentences that may make a claim, in text order; empty for a text about other things.

    A word that is at home elsewhere too ("defence", "fleet") counts only beside another word of the domain, or where
    the text names something of the domain; armies and soldiers count also where it names two states.
    """
    words = load_domain_words().places(text)
    starts = [place.start for place in places]
    hits = _sentences_of(words["strong"], starts)
    plain = text.lower()
    if any(word in plain for word in _AGREEMENTS):
        hits |= {index for index, place in enumerate(places) if _is_between_states(text, place, lexicon)}
    unsure = [*words["armed"], *words["ambiguous"]]
    doubtful = {word[:6] for _, word in unsure}
    if hits or len(doubtful) > 1 or (doubtful and _names_the_domain(text, lexicon, among_states=bool(words["armed"]))):
        hits |= _sentences_of(unsure, starts)
    near = {index for hit in hits for index in range(hit - _NEAR, hit + _NEAR + 1)}
    if hits:
        near |= _sentences_of(words["weak"], starts)
    return tuple(place for index, place in enumerate(places) if index in near and not is_reference(text, place))


def _sentences_of(words: Sequence[tuple[int, str]], starts: Sequence[int]) -> set[int]:
    """The numbers of the sentences in which these words stand."""
    return {bisect_right(starts, start) - 1 for start, _ in words if start >= starts[0]} if starts else set()


def _names_the_domain(text: str, lexicon: Lexicon, *, among_states: bool) -> bool:
    """Whether a text names a force, an agreement, a programme or the like, or, `among_states`, two states."""
    named = [match.entity for match in lexicon.match(text)]
    return any(entity.kind in _OF_THE_DOMAIN for entity in named) or (among_states and _are_two_states(named))


def _is_between_states(text: str, place: SentencePlace, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of making an agreement and names two states or blocs."""
    if not (_AGREEMENT.search(text, place.start, place.end) and _MAKING.search(text, place.start, place.end)):
        return False
    return _are_two_states(match.entity for match in lexicon.match(text[place.start : place.end]))


def _are_two_states(named: Iterable[Entity]) -> bool:
    return len({entity.id for entity in named if entity.kind in _STATES}) > 1
