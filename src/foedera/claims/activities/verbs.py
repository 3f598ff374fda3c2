"""Activities that a verb tells: “exercised with”, “called at”, “was deployed to”, “met in”."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.activities.assembly import Telling
from foedera.claims.activities.cast import Cast, cast_of
from foedera.claims.activities.setting import add_hardware, elements_of, places_in, reach
from foedera.claims.activities.words import ASSETS, COMPRISING, LOCATIVE, PEOPLE, PRACTISING
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITH = frozenset({"with", "alongside"})
_ARMED = frozenset({EntityKind.FORCE, EntityKind.UNIT, EntityKind.OPERATION, EntityKind.VESSEL, EntityKind.EQUIPMENT})
_DEPLOYING = frozenset("deploy redeploy station dispatch garrison preposition relieve".split())
# These deploy only where their object or the subject of the passive is armed and a place is named.
_KEEPING = frozenset("send keep maintain host rotate move bring".split())
# These deploy where their subject is armed and a place is named.
_STANDING = frozenset("serve arrive land remain stay be rotate return operate live fly".split())
_LEAVING = frozenset("withdraw depart leave pull".split())
_SENDING = frozenset("send contribute provide field supply commit represent bring fly deploy lend".split())
_PORTING = frozenset("call dock berth moor arrive put tie anchor stop visit come enter lie slide".split())
_PASSING = frozenset("transit pass sail steam cross go slip head".split())
_OPERATING = frozenset(
    "escort intercept evacuate rescue shadow invade bombard airlift seize board strike bomb storm".split()
)
_TRAINING = frozenset("train instruct teach coach tutor mentor".split())
_COMING = frozenset("visit travel tour fly go".split())


def tell_by_verbs(sentence: Sentence, scene: Scene) -> Iterator[Telling]:
    """What the verbs of a sentence tell of activities."""
    for token in sentence.tokens:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
            continue
        covering = sentence.mention_of(token)
        if covering is not None and covering.kind in {EntityKind.EVENT, EntityKind.OPERATION}:
            continue  # "the exercise", taken for a verb
        for tell in _FRAMES:
            telling = tell(token, sentence, scene)
            if telling is not None:
                yield telling
                break


def _telling(
    sort: ActivityType, verb: Token, cast: Cast, sentence: Sentence, scene: Scene, *, to: bool = True
) -> Telling:
    scope = sorted(reach(verb), key=lambda token: token.i)
    add_hardware(cast, scope, sentence, scene)
    words = LOCATIVE if to else LOCATIVE - {"to", "into"}
    acting = {filler.start for filler in cast.participants.values()}
    places = [place for place in places_in(scope, sentence, prepositions=words) if place.start not in acting]
    return Telling(sort, verb, verb, cast, None, places, confidence=0.7)


def _with(verb: Token, sentence: Sentence, scene: Scene) -> Cast:
    return cast_of(_partners(verb), sentence, scene)


def _is_armed(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> bool:
    """Whether the nouns stand for ships, aircraft, units or soldiers."""
    for token in tokens:
        if token.lemma_.lower() in ASSETS | _SOLDIERS:
            return True
        if any(mention.kind in _ARMED for mention in scene.discourse.resolve(token, sentence)):
            return True
    return False


_SOLDIERS = frozenset(
    """troop force soldier sailor marine airman personnel unit detachment contingent battalion brigade company platoon
    squadron regiment team instructor paratrooper adviser officer crew fleet flotilla pilot engineer police""".split()
)


def _exercising(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“IPD units have not yet exercised with the EUNAVFOR”, “a destroyer training together with frigates”."""
    lemma = verb.lemma_.lower()
    if lemma in _NOT_DOING or (lemma not in _DRILLING and frames.is_passive(verb)):
        return None
    if lemma in _DRILLING and frames.objects(verb):
        return None
    partners = _with(verb, sentence, scene)
    subject = frames.subjects(verb)
    joint = bool(partners.participants or partners.assets)
    if lemma not in _DRILLING and not (
        joint and _is_armed(subject, sentence, scene) and _is_armed(_partners(verb), sentence, scene)
    ):
        return None
    cast = cast_of(subject, sentence, scene)
    cast.add(partners)
    if not cast.participants or (not joint and not _is_armed(subject, sentence, scene)):
        return None
    sort = ActivityType.EXERCISE
    if lemma == "train" and not joint:
        sort = ActivityType.TRAINING
    if lemma in {"operate", "work", "escort", "search", "clear"}:
        sort = ActivityType.OPERATION
    return _telling(sort, verb, cast, sentence, scene, to=False)


_DRILLING = frozenset("exercise drill train".split())
# Verbs that have their own frame below, or that say nothing of a deed done together.
_NOT_DOING = frozenset(
    """be have say tell agree sign share compare equip arm replace provide deploy station base fit begin start end
    transit pass call dock meet visit patrol send sail go cross arrive conduct hold carry complete do take participate
    supply fill cooperate compete coordinate fight clash collide collaborate connect link familiarise deal""".split()
)


def _partners(verb: Token) -> tuple[Token, ...]:
    found = list(frames.after_preposition(verb, _WITH))
    for child in verb.children:
        if child.lower_ in {"together", "jointly", "side"}:
            found += frames.after_preposition(child, _WITH)
    return tuple(found)


def _training(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“the EU mission that trains Ukrainian soldiers”, “pilots were trained in France”."""
    if verb.lemma_.lower() not in _TRAINING:
        return None
    trained = (*frames.undergoers(verb), *frames.after_preposition(verb, {"to"}))
    officials = verb.lemma_.lower() != "instruct" and any(token.lemma_.lower() in PEOPLE for token in trained)
    if not officials and not _is_armed(trained, sentence, scene):
        return None
    cast = cast_of(frames.doers(verb), sentence, scene)
    cast.add(cast_of(trained, sentence, scene))
    return _telling(ActivityType.TRAINING, verb, cast, sentence, scene) if cast.participants else None


def _learning(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Filipino marines will learn the system at Nagpur”."""
    subject = frames.subjects(verb)
    if verb.lemma_.lower() not in {"learn", "graduate"} or not _is_armed(subject, sentence, scene):
        return None
    cast = cast_of(subject, sentence, scene)
    return _telling(ActivityType.TRAINING, verb, cast, sentence, scene) if cast.participants else None


def _talking(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“held talks” as a verb: “consulted with Seoul”, “the ministers discussed X with their counterparts”."""
    lemma = verb.lemma_.lower()
    if lemma not in {"consult", "talk", "discuss", "negotiate"} or frames.is_passive(verb):
        return None
    others = cast_of(frames.after_preposition(verb, {"with", "to"}), sentence, scene)
    if lemma == "consult":
        others.add(cast_of(frames.objects(verb), sentence, scene))
    cast = cast_of(frames.subjects(verb), sentence, scene)
    if not cast.participants or not others.participants:
        return None
    cast.add(others)
    sort = ActivityType.DIALOGUE if lemma == "discuss" else ActivityType.CONSULTATION
    return _telling(sort, verb, cast, sentence, scene, to=False) if lemma != "negotiate" else None


def _receiving(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Captain Furtado was received by Rear Admiral Nghipandua”, “the Minister hosted his counterpart in Oslo”."""
    if verb.lemma_.lower() not in {"receive", "host", "welcome"}:
        return None
    guests, hosts = frames.undergoers(verb), frames.doers(verb)
    if not guests or not _are_people(guests, sentence, scene):
        return None
    cast = cast_of(guests, sentence, scene)
    cast.add(cast_of(hosts, sentence, scene))
    if not cast_of(guests, sentence, scene).participants or len(cast.participants) < 2:
        return None
    return _telling(ActivityType.VISIT, verb, cast, sentence, scene, to=False)


def _are_people(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> bool:
    return any(
        mention.kind is EntityKind.PERSON for token in tokens for mention in scene.discourse.resolve(token, sentence)
    ) or any(token.lemma_.lower() in _OFFICIALS for token in tokens)


def _practising(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“The ships practised communications and division tactics”."""
    if verb.lemma_.lower() not in PRACTISING:
        return None
    elements = elements_of(verb, sentence)
    if not elements:
        return None
    cast = cast_of(frames.doers(verb), sentence, scene)
    cast.participants = {key: filler for key, filler in cast.participants.items() if filler.text[:1].isupper()}
    cast.add(_with(verb, sentence, scene))
    telling = _telling(ActivityType.EXERCISE, verb, cast, sentence, scene)
    telling.elements = elements
    telling.points_back = True
    return telling


def _deploying(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“deployed a battalion to Mali”, “troops stationed at Tapa”, “two F-35As were hosted at Tindal”."""
    lemma = verb.lemma_.lower()
    based = lemma == "base" and frames.is_passive(verb)
    if lemma not in _DEPLOYING | _KEEPING | _STANDING | _LEAVING and not based:
        return None
    moved = () if lemma in _STANDING else frames.undergoers(verb)
    cast = Cast()
    if moved:
        if not _is_armed(moved, sentence, scene):
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
        if lemma in _KEEPING or not _is_armed(subject, sentence, scene):
            return None
        cast.add(cast_of(subject, sentence, scene))
    telling = _telling(ActivityType.DEPLOYMENT, verb, cast, sentence, scene)
    if not cast.participants or (lemma not in _DEPLOYING and not based and not telling.places):
        return None
    if lemma == "be" and not _is_bare_or_present(verb):
        return None
    telling.gone = lemma in _LEAVING
    return telling


def _is_bare_or_present(verb: Token) -> bool:
    """“are in Sinai”, “are present in Japan”, but not “are a problem in Sinai”."""
    return all(
        child.lower_ in {"present", "active"} for child in verb.children if child.dep_ in {"attr", "acomp", "xcomp"}
    )


def _sending(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“The Navy sent the frigate X”: to the exercise that was just told of, or else a deployment if a place is named."""
    lemma = verb.lemma_.lower()
    if lemma not in _SENDING:
        return None
    represented = verb.lemma_.lower() == "represent" and frames.is_passive(verb)
    sent, senders = frames.undergoers(verb), frames.doers(verb)
    if represented:  # "the JMSDF was represented by the destroyer JS Akebono"
        sent, senders = senders, sent
    if not _is_armed(sent, sentence, scene):
        return None
    cast = cast_of(senders, sentence, scene)
    if not cast.participants and not frames.is_passive(verb):
        return None
    goods = cast_of(sent, sentence, scene)
    if cast.participants:
        goods.participants = {}
    cast.add(goods)
    telling = _telling(ActivityType.DEPLOYMENT, verb, cast, sentence, scene)
    if _exercise_under_way(sentence, scene) and cast.assets:
        telling.type, telling.points_back = ActivityType.EXERCISE, True
        return telling
    if lemma != "send" or not telling.places:
        return None
    return telling


def _taking_part(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“USS Mobile and a P-8A took part for the U.S. Navy”: in the exercise that was just told of."""
    part = any(child.lower_ == "part" for child in verb.children)
    lemma = verb.lemma_.lower()
    if not (lemma == "participate" or (lemma == "take" and part)) or frames.is_passive(verb):
        return None
    if frames.after_preposition(verb, {"in"}) or not _exercise_under_way(sentence, scene):
        return None
    cast = cast_of(frames.after_preposition(verb, {"for"}), sentence, scene)
    own = cast_of(frames.subjects(verb), sentence, scene)
    if cast.participants:
        own.participants = {}
    cast.add(own)
    telling = _telling(ActivityType.EXERCISE, verb, cast, sentence, scene)
    telling.points_back = True
    return telling if cast.participants else None


def _including(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“These include boarding of a vessel and cross-deck landings”: what was practised in the exercise just told of."""
    subject = frames.subjects(verb)
    if verb.lemma_.lower() not in COMPRISING or not subject or frames.is_passive(verb):
        return None
    if not all(token.lower_ in {"these", "they", "it", "this"} for token in subject):
        return None
    if not _exercise_under_way(sentence, scene):
        return None
    elements = elements_of(verb, sentence)
    if not elements:
        return None
    return Telling(ActivityType.EXERCISE, verb, verb, elements=elements, points_back=True, confidence=0.6)


def _spending(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“spent nine days in the Philippine Sea with a JMSDF group”, “landed on a Japanese ship”."""
    lemma = verb.lemma_.lower()
    if lemma not in {"spend", "land", "fly", "rendezvous", "refuel", "manoeuvre", "link"}:
        return None
    subject = frames.subjects(verb)
    if not _is_armed(subject, sentence, scene):
        return None
    partners = _with(verb, sentence, scene)
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
    return _telling(ActivityType.EXERCISE, verb, cast, sentence, scene, to=False)


def _ships_among(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> list[Token]:
    return [token for token in tokens if token.lemma_.lower() in ASSETS or _is_armed((token,), sentence, scene)]


def _exercise_under_way(sentence: Sentence, scene: Scene) -> bool:
    for index, told in reversed(scene.told):
        if sentence.index - index > 3:
            return False
        if (
            told.kind is Kind.ACTIVITY
            and told.roles["type"][0].text in {"exercise", "patrol"}
            and index != sentence.index
        ):
            return told.roles["type"][0].text == "exercise"
    return False


def _calling(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
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
    if lemma in {"call", "come", "put", "tie", "lie", "slide"} and not _is_arrival(verb):
        return None
    if lemma == "call" and not frames.after_preposition(verb, {"at", "in"}):
        return None
    cast = cast_of(subject, sentence, scene)
    telling = _telling(ActivityType.PORT_CALL, verb, cast, sentence, scene)
    if lemma == "visit":
        telling.places += _places_among(frames.objects(verb), sentence)
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
    }[verb.lemma_.lower()]
    return any(child.lower_ in wanted for child in verb.children)


def _places_among(tokens: tuple[Token, ...], sentence: Sentence) -> list[Mention]:
    found = []
    for token in tokens:
        mention = sentence.mention_of(token)
        if mention is not None and mention.kind in {EntityKind.PLACE, EntityKind.STATE, EntityKind.CENTRE}:
            found.append(mention)
    return found


def _patrolling(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“frigates patrolling the Indian Ocean”."""
    if verb.lemma_.lower() != "patrol":
        return None
    cast = cast_of(frames.subjects(verb), sentence, scene)
    cast.add(_with(verb, sentence, scene))
    telling = _telling(ActivityType.PATROL, verb, cast, sentence, scene)
    telling.places += [place for place in _places_among(frames.objects(verb), sentence) if place not in telling.places]
    return telling if cast.participants else None


def _passing(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“HMS Richmond passed through the Taiwan Strait together with USS Higgins”."""
    lemma = verb.lemma_.lower()
    if lemma not in _PASSING or not _is_armed(frames.subjects(verb), sentence, scene):
        return None
    cast = cast_of(frames.subjects(verb), sentence, scene)
    cast.add(_with(verb, sentence, scene))
    telling = _telling(ActivityType.TRANSIT, verb, cast, sentence, scene)
    telling.places += [place for place in _places_among(frames.objects(verb), sentence) if place not in telling.places]
    through = frames.after_preposition(verb, {"through", "via"})
    if not telling.places or not cast.participants or (lemma not in {"transit", "cross"} and not through):
        return None
    return telling


def _operating(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“escorted a tanker through the Bab el-Mandeb”, “intercepted four drones”."""
    if verb.lemma_.lower() not in _OPERATING:
        return None
    doers = frames.doers(verb)
    if not doers or not (frames.undergoers(verb) or frames.is_passive(verb)):
        return None
    if verb.lemma_.lower() not in {"invade"} and not _is_armed(doers, sentence, scene):
        return None
    cast = cast_of(doers, sentence, scene)
    cast.add(_with(verb, sentence, scene))
    telling = _telling(ActivityType.OPERATION, verb, cast, sentence, scene)
    if verb.lemma_.lower() == "invade":
        telling.places += _places_among(frames.objects(verb), sentence)
    return telling if cast.participants else None


def _meeting(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“met in Tokyo in the framework of the Security Consultative Committee”, “met his counterpart”."""
    if verb.lemma_.lower() not in _CONFERRING or frames.is_passive(verb):
        return None
    subject = frames.subjects(verb)
    met = frames.objects(verb)
    if any(token.lemma_.lower() in _MET_ABSTRACT or token.ent_type_ in {"PERCENT", "MONEY"} for token in met):
        return None
    if verb.lemma_.lower() == "sit" and not any(child.lower_ == "down" for child in verb.children):
        return None
    if verb.lemma_.lower() in {"assemble", "gather"} and (met or _is_armed(subject, sentence, scene)):
        return None
    cast = cast_of(subject, sentence, scene)
    if not cast.participants:
        return None
    others = cast_of(met, sentence, scene)
    others.add(_with(verb, sentence, scene))
    if met and not others.participants:
        return None
    cast.add(others)
    several = len(cast.participants) > 1 or any(token.tag_ in {"NNS", "NNPS", "PRP"} for token in subject)
    if not several and not any(token.lemma_.lower() in _BODIES for token in subject):
        return None
    telling = _telling(ActivityType.DIALOGUE, verb, cast, sentence, scene, to=False)
    telling.name = _event_in(verb, sentence)
    return telling


_BODIES = frozenset("group committee council commission board forum conference panel".split())
_CONFERRING = frozenset("meet confer convene assemble gather reconvene sit".split())
_MET_ABSTRACT = frozenset(
    """requirement obligation need demand target criterion condition goal objective deadline standard commitment challenge
    threshold expectation cost expense resistance schedule request spending pledge threat""".split()
)


def _event_in(verb: Token, sentence: Sentence) -> Mention | None:
    for token in reach(verb):
        mention = sentence.mention_of(token)
        if mention is not None and mention.kind is EntityKind.EVENT and not mention.generic:
            return mention
    return None


def _visiting(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Minister X visited Tokyo on 3 May”, “flew to Ankara”."""
    lemma = verb.lemma_.lower()
    if lemma not in _COMING or frames.is_passive(verb):
        return None
    visitors = frames.subjects(verb)
    if not _are_people(visitors, sentence, scene):
        return None
    cast = cast_of(visitors, sentence, scene)
    telling = _telling(ActivityType.VISIT, verb, cast, sentence, scene)
    if lemma in {"visit", "tour"}:
        telling.places = _places_among(frames.objects(verb), sentence) + telling.places
        hosts = [token for token in frames.objects(verb) if sentence.mention_of(token) is None]
        telling.places = telling.places or [
            mention
            for token in hosts
            for mention in [sentence.mention_of(child) for child in token.children]
            if mention
        ]
    if not telling.places or not cast.participants:
        return None
    return telling


_OFFICIALS = frozenset(
    "minister president premier secretary chief admiral general commander delegation chancellor official".split()
)
_Frame = Callable[["Token", Sentence, Scene], Telling | None]
_FRAMES: tuple[_Frame, ...] = (
    _exercising,
    _training,
    _learning,
    _practising,
    _taking_part,
    _including,
    _sending,
    _calling,
    _passing,
    _patrolling,
    _operating,
    _spending,
    _deploying,
    _meeting,
    _talking,
    _visiting,
    _receiving,
)
