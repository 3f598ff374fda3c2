"""Verbs of exercising and training: “exercised with”, “practised”, “took part for”, “trains soldiers”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.activities.cast import Cast, cast_of
from foedera.claims.activities.clauses import (
    cast_with,
    event_in,
    exercise_under_way,
    is_armed,
    partners_of,
    telling_of,
)
from foedera.claims.activities.setting import elements_of
from foedera.claims.activities.telling import Telling
from foedera.claims.activities.words import ASSETS, COMPRISING, PEOPLE, PRACTISING
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType

_DRILLING = frozenset("exercise drill train".split())


# Verbs that have their own frame below, or that say nothing of a deed done together.
_NOT_DOING = frozenset(
    """be have say tell agree sign share compare equip arm replace provide deploy station base fit begin start end
    transit pass call dock meet visit patrol send sail go cross arrive conduct hold carry complete do take participate
    supply fill cooperate compete coordinate fight clash collide collaborate connect link familiarise deal strike overwhelm battle
    storm attack bomb shell face confront kill seize capture free negotiate talk speak argue swap enter sign""".split()
)


_SAILING = frozenset("sail steam fly operate manoeuvre maneuver".split())


_TRAINING = frozenset("train instruct teach coach tutor mentor school".split())


def exercising(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“IPD units have not yet exercised with the EUNAVFOR”, “a destroyer training together with frigates”."""
    lemma, subject = verb.lemma_.lower(), frames.subjects(verb)
    if lemma in _SAILING and _is_together(verb) and is_armed(subject, sentence, scene):
        return _of_several(verb, cast_of(subject, sentence, scene), sentence, scene)
    if lemma in _NOT_DOING or (lemma not in _DRILLING and frames.is_passive(verb)):
        return None
    if lemma in _DRILLING and frames.objects(verb):
        return None
    partners = cast_with(verb, sentence, scene)
    joint = bool(partners.participants or partners.assets)
    if lemma not in _DRILLING and not (
        joint and is_armed(subject, sentence, scene) and is_armed(partners_of(verb), sentence, scene)
    ):
        return None
    cast = cast_of(subject, sentence, scene)
    joint = joint or (_is_together(verb) and len(cast.participants) > 1)
    cast.add(partners)
    if not cast.participants or (not joint and not is_armed(subject, sentence, scene)):
        return None
    sort = ActivityType.EXERCISE
    if lemma == "train" and not joint and len(cast.participants) < 2:
        sort = ActivityType.TRAINING
    if lemma in {"operate", "work", "escort", "search", "clear"}:
        sort = ActivityType.OPERATION
    return telling_of(sort, verb, cast, sentence, scene, to=False)


def going_to_sea(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“The coast guard went to sea with Filipino counterparts”, “paired off with Korean colleagues”."""
    to_sea = verb.lemma_.lower() in {"go", "put"} and any(
        noun.lower_ == "sea" for noun in frames.after_preposition(verb, {"to"})
    )
    paired = verb.lemma_.lower() in {"pair", "team"} and any(child.lower_ in {"up", "off"} for child in verb.children)
    subject = frames.subjects(verb)
    name = event_in(verb, sentence) or (sentence.mention_of(verb.head) if verb.dep_ == "relcl" else None)
    named = name is not None and name.kind is EntityKind.EVENT and not name.generic
    if not (to_sea or paired) or not (named or is_armed(subject, sentence, scene)):
        return None
    cast, partners = cast_of(subject, sentence, scene), cast_with(verb, sentence, scene)
    if not cast.participants or not partners.participants:
        return None
    cast.add(partners)
    telling = telling_of(ActivityType.EXERCISE, verb, cast, sentence, scene, to=False)
    telling.name = name if named else None
    return telling


def counted(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Northmoor held 19 with Eastmark”: of the exercises that the sentence before counts."""
    numbers = [token for token in frames.objects(verb) if token.pos_ == "NUM"]
    if verb.lemma_.lower() not in {"hold", "conduct", "stage", "run"} or not numbers:
        return None
    before = list(scene.reading.before(sentence))[:2]
    if not any(word.lemma_.lower() in {"exercise", "drill"} for each in before for word in each.tokens):
        return None
    cast = cast_of(frames.doers(verb), sentence, scene)
    partners = cast_with(verb, sentence, scene)
    for number in numbers:
        partners.add(cast_of(frames.after_preposition(number, {"with"}), sentence, scene))
    cast.add(partners)
    return telling_of(ActivityType.EXERCISE, verb, cast, sentence, scene, to=False) if partners.participants else None


def _of_several(verb: Token, cast: Cast, sentence: Sentence, scene: Scene) -> Telling | None:
    """“HMAS Brisbane and BRP Jose Rizal sailed together”: ships of several states at sea with each other."""
    return (
        telling_of(ActivityType.EXERCISE, verb, cast, sentence, scene, to=False) if len(cast.participants) > 1 else None
    )


def _is_together(verb: Token) -> bool:
    return any(child.lower_ in {"together", "jointly", "alongside"} for child in verb.children)


def training(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“the EU mission that trains Ukrainian soldiers”, “pilots were trained in France”."""
    if verb.lemma_.lower() not in _TRAINING:
        return None
    trained = (*frames.undergoers(verb), *frames.after_preposition(verb, {"to"}))
    officials = verb.lemma_.lower() != "instruct" and any(token.lemma_.lower() in PEOPLE for token in trained)
    if not officials and not is_armed(trained, sentence, scene):
        return None
    cast = cast_of(frames.doers(verb), sentence, scene)
    cast.add(cast_of(trained, sentence, scene))
    return telling_of(ActivityType.TRAINING, verb, cast, sentence, scene) if cast.participants else None


def learning(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Filipino marines will learn the system at Nagpur”, “forty cadets were put through her classrooms”."""
    subject = frames.subjects(verb)
    drilled = verb.lemma_.lower() == "put" and frames.is_passive(verb) and frames.after_preposition(verb, {"through"})
    if not (drilled or verb.lemma_.lower() in {"learn", "graduate", "study"}) or not is_armed(subject, sentence, scene):
        return None
    cast = cast_of(subject, sentence, scene)
    return telling_of(ActivityType.TRAINING, verb, cast, sentence, scene) if cast.participants else None


def practising(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“The ships practised communications and division tactics”."""
    if verb.lemma_.lower() not in PRACTISING:
        return None
    elements = elements_of(verb, sentence)
    if not elements:
        return None
    cast = cast_of(frames.doers(verb), sentence, scene)
    cast.participants = {key: filler for key, filler in cast.participants.items() if filler.text[:1].isupper()}
    cast.add(cast_with(verb, sentence, scene))
    telling = telling_of(ActivityType.EXERCISE, verb, cast, sentence, scene)
    telling.elements = elements
    telling.points_back = True
    return telling


def taking_part(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“USS Mobile and a P-8A took part for the U.S. Navy”: in the exercise that was just told of."""
    part = any(child.lower_ == "part" for child in verb.children)
    lemma = verb.lemma_.lower()
    if not (lemma == "participate" or (lemma == "take" and part)) or frames.is_passive(verb):
        return None
    if frames.after_preposition(verb, {"in"}) or not exercise_under_way(sentence, scene):
        return None
    cast = cast_of(frames.after_preposition(verb, {"for"}), sentence, scene)
    own = cast_of(frames.subjects(verb), sentence, scene)
    if cast.participants:
        own.participants = {}
    cast.add(own)
    telling = telling_of(ActivityType.EXERCISE, verb, cast, sentence, scene)
    telling.points_back = True
    return telling if cast.participants else None


def including(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“These include boarding of a vessel and cross-deck landings”: what was practised in the exercise just told of."""
    subject = frames.subjects(verb)
    if verb.lemma_.lower() not in COMPRISING or not subject or frames.is_passive(verb):
        return None
    if not all(token.lower_ in {"these", "they", "it", "this"} for token in subject):
        return None
    if not exercise_under_way(sentence, scene):
        return None
    elements = elements_of(verb, sentence)
    if not elements:
        return None
    return Telling(ActivityType.EXERCISE, verb, verb, elements=elements, points_back=True, confidence=0.6)


def spending(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“spent nine days in the Philippine Sea with a JMSDF group”, “landed on a Japanese ship”."""
    lemma = verb.lemma_.lower()
    in_company = lemma in {"sail", "steam", "cruise", "operate"} and any(
        noun.lower_ == "company" for noun in frames.after_preposition(verb, {"in"})
    )  # "sailed in company with"
    if lemma not in {"spend", "land", "fly", "rendezvous", "refuel", "manoeuvre", "link"} and not in_company:
        return None
    subject = frames.subjects(verb)
    if not is_armed(subject, sentence, scene):
        return None
    partners = cast_with(verb, sentence, scene)
    if lemma in {"land", "refuel"}:
        partners.add(
            cast_of(_ships_among(frames.after_preposition(verb, {"on", "aboard"}), sentence, scene), sentence, scene)
        )
    if not partners.participants:
        return None
    cast = cast_of(subject, sentence, scene)
    cast.add(partners)
    if len(cast.participants) < 2:
        return None
    return telling_of(ActivityType.EXERCISE, verb, cast, sentence, scene, to=False)


def _ships_among(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> list[Token]:
    return [token for token in tokens if token.lemma_.lower() in ASSETS or is_armed((token,), sentence, scene)]
