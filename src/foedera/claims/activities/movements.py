"""Verbs of sending, sailing and calling: “was deployed to”, “called at”, “passed through”, “escorted”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.activities.cast import Cast, cast_of
from foedera.claims.activities.clauses import (
    cast_with,
    event_in,
    exercise_under_way,
    is_armed,
    places_among,
    telling_of,
)
from foedera.claims.activities.setting import reach
from foedera.claims.activities.telling import Telling
from foedera.claims.activities.words import ASSETS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType

_DEPLOYING = frozenset("deploy redeploy station dispatch garrison preposition relieve".split())


# These deploy only where their object or the subject of the passive is armed and a place is named.
_KEEPING = frozenset(
    "send keep maintain host rotate move bring put mass rush assign commit pull leave have base divert add shift".split()
)


# These deploy where their subject is armed and a place is named.
_STANDING = frozenset(
    """serve arrive land remain stay be rotate return operate live fly stand move enter reach lodge camp linger sit
    relocate shift come winter""".split()
)


_LEAVING = frozenset("withdraw depart leave pull".split())


_SENDING = frozenset("send contribute provide field supply commit represent bring fly deploy lend put furnish".split())


_PORTING = frozenset(
    "call dock berth moor arrive put tie anchor stop visit come enter lie slide pull spend stay".split()
)


_PASSING = frozenset("transit pass sail steam cross go slip head come cruise navigate traverse proceed overfly".split())


_OPERATING = frozenset(
    """escort intercept evacuate demine salvage rescue shadow invade bombard airlift seize board strike bomb storm track monitor police
    shepherd patrol guard clear shoot destroy neutralise survey""".split()
)

_STRUCK = frozenset("deal bargain agreement pact accord truce balance chord tone".split())  # "struck a deal"


def deploying(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“deployed a battalion to Mali”, “troops stationed at Tapa”, “two F-35As were hosted at Tindal”."""
    lemma = verb.lemma_.lower()
    based = lemma == "base" and frames.is_passive(verb)
    if (lemma == "have" and not _has_there(verb, sentence)) or (lemma == "fly" and verb.tag_ in {"VBD", "VBN"}):
        return None  # "flew from Roebuck" is one flight
    if lemma == "come" and event_in(verb, sentence) is not None:
        return None
    if lemma not in _DEPLOYING | _KEEPING | _STANDING | _LEAVING and not based:
        return None
    moved = () if lemma in _STANDING else frames.undergoers(verb)
    cast = Cast()
    if moved:
        if not is_armed(moved, sentence, scene):
            return None
        cast.add(cast_of(frames.doers(verb), sentence, scene))
        sent = cast_of(moved, sentence, scene)
        if cast.participants and lemma != "host":
            sent.participants = {}
        elif sent.participants:
            cast.participants = {}
        cast.add(sent)
    else:
        subject = frames.subjects(verb)
        if lemma in _KEEPING or not is_armed(subject, sentence, scene):
            return None
        cast.add(cast_of(subject, sentence, scene))
    telling = telling_of(ActivityType.DEPLOYMENT, verb, cast, sentence, scene)
    if lemma == "host" and not frames.is_passive(verb):  # "Westhaven hosts an Eastmark brigade": there it stands
        telling.places = places_among(frames.subjects(verb), sentence) or telling.places
        hosts = {place.entity for place in telling.places}
        cast.participants = {key: filler for key, filler in cast.participants.items() if filler.entity not in hosts}
    if not cast.participants or (lemma not in _DEPLOYING and not based and not telling.places):
        return None
    if lemma == "be" and not _is_bare_or_present(verb):
        return None
    sailing = any(
        each.kind is EntityKind.VESSEL
        for token in frames.subjects(verb)
        for each in scene.discourse.resolve(token, sentence)
    )
    telling.gone = lemma in _LEAVING and not sailing and not any(child.lower_ == "behind" for child in verb.children)
    return telling


def _has_there(verb: Token, sentence: Sentence) -> bool:
    """“had Typhoons at Roebuck”: what a navy or air force has at a place, and not what a state has at all."""
    if verb.dep_ in {"aux", "auxpass"}:
        return False
    things = frames.objects(verb)
    named = [sentence.mention_of(token) for token in things]
    return any(
        (mention is not None and mention.kind in _MOVED) or token.lemma_.lower() in ASSETS | {"soldier", "troop"}
        for token, mention in zip(things, named, strict=True)
    )


_MOVED = frozenset({EntityKind.EQUIPMENT, EntityKind.VESSEL, EntityKind.UNIT})


def homing(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“The ships shaped course for home”, “came home to Roebuck after 117 days in the ice”."""
    if verb.lemma_.lower() not in _HOMING or not is_armed(frames.subjects(verb), sentence, scene):
        return None
    if not any(word.lower_ in {"home", "homeward", "homewards", "homeport"} for word in reach(verb)):
        return None
    cast = cast_of(frames.subjects(verb), sentence, scene)
    telling = telling_of(ActivityType.DEPLOYMENT, verb, cast, sentence, scene, to=False)
    return telling if cast.participants and (cast.assets or telling.places) else None


_HOMING = frozenset("shape set head sail come return turn steam go start begin fly".split())


def _is_bare_or_present(verb: Token) -> bool:
    """“are in Sinai”, “are present in Japan”, but not “are a problem in Sinai”."""
    return all(
        child.lower_ in {"present", "active"} for child in verb.children if child.dep_ in {"attr", "acomp", "xcomp"}
    )


def sending(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“The Navy sent the frigate X”: to the exercise that was just told of, or else a deployment if a place is named."""
    lemma = verb.lemma_.lower()
    if lemma not in _SENDING:
        return None
    if lemma == "put" and not any(child.lower_ == "up" for child in verb.children):
        return None
    represented = verb.lemma_.lower() == "represent" and frames.is_passive(verb)
    sent, senders = frames.undergoers(verb), frames.doers(verb)
    if represented:  # "the JMSDF was represented by the destroyer JS Akebono"
        sent, senders = senders, sent
    if not is_armed(sent, sentence, scene):
        return None
    cast = cast_of(senders, sentence, scene)
    if not cast.participants and not frames.is_passive(verb):
        return None
    goods = cast_of(sent, sentence, scene)
    if cast.participants:
        goods.participants = {}
    cast.add(goods)
    telling = telling_of(ActivityType.DEPLOYMENT, verb, cast, sentence, scene)
    sent_off = bool(frames.after_preposition(verb, {"to"})) and bool(telling.places)
    if exercise_under_way(sentence, scene) and cast.assets and not sent_off:
        telling.type, telling.points_back = ActivityType.EXERCISE, True
        return telling
    if lemma != "send" or not telling.places:
        return None
    return telling


def calling(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Warramunga had called at Puerto Princesa”, “visited ports in India”, “docked at Djibouti”."""
    lemma = verb.lemma_.lower()
    if lemma not in _PORTING:
        return None
    subject = frames.subjects(verb)
    ports = [token for token in frames.objects(verb) if token.lemma_.lower() == "port"]
    ships = any(
        mention.kind is EntityKind.VESSEL for token in subject for mention in scene.discourse.resolve(token, sentence)
    ) or any(token.lemma_.lower() in ASSETS for token in subject)
    if not (ships or (ports and lemma == "visit")):
        return None
    if lemma in {"call", "come", "put", "tie", "lie", "slide", "pull"} and not _is_arrival(verb):
        return None
    if lemma == "call" and not frames.after_preposition(verb, {"at", "in"}):
        return None
    cast = cast_of(subject, sentence, scene)
    telling = telling_of(ActivityType.PORT_CALL, verb, cast, sentence, scene)
    if lemma == "visit":
        telling.places += places_among(frames.objects(verb), sentence)
    if not telling.places or not cast.participants:
        return None
    return telling


def _is_arrival(verb: Token) -> bool:
    """“put in”, “tied up”, “came alongside”, “called at”: what a ship does in a port."""
    wanted = {
        "put": {"in", "into"},
        "tie": {"up"},
        "come": {"alongside"},
        "call": {"at", "in"},
        "lie": {"alongside", "in", "at"},
        "slide": {"up"},
        "pull": {"into", "in"},
    }[verb.lemma_.lower()]
    return any(child.lower_ in wanted for child in verb.children)


def patrolling(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“frigates patrolling the Indian Ocean”."""
    if verb.lemma_.lower() != "patrol" and not (
        verb.lemma_.lower() in {"scour", "comb", "sweep"} and is_armed(frames.doers(verb), sentence, scene)
    ):
        return None
    cast = cast_of(frames.subjects(verb), sentence, scene)
    cast.add(cast_with(verb, sentence, scene))
    telling = telling_of(ActivityType.PATROL, verb, cast, sentence, scene)
    telling.places += [place for place in places_among(frames.objects(verb), sentence) if place not in telling.places]
    return telling if cast.participants else None


def passing(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“HMS Richmond passed through the Taiwan Strait together with USS Higgins”."""
    lemma = verb.lemma_.lower()
    if lemma not in _PASSING or not is_armed(frames.subjects(verb), sentence, scene):
        return None
    cast = cast_of(frames.subjects(verb), sentence, scene)
    cast.add(cast_with(verb, sentence, scene))
    telling = telling_of(ActivityType.TRANSIT, verb, cast, sentence, scene)
    telling.places += [place for place in places_among(frames.objects(verb), sentence) if place not in telling.places]
    through = frames.after_preposition(verb, {"through", "via"})
    if not telling.places or not cast.participants or (lemma not in {"transit", "cross", "overfly"} and not through):
        return None
    return telling


def operating(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“escorted a tanker through the Bab el-Mandeb”, “intercepted four drones”."""
    if verb.lemma_.lower() not in _OPERATING:
        return None
    doers = frames.doers(verb)
    if not doers or not (frames.undergoers(verb) or frames.is_passive(verb)):
        return None
    if any(noun.lemma_.lower() in _STRUCK for noun in frames.undergoers(verb)):
        return None
    if verb.lemma_.lower() not in {"invade"} and not is_armed(doers, sentence, scene):
        return None
    cast = cast_of(doers, sentence, scene)
    cast.add(cast_with(verb, sentence, scene))
    telling = telling_of(ActivityType.OPERATION, verb, cast, sentence, scene)
    if verb.lemma_.lower() == "invade":
        telling.places += places_among(frames.objects(verb), sentence)
    return telling if cast.participants else None
