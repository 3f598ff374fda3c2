"""The two doors of a record: what one may ask of it, and what one may put in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import Document, DocumentFacts, DocumentId, Marking
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.record.cards import DocumentCard, DocumentHead, DocumentQuery
from foedera.record.values import (
    ClaimPage,
    ClaimQuery,
    Counts,
    Decision,
    Entered,
    Hit,
    Merge,
    NameFound,
    Place,
    Problem,
    Reach,
    Run,
)


class RecordReader(Protocol):
    """Whoever reads the record needs no more than this. What is asked by id is None where the record lacks it."""

    def at_one_moment(self) -> AbstractContextManager[None]:
        """What is asked within, in this thread, is answered from the record as it is now, in one transaction.

        That is also cheaper. What is written meanwhile, by whomever, is not seen.
        """
        ...

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

    def claim_numbers(self, query: ClaimQuery = ...) -> tuple[int, ...]:
        """The claims that the query asks for, in its order, by the numbers under which the record keeps them."""
        ...

    def numbered(self, numbers: Collection[int]) -> Iterator[Claim]:
        """The claims of these numbers, in the order given."""
        ...

    def claims_page(self, query: ClaimQuery, limit: int, after: Place | None = ...) -> ClaimPage:
        """At most `limit` claims that the query asks for, after the place that an earlier page gave; its limit does not count.

        `Order.DOCUMENT` is taken as `Order.WHEN`. The same query at the same `known_on` gives the same pages, whatever is
        entered meanwhile.
        """
        ...

    def count_claims(self, query: ClaimQuery = ..., *, up_to: int | None = ...) -> int:
        """How many claims the query asks for, whatever its limit; counting stops at `up_to`."""
        ...

    def list_documents(self, query: DocumentQuery = ...) -> tuple[DocumentCard, ...]:
        """The documents as last read that the query asks for, without their texts, in its order."""
        ...

    def count_documents(self, query: DocumentQuery = ...) -> int:
        """How many documents the query asks for, whatever its limit."""
        ...

    def reach(self) -> Reach:
        """How far the times of the record reach."""
        ...

    def document_heads(self, documents: Collection[DocumentId]) -> tuple[DocumentHead, ...]:
        """What these documents are called and what is known of them, without their texts, by id."""
        ...

    def entities_page(
        self, limit: int, after: EntityId | None = ..., *, begins: str = ..., kinds: Collection[EntityKind] = ...
    ) -> tuple[Entity, ...]:
        """At most `limit` entities after an id, by id: of these kinds, and with a name that begins like this."""
        ...

    def titles(self, documents: Collection[DocumentId]) -> dict[DocumentId, str]:
        """What these documents are called: the title, or where there is none the path."""
        ...

    def claim(self, claim: ClaimId) -> Claim | None:
        """The claim of this id, from its newest reading, even where a later reading no longer finds it."""
        ...

    def fillers(self, query: ClaimQuery, role: str) -> tuple[EntityId, ...]:
        """The entities that fill this role in the claims that the query asks for, each once, by id."""
        ...

    def named(self, entities: Collection[EntityId]) -> tuple[EntityId, ...]:
        """Those of these entities that fill a role of some claim, by id."""
        ...

    def entity(self, entity: EntityId) -> Entity | None:
        """The entity of this id, with every name that the record knows for it."""
        ...

    def find_entities(self, name: str) -> tuple[Entity, ...]:
        """The entities that bear this name, whatever its case and accents, by id; empty if none does."""
        ...

    def markings(self, documents: Collection[DocumentId]) -> dict[Marking, int]:
        """How many of these documents bear which marking; unmarked ones are not counted."""
        ...

    def complete_name(
        self, typed: str, *, kinds: Collection[EntityKind] = ..., limit: int = ...
    ) -> tuple[NameFound, ...]:
        """Names that begin as typed, whatever case and accents, each entity once; of these kinds alone if any is given."""
        ...

    def entities_under(self, owners: Collection[EntityId]) -> tuple[Entity, ...]:
        """The entities whose `country` or `parent` is one of these, by id."""
        ...

    def entities(self, ids: Collection[EntityId] | None = None) -> Iterator[Entity]:
        """Every entity that the record knows, or those of these ids, by id."""
        ...

    def search(self, text: str, limit: int = ...) -> tuple[Hit, ...]:
        """The passages and titles in which all these words stand, best first. “Words in quotes” stand together.

        Of words that stand in tens of thousands of passages, the best among those entered last.
        """
        ...

    def decisions(self, claim: ClaimId | None = ...) -> tuple[Decision, ...]:
        """What was decided, about this claim or at all, oldest first."""
        ...

    def standing(self, claims: Collection[ClaimId]) -> dict[ClaimId, Decision]:
        """The decision that stands about each of these claims; a claim that nobody decided about is not in it."""
        ...

    def latest_decisions(self, limit: int) -> tuple[Decision, ...]:
        """The decisions made last, the last one first."""
        ...

    def corrections_to(self, claim: ClaimId) -> tuple[Decision, ...]:
        """The decisions that corrected another claim to this one, oldest first, whether or not they still stand."""
        ...

    def merges(self) -> tuple[Merge, ...]:
        """What was decided about entities that are one, oldest first."""
        ...

    def revision(self) -> str:
        """A short text that is another one whenever something was entered or decided."""
        ...

    def last_moment(self) -> datetime | None:
        """When the last reading or decision was entered; None if nothing was."""
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

    def decide(self, decision: Decision, said: Claim | None = ...) -> Decision:
        """Keep what somebody decided; all or nothing. `said` is the claim that a correction or an addition says.

        It must be cut from the document as last read. A claim rejected or corrected counts no longer, and what was said
        instead counts, whatever later readings find. Raises DecisionInvalid, ClaimInvalid.
        """
        ...

    def undo(self, claim: ClaimId, *, who: str, note: str = ...) -> Decision:
        """Take back the last decision about this claim; the one before it stands again. Raises DecisionInvalid."""
        ...

    def merge(self, decided: Merge) -> Merge:
        """Keep that two entities are one, or (`into` None) are so no longer. Raises DecisionInvalid.

        Claims then name the one that the other was merged into, whichever of the two they were entered with.
        """
        ...
