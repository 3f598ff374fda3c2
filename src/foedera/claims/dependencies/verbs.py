"""Dependencies that a verb tells: “requires”, “allows … to”, “paves the way for”, “is essential for”, “must be …”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.dependencies.making import dependency, done_to, hypothetical, is_actor, side_at
from foedera.claims.dependencies.words import (
    APPLICANTS,
    DOING,
    DOING_TO,
    FEASIBLE,
    FURTHERING,
    GIVING,
    MEANS,
    NEEDED,
    NEEDING,
    NEEDING_ON,
)
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.wording import predicate_of, stretch
from foedera.model.claims import Filler
from foedera.model.kinds import Modality, Polarity, Relation

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_verbs(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the verbs of a sentence tell of dependencies."""
    for verb in sentence.tokens:
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}:
            continue
        lemma = verb.lemma_.lower()
        found: Draft | None = None
        if lemma in NEEDING:
            found = _needing(verb, sentence, scene)
        if found is None and lemma in NEEDING_ON:
            found = _needing_on(verb, sentence, scene)
        if found is None and lemma in DOING:
            found = _doing(verb, DOING[lemma], sentence, scene)
        if found is None and lemma in DOING_TO:
            found = _doing_to(verb, sentence, scene)
        if found is None and lemma in GIVING:
            found = _being_means(verb, sentence, scene)
        if found is None and lemma in {"be", "become", "remain", "make"}:
            found = _being_needed(verb, sentence, scene) or _making_possible(verb, sentence, scene)
        if found is None and lemma in FURTHERING:
            found = _furthering(verb, sentence, scene)
        if found is None:
            found = _rule_of_access(verb, sentence, scene)
        if found is not None:
            yield found


def _first(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> Filler | None:
    for token in tokens:
        found = side_at(token, sentence, scene)
        if found is not None:
            return found
    return None


def _denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children) or any(
        (
            child.dep_ in {"nsubj", "nsubjpass"}
            and any(each.lower_ == "no" or each.dep_ == "neg" for each in child.children)
        )
        or (child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in {"nothing", "nobody", "none"})
        for child in verb.children
    )


def _polarity(verb: Token) -> Polarity:
    return Polarity.DENIED if _denied(verb) else Polarity.AFFIRMED


def _needing(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Ratification requires a majority in Parliament”, “a licence is needed for exports”."""
    if verb.dep_ in {"amod", "acl"} and not frames.own_subjects(verb):
        return None
    if frames.is_passive(verb):
        if any(child.dep_ == "xcomp" for child in verb.children):
            return None  # "is required to report": a commitment
        outcome = _purpose(verb, sentence, scene)
        return dependency(
            _first(frames.own_subjects(verb), sentence, scene),
            Relation.REQUIRES,
            outcome,
            sentence,
            modality=hypothetical(verb),
            polarity=_polarity(verb),
            confidence=0.6,
        )
    things = frames.objects(verb)
    if not things:
        return None
    condition = done_to(verb, sentence, scene)
    purpose = _purpose_clause(verb, sentence)
    outcome = purpose or _first(frames.subjects(verb), sentence, scene)
    return dependency(
        condition,
        Relation.REQUIRES,
        outcome,
        sentence,
        modality=hypothetical(verb),
        polarity=_polarity(verb),
        confidence=0.7,
    )


def _purpose_clause(verb: Token, sentence: Sentence) -> Filler | None:
    """“In order for the area to be expanded, this would require …”, “To be eligible, an action must …”."""
    for child in verb.children:
        if child.dep_ == "advcl" and child.i < verb.i and any(each.tag_ == "TO" for each in child.children):
            found = stretch(child)
            return sentence.excerpt(*found) if found else None
    return None


def _purpose(word: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    """What something is needed for: “for exports”, “to cross Germany”, “before a hull moves”."""
    nouns = frames.after_preposition(word, {"for", "before"})
    if nouns:
        return side_at(nouns[0], sentence, scene)
    for child in word.children:
        if child.dep_ in {"xcomp", "advcl", "ccomp"} and child.i > word.i:
            found = stretch(child)
            return sentence.excerpt(*found) if found else None
    return None


def _needing_on(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“depends on a licence from Kyiv”, “would call for unanimity”."""
    nouns = frames.after_preposition(verb, NEEDING_ON[verb.lemma_.lower()])
    subjects = frames.subjects(verb)
    if (
        not nouns
        or not subjects
        or (verb.lemma_.lower() == "call" and subjects[0].ent_type_ in {"PERSON", "GPE", "ORG"})
    ):
        return None
    if (
        verb.lemma_.lower() in {"count", "turn", "hang", "rely", "rest", "call"}
        and sentence.mention_of(subjects[0]) is not None
    ):
        return None
    modality = hypothetical(verb)
    if any(child.dep_ == "aux" and child.lower_ == "will" for child in verb.children):
        modality = Modality.POSSIBLE
    return dependency(
        side_at(nouns[0], sentence, scene),
        Relation.REQUIRES,
        _first(subjects, sentence, scene),
        sentence,
        modality=modality,
        polarity=_polarity(verb),
        confidence=0.65,
    )


def _doing(verb: Token, relation: Relation, sentence: Sentence, scene: Scene) -> Draft | None:
    """“The agreement allows the ROK to contribute”, “rules restrict sales”, “is barred by Article 2”."""
    if verb.dep_ == "amod":
        return None
    passive = frames.is_passive(verb)
    if verb.lemma_.lower() == "rule" and not any(child.lower_ == "out" for child in verb.children):
        return None
    causes = frames.doers(verb)
    acts = any(is_actor(cause, sentence) for cause in causes)
    if acts and (relation in {Relation.ENABLES, Relation.LIMITS} or verb.lemma_.lower() in {"let", "rule", "block"}):
        return None
    if passive:
        condition = _first(causes, sentence, scene)
        outcome = _passive_outcome(verb, sentence, scene)
    else:
        condition = _first(causes, sentence, scene)
        outcome = done_to(verb, sentence, scene)
    limited = frames.after_preposition(verb, {"to"})
    if relation is Relation.LIMITS and passive and condition is None and limited:
        condition, outcome = _first(frames.subjects(verb), sentence, scene), side_at(limited[0], sentence, scene)
    barred = frames.after_preposition(verb, {"from"})
    if relation is Relation.EXCLUDES and passive and condition is None and barred:
        subjects = frames.subjects(verb)
        if any(is_actor(each, sentence) for each in subjects):
            return None  # a named actor that is kept out is told as a participation
        condition, outcome = _first(subjects, sentence, scene), side_at(barred[0], sentence, scene)
    denied = _denied(verb)
    if relation in {Relation.PERMITS, Relation.ENABLES} and denied:
        relation, denied = Relation.EXCLUDES, False
    return dependency(
        condition,
        relation,
        outcome,
        sentence,
        modality=hypothetical(verb),
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        confidence=0.65,
    )


def _passive_outcome(verb: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    inner = next((child for child in verb.children if child.dep_ in {"xcomp", "ccomp"} and child.i > verb.i), None)
    if inner is not None:
        return predicate_of(inner, sentence)
    return _first(frames.subjects(verb), sentence, scene)


def _doing_to(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
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
    if verb.lemma_.lower() in {"lead", "contribute"} and hypothetical(verb) is Modality.ACTUAL and not _can(verb):
        return None
    if verb.lemma_.lower() == "provide" and not _denied(verb):
        return None
    denied = _denied(verb)
    return dependency(
        _first(frames.subjects(verb), sentence, scene),
        Relation.EXCLUDES if denied and relation is Relation.PERMITS else relation,
        outcome,
        sentence,
        modality=Modality.POSSIBLE if _can(verb) else hypothetical(verb),
        confidence=0.55,
    )


def _can(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "can" for child in verb.children)


def _being_means(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“is a prerequisite for exports”, “may pave the way for agreements”, “offers a platform for makers”."""
    for noun in frames.objects(verb):
        relation = MEANS.get(noun.lemma_.lower()) or MEANS.get(noun.lower_)
        if relation is None:
            continue
        outcome = _means_of(noun, verb, sentence, scene)
        if outcome is None:
            continue
        return dependency(
            _first(frames.subjects(verb), sentence, scene),
            relation,
            outcome,
            sentence,
            modality=hypothetical(verb),
            polarity=_polarity(verb),
            confidence=0.6,
        )
    return None


def _means_of(noun: Token, verb: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    prepositions = (
        {"for", "to", "of", "on"} if MEANS.get(noun.lemma_.lower()) is not Relation.LIMITS else {"to", "on", "for"}
    )
    for word in (noun, verb):
        nouns = frames.after_preposition(word, prepositions if word == noun else {"for", "to", "into"})
        if nouns:
            return side_at(nouns[0], sentence, scene)
        for child in word.children:
            if (
                child.dep_ in {"acl", "advcl", "relcl", "xcomp"}
                and child.i > noun.i
                and any(each.tag_ == "TO" for each in child.children)
            ):
                found = stretch(child)
                return sentence.excerpt(*found) if found else None
    return None


def _being_needed(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“The consent of the Assembly is necessary for an extension”."""
    for child in verb.children:
        if child.dep_ in {"acomp", "attr"} and child.lower_ in NEEDED:
            outcome = _purpose(child, sentence, scene) or _purpose(verb, sentence, scene)
            return dependency(
                _first(frames.own_subjects(verb), sentence, scene),
                Relation.REQUIRES,
                outcome,
                sentence,
                modality=hypothetical(verb),
                polarity=_polarity(verb),
                confidence=0.6,
            )
    return None


def _making_possible(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“A Council decision made participation possible”."""
    if verb.lemma_.lower() != "make":
        return None
    for child in verb.subtree:
        if child.lower_ in FEASIBLE and frames.clause_verb(child.head) in {verb, child.head}:
            outcome = _infinitive_after(child, sentence) or _first(frames.undergoers(verb), sentence, scene)
            if outcome is None:
                outcome = _first(frames.own_subjects(child), sentence, scene)
            return dependency(
                _first(frames.doers(verb), sentence, scene),
                Relation.ENABLES,
                outcome,
                sentence,
                modality=hypothetical(verb),
                polarity=_polarity(verb),
                confidence=0.65,
            )
    return None


def _infinitive_after(word: Token, sentence: Sentence) -> Filler | None:
    for child in word.children:
        if (
            child.dep_ in {"xcomp", "ccomp", "advcl"}
            and child.i > word.i
            and any(each.tag_ == "TO" for each in child.children)
        ):
            return predicate_of(child, sentence)
    return None


def _furthering(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“A common standard would simplify procurement”: supposed, and not what somebody would do."""
    if hypothetical(verb) is Modality.ACTUAL and not _can(verb):
        return None
    subjects = frames.subjects(verb)
    if not subjects or frames.is_passive(verb) or any(is_actor(each, sentence) for each in subjects):
        return None
    return dependency(
        _first(subjects, sentence, scene),
        FURTHERING[verb.lemma_.lower()],
        predicate_of(verb, sentence),
        sentence,
        modality=Modality.POSSIBLE,
        polarity=_polarity(verb),
        confidence=0.5,
    )


def _rule_of_access(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Contractors must be established in the Union”, “Recipients shall not be controlled by a third country”."""
    must = any(child.dep_ == "aux" and child.lower_ in {"must", "shall"} for child in verb.children)
    if not must:
        return _closed_to(verb, sentence, scene)
    subjects = frames.subjects(verb)
    if not subjects:
        return None
    stative = frames.is_passive(verb) or verb.lemma_.lower() in {"be", "have", "ensure", "meet", "fulfil", "come"}
    applicant = subjects[0].lemma_.lower() in APPLICANTS or subjects[0].lower_ in {"they", "it"}
    if not (stative and applicant):
        return None
    outcome = _purpose_clause(verb, sentence) or _first(subjects, sentence, scene) or _applicant_before(sentence, scene)
    return dependency(
        predicate_of(verb, sentence, without=[child for child in verb.children if child.dep_ == "advcl"]),
        Relation.EXCLUDES if _denied(verb) else Relation.REQUIRES,
        outcome,
        sentence,
        confidence=0.6,
    )


def _closed_to(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“A company located in a third country cannot be beneficiary of the Fund”."""
    cannot = _denied(verb) and any(child.dep_ == "aux" and child.lower_ in {"can", "ca"} for child in verb.children)
    subjects = frames.subjects(verb)
    if not cannot or not subjects or subjects[0].lemma_.lower() not in APPLICANTS or is_actor(subjects[0], sentence):
        return None
    return dependency(
        _first(subjects, sentence, scene), Relation.EXCLUDES, predicate_of(verb, sentence), sentence, confidence=0.5
    )


def _applicant_before(sentence: Sentence, scene: Scene) -> Filler | None:
    """Whom "they" stands for in a rule: the subject of the rule before."""
    for earlier in list(scene.reading.before(sentence))[:2]:
        for token in earlier.tokens:
            if token.dep_ in {"nsubj", "nsubjpass"} and token.lemma_.lower() in APPLICANTS:
                return side_at(token, earlier, scene)
    return None
