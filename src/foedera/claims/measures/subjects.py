"""Whose quantity it is, and what it measures, told from where its noun stands in the sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foedera.claims import frames
from foedera.claims.measures.holders import owner_of_people
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.names import slug

# What only says how much of something there is: what is meant stands behind its "of".
_WHOLES = frozenset("total number majority rest bulk handful couple group pair lot share half remainder host".split())
_NO_PART = frozenset({"DET", "NUM", "SYM", "PRON", "ADP", "CCONJ", "VERB", "AUX", "PUNCT", "PART"})
_LONGEST = 3  # words before a noun that still belong to what it is called
_NO_SUBJECT = frozenset({EntityKind.PLACE, EntityKind.PERSON})


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a noun stands: the word that governs it, and how ("subject", "object", "of", "for", "none")."""

    governor: Token | None
    how: str


def seat_of(token: Token) -> Seat:
    """How a noun stands to the verb or noun over it; of nouns joined by "and" the first one counts."""
    at = token
    while at.dep_ in {"conj", "appos"} and at.head.pos_ in {"NOUN", "PROPN", "NUM", "SYM"} and at.head != at:
        at = at.head
    head = at.head
    if head == at:
        return Seat(None, "none")
    if at.dep_ in {"nsubj", "nsubjpass", "csubj"}:
        return Seat(head, "subject")
    if at.dep_ in {"dobj", "attr", "oprd", "npadvmod", "dative"} and head.pos_ in {"VERB", "AUX"}:
        return Seat(head, "object")
    if at.dep_ == "pobj" and head.pos_ in {"ADP", "SCONJ", "VERB", "PART"}:
        over = head.head
        while over.pos_ == "ADP" and over.head != over:
            over = over.head
        return Seat(over, head.lower_)
    if at.dep_ in {"compound", "nummod", "nmod", "amod", "poss"}:
        return Seat(head, "before")
    return Seat(head, at.dep_)


def subject_of_verb(verb: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who does what the verb says, by name; else what its subject is called; empty if it has none."""
    doers = frames.doers(verb) or frames.subjects(verb)
    return fillers_of(doers, sentence, scene)


def fillers_of(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """What the nouns stand for: names, short forms resolved, or the nouns as they are written."""
    found: dict[str, Filler] = {}
    for token in tokens:
        for filler in _fillers_of_one(token, sentence, scene):
            found.setdefault(str(filler.entity or filler.text), filler)
    return tuple(found.values())


def _fillers_of_one(token: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    owner = owner_of_people(token, sentence.mention_of(token), sentence, scene)
    mentions = (owner,) if owner is not None else scene.discourse.resolve(token, sentence)
    if not mentions and token.dep_ == "attr" and token.head.lemma_ == "be":  # "Roe is a fund of 24 states": what Roe is
        named = [each for each in frames.own_subjects(token.head) if sentence.mention_of(each) is not None]
        mentions = tuple(each for noun in named for each in scene.discourse.resolve(noun, sentence))
    if mentions:
        return tuple(mention.filler() for mention in mentions)
    if token.lower_ in _WHOLES:  # "a total of 311 members": the members
        parts = [noun for noun in frames.after_preposition(token, {"of"}) if noun.pos_ in {"NOUN", "PROPN"}]
        if parts:
            return _fillers_of_one(parts[0], sentence, scene)
    if token.pos_ not in {"NOUN", "PROPN"}:
        return ()
    return (_name_alone(token, sentence),)


def _name_alone(noun: Token, sentence: Sentence) -> Filler:
    """The noun with what stands before it, without figures, owners and what follows: “fee” of “a fee of EUR 2 billion”."""
    first = noun.i
    while first > max(frames.phrase(noun)[0], noun.i - _LONGEST):
        before = sentence.tokens[first - 1]
        if before.pos_ in _NO_PART or before.tag_ in {"CD", "POS", "$"} or (before.is_punct and before.text != "-"):
            break
        if before.dep_ in {"poss", "quantmod", "predet", "advmod"}:
            break
        first -= 1
    while first < noun.i and sentence.tokens[first].text in {"-", "–"}:
        first += 1
    filler = sentence.excerpt(first, noun.i + 1)
    return Filler(filler.text, filler.start, filler.end, slug(filler.text), " ".join(filler.text.split()))


def context_of(sentence: Sentence, before: int, scene: Scene) -> tuple[Filler, ...]:
    """Whom a sentence without a verb speaks of: the name nearest before, in it or in the lines before it."""
    inside = [mention for mention in sentence.mentions if mention.end <= before and _can_have(mention)]
    if inside:
        return (inside[-1].filler(),)
    for earlier in list(scene.reading.before(sentence))[:6]:
        subjects = scene.discourse.subjects_of(earlier)
        if subjects:
            return (subjects[0].filler(),)
        named = [mention for mention in earlier.mentions if _can_have(mention)]
        if named:
            return (named[0].filler(),)
    return ()


def _can_have(mention: Mention) -> bool:
    if mention.kind is EntityKind.UNKNOWN and mention.text.isupper() and " " not in mention.text:
        return False  # a heading in capitals, a currency
    return mention.kind not in _NO_SUBJECT and not mention.generic
