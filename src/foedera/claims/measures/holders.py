"""Whose a sum is, where a noun names the sum: its owner beside it, or whom the text is about."""

from __future__ import annotations

from collections import Counter

from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind

# What only companies have, and what programmes have: without an owner beside it, it is that of the one told of.
_OF_COMPANIES = frozenset(
    "backlog revenue turnover sale profit earnings income margin dividend intake book debt ebit ebitda loss workforce headcount".split()
)
_OF_PROGRAMMES = frozenset("envelope budget funding endowment allocation ceiling financing".split())
_NAMED = frozenset(
    {
        EntityKind.PROGRAMME,
        EntityKind.INSTRUMENT,
        EntityKind.CENTRE,
        EntityKind.EVENT,
        EntityKind.VESSEL,
        EntityKind.EQUIPMENT,
    }
)
_OWNING = frozenset({"its", "their", "whose"})
_PEOPLE = frozenset({EntityKind.UNIT, EntityKind.FORCE})


def holder_of(noun: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    """Who has the sum that a noun names: “the EDF contribution”, “its budget”, “the order backlog” of the company told of."""
    owner = scene.owner(noun, sentence) or _named_before(noun, sentence) or _pointed_at(noun, sentence, scene)
    if owner is not None:
        return owner.filler()
    lemma = noun.lemma_.lower()
    if lemma in _OF_COMPANIES:
        told = main_company(sentence, scene)
        return told.filler() if told is not None else None
    if lemma in _OF_PROGRAMMES and any(child.lower_ == "the" for child in noun.children):
        for earlier in (sentence, *scene.reading.before(sentence)):
            programmes = [
                each
                for each in earlier.mentions
                if each.kind is EntityKind.PROGRAMME and not each.generic and each.end <= sentence.offset(noun)
            ]
            if programmes:
                return programmes[0].filler()
    return None


def owner_of_people(noun: Token, own: Mention | None, sentence: Sentence, scene: Scene) -> Mention | None:
    """To whom soldiers, ships' companies and the like belong: “its soldiers”, “Rwanda's contingent”."""
    if own is None or not own.generic or own.kind not in _PEOPLE:
        return None
    owner = next((sentence.mention_of(child) for child in noun.children if child.dep_ == "poss"), None)
    if owner is not None and owner.is_actor and owner.kind is not EntityKind.PERSON:
        return owner
    return _pointed_at(noun, sentence, scene)


def main_company(sentence: Sentence, scene: Scene) -> Mention | None:
    """The company that the text up to a sentence names most often; of two named as often the first."""
    named = [
        each
        for index in range(sentence.index + 1)
        for each in scene.reading.sentences[index].mentions
        if each.kind is EntityKind.COMPANY and not each.generic
    ]
    counts = Counter(each.entity for each in named)
    return max(named, key=lambda each: counts[each.entity], default=None)


def _named_before(noun: Token, sentence: Sentence) -> Mention | None:
    for child in noun.children:
        if child.i < noun.i and child.dep_ in {"compound", "poss", "nmod", "amod"}:
            mention = sentence.mention_of(child)
            if (
                mention is not None
                and not mention.generic
                and mention.kind in _NAMED
                and mention.end <= sentence.offset(noun)
            ):
                return mention
    return None


def _pointed_at(noun: Token, sentence: Sentence, scene: Scene) -> Mention | None:
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ in _OWNING:
            found = scene.discourse.resolve(child, sentence)
            return found[0] if found else None
    return None
