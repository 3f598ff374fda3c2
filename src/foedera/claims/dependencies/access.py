"""Dependencies that rules of access tell: “must be established in”, “shall not be controlled by”, “cannot receive”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.dependencies.making import dependency, is_denied
from foedera.claims.dependencies.sides import (
    first_side,
    is_actor,
    purpose_clause,
    side_at,
)
from foedera.claims.dependencies.words import APPLICANTS
from foedera.claims.drafts import Draft
from foedera.claims.mentions import STATELIKE
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import predicate_of
from foedera.model.claims import Filler
from foedera.model.kinds import Relation


def rule_of_access(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Contractors must be established in the Union”, “Recipients shall not be controlled by a third country”."""
    must = any(child.dep_ == "aux" and child.lower_ in {"must", "shall"} for child in verb.children)
    if not must:
        return _closed_to(verb, sentence, scene)
    subjects = frames.subjects(verb)
    if not subjects:
        return None
    stative = frames.is_passive(verb) or verb.lemma_.lower() in {"be", "have", "ensure", "meet", "fulfil"}
    applicant = subjects[0].lemma_.lower() in APPLICANTS or subjects[0].lower_ in {"they", "it"}
    if not (stative and applicant):
        return None
    outcome = (
        purpose_clause(verb, sentence) or first_side(subjects, sentence, scene) or _applicant_before(sentence, scene)
    )
    return dependency(
        predicate_of(verb, sentence, without=[child for child in verb.children if child.dep_ == "advcl"]),
        Relation.EXCLUDES if is_denied(verb) else Relation.REQUIRES,
        outcome,
        sentence,
        confidence=0.6,
    )


def _closed_to(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“A company located in a third country cannot be beneficiary of the Fund”."""
    cannot = is_denied(verb) and any(child.dep_ == "aux" and child.lower_ in {"can", "ca"} for child in verb.children)
    subjects = frames.subjects(verb)
    if not cannot or not subjects or subjects[0].lemma_.lower() not in APPLICANTS or is_actor(subjects[0], sentence):
        return None
    homes = (sentence.mention_of(each) for each in _homes(subjects[0]))
    if any(home is not None and home.kind in STATELIKE and not home.generic for home in homes):
        return None  # "a firm based in Northmoor cannot apply": told as who may not take part
    return dependency(
        first_side(subjects, sentence, scene), Relation.EXCLUDES, predicate_of(verb, sentence), sentence, confidence=0.5
    )


def _homes(subject: Token) -> list[Token]:
    """The words that tell where a subject belongs: "Swiss firms", "a firm of Northmoor", "a firm based in Northmoor"."""
    beside = [child for child in subject.children if child.dep_ in {"amod", "compound", "nmod", "poss"}]
    clauses = [child for child in subject.children if child.dep_ == "acl"]
    behind = [noun for word in (subject, *clauses) for noun in frames.after_preposition(word, {"in", "of", "from"})]
    return [*beside, *behind]


def _applicant_before(sentence: Sentence, scene: Scene) -> Filler | None:
    """Whom "they" stands for in a rule: the subject of the rule before."""
    for earlier in list(scene.reading.before(sentence))[:2]:
        for token in earlier.tokens:
            if token.dep_ in {"nsubj", "nsubjpass"} and token.lemma_.lower() in APPLICANTS:
                return side_at(token, earlier, scene)
    return None
