"""Rows of a register: who signed and ratified when, under a heading "Participant   Signature   Ratification"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.dates import DateMention
from foedera.claims.drafts import Draft, draft
from foedera.claims.instrument_events.labels import LABELS
from foedera.claims.instrument_events.notices import instrument_over
from foedera.claims.instrument_events.parties import is_party
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.documents import BlockKind
from foedera.model.kinds import Event, Kind

_WHO = re.compile(
    r"\W*(?:participants?|states?|part(?:y|ies)|countr(?:y|ies)|signator(?:y|ies)|members?)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[\t|]\s*|\s{2,}")
_ROWS = 60  # rows under one heading at most


def find_register_rows(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events of a row of a register: one for each date under a heading that names an event."""
    if sentence.block.kind is not BlockKind.ROW or not sentence.dates:
        return
    header = _header_over(sentence, scene)
    who = next((each for each in sentence.mentions if is_party(each)), None)
    if header is None or who is None or who.start > sentence.start + 3:
        return
    instrument = instrument_over(header, header.start, scene)
    if instrument is None:
        return
    columns = _cells(header.text)
    for date in sentence.dates:
        event = _event(columns, date, sentence)
        if event is not None:
            yield draft(
                Kind.INSTRUMENT_EVENT,
                (who.start, date.end),
                instrument=instrument.filler(),
                event=event,
                party=who.filler(),
                when=date.core,
                confidence=0.75,
            )


def _header_over(sentence: Sentence, scene: Scene) -> Sentence | None:
    """The heading of the rows that a row belongs to."""
    for steps, earlier in enumerate(scene.reading.before(sentence)):
        if earlier.block.kind is not BlockKind.ROW or steps > _ROWS:
            return None
        if _WHO.match(earlier.text) and not earlier.dates:
            return earlier
    return None


def _cells(row: str) -> list[tuple[int, str]]:
    """The cells of a row, each with the place where it begins."""
    places = [0, *(match.end() for match in _BETWEEN.finditer(row))]
    ends = [*(match.start() for match in _BETWEEN.finditer(row)), len(row)]
    return [(start, row[start:end]) for start, end in zip(places, ends, strict=True) if start < end]


def _event(columns: list[tuple[int, str]], date: DateMention, row: Sentence) -> Event | None:
    """The event of the column in which a date stands: by its number, or by its place where cells are left out."""
    at = date.start - row.start
    cells = _cells(row.text)
    if len(cells) == len(columns):
        index = max((number for number, (start, _) in enumerate(cells) if start <= at), default=0)
    else:
        index = min(range(len(columns)), key=lambda number: abs(columns[number][0] - at))
    heading = re.split(r"[,/(]", columns[index][1].casefold())[0].strip()
    return LABELS.get(heading)
