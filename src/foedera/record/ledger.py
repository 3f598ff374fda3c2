"""The record: an append-only ledger of documents, claims and decisions, in SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import Any

from sqlalchemy import Engine

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import Document, DocumentFacts, DocumentId, Marking
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.record import (
    checks,
    completing,
    copying,
    counting,
    deciding,
    entering,
    entity_pages,
    fulltext,
    listing,
    lookups,
    moments,
    paging,
    pasting,
    revisions,
    standing,
    store,
    tally,
)
from foedera.record.admitting import batches
from foedera.record.cards import DocumentCard, DocumentHead, DocumentQuery
from foedera.record.copying import Copied
from foedera.record.entering import Reading
from foedera.record.runs import begin_run, finish_run
from foedera.record.values import (
    ClaimPage,
    ClaimQuery,
    Counts,
    Decision,
    Entered,
    Hit,
    Merge,
    NameFound,
    Outcome,
    Place,
    Problem,
    Reach,
    Run,
)

EVERYTHING = ClaimQuery()
EnterCopied = Callable[[Copied, str, str, tuple[str, ...]], Entered]
EVERY_DOCUMENT = DocumentQuery()


class Record:
    """A record that is open. It keeps both doors, `RecordReader` and `RecordWriter`; what they promise stands there.

    Every call is a transaction of its own. Use it in a `with` block, or close it.
    """

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now

    def __enter__(self) -> Record:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Record({self.place!r})"

    @property
    def place(self) -> str:
        """Where the record lies: a path, or an address without its password."""
        return store.place_of(self._engine)

    def close(self) -> None:
        """Let go of the store. Closing twice does no harm."""
        self._engine.dispose()

    # ---- what one may put in

    def begin_run(self, extractor: str, *, program: str = "", arguments: tuple[str, ...] = ()) -> Run:
        with store.writing_to(self._engine) as connection:
            return begin_run(connection, self._now(), extractor, program, arguments)

    def finish_run(self, run: Run) -> Run:
        ended = self._now()
        with store.writing_to(self._engine) as connection:
            finish_run(connection, run, ended)
            fulltext.gather(connection)
        return replace(run, finished_at=ended)

    def enter_document(
        self, document: Document, claims: Iterable[Claim], *, run: Run, entities: Iterable[Entity] = ()
    ) -> Entered:
        return self._enter(Reading(document.id, run, document), claims, entities)

    def enter_sourced(
        self, material: str, claims: Iterable[Claim], *, run: Run, entities: Iterable[Entity] = ()
    ) -> Entered:
        return self._enter(Reading(material, run), claims, entities)

    def _enter(self, reading: Reading, claims: Iterable[Claim], entities: Iterable[Entity]) -> Entered:
        with moments.reading_from(self._engine) as connection:
            known = entering.is_known(connection, reading)
        # Extraction may take long; it happens before the transaction, so that nobody waits for it.
        found = reading if known else entering.admitted(reading, claims, entities)
        at = self._now()
        with store.writing_to(self._engine) as connection:
            if known:
                entering.enter_path(connection, reading, store.stamp(at))
                return reading.entered(Outcome.KNOWN)
            entered = entering.enter(connection, found, store.stamp(at))
            if entered.outcome is Outcome.REREAD:
                deciding.carry_over(connection, found, at)
            return entered

    @contextmanager
    def entering_copied(self) -> Iterator[EnterCopied]:
        """Enter readings that come as rows from another record: give each to what this gives, with its extractor.

        A reading is entered as `enter_document` and `enter_sourced` would enter its claims, several times as fast. One whose
        rows are not as they should be raises RowsRefused and leaves nothing; the others stay. All of them are one
        transaction: they are kept when the block ends, or none is if it is left by an error.
        """
        with store.writing_to(self._engine, much=True) as connection:
            pasted = pasting.Pasting(connection, self._now)
            yield pasted.enter
            pasted.finish()
            fulltext.gather(connection)

    def decide(self, decision: Decision, said: Claim | None = None) -> Decision:
        with store.writing_to(self._engine) as connection:
            return deciding.decide(connection, decision, said, self._now())

    def undo(self, claim: ClaimId, *, who: str, note: str = "") -> Decision:
        with store.writing_to(self._engine) as connection:
            return deciding.undo(connection, claim, who, note, self._now())

    def merge(self, decided: Merge) -> Merge:
        with store.writing_to(self._engine) as connection:
            return deciding.merge(connection, decided, self._now())

    # ---- what one may ask

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        with moments.one_moment(self._engine):
            yield

    def documents(self) -> Iterator[Document]:
        with moments.reading_from(self._engine) as connection:
            numbers = lookups.document_numbers(connection)
        for number in numbers:
            with moments.reading_from(self._engine) as connection:
                document = lookups.document_by_number(connection, number)
            yield document

    def document(self, document: DocumentId) -> Document | None:
        with moments.reading_from(self._engine) as connection:
            return lookups.document_by_id(connection, document)

    def find_document(self, text: str) -> Document:
        with moments.reading_from(self._engine) as connection:
            found = lookups.document_by_id(connection, lookups.find_document_id(connection, text))
        assert found is not None  # a path is entered together with its document
        return found

    def has_reading(self, document: DocumentId, extractor: str, facts: DocumentFacts | None = None) -> bool:
        with moments.reading_from(self._engine) as connection:
            return lookups.has_reading(connection, document, extractor, facts)

    def claims(self, query: ClaimQuery = EVERYTHING) -> Iterator[Claim]:
        yield from self.numbered(self.claim_numbers(query))

    def claim_numbers(self, query: ClaimQuery = EVERYTHING) -> tuple[int, ...]:
        with moments.reading_from(self._engine) as connection:
            return tuple(lookups.claim_numbers(connection, query))

    def numbered(self, numbers: Collection[int]) -> Iterator[Claim]:
        with moments.reading_from(self._engine) as connection:
            merged = standing.merged_entities(connection)
        # In parts, each on a connection of its own: whoever stops half-way leaves nothing open.
        for some in batches(list(numbers)):
            with moments.reading_from(self._engine) as connection:
                found = list(lookups.claims_by_number(connection, some, merged))
            yield from found

    def claims_page(self, query: ClaimQuery, limit: int, after: Place | None = None) -> ClaimPage:
        with moments.reading_from(self._engine) as connection:
            return paging.claims_page(connection, query, after, limit)

    def count_claims(self, query: ClaimQuery = EVERYTHING, *, up_to: int | None = None) -> int:
        with moments.reading_from(self._engine) as connection:
            return counting.count_claims(connection, query, up_to=up_to)

    def list_documents(self, query: DocumentQuery = EVERY_DOCUMENT) -> tuple[DocumentCard, ...]:
        with moments.reading_from(self._engine) as connection:
            return listing.list_documents(connection, query)

    def count_documents(self, query: DocumentQuery = EVERY_DOCUMENT) -> int:
        with moments.reading_from(self._engine) as connection:
            return listing.count_documents(connection, query)

    def reach(self) -> Reach:
        with moments.reading_from(self._engine) as connection:
            return counting.reach_of(connection)

    def document_heads(self, documents: Collection[DocumentId]) -> tuple[DocumentHead, ...]:
        with moments.reading_from(self._engine) as connection:
            return listing.document_heads(connection, documents)

    def entities_page(
        self, limit: int, after: EntityId | None = None, *, begins: str = "", kinds: Collection[EntityKind] = ()
    ) -> tuple[Entity, ...]:
        with moments.reading_from(self._engine) as connection:
            return entity_pages.entities_page(connection, begins, kinds, after, limit)

    def titles(self, documents: Collection[DocumentId]) -> dict[DocumentId, str]:
        with moments.reading_from(self._engine) as connection:
            return counting.titles_of(connection, documents)

    def claim(self, claim: ClaimId) -> Claim | None:
        with moments.reading_from(self._engine) as connection:
            return lookups.claim_by_id(connection, claim)

    def fillers(self, query: ClaimQuery, role: str) -> tuple[EntityId, ...]:
        with moments.reading_from(self._engine) as connection:
            return lookups.fillers_of(connection, query, role)

    def named(self, entities: Collection[EntityId]) -> tuple[EntityId, ...]:
        with moments.reading_from(self._engine) as connection:
            return lookups.named_by_claims(connection, entities)

    def entity(self, entity: EntityId) -> Entity | None:
        with moments.reading_from(self._engine) as connection:
            return next(lookups.entities_by_id(connection, (entity,)), None)

    def find_entities(self, name: str) -> tuple[Entity, ...]:
        with moments.reading_from(self._engine) as connection:
            return lookups.entities_named(connection, name)

    def markings(self, documents: Collection[DocumentId]) -> dict[Marking, int]:
        with moments.reading_from(self._engine) as connection:
            return counting.markings_of(connection, documents)

    def complete_name(
        self, typed: str, *, kinds: Collection[EntityKind] = (), limit: int = 12
    ) -> tuple[NameFound, ...]:
        with moments.reading_from(self._engine) as connection:
            return completing.complete_name(connection, typed, kinds, limit)

    def entities_under(self, owners: Collection[EntityId]) -> tuple[Entity, ...]:
        with moments.reading_from(self._engine) as connection:
            return lookups.entities_under(connection, owners)

    def entities(self, ids: Collection[EntityId] | None = None) -> Iterator[Entity]:
        with moments.reading_from(self._engine) as connection:
            parts = [None] if ids is None else batches(sorted(set(ids)))
            found = [entity for some in parts for entity in lookups.entities_by_id(connection, some)]
        yield from found

    def search(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        with moments.reading_from(self._engine) as connection:
            return lookups.search(connection, text, limit)

    def decisions(self, claim: ClaimId | None = None) -> tuple[Decision, ...]:
        with moments.reading_from(self._engine) as connection:
            return standing.decisions_about(connection, claim)

    def standing(self, claims: Collection[ClaimId]) -> dict[ClaimId, Decision]:
        with moments.reading_from(self._engine) as connection:
            return {
                claim: decision
                for some in batches(sorted(set(claims)))
                for claim, decision in standing.standing_about(connection, some).items()
            }

    def latest_decisions(self, limit: int) -> tuple[Decision, ...]:
        with moments.reading_from(self._engine) as connection:
            return standing.latest_decisions(connection, limit)

    def corrections_to(self, claim: ClaimId) -> tuple[Decision, ...]:
        with moments.reading_from(self._engine) as connection:
            return standing.corrections_to(connection, claim)

    def merges(self) -> tuple[Merge, ...]:
        with moments.reading_from(self._engine) as connection:
            return deciding.merges_in(connection)

    def readings(self, query: ClaimQuery | None = None) -> Iterator[Copied]:
        """Every reading ever made, oldest first, to carry the record elsewhere; with a query, its claims alone."""
        return copying.copy_readings(self._engine, query)

    def rows(self, table: str, query: ClaimQuery | None = None) -> Iterator[Sequence[Sequence[Any]]]:
        """The rows of one of `copying.TABLES` in parts, as they lie in the store; with a query, what it asks for."""
        return copying.copy_rows(self._engine, table, query)

    def revision(self) -> str:
        with moments.reading_from(self._engine) as connection:
            return moments.revision_at(connection)

    def last_moment(self) -> datetime | None:
        with moments.reading_from(self._engine) as connection:
            return moments.once(connection, "last moment", lambda: revisions.last_moment_of(connection))

    def counts(self) -> Counts:
        with moments.reading_from(self._engine) as connection:
            return tally.counts_of(connection)

    def verify(self) -> Iterator[Problem]:
        with moments.reading_from(self._engine) as connection:
            yield from checks.problems_of(connection)

    def fingerprint(self) -> str:
        with moments.reading_from(self._engine) as connection:
            return checks.fingerprint_of(connection)
