"""Turns of phrase that tell of equipment: cutting steel, going to the breakers, being put through its paces, in contention."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.capabilities.actors import actors_of
from foedera.claims.capabilities.found import Found, is_told
from foedera.claims.capabilities.systems import systems_of
from foedera.claims.capabilities.words import CONTRACTS, HOPING, NOUNS, SERVICE
from foedera.claims.mentions import STATELIKE
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Stage

_END = frozenset("breaker scrap scrapyard scrapheap museum storage reserve knacker auction scrapper graveyard".split())
_LEAVING = frozenset("go head pass move be return".split())
_TRIED = frozenset("demonstrator prototype testbed test-bed technology".split())
_OUTINGS = frozenset("fly dive sail float fire shoot splash hover".split())
_STEEL = frozenset("steel metal keel".split())
_WORK = frozenset({"work"})
_DOCK = frozenset("dock drydock dry-dock refit overhaul refurbishment modernisation modernization".split())
_CONTEST = frozenset("contention running competition contest race tender shortlist".split())
_VYING = frozenset("compete vie contend shortlist".split())


def _ended(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“went to the breakers”, “The Orions retire in January”, “is getting rid of its boats”."""
    lemma = verb.lemma_.lower()
    rid = verb if verb.lower_ == "rid" else next((child for child in verb.children if child.lower_ == "rid"), None)
    if rid is not None and (lemma == "get" or rid is verb):
        things = (*frames.after_preposition(rid, {"of"}), *frames.after_preposition(verb, {"of"}))
        systems = systems_of(things, sentence, scene)
        actors = actors_of(frames.subjects(verb), sentence, scene)
        return Found(Stage.RETIRES, verb, systems, actors) if systems else None
    if frames.is_passive(verb):
        return None
    to = frames.after_preposition(verb, {"to", "into", "for"})
    scrapped = lemma in _LEAVING and any(noun.lemma_.lower() in _END for noun in to)
    if not scrapped and not (lemma == "retire" and not frames.objects(verb)):
        return None
    systems = _systems_told(frames.subjects(verb), sentence, scene)
    return Found(Stage.RETIRES, verb, systems, confidence=0.6) if systems else None


def _gone_to(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“27 of the boats go to Ukraine”, “two were passed to the coast guard”: handed over, where goods go to a state."""
    passed = verb.lemma_.lower() == "pass" and any(child.dep_ == "auxpass" for child in verb.children)
    if verb.lemma_.lower() != "go" and not passed:
        return None
    things = frames.undergoers(verb) if frames.is_passive(verb) else frames.subjects(verb)
    to = [sentence.mention_of(noun) for noun in frames.after_preposition(verb, {"to"})]
    if not any(each is not None and (each.kind in STATELIKE or each.kind is EntityKind.FORCE) for each in to):
        return None
    things = tuple(token for token in things if passed or not _is_ship(token, sentence))
    systems = _systems_told(things, sentence, scene)
    return Found(Stage.TRANSFERS, verb, systems, confidence=0.5) if systems else None


def _tried(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“the demonstrator has yet to fly”, “was put through its paces”, “went to sea for trials”."""
    subjects = frames.subjects(verb)
    lemma = verb.lemma_.lower()
    paces = any(noun.lemma_.lower() == "pace" for noun in frames.after_preposition(verb, {"through"}))
    trials = any(
        NOUNS.get(noun.lemma_.lower()) is Stage.TESTS for noun in frames.after_preposition(verb, {"for", "on"})
    )
    tried = lemma in _OUTINGS and any(token.lemma_.lower() in _TRIED for token in subjects)
    if not (tried or (lemma == "put" and paces) or (lemma in {"go", "put", "sail"} and trials)):
        return None
    things = frames.undergoers(verb) if lemma == "put" and paces else subjects
    systems = _systems_told(things, sentence, scene)
    return Found(Stage.TESTS, verb, systems, confidence=0.6) if systems else None


def _begun(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“cut steel for the first frigate”, “laid the keel of a tanker”, “began work on a sister ship”."""
    lemma, things = verb.lemma_.lower(), frames.undergoers(verb)
    steel = lemma in {"cut", "lay"} and [token for token in things if token.lemma_.lower() in _STEEL]
    work = lemma in {"begin", "start", "commence", "do"} and [
        token for token in things if token.lemma_.lower() in _WORK
    ]
    nouns = steel or work
    if not nouns:
        return None
    behind = frames.after_preposition(verb, {"for", "on"}) + frames.after_preposition(nouns[0], {"for", "of", "on"})
    systems = systems_of(behind, sentence, scene)
    doers = actors_of(frames.doers(verb), sentence, scene)
    return Found(Stage.PRODUCES, verb, systems, doers, confidence=0.6) if systems else None


def _put_into_service(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“put two frigates into service”, “brought the radar into use”."""
    if verb.lemma_.lower() not in {"put", "bring", "take", "place", "accept", "press"} or frames.is_passive(verb):
        return None
    into = frames.after_preposition(verb, {"in", "into"})
    things = frames.objects(verb)
    into += tuple(noun for thing in things for noun in frames.after_preposition(thing, {"in", "into"}))
    if not any(noun.lemma_.lower() in SERVICE | {"use"} for noun in into):
        return None
    systems = _systems_told(things, sentence, scene)
    actors = actors_of(frames.subjects(verb), sentence, scene)
    return Found(Stage.FIELDS, verb, systems, actors) if systems else None


def _docked(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“is due out of dock in June”, “entered refit”: a ship that is being upgraded."""
    if verb.lemma_.lower() not in {"be", "enter", "leave", "come", "emerge", "go", "return"} or verb.tag_ == "VBG":
        return None
    ships = [token for token in frames.subjects(verb) if _is_ship(token, sentence)]
    places = {token.lemma_.lower() for token in verb.subtree if token.i > verb.i and token.dep_ in {"pobj", "dobj"}}
    systems = systems_of(tuple(ships), sentence, scene) if places & _DOCK else ()
    return Found(Stage.UPGRADES, verb, systems, confidence=0.55) if systems else None


def _contending(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“X and Y are in contention for the order”: one of them may be bought, by whoever the text is about."""
    behind = {noun.lemma_.lower() for noun in frames.after_preposition(verb, {"in", "on"})}
    contest = verb.lemma_.lower() == "be" and behind & _CONTEST
    if not contest and verb.lemma_.lower() not in _VYING:
        return None
    systems = _systems_told(
        frames.undergoers(verb) if frames.is_passive(verb) else frames.subjects(verb), sentence, scene
    )
    if not systems:
        return None
    for earlier in list(scene.reading.before(sentence))[:_BACK]:
        for mention in scene.discourse.subjects_of(earlier):
            if mention.kind in STATELIKE or mention.kind is EntityKind.FORCE:
                return Found(Stage.PROCURES, verb, systems, (mention.filler(),), Modality.POSSIBLE, confidence=0.55)
    return None


_BACK = 5  # sentences


def _systems_told(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """The equipment among nouns that are told to be some: no ship that merely sails, no word that may mean anything."""
    return systems_of(
        tuple(token for token in tokens if is_told(token, sentence) or _is_counted(token)), sentence, scene
    )


def _is_counted(token: Token) -> bool:
    return token.lemma_.lower() in _TRIED or token.pos_ == "NUM"


def _is_ship(token: Token, sentence: Sentence) -> bool:
    mention = sentence.mention_of(token)
    return mention is not None and mention.kind is EntityKind.VESSEL


def state_beside(noun: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“the demonstrator, under assembly at Roebuck, has yet to fly”: what a preposition behind the noun says of it."""
    if not is_told(noun, sentence) and noun.lemma_.lower() not in _TRIED:
        return None
    for under in frames.after_preposition(noun, {"under"}):
        stage = NOUNS.get(under.lemma_.lower())
        if stage is not None and under.lemma_.lower() not in HOPING | CONTRACTS:
            systems = systems_of((noun,), sentence, scene)
            at = actors_of(frames.after_preposition(under, {"at", "by"}), sentence, scene)
            return Found(stage, under, systems, at, confidence=0.55) if systems else None
    return None


IDIOMS = (_ended, _gone_to, _tried, _begun, _put_into_service, _docked, _contending)
