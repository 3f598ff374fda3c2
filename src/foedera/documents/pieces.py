"""What a reader of one format gives: pieces of text with what the format says about them."""

from __future__ import annotations

from dataclasses import dataclass, field

from foedera.model.documents import BlockKind, DocumentFacts, FootnoteMark, Skipped


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the stored text, before anyone has said for certain what it is.

    `kind` is what the format says (a heading, a row), None where it says nothing. `group` counts the stretches that
    stand together without a blank line between them. `footnote` is the number of the note whose body this is.
    """

    start: int
    end: int
    kind: BlockKind | None = None
    number: str | None = None
    level: int = 0
    group: int = 0
    footnote: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, item, row or note as a format gives it.

    `text` may hold marks of footnotes, wrapped as `normalise.mark` wraps them. `tight` says that no blank line parts
    it from a piece of the same kind before it. `number` is the number that the format draws and the text does not hold.
    """

    text: str
    kind: BlockKind | None = None
    number: str | None = None
    level: int = 0
    tight: bool = False
    footnote: str | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What a reader found in a file: the text with its stretches, and the facts that the file itself states.

    `facts` are stated for the reader and win over what the text shows; `metadata` only fills what the text leaves open.
    """

    text: str
    stretches: tuple[Stretch, ...]
    marks: tuple[FootnoteMark, ...] = ()
    facts: DocumentFacts = field(default_factory=DocumentFacts)
    metadata: DocumentFacts = field(default_factory=DocumentFacts)
    skipped: tuple[Skipped, ...] = ()
