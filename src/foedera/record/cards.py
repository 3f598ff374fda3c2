"""What a list says of documents, and how to ask for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from foedera.model.documents import DocumentFacts, DocumentId


class DocumentOrder(StrEnum):
    """In which order documents are listed."""

    RECORDED = "recorded"  # last read first
    DATE = "date"  # newest first, undated ones last
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """Which documents are wanted: each word of `text` stands in the title, the publisher or the path.

    `before`: only those last read before the reading of this number.
    """

    text: str = ""
    order: DocumentOrder = DocumentOrder.RECORDED
    limit: int | None = None
    offset: int = 0
    before: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """What a document is called and what is known of it, without its text."""

    id: DocumentId
    path: str
    facts: DocumentFacts


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What a list says of a document: `claims` are those that count, `skipped` the passages that were not read.

    `reading` is the number of its last reading.
    """

    id: DocumentId
    path: str
    format: str
    facts: DocumentFacts
    recorded_at: datetime
    reading: int
    claims: int
    skipped: int

    @property
    def title(self) -> str:
        """What the document is called: its title, or its path if it has none."""
        return self.facts.title or self.path
