"""Capabilities that verbs and nouns tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.capabilities.actors import actors_of, likely_actor, owner_of
from foedera.claims.capabilities.systems import named_after, systems_of
from foedera.claims.capabilities.words import (
    ARMS,
    ASKING,
    CHOOSING,
    COMING,
    CONTINUING,
    CONTRACTS,
    ENTERING,
    HAVING,
    HOPING,
    LIGHT,
    MAKERS,
    NOUNS,
    PHRASES,
    PLANNED_PHRASES,
    SERVICE,
    TRADING,
    UNDERGOING,
    VERBS,
)
from foedera.claims.drafts import Draft, draft
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, Modality, Polarity, Stage

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Found:
    """What one verb or noun tells: `said_by` is the word whose clause gives modality, polarity and date."""

    stage: Stage
    said_by: Token
    systems: tuple[Filler, ...]
    actors: tuple[Filler, ...] = ()
    modality: Modality | None = None
    confidence: float = 0.7


def find_capabilities(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The capability claims of a sentence."""
    seen: set[tuple[Stage, str]] = set()
    for token in sentence.tokens:
        for found in _tell(token, sentence, scene):
            for system in found.systems:
                key = (found.stage, str(system.entity or system.text))
                made = _draft(found, system, sentence, scene)
                if made is not None and key not in seen:
                    seen.add(key)
                    yield made


def _tell(token: Token, sentence: Sentence, scene: Scene) -> Iterator[Found]:
    if token.pos_ in {"VERB", "AUX"} or (token.tag_ in {"VBN", "VBG", "VBD"}):
        frames_of_verbs = (_doing, _having, _entering, _undergoing, _taking_delivery)
        for tell in frames_of_verbs:
            found = tell(token, sentence, scene)
            if found is not None:
                yield found
                return
    elif token.pos_ in {"NOUN", "PROPN"}:
        for tell_noun in (_contract, _noun, _maker):
            found = tell_noun(token, sentence, scene)
            if found is not None:
                yield found
                return


def _doing(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“MBDA builds the Meteor missile”, “frigates ordered by Greece”, “the radar will be delivered in May”."""
    lemma = verb.lemma_.lower()
    phrase, behind = _phrase_of(verb)
    stage = PHRASES[phrase] if phrase is not None else VERBS.get(lemma)
    if stage is None or (lemma in {"use", "fly", "operate", "get"} and frames.is_passive(verb)):
        return None
    if lemma == "fly" and verb.tag_ == "VBD":  # a flight, no possession
        return None
    done_to = behind or _done_to(verb, sentence)
    if phrase in {("bow", "out")}:
        done_to = frames.subjects(verb)
    systems = systems_of(done_to, sentence, scene, eager=lemma in TRADING)
    if not systems and lemma not in LIGHT and not frames.is_passive(verb):
        systems = tuple(filter(None, (named_after(verb, sentence),)))
    if not systems or (
        lemma in LIGHT and phrase is None and not all(_is_told(token, sentence) for token in done_to[:1])
    ):
        return None
    if lemma in {"give", "provide", "hand"} and phrase is None and not _has_recipient(verb):
        return None
    if lemma == "take" and frames.after_preposition(verb, {"to", "into", "through", "in"}):
        return None
    doers = [token for token in frames.doers(verb) if token not in done_to]
    actors = actors_of(doers, sentence, scene) if phrase != ("bow", "out") else ()
    modality = modality_of(verb)
    if modality is Modality.ACTUAL and (lemma in CHOOSING or phrase in PLANNED_PHRASES):
        modality = Modality.PLANNED
    elif modality is Modality.ACTUAL and (lemma in ASKING):
        modality = Modality.POSSIBLE
    return Found(stage, verb, systems, actors, modality)


def _done_to(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """What the verb is done to; in headlines and after nouns also where the passive is not spelt out."""
    found = frames.undergoers(verb)
    if found or verb.tag_ not in {"VBN", "VBD"}:
        return found
    if verb.dep_ in {"acl", "relcl"} and not any(child.dep_ == "nsubj" for child in verb.children):
        return frames.spread([verb.head])
    subjects = frames.own_subjects(verb)  # "Sulev II handed over to the navy"
    return subjects if any(_is_told(token, sentence) for token in subjects) else ()


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


def _is_told(token: Token, sentence: Sentence) -> bool:
    """Whether a noun is equipment by a name or a form of its own, not by a common noun that may mean anything."""
    mention = sentence.mention_of(token)
    if token.lemma_.lower() in ARMS:
        return True
    return mention is not None and mention.kind in {EntityKind.EQUIPMENT, EntityKind.VESSEL}


def _having(verb: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“Finland has twelve icebreakers”: fielded, if whoever has them is a state or a force."""
    if verb.lemma_.lower() not in HAVING or verb.dep_ in {"aux", "auxpass"}:
        return None
    objects = [token for token in frames.objects(verb) if _is_told(token, sentence)]
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
    systems = systems_of(subjects, sentence, scene) if any(_is_told(token, sentence) for token in subjects) else ()
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


def _noun(noun: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“the procurement of 26 Rafale-Marine aircraft”, “missile launches”, “Delivery of the aircraft”."""
    lemma = noun.lemma_.lower()
    stage = NOUNS.get(lemma)
    if stage is None or (lemma == "delivery" and noun.head.lemma_ == "take") or sentence.block.kind is BlockKind.ROW:
        return None
    systems = systems_of(
        frames.after_preposition(noun, {"of", "for", "in"} if lemma in HOPING else {"of", "for"}), sentence, scene
    )
    if not systems and stage is not Stage.FIELDS:
        before = tuple(child for child in noun.children if child.dep_ in {"compound", "nmod"} and child.i < noun.i)
        systems = systems_of(before, sentence, scene)
    if not systems:
        return _continuing(noun, sentence, scene)
    if lemma in {"launch", "test", "trial", "firing"} and stage is Stage.TESTS and noun.pos_ != "NOUN":
        return None
    actors = owner_of(noun, sentence, scene) or _doers_over(noun, sentence, scene)
    hoped = lemma in HOPING and modality_of(noun) is Modality.ACTUAL
    return Found(stage, noun, systems, actors, Modality.POSSIBLE if hoped else None, confidence=0.6)


def _continuing(noun: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“Deliveries begin in 2026”: of the equipment that was told of just before."""
    stage = CONTINUING.get(noun.lemma_.lower())
    if (
        stage is None
        or noun.dep_ not in {"nsubj", "nsubjpass", "ROOT"}
        or frames.after_preposition(noun, {"of", "for"})
    ):
        return None
    told = [draft for index, draft in scene.told if draft.kind is Kind.CAPABILITY and sentence.index - index <= 3]
    if not told:
        return None
    actors = owner_of(noun, sentence, scene)
    if not actors and told[-1].roles["stage"][0].text == stage.value:
        actors = told[-1].roles["actor"]
    return Found(stage, noun, told[-1].roles["system"], actors, confidence=0.5)


def _doers_over(noun: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who does the verb that a noun is the object of: “India completed the purchase of”."""
    verb = frames.clause_verb(noun)
    if verb == noun:
        return ()
    doers = [token for token in frames.doers(verb) if token.i != noun.i and not noun.is_ancestor(token)]
    return actors_of(doers, sentence, scene)


def _contract(noun: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“signed a contract for three patrol craft”: whoever is no maker procures."""
    if noun.lemma_.lower() not in CONTRACTS:
        return None
    systems = systems_of(frames.after_preposition(noun, {"for"}), sentence, scene)
    if not systems:
        return None
    actors = owner_of(noun, sentence, scene) or _doers_over(noun, sentence, scene)
    buyers = tuple(actor for actor in actors if not _is_maker(actor, sentence))
    return Found(Stage.PROCURES, noun, systems, buyers, confidence=0.55)


def _is_maker(actor: Filler, sentence: Sentence) -> bool:
    return any(mention.entity == actor.entity and mention.kind is EntityKind.COMPANY for mention in sentence.mentions)


def _maker(noun: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“Baykar, maker of the TB2”, “Italy, operator of COSMO-SkyMed”."""
    stage = MAKERS.get(noun.lemma_.lower())
    if stage is None:
        return None
    owned = tuple(child for child in noun.children if child.dep_ == "poss")
    systems = systems_of(frames.after_preposition(noun, {"of"}) or owned, sentence, scene)
    if not systems:
        return None
    named = noun.head if noun.dep_ == "appos" else None
    actors = actors_of((named,), sentence, scene) if named is not None else _doers_over(noun, sentence, scene)
    return Found(stage, noun, systems, actors, confidence=0.6) if actors else None


def _draft(found: Found, system: Filler, sentence: Sentence, scene: Scene) -> Draft | None:
    modality = found.modality or modality_of(found.said_by)
    polarity = polarity_of(found.said_by)
    confidence = found.confidence
    actors = tuple(actor for actor in found.actors if actor.entity != system.entity)
    if not actors:
        doers = [token for token in frames.doers(found.said_by) if token.pos_ != "PRON"] if _is_verb(found) else []
        doers = [token for token in doers if not _within(token, system, sentence)]
        actors = likely_actor(found.stage, sentence, scene, system=system, doers=doers)
        confidence -= 0.2
    if not actors:
        return None
    when = scene.when_of(found.said_by, sentence, modality=modality)
    today = scene.reading.document.date
    if modality is Modality.ACTUAL and when is not None and today is not None and when.earliest > today.latest:
        modality = Modality.PLANNED
    start, end = _span(found, system, actors, sentence)
    return draft(
        Kind.CAPABILITY,
        (start, end),
        when=when,
        modality=modality,
        polarity=polarity if polarity is Polarity.DENIED else Polarity.AFFIRMED,
        confidence=max(0.3, confidence),
        actor=actors,
        system=system,
        stage=found.stage.value,
    )


def _is_verb(found: Found) -> bool:
    return found.said_by.pos_ in {"VERB", "AUX"} and found.said_by.lemma_.lower() in VERBS


def _within(token: Token, system: Filler, sentence: Sentence) -> bool:
    return system.start is not None and system.end is not None and system.start <= sentence.offset(token) < system.end


def _span(found: Found, system: Filler, actors: tuple[Filler, ...], sentence: Sentence) -> tuple[int, int]:
    places = [sentence.place(found.said_by.i, found.said_by.i + 1)]
    places += [
        (each.start, each.end)
        for each in (system, *actors)
        if each.start is not None and each.end is not None and sentence.start <= each.start and each.end <= sentence.end
    ]
    return min(start for start, _ in places), max(end for _, end in places)
