"""What verbs say that take a stand, say again or refuse to say: “condemned the attack”, “voiced concern at”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.discourse import BACK_POINTERS
from foedera.claims.reading import Sentence
from foedera.claims.remarks.words import CALLING, IN_PERSON, MADE, TELLING, TOKENS, VOICED, VOICING
from foedera.claims.tokens import Token
from foedera.claims.wording import clause_of, noun_phrase, predicate_of
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind

_WITH_PREPOSITION = frozenset({"object", "protest", "rule"})  # of the active: "protested over the delay"
_OF_PASSIVES = frozenset("over of for by in".split())
_FEW = 2  # words; "declined to comment" does not say on what


def stand(verb: Token, sentence: Sentence) -> tuple[Filler, float] | None:
    """“condemned the deployment of troops”, “called the accord "a natural progression"”: verb and all."""
    lemma = verb.lemma_.lower()
    if frames.is_passive(verb):
        by = [child for child in verb.children if child.dep_ == "agent"]
        clause = clause_of(verb, sentence, without=by) if by and frames.own_subjects(verb) else None
        left = lemma == "denounce" and any(_is_instrument(token, sentence) for token in frames.own_subjects(verb))
        return (clause, 0.6) if clause is not None and verb.dep_ != "relcl" and not left else None
    if lemma == "thank" and any(token.lower_ == "you" for token in frames.undergoers(verb)):
        return None
    if lemma in CALLING:
        said = any(child.dep_ in {"oprd", "ccomp", "xcomp", "attr"} for child in verb.children) or any(
            child.lower_ in {"as", "to"} for child in verb.children
        )
        if not said:
            return None
    elif lemma == "rule" and not any(child.lower_ == "out" for child in verb.children):
        return None
    elif lemma == "object" and not frames.after_preposition(verb, {"to"}):
        return None
    elif lemma != "object" and not frames.undergoers(verb) and _clause_of(verb) is None:
        return None
    if lemma not in _WITH_PREPOSITION and _comes_next(verb, _OF_PASSIVES):
        return None  # a headline's "Navy accused over delays": the navy says nothing
    if any(token.lower_.endswith(("self", "selves")) for token in frames.undergoers(verb)):
        return None
    if lemma == "denounce" and any(_is_instrument(token, sentence) for token in frames.undergoers(verb)):
        return None  # a state that denounces a treaty leaves it
    found = predicate_of(verb, sentence)
    return (found, 0.7) if found is not None else None


def _comes_next(verb: Token, words: frozenset[str]) -> bool:
    return verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in words


def _is_instrument(token: Token, sentence: Sentence) -> bool:
    mention = sentence.mention_of(token)
    kind = mention.kind if mention is not None else None
    return kind is EntityKind.INSTRUMENT or token.lemma_.lower() in BACK_POINTERS[EntityKind.INSTRUMENT] | {"it"}


def restated(verb: Token, sentence: Sentence) -> tuple[Filler, float] | None:
    """“reaffirmed its commitment to”, “voiced concern at”: the object is what is said."""
    if verb.lemma_.lower() == "deny":
        gerund = next((child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VBG"), None)
        denied = predicate_of(gerund, sentence) if gerund is not None else None
        if denied is not None and len(denied.text.split()) > _FEW:
            return denied, 0.6
    for noun in frames.undergoers(verb):
        if noun.pos_ == "PRON":
            continue
        if verb.lemma_.lower() in VOICING and noun.lemma_.lower() not in VOICED:
            continue
        if noun.i + 1 >= len(noun.doc) or noun.doc[noun.i + 1].pos_ not in {"ADP", "PART", "SCONJ", "PRON"}:
            continue  # "expressed their appreciation": of what is not told
        found = noun_phrase(noun, sentence)
        if found is not None:
            return found, 0.6
    return None


def given_to_know(verb: Token, sentence: Sentence) -> tuple[Filler, float] | None:
    """“gave assurances that no cost would arise”, “made it clear that”, “is of the view that”: what stands behind “that”."""
    carriers = [child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in TOKENS]
    carriers += [noun for noun in frames.after_preposition(verb, {"of"}) if noun.lemma_.lower() in TOKENS]
    if verb.lemma_.lower() == "make":
        clear = (child for child in verb.children if child.lower_ in MADE)
        carriers += [verb, *clear]
    for carrier in carriers:
        for clause in carrier.children:
            said = clause.dep_ in {"acl", "ccomp", "advcl"} and clause.i > verb.i and clause.pos_ in {"VERB", "AUX"}
            if said and any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children):
                found = clause_of(clause, sentence)
                return (found, 0.7) if found is not None else None
    return None


def in_person(verb: Token) -> bool:
    """“I can assure the House that …”: said with the very words."""
    spoken = any(child.lower_ in {"i", "we"} for child in verb.children if child.dep_ == "nsubj")
    return spoken and verb.lemma_.lower() in IN_PERSON and any(child.lower_ == "can" for child in verb.children)


def declined(verb: Token, sentence: Sentence) -> tuple[Filler, float] | None:
    """“declined to say which rival had been beaten”: told as denied."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.lemma_.lower() in TELLING:
            found = predicate_of(child, sentence)
            bare = found is None or len(found.text.split()) < _FEW
            return None if bare or found is None else (found, 0.5)
    return None


def _clause_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ == "ccomp" and child.pos_ in {"VERB", "AUX"}), None)
