"""Dependencies that a preposition or adjective tells: “subject to”, “without”, “pending”, “upon”, “only after”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.dependencies.making import dependency, hypothetical, is_denied
from foedera.claims.dependencies.sides import (
    side_at,
    words_after,
)
from foedera.claims.dependencies.words import ALLOWED, BEGINNING, BOUND_TO, CONFINED, CONSENT, FORCE
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.wording import joined_clauses, stretch
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Polarity, Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAVE = frozenset({"may", "can"})


def by_prepositions(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the prepositions and adjectives of a sentence tell of conditions."""
    for token in sentence.tokens:
        word = token.lower_
        found: Draft | None = None
        if word in BOUND_TO:
            found = _bound_to(token, sentence, scene)
        elif word in CONFINED and token.dep_ in {"acomp", "oprd", "ROOT", "ccomp", "conj"}:
            found = _confined(token, sentence, scene)
        elif word == "derogation":
            found = _derogation(token, sentence)
        elif word == "before" and token.dep_ == "prep":
            found = _before(token, sentence, scene)
        elif word == "without":
            found = _without(token, sentence, scene)
        elif word in {"pending", "failing"} and token.dep_ in {"prep", "amod", "advcl"}:
            found = _pending(token, sentence, scene)
        elif word in {"upon", "on", "after", "once"} and token.dep_ == "prep":
            found = _beginning(token, sentence, scene) or _only_after(token, sentence, scene)
        elif word in {"with", "by"} and token.dep_ == "prep":
            found = _with_consent(token, sentence, scene)
        elif word == "under" and token.dep_ == "prep":
            found = _under(token, sentence, scene)
        elif word == "thanks" and any(child.lower_ == "to" for child in token.children):
            found = _thanks_to(token, sentence, scene)
        if found is not None:
            yield found


def _rest(verb: Token, without: list[Token], sentence: Sentence) -> Filler | None:
    """The clause of a verb without the phrase that tells its condition."""
    found = stretch(verb, without=[*without, *joined_clauses(verb)])
    return sentence.excerpt(*found) if found else None


def _after(token: Token, sentence: Sentence, scene: Scene, words: frozenset[str]) -> Filler | None:
    nouns = frames.after_preposition(token, words)
    return side_at(nouns[0], sentence, scene) if nouns else None


def _object(preposition: Token, sentence: Sentence, scene: Scene) -> tuple[Token, Filler] | None:
    noun = next((child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}), None)
    if noun is None:
        return None
    filler = side_at(noun, sentence, scene)
    return (noun, filler) if filler is not None else None


def _bound_to(word: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“exports are subject to authorisation”, “made exports subject to its approval”, “Subject to X, Y may …”."""
    noun = words_after(word, BOUND_TO[word.lower_])
    condition = side_at(noun, sentence, scene) if noun is not None else None
    if condition is None:
        return None
    verb = frames.clause_verb(word)
    if verb == word:
        return None
    outcome = None
    if word.dep_ in {"acomp", "attr", "oprd", "ccomp", "xcomp"} and verb.lemma_.lower() in {
        "be",
        "make",
        "remain",
        "become",
    }:
        things = frames.own_subjects(word) or (frames.objects(verb) if verb.lemma_ == "make" else frames.subjects(verb))
        things = tuple(thing for thing in things if thing != word)
        outcome = side_at(things[0], sentence, scene) if things else None
    outcome = outcome or _rest(verb, [word], sentence)
    leave = any((child.dep_ == "aux" and child.lower_ in _LEAVE) or child.lower_ in ALLOWED for child in verb.children)
    return dependency(
        condition,
        Relation.PERMITS if leave else Relation.REQUIRES,
        outcome,
        sentence,
        modality=hypothetical(verb, may=False),
        confidence=0.75,
    )


def _confined(word: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“the mandate remains limited to the north-west Indian Ocean”."""
    noun = words_after(word, frozenset({"to"}))
    verb = frames.clause_verb(word) if word.pos_ == "ADJ" else word
    subjects = frames.subjects(verb)
    active = word.pos_ == "VERB" and not frames.is_passive(word)
    if noun is None or not subjects or active or frames.agents(verb):
        return None
    return dependency(
        side_at(subjects[0], sentence, scene),
        Relation.LIMITS,
        side_at(noun, sentence, scene),
        sentence,
        confidence=0.55,
    )


def _derogation(noun: Token, sentence: Sentence) -> Draft | None:
    """“By way of derogation, a Member State may procure on its own”."""
    verb = frames.clause_verb(noun)
    if not any(child.dep_ == "aux" and child.lower_ in _LEAVE for child in verb.children):
        return None
    phrase = next((each for each in noun.ancestors if each.head == verb), noun)
    return dependency(sentence.excerpt(noun.i, noun.i + 1), Relation.PERMITS, _rest(verb, [phrase], sentence), sentence)


def _before(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“cannot be signed before the elections”, “must be settled before any transfer”."""
    found = _object(preposition, sentence, scene)
    verb = preposition.head
    if (
        found is None
        or verb.pos_ not in {"VERB", "AUX"}
        or sentence.dates_between(found[1].start or 0, found[1].end or 0)
    ):
        return None
    rest = _rest(verb, [preposition], sentence)
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if any(child.dep_ == "neg" for child in verb.children) and words & {"can", "may", "ca", "will", "could"}:
        return dependency(found[1], Relation.REQUIRES, rest, sentence, confidence=0.5)
    if words & {"must", "shall"} or (verb.dep_ == "xcomp" and verb.head.lemma_ == "have"):
        whole = _rest(verb.head, [preposition], sentence) if verb.dep_ == "xcomp" else rest
        return dependency(whole, Relation.REQUIRES, found[1], sentence, confidence=0.5)
    return None


def _without(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Without a law on secrets, the chapter can't begin”: only where the rest of the clause cannot be."""
    found = _object(preposition, sentence, scene)
    verb = frames.clause_verb(preposition)
    if found is None or verb == preposition or found[0].tag_ == "VBG":
        return None
    modal = any(
        child.dep_ == "aux" and child.lower_ in {"can", "could", "would", "may", "ca"} for child in verb.children
    )
    denied = is_denied(verb)
    if not (modal or denied):
        return None
    if found[0].lower_ in {"which", "it"}:
        condition = side_at(verb.head, sentence, scene) if verb.dep_ == "relcl" else found[1]
    else:
        condition = found[1]
    return dependency(
        condition,
        Relation.REQUIRES if denied else Relation.LIMITS,
        _rest(verb, [preposition], sentence),
        sentence,
        modality=hypothetical(verb),
        confidence=0.6,
    )


def _pending(word: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Failing agreement on funding, the paragraphs will lapse”, “applied provisionally pending ratification”."""
    nouns = [child for child in word.children if child.dep_ in {"pobj", "dobj"}]
    if not nouns:
        return None
    verb = frames.clause_verb(word.head)
    return dependency(
        side_at(nouns[0], sentence, scene), Relation.REQUIRES, _rest(verb, [word], sentence), sentence, confidence=0.5
    )


def _beginning(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“enters into force on the thirtieth day after the exchange of notes”, “takes effect upon signature”."""
    verb = preposition.head
    if verb.lemma_.lower() not in BEGINNING or not any(token.lower_ in FORCE for token in verb.subtree):
        return None
    if any(token.lower_ in FORCE and token.i > preposition.i for token in preposition.subtree) or verb.tag_ == "VBD":
        return None
    found = _object(preposition, sentence, scene)
    if found is None or sentence.dates_between(found[1].start or 0, found[1].end or 0):
        return None
    noun, condition = found
    if noun.lemma_.lower() in {"date", "day", "month"}:
        condition = _deepest(noun, sentence, scene) or condition
    return dependency(
        condition,
        Relation.REQUIRES,
        _rest(verb, [preposition], sentence),
        sentence,
        modality=hypothetical(verb),
        confidence=0.7,
    )


def _deepest(noun: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    """The event from which a date counts: “the exchange of notes” in “the thirtieth day after the exchange of notes”."""
    for after in ("after", "following", "of"):
        for token in noun.subtree:
            if token.lower_ == after and token.i > noun.i:
                for child in token.children:
                    if child.dep_ in {"pobj", "pcomp"} and child.lemma_.lower() not in {"month", "day", "date"}:
                        return side_at(child, sentence, scene)
    return None


def _only_after(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“only after such a study”, “only with the prior consent of”."""
    before = preposition.i and preposition.doc[preposition.i - 1].lower_ == "only"
    only = before or any(child.lower_ == "only" for child in preposition.children)
    if not only or preposition.lower_ not in {"after", "upon", "with", "by", "under"}:
        return None
    found = _object(preposition, sentence, scene)
    verb = frames.clause_verb(preposition)
    if found is None or verb == preposition:
        return None
    return dependency(
        found[1],
        Relation.REQUIRES,
        _rest(verb, [preposition], sentence),
        sentence,
        modality=hypothetical(verb, may=False),
        confidence=0.65,
    )


def _with_consent(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“may be associated with the consent of all members”, “decided by unanimity”."""
    only = _only_after(preposition, sentence, scene)
    if only is not None:
        return only
    found = _object(preposition, sentence, scene)
    verb = frames.clause_verb(preposition)
    if found is None or verb == preposition or found[0].lemma_.lower() not in CONSENT:
        return None
    if not any(
        child.dep_ == "aux" and child.lower_ in {"may", "can", "shall", "could", "must"} for child in verb.children
    ):
        return None
    if found[0].lemma_.lower() in {"agreement", "decision"}:
        return None
    return dependency(
        found[1],
        Relation.REQUIRES,
        _rest(verb, [preposition], sentence),
        sentence,
        modality=hypothetical(verb, may=False),
        confidence=0.55,
    )


def _under(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Under the policing treaty, either force may keep its weapons”: an instrument permits or forbids."""
    found = _object(preposition, sentence, scene)
    verb = frames.clause_verb(preposition)
    if found is None or verb == preposition or verb.pos_ not in {"VERB", "AUX"}:
        return None
    mention = sentence.mention_of(found[0])
    if mention is None or mention.kind is not EntityKind.INSTRUMENT:
        return None
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if not words & {"may", "can"}:
        return None
    denied = any(child.dep_ == "neg" for child in verb.children)
    return dependency(
        found[1],
        Relation.EXCLUDES if denied else Relation.PERMITS,
        _rest(verb, [preposition], sentence),
        sentence,
        confidence=0.55,
    )


def _thanks_to(word: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Thanks to the model, deliveries take two months”."""
    condition = _after(word, sentence, scene, frozenset({"to"}))
    verb = frames.clause_verb(word)
    if condition is None or verb == word:
        return None
    return dependency(
        condition,
        Relation.ENABLES,
        _rest(verb, [word], sentence),
        sentence,
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
        confidence=0.55,
    )
