"""Activities that a noun names: “held an exercise with”, “the visit by”, “during the talks between”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.activities.cast import Cast, cast_of, owners
from foedera.claims.activities.parts import is_called_off
from foedera.claims.activities.setting import add_hardware, elements_of, places_in, reach
from foedera.claims.activities.telling import Telling
from foedera.claims.activities.triggers import Trigger, find_noun_triggers
from foedera.claims.activities.words import COMPRISING, LOCATIVE, NEEDS_CAST, WITH
from foedera.claims.lists import in_list_with
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType

_BRINGING = frozenset("involve include bring gather see feature unite comprise pit".split())
_VISITLIKE = frozenset({ActivityType.VISIT, ActivityType.PORT_CALL, ActivityType.DEPLOYMENT})
_JOINING = frozenset("join attend support leave participate contribute".split())
_RECEIVING = frozenset("host receive welcome invite meet".split())
_STANDING = frozenset("operation mission".split())
_DEFINITE = frozenset("the this these that those its their".split())


def tell_by_nouns(sentence: Sentence, scene: Scene) -> Iterator[Telling]:
    """What the nouns of a sentence tell of activities."""
    for trigger in find_noun_triggers(sentence):
        telling = _tell(trigger, sentence, scene)
        if telling is not None:
            yield telling


def _tell(trigger: Trigger, sentence: Sentence, scene: Scene) -> Telling | None:
    noun, verb = trigger.anchor, trigger.verb
    own = _own_cast(trigger, sentence, scene)
    bound = trigger.holds or trigger.happens
    cast = Cast()
    if verb is not None and bound:
        cast.add(_verb_cast(trigger, verb, sentence, scene))
    cast.add(own)
    if not cast.participants and (bound or trigger.name is not None) and trigger.type is not ActivityType.EXHIBITION:
        cast.add(_named_with(trigger, sentence, scene))
    lemma = noun.lemma_.lower()
    if lemma in NEEDS_CAST and trigger.name is None and not (own.participants or (trigger.holds and cast.participants)):
        return None
    if not bound and trigger.type is ActivityType.OPERATION and (lemma in _STANDING or trigger.name is not None):
        return None  # a mission that is only mentioned does nothing here
    if not bound and not own.participants and trigger.name is None:
        return None
    if trigger.type is ActivityType.OPERATION and verb is not None and _is_joining(verb):
        return None  # told as a participation
    if trigger.holds and verb is not None and _is_watching(verb):
        return None  # so is who only looks on
    scope = list(reach(noun)) if verb is None or not bound else list({*reach(verb), *reach(noun)})
    scope.sort(key=lambda token: token.i)
    held = verb is not None and trigger.holds
    add_hardware(cast, scope, sentence, scene, until=sentence.offset(verb) if verb is not None and held else 0)
    telling = Telling(trigger.type, verb if verb is not None and bound else noun, noun, cast, trigger.name)
    telling.gone = bool(verb is not None and trigger.happens and is_called_off(verb))
    telling.places = _places(trigger, scope, cast, sentence)
    telling.elements = _elements(trigger, sentence)
    if not cast.participants and _is_joint(trigger):
        for mention in scene.discourse.pair:  # "there could be joint visits": by those whom the text is about
            cast.act(mention.filler())
        telling.confidence = 0.5
    telling.points_back = not cast.participants and _points_back(trigger, bound)
    if not cast.participants and not telling.points_back:
        return None
    if telling.confidence > 0.5:
        telling.confidence = 0.8 if trigger.name is not None or trigger.holds else 0.65
    return telling


def _is_joining(verb: Token) -> bool:
    """Whether somebody joins or takes part."""
    return verb.lemma_.lower() in _JOINING or any(child.lower_ == "part" for child in verb.children)


def _is_watching(verb: Token) -> bool:
    """“attended the exercise as observers”, “observers from Eastmark attended the exercise”."""
    watching = [*frames.after_preposition(verb, {"as"}), *frames.subjects(verb)]
    return any(noun.lemma_.lower() in {"observer", "onlooker", "spectator"} for noun in watching)


def _own_cast(trigger: Trigger, sentence: Sentence, scene: Scene) -> Cast:
    """Who the noun's own words name: “the Japan-EU exercise”, “talks between A and B”, “the visit by X”."""
    noun, cast = trigger.anchor, Cast()
    for owner in owners(noun, sentence):
        if owner.kind in {EntityKind.PLACE} and trigger.type not in {ActivityType.SUMMIT, ActivityType.DIALOGUE}:
            continue
        cast.act(owner.filler())
    of = frames.after_preposition(noun, {"of"})
    if noun.lemma_.lower() == "invasion":  # "the Russian invasion of Ukraine": there it takes place
        cast.participants = {
            key: filler
            for key, filler in cast.participants.items()
            if filler.start is None or filler.start < sentence.offset(noun)
        }
    if trigger.type in {ActivityType.DEPLOYMENT, ActivityType.VISIT, ActivityType.SUMMIT, ActivityType.DIALOGUE}:
        cast.add(cast_of(of, sentence, scene))
    cast.add(cast_of((child for child in noun.children if child.dep_ == "poss"), sentence, scene))
    cast.add(cast_of(frames.after_preposition(noun, WITH), sentence, scene))
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in _BRINGING:
            cast.add(cast_of(frames.objects(child) or _named_after(child, sentence), sentence, scene))
    behind = next((each for each in noun.doc[noun.i + 1 : noun.i + 5] if each.tag_ == "VBG"), None)
    if not cast.participants and behind is not None and behind.lemma_.lower() in _BRINGING:
        for listed in _listed_after(behind, sentence):  # "exercises in 2021 involving, for the first time, A and B"
            cast.act(listed.filler())
    return cast


def _verb_cast(trigger: Trigger, verb: Token, sentence: Sentence, scene: Scene) -> Cast:
    """Who the verb names: its subject if that holds the activity, those it is done with, those it brings together."""
    cast = Cast()
    if trigger.holds:
        cast.add(cast_of(frames.doers(verb), sentence, scene))
        if verb.lemma_.lower() in _RECEIVING:  # "hosted his counterparts for talks"
            cast.add(cast_of(frames.undergoers(verb), sentence, scene))
    elif frames.is_passive(verb):
        cast.add(cast_of(frames.agents(verb), sentence, scene))
    cast.add(cast_of(frames.after_preposition(verb, WITH - {"by"}), sentence, scene))
    if verb.lemma_.lower() in {"take", "participate"}:  # "took part for the U.S. Navy"
        cast.add(cast_of(frames.after_preposition(verb, {"for"}), sentence, scene))
    for word in ("together", "along", "jointly"):
        for child in verb.children:
            if child.lower_ == word:
                cast.add(cast_of(frames.after_preposition(child, WITH), sentence, scene))
    for preposition in verb.children:  # "with the participation of X"
        if preposition.lower_ in {"with", "under"}:
            for noun in preposition.children:
                if noun.lemma_.lower() in {"participation", "involvement", "presence", "attendance"}:
                    cast.add(cast_of(frames.after_preposition(noun, {"of", "by", "from"}), sentence, scene))
    if trigger.happens and verb.lemma_.lower() in _BRINGING and not frames.is_passive(verb):
        brought = frames.objects(verb) or _named_after(verb, sentence)
        cast.add(cast_of(brought, sentence, scene))
    return cast


def _named_with(trigger: Trigger, sentence: Sentence, scene: Scene) -> Cast:
    """Those named behind “between” or “with” further on, where the parser hung them on another word."""
    cast = Cast()
    start = sentence.offset(trigger.anchor)
    for mention in sentence.mentions:
        before = sentence.text[max(0, mention.start - sentence.start - 60) : mention.start - sentence.start]
        if mention.start > start and mention.is_actor and not mention.generic and _BEHIND.search(before):
            for listed in in_list_with(mention, sentence):
                cast.act(listed.filler())
            break
    return cast


# "between", "with", and up to four words of office or description before the name
_BEHIND = re.compile(
    r"\b(?:between|with|among|alongside|by)\s+(?:the\s+|its\s+|his\s+|her\s+)?(?:[A-Z]?[\w-]+\s+){0,4}$"
)


def _listed_after(verb: Token, sentence: Sentence) -> Iterator[Mention]:
    """The first list of actors behind a verb, whatever the parser hung it on."""
    start = sentence.offset(verb)
    first = next((each for each in sentence.mentions if each.start > start and each.is_actor), None)
    if first is not None and not first.generic and first.start - start < _NEAR_BEHIND:
        yield from in_list_with(first, sentence)


_NEAR_BEHIND = 60  # characters


def _named_after(verb: Token, sentence: Sentence) -> list[Token]:
    """The heads of the names behind a verb that the parser gave no object: “involved the frigates X and Y”."""
    start = sentence.offset(verb)
    named = [mention for mention in sentence.mentions if mention.start > start and not mention.generic]
    roots = [sentence.root_of(mention.start, mention.end) for mention in named]
    return [root for root in roots if root is not None]


def _places(trigger: Trigger, scope: list[Token], cast: Cast, sentence: Sentence) -> list[Mention]:
    words = LOCATIVE if trigger.type in _VISITLIKE else LOCATIVE - {"to", "into", "towards", "toward"}
    if trigger.anchor.lemma_.lower() == "invasion":
        words = words | {"of"}
    found = places_in(scope, sentence, prepositions=words)
    acting = {filler.start for filler in cast.participants.values()}
    return [place for place in found if place.start not in acting]


def _elements(trigger: Trigger, sentence: Sentence) -> list[Filler]:
    if trigger.type not in {ActivityType.EXERCISE, ActivityType.TRAINING, ActivityType.PATROL}:
        return []
    verbs = [child for child in trigger.anchor.children if child.dep_ in {"acl", "relcl"}]
    if trigger.happens and trigger.verb is not None:
        verbs.append(trigger.verb)
    return [element for verb in verbs if verb.lemma_.lower() in COMPRISING for element in elements_of(verb, sentence)]


def _is_joint(trigger: Trigger) -> bool:
    """Whether the noun says that two do it without saying who: “joint”, “bilateral”."""
    return any(child.lower_ in {"joint", "bilateral", "mutual"} for child in trigger.anchor.children)


def _points_back(trigger: Trigger, bound: bool) -> bool:
    """Whether the noun may stand for an activity told before: “the exercise ends on 9 May”, “a second round”."""
    if trigger.name is not None:
        return True
    return bound and any(
        child.lower_ in _DEFINITE or (child.dep_ in {"amod"} and child.lower_ in _ORDINALS)
        for child in trigger.anchor.children
    )


_ORDINALS = frozenset("first second third fourth fifth next last previous annual final".split())
