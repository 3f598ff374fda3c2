"""Verbs of exchanging, sounding out and showing: “swap radar pictures”, “sounded out Roebuck”, “unveiled a gun at the fair”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.activities.cast import cast_of
from foedera.claims.activities.clauses import cast_with, is_armed, telling_of
from foedera.claims.activities.setting import mentions_in, reach
from foedera.claims.activities.telling import Telling
from foedera.claims.activities.triggers import type_of_event
from foedera.claims.activities.words import EXCHANGED
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType

_EXCHANGING = frozenset("swap exchange trade share pool".split())
# What is promised so often that it tells no deed is left to the undertakings: information, views, experience.
_GOODS = (EXCHANGED - frozenset("information view experience expertise practice knowledge".split())) | frozenset(
    """data picture crew aircrew pilot imagery warning track observation midshipman syllabus lesson image reading
    instructor watchkeeper engineer analyst""".split()
)
_SHOWING = frozenset("exhibit show present display unveil showcase unwrap demonstrate debut parade".split())


def exchanging(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“The two navies swap radar pictures”, “Northmoor shares satellite imagery with Eastmark”."""
    if verb.lemma_.lower() not in _EXCHANGING:
        return None
    things = [token for token in frames.undergoers(verb) if token.lemma_.lower() in _GOODS]
    if not things:
        return None
    cast = cast_of(frames.doers(verb), sentence, scene)
    partners = cast_with(verb, sentence, scene)
    partners.add(cast_of(frames.after_preposition(verb, {"between", "among"}), sentence, scene))
    cast.add(partners)
    if len(cast.participants) < 2:
        return None
    telling = telling_of(ActivityType.EXCHANGE, verb, cast, sentence, scene, to=False)
    telling.elements = [sentence.excerpt(*frames.phrase(token)) for token in things]
    return telling


def comparing(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Her divers compared notes with a French team”, “We sounded out Roebuck on money”."""
    lemma, things = verb.lemma_.lower(), frames.objects(verb)
    notes = lemma == "compare" and any(token.lemma_.lower() == "note" for token in things)
    sounding = lemma == "canvass" or (lemma == "sound" and any(child.lower_ == "out" for child in verb.children))
    if not (notes or sounding) or frames.is_passive(verb):
        return None
    doers = frames.doers(verb)
    cast = cast_of(doers, sentence, scene)
    cast.add(cast_with(verb, sentence, scene))
    if sounding:
        cast.add(cast_of(things, sentence, scene))
    if len(cast.participants) < 2:
        return None
    sort = ActivityType.EXCHANGE if notes and is_armed(doers, sentence, scene) else ActivityType.CONSULTATION
    return telling_of(sort, verb, cast, sentence, scene, to=False)


def exhibiting(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Roe Systems unveiled a gun at Euronaval”: who shows something at a fair."""
    if verb.lemma_.lower() not in _SHOWING:
        return None
    around = [mention for _, mention in mentions_in(list(reach(verb)), sentence)]
    fairs = [
        each
        for each in around
        if each.kind is EntityKind.EVENT and not each.generic and type_of_event(each) is ActivityType.EXHIBITION
    ]
    cast = cast_of(frames.doers(verb), sentence, scene)
    if not fairs or not cast.participants:
        return None
    telling = telling_of(ActivityType.EXHIBITION, verb, cast, sentence, scene, to=False)
    telling.name = fairs[0]
    return telling
