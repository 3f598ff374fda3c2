"""A reader of the record that asks each thing once: a question looks up the same entities and claims many times."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from threading import RLock
from typing import Any, TypeVar

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import Document, DocumentId
from foedera.model.entities import Entity, EntityId
from foedera.record import ClaimQuery, RecordReader
from foedera.record.cards import DocumentHead

_MOST_VALUES = 10_000  # worked-out values; the questions about one pair on one day need some tens

Worked = TypeVar("Worked")


def remembering(record: RecordReader) -> Remembering:
    """The record, so that each thing is asked of it once; as it is, if it remembers already."""
    return record if isinstance(record, Remembering) else Remembering(record)


class Remembering:
    """A record as it stood when each thing was first asked of it. For one question or one batch of them.

    Each claim is fetched once, however many questions it answers. `most`: so many claims are kept at most, besides those
    of the last question; None for all. What was asked longest ago is let go first. Several threads may ask.

    `fetched` are claims by number that an earlier reader of the same record fetched: they stay as they are, whatever was
    entered since, unless entities were merged.
    """

    def __init__(
        self, record: RecordReader, most: int | None = None, *, fetched: Mapping[int, Claim] | None = None
    ) -> None:
        self._record = record
        self._most = most
        self._entities: dict[EntityId, Entity | None] = {}
        self._lock = RLock()
        self._claims: dict[int, Claim] = dict(fetched or {})
        self._asked: OrderedDict[ClaimQuery, dict[int, Claim]] = OrderedDict()
        self._worked: OrderedDict[Hashable, Any] = OrderedDict()
        self._fillers: dict[tuple[ClaimQuery, str], tuple[EntityId, ...]] = {}
        self._documents: dict[DocumentId, Document | None] = {}
        self._heads: dict[DocumentId, DocumentHead | None] = {}
        self._met: set[DocumentId] = set()  # documents of claims that were asked for, whose heads were not
        self._under: dict[frozenset[EntityId], tuple[Entity, ...]] = {}

    @property
    def fetched(self) -> Mapping[int, Claim]:
        """The claims that are kept, by number."""
        return self._claims

    def once(self, what: Hashable, work: Callable[[], Worked]) -> Worked:
        """What `work` makes of this record alone; what it made before, if that is still kept. `what` tells it from all else."""
        with self._lock:
            if what in self._worked:
                self._worked.move_to_end(what)
                worked: Worked = self._worked[what]
                return worked
        return self.keep(what, work())

    def known(self, what: Hashable) -> Any | None:
        """What was kept under this name; None if nothing is, or no longer."""
        with self._lock:
            if what not in self._worked:
                return None
            self._worked.move_to_end(what)
            return self._worked[what]

    def keep(self, what: Hashable, worked: Worked) -> Worked:
        """Keep what was worked out of this record alone, for the next who asks. `what` tells it from all else."""
        with self._lock:
            self._worked[what] = worked
            while len(self._worked) > _MOST_VALUES:
                self._worked.popitem(last=False)
        return worked

    def entity(self, entity: EntityId) -> Entity | None:
        """As `RecordReader.entity`."""
        if entity not in self._entities:
            self._entities[entity] = self._record.entity(entity)
        return self._entities[entity]

    def entities(self, ids: Collection[EntityId] | None = None) -> Iterator[Entity]:
        """As `RecordReader.entities`."""
        if ids is None:
            return self._record.entities()
        return iter(self.once(("entities", frozenset(ids)), lambda: tuple(self._record.entities(ids))))

    def entities_under(self, owners: Collection[EntityId]) -> tuple[Entity, ...]:
        """As `RecordReader.entities_under`."""
        key = frozenset(owners)
        if key not in self._under:
            self._under[key] = self._record.entities_under(owners)
        return self._under[key]

    def claims(self, query: ClaimQuery = ClaimQuery()) -> Iterator[Claim]:  # noqa: B008 - a frozen value
        """As `RecordReader.claims`."""
        with self._lock:
            found = self._asked.get(query)
            if found is not None:
                self._asked.move_to_end(query)
        return iter((self._fetched(query) if found is None else found).values())

    def _fetched(self, query: ClaimQuery) -> dict[int, Claim]:
        numbers = self._record.claim_numbers(query)
        known = self._claims
        missing = [number for number in numbers if number not in known]
        fetched = dict(zip(missing, self._record.numbered(missing), strict=True))
        found = {number: known[number] if number in known else fetched[number] for number in numbers}
        with self._lock:
            self._asked[query] = found
            self._claims |= fetched
            self._met |= {claim.document for claim in found.values() if claim.document}
            if self._most is not None and len(self._claims) > self._most:
                self._let_go(self._most)
        return found

    def _let_go(self, most: int) -> None:
        """Forget what was asked longest ago, until few enough claims are kept; and what was worked out."""
        kept: dict[int, Claim] = {}
        queries: list[ClaimQuery] = []
        for query in reversed(self._asked):
            if queries and len(kept | self._asked[query]) > most:
                break
            kept |= self._asked[query]
            queries.append(query)
        self._asked = OrderedDict((query, self._asked[query]) for query in reversed(queries))
        self._claims = kept
        self._worked.clear()

    def claim(self, claim: ClaimId) -> Claim | None:
        """As `RecordReader.claim`."""
        return self.once(("claim", claim), lambda: self._record.claim(claim))

    def fillers(self, query: ClaimQuery, role: str) -> tuple[EntityId, ...]:
        """As `RecordReader.fillers`."""
        if (query, role) not in self._fillers:
            self._fillers[query, role] = self._record.fillers(query, role)
        return self._fillers[query, role]

    def document(self, document: DocumentId) -> Document | None:
        """As `RecordReader.document`."""
        if document not in self._documents:
            self._documents[document] = self._record.document(document)
        return self._documents[document]

    def document_heads(self, documents: Collection[DocumentId]) -> tuple[DocumentHead, ...]:
        """As `RecordReader.document_heads`. Whoever wants one of the documents met wants the others too: they come at once."""
        if any(each not in self._heads for each in documents):
            met, self._met = self._met, set()
            wanted = {*documents, *met} - self._heads.keys()
            known = {head.id: head for head in self._record.document_heads(wanted)}
            self._heads |= {each: known.get(each) for each in wanted}
        if len(documents) == 1:  # by far the most
            only = self._heads[next(iter(documents))]
            return (only,) if only is not None else ()
        return tuple(head for each in sorted(set(documents)) if (head := self._heads[each]) is not None)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._record, name)
