"""Dependencies that a verb of need tells: “requires”, “depends on”, “is essential for”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.dependencies.making import dependency, hypothetical, polarity_told
from foedera.claims.dependencies.sides import (
    done_to,
    first_side,
    purpose_clause,
    side_at,
)
from foedera.claims.dependencies.words import NEEDED, NEEDING_ON
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import stretch
from foedera.model.claims import Filler
from foedera.model.kinds import Modality, Relation


def needing(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Ratification requires a majority in Parliament”, “a licence is needed for exports”."""
    if verb.dep_ in {"amod", "acl"} and not frames.own_subjects(verb):
        return None
    if frames.is_passive(verb):
        if any(child.dep_ == "xcomp" for child in verb.children):
            return None  # "is required to report": a commitment
        return _subject_needed(verb, _purpose(verb, sentence, scene), sentence, scene)
    things = frames.objects(verb)
    if not things:
        return None
    condition = done_to(verb, sentence, scene)
    purpose = purpose_clause(verb, sentence)
    outcome = purpose or first_side(frames.subjects(verb), sentence, scene)
    return dependency(
        condition,
        Relation.REQUIRES,
        outcome,
        sentence,
        modality=hypothetical(verb),
        polarity=polarity_told(verb),
        confidence=0.7,
    )


def _subject_needed(verb: Token, outcome: Filler | None, sentence: Sentence, scene: Scene) -> Draft | None:
    """What the subject of "is required" or "is necessary" is required for."""
    return dependency(
        first_side(frames.own_subjects(verb), sentence, scene),
        Relation.REQUIRES,
        outcome,
        sentence,
        modality=hypothetical(verb),
        polarity=polarity_told(verb),
        confidence=0.6,
    )


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


def needing_on(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
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
        first_side(subjects, sentence, scene),
        sentence,
        modality=modality,
        polarity=polarity_told(verb),
        confidence=0.65,
    )


def being_needed(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“The consent of the Assembly is necessary for an extension”."""
    for child in verb.children:
        if child.dep_ in {"acomp", "attr"} and child.lower_ in NEEDED:
            outcome = _purpose(child, sentence, scene) or _purpose(verb, sentence, scene)
            return _subject_needed(verb, outcome, sentence, scene)
    return None
