"""Dependencies that a conditional clause tells: “if”, “unless”, “until”, “once”, “provided that”, “should … fail”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.dependencies.making import dependency, hypothetical
from foedera.claims.dependencies.words import ALLOWED, BEGINNING, DOING, FORCE
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.remarks.words import SAYING
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import clause_of, joined_clauses, stretch
from foedera.model.claims import Filler
from foedera.model.kinds import Modality, Relation

_MARKS = frozenset({"if", "unless", "until", "once", "where"})
_LEAVE = frozenset({"may", "can", "could"})
_LASTING = frozenset("remain stay continue keep last apply hold be".split())


def by_conditions(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the conditional clauses of a sentence tell."""
    for token in sentence.tokens:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
            continue
        mark = _mark(token)
        if mark is None:
            continue
        main = _main(token)
        if main is None:
            continue
        found = _conditional(token, mark, main, sentence)
        if found is not None:
            yield found


def _mark(verb: Token) -> str | None:
    """What opens a conditional clause: its conjunction, or "should" before its subject; None if it is no condition."""
    if verb.dep_ not in {"advcl", "ccomp", "prep", "acl", "relcl", "parataxis", "dep"}:
        return None
    first = verb.left_edge
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "mark" and word in _MARKS and child.i < verb.i:
            return word
        if child.dep_ == "mark" and word == "after" and child.i and child.doc[child.i - 1].lower_ == "only":
            return "only after"
        if word in {"after", "when"} and child.i < verb.i and verb.dep_ == "advcl" and _begins(verb.head):
            return "only after"
        if child.dep_ == "mark" and word == "while" and child.i < verb.i and _is_denied(verb.head):
            return "while"
        if word == "when" and child.i < verb.i and verb.dep_ == "advcl" and _may(verb.head):
            return "where"
        if child.dep_ == "mark" and word == "before" and child.i < verb.i:
            return "before"
        if child.dep_ == "advmod" and word in {"once", "when", "where"} and child.i < verb.i and verb.dep_ == "advcl":
            only = child.i > 0 and child.doc[child.i - 1].lower_ == "only"
            return "only when" if only else None if word == "when" else word
    if first.lower_ in {"should", "were", "had"} and first.i < verb.i and _subject_after(first, verb):
        return "should"
    return None


def _begins(verb: Token) -> bool:
    """“enters into force”, “will take effect”, told as a rule and not as something that happened."""
    return (
        verb.lemma_.lower() in BEGINNING
        and verb.tag_ != "VBD"
        and any(token.lower_ in FORCE for token in verb.subtree if token.i <= verb.i + 3)
    )


def _subject_after(auxiliary: Token, verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(
        child.dep_ in {"nsubj", "nsubjpass"} and auxiliary.i < child.i < verb.i for child in verb.children
    )


def _main(verb: Token) -> Token | None:
    """The verb that the condition qualifies."""
    if verb.dep_ not in {"advcl"}:
        return None
    main: Token = verb.head
    if main.lemma_.lower() in SAYING and not any(child.dep_ == "aux" for child in main.children):
        return next((child for child in main.children if child.dep_ == "ccomp"), None)
    return main if main.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} else None


def _conditional(verb: Token, mark: str, main: Token, sentence: Sentence) -> Draft | None:
    condition = clause_of(verb, sentence)
    outcome = _outcome(main, verb, sentence)
    if condition is None or outcome is None or len(condition.text.split()) < 2 or _is_caveat(condition):
        return None
    relation = _relation(mark, verb, main)
    if mark == "if" and verb.left_edge.i and verb.doc[verb.left_edge.i - 1].lower_ == "even":
        return None  # "even if" concedes
    if verb.left_edge.lower_ == "even":
        return None
    if relation is None or (mark == "if" and _tells_itself(main)):
        return None
    if mark == "before" or (mark == "if" and _is_aim(verb)):
        if mark == "before" and not _is_denied(main):
            condition, outcome = outcome, condition
        elif mark == "if":
            condition, outcome = outcome, condition
    return dependency(condition, relation, outcome, sentence, modality=_modality(mark, verb, main), confidence=0.6)


def _is_caveat(condition: Filler) -> bool:
    """“unless otherwise indicated”, “if any”, “if necessary”: no condition of anything in particular."""
    return condition.text.split()[0].lower() in {"otherwise", "any", "necessary", "possible", "so", "not"}


def _outcome(main: Token, verb: Token, sentence: Sentence) -> Filler | None:
    others = [child for child in main.children if child.dep_ == "advcl"]
    found = stretch(main, without=[*joined_clauses(main), *others, verb])
    return sentence.excerpt(*found) if found else None


def _relation(mark: str, verb: Token, main: Token) -> Relation | None:
    denied = _is_denied(main)
    leave = any(child.dep_ == "aux" and child.lower_ in _LEAVE - {"could"} for child in main.children)
    if mark == "unless":
        return Relation.EXCLUDES
    if mark == "while":
        return Relation.EXCLUDES if any(child.lower_ in {"can", "ca", "could"} for child in main.children) else None
    if mark == "until":
        if denied:
            return Relation.REQUIRES
        told = main.tag_ == "VBD"  # "the riots went on until troops came": what happened, no rule
        return Relation.LIMITS if main.lemma_.lower() in _LASTING and not told else None
    if mark == "before":
        return Relation.REQUIRES if denied or _is_duty(main) else None
    if mark in {"once", "only when", "only after"}:
        return Relation.REQUIRES
    only = _is_only(verb)
    if mark == "where":
        return (
            Relation.REQUIRES
            if only and leave
            else Relation.PERMITS
            if leave or any(child.lower_ in ALLOWED for child in main.children)
            else None
        )
    if mark == "should":
        return Relation.EXCLUDES if denied else Relation.ENABLES
    if denied:
        return Relation.EXCLUDES
    return Relation.PERMITS if leave and not only else Relation.REQUIRES


def _is_only(verb: Token) -> bool:
    """Whether a clause is the one way: "only if", "only where", whatever the parse hangs "only" on."""
    first = verb.left_edge
    return first.lower_ == "only" or (first.i > 0 and first.nbor(-1).lower_ == "only")


def _may(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "may" for child in verb.children)


def _is_duty(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"must", "shall", "should"} for child in verb.children) or (
        verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"have", "need"}
    )


def _is_aim(verb: Token) -> bool:
    """“if the partnership is to move forward”: what is to be reached, not what it takes."""
    return verb.lemma_ == "be" and any(
        child.dep_ == "xcomp" and any(each.tag_ == "TO" for each in child.children) for child in verb.children
    )


def _tells_itself(main: Token) -> bool:
    """Whether the main clause tells what depends on what by its own verb: “if agreed, it may pave the way for”."""
    lemma = main.lemma_.lower()
    return lemma in DOING or lemma in {"pave"}


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _modality(mark: str, verb: Token, main: Token) -> Modality:
    if mark in {"if", "should"}:
        # a rule ("may … if", "shall … if", "is eligible if") exists; a guess ("could … if") supposes
        rule = any(child.dep_ == "aux" and child.lower_ in {"may", "can", "shall", "must"} for child in main.children)
        return Modality.ACTUAL if rule else Modality.POSSIBLE
    return hypothetical(main, may=False)
