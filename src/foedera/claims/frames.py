"""Who does what to what: the steps from a verb to its arguments on a dependency parse.

The labels are those of spaCy's English pipelines (ClearNLP style): nsubj, nsubjpass, dobj, agent, prep,
pobj, conj, relcl, acl, xcomp, ccomp, advcl, appos, poss, compound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedera.claims.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_RELATIVE = frozenset({"which", "that", "who", "whom"})
_LOOSE = frozenset({"relcl", "advcl", "appos", "parataxis", "punct", "cc", "conj", "mark", "meta", "intj"})
# Whose these are does, or would do, what the infinitive behind them says.
_RESOLVES = frozenset(
    """decision plan intention wish offer attempt bid effort refusal failure promise pledge readiness willingness
    choice move desire inability reluctance commitment mind""".split()
)
_LEADING = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "such"})


def with_conjuncts(token: Token) -> Iterator[Token]:
    """The token and everything joined to it with "and" or a comma, in text order."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from with_conjuncts(child)


def spread(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The tokens with their conjuncts, each once."""
    seen: dict[int, Token] = {}
    for token in tokens:
        for each in with_conjuncts(token):
            seen.setdefault(each.i, each)
    return tuple(seen.values())


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive ("was signed", "the pact signed in May")."""
    if any(child.dep_ in {"nsubjpass", "auxpass", "csubjpass", "agent"} for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in _SUBJECTS or child.lemma_ == "have" for child in verb.children):
        return False
    if verb.dep_ == "conj":  # "adopted in May and amended in June"
        return verb.head.tag_ == "VBN" and is_passive(verb.head)
    return verb.dep_ in {"acl", "amod"} or (
        verb.dep_ == "advcl" and not any(child.dep_ == "dobj" for child in verb.children)
    )


def own_subjects(verb: Token) -> tuple[Token, ...]:
    """The grammatical subjects that hang on the verb itself, relative pronouns replaced by what they stand for."""
    found = [child for child in verb.children if child.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS]
    return spread(_antecedent(child, verb) for child in found)


def _antecedent(token: Token, verb: Token) -> Token:
    if token.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return verb.head
    return token


def subjects(verb: Token) -> tuple[Token, ...]:
    """The grammatical subjects of a verb, also those it shares or takes over from the verb that governs it."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        found = own_subjects(verb)
        if found:
            return found
        if verb.dep_ == "acl" and verb.head.lemma_.lower() in _RESOLVES and verb.tag_ == "VB":
            return _resolved_by(verb.head)
        if verb.dep_ in {"acl", "relcl"}:
            return spread([verb.head])
        if verb.dep_ in {"xcomp", "acomp"} and verb.head.dep_ in {"advmod", "acomp"}:  # "came too late to benefit"
            verb = verb.head
        if verb.dep_ in {"advmod", "acomp"} and verb.head.pos_ in {"VERB", "AUX"}:
            verb = verb.head
            continue
        if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "aux", "auxpass", "dep", "parataxis", "pcomp"}:
            governor = verb.head
            if verb.dep_ == "xcomp":  # "asked Japan to join": the object is who joins
                governed = [
                    child for child in governor.children if child.dep_ in {"dobj", "dative"} and child.i < verb.i
                ]
                if governed:
                    return spread(governed)
            if verb.dep_ == "pcomp" and governor.lower_ in {"of", "from"}:  # "accuses Westhaven of trying to"
                accused = [child for child in governor.head.children if child.dep_ == "dobj" and child.i < governor.i]
                if accused and governor.head.pos_ == "VERB":
                    return spread(accused)
            verb = governor if governor.pos_ != "ADP" else governor.head
            continue
        break
    return ()


def _resolved_by(noun: Token) -> tuple[Token, ...]:
    """Whose decision, plan or attempt it is to do something: “Norway's decision to leave”, “Norway made an offer to”."""
    whose = [child for child in noun.children if child.dep_ == "poss"]
    whose += after_preposition(noun, {"of", "by"})
    holder = noun.head
    if not whose and noun.dep_ == "dobj" and holder.pos_ == "VERB":
        return subjects(holder)
    return spread(whose) or (noun,)


def agents(verb: Token) -> tuple[Token, ...]:
    """Who acts in a passive: the nouns of its by-phrases."""
    return spread(
        noun for child in verb.children if child.dep_ == "agent" or child.lower_ == "by" for noun in _pobj(child)
    )


def doers(verb: Token) -> tuple[Token, ...]:
    """Who does what the verb says: the subject, or the by-phrase of a passive."""
    return agents(verb) if is_passive(verb) else subjects(verb)


def objects(verb: Token) -> tuple[Token, ...]:
    """The direct objects, those of a verb joined by "and" included where this one has none."""
    found = [child for child in verb.children if child.dep_ in {"dobj", "attr", "oprd"}]
    if verb.dep_ == "relcl":
        found += [verb.head for child in verb.children if child.dep_ == "dobj" and child.lower_ in _RELATIVE]
        found = [token for token in found if token.lower_ not in _RELATIVE]
        if not found and any(child.dep_ in _SUBJECTS for child in verb.children):
            subject = [child for child in verb.children if child.dep_ in _SUBJECTS]
            if all(child.lower_ not in _RELATIVE for child in subject):  # "the pact Japan signed"
                found = [verb.head]
    if not found:
        found = [
            child
            for joined in verb.children
            if joined.dep_ == "conj"
            for child in joined.children
            if child.dep_ == "dobj"
        ]
    return spread(found)


def undergoers(verb: Token) -> tuple[Token, ...]:
    """What the verb is done to: the object, or the subject of a passive."""
    return subjects(verb) if is_passive(verb) else objects(verb)


def after_preposition(head: Token, words: Iterable[str]) -> tuple[Token, ...]:
    """The nouns that stand after one of these prepositions under `head`, conjuncts included."""
    wanted = set(words)
    return spread(
        _antecedent(noun, head)  # "the mission, to which Denmark contributes"
        for child in head.children
        if child.dep_ in {"prep", "agent", "dative"}
        for preposition in with_conjuncts(child)  # "takes part in the Fund and in the project"
        if preposition.lower_ in wanted
        for noun in _pobj(preposition)
    )


def _pobj(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield child
        elif child.dep_ == "prep":  # "from off Somalia"
            yield from _pobj(child)


def phrase(token: Token, *, keep: frozenset[str] = frozenset()) -> tuple[int, int]:
    """First and last token index (last exclusive) of the phrase that `token` heads.

    Relative and adverbial clauses, appositions and conjuncts are left out unless `keep` names their label;
    so are a leading article or pronoun and trailing punctuation.
    """
    loose = _LOOSE - keep
    left = right = token.i
    for child in token.children:
        if child.dep_ in loose or (child.dep_ == "prep" and child.i < token.i):
            continue
        left, right = min(left, child.left_edge.i), max(right, _right_edge(child, loose))
    document = token.doc
    while left < token.i and (
        document[left].lower_ in _LEADING or document[left].is_punct or document[left].lower_ == "'s"
    ):
        left += 1
    while right > token.i and document[right].is_punct and document[right].text not in {")", "”", '"', "%"}:
        right -= 1
    return left, right + 1


def _right_edge(token: Token, loose: frozenset[str]) -> int:
    edge = token.i
    for child in token.children:
        if child.i > token.i and child.dep_ not in loose - {"conj", "cc"}:
            edge = max(edge, _right_edge(child, loose - {"conj", "cc"}))
    return edge


def clause(verb: Token, *, keep_conjuncts: bool = False) -> tuple[int, int]:
    """First and last token index (last exclusive) of what a verb says: the verb and all after it that hangs on it.

    Verbs joined by "and" say something of their own and are left out, with what follows them.
    """
    right = verb.i
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "conj" and not keep_conjuncts and child.pos_ in {"VERB", "AUX"}:
            break
        if child.dep_ in {"cc", "punct"}:
            continue
        right = max(right, child.right_edge.i)
    return verb.i, right + 1


def ancestors_until_clause(token: Token) -> Iterator[Token]:
    """The heads over a token, up to and with the verb of its clause."""
    for ancestor in token.ancestors:
        yield ancestor
        if ancestor.pos_ in {"VERB", "AUX"}:
            return


def clause_verb(token: Token) -> Token:
    """The verb of the clause in which a token stands; the token itself if it stands under none."""
    if token.pos_ in {"VERB", "AUX"}:
        return token
    last = token
    for ancestor in ancestors_until_clause(token):
        last = ancestor
    return last if last.pos_ in {"VERB", "AUX"} else token
