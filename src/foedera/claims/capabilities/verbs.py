"""What verbs tell of equipment: built, ordered, tested, handed over, entering service."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.capabilities.actors import actors_of
from foedera.claims.capabilities.found import Found, is_told
from foedera.claims.capabilities.idioms import IDIOMS
from foedera.claims.capabilities.occasions import OTHER, contractor_of
from foedera.claims.capabilities.systems import named_after, systems_of
from foedera.claims.capabilities.words import (
    ASKING,
    CHOOSING,
    COMING,
    CONTRACTS,
    ENTERING,
    HAVING,
    HOPING,
    LIGHT,
    NOUNS,
    PHRASES,
    PLANNED_PHRASES,
    SERVICE,
    TRADING,
    UNDERGOING,
    VERBS,
)
from foedera.claims.modality import modality_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Stage

_JOINED = frozenset({"test", "flight", "co", "re", "mass", "licence", "license"})


def tell_by_verb(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """What a verb tells of equipment, by the first frame that fits; None if none does."""
    for tell in (_doing, _having, _entering, _undergoing, _taking_delivery, *OTHER, *IDIOMS):
        found = tell(verb, sentence, scene)
        if found is not None:
            return found
    return None


def _doing(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“MBDA builds the Meteor missile”, “frigates ordered by Greece”, “the radar will be delivered in May”."""
    lemma = _whole_verb(verb)
    phrase, behind = _phrase_of(verb)
    stage = PHRASES[phrase] if phrase is not None else VERBS.get(lemma)
    if (
        stage is None
        or (lemma == "use" and verb.dep_ == "amod")
        or (lemma in {"use", "fly", "operate", "get"} and frames.is_passive(verb))
    ):
        return None
    if lemma == "fly" and verb.tag_ == "VBD":  # a flight, no possession
        return None
    done_to = behind or _done_to(verb, sentence)
    if phrase in {("bow", "out")}:
        done_to = frames.subjects(verb)
    eager = lemma in TRADING and not scene.is_news_item  # in a news item goods may be of any sort
    systems = systems_of(done_to, sentence, scene, eager=eager)
    if not systems and lemma not in LIGHT and not frames.is_passive(verb):
        systems = tuple(filter(None, (named_after(verb, sentence),)))
    if not systems or (
        lemma in LIGHT and phrase is None and not all(is_told(token, sentence) for token in done_to[:1])
    ):
        return None
    if lemma in {"give", "provide", "hand"} and phrase is None and not _has_recipient(verb):
        return None
    if lemma == "take" and frames.after_preposition(verb, {"to", "into", "through", "in"}):
        return None
    doers = [token for token in frames.doers(verb) if token not in done_to]
    doers = [
        each for token in doers for each in (contractor_of(token) if token.lemma_.lower() in CONTRACTS else (token,))
    ]
    actors = actors_of(doers, sentence, scene) if phrase != ("bow", "out") else ()
    modality = modality_of(verb)
    if modality is Modality.ACTUAL and (lemma in CHOOSING or phrase in PLANNED_PHRASES):
        modality = Modality.PLANNED
    elif modality is Modality.ACTUAL and (lemma in ASKING):
        modality = Modality.POSSIBLE
    return Found(stage, verb, systems, actors, modality)


def _whole_verb(verb: Token) -> str:
    """The lemma of a verb, with what a hyphen joins to it: "test-fire" in “test-fired the missile”."""
    lemma = verb.lemma_.lower()
    if verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ in _JOINED:
        before = verb.nbor(-2).lower_
        return lemma if before.startswith("licen") else f"{before}-{lemma}"
    return lemma


def _done_to(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """What the verb is done to; in headlines and after nouns also where the passive is not spelt out."""
    found = frames.undergoers(verb)
    if found or verb.tag_ not in {"VBN", "VBD"}:
        return found
    if verb.dep_ in {"acl", "relcl"} and not any(child.dep_ == "nsubj" for child in verb.children):
        return frames.spread([verb.head])
    if verb.tag_ == "VBD" and (VERBS.get(verb.lemma_.lower()) is Stage.FIELDS or verb.lemma_.lower() in LIGHT):
        return ()  # "F-16s operated from Roebuck", "the frigate made fast"
    subjects = frames.own_subjects(verb)  # "Sulev II handed over to the navy"
    return subjects if any(is_told(token, sentence) for token in subjects) else ()


def _has_recipient(verb: Token) -> bool:
    return any(child.dep_ == "dative" or child.lower_ == "to" for child in verb.children)


def _phrase_of(verb: Token) -> tuple[tuple[str, str] | None, tuple[Token, ...]]:
    """The verb with its particle or preposition if that is a known phrase, and the nouns behind a preposition."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        key = (lemma, child.lower_)
        if key in PHRASES:
            return key, frames.after_preposition(verb, {child.lower_}) if child.dep_ == "prep" else ()
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).tag_ == "RP" and (lemma, verb.nbor(1).lower_) in PHRASES:
        return (lemma, verb.nbor(1).lower_), ()  # "hand over 16 vehicles": the parser gives "over" to the number
    return None, ()


def _having(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“Finland has twelve icebreakers”: fielded, if whoever has them is a state or a force."""
    if verb.lemma_.lower() not in HAVING or verb.dep_ in {"aux", "auxpass"}:
        return None
    objects = [token for token in frames.objects(verb) if is_told(token, sentence)]
    systems = systems_of(tuple(objects), sentence, scene)
    actors = actors_of(frames.subjects(verb), sentence, scene)
    return Found(Stage.FIELDS, verb, systems, actors, confidence=0.55) if systems and actors else None


def _entering(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“The aircraft is to enter service in 2035”, “the frigates joined the fleet”, “has been in service since 2018”."""
    lemma = verb.lemma_.lower()
    subjects = frames.subjects(verb)
    systems = systems_of(subjects, sentence, scene)
    if not systems:
        return None
    served = {token.lemma_.lower() for token in frames.objects(verb)} & SERVICE
    if lemma in ENTERING and served:
        return Found(Stage.FIELDS, verb, systems, _served_with(verb, sentence, scene))
    within = frames.after_preposition(verb, {"in", "into"})
    if lemma == "be" and any(token.lemma_.lower() == "order" for token in frames.after_preposition(verb, {"on"})):
        return Found(Stage.PROCURES, verb, systems)
    if lemma in {"be", "come", "go", "remain", "put", "stay"} and any(
        token.lemma_.lower() in SERVICE for token in within
    ):
        return Found(Stage.FIELDS, verb, systems, _served_with(verb, sentence, scene))
    left = {token.lemma_.lower() for token in (*frames.objects(verb), *frames.after_preposition(verb, {"from"}))}
    if lemma in {"leave", "retire", "withdraw"} and left & SERVICE:
        return Found(Stage.RETIRES, verb, systems)
    if lemma in COMING and all(_is_equipment_name(token, sentence) for token in subjects):
        return Found(Stage.FIELDS, verb, systems, confidence=0.5)
    return None


def _undergoing(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“two Spartans are undergoing overhaul”, “the radar is under test”, “the corvette is on trials”."""
    if verb.lemma_.lower() not in UNDERGOING:
        return None
    subjects = frames.subjects(verb)
    systems = systems_of(subjects, sentence, scene) if any(is_told(token, sentence) for token in subjects) else ()
    if not systems:
        return None
    nouns = (*frames.objects(verb), *frames.after_preposition(verb, {"under", "on", "in"}))
    for noun in nouns:
        stage = NOUNS.get(noun.lemma_.lower())
        if stage is not None and noun.lemma_.lower() not in HOPING | {"operator", "launch", "sale", "order"}:
            return Found(
                stage, verb, systems, actors_of(frames.after_preposition(noun, {"of", "with"}), sentence, scene)
            )
    return None


def _is_equipment_name(token: Token, sentence: Sentence) -> bool:
    mention = sentence.mention_of(token)
    return mention is not None and mention.kind is EntityKind.EQUIPMENT


def _served_with(verb: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    nouns = frames.after_preposition(verb, {"with"})
    for each in (*frames.objects(verb), *frames.after_preposition(verb, {"in", "into"})):
        nouns += frames.after_preposition(each, {"with", "of"})
    return actors_of(nouns, sentence, scene)


def _taking_delivery(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“Islamabad took delivery of the fourth frigate”, “placed an order for 12 boats”: the noun tells by itself."""
    if verb.lemma_.lower() != "take":
        return None
    nouns = [token for token in frames.objects(verb) if token.lemma_.lower() == "delivery"]
    if not nouns:
        return None
    behind = frames.after_preposition(nouns[0], {"of"}) or frames.after_preposition(verb, {"of"})
    named = named_after(nouns[0], sentence)
    systems = (named,) if named is not None else systems_of(behind, sentence, scene, eager=True)
    actors = actors_of(frames.doers(verb), sentence, scene)
    return Found(Stage.PROCURES, verb, systems, actors) if systems else None
