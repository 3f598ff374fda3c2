"""Who is what in what the text speaks of: “its founders were A and B”, “with A as observer”, “under Italian lead”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.activities.cast import owners
from foedera.claims.drafts import Draft
from foedera.claims.lists import in_list_with
from foedera.claims.participations.making import actors_at, can_take_part, participation
from foedera.claims.participations.matter import matter
from foedera.claims.participations.targets import Target, targets_at
from foedera.claims.participations.words import AS, JOINING_NOUNS, PEOPLE, ROLE_NOUNS, TAKING_PART
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind

_MISSIONS = frozenset({EntityKind.OPERATION, EntityKind.UNIT, EntityKind.FORCE})
_WITH_AS = re.compile(
    r"\b(?:as|acting as)\s+(?:(?:its|the|an?|full|founding|permanent|further|lead|associate|associated)\s+){0,3}"
    r"(?P<role>observers?|onlookers?|guests?|members?|partners?|lead|lead nation|framework nation|hosts?|contributors?)\b"
)
_SERVING = frozenset("engineer instructor medic pilot adviser expert policeman airman diver trainer sapper".split())
_LEADING = frozenset("lead command leadership chairmanship presidency".split())


def by_roles(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the nouns for roles tell where they leave out in what."""
    for token in sentence.tokens:
        if token.pos_ not in {"NOUN", "PROPN"}:
            continue
        lemma = token.lemma_.lower()
        if lemma in ROLE_NOUNS:
            yield from _being(token, sentence, scene)
        if lemma in _LEADING:
            yield from _under(token, sentence, scene)
        if lemma in TAKING_PART:
            yield from _asking(token, sentence, scene)
        if lemma in PEOPLE | _SERVING:
            yield from _serving(token, sentence, scene)
    yield from _with_as(sentence, scene)


def _being(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Its founders were France and Italy”, “The prime contractor would be Roe Dynamics”."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_.lower() not in {"be", "include", "remain"}:
        return
    joined = [*frames.after_preposition(noun, {"of", "in", "to", "for"})]
    joined += [child for child in noun.children if child.dep_ in {"poss", "compound"} and child.lower_ != "its"]
    targets = targets_at(joined, sentence, scene)
    if not targets and (joined or not any(child.lower_ in {"its", "the"} for child in noun.children)):
        return
    about = targets[0] if targets else matter(sentence, scene, sentence.offset(noun))
    named = [token for token in frames.objects(verb) if sentence.mention_of(token) is not None]
    actors = actors_at(named, sentence, scene)
    if about is None or not actors:
        return
    found = participation(verb, actors, about, ROLE_NOUNS[noun.lemma_.lower()], sentence, scene, confidence=0.55)
    if found is not None:
        yield found


def _under(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“SNMCMG2, now under Italian lead”, “the battlegroup under Polish command”."""
    if noun.head.lower_ != "under" or noun.dep_ != "pobj":
        return
    actors = tuple(owner.filler() for owner in owners(noun, sentence) if can_take_part(owner))
    over = noun.head.head
    led = [over] if over.pos_ in {"NOUN", "PROPN"} else list(frames.subjects(over))
    for target in targets_at(led, sentence, scene)[:1]:
        found = participation(noun, actors, target, AS.LEAD, sentence, scene, confidence=0.55)
        if found is not None and target.kind in {*_MISSIONS, EntityKind.PROGRAMME, EntityKind.EVENT, None}:
            yield found


def _asking(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Canada's request for a seat”, “A Colombian application for accession”: to what the text speaks of."""
    quality, prepositions, denied = TAKING_PART[noun.lemma_.lower()]
    if quality is not AS.CANDIDATE:
        return
    wanted = [each for each in frames.after_preposition(noun, prepositions) if each.lemma_.lower() in JOINING_NOUNS]
    purposes = [child for child in noun.children if child.dep_ == "acl" and child.lemma_.lower() in {"join", "accede"}]
    alone = noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_.lower() in _AWAITING
    if not wanted and not purposes and not (alone and not frames.after_preposition(noun, prepositions)):
        return
    who = [child for child in noun.children if child.dep_ in {"poss", "amod", "compound"}]
    actors = actors_at([*who, *frames.after_preposition(noun, {"from", "by", "of"})], sentence, scene)
    into = [each for thing in wanted for each in frames.after_preposition(thing, {"in", "of", "to"})]
    into += [each for verb in purposes for each in (*frames.objects(verb), *frames.after_preposition(verb, {"to"}))]
    targets: list[Target | None] = [*targets_at(into, sentence, scene)]
    if not targets and not into:
        targets = [matter(sentence, scene, sentence.offset(noun))]
    for target in targets[:1]:
        if target is not None:
            found = participation(noun, actors, target, quality, sentence, scene, denied=denied, confidence=0.55)
            if found is not None:
                yield found


# What becomes of a request for which it is not said: “Westhaven's request is pending”.
_AWAITING = frozenset("be remain lodge file submit reject accept grant approve examine table shelve".split())


def _serving(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“six Slovene engineers with EUFOR Althea”, “Japanese officers in the Combined Task Force 151”."""
    served = [
        target
        for target in targets_at(frames.after_preposition(noun, {"with", "in", "within"}), sentence, scene)
        if target.kind in {EntityKind.OPERATION, EntityKind.UNIT} and any(map(str.isupper, target.filler.text))
    ]
    actors = tuple(owner.filler() for owner in owners(noun, sentence) if can_take_part(owner))
    if served and actors and actors[0].entity != served[0].filler.entity:
        found = participation(noun, actors, served[0], AS.CONTRIBUTOR, sentence, scene, confidence=0.5)
        if found is not None:
            yield found


def _with_as(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“with Japan and the United Kingdom looking on as observers”, “with Vanuatu as founding member”."""
    for match in _WITH_AS.finditer(sentence.text):
        at = sentence.start + match.start()
        listed = [
            mention
            for mention in sentence.mentions
            if mention.end <= at
            and can_take_part(mention)
            and not mention.generic
            and _INTRODUCED.search(sentence.text[: mention.start - sentence.start])
            and _LOOKING.fullmatch(
                sentence.text[in_list_with(mention, sentence)[-1].end - sentence.start : match.start()]
            )
        ]
        token = sentence.token_at(sentence.start + match.start("role"))
        about = matter(sentence, scene, listed[0].start) if listed else None
        if about is None or token is None:
            continue
        actors = tuple(mention.filler() for mention in in_list_with(listed[0], sentence))
        quality = ROLE_NOUNS.get(token.lemma_.lower())
        found = participation(token, actors, about, quality, sentence, scene, confidence=0.55) if quality else None
        if found is not None:
            yield found


_INTRODUCED = re.compile(r"\b(?:with|including|and|plus)\s+(?:the\s+)?$")
_LOOKING = re.compile(r"\s*(?:looking on|watching|attending|present|invited|joining|on board|serving)?\s*")
