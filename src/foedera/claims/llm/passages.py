"""A document in passages: whole sentences, as many as a model is asked for at once, only where the domain is spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.claims.selection import select_sentences
from foedera.claims.sentences import SentencePlace, cut_sentences, reading_text
from foedera.model.documents import Document
from foedera.names import Lexicon


@dataclass(frozen=True, slots=True)
class Passage:
    """Some sentences of a document that follow each other, and the characters that they cover."""

    sentences: tuple[SentencePlace, ...]

    @property
    def start(self) -> int:
        """Where the first sentence starts, in the document's text."""
        return self.sentences[0].start

    @property
    def end(self) -> int:
        """Where the last sentence ends."""
        return self.sentences[-1].end

    @property
    def where(self) -> str:
        """The place of the passage, for people."""
        return f"characters {self.start}-{self.end}"

    def halves(self) -> tuple[Passage, ...]:
        """The passage in two, or as it is if it is one sentence."""
        middle = len(self.sentences) // 2
        return (Passage(self.sentences[:middle]), Passage(self.sentences[middle:])) if middle else (self,)


def passages_of(document: Document, lexicon: Lexicon, size: int) -> tuple[Passage, ...]:
    """The passages of a document, in text order, each of `size` characters at most or of one sentence.

    Only what the rules would read too is in them: of a document about other things nothing is sent anywhere.
    """
    text = reading_text(document)
    chosen = select_sentences(text, cut_sentences(document, text), lexicon)
    passages: list[list[SentencePlace]] = []
    for place in chosen:
        if passages and place.end - passages[-1][0].start <= size:
            passages[-1].append(place)
        else:
            passages.append([place])
    return tuple(Passage(tuple(places)) for places in passages)
