"""Which sentences are worth a parser: a cheap look for the words of the domain.

A sentence is worth reading if it holds a strong word of the domain, or a weak one in a document that is
about the domain. Nothing here is lost to the reader: the text stays searchable; it only makes no claims.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from foedera.claims.sentences import SentencePlace

# A document is about the domain if it has this many strong words, or this share of its sentences has one.
# 3 and 0.2: on news of all sorts they keep under one item in ten, on texts about defence nearly all.
_STRONG_WORDS, _STRONG_SHARE = 3, 0.2


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    strong: list[str] = []
    weak: list[str] = []
    lines = resources.files("foedera").joinpath("data/lexicon/domain_words.txt").read_text("utf-8").splitlines()
    into = strong
    for line in lines:
        word = line.split("#")[0].strip()
        if word == "[weak]":
            into = weak
        elif word and not word.startswith("["):
            into.append(word)
    return _any_of(strong), _any_of(weak)


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    endings = {"*": r"\w*", "~": r"(?:s|es)?"}
    tries = "|".join(
        re.escape(word.rstrip("*~")).replace(r"\ ", r"[\s-]+") + endings.get(word[-1], "")
        for word in sorted(words, reverse=True)
    )
    return re.compile(rf"\b(?:{tries})\b", re.IGNORECASE)


def select_sentences(text: str, places: Sequence[SentencePlace]) -> tuple[SentencePlace, ...]:
    """The sentences that may make a claim, in text order; empty for a text about other things."""
    strong, weak = _patterns()
    hits = [place for place in places if strong.search(text, place.start, place.end)]
    if not hits:
        return ()
    words = sum(1 for _ in strong.finditer(text))
    if words < _STRONG_WORDS and len(hits) < _STRONG_SHARE * len(places):
        return ()
    marked = {id(place) for place in hits}
    return tuple(
        place
        for place in places
        if id(place) in marked or weak.search(text, place.start, place.end) or _has_figure(text, place)
    )


def _has_figure(text: str, place: SentencePlace) -> bool:
    return any(character.isdigit() for character in text[place.start : place.end])
