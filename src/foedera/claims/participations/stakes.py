"""Who has a share, a seat or a hand in something: “each hold a third of”, “sits on the board of”, “has no hand in”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.lists import in_list_with
from foedera.claims.mentions import Mention
from foedera.claims.participations.making import actors_at, can_take_part, participation
from foedera.claims.participations.targets import Target, target_at, targets_at
from foedera.claims.participations.words import AS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind

_HOLDING = frozenset("have hold own take acquire buy keep retain occupy get gain play want".split())
_SHARES = frozenset("stake share shareholding third half quarter % percent interest holding".split())
_PLACES = frozenset("hand part role seat place chair spot".split())
_SHARED = frozenset({EntityKind.PROGRAMME, EntityKind.COMPANY, None})
_SAT_IN = frozenset(
    {EntityKind.PROGRAMME, EntityKind.INSTITUTION, EntityKind.AGENCY, EntityKind.CENTRE, EntityKind.UNIT, None}
)


def having(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Roe Dynamics holds a 30 per cent stake in the venture”, “Westhaven has no hand in the group”."""
    if verb.lemma_.lower() not in _HOLDING or frames.is_passive(verb):
        return
    for thing in frames.objects(verb):
        lemma = thing.lemma_.lower()
        if lemma not in _SHARES | _PLACES or thing.i < verb.i:
            continue
        prepositions = {"in", "of"} if lemma in _SHARES else {"in", "on", "at"}
        joined = [
            *frames.after_preposition(thing, prepositions),
            *frames.after_preposition(verb, prepositions - {"of"}),
        ]
        actors = actors_at(frames.subjects(verb), sentence, scene)
        for target in targets_at(joined, sentence, scene)[:1]:
            kinds, quality = (_SHARED, AS.PARTNER) if lemma in _SHARES else (_SAT_IN, target.quality)
            if target.kind not in kinds or target.is_exercise:
                continue
            if any(word.lower_ == "without" and "vote" in sentence.text for word in thing.children):
                quality = AS.OBSERVER
            found = participation(verb, actors, target, quality, sentence, scene, confidence=0.55)
            if found is not None:
                yield found


def sitting(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Both countries sit in the Council”, “its companies sit on the board of the programme”."""
    if verb.lemma_.lower() != "sit" or any(
        child.lower_ == "in" and not list(child.children) for child in verb.children
    ):
        return
    actors = actors_at(frames.subjects(verb), sentence, scene)
    for target in targets_at(frames.after_preposition(verb, {"in", "on", "at"}), sentence, scene):
        if target.kind in _SAT_IN and not target.is_exercise:
            found = participation(verb, actors, target, target.quality, sentence, scene, confidence=0.6)
            if found is not None:
                yield found


_IN_WHICH = re.compile(
    r"(?P<thing>[\w.’'-]+)(?:\s\([\w.-]+\))?,?\s(?:in which|of which|(?:to|from) which|whose (?:members|partners|owners) are)\s(?:the\s)?"
)
_SHARING = re.compile(
    r"\.?\s*(?:\([^()]{1,40}\))?,?\s*(?:are|(?:each|both|all|jointly|now)?\s?(?:hold|own|have|has|holds|owns|share|take part|"
    r"participate|sit|cooperate|(?P<as>benefit|contribute|draw|profit)|belong|work together|are (?:partners|members|involved|represented|shareholders)))\b"
)


def in_which(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“the venture in which Roe, Doe and Coe (C) each hold a third”, whatever the parser makes of so long a list."""
    for match in _IN_WHICH.finditer(sentence.text):
        first = sentence.mention_starting(sentence.start + match.end())
        token = sentence.token_at(sentence.start + match.start("thing"))
        if first is None or token is None or not _is_partner(first):
            continue
        listed = in_list_with(first, sentence)
        target = target_at(token, sentence, scene) or _venture(token, sentence, scene)
        sharing = _SHARING.match(sentence.text, listed[-1].end - sentence.start)
        if len(listed) < 2 or target is None or sharing is None:
            continue
        actors = tuple(mention.filler() for mention in listed)
        quality = target.quality
        if sharing["as"]:
            quality = AS.CONTRIBUTOR if sharing["as"] == "contribute" else AS.BENEFICIARY
        found = participation(token, actors, target, quality, sentence, scene, confidence=0.55)
        if found is not None:
            yield found


def _is_partner(mention: Mention) -> bool:
    return can_take_part(mention) and not mention.generic


def _venture(token: Token, sentence: Sentence, scene: Scene) -> Target | None:
    """The firm that is said to be a joint venture: “Roedoe, the joint venture in which …”."""
    if token.lemma_.lower() not in {"venture", "company", "consortium"}:
        return None
    for mention in sentence.mentions:
        beside = sentence.text[mention.end - sentence.start : sentence.offset(token) - sentence.start]
        if mention.kind is EntityKind.COMPANY and re.fullmatch(r", (?:the|a) (?:\w+ ){0,3}", beside):
            return Target(mention.filler(), AS.PARTNER, mention.kind)
    return None
