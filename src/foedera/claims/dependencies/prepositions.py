"""Dependencies that a preposition or adjective tells: “subject to”, “without”, “pending”, “upon”, “only after”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.dependencies.making import dependency, hypothetical, is_denied
from foedera.claims.dependencies.rules import before, beginning, derogation, only_after, under, with_consent
from foedera.claims.dependencies.sides import object_of, rest_of, side_at, words_after
from foedera.claims.dependencies.words import ALLOWED, BOUND_TO, CONFINED
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.kinds import Modality, Polarity, Relation

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
            found = derogation(token, sentence)
        elif word == "before" and token.dep_ == "prep":
            found = before(token, sentence, scene)
        elif word == "without":
            found = _without(token, sentence, scene)
        elif word in {"pending", "failing"} and token.dep_ in {"prep", "amod", "advcl"}:
            found = _pending(token, sentence, scene)
        elif word in {"upon", "on", "after", "once"} and token.dep_ == "prep":
            found = (
                beginning(token, sentence, scene)
                or only_after(token, sentence, scene)
                or with_consent(token, sentence, scene)
            )
        elif word in {"with", "by", "at"} and token.dep_ in {"prep", "agent"}:
            found = with_consent(token, sentence, scene)
        elif word == "under" and token.dep_ == "prep":
            found = only_after(token, sentence, scene) or under(token, sentence, scene)
        elif word == "thanks" and any(child.lower_ == "to" for child in token.children):
            found = _thanks_to(token, sentence, scene)
        if found is not None:
            yield found


def _after(token: Token, sentence: Sentence, scene: Scene, words: frozenset[str]) -> Filler | None:
    nouns = frames.after_preposition(token, words)
    return side_at(nouns[0], sentence, scene) if nouns else None


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
    outcome = outcome or rest_of(verb, [word], sentence)
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


def _without(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Without a law on secrets, the chapter can't begin”: only where the rest of the clause cannot be."""
    found = object_of(preposition, sentence, scene)
    verb = frames.clause_verb(preposition)
    if found is None or verb == preposition or found[0].tag_ == "VBG":
        return None
    modal = any(
        child.dep_ == "aux" and child.lower_ in {"can", "could", "would", "may", "ca"} for child in verb.children
    )
    denied = is_denied(verb)
    leave = any(child.dep_ == "aux" and child.lower_ in _LEAVE for child in verb.children)
    if leave and not denied:
        return None  # "fuel may be taken without a permit": nothing is needed
    if not (modal or denied):
        return None
    if found[0].lower_ in {"which", "it"}:
        condition = side_at(verb.head, sentence, scene) if verb.dep_ == "relcl" else found[1]
    else:
        condition = found[1]
    return dependency(
        condition,
        Relation.REQUIRES if denied else Relation.LIMITS,
        rest_of(verb, [preposition], sentence),
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
        side_at(nouns[0], sentence, scene), Relation.REQUIRES, rest_of(verb, [word], sentence), sentence, confidence=0.5
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
        rest_of(verb, [word], sentence),
        sentence,
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
        confidence=0.55,
    )
