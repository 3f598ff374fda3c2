"""The two doors of a record: what one may ask of it, and what one may put in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import Document, DocumentFacts, DocumentId
from foedera.model.entities import Entity, EntityId
from foedera.record.values import ClaimQuery, Counts, Decision, Entered, Hit, Problem, Run


class RecordReader(Protocol):
    """Whoever reads the record needs no more than this. What is asked by id is None where the record lacks it."""

    def documents(self) -> Iterator[Document]:
        """Every document as last read, oldest date first, undated ones last."""
        ...

    def document(self, document: DocumentId) -> Document | None:
        """The document of this id as last read."""
        ...

    def find_document(self, text: str) -> Document:
        """The one document of this path, end of path, or beginning of id. Raises NameUnknown, NameAmbiguous."""
        ...

    def has_reading(self, document: DocumentId, extractor: str, facts: DocumentFacts | None = None) -> bool:
        """Whether this extractor, in this version, is the last of its name to have read the document.

        With `facts`, only if that reading knew every fact given here: a date told later asks for a new reading.
        """
        ...

    def claims(self, query: ClaimQuery = ...) -> Iterator[Claim]:
        """The claims that the query asks for, in its order."""
        ...

    def claim(self, claim: ClaimId) -> Claim | None:
        """The claim of this id, from its newest reading, even where a later reading no longer finds it."""
        ...

    def fillers(self, query: ClaimQuery, role: str) -> tuple[EntityId, ...]:
        """The entities that fill this role in the claims that the query asks for, each once, by id."""
        ...

    def entity(self, entity: EntityId) -> Entity | None:
        """The entity of this id, with every name that the record knows for it."""
        ...

    def find_entities(self, name: str) -> tuple[Entity, ...]:
        """The entities that bear this name, whatever its case and accents, by id; empty if none does."""
        ...

    def entities_under(self, owners: Collection[EntityId]) -> tuple[Entity, ...]:
        """The entities whose `country` or `parent` is one of these, by id."""
        ...

    def entities(self, ids: Collection[EntityId] | None = None) -> Iterator[Entity]:
        """Every entity that the record knows, or those of these ids, by id."""
        ...

    def search(self, text: str, limit: int = ...) -> tuple[Hit, ...]:
        """The passages and titles in which all these words stand, best first. “Words in quotes” stand together."""
        ...

    def decisions(self, claim: ClaimId | None = ...) -> tuple[Decision, ...]:
        """What was decided, about this claim or at all, oldest first."""
        ...

    def counts(self) -> Counts:
        """How much the record holds."""
        ...

    def verify(self) -> Iterator[Problem]:
        """Everything in the record that does not agree with itself; nothing if all is well."""
        ...

    def fingerprint(self) -> str:
        """A hash of all that the record says: equal for two records that say the same, whatever came first or when."""
        ...


class RecordWriter(Protocol):
    """Whoever fills the record needs no more than this."""

    def begin_run(self, extractor: str, *, program: str = ..., arguments: tuple[str, ...] = ...) -> Run:
        """Note that reading begins. `extractor` is `name/version`."""
        ...

    def finish_run(self, run: Run) -> Run:
        """Note that reading ended."""
        ...

    def enter_document(
        self, document: Document, claims: Iterable[Claim], *, run: Run, entities: Iterable[Entity] = ...
    ) -> Entered:
        """Enter a document with its claims, all or nothing. Raises ClaimInvalid, DocumentUnreadable, StoreUnavailable.

        The same document read again by the same extractor changes nothing: `claims` is then not even looked at.
        """
        ...

    def enter_sourced(
        self, material: str, claims: Iterable[Claim], *, run: Run, entities: Iterable[Entity] = ...
    ) -> Entered:
        """Enter claims that come from no document, all or nothing; `material` names the data set."""
        ...

    def decide(self, decision: Decision) -> Decision:
        """Keep what somebody decided."""
        ...
