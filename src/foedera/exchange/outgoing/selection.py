"""What every export shares: which claims leave, what is known around them, and a report of what a format cannot hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from foedera.model.claims import Claim, Evidence, Filler
from foedera.model.documents import Document, DocumentId, Marking
from foedera.model.entities import Entity, EntityId
from foedera.model.errors import FoederaError
from foedera.record import ClaimQuery, Record


class FileUnwritable(FoederaError):
    """An export cannot be written where it was asked for."""


def unwatched(claims: Iterable[Claim]) -> Iterable[Claim]:
    """Claims pass without anybody being told."""
    return claims


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims of a record that are to leave. `query` None is the whole record, with its superseded readings.

    `title` heads what people read; `watch` sees every claim pass, for progress.
    """

    record: Record
    query: ClaimQuery | None = None
    title: str = "Defence cooperation: claims with their evidence"
    watch: Callable[[Iterable[Claim]], Iterable[Claim]] = unwatched

    def claims(self) -> Iterator[Claim]:
        """The claims of the selection; of the whole record what is current."""
        yield from self.watch(self.record.claims(self.query or ClaimQuery()))

    def documents(self, claims: Iterable[Claim]) -> dict[DocumentId, Document]:
        """The documents that say these claims, without their texts being asked for twice."""
        found: dict[DocumentId, Document] = {}
        for claim in claims:
            for evidence in claim.evidence:
                if evidence.document and evidence.document not in found:
                    document = self.record.document(evidence.document)
                    if document is not None:
                        found[evidence.document] = document
        return found

    def entities(self, claims: Iterable[Claim]) -> dict[EntityId, Entity]:
        """Whatever these claims name, and the entities above it."""
        named = {filler.entity for claim in claims for filler in all_fillers(claim) if filler.entity}
        found: dict[EntityId, Entity] = {}
        while named:
            new = list(self.record.entities(named))
            found |= {entity.id: entity for entity in new}
            above = {up for entity in new for up in (entity.parent, *entity.part_of, entity.country) if up}
            named = {EntityId(up) for up in above} - set(found) if new else set()
        return found


@dataclass
class Written:
    """What an export wrote: how many claims, how many were left out and why.

    `notes` count what is missing of claims that were written, by reason.
    """

    claims: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    markings: Counter[Marking] = field(default_factory=Counter)

    def note(self, documents: Iterable[Document]) -> None:
        """Remember the markings of what was written."""
        self.markings.update(document.facts.marking for document in documents if document.facts.marking)

    def summary(self) -> Iterator[str]:
        """The report as lines for a person."""
        yield f"{self.claims} claims written."
        for why, times in self.left_out.most_common():
            yield f"Left out: {why} ({times})."
        for what, times in self.notes.most_common():
            yield f"Not written: {what} ({times})."
        closed = {marking: number for marking, number in self.markings.items() if marking is not Marking.CLEAR}
        for marking, number in closed.items():
            yield f"Holds {number} document{'s' if number > 1 else ''} marked {marking.value}: share it accordingly."


@contextmanager
def new_file(path: Path) -> Iterator[IO[str]]:
    """A text file that is there whole or not at all. Raises FileUnwritable."""
    with new_place(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        yield file


@contextmanager
def new_place(path: Path) -> Iterator[Path]:
    """A place beside `path` that takes its name when all went well. Raises FileUnwritable."""
    beside = path.with_name(f".{path.name}.part")
    try:
        yield beside
        beside.replace(path)
    except OSError as error:
        raise FileUnwritable(
            f"cannot be written: {error.strerror or error}.",
            where=str(path),
            mend="Name a file in a folder that exists.",
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def all_fillers(claim: Claim) -> Iterator[Filler]:
    """Every filler of a claim, role by role."""
    for fillers in claim.roles.values():
        yield from fillers


def source_title(evidence: Evidence, documents: dict[DocumentId, Document]) -> str:
    """What a person calls the place where a claim is said."""
    if evidence.source is not None:
        return ", ".join(part for part in (evidence.source.title, evidence.source.publisher) if part)
    document = documents.get(evidence.document) if evidence.document else None
    return (document.facts.title or document.path) if document else ""


def source_url(evidence: Evidence, documents: dict[DocumentId, Document]) -> str | None:
    """The address of the place where a claim is said; None if none is known."""
    if evidence.source is not None:
        return evidence.source.url
    document = documents.get(evidence.document) if evidence.document else None
    return document.facts.url if document else None


def days_of(claim: Claim) -> tuple[str | None, str | None]:
    """First and last day of a claim's time as ISO 8601; None where an end is open or nothing is known."""
    if claim.when is None:
        return None, None
    first, last = claim.when.earliest.isoformat(), claim.when.latest.isoformat()
    return (None if first == "0001-01-01" else first), (None if last == "9999-12-31" else last)
