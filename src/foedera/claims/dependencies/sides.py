"""The two sides of a dependency as text: noun phrases, clauses, and what pronouns stand for."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.reading import Sentence
from foedera.claims.remarks.words import SPEAKERS
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import clause_of, joined_clauses, noun_phrase, stretch
from foedera.model.claims import Filler

_POINTING = frozenset({"it", "they", "this", "that", "these", "those", "which", "who", "both", "one", "he", "she"})
# Bodies whose decisions others depend on: what they allow and forbid counts.
_RULING = frozenset({"government", "parliament", "commission", "council", "committee", "union", "report", "statement"})
_ACTING = (SPEAKERS - _RULING) | {"ally", "partner", "member", "country", "state", "nation", "troop", "crew", "force"}
_WHOLE = frozenset({"everything", "anything"})
_NEXT = frozenset({"to", "of", "for"})
_VAGUE = frozenset({"much", "there", "lot", "little", "more", "enough"})


def side_at(token: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    """One side of a dependency as a noun names it; a pronoun is what it stands for, "this" the statement before."""
    if token.lower_ in _POINTING and token.pos_ in {"PRON", "DET", "SCONJ"}:
        return _pointed_at(token, sentence, scene)
    if (token.pos_ == "PRON" and token.lower_ not in _WHOLE) or token.lower_ in _VAGUE:
        return None
    if token.pos_ in {"VERB", "AUX"}:
        return clause_of(token, sentence)
    filler = noun_phrase(token, sentence)
    mention = sentence.mention_of(token)
    if filler is not None and mention is not None and not mention.generic and filler.text == mention.text:
        return mention.filler()
    return filler


def _pointed_at(token: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    if token.lower_ == "which" and token.head.dep_ == "relcl":
        governor = token.head.head
        return side_at(governor, sentence, scene) if governor != token else None
    if token.lower_ in {"this", "that"}:
        return _statement_before(sentence, scene)
    named = scene.mentions([token], sentence)
    return named[0].filler() if named else None


def _statement_before(sentence: Sentence, scene: Scene) -> Filler | None:
    """The main clause of the sentence before, which "this" sums up."""
    for earlier in scene.reading.before(sentence):
        root = next((token for token in earlier.tokens if token.head == token), None)
        if root is None or root.pos_ not in {"VERB", "AUX"}:
            return None
        return clause_of(root, earlier)
    return None


def is_actor(token: Token, sentence: Sentence) -> bool:
    """Whether a noun names a state, body or person."""
    mention = sentence.mention_of(token)
    named = mention is not None and mention.is_actor and not mention.generic
    return named or token.ent_type_ == "PERSON"


def acts(token: Token, sentence: Sentence) -> bool:
    """Whether a noun stands for somebody who acts: what people and states do is no condition of anything."""
    return is_actor(token, sentence) or token.lemma_.lower() in _ACTING


def words_after(word: Token, prepositions: frozenset[str]) -> Token | None:
    """The noun after a preposition that follows a word, whatever the parse hangs it on: “conditional on checks”."""
    for at in range(word.i + 1, min(word.i + 3, len(word.doc))):
        if word.doc[at].lower_ in prepositions:
            return next((child for child in word.doc[at].children if child.dep_ in {"pobj", "pcomp"}), None)
    return None


def done_to(verb: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    """What a verb like "allow" acts on, with the infinitive after it: "the ROK to contribute to operations"."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ in {"ccomp", "xcomp"} and child.pos_ in {"VERB", "AUX"}:
            things = [each for each in verb.children if each.dep_ == "dobj" and verb.i < each.i < child.i]
            if things:
                first, last = things[0].left_edge.i, child.right_edge.i + 1
                return sentence.excerpt(first, last)
            return clause_of(child, sentence)
    things = list(frames.objects(verb))
    if not things or things[0].lower_ in {"itself", "themselves", "himself", "herself"}:
        return None
    return _with_next(side_at(things[0], sentence, scene), verb, sentence)


def _with_next(side: Filler | None, verb: Token, sentence: Sentence) -> Filler | None:
    """The object with the phrase right behind it that the parse hung on the verb: “sales to third countries”."""
    if side is None or side.end is None or side.start is None or side.start < sentence.start:
        return side
    for child in verb.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in _NEXT and sentence.offset(child) == side.end + 1:
            return sentence.cut(side.start, sentence.place(child.i, child.right_edge.i + 1)[1])
    return side


def first_side(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> Filler | None:
    """The first of the nouns that makes a side; None if none does."""
    for token in tokens:
        found = side_at(token, sentence, scene)
        if found is not None:
            return found
    return None


def purpose_clause(verb: Token, sentence: Sentence) -> Filler | None:
    """“In order for the area to be expanded, this would require …”, “To be eligible, an action must …”."""
    for child in verb.children:
        if child.dep_ == "advcl" and child.i < verb.i and any(each.tag_ == "TO" for each in child.children):
            found = stretch(child)
            return sentence.excerpt(*found) if found else None
    return None


def infinitive_of(word: Token, labels: frozenset[str] = frozenset({"xcomp", "ccomp", "advcl"})) -> Token | None:
    """The infinitive with "to" that follows a word and hangs on it by one of the labels; None if there is none."""
    for child in word.children:
        if child.dep_ in labels and child.i > word.i and any(each.tag_ == "TO" for each in child.children):
            return child
    return None


def rest_of(verb: Token, without: list[Token], sentence: Sentence) -> Filler | None:
    """The clause of a verb without the phrase that tells its condition."""
    found = stretch(verb, without=[*without, *joined_clauses(verb)])
    return sentence.excerpt(*found) if found else None


def object_of(preposition: Token, sentence: Sentence, scene: Scene) -> tuple[Token, Filler] | None:
    """The noun after a preposition, and the side that it makes; None if it makes none."""
    noun = next((child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}), None)
    if noun is None:
        return None
    filler = side_at(noun, sentence, scene)
    return (noun, filler) if filler is not None else None
