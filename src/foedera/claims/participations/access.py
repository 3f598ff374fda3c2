"""Participations by right or by office: “is eligible for”, “has access to”, “took command of”, “suspended its membership”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.modality import modality_of
from foedera.claims.participations.making import actors_at, in_place_of_pronoun, participation, quality_said
from foedera.claims.participations.matter import matter
from foedera.claims.participations.targets import targets_within, topic
from foedera.claims.participations.words import AS, COMMANDING, COMMANDS, GIVING_UP
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, ParticipationAs

_ENTITLED = frozenset("eligible entitled able free ineligible".split())
_HAVING = frozenset("have gain get obtain enjoy give grant deny lose want seek receive".split())
_LOSING = frozenset({"deny", "lose"})
_COMMANDED = frozenset({EntityKind.UNIT, EntityKind.OPERATION, EntityKind.FORCE, EntityKind.PROGRAMME, None})
_ELLIPTIC = frozenset(
    "chair presidency chairmanship lead helm baton".split()
)  # “took the chair”: of what the text speaks of
_PASSING = frozenset("pass go rotate move fall transfer shift".split())
_PURPOSES = frozenset("participate take join benefit receive bid apply compete".split())


def being_entitled(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Entities established in Westhaven are not eligible for funding under the Fund”, “is eligible to take part in”."""
    yield from _being_open(verb, sentence, scene)
    for word in verb.children:
        if word.lower_ not in _ENTITLED or word.dep_ not in {"acomp", "attr"}:
            continue
        actors = actors_at(in_place_of_pronoun(frames.subjects(verb), verb), sentence, scene)
        joined = list(frames.after_preposition(word, {"for", "under"}))
        joined += frames.after_preposition(verb, {"under"})
        quality: ParticipationAs | None = AS.BENEFICIARY if word.lower_ in {"eligible", "ineligible"} else None
        for purpose in word.children:
            if purpose.dep_ == "xcomp" and purpose.lemma_.lower() in _PURPOSES:
                quality = AS.PARTNER if purpose.lemma_.lower() in {"participate", "take", "join"} else AS.BENEFICIARY
                joined += frames.after_preposition(purpose, {"in", "from", "under", "for"})
                joined += frames.objects(purpose)
        if quality is None:
            continue
        denied = word.lower_ == "ineligible"
        quality = quality_said(word) or quality_said(verb) or quality
        targets = targets_within(joined, sentence, scene)
        if not targets and not joined and word.lower_ in {"eligible", "ineligible"}:
            about = topic(sentence, scene, verb, AS.BENEFICIARY) or matter(sentence, scene, sentence.offset(verb))
            targets = [about] if about is not None else []
        for target in targets:
            found = participation(verb, actors, target, quality, sentence, scene, possible=True, denied=denied)
            if found is not None and target.kind is not EntityKind.INSTRUMENT:
                yield found


def _being_open(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The programme is open to Westhaven”, “Loans under the Fund are available to all member states”."""
    for word in verb.children:
        if word.lower_ not in {"open", "available", "closed"} or word.dep_ != "acomp":
            continue
        actors = actors_at(frames.after_preposition(word, {"to"}), sentence, scene)
        quality = AS.BENEFICIARY if word.lower_ == "available" else AS.PARTNER
        for target in targets_within(frames.subjects(verb), sentence, scene)[:1]:
            found = participation(
                verb, actors, target, quality, sentence, scene, possible=True, denied=word.lower_ == "closed"
            )
            if found is not None and target.kind is EntityKind.PROGRAMME:
                yield found


def having_access(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Northmoor has no access to the Fund”, “was given access to the programme”: of programmes alone."""
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_.lower() not in _HAVING:
        return
    if frames.is_passive(verb):
        who = frames.subjects(verb) if noun.dep_ == "dobj" else frames.after_preposition(verb, {"to"})
    else:
        who = tuple(child for child in verb.children if child.dep_ == "dative") or frames.subjects(verb)
    actors = actors_at(who, sentence, scene)
    denied = verb.lemma_.lower() in _LOSING
    for target in targets_within(frames.after_preposition(noun, {"to"}), sentence, scene):
        found = participation(verb, actors, target, AS.BENEFICIARY, sentence, scene, possible=True, denied=denied)
        if found is not None and target.kind is EntityKind.PROGRAMME:
            yield found


def commanding(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Northmoor took command of Combined Task Force 151”, “handed over command of the force to Eastmark”."""
    for thing in frames.undergoers(verb):
        if thing.lemma_.lower() not in COMMANDS:
            continue
        joined = [*frames.after_preposition(thing, {"of", "in"}), *frames.after_preposition(verb, {"of"})]
        handing = verb.lemma_.lower() in GIVING_UP
        who = frames.after_preposition(verb, {"to"}) if handing else frames.doers(verb)
        actors = actors_at(who, sentence, scene)
        joined += [
            child for child in thing.children if child.dep_ in {"compound", "poss", "nmod"} and child.i < thing.i
        ]
        targets = targets_within(joined, sentence, scene)
        if not targets and not joined and thing.lemma_.lower() in _ELLIPTIC:
            about = matter(sentence, scene, sentence.offset(verb))
            targets = [about] if about is not None else []
        for target in targets:
            found = participation(verb, actors, target, AS.LEAD, sentence, scene)
            if found is not None and (target.kind in _COMMANDED or thing.lemma_.lower() in _ELLIPTIC):
                yield found


def handing_on(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The baton passes to Norway in 2027”, “the chair rotates to Eastmark”: who leads next."""
    if verb.lemma_.lower() not in _PASSING or frames.is_passive(verb):
        return
    things = [thing for thing in frames.subjects(verb) if thing.lemma_.lower() in COMMANDS]
    if not things:
        return
    actors = actors_at(frames.after_preposition(verb, {"to", "on"}), sentence, scene)
    targets = targets_within(frames.after_preposition(things[0], {"of", "in"}), sentence, scene)
    about = None if targets else matter(sentence, scene, sentence.offset(verb))
    when_next = modality_of(verb) is Modality.ACTUAL and verb.tag_ == "VBZ"
    for target in targets or ([about] if about is not None else []):
        found = participation(verb, actors, target, AS.LEAD, sentence, scene, planned=when_next, confidence=0.55)
        if found is not None:
            yield found


def is_command_taken(verb: Token) -> bool:
    """Whether the verb is one of taking, holding or handing over, and what is taken is a command."""
    if verb.lemma_.lower() not in COMMANDING:
        return False
    return any(thing.lemma_.lower() in COMMANDS for thing in frames.undergoers(verb))
