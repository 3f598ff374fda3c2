"""What every extractor is, and the door that all of them come in by.

An extractor is `(Document) -> Iterable[Claim]` with a name and a version. One that may fail in part also has
`read(document) -> Extraction`, which lists what it left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from foedera.model.claims import Claim
    from foedera.model.documents import Document, Skipped


@runtime_checkable
class Extractor(Protocol):
    """Whatever makes claims of a document. `version` changes when what it finds may change."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    def __call__(self, document: Document) -> Iterable[Claim]: ...


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims that a document makes, in document order, and what was left out of them, each with the reason.

    `complete` is false where a passage was not read at all: another attempt may find more.
    """

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()
    complete: bool = True


@runtime_checkable
class PartialExtractor(Extractor, Protocol):
    """An extractor that may fail in part and says where."""

    def read(self, document: Document) -> Extraction:
        """The claims of a document and what was left out. Raises FoederaError if nothing of it could be read."""
        ...


def extract_with(extractor: Extractor, document: Document) -> Extraction:
    """What an extractor makes of a document, whichever of the two ways it answers."""
    if isinstance(extractor, PartialExtractor):
        return extractor.read(document)
    return Extraction(tuple(extractor(document)))


def label_of(extractor: Extractor) -> str:
    """How an extractor signs its claims and its readings: `name/version`."""
    return f"{extractor.name}/{extractor.version}"
