"""Claims that come as rows, as they lay in another record: checked, and stored without making claims of them.

A million claims take a quarter of the time like this. Whatever is not exactly as it should be is refused as a whole;
entering the claims one by one then tells which is wrong, and why.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection, func, select

from foedera.model.entities import Entity, EntityId
from foedera.model.errors import FoederaError
from foedera.model.kinds import KINDS, Holds, Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.record import bulk, fulltext, schema
from foedera.record.aside import put_aside, put_back
from foedera.record.copying import Cells, ClaimRows, Copied, RowsRefused, columns_of
from foedera.record.entering import (
    Reading,
    baseline_entities,
    begin_first_reading,
    begin_reading,
    enter_entities,
    materials_in,
    with_unnamed,
)
from foedera.record.runs import begin_run, finish_run
from foedera.record.store import stamp
from foedera.record.values import BASELINE, Entered, Outcome, Run

_quoted = json.encoder.encode_basestring
_MODALITIES = frozenset(word.value for word in Modality)
_POLARITIES = frozenset(word.value for word in Polarity)
# Columns that the rows bring, after the number of the reading, of the claim; and those that this record adds.
_CLAIM = ("number", "reading", *columns_of("claims")[2:], "matter", "run", "recorded_at")
_FILLER, _EVIDENCE = columns_of("fillers"), columns_of("evidence")

# A claim that waits to be written, before it the numbers of its reading and of its document, its run and time of entry.
_Waiting = tuple[int, int | None, Cells, ClaimRows]


class Pasting:
    """Readings that come as rows, entered one after another within the transaction of whoever makes this."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        self._connection, self._now = connection, now
        self._runs: dict[tuple[str, str, tuple[str, ...]], Run] = {}
        self._materials, self._baseline = materials_in(connection), baseline_entities(connection)
        # What waits to be written together: statements for many rows are quicker than many statements.
        self._claims: list[_Waiting] = []
        self._entities: list[tuple[int, Entity]] = []
        # How many claims were there, how many came since, and the indexes that were put aside for them.
        self._held = int(connection.execute(select(func.coalesce(func.max(schema.claims.c.number), 0))).scalar_one())
        self._brought, self._aside = 0, tuple[str, ...]()

    def enter(self, copied: Copied, extractor: str, program: str, arguments: tuple[str, ...]) -> Entered:
        """Enter a reading. Raises RowsRefused if one of its rows is not as it should be: nothing of it is then kept."""
        document = copied.document
        reading = Reading(copied.material, self._run(extractor, program, arguments), document, (), copied.entities)
        rows = _checked(
            copied.rows or (), _checker(document.text if document else None, copied.number), reading.material
        )
        first = list(islice(rows, bulk.BATCH))
        self._put_aside(len(self._claims) + len(first))
        if len(first) < bulk.BATCH:  # everything is checked before anything is written, so nothing need be undone
            return self._write(reading, copied.paths, first)
        self._flush()
        try:
            with self._connection.begin_nested():
                entered = self._write(reading, copied.paths, chain(first, rows))
                self._flush()
        except RowsRefused:
            self._claims.clear()
            raise
        return entered

    def finish(self) -> None:
        """Write what still waits."""
        self._flush()
        put_back(self._connection, self._aside)
        for run in self._runs.values():
            finish_run(self._connection, run, self._now())

    def _run(self, extractor: str, program: str, arguments: tuple[str, ...]) -> Run:
        told = (extractor, program, arguments)
        if told not in self._runs:
            self._runs[told] = begin_run(self._connection, self._now(), *told)
        return self._runs[told]

    def _put_aside(self, coming: int) -> None:
        # An import of a quarter of what the record has takes as long with its indexes as to build them all anew.
        if not self._aside and coming >= bulk.BATCH and 4 * (self._brought + coming) > self._held:
            self._aside = put_aside(self._connection)

    def _write(self, reading: Reading, paths: tuple[str, ...], rows: Iterable[ClaimRows]) -> Entered:
        recorded_at = stamp(self._now())
        if reading.material in self._materials:
            self._flush()  # what an earlier reading said is counted
            begun = begin_reading(self._connection, reading, recorded_at)
        else:
            begun = begin_first_reading(self._connection, reading, paths, recorded_at)
        if begun is None:
            return reading.entered(Outcome.KNOWN)
        borne: dict[EntityId, str] = {}
        count, fixed = 0, (reading.run.id, recorded_at)
        for each in rows:
            count += 1
            for cells in each.fillers:
                if cells[6] is not None and cells[6] not in borne:
                    borne[cells[6]] = cells[7] or cells[3]
            self._claims.append((begun.number, begun.document, fixed, each))
            if len(self._claims) == bulk.BATCH:
                self._flush()
        told = with_unnamed(reading, borne, self._baseline)
        if reading.material == BASELINE:
            self._baseline.update(entity.id for entity in told)
        self._entities += ((begun.number, entity) for entity in told)
        self._materials.add(reading.material)
        return reading.entered(begun.outcome, count, begun.superseded)

    def _flush(self) -> None:
        if self._claims:
            _insert(self._connection, self._claims)
        enter_entities(self._connection, self._entities)
        self._brought += len(self._claims)
        self._claims, self._entities = [], []


def _checked(rows: Iterable[ClaimRows], check: Callable[[ClaimRows], None], material: str) -> Iterator[ClaimRows]:
    seen: set[str] = set()
    for each in rows:
        check(each)
        if each.claim[3] in seen:
            raise RowsRefused("one id stands for two claims of this reading.", where=material)
        seen.add(each.claim[3])
        yield each


def _insert(connection: Connection, waiting: list[_Waiting]) -> None:
    numbers = bulk.new_numbers(connection, schema.claims, len(waiting))
    numbered = list(zip(numbers, waiting, strict=True))
    bulk.insert_cells(
        connection,
        schema.claims,
        _CLAIM,
        [(number, reading, *rows.claim[2:], _matter(rows), *fixed) for number, (reading, _, fixed, rows) in numbered],
    )
    bulk.insert_cells(
        connection,
        schema.fillers,
        _FILLER,
        [(number, *cells[1:]) for number, (_, _, _, rows) in numbered for cells in rows.fillers],
    )
    bulk.insert_cells(
        connection,
        schema.evidence,
        _EVIDENCE,
        [
            (number, cells[1], document if cells[2] is not None else None, *cells[3:])
            for number, (_, document, _, rows) in numbered
            for cells in rows.evidence
        ],
    )
    fulltext.index_words(connection, ((number, _words(rows)) for number, (_, _, _, rows) in numbered))


def _matter(rows: ClaimRows) -> str:
    """As `matter_of` and `claim_values` make it of a claim."""
    roles: dict[str, list[str]] = {}
    for _, _, role, text, _, _, entity, _ in rows.fillers:
        roles.setdefault(role, []).append(entity or " ".join(text.casefold().split()))
    _, _, _, _, kind, when, _, _, modality, polarity, *_ = rows.claim
    # The same JSON as json.dumps makes with its keys sorted, in a third of the time; a test holds the two together.
    filled = ", ".join(f"{_quoted(role)}: [{', '.join(map(_quoted, sorted(roles[role])))}]" for role in sorted(roles))
    dated = "null" if when is None else _quoted(when)
    said = f"[{_quoted(kind)}, {{{filled}}}, {dated}, {_quoted(modality)}, {_quoted(polarity)}]"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _words(rows: ClaimRows) -> str:
    """As `fulltext.words_of` makes them of a claim."""
    words = [word for cells in rows.fillers for word in (cells[3], cells[7])]
    words += [cells[5] or cells[6] for cells in rows.evidence]
    return "\n".join(dict.fromkeys(word for word in words if word))


def _checker(text: str | None, number_there: int | None) -> Callable[[ClaimRows], None]:
    """What `check_said` asks of a claim, asked of its rows. It raises RowsRefused."""

    def is_slice(start: Any, end: Any, said: str) -> bool:
        return (
            text is not None and start is not None and end is not None and 0 <= start < end and text[start:end] == said
        )

    def problems(rows: ClaimRows) -> Iterator[bool]:
        _, _, _, _, kind, when, earliest, latest, modality, polarity, confidence, _, cites = rows.claim
        roles, required = _grammar(kind)
        yield modality in _MODALITIES and polarity in _POLARITIES and 0.0 <= confidence <= 1.0
        yield (earliest, latest) == _days(when)
        yield cites == "[]" or isinstance(json.loads(cites), list)
        given: set[str] = set()
        for _, _, role, said, start, end, _, _ in rows.fillers:
            several, words = roles[role]
            yield several or role not in given
            yield words is None or said in words
            yield (start is None and end is None) or is_slice(start, end, said)
            given.add(role)
        yield required <= given
        yield bool(rows.evidence)
        for _, _, document, start, end, quote, title, *_ in rows.evidence:
            if text is None:
                yield document is None and title is not None
            else:
                yield document == number_there and title is None and is_slice(start, end, quote)

    def check(rows: ClaimRows) -> None:
        try:
            good = all(problems(rows))
        except (KeyError, ValueError, TypeError, FoederaError) as error:
            raise RowsRefused(f"cannot be read: {error}.", where=f"claim {rows.claim[3]}") from error
        if not good:
            raise RowsRefused("is not as a record keeps it.", where=f"claim {rows.claim[3]}")

    return check


@cache
def _grammar(kind: str) -> tuple[dict[str, tuple[bool, frozenset[str] | None]], frozenset[str]]:
    """The roles of a kind, with whether several may fill it and which words alone may; and those that must be filled."""
    spec = KINDS[Kind(kind)]
    roles = {}
    for role in spec.roles:
        closed = role.closed is not None and role.holds is Holds.CLOSED
        words = frozenset(word.value for word in role.closed) if closed and role.closed else None
        roles[role.name] = (role.several, words)
    return roles, frozenset(role.name for role in spec.roles if role.required)


@cache
def _days(when: str | None) -> tuple[str | None, str | None]:
    """The first and the last day that an EDTF text can mean, as the record keeps them."""
    if when is None:
        return None, None
    span = Span.parse(when)
    return span.earliest.isoformat(), span.latest.isoformat()
