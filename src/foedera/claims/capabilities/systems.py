"""What counts as equipment, and the phrase that names it."""

from __future__ import annotations

import re
from dataclasses import replace

from foedera.claims import frames
from foedera.claims.capabilities.words import EQUIPMENT, NO_EQUIPMENT, PORTIONS, PROGRAMMES, TYPES, UNTELLING, VAGUE
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.names import slug

HARDWARE = frozenset({EntityKind.EQUIPMENT, EntityKind.VESSEL})
_BEFORE = frozenset({"compound", "amod", "nmod", "nummod", "poss", "npadvmod", "punct", "advmod"})
_POINTING = frozenset({"it", "they", "them", "these", "those", "which", "that", "both", "she", "her"})
_REST = frozenset(
    {
        "first",
        "second",
        "third",
        "fourth",
        "last",
        "latter",
        "former",
        "rest",
        "remainder",
        "one",
        "ones",
        "all",
        "most",
    }
)
# What the forms of names only guess at may be equipment after all.
_GUESSED = frozenset({EntityKind.UNKNOWN, EntityKind.EQUIPMENT, EntityKind.VESSEL})
_DESIGNATION = re.compile(r"[A-Z]{1,4}-?\d{1,3}[A-Z]?")
_UNITS = frozenset({"mm", "cm", "inch", "metre", "meter", "tonne", "ton", "m", "km"})
_REACH = 6  # words between a verb and the name of what it is done to
_BACK = 3  # sentences in which equipment was named last


def system_of(token: Token, sentence: Sentence, scene: Scene, *, eager: bool = False) -> Filler | None:
    """The equipment that a noun, number or pronoun stands for; None if it is something else.

    With `eager`, whatever can be bought and sold: an unknown name, or things that are counted.
    """
    token = _without_portion(token)
    own = sentence.mention_of(token) or _before_portion(token, sentence)
    if own is not None and (own.kind in HARDWARE or _is_designation(own)):
        if not own.generic:
            return own.filler()
        return _named_right_before(own, sentence) or _known_before(token, own, sentence, scene)
    if token.pos_ == "NUM" and (beside := _right_behind(token, sentence)) is not None:
        return beside.filler()
    if _is_bare(token) or (token.lemma_.lower() in TYPES and _is_definite(token)):
        return last_system(sentence, token, scene)
    if own is not None and not own.generic and own.kind not in _GUESSED and not _is_modifier_only(own, token, sentence):
        return None
    if token.lemma_.lower() in EQUIPMENT and token.pos_ in {"NOUN", "PROPN"}:
        return _common(token, sentence, scene)
    return _anything(token, own, sentence) if eager else None


def _is_designation(mention: Mention) -> bool:
    """Whether a programme bears the letters and number of what it makes: "KF-21"."""
    return mention.kind is EntityKind.PROGRAMME and _DESIGNATION.fullmatch(mention.text) is not None


def _named_right_before(own: Mention, sentence: Sentence) -> Filler | None:
    """The name before a noun that only says what it is: "Leopard 2A8" in "46 Leopard 2A8 tanks"."""
    for mention in sentence.mentions:
        if mention.kind in HARDWARE and not mention.generic and mention.end + 1 == own.start:
            return mention.filler()
    return None


def systems_of(
    tokens: tuple[Token, ...], sentence: Sentence, scene: Scene, *, eager: bool = False
) -> tuple[Filler, ...]:
    """The equipment that several nouns stand for, each once."""
    found: dict[str, Filler] = {}
    for token in tokens:
        filler = system_of(token, sentence, scene, eager=eager)
        if filler is not None:
            found.setdefault(str(filler.entity), filler)
    return tuple(found.values())


def named_after(word: Token, sentence: Sentence) -> Filler | None:
    """The equipment by name that stands right behind a verb or noun, where the parser has lost the thread."""
    end = sentence.offset(word) + len(word.text)
    for mention in sentence.mentions:
        if mention.start < end:
            continue
        between = [token for token in sentence.tokens if end <= sentence.offset(token) < mention.start]
        broken = any(token.pos_ in {"VERB", "AUX", "PUNCT"} for token in between)
        if mention.kind not in HARDWARE or mention.generic or broken or len(between) > _REACH:
            return None
        return mention.filler()
    return None


def _without_portion(token: Token) -> Token:
    """The noun that is meant: “missiles” in “a second battery of missiles”, “vehicles” in “the last of 54 vehicles”."""
    for _ in range(3):
        if token.lemma_.lower() not in PORTIONS and not token.like_num:
            break
        inner = frames.after_preposition(token, {"of"})
        if not inner:
            break
        token = inner[0]
    return token


def _before_portion(token: Token, sentence: Sentence) -> Mention | None:
    """The equipment named before a noun that only portions it out: “the IRIS-T units”, “propellant lots”."""
    if token.lemma_.lower() not in PORTIONS | PROGRAMMES or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    for child in token.children:
        if child.dep_ not in {"compound", "nmod"} or child.i > token.i:
            continue
        named = (sentence.mention_of(each) for each in child.subtree)
        found = next((each for each in named if each is not None and each.kind in HARDWARE), None)
        if found is not None:
            return found
    return None


def _is_bare(token: Token) -> bool:
    """Whether a word points to equipment named before: “it”, “the remaining 84”, “the first”."""
    if token.lower_ in _POINTING:
        return True
    if token.lower_ in _REST:
        return not any(child.dep_ in {"compound", "poss"} for child in token.children)
    return token.pos_ == "NUM" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}


def _right_behind(number: Token, sentence: Sentence) -> Mention | None:
    """The equipment that a number counts where the parser has parted the two: “41 surviving MRH90 Taipans”."""
    end = sentence.offset(number) + len(number.text)
    for mention in sentence.mentions:
        if mention.start >= end:
            between = sentence.text[end - sentence.start : mention.start - sentence.start].strip()
            near = not between or (between.isalpha() and len(between) < 15)
            return mention if near and mention.kind in HARDWARE else None
    return None


def last_system(sentence: Sentence, token: Token, scene: Scene) -> Filler | None:
    """The equipment named last before a word: in its sentence, else in the three sentences before it."""
    here = [each for each in sentence.mentions if each.end <= sentence.offset(token)]
    for mention in reversed(here):
        if mention.kind in HARDWARE:
            return mention.filler()
    if token.lower_ in _POINTING and any(mention.is_actor for mention in here):
        return None
    for earlier in list(scene.reading.before(sentence))[: _BACK if token.lower_ not in _POINTING else 1]:
        named = [each for each in earlier.mentions if each.kind in HARDWARE]
        named = [each for each in named if not each.generic] or named
        if named:
            return named[-1].filler()
    return None


def _known_before(token: Token, own: Mention, sentence: Sentence, scene: Scene) -> Filler:
    """“the tanks” are those that were named before; “tanks” are what they are called."""
    start = max(own.start, sentence.offset(token.doc[_first_word(token)]))
    filler = sentence.cut(start, own.end) if start < own.end else own.filler()
    if _is_definite(token) and len(own.text.split()) == 1:
        word = token.lemma_.lower()
        for earlier in (sentence, *list(scene.reading.before(sentence))[:_BACK]):
            for mention in reversed(earlier.mentions):
                same = mention.kind is own.kind and not mention.generic and mention.end <= sentence.offset(token)
                if same and word in mention.text.lower():
                    return mention.filler()
    return replace(filler, entity=slug(filler.text), name=" ".join(filler.text.split()))


def _is_definite(token: Token) -> bool:
    return any(child.lower_ in {"the", "these", "those", "this", "that"} for child in token.children)


def _common(token: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    """A common noun of equipment, with the words that say of which sort."""
    start = _first_word(token)
    worth = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "worth"
    told = _is_counted(token) or worth or bool(frames.after_preposition(token, {"for"}))
    if token.lemma_.lower() in VAGUE and start == token.i and not told:
        return last_system(sentence, token, scene) if _is_definite(token) else None
    return _as_entity(sentence.excerpt(start, token.i + 1))


def _anything(token: Token, own: Mention | None, sentence: Sentence) -> Filler | None:
    """An unknown name, or things that are counted, where the verb is one of trade."""
    if own is not None and own.kind in _MANNED:
        return None
    if own is not None:
        return (
            own.filler() if own.kind is EntityKind.UNKNOWN or (own.end - own.start > 3 and _is_counted(token)) else None
        )
    if token.pos_ not in {"NOUN", "PROPN"} or token.lemma_.lower() in NO_EQUIPMENT:
        return None
    if token.pos_ == "PROPN" and (token.text.endswith("s") or _is_counted(token)):
        return _as_entity(sentence.excerpt(_first_word(token), token.i + 1))
    if token.tag_ in {"NNS", "NNPS"} and (_is_counted(token) or _first_word(token) < token.i):
        return _as_entity(sentence.excerpt(_first_word(token), token.i + 1))
    return None


_MANNED = frozenset({EntityKind.UNIT, EntityKind.PERSON, EntityKind.FORCE})


def _is_counted(token: Token) -> bool:
    return any(child.dep_ == "nummod" or child.like_num for child in token.children)


def _is_modifier_only(mention: Mention, token: Token, sentence: Sentence) -> bool:
    """Whether a name only stands before the noun: “EU” in “EU drones”."""
    return mention.end <= sentence.offset(token)


def _as_entity(filler: Filler) -> Filler:
    return replace(filler, entity=slug(filler.text), name=" ".join(filler.text.split()))


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
        if not (plain or owner or word.dep_ == "nummod" or _owned(word, token)) or _measures(word):
            break
        left += 1
    return left


def _measures(word: Token) -> bool:
    """Whether a number says of which sort, and not how many: "155 mm shells", "sixth-generation fighter"."""
    following = word.nbor(1) if word.i + 1 < len(word.doc) else word
    return (word.like_num or word.lower_ in UNTELLING) and (following.text in {"-", "–"} or following.lower_ in _UNITS)


def _owned(word: Token, token: Token) -> bool:
    """Whether a word belongs to the owner's name before the equipment: “South” in “South Korea's tanks”."""
    head = word.head
    return head.dep_ == "poss" and head.head == token
