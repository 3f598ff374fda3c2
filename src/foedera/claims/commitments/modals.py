"""Commitments that an auxiliary tells: “shall report”, “the two sides will hold”, “Norway may be invited”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.commitments.instruments import names_instrument
from foedera.claims.commitments.promises import strengthened
from foedera.claims.commitments.setting import are_states, commitment, is_official, parties_at
from foedera.claims.commitments.words import (
    ADMITTING,
    GIVING,
    INFINITIVE,
    MEMBERSHIP,
    MUTUAL,
    OF_ITSELF,
    RECITALS,
    STATES,
    TOLD_ELSEWHERE,
)
from foedera.claims.dependencies.sides import is_actor
from foedera.claims.dependencies.words import APPLICANTS
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.signatories import signatories
from foedera.claims.tokens import Token
from foedera.claims.wording import clause_of, predicate_of
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Polarity, Strength
from foedera.names import NameForm

_BINDING = frozenset({"shall", "must"})
_TELLING = frozenset({"say", "announce", "confirm", "declare"})
_ENCOURAGING = frozenset({"may", "might", "should"})


def by_modals(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the verbs with an auxiliary of duty, will or leave tell."""
    if is_official(scene) and sentence.text.lower().lstrip("-–• ").startswith(tuple(RECITALS)):
        return
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
                word = "will" if child.lower_ in {"'ll", "’ll", "wo"} else child.lower_
                return ("will" if word == "would" and _is_told(at) else word), at
        if at.dep_ == "xcomp" and at.head.lemma_.lower() == "have" and not _is_open(at.head):
            return "must", at.head
        if at.dep_ == "xcomp" and at.head.lower_ == "ought":
            return "should", at.head
        if _is_to(at):
            return "will", at.head
        own = any(child.dep_ in {"nsubj", "nsubjpass", "mark"} for child in at.children)
        if at.dep_ != "conj" or own or at.head.pos_ not in {"VERB", "AUX"} or at.tag_ not in {"VB", "VBN"}:
            return None
        at = at.head
    return None


def _is_told(verb: Token) -> bool:
    """“said it would contribute two frigates”: the future as seen from when it was said."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _TELLING and verb.head.tag_ in {"VBD", "VBN"}


def _is_open(have: Token) -> bool:
    """“has yet to vote”, “has much to do”: no duty."""
    return any(child.lower_ == "yet" or child.dep_ == "dobj" for child in have.children)


def _is_to(verb: Token) -> bool:
    """“the coast guards are to share data”, but not “is the fourth country to adopt”."""
    return (
        verb.dep_ == "xcomp"
        and verb.head.lower_ in {"is", "are"}
        and any(child.tag_ == "TO" for child in verb.children)
        and not any(child.dep_ in {"attr", "acomp"} for child in verb.head.children)
    )


def _says_more(verb: Token) -> bool:
    """Whether another word of the clause tells the commitment already: “will undertake to”, “shall be obliged to”."""
    lemma = verb.lemma_.lower()
    has_infinitive = any(
        child.dep_ == "xcomp" and any(each.tag_ == "TO" for each in child.children) for child in verb.children
    )
    return has_infinitive and (lemma in INFINITIVE or lemma in STATES or verb.lower_ in STATES)


def _by_modal(word: str, verb: Token, said_by: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    if _is_conditional(verb) or verb.lemma_.lower() in MEMBERSHIP:
        return None
    passive = frames.is_passive(verb)
    unsaid = passive or (word in _BINDING and not _has_actor(verb, sentence, scene))
    if unsaid and word in {"will", "shall", "must"} and is_official(scene):
        return _of_things(verb, word, sentence, scene)
    if passive and word in _ENCOURAGING and is_official(scene) and verb.lemma_.lower() in ADMITTING:
        return _of_things(verb, word, sentence, scene)
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
    if word in {"should", "ought"} and not passive and _is_advice(verb, sentence):
        return _made(verb, parties, Strength.ENCOURAGES, sentence, scene, 0.45, modality=Modality.POSSIBLE)
    return None


def _has_actor(verb: Token, sentence: Sentence, scene: Scene) -> bool:
    """Whether somebody who can be bound is the subject: "vehicles shall travel by rail" has none."""
    subjects = frames.subjects(verb)
    return (
        not subjects
        or any(token.pos_ in {"PRON", "PROPN"} or token.dep_ == "expl" for token in subjects)
        or bool(parties_at(subjects, sentence, scene))
    )


def _of_things(verb: Token, word: str, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Differences will be settled by consultation”: in an instrument its parties undertake what is to be done."""
    if verb.lemma_.lower() in OF_ITSELF or (frames.is_passive(verb) and frames.agents(verb)):
        return None
    parties = tuple(mention.filler() for mention in signatories(scene))
    strength = strengthened(verb, Strength.COMMITS)
    if word in _BINDING:
        strength = Strength.BINDING
    elif word in _ENCOURAGING:
        strength = Strength.ENCOURAGES
    return commitment(verb, parties, clause_of(verb, sentence), strength, sentence, scene, confidence=0.5)


def _is_advice(verb: Token, sentence: Sentence) -> bool:
    """Whether "should" is the author's advice to a named actor, and not what somebody said or asked."""
    opening = verb.dep_ == "ccomp" and verb.head.i > verb.i  # "London should wait: the prototype has yet to fly"
    if not (opening or verb.dep_ in {"ROOT", "conj", "xcomp"}) or sentence.text.rstrip().endswith("?"):
        return False
    subjects = frames.subjects(verb)
    return bool(subjects) and all(
        is_actor(each, sentence)
        or _is_capital(each, sentence)
        or each.lower_ in {"states", "governments", "government"}
        for each in subjects
    )


def _is_capital(token: Token, sentence: Sentence) -> bool:
    """Whether a capital stands for its government: "London should …"."""
    mention = sentence.mention_of(token)
    return mention is not None and mention.form is NameForm.METONYM


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
    if verb.dep_ == "relcl" and any(token.lower_ == "under" for token in verb.children):
        return bool(parties)  # "a memorandum under which they will share designs"
    named = names_instrument(sentence, scene)
    lemma = verb.lemma_.lower()
    if named and lemma in MUTUAL and len(parties) > 0:
        return True
    if lemma in GIVING and lemma not in TOLD_ELSEWHERE and bool(parties) and all(filler.entity for filler in parties):
        return True  # "the firm will also hand over technology"
    return is_official(scene)


def _is_conditional(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether", "until"} for child in verb.children)


def _made(
    verb: Token,
    parties: tuple[Filler, ...],
    strength: Strength,
    sentence: Sentence,
    scene: Scene,
    confidence: float,
    *,
    modality: Modality = Modality.ACTUAL,
) -> Draft | None:
    denied = any(child.dep_ == "neg" for child in verb.children)
    # "shall not carry arms" is an undertaking to abstain, not the absence of one
    abstains = strength in {Strength.BINDING, Strength.ENCOURAGES} or is_official(scene)
    return commitment(
        verb,
        parties,
        predicate_of(verb, sentence),
        strength,
        sentence,
        scene,
        modality=modality,
        polarity=Polarity.DENIED if denied and not abstains else Polarity.AFFIRMED,
        confidence=confidence,
    )
