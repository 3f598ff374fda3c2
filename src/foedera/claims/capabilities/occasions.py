"""What rarer words tell of equipment: first flights, launches, deals that cover it, states that weigh buying it."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.capabilities.actors import actors_of
from foedera.claims.capabilities.found import Found, is_told
from foedera.claims.capabilities.systems import named_after, systems_of
from foedera.claims.capabilities.words import CONTRACTS
from foedera.claims.modality import modality_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Stage

_COVERING = frozenset("cover include comprise encompass envisage foresee".split())
_WEIGHING = frozenset("weigh mull consider eye examine study explore evaluate contemplate".split())
_FIRST = frozenset({"first", "maiden", "inaugural"})
_FLIGHTS = frozenset("flight sortie hop".split())


def contractor_of(contract: Token) -> tuple[Token, ...]:
    """Who is given a contract to make something: "Saab" in "awarded Saab a contract to deliver two submarines"."""
    verb = contract.head
    if verb.pos_ != "VERB":
        return ()
    given = tuple(child for child in verb.children if child.dep_ == "dative" and child.pos_ in {"PROPN", "NOUN"})
    behind = frames.after_preposition(verb, {"to", "with"}) or frames.after_preposition(contract, {"to", "with"})
    if verb.lemma_.lower() in {"win", "receive", "secure", "get", "land", "sign"}:
        return frames.doers(verb)
    return given or behind or (frames.subjects(verb) if frames.is_passive(verb) else ())


def _covered(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“The deal covers 22 aircraft and four engines”: it procures them."""
    if verb.lemma_.lower() not in _COVERING or frames.is_passive(verb):
        return None
    if not any(_is_contract(token, sentence, scene) for token in frames.subjects(verb)):
        return None
    systems = systems_of(frames.objects(verb), sentence, scene)
    return Found(Stage.PROCURES, verb, systems, confidence=0.55) if systems else None


def _is_contract(token: Token, sentence: Sentence, scene: Scene) -> bool:
    """Whether a noun is a contract, or "it" may stand for the one that the sentence before names."""
    if token.lower_ not in {"it", "this"}:
        return token.lemma_.lower() in CONTRACTS
    before = next(iter(scene.reading.before(sentence)), None)
    return before is not None and any(word.lemma_.lower() in CONTRACTS for word in before.tokens)


def _first_flight(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“The prototype made its first flight in July”, “the drone flew for the first time”."""
    flight = next((each for each in frames.objects(verb) if each.lemma_.lower() in _FLIGHTS), None)
    made = flight is not None and any(child.lower_ in _FIRST for child in flight.children)
    times = frames.after_preposition(verb, {"for"})
    flew = verb.lemma_.lower() == "fly" and any(each.lower_ == "time" for each in times)
    if not (made or flew):
        return None
    systems = systems_of(frames.subjects(verb), sentence, scene)
    return Found(Stage.TESTS, verb, systems, confidence=0.6) if systems else None


def _launched(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“The yard launched the frigate in June”: a ship is built, a missile tried."""
    if verb.lemma_.lower() != "launch":
        return None
    things = [token for token in frames.undergoers(verb) if is_told(token, sentence)]
    ships = [token for token in things if _is_ship(token, sentence)]
    systems = systems_of(tuple(ships), sentence, scene)
    doers = [token for token in frames.doers(verb) if token not in things]
    return Found(Stage.PRODUCES, verb, systems, actors_of(doers, sentence, scene), confidence=0.55) if systems else None


def _is_ship(token: Token, sentence: Sentence) -> bool:
    mention = sentence.mention_of(token)
    return mention is not None and mention.kind is EntityKind.VESSEL


def _weighing(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“Austria is examining Patriot”, “Brazil eyes a second batch of Gripens”: bought perhaps."""
    if verb.lemma_.lower() not in _WEIGHING or frames.is_passive(verb) or modality_of(verb) is Modality.PLANNED:
        return None
    subjects = frames.subjects(verb)
    buyers = [each for token in subjects for each in scene.discourse.resolve(token, sentence)]
    kinds = {EntityKind.STATE, EntityKind.FORCE}
    if not buyers or any(each.kind not in kinds for each in buyers):
        return None
    things = [token for token in frames.objects(verb) if is_told(token, sentence)]
    named = named_after(verb, sentence) if not things else None
    systems = (named,) if named is not None else systems_of(tuple(things), sentence, scene)
    if not systems:
        return None
    return Found(Stage.PROCURES, verb, systems, actors_of(subjects, sentence, scene), Modality.POSSIBLE, confidence=0.5)


OTHER = (_covered, _first_flight, _launched, _weighing)
