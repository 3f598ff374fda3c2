"""What an unknown name is, told by all its places in a text: the pipeline's recogniser looks at one sentence alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from foedera.claims.mentions import Mention
from foedera.model.entities import EntityKind

# Who has one of these is a person: "the Aldous regime", "Aldous's dictatorship".
_OF_A_PERSON = re.compile(r"(?:[’']s?)?\s+(?:regime|dictatorship|presidency|premiership|family|clan)\b")
_SETTLEMENT = (
    r"(?:towns?|cit(?:y|ies)|villages?|provinces?|districts?|governorates?|suburbs?|neighbou?rhoods?|islands?|valleys?)"
)
# "the town of Westwick"; "Westwick province".
_BEFORE_A_PLACE = re.compile(_SETTLEMENT + r"\s+of\s+$", re.IGNORECASE)
_BEHIND_A_PLACE = re.compile(r"\s+" + _SETTLEMENT + r"\b")
# “SUNDERNET, a four-year research and development action co-funded by”, “SUNDER, the loan instrument”.
_EXPLAINED = re.compile(
    r"(?:\s\([^()]{2,80}\))?(?:,| is| was)\s(?:a|an|the|its)\s(?:(?!that\b|which\b)[\w.,’'€$£-]+\s){0,7}?"
    r"(?:programme|program|project|action|scheme|facility|(?:loan|lending|funding|financing|support) instrument)"
    r"(?=[.,;:)]|\s(?:co-?|for|of|to|on|by|in|that|which|under|with|run|led|launched|backed|worth|set|meant|aimed|funded))"
)
# What one accedes to, or is a member of, is no place: “joined the Sunder Net”, “observers in SunNet”.
_JOINED = re.compile(
    r"\b(?:acced(?:e|ed|es|ing|ssion) to|accession to|membership (?:of|in)|member states? of|full members? of|"
    r"(?:participants?|observers?|partners?|participat(?:e|es|ed|ing)|participation) in the (?:programme|project)) (?:the )?$"
)
_PLACE_NOUN = re.compile(
    r"\s(?:Gate|Square|Street|Road|Avenue|Boulevard|Bridge|Airport|Palace|Hill|Hills|Castle|Beach)$"
)
# A body named by one word behind "Secretary of" or "Cessation of" is the tail of an office or of a longer name.
_TAIL = re.compile(r"\b[A-Z][\w’'-]+ (?:of|for)\s+$")
_DOUBTFUL = frozenset({EntityKind.PERSON, EntityKind.PLACE, EntityKind.INSTITUTION, EntityKind.UNKNOWN})
_REACH = 40  # characters around a name in which a word that tells its sort may stand


def settle_kinds(text: str, unknown: Sequence[Sequence[Mention]]) -> list[tuple[Mention, ...]]:
    """The names of each sentence that only the pipeline knows, each with the sort that the whole text tells.

    A word beside one of its places decides ("the Aldous regime", "the town of Westwick"); else a name that is part of a
    person's full name is that person's; else the sort given most often. What is only the tail of a longer name is left out.
    """
    sorts: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    told: dict[str, EntityKind] = {}
    for mention in (each for sentence in unknown for each in sentence if each.kind in _DOUBTFUL):
        sorts[mention.text][mention.kind] += 1
        decided = _told_beside(text, mention)
        if decided is not None:
            told.setdefault(mention.text, decided)
        if mention.kind is EntityKind.PERSON and " " in mention.text:
            told.setdefault(mention.text.rsplit(" ", 1)[1], EntityKind.PERSON)
    settled = {name: told.get(name) or _most_given(counts) for name, counts in sorts.items()}
    return [
        tuple(
            replace(mention, kind=settled[mention.text]) if mention.kind in _DOUBTFUL else mention
            for mention in sentence
            if not _is_tail(text, mention)
        )
        for sentence in unknown
    ]


def _most_given(counts: Counter[EntityKind]) -> EntityKind:
    """The sort given most often; of two given as often the first; unknown only where nothing else was given."""
    return max(counts, key=lambda kind: (kind is not EntityKind.UNKNOWN, counts[kind]))


def _told_beside(text: str, mention: Mention) -> EntityKind | None:
    """The sort that the words around a name, or its own last word, tell."""
    if any(each.kind is EntityKind.COMPANY and each.start == mention.start for each in mention.inner):
        return EntityKind.COMPANY  # "Thales DMS France"
    explained = _EXPLAINED.match(text, mention.end)
    if mention.kind is not EntityKind.PERSON and _JOINED.search(text[max(0, mention.start - _REACH) : mention.start]):
        return EntityKind.PROGRAMME
    if explained and mention.text.isupper() and len(mention.text) > 3:
        return EntityKind.PROGRAMME
    if _OF_A_PERSON.match(text, mention.end):
        return EntityKind.PERSON
    before = text[max(0, mention.start - _REACH) : mention.start]
    if _PLACE_NOUN.search(mention.text) or _BEFORE_A_PLACE.search(before) or _BEHIND_A_PLACE.match(text, mention.end):
        return EntityKind.PLACE
    return None


def _is_tail(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - _REACH) : mention.start]
    return mention.kind is EntityKind.INSTITUTION and " " not in mention.text and _TAIL.search(before) is not None
