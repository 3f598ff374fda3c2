"""Commitments that an auxiliary tells: “shall report”, “the two sides will hold”, “Norway may be invited”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.commitments.promises import strengthened
from foedera.claims.commitments.setting import are_states, commitment, instrument_at, is_official, parties_at
from foedera.claims.commitments.words import INFINITIVE, MUTUAL, STATES
from foedera.claims.dependencies.words import APPLICANTS
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.wording import predicate_of
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Polarity, Strength

if TYPE_CHECKING:
    from spacy.tokens import Token

_BINDING = frozenset({"shall", "must"})
_ENCOURAGING = frozenset({"may", "should"})


def by_modals(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the verbs with an auxiliary of duty, will or leave tell."""
    for verb in sentence.tokens:
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}:
            continue
        modal = _modal(verb)
        if modal is None:
            continue
        word, said_by = modal
        if _says_more(verb):
            continue
        found = _by_modal(word, verb, said_by, sentence, scene)
        if found is not None:
            yield found


def _modal(verb: Token) -> tuple[str, Token] | None:
    """The auxiliary of a verb, its own or that of the verb it is joined to; None if it has none."""
    at: Token = verb
    for _ in range(4):
        for child in at.children:
            if child.dep_ == "aux" and (child.tag_ == "MD" or child.lower_ in {"will", "shall"}):
                return ("will" if child.lower_ in {"'ll", "’ll", "wo"} else child.lower_), at
        if at.dep_ == "xcomp" and at.head.lemma_.lower() == "have":
            return "must", at.head
        own = any(child.dep_ in {"nsubj", "nsubjpass", "mark"} for child in at.children)
        if at.dep_ != "conj" or own or at.head.pos_ not in {"VERB", "AUX"} or at.tag_ not in {"VB", "VBN"}:
            return None
        at = at.head
    return None


def _says_more(verb: Token) -> bool:
    """Whether another word of the clause tells the commitment already: “will undertake to”, “shall be obliged to”."""
    lemma = verb.lemma_.lower()
    has_infinitive = any(child.dep_ == "xcomp" for child in verb.children)
    return has_infinitive and (lemma in INFINITIVE or lemma in STATES or verb.lower_ in STATES)


def _by_modal(word: str, verb: Token, said_by: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    if _is_conditional(verb):
        return None
    passive = frames.is_passive(verb)
    parties = parties_at(frames.agents(verb) if passive else frames.subjects(verb), sentence, scene)
    if word in _BINDING:
        return (
            None
            if passive or not _may_bind(word, verb, parties, sentence, scene)
            else _made(verb, parties, Strength.BINDING, sentence, scene, 0.65)
        )
    if word == "will":
        if passive or not _is_undertaken(verb, parties, sentence, scene):
            return None
        return _made(verb, parties, strengthened(verb, Strength.COMMITS), sentence, scene, 0.65)
    if word in _ENCOURAGING and is_official(scene) and not passive:
        return _made(verb, parties, Strength.ENCOURAGES, sentence, scene, 0.5)
    return None


def _may_bind(word: str, verb: Token, parties: tuple[Filler, ...], sentence: Sentence, scene: Scene) -> bool:
    """Whether a duty is one that somebody took on; "must be established in the Union" is a condition of access.

    "must" is also what commentators say: it counts only where an instrument is at hand.
    """
    if is_official(scene):
        return True
    if verb.lemma_.lower() in {"be", "have", "ensure"} or any(
        subject.lemma_.lower() in APPLICANTS for subject in frames.subjects(verb)
    ):
        return False
    near = (sentence, *list(scene.reading.before(sentence))[:1])
    named = any(mention.kind is EntityKind.INSTRUMENT for each in near for mention in each.mentions)
    return word == "shall" or (named and any(filler.entity for filler in parties))


def _is_undertaken(verb: Token, parties: tuple[Filler, ...], sentence: Sentence, scene: Scene) -> bool:
    """Whether "will" tells an undertaking and not merely what is to happen."""
    if verb.lemma_.lower() in {"be", "have", "become", "remain", "need"}:
        return False
    if are_states(parties, scene):
        return True
    named = instrument_at(sentence, scene) is not None
    return is_official(scene) or (named and verb.lemma_.lower() in MUTUAL and len(parties) > 0)


def _is_conditional(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether", "until"} for child in verb.children)


def _made(
    verb: Token, parties: tuple[Filler, ...], strength: Strength, sentence: Sentence, scene: Scene, confidence: float
) -> Draft | None:
    denied = any(child.dep_ == "neg" for child in verb.children)
    return commitment(
        verb,
        parties,
        predicate_of(verb, sentence),
        strength,
        sentence,
        scene,
        # "shall not carry arms" is an undertaking to abstain, not the absence of one
        polarity=Polarity.AFFIRMED if strength is Strength.BINDING or not denied else Polarity.DENIED,
        confidence=confidence,
    )
