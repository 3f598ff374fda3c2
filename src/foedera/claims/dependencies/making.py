"""A dependency as a draft: its two sides as text, and how real it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.drafts import Draft, draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.wording import clause_of, noun_phrase, spanning
from foedera.model.claims import Filler
from foedera.model.kinds import Kind, Modality, Polarity, Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSIBLE = frozenset({"may", "might", "could", "would"})
_WHOLE = frozenset({"everything", "anything"})
_VAGUE = frozenset({"much", "there", "lot", "little", "more", "enough"})
_POINTING = frozenset({"it", "they", "this", "that", "these", "those", "which", "who", "both", "one", "he", "she"})


def dependency(
    condition: Filler | None,
    relation: Relation,
    outcome: Filler | None,
    sentence: Sentence,
    *,
    modality: Modality = Modality.ACTUAL,
    polarity: Polarity = Polarity.AFFIRMED,
    confidence: float = 0.6,
) -> Draft | None:
    """The draft of a dependency; None where a side is missing or both are the same words."""
    if condition is None or outcome is None or condition.text == outcome.text:
        return None
    here = [
        side for side in (condition, outcome) if side.start is not None and sentence.start <= side.start < sentence.end
    ]
    if not here:
        return None
    return draft(
        Kind.DEPENDENCY,
        spanning(*here),
        modality=modality,
        polarity=polarity,
        confidence=confidence,
        condition=condition,
        relation=relation.value,
        outcome=outcome,
    )


def hypothetical(verb: Token, *, may: bool = True) -> Modality:
    """Possible where the verb has "would", "could", "might" or (with `may`) "may"; else actual.

    A law that "may" be used is actual: the leave it gives exists.
    """
    words = _POSSIBLE if may else _POSSIBLE - {"may"}
    at = verb
    for _ in range(4):
        if any(child.dep_ == "aux" and child.lower_ in words for child in at.children):
            return Modality.POSSIBLE
        if at.dep_ not in {"conj", "xcomp", "relcl"} or at.dep_ == "relcl":
            break
        at = at.head
    return Modality.ACTUAL


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
    """Whether a noun names somebody who acts: what people and states do is no condition of anything."""
    mention = sentence.mention_of(token)
    return (mention is not None and mention.is_actor and not mention.generic) or token.ent_type_ == "PERSON"


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
    if things:
        return side_at(things[0], sentence, scene)
    return None
