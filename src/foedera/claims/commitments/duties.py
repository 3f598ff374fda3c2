"""Commitments that an instrument tells as plain facts, or by other words: “each Participant covers …”, “is under an
obligation to”, “it is the wish of Portugal to”, “would do well to”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.commitments.setting import commitment, is_official, parties_at
from foedera.claims.commitments.words import BEARING, DIRECTING, WISHES
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.signatories import signatories
from foedera.claims.tokens import Token
from foedera.claims.wording import predicate_of
from foedera.model.kinds import Modality, Strength

_SEVERAL = 2  # parties; what one side alone orders is its own affair


def by_duties(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the plain statements and set phrases of a sentence tell."""
    for token in sentence.tokens:
        found: Draft | None = None
        if token.pos_ == "VERB" and token.tag_ in {"VBZ", "VBP"} and token.lemma_.lower() in BEARING:
            found = _borne(token, sentence, scene)
        elif token.pos_ == "VERB" and token.lemma_.lower() in DIRECTING:
            found = _directed(token, sentence, scene)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in WISHES:
            found = _wished(token, sentence, scene)
        elif token.pos_ == "NOUN" and token.lemma_.lower() == "obligation":
            found = _owed(token, sentence, scene)
        elif token.lower_ in {"well", "wise"}:
            found = _advised(token, sentence, scene)
        if found is not None:
            yield found


def _borne(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Each Participant covers the pay of its own troops”: what an instrument states of its parties binds them."""
    subjects = frames.own_subjects(verb)
    if not subjects or not frames.objects(verb) or verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"}:
        return None
    every = any(child.lower_ in {"each", "either"} for child in subjects[0].children)
    if not is_official(scene) or not (every or verb.lemma_.lower() in BEARING):
        return None
    if any(child.dep_ == "aux" for child in verb.children):
        return None
    return commitment(
        verb,
        parties_at(subjects, sentence, scene),
        predicate_of(verb, sentence),
        Strength.COMMITS,
        sentence,
        scene,
        confidence=0.55,
    )


def _directed(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“The Ministers instructed their officials to draw up a plan”: who has it done undertakes it."""
    inner = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp", "advcl"} and _is_infinitive(child)]
    if not inner or frames.is_passive(verb) or not is_official(scene):
        return None
    subjects = frames.subjects(verb)
    parties = parties_at(subjects, sentence, scene)
    if len(parties) < _SEVERAL and subjects and subjects[0].tag_ in {"NNS", "NNPS"}:
        parties = tuple(mention.filler() for mention in signatories(scene))
    if len(parties) < _SEVERAL:
        return None
    return commitment(
        verb, parties, predicate_of(inner[0], sentence), Strength.COMMITS, sentence, scene, confidence=0.5
    )


def _wished(noun: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“It is the wish of Portugal to lend a vessel”, “the Signatories' purpose is to have a hospital afloat”."""
    be = noun.head
    if be.lemma_ != "be":
        return None
    inner = [child for each in (noun, be) for child in each.children if child.i > noun.i and _is_infinitive(child)]
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += frames.after_preposition(noun, {"of"})
    parties = parties_at(owners, sentence, scene)
    if not inner or not parties:
        return None
    return commitment(
        noun, parties, predicate_of(inner[0], sentence), Strength.INTENDS, sentence, scene, confidence=0.6
    )


def _owed(noun: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“the Ordering Navy is under an obligation to settle it in full”, “has an obligation to crew the boats”."""
    inner = [child for child in noun.children if _is_infinitive(child)]
    governor: Token = noun.head
    if governor.lower_ == "under":
        governor = governor.head
    inner += [child for child in governor.children if child.i > noun.i and _is_infinitive(child)]
    if not inner or governor.lemma_ not in {"be", "have"} or any(child.lower_ == "no" for child in noun.children):
        return None
    parties = parties_at(frames.subjects(governor), sentence, scene)
    return commitment(
        noun, parties, predicate_of(inner[0], sentence), Strength.BINDING, sentence, scene, confidence=0.65
    )


def _advised(word: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Belgium would do well to release the stations”, “holders would be wise to ask first”."""
    verb = word.head
    if verb.lemma_ not in {"do", "be"} or not any(child.lower_ == "would" for child in verb.children):
        return None
    inner = [child for each in (word, verb) for child in each.children if child.i > word.i and _is_infinitive(child)]
    if not inner:
        return None
    official = is_official(scene)
    return commitment(
        verb,
        parties_at(frames.subjects(verb), sentence, scene),
        predicate_of(inner[0], sentence),
        Strength.ENCOURAGES,
        sentence,
        scene,
        modality=Modality.ACTUAL if official else Modality.POSSIBLE,
        confidence=0.5,
    )


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)
