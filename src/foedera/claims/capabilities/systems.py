"""What counts as equipment, and the phrase that names it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.capabilities.words import EQUIPMENT, UNTELLING, VAGUE
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.names import slug

if TYPE_CHECKING:
    from spacy.tokens import Token

HARDWARE = frozenset({EntityKind.EQUIPMENT, EntityKind.VESSEL})
_BEFORE = frozenset({"compound", "amod", "nmod", "nummod", "poss", "npadvmod", "punct", "advmod"})
_POINTING = frozenset({"it", "they", "them", "these", "those", "which", "that"})


def system_of(token: Token, sentence: Sentence, scene: Scene, *, strict: bool = False) -> Filler | None:
    """The equipment that a noun or pronoun stands for; None if it is something else.

    With `strict`, only what has a name or a noun of equipment that needs no other word beside it.
    """
    own = sentence.mention_of(token)
    if own is not None and own.kind in HARDWARE and _is_head(own, token, sentence):
        return _named(own)
    if own is not None and own.kind not in {EntityKind.UNKNOWN, *HARDWARE} and not own.generic:
        return None
    lemma = token.lemma_.lower()
    if lemma in _POINTING or token.lower_ in _POINTING:
        return _pointed_at(token, sentence, scene)
    if lemma not in EQUIPMENT or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    start = _first_word(token)
    definite = any(child.lower_ in {"the", "these", "those", "this", "that"} for child in token.children)
    if lemma in VAGUE and start == token.i and not definite:
        return None
    if strict and lemma in VAGUE:
        return None
    if start == token.i and definite:
        known = [each for each in scene.discourse.resolve(token, sentence) if each.kind in HARDWARE]
        if known and not known[0].generic:
            return known[0].filler()
    filler = sentence.excerpt(start, token.i + 1)
    return replace(filler, entity=slug(filler.text), name=" ".join(filler.text.split()))


def systems_of(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """The equipment that several nouns stand for, each once."""
    found: dict[str, Filler] = {}
    for token in tokens:
        filler = system_of(token, sentence, scene)
        if filler is not None:
            found.setdefault(str(filler.entity), filler)
    return tuple(found.values())


def _is_head(mention: Mention, token: Token, sentence: Sentence) -> bool:
    return mention.start <= sentence.offset(token) < mention.end


def _named(mention: Mention) -> Filler:
    return mention.filler()


def _pointed_at(token: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    """What "it" or "they" stand for, if that is equipment: in this sentence or the one before."""
    here = [each for each in sentence.mentions if each.end <= sentence.offset(token)]
    for mention in reversed(here):
        if mention.kind in HARDWARE:
            return mention.filler()
        if mention.is_actor:
            return None
    for earlier in list(scene.reading.before(sentence))[:1]:
        for mention in earlier.mentions:
            if mention.kind in HARDWARE:
                return mention.filler()
    return None


def _first_word(token: Token) -> int:
    """Where the phrase that names the equipment begins: counts, owners and plain adjectives are no part of it."""
    left = token.i
    for child in token.children:
        if child.i < token.i and child.dep_ in _BEFORE:
            left = min(left, child.left_edge.i)
    document = token.doc
    while left < token.i:
        word = document[left]
        plain = word.lower_ in UNTELLING or word.like_num or word.pos_ in {"DET", "PRON", "NUM", "PUNCT", "ADV", "ADP"}
        owner = word.dep_ == "poss" or word.lower_ in {"'s", "’s"}
        if not (plain or owner or word.dep_ == "nummod" or _owned(word, token)):
            break
        left += 1
    return left


def _owned(word: Token, token: Token) -> bool:
    """Whether a word belongs to the owner's name before the equipment: “South” in “South Korea's tanks”."""
    head = word.head
    return head.dep_ == "poss" and head.head == token


def is_equipment(token: Token, sentence: Sentence, scene: Scene) -> bool:
    """Whether a noun stands for equipment."""
    return system_of(token, sentence, scene) is not None


def place_of(token: Token) -> tuple[int, int]:
    """The tokens of the whole phrase."""
    return frames.phrase(token)
