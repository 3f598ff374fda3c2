"""What a clause or a noun phrase says, as a stretch of the text: for the roles that hold a piece of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedera.claims.reading import Sentence
from foedera.claims.tokens import Token
from foedera.model.claims import Filler

_FRINGE = frozenset(
    """if unless until till once when whenever where whether that because as while although though since after before
    and or but so then thus also therefore however moreover only lest provided providing , ; : . - – — ( " “""".split()
)
_ARTICLES = frozenset({"the", "a", "an"})
_TRAILING = frozenset({",", ";", ":", ".", "-", "–", "—", "(", "!", "?", "and", "or", "but", "“", "only"})
_NOUN_LOOSE = frozenset({"relcl", "advcl", "appos", "parataxis", "meta", "punct"})


def stretch(head: Token, *, without: Iterable[Token] = (), first: int | None = None) -> tuple[int, int] | None:
    """First and last token index (last exclusive) of the unbroken words around `head` among those that hang on it.

    What hangs on the tokens of `without` is left out, words before `first` too; so are conjunctions and punctuation
    at the edges. None if nothing is left.
    """
    dropped = {each.i for token in without for each in token.subtree}
    inside = {token.i for token in head.subtree} - dropped
    left = right = head.i
    while left - 1 in inside and (first is None or left - 1 >= first):
        left -= 1
    while right + 1 in inside:
        right += 1
    return trimmed(head.doc, left, right + 1)


def trimmed(document: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The tokens between two indexes without what only joins them to other words; None if nothing is left."""
    while first < last and document[first].lower_ in _FRINGE:
        first += 1
    while last > first and _is_trailing(document, first, last):
        last -= 1
    return (first, last) if first < last else None


def _is_trailing(document: Sequence[Token], first: int, last: int) -> bool:
    word = document[last - 1].text
    if word in {'"', "”", ")", "]"}:
        opening = {'"': '"', "”": "“", ")": "(", "]": "["}[word]
        return not any(document[at].text == opening for at in range(first, last - 1))
    return word in _TRAILING or document[last - 1].is_space


def clause_of(verb: Token, sentence: Sentence, *, without: Iterable[Token] = ()) -> Filler | None:
    """The clause of a verb with its subject, as text; clauses of other verbs joined to it are left out."""
    found = stretch(verb, without=[*without, *joined_clauses(verb)])
    return sentence.excerpt(*found) if found else None


def predicate_of(verb: Token, sentence: Sentence, *, without: Iterable[Token] = ()) -> Filler | None:
    """What a verb says from the verb on, without its subject and auxiliaries, as text."""
    found = stretch(verb, without=[*without, *joined_clauses(verb)], first=verb.i)
    return sentence.excerpt(*found) if found else None


def joined_clauses(verb: Token) -> list[Token]:
    """The verbs joined to a verb that say something of their own, and remarks thrown in."""
    return [
        child
        for child in verb.children
        if (child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}) or child.dep_ in {"parataxis", "dep", "cc"}
    ]


def noun_phrase(noun: Token, sentence: Sentence, *, joined: bool = True) -> Filler | None:
    """The phrase of a noun as text, with what is joined to it by "and"; relative clauses and asides are left out."""
    without = [child for child in _below(noun) if child.dep_ in _NOUN_LOOSE and child.i > noun.i]
    if not joined:
        without += [child for child in noun.children if child.dep_ in {"conj", "cc"}]
    found = stretch(noun, without=without)
    if found is None:
        return None
    first, last = found
    while first < last - 1 and noun.doc[first].lower_ in _ARTICLES:
        first += 1
    return sentence.excerpt(first, last)


def _below(noun: Token) -> list[Token]:
    """What hangs on a noun or on a noun joined to it."""
    found = []
    for child in noun.children:
        found.append(child)
        if child.dep_ == "conj":
            found += _below(child)
    return found


def between(sentence: Sentence, first: int, last: int) -> Filler | None:
    """The tokens between two indexes as text, without what joins them to other words at the edges."""
    found = trimmed(sentence.tokens, first, last)
    return sentence.excerpt(*found) if found else None


def placed_in(sentence: Sentence, fillers: Iterable[Filler | None]) -> list[Filler]:
    """Of the fillers those whose words stand in the sentence: what a claim speaks of may be named elsewhere."""
    return [
        each
        for each in fillers
        if each is not None and each.start is not None and sentence.start <= each.start < sentence.end
    ]


def spanning(*fillers: Filler | None) -> tuple[int, int]:
    """The characters from the first to the last of the fillers that have a place."""
    placed = [
        (filler.start, filler.end)
        for filler in fillers
        if filler is not None and filler.start is not None and filler.end is not None
    ]
    return min(start for start, _ in placed), max(end for _, end in placed)
