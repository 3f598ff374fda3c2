"""Verbs of meeting and visiting: “met in Tokyo”, “consulted with Seoul”, “was received by”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.activities.cast import Cast, cast_of
from foedera.claims.activities.clauses import (
    are_people,
    cast_with,
    event_in,
    is_armed,
    places_among,
    telling_of,
)
from foedera.claims.activities.telling import Telling
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType

_COMING = frozenset("visit travel tour fly go".split())


_BODIES = frozenset("group committee council commission board forum conference panel".split())


_CONFERRING = frozenset("meet confer convene assemble gather reconvene sit huddle come".split())
# With these as with "sit", the second word tells: “came together”, “sat down”.
_SECOND = {"sit": frozenset({"down"}), "come": frozenset({"together"})}


_MET_ABSTRACT = frozenset(
    """requirement obligation need demand target criterion condition goal objective deadline standard commitment challenge
    threshold expectation cost expense resistance schedule request spending pledge threat""".split()
)


def meeting(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“met in Tokyo in the framework of the Security Consultative Committee”, “met his counterpart”."""
    if verb.lemma_.lower() not in _CONFERRING or frames.is_passive(verb):
        return None
    subject = frames.subjects(verb)
    met = frames.objects(verb)
    if any(token.lemma_.lower() in _MET_ABSTRACT or token.ent_type_ in {"PERCENT", "MONEY"} for token in met):
        return None
    second = _SECOND.get(verb.lemma_.lower())
    if second is not None and not any(child.lower_ in second for child in verb.children):
        return None
    if verb.lemma_.lower() in {"assemble", "gather", "come"} and (met or is_armed(subject, sentence, scene)):
        return None
    cast = cast_of(subject, sentence, scene)
    if not cast.participants:
        return None
    if not _is_named(cast) and any(token.lemma_.lower() in _BODIES for token in subject):
        cast.participants = {}  # "a joint committee is due to meet": of those whom the text is about
        for mention in scene.discourse.pair:
            cast.act(mention.filler())
    others = cast_of(met, sentence, scene)
    others.add(cast_with(verb, sentence, scene))
    if met and not others.participants:
        return None
    cast.add(others)
    several = len(cast.participants) > 1 or any(token.tag_ in {"NNS", "NNPS", "PRP"} for token in subject)
    if not several and not any(token.lemma_.lower() in _BODIES for token in subject):
        return None
    telling = telling_of(ActivityType.DIALOGUE, verb, cast, sentence, scene, to=False)
    telling.name = event_in(verb, sentence)
    return telling


def _is_named(cast: Cast) -> bool:
    return any(letter.isupper() for filler in cast.participants.values() for letter in filler.text)


def talking(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
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
    return telling_of(sort, verb, cast, sentence, scene, to=False) if lemma != "negotiate" else None


def visiting(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Minister X visited Tokyo on 3 May”, “flew to Ankara”."""
    lemma = verb.lemma_.lower()
    if lemma not in _COMING or frames.is_passive(verb):
        return None
    visitors = frames.subjects(verb)
    if not are_people(visitors, sentence, scene):
        return None
    cast = cast_of(visitors, sentence, scene)
    telling = telling_of(ActivityType.VISIT, verb, cast, sentence, scene)
    if lemma in {"visit", "tour"}:
        telling.places = places_among(frames.objects(verb), sentence) + telling.places
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


def receiving(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Captain Furtado was received by Rear Admiral Nghipandua”, “the Minister hosted his counterpart in Oslo”."""
    if verb.lemma_.lower() not in {"receive", "host", "welcome"}:
        return None
    guests, hosts = frames.undergoers(verb), frames.doers(verb)
    if not guests or not are_people(guests, sentence, scene):
        return None
    cast = cast_of(guests, sentence, scene)
    cast.add(cast_of(hosts, sentence, scene))
    if not cast_of(guests, sentence, scene).participants or len(cast.participants) < 2:
        return None
    return telling_of(ActivityType.VISIT, verb, cast, sentence, scene, to=False)


def being_there(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“General Roe was in Manila on 30 August”: a visit, where a person, a place and a day are named."""
    if verb.lemma_.lower() != "be" or any(child.dep_ in {"attr", "acomp", "xcomp", "aux"} for child in verb.children):
        return None
    visitors = frames.subjects(verb)
    persons = scene.mentions(visitors, sentence, lambda mention: mention.kind is EntityKind.PERSON)
    stays = frames.after_preposition(verb, {"in"})
    if not sentence.dates or not any(not person.generic for person in persons) or not stays:
        return None
    telling = telling_of(ActivityType.VISIT, verb, cast_of(visitors, sentence, scene), sentence, scene)
    telling.places = places_among(stays, sentence)
    return telling if telling.places and telling.cast.participants else None


def paying_a_call(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Admiral Roe paid a courtesy call on the Chief of the Navy in Lisbon”."""
    if verb.lemma_.lower() not in {"pay", "make"}:
        return None
    calls = [
        thing
        for thing in frames.undergoers(verb)
        if thing.lemma_.lower() in {"call", "visit"} and any(child.lower_ == "courtesy" for child in thing.children)
    ]
    cast = cast_of(frames.doers(verb), sentence, scene)
    if not calls or not cast.participants:
        return None
    for head in (verb, *calls):
        cast.add(cast_of(frames.after_preposition(head, {"on", "to"}), sentence, scene))
    return telling_of(ActivityType.VISIT, verb, cast, sentence, scene, to=False)
