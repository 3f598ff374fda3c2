"""Which instrument a noun or pronoun stands for, and how it is best named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.claims import frames
from foedera.claims.instrument_events.words import ANY, DEALS, DESCRIBING, LOOSE
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.names import slug

_PRONOUNS = frozenset({"it", "they", "this", "these", "both", "them", "one", "that", "each", "neither", "none"})
_TITLED = frozenset({"titled", "entitled", "called", "named", "dubbed"})
_TAILS = frozenset({"of"})
_TAIL_NOUNS = frozenset(
    "intent understanding cooperation co-operation conduct letters notes agreement memorandum".split()
)
_ABOUT = frozenset({"on", "for", "concerning", "regarding", "about"})
_LOOK_BACK = 4
_CURRENCIES, _SUMS = frozenset("$€£"), frozenset({"billion", "million", "bn"})
# Nouns that newspapers take for one another.
_ALIKE = frozenset("agreement treaty pact accord deal arrangement".split())
_PROVISION = re.compile(r"^(?:article|paragraph|section|annex|chapter|clause)\b", re.IGNORECASE)
# Nouns that can point back to any instrument.
_ANYTHING = frozenset({"text", "document", "instrument", "paper", "framework"})


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument in a sentence: its filler, the token that stands for it, its mention where it has a name."""

    filler: Filler
    token: Token
    mention: Mention | None = None

    @property
    def several(self) -> bool:
        """Whether more than one is meant ("agreements with")."""
        return self.token.tag_ in {"NNS", "NNPS"}


def instrument_of(
    token: Token, sentence: Sentence, scene: Scene, nouns: frozenset[str] = ANY, *, sure: bool = False
) -> Instrument | None:
    """The instrument that a noun or pronoun stands for; None if it is no instrument.

    A noun without a name counts if it is one of `nouns`; with `sure` (the verb is of instruments alone,
    as "ratify") also one that often means other things.
    """
    if token.lower_ in _PRONOUNS or token.tag_ in {"PRP", "DT", "WDT"}:
        return spoken_of_last(token, sentence, scene)
    own = sentence.mention_of(token)
    lemma = _lemma(token)
    if own is not None and own.kind is EntityKind.UNKNOWN and lemma in nouns & LOOSE:
        return Instrument(own.filler(), token, own)  # "the Three Principles"
    if own is not None and own.kind is not EntityKind.INSTRUMENT:
        return None
    if own is not None and not own.generic:
        return Instrument(own.filler(), token, own)
    titled = _titled(token, sentence)
    if titled is not None:
        return Instrument(titled.filler(), token, titled)
    such = any(child.lower_ == "such" for child in token.children)
    if own is None and (lemma not in nouns or (lemma in LOOSE and not sure and not such and not _is_qualified(token))):
        return None
    if own is not None and lemma in ANY and lemma not in nouns:
        return None
    if lemma in _ANYTHING and not _is_qualified(token) and _is_bare(token):
        return spoken_of_last(token, sentence, scene) or Instrument(_described(token, sentence), token)
    if such and token.tag_ == "NN":
        last = spoken_of_last(token, sentence, scene, lemma)
        if last is not None:
            return last
    if not _is_bare(token):
        return Instrument(_described(token, sentence), token)
    resolved = [each for each in scene.discourse.resolve(token, sentence) if each.kind is EntityKind.INSTRUMENT]
    resolved = [each for each in resolved if _PROVISION.match(each.text) is None]
    if resolved and not resolved[0].generic and may_stand_for(lemma, resolved[0]):
        return Instrument(resolved[0].filler(), token, resolved[0])
    if _is_short_form(token):
        last = spoken_of_last(token, sentence, scene, lemma)
        if last is not None:
            return last
    return Instrument(_described(token, sentence), token)


def _lemma(token: Token) -> str:
    """The base form of a noun, of one with a capital too: "principle" of "the Three Principles"."""
    lemma = token.lemma_.lower()
    return lemma[:-1] if token.tag_ == "NNPS" and lemma.endswith("s") and lemma not in ANY else lemma


def is_indefinite(instrument: Instrument) -> bool:
    """Whether an instrument is any of its sort: "a pact", "every lease", without a name."""
    unnamed = instrument.mention is None or instrument.mention.generic
    return unnamed and any(child.lower_ in {"a", "an", "any", "every"} for child in instrument.token.children)


def _titled(token: Token, sentence: Sentence) -> Mention | None:
    """The name that follows a noun and "titled" or "called": "a document titled “Partnership for Peace”"."""
    verb = next((child for child in token.children if child.dep_ == "acl" and child.lower_ in _TITLED), None)
    if verb is None:
        return None
    return next(
        (
            mention
            for mention in sentence.mentions
            if mention.kind is EntityKind.INSTRUMENT and 0 < mention.start - sentence.offset(verb) < 16
        ),
        None,
    )


def may_stand_for(lemma: str, mention: Mention) -> bool:
    """Whether a noun can point back to a name: "the accord" to a treaty, "the contract" only to a contract."""
    if lemma not in ANY or lemma in _ANYTHING:
        return True
    words = {word.strip("().,").rstrip("s") for word in mention.text.casefold().split()}
    if lemma.rstrip("s") in words or not words & {word.rstrip("s") for word in ANY}:
        return lemma in words or lemma not in DEALS
    return lemma in _ALIKE and bool(words & _ALIKE)


def spoken_of_last(token: Token, sentence: Sentence, scene: Scene, lemma: str = "it") -> Instrument | None:
    """The instrument that `last_instrument` finds, in the place of the token."""
    mention = last_instrument(token, sentence, scene, lemma)
    return Instrument(mention.filler(), token, mention) if mention is not None else None


def last_instrument(token: Token, sentence: Sentence, scene: Scene, lemma: str = "it") -> Mention | None:
    """The instrument named last before a token: of the same sentence, else the first of a sentence shortly before.

    `lemma` is the noun that points back; only what it can stand for counts.
    """
    here = [
        mention
        for mention in sentence.mentions
        if mention.kind is EntityKind.INSTRUMENT
        and mention.end <= sentence.offset(token)
        and may_stand_for(lemma, mention)
        and _PROVISION.match(mention.text) is None
    ]
    if here:
        return here[-1]
    for steps, earlier in enumerate(scene.reading.before(sentence)):
        named = [
            mention
            for mention in earlier.mentions
            if mention.kind is EntityKind.INSTRUMENT
            and may_stand_for(lemma, mention)
            and _PROVISION.match(mention.text) is None
            and not _only_describes(mention, earlier)
        ]
        if named:
            return next((mention for mention in named if not mention.generic), named[0])
        if steps >= _LOOK_BACK and (lemma not in ANY or lemma in _ALIKE | _ANYTHING):
            break
    return _of_title(sentence, scene, lemma)


def _only_describes(mention: Mention, sentence: Sentence) -> bool:
    """Whether a noun says what something is and names nothing: "it is a political framework"."""
    root = sentence.root_of(mention.start, mention.end) if mention.generic else None
    return root is not None and root.dep_ == "attr" and root.head.lemma_ == "be"


def _of_title(sentence: Sentence, scene: Scene, lemma: str) -> Mention | None:
    """The instrument that the headings over a sentence name, where they name one alone."""
    for earlier in scene.reading.before(sentence):
        if not earlier.is_heading:
            continue
        named = [
            mention
            for mention in earlier.mentions
            if mention.kind is EntityKind.INSTRUMENT and not mention.generic and may_stand_for(lemma, mention)
        ]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _is_bare(token: Token) -> bool:
    """Whether nothing behind a noun says which is meant: no "on exports", "that creates", "with Northmoor"."""
    return not any(
        child.i > token.i
        and (
            (child.dep_ == "relcl" and any(each.lower_ == "that" for each in child.subtree))
            or (child.dep_ == "prep" and child.lower_ in {"on", "between", "with", "of", "for", "concerning", "under"})
        )
        for child in token.children
    )


def _is_short_form(token: Token) -> bool:
    """Whether a noun only points back: "the treaty", "this accord", without a word that says which."""
    children = list(token.children)
    definite = any(child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in children)
    return definite and not any(
        child.dep_ in {"amod", "compound", "poss", "relcl", "acl", "nummod"}
        or child.lower_ in {"on", "between", "with", "of"}
        for child in children
    )


def _is_qualified(token: Token) -> bool:
    """Whether a loose noun has a word before it that makes it an instrument: "security partnership", "Three Principles"."""
    if token.text[0].isupper() and token.i > 1 and token.nbor(-1).text[0].isupper():
        return True
    return any(
        child.dep_ in {"compound", "amod", "nmod"} and child.lower_ not in DESCRIBING for child in token.children
    )


def _described(token: Token, sentence: Sentence) -> Filler:
    """The noun with the words before it that tell it apart; its fuller name has what it is about too."""
    first = last = token.i
    while first > 0 and _belongs(sentence.tokens[first - 1], token):
        first -= 1
    while first < token.i and _tells_nothing(sentence.tokens[first]):
        first += 1
    full = token.i
    for child in token.children:
        if child.dep_ == "prep" and child.i == last + 1 and child.lower_ in _TAILS:
            noun = next((each for each in child.children if each.dep_ == "pobj"), None)
            if noun is not None and noun.lower_ in _TAIL_NOUNS:
                last = noun.i
        elif child.dep_ == "prep" and child.lower_ in _ABOUT and child.i == last + 1:
            noun = next((each for each in child.children if each.dep_ == "pobj"), None)
            if noun is not None:
                full = frames.phrase(noun)[1] - 1
    filler = sentence.excerpt(first, last + 1)
    own = sentence.mention_of(token)
    if own is not None and filler.start is not None and own.start < filler.start:
        filler = sentence.cut(own.start, filler.end or own.end)
        first = min(first, next((each.i for each in sentence.tokens if sentence.offset(each) >= own.start), first))
    whole = sentence.excerpt(first, max(full, last) + 1)
    name = " ".join(whole.text.split())
    return Filler(filler.text, filler.start, filler.end, slug(name), name)


def _tells_nothing(token: Token) -> bool:
    """Whether a word before a noun is no part of its name: "new", or what it costs ("$6.5 billion")."""
    titled = token.text[0].isupper() and token.i > 0 and token.nbor(1).text[0].isupper()
    return (
        token.is_punct
        or (token.lower_ in DESCRIBING | _SUMS and not titled)
        or token.text in _CURRENCIES
        or (token.like_num and token.i > 0 and token.nbor(-1).text in _CURRENCIES)
    )


def _belongs(token: Token, head: Token) -> bool:
    """Whether a word before a noun is part of what names it."""
    if token.dep_ in {"det", "poss", "case"} or token.pos_ in {"VERB", "AUX", "ADP", "PRON", "DET", "CCONJ", "SCONJ"}:
        return token.pos_ == "CCONJ" and token.head.i != head.i and token.i + 1 < head.i and token.head.head == head
    if token.is_punct:
        return token.text in {"-", "–", "/"} and token.i > 0
    return head in {token.head, *token.ancestors} and token.i < head.i
