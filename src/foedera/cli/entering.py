"""What was read goes into the record: one process writes, however many read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from foedera.claims.entities import entities_of
from foedera.claims.extractor import extract_with, label_of
from foedera.claims.extractors import ExtractorChoice, make_extractor

if TYPE_CHECKING:
    from foedera.cli.extracting import Read
    from foedera.model.claims import Claim
    from foedera.model.documents import Document
    from foedera.model.entities import Entity
    from foedera.record import Record
    from foedera.record.values import Entered, Run

# What a reading is signed with that lacks a passage: so the next one does not take the document for read.
PARTLY = "+partly"


class Entering:
    """One run of `foedera read`: enters documents with their claims and counts what became of them."""

    def __init__(self, record: Record, choice: ExtractorChoice, arguments: tuple[str, ...]) -> None:
        self._record = record
        self._extractor = make_extractor(choice)
        self._arguments = arguments
        self._label = label_of(self._extractor)
        self._runs = {self._label: record.begin_run(self._label, arguments=arguments)}
        self.done: Counter[str] = Counter()
        self.claims = 0

    def is_known(self, document: Document) -> bool:
        """Whether this extractor has read the document already, knowing all that is told of it now."""
        return self._record.has_reading(document.id, self._label, document.facts)

    def enter(self, read: Read, claims: tuple[Claim, ...]) -> Entered:
        """Enter a document that was read, with its claims; one that is known is only noted under its path."""
        assert read.document is not None
        if read.extraction is None:
            entered = self._note(read.document)
        else:
            run = self._run(self._label if read.extraction.complete else self._label + PARTLY)
            entered = self._record.enter_document(read.document, claims, run=run, entities=entities_of(claims))
        self.done[entered.outcome.value] += 1
        self.claims += entered.claims
        return entered

    def finish(self) -> None:
        """Note that reading ended."""
        for run in self._runs.values():
            self._record.finish_run(run)

    def _note(self, document: Document) -> Entered:
        """Note a known document under its path, as it was read: the facts told then stay, though nobody tells them now.

        Should the record want it read again after all, it is: nothing is ever entered without its claims.
        """
        stored = replace(self._record.document(document.id) or document, path=document.path)

        @cache
        def found() -> tuple[Claim, ...]:
            return extract_with(self._extractor, stored).claims

        def claims() -> Iterator[Claim]:
            yield from found()

        def entities() -> Iterator[Entity]:
            yield from entities_of(found())

        return self._record.enter_document(stored, claims(), run=self._runs[self._label], entities=entities())

    def _run(self, label: str) -> Run:
        if label not in self._runs:
            self._runs[label] = self._record.begin_run(label, arguments=self._arguments)
        return self._runs[label]
