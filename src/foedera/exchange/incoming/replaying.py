"""A record that was carried elsewhere, entered again: reading by reading, in the order in which it was read."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from foedera.exchange.carried import Carried, decision_from_json, document_from_json, entity_from_json, merge_from_json
from foedera.exchange.incoming.importing import ImportOptions
from foedera.exchange.incoming.material import open_text
from foedera.exchange.incoming.report import Report, RowInvalid
from foedera.model.claims import Claim
from foedera.model.documents import Document, DocumentId
from foedera.model.entities import Entity
from foedera.model.errors import FoederaError
from foedera.model.lines import claim_from_json
from foedera.record import Decision, Entered, Merge, Outcome, Record, Run
from foedera.record.admitting import check_said
from foedera.record.copying import Copied, RowsRefused, document_digest

LAYOUT = 1  # the newest layout of lines that this program reads

Open = Callable[[Path, Report], tuple[bool, Carried]]


def replay_file(record: Record, path: Path, open_: Open, options: ImportOptions | None = None) -> Report:
    """Enter what a file holds; `open_` says whether it is a whole record and what is in it.

    What the record has already is left as it is. The readings of a selection bear the name `selection/…`: they are
    not the whole reading, and must not keep a later one from being made. With `strict`, nothing is entered if any line
    is wrong; else the good readings are.
    """
    options = options or ImportOptions()
    report = Report(str(path), "record", known=True)
    whole, carried = open_(path, report)
    if options.strict:
        kept = list(_kept(carried))
        if report.wrong:
            report.entered = False
            return report
        carried = iter(kept)
    _Replay(record, report, whole, options).enter(carried)
    return report


def _kept(carried: Carried) -> Carried:
    for each in carried:
        yield replace(each, claims=tuple(each.claims), rows=None) if isinstance(each, Copied) else each


class _Replay:
    """One record on its way into another."""

    def __init__(self, record: Record, report: Report, whole: bool, options: ImportOptions) -> None:
        self._record, self._report, self._whole, self._options = record, report, whole, options
        self._decided: set[Decision | Merge] = {*record.decisions(), *record.merges()}
        self._met: dict[DocumentId, Copied] = {}  # documents by id, as last met in the file
        # What is there already, superseded or not: entering it again would put old readings over newer ones.
        self._there = {_mark(each, each.extractor) for each in record.readings()}
        self._read = {(material, extractor) for material, extractor, _, _ in self._there}

    def enter(self, carried: Carried) -> None:
        waiting = iter(self._options.watch(carried))
        each = next(waiting, None)
        while each is not None:
            if isinstance(each, Copied) and each.rows is not None:
                each = self._rows(each, waiting)
                continue
            if isinstance(each, Decision | Merge):
                self._decision(each)
            elif not self._is_there(each):
                self._reading(each)
            each = next(waiting, None)
        for last in self._met.values():
            self._paths(last)

    def _rows(self, first: Copied, waiting: Carried) -> Copied | Decision | Merge | None:
        """Enter readings that come as rows, as many as follow each other; gives what comes after them.

        The first whose rows are refused ends it: its claims are looked at one by one.
        """
        each: Copied | Decision | Merge | None = first
        refused: Copied | None = None
        with self._record.entering_copied() as enter, _no_collecting():
            while isinstance(each, Copied) and each.rows is not None and refused is None:
                if not self._is_there(each):
                    try:
                        entered = enter(each, self._label(each), "foedera import", self._options.arguments)
                        self._count(entered, entered.claims)
                        if entered.outcome is Outcome.NEW and each.document is not None:
                            del self._met[each.document.id]  # with all its paths
                    except RowsRefused:
                        refused = each
                if refused is None:
                    each = next(waiting, None)
        if refused is None:
            return each
        self._reading(refused)
        return next(waiting, None)

    def _is_there(self, reading: Copied) -> bool:
        """Whether the record has this reading already; it is then only counted."""
        if reading.document is not None:
            self._met[reading.document.id] = replace(reading, claims=(), rows=None)
        label = self._label(reading)
        if (reading.material, label) not in self._read or _mark(reading, label) not in self._there:
            return False
        self._take(sum(1 for _ in reading.claims))
        return True

    def _decision(self, decided: Decision | Merge) -> None:
        if decided in self._decided:
            return
        try:
            if isinstance(decided, Merge):
                self._record.merge(decided)
            else:
                self._record.decide(decided)
        except FoederaError as error:
            about = decided.entity if isinstance(decided, Merge) else decided.claim
            self._report.refuse(RowInvalid(error.what, row=f"decision about {about}", mend=error.mend))
        else:
            self._report.known = False

    def _reading(self, reading: Copied) -> None:
        claims = tuple(reading.claims)
        run = self._record.begin_run(self._label(reading), program="foedera import", arguments=self._options.arguments)
        try:
            entered = self._enter(reading, claims, run)
        except FoederaError:  # one bad claim stops a reading: it is found, named and left out
            claims = self._good(reading, claims)
            entered = self._enter(reading, claims, run)
        finally:
            self._record.finish_run(run)
        self._count(entered, len(claims))

    def _count(self, entered: Entered, claims: int) -> None:
        self._take(claims)
        self._report.claims += entered.claims
        self._report.superseded += entered.superseded
        if entered.outcome is not Outcome.KNOWN:
            self._report.known = False

    def _enter(self, reading: Copied, claims: tuple[Claim, ...], run: Run) -> Entered:
        if reading.document is None:
            return self._record.enter_sourced(reading.material, claims, run=run, entities=reading.entities)
        return self._record.enter_document(reading.document, claims, run=run, entities=reading.entities)

    def _good(self, reading: Copied, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        good = []
        for claim in claims:
            try:
                good.append(check_said(claim, reading.document))
            except FoederaError as error:
                self._report.refuse(RowInvalid(error.what, row=error.where or claim.id, mend=error.mend))
        return tuple(good)

    def _take(self, claims: int) -> None:
        for _ in range(claims):
            self._report.take()

    def _paths(self, reading: Copied) -> None:
        """A document that was met under several paths is known under all of them here too."""
        assert reading.document is not None
        for path in reading.paths:
            if path != reading.document.path:
                run = self._record.begin_run(self._label(reading), program="foedera import")
                self._record.enter_document(replace(reading.document, path=path), (), run=run)
                self._record.finish_run(run)

    def _label(self, reading: Copied) -> str:
        return reading.extractor if self._whole else f"selection/{reading.extractor}"


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Let nobody look for cycles among rows meanwhile: there are none, and looking took a sixth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _mark(reading: Copied, extractor: str) -> tuple[str, str, str | None, str | None]:
    """What tells a reading from every other: what was read, by whom, under which path and in which state."""
    document = reading.document
    if document is None:
        return reading.material, extractor, None, None
    return reading.material, extractor, document.path, document_digest(document)


def opener_of(format: str, path: Path) -> Open | None:
    """What opens a file that holds a whole record or a part of one; None for a data set like any other."""
    if format == "parquet":
        from foedera.exchange.incoming.parquet import open_tables

        return open_tables
    return open_lines if format == "jsonl" and is_record(path) else None


def is_record(path: Path) -> bool:
    """Whether the first line of a file of JSON lines says that a record follows."""
    with open_text(path) as lines:
        first = lines.readline()
    try:
        found = json.loads(first)
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("is") == "record"


def open_lines(path: Path, report: Report) -> tuple[bool, Carried]:
    """What a file of our own lines holds. Raises RowInvalid if its layout is newer than this program."""
    with open_text(path) as lines:
        head = json.loads(lines.readline())
    if head.get("layout", 0) > LAYOUT:
        raise RowInvalid(
            f"this file has layout {head['layout']}; this version reads up to {LAYOUT}.",
            row="line 1",
            mend="Update Foedera.",
        )
    return bool(head.get("whole")), _carried(path, report)


def _carried(path: Path, report: Report) -> Carried:
    documents: dict[str, tuple[Document, tuple[str, ...]]] = {}
    reading, claims, entities = None, [], []  # type: ignore[var-annotated]
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            label = f"line {number}"
            try:
                values: dict[str, Any] = json.loads(line)
                sort = values.pop("is", "claim")
                if sort == "document":
                    paths = tuple(values.pop("paths", ()))
                    documents[values["id"]] = document_from_json(values), paths
                elif sort == "reading":
                    if reading is not None:
                        yield _copied(reading, documents, claims, entities)
                    reading, claims, entities = values, [], []
                elif sort == "entity":
                    entities.append(entity_from_json(values))
                elif sort == "claim":
                    about = DocumentId(reading["document"]) if reading and reading["document"] else None
                    claims.append(claim_from_json(values, about, where=label))
                elif sort in ("decision", "merge"):
                    if reading is not None:
                        yield _copied(reading, documents, claims, entities)
                        reading = None
                    yield decision_from_json(values) if sort == "decision" else merge_from_json(values)
            except FoederaError as error:
                report.refuse(RowInvalid(error.what, row=error.where or label, mend=error.mend))
            except (ValueError, KeyError, TypeError) as error:
                mend = "Export the record again, or leave the line out."
                report.refuse(RowInvalid(f"cannot be read: {error}.", row=label, value=line.strip(), mend=mend))
    if reading is not None:
        yield _copied(reading, documents, claims, entities)


def _copied(
    reading: Mapping[str, Any],
    documents: Mapping[str, tuple[Document, tuple[str, ...]]],
    claims: Iterable[Claim],
    entities: Iterable[Entity],
) -> Copied:
    document, paths = documents.get(reading["document"] or "", (None, ()))
    return Copied(reading["material"], reading["extractor"], document, paths, tuple(entities), tuple(claims))
