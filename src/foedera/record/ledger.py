"""The record: an append-only ledger of documents, claims and decisions, in SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import Document, DocumentFacts, DocumentId
from foedera.model.entities import Entity, EntityId
from foedera.record import checks, copying, entering, lookups, schema, store
from foedera.record.admitting import batches
from foedera.record.copying import Copied
from foedera.record.entering import Reading
from foedera.record.values import (
    ClaimQuery,
    Counts,
    Decision,
    Entered,
    Hit,
    Outcome,
    Problem,
    Run,
    Verdict,
)

EVERYTHING = ClaimQuery()


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
        with store.reading_from(self._engine) as connection:
            known = entering.is_known(connection, reading)
        # Extraction may take long; it happens before the transaction, so that nobody waits for it.
        found = reading if known else entering.admitted(reading, claims, entities)
        at = store.stamp(self._now())
        with store.writing_to(self._engine) as connection:
            if known:
                entering.enter_path(connection, reading, at)
                return reading.entered(Outcome.KNOWN)
            return entering.enter(connection, found, at)

    def decide(self, decision: Decision) -> Decision:
        dated = decision if decision.decided_at else replace(decision, decided_at=self._now())
        assert dated.decided_at is not None
        row = {
            "claim": dated.claim,
            "verdict": dated.verdict.value,
            "who": dated.who,
            "note": dated.note,
            "replacement": dated.replacement,
            "decided_at": store.stamp(dated.decided_at),
        }
        with store.writing_to(self._engine) as connection:
            connection.execute(insert(schema.decisions), row)
        return dated

    # ---- what one may ask

    def documents(self) -> Iterator[Document]:
        with store.reading_from(self._engine) as connection:
            numbers = lookups.document_numbers(connection)
        for number in numbers:
            with store.reading_from(self._engine) as connection:
                document = lookups.document_by_number(connection, number)
            yield document

    def document(self, document: DocumentId) -> Document | None:
        with store.reading_from(self._engine) as connection:
            return lookups.document_by_id(connection, document)

    def find_document(self, text: str) -> Document:
        with store.reading_from(self._engine) as connection:
            found = lookups.document_by_id(connection, lookups.find_document_id(connection, text))
        assert found is not None  # a path is entered together with its document
        return found

    def has_reading(self, document: DocumentId, extractor: str, facts: DocumentFacts | None = None) -> bool:
        with store.reading_from(self._engine) as connection:
            return lookups.has_reading(connection, document, extractor, facts)

    def claims(self, query: ClaimQuery = EVERYTHING) -> Iterator[Claim]:
        with store.reading_from(self._engine) as connection:
            numbers = lookups.claim_numbers(connection, query)
        # In parts, each on a connection of its own: whoever stops half-way leaves nothing open.
        for some in batches(numbers):
            with store.reading_from(self._engine) as connection:
                found = list(lookups.claims_by_number(connection, some))
            yield from found

    def claim(self, claim: ClaimId) -> Claim | None:
        with store.reading_from(self._engine) as connection:
            return lookups.claim_by_id(connection, claim)

    def fillers(self, query: ClaimQuery, role: str) -> tuple[EntityId, ...]:
        with store.reading_from(self._engine) as connection:
            return lookups.fillers_of(connection, query, role)

    def entity(self, entity: EntityId) -> Entity | None:
        with store.reading_from(self._engine) as connection:
            return next(lookups.entities_by_id(connection, (entity,)), None)

    def find_entities(self, name: str) -> tuple[Entity, ...]:
        with store.reading_from(self._engine) as connection:
            return lookups.entities_named(connection, name)

    def entities_under(self, owners: Collection[EntityId]) -> tuple[Entity, ...]:
        with store.reading_from(self._engine) as connection:
            return lookups.entities_under(connection, owners)

    def entities(self, ids: Collection[EntityId] | None = None) -> Iterator[Entity]:
        with store.reading_from(self._engine) as connection:
            parts = [None] if ids is None else batches(sorted(set(ids)))
            found = [entity for some in parts for entity in lookups.entities_by_id(connection, some)]
        yield from found

    def search(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        with store.reading_from(self._engine) as connection:
            return lookups.search(connection, text, limit)

    def decisions(self, claim: ClaimId | None = None) -> tuple[Decision, ...]:
        query = select(schema.decisions).order_by(schema.decisions.c.number)
        if claim is not None:
            query = query.where(schema.decisions.c.claim == claim)
        with store.reading_from(self._engine) as connection:
            return tuple(_decision_of(row) for row in connection.execute(query))

    def readings(self, query: ClaimQuery | None = None) -> Iterator[Copied]:
        """Every reading ever made, oldest first, to carry the record elsewhere; with a query, its claims alone."""
        return copying.copy_readings(self._engine, query)

    def rows(self, table: str, query: ClaimQuery | None = None) -> Iterator[Sequence[Sequence[Any]]]:
        """The rows of one of `copying.TABLES` in parts, as they lie in the store; with a query, what it asks for."""
        return copying.copy_rows(self._engine, table, query)

    def counts(self) -> Counts:
        with store.reading_from(self._engine) as connection:
            return checks.counts_of(connection)

    def verify(self) -> Iterator[Problem]:
        with store.reading_from(self._engine) as connection:
            yield from checks.problems_of(connection)

    def fingerprint(self) -> str:
        with store.reading_from(self._engine) as connection:
            return checks.fingerprint_of(connection)


def begin_run(connection: Connection, at: datetime, extractor: str, program: str, arguments: tuple[str, ...]) -> Run:
    """Note in this transaction that a run begins."""
    row = {
        "extractor": extractor,
        "program": program,
        "arguments": list(arguments),
        "started_at": store.stamp(at),
        "finished_at": None,
    }
    key: Any = connection.execute(insert(schema.runs), row).inserted_primary_key
    return Run(int(key[0]), extractor, program, arguments, at)


def finish_run(connection: Connection, run: Run, at: datetime) -> None:
    """Note in this transaction that a run ended."""
    connection.execute(update(schema.runs).where(schema.runs.c.id == run.id), {"finished_at": store.stamp(at)})


def _decision_of(row: Any) -> Decision:
    replacement = ClaimId(row.replacement) if row.replacement else None
    verdict, at = Verdict(row.verdict), store.moment_of(row.decided_at)
    return Decision(ClaimId(row.claim), verdict, row.who, row.note, replacement, at)
