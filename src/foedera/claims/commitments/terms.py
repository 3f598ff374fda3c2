"""Commitments that an instrument lays down or a clause promises: “provides for a joint yard”, “agreed that … would”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.commitments.setting import are_states, commitment, is_official, parties_at
from foedera.claims.commitments.words import AGREEING, EXPLORING, LAYING_DOWN
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.instruments import instrument_of
from foedera.claims.instrument_events.parties import fillers, known_parties
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.signatories import signatories
from foedera.claims.tokens import Token
from foedera.claims.wording import clause_of, noun_phrase, predicate_of
from foedera.model.claims import Filler
from foedera.model.kinds import Strength

_PROMISED = frozenset({"will", "would", "shall", "should"})


def by_terms(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the terms of instruments and promised clauses tell."""
    for verb in sentence.tokens:
        if verb.pos_ != "VERB":
            continue
        lemma = verb.lemma_.lower()
        found: Draft | None = None
        if lemma in LAYING_DOWN:
            found = _laid_down(verb, sentence, scene)
        if found is None and lemma in AGREEING:
            found = _agreed_that(verb, sentence, scene)
        if found is None and lemma in EXPLORING:
            found = _weighed(verb, sentence, scene)
        if found is None:
            found = _one_for_all(verb, sentence, scene)
        if found is not None:
            yield found


def _one_for_all(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“An attack on one shall be considered an attack on both”, wherever it is quoted."""
    modal = next((child.lower_ for child in verb.children if child.tag_ == "MD"), None)
    subjects = frames.subjects(verb)
    attacked = any(subject.lemma_.lower() in {"attack", "aggression"} for subject in subjects)
    if (
        verb.lemma_.lower() not in {"consider", "regard", "treat", "deem"}
        or not attacked
        or not frames.is_passive(verb)
    ):
        return None
    if modal not in {"shall", "will", "would"}:
        return None
    parties = tuple(mention.filler() for mention in signatories(scene))
    strength = Strength.BINDING if modal == "shall" else Strength.COMMITS
    return commitment(verb, parties, clause_of(verb, sentence), strength, sentence, scene, confidence=0.6)


def _laid_down(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“The agreement also provides for a production facility in India”: its parties undertake it."""
    if frames.is_passive(verb) or any(child.dep_ == "neg" for child in verb.children):
        return None
    prepositions = LAYING_DOWN[verb.lemma_.lower()]
    things = frames.objects(verb) if "" in prepositions else frames.after_preposition(verb, prepositions)
    subjects = frames.subjects(verb)
    if not things or not subjects:
        return None
    instrument = instrument_of(subjects[0], sentence, scene)
    if instrument is None:
        return None
    parties = fillers(known_parties(instrument, scene)) or tuple(mention.filler() for mention in signatories(scene))
    return commitment(
        verb, parties, noun_phrase(things[0], sentence), Strength.COMMITS, sentence, scene, confidence=0.5
    )


def _agreed_that(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“promised that troops would come to its aid”, “it was agreed that talks be held every year”."""
    inner = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    if inner is None or not any(child.dep_ == "aux" and child.lower_ in _PROMISED for child in inner.children):
        return None
    if any(
        child.lower_ in {"when", "where", "how", "whether", "who"} and child.i < inner.i for child in inner.children
    ):
        return None  # "has yet to decide when they will bite"
    doers = frames.doers(verb)
    parties: tuple[Filler, ...] = parties_at(doers, sentence, scene)
    if not parties and (frames.is_passive(verb) or not doers):
        parties = tuple(mention.filler() for mention in signatories(scene))
    if verb.lemma_.lower() in {"declare", "reaffirm", "confirm"} and not (
        is_official(scene) or are_states(parties, scene)
    ):
        return None
    bound = any(child.dep_ == "aux" and child.lower_ == "shall" for child in inner.children)
    strength = Strength.BINDING if bound else Strength.COMMITS
    return commitment(verb, parties, clause_of(inner, sentence), strength, sentence, scene, confidence=0.55)


def _weighed(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“are exploring a joint venture”, “is weighing an offer”: said of parties, and not of what they did once."""
    if verb.tag_ != "VBG" or frames.is_passive(verb) or verb.dep_ in {"xcomp", "acl", "pcomp", "advcl"}:
        return None
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children):
        return None  # told by the auxiliary
    parties = parties_at(frames.subjects(verb), sentence, scene)
    if not (is_official(scene) or are_states(parties, scene) or verb.lemma_.lower() in {"weigh", "mull", "consider"}):
        return None
    if not frames.objects(verb) and not any(child.dep_ == "xcomp" for child in verb.children):
        return None
    return commitment(verb, parties, predicate_of(verb, sentence), Strength.EXPLORES, sentence, scene, confidence=0.5)
