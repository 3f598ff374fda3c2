"""Claims that come as rows, as they lay in another record: checked, and stored without making claims of them.

A million claims take a quarter of the time like this. Whatever is not exactly as it should be is refused as a whole;
entering the claims one by one then tells which is wrong, and why.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from foedera.model.entities import EntityId
from foedera.model.errors import FoederaError
from foedera.model.kinds import KINDS, Holds, Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.record import bulk, fulltext, schema
from foedera.record.copying import Cells, ClaimRows, RowsRefused, columns_of
from foedera.record.entering import Reading, begin_reading, enter_entities
from foedera.record.values import Entered, Outcome

_quoted = json.encoder.encode_basestring
_MODALITIES = frozenset(word.value for word in Modality)
_POLARITIES = frozenset(word.value for word in Polarity)
# Columns that the rows bring, after the number of the reading, of the claim; and those that this record adds.
_CLAIM = ("number", "reading", *columns_of("claims")[2:], "matter", "run", "recorded_at")
_FILLER, _EVIDENCE = columns_of("fillers"), columns_of("evidence")


def paste(
    connection: Connection, reading: Reading, rows: Iterable[ClaimRows], number_there: int | None, recorded_at: str
) -> Entered:
    """Enter a reading whose claims are rows; `number_there` is its document's number in the record they come from.

    Raises RowsRefused as soon as one is not as it should be: nothing of the reading is then kept.
    """
    begun = begin_reading(connection, reading, recorded_at)
    if begun is None:
        return reading.entered(Outcome.KNOWN)
    text = reading.document.text if reading.document else None
    check, borne, seen = _checker(text, number_there), {}, set()  # type: ignore[var-annotated]
    count = 0
    source = iter(rows)
    while some := list(islice(source, bulk.BATCH)):
        numbers = bulk.new_numbers(connection, schema.claims, len(some))
        for each in some:
            check(each)
            seen.add(each.claim[3])
            for cells in each.fillers:
                if cells[6] is not None:
                    borne.setdefault(EntityId(cells[6]), cells[7] or cells[3])
        fixed = (reading.run.id, recorded_at)
        numbered = list(zip(numbers, some, strict=True))
        _insert(connection, numbered, begun.number, begun.document, fixed)
        count += len(some)
        if len(seen) != count:
            raise RowsRefused("one id stands for two claims of this reading.", where=reading.material)
    enter_entities(connection, begun.number, reading, borne)
    return reading.entered(begun.outcome, count, begun.superseded)


def _insert(
    connection: Connection, numbered: list[tuple[int, ClaimRows]], reading: int, document: int | None, fixed: Cells
) -> None:
    bulk.insert_cells(
        connection,
        schema.claims,
        _CLAIM,
        [(number, reading, *rows.claim[2:], _matter(rows), *fixed) for number, rows in numbered],
    )
    bulk.insert_cells(
        connection,
        schema.fillers,
        _FILLER,
        [(number, *cells[1:]) for number, rows in numbered for cells in rows.fillers],
    )
    bulk.insert_cells(
        connection,
        schema.evidence,
        _EVIDENCE,
        [
            (number, cells[1], document if cells[2] is not None else None, *cells[3:])
            for number, rows in numbered
            for cells in rows.evidence
        ],
    )
    fulltext.index_words(connection, ((number, _words(rows)) for number, rows in numbered))


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
