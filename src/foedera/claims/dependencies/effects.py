"""Dependencies that a verb of effect tells: “allows … to”, “restricts”, “bars”, “leads to”, “would simplify”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.dependencies.making import can_be, dependency, hypothetical, is_denied, polarity_told
from foedera.claims.dependencies.sides import (
    acts,
    done_to,
    first_side,
    infinitive_of,
    is_actor,
    side_at,
)
from foedera.claims.dependencies.words import DOING_TO, FURTHERING, WORRIES
from foedera.claims.drafts import Draft
from foedera.claims.modality import modality_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import predicate_of, stretch
from foedera.model.claims import Filler
from foedera.model.kinds import Modality, Polarity, Relation

# What a body does on a day, and no rule does: the leave is told by what it gives leave to.
_DEEDS = frozenset({"authorise", "authorize", "let"})


def doing(verb: Token, relation: Relation, sentence: Sentence, scene: Scene) -> Draft | None:
    """“The agreement allows the ROK to contribute”, “rules restrict sales”, “is barred by Article 2”."""
    if verb.dep_ == "amod":
        return None
    passive = frames.is_passive(verb)
    if verb.lemma_.lower() == "rule" and not any(child.lower_ == "out" for child in verb.children):
        return None
    if verb.lemma_.lower() == "ease" and any(each.lemma_.lower() in WORRIES for each in frames.undergoers(verb)):
        return None
    causes = frames.doers(verb)
    if any(acts(cause, sentence) for cause in causes) and (
        relation in {Relation.ENABLES, Relation.LIMITS} or verb.lemma_.lower() in {"let", "rule", "block"}
    ):
        return None
    deed = verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.lemma_.lower() in _DEEDS
    if deed and relation is Relation.PERMITS and any(is_actor(cause, sentence) for cause in causes):
        return None  # "the Council authorised talks": a deed, no rule
    if passive:
        condition = first_side(causes, sentence, scene)
        outcome = _passive_outcome(verb, sentence, scene)
    else:
        condition = first_side(causes, sentence, scene)
        outcome = done_to(verb, sentence, scene)
    limited = frames.after_preposition(verb, {"to"})
    if relation is Relation.LIMITS and passive and condition is None and limited:
        condition, outcome = first_side(frames.subjects(verb), sentence, scene), side_at(limited[0], sentence, scene)
    barred = frames.after_preposition(verb, {"from", "for"})
    if relation is Relation.EXCLUDES and not passive and barred and barred[0].pos_ == "VERB":
        kept = stretch(barred[0])
        outcome = sentence.excerpt(*kept) if kept else outcome
    forbidden = infinitive_of(verb) if passive and condition is None else None
    if relation is Relation.EXCLUDES and forbidden is not None:
        condition, outcome = first_side(frames.subjects(verb), sentence, scene), predicate_of(forbidden, sentence)
    elif relation is Relation.EXCLUDES and passive and condition is None and barred:
        subjects = frames.subjects(verb)
        if any(is_actor(each, sentence) for each in subjects):
            return None  # a named actor that is kept out is told as a participation
        condition, outcome = first_side(subjects, sentence, scene), side_at(barred[0], sentence, scene)
        if frames.after_preposition(verb, {"for"}):  # "participation is excluded for neutral states"
            condition, outcome = outcome, condition
    denied = is_denied(verb)
    if relation in {Relation.PERMITS, Relation.ENABLES} and denied:
        relation, denied = Relation.EXCLUDES, False
    return dependency(
        condition,
        relation,
        outcome,
        sentence,
        modality=Modality.POSSIBLE if _is_of_what_is_wished(verb) else hypothetical(verb),
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        confidence=0.65,
    )


def _is_of_what_is_wished(verb: Token) -> bool:
    """“support for a treaty banning mines”, “efforts to draft a law allowing sales”: of what is not there yet."""
    noun = verb.head
    if verb.dep_ != "acl" or not any(child.lower_ in {"a", "an"} for child in noun.children):
        return False
    over = list(noun.ancestors)[:3]
    return modality_of(noun) is not Modality.ACTUAL or any(each.lemma_.lower() in _WISHES for each in over)


_WISHES = frozenset("support call proposal propose draft demand campaign push effort idea negotiate seek".split())


def _passive_outcome(verb: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    inner = next((child for child in verb.children if child.dep_ in {"xcomp", "ccomp"} and child.i > verb.i), None)
    if inner is not None:
        return predicate_of(inner, sentence)
    return first_side(frames.subjects(verb), sentence, scene)


def doing_to(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“can lead to further outcomes”, “does not provide for forces to be based there”."""
    words, relation = DOING_TO[verb.lemma_.lower()]
    nouns = frames.after_preposition(verb, words)
    outcome = side_at(nouns[0], sentence, scene) if nouns else None
    if outcome is None:
        inner = next(
            (child for child in verb.children if child.dep_ in {"ccomp", "xcomp", "advcl"} and child.i > verb.i), None
        )
        marked = inner is not None and any(child.lower_ in words for child in inner.children)
        if inner is None or not marked:
            return None
        found = stretch(inner)
        outcome = sentence.excerpt(*found) if found else None
    if verb.lemma_.lower() in {"lead", "contribute"} and hypothetical(verb) is Modality.ACTUAL and not can_be(verb):
        return None
    if verb.lemma_.lower() == "provide" and not is_denied(verb):
        return None
    denied = is_denied(verb)
    return dependency(
        first_side(frames.subjects(verb), sentence, scene),
        Relation.EXCLUDES if denied and relation is Relation.PERMITS else relation,
        outcome,
        sentence,
        modality=Modality.POSSIBLE if can_be(verb) else hypothetical(verb),
        confidence=0.55,
    )


def furthering(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“A common standard would simplify procurement”: supposed, and not what somebody would do."""
    if hypothetical(verb) is Modality.ACTUAL and not can_be(verb):
        return None
    subjects = frames.subjects(verb)
    if not subjects or frames.is_passive(verb) or any(acts(each, sentence) for each in subjects):
        return None
    return dependency(
        first_side(subjects, sentence, scene),
        FURTHERING[verb.lemma_.lower()],
        predicate_of(verb, sentence),
        sentence,
        modality=Modality.POSSIBLE,
        polarity=polarity_told(verb),
        confidence=0.5,
    )
