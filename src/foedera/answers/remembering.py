"""A reader of the record that asks each thing once: a question looks up the same entities and claims many times."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import Document, DocumentId
from foedera.model.entities import Entity, EntityId
from foedera.record import ClaimQuery, RecordReader
from foedera.record.cards import DocumentHead


def remembering(record: RecordReader) -> RecordReader:
    """The record, so that each thing is asked of it once; as it is, if it remembers already."""
    return record if isinstance(record, Remembering) else Remembering(record)


class Remembering:
    """A record as it stood when each thing was first asked of it. For one question or one batch of them.

    `most`: so many claims are kept at most; None for all. Several threads may ask.
    """

    def __init__(self, record: RecordReader, most: int | None = None) -> None:
        self._record = record
        self._most = most
        self._entities: dict[EntityId, Entity | None] = {}
        self._claims: dict[ClaimQuery, tuple[Claim, ...]] = {}
        self._fillers: dict[tuple[ClaimQuery, str], tuple[EntityId, ...]] = {}
        self._documents: dict[DocumentId, Document | None] = {}
        self._heads: dict[DocumentId, DocumentHead | None] = {}
        self._met: set[DocumentId] = set()  # documents of claims that were asked for, whose heads were not
        self._under: dict[frozenset[EntityId], tuple[Entity, ...]] = {}

    def entity(self, entity: EntityId) -> Entity | None:
        """As `RecordReader.entity`."""
        if entity not in self._entities:
            self._entities[entity] = self._record.entity(entity)
        return self._entities[entity]

    def entities_under(self, owners: Collection[EntityId]) -> tuple[Entity, ...]:
        """As `RecordReader.entities_under`."""
        key = frozenset(owners)
        if key not in self._under:
            self._under[key] = self._record.entities_under(owners)
        return self._under[key]

    def claims(self, query: ClaimQuery = ClaimQuery()) -> Iterator[Claim]:  # noqa: B008 - a frozen value
        """As `RecordReader.claims`."""
        found = self._claims.get(query)
        if found is None:
            found = tuple(self._record.claims(query))
            if self._most is not None and sum(map(len, list(self._claims.values()))) + len(found) > self._most:
                self._claims = {}
            self._claims[query] = found
            self._met |= {claim.document for claim in found if claim.document}
        return iter(found)

    def claim(self, claim: ClaimId) -> Claim | None:
        """As `RecordReader.claim`."""
        return self._record.claim(claim)

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
        return tuple(head for each in sorted(set(documents)) if (head := self._heads[each]) is not None)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._record, name)
