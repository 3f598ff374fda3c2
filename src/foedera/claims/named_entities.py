"""Names that neither the lexicon nor their form gives away, as the pipeline's own recogniser sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from foedera.claims.mentions import Mention
from foedera.model.entities import EntityKind
from foedera.names import Lexicon, NameForm, slug
from foedera.names.patterns.offices import OFFICE_HEADS
from foedera.names.patterns.vocabulary import CURRENCY_CODES, FUNCTION_WORDS, JOINED_WORDS, common_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.INSTITUTION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "PRODUCT": EntityKind.EQUIPMENT,
    "LAW": EntityKind.INSTRUMENT,
    "EVENT": EntityKind.EVENT,
}


class Placed(Protocol):
    """Anything with a start and an end in the document's text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


# What the pipeline may say of a name that nothing else explains; of places it is less sure.
_TELLING = frozenset({"PERSON", "ORG"})


def _is_of_office(word: Token) -> bool:
    """Whether a word only belongs to the office behind it: “Deputy Defense Minister”, “State Secretary”."""
    if word.i + 1 >= len(word.doc):
        return False
    following = word.nbor(1)
    return following.is_title and following.lower_ in OFFICE_HEADS


def _is_everyday(words: Sequence[Token]) -> bool:
    """Whether a name is of everyday words alone, and so hardly a person's: “Military Mobility”."""
    return all(word.lower_ in common_words() or word.lower_ in JOINED_WORDS for word in words)


def told_apart(mention: Mention, tokens: Doc, offset: int) -> Mention:
    """A name of unknown sort with the sort that the pipeline sees in the same words; any other as it is."""
    if mention.kind is not EntityKind.UNKNOWN:
        return mention
    for entity in tokens.ents:
        start, end = offset + entity.start_char, offset + entity.end_char
        if entity.label_ == "PERSON" and _is_everyday(list(entity)):
            continue
        if entity.label_ in _TELLING and start <= mention.start and mention.end <= end <= mention.end + 2:
            return replace(mention, kind=_KINDS[entity.label_])
    return mention


def mentions_of_pipeline(tokens: Doc, offset: int, lexicon: Lexicon, taken: Sequence[Placed]) -> tuple[Mention, ...]:
    """The pipeline's names that cross nothing in `taken`; `offset` is where the sentence starts."""
    found = []
    for entity in tokens.ents:
        kind = _KINDS.get(entity.label_)
        words = [token for token in entity if not (token.is_space or token.lower_ in {"the", "a", "an", "'s", "’s"})]
        if kind is None or not words or not any(word.text[:1].isupper() for word in words):
            continue
        if words[0].is_upper and words[0].lower_ in CURRENCY_CODES:
            continue
        if len(words) == 1 and _is_of_office(words[0]):
            continue
        if words[0].lower_ in FUNCTION_WORDS:  # "Subject to Government approval"
            continue
        if kind is EntityKind.PERSON and _is_everyday(words):
            kind = EntityKind.UNKNOWN
        start = offset + words[0].idx
        end = offset + words[-1].idx + len(words[-1].text)
        if any(start < other.end and other.start < end for other in taken):
            continue
        text = tokens.text[start - offset : end - offset]
        found.append(Mention(start, end, text, slug(text), " ".join(text.split()), kind, NameForm.PATTERN))
    return tuple(found)
