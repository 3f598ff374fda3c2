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
    """Which documents are wanted: each word of `text` stands in the title, the publisher or the path."""

    text: str = ""
    order: DocumentOrder = DocumentOrder.RECORDED
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What a list says of a document: `claims` are those that count, `skipped` the passages that were not read."""

    id: DocumentId
    path: str
    format: str
    facts: DocumentFacts
    recorded_at: datetime
    claims: int
    skipped: int

    @property
    def title(self) -> str:
        """What the document is called: its title, or its path if it has none."""
        return self.facts.title or self.path
