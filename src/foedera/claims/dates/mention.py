"""What a date found in running text is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from foedera.model.time import Span


class DateSense(StrEnum):
    """How a sentence uses a date; `span` already says it in EDTF."""

    POINT = "point"  # on 3 May, in 2019
    SINCE = "since"  # since 2014 -> 2014/..
    UNTIL = "until"  # until 2027, by March 2025 -> ../2025-03
    RANGE = "range"  # from 3 to 14 June 2024 -> 2024-06-03/2024-06-14
    AFTER = "after"  # from 1 January 2025, after 2025 -> 2025-01-01/..
    BEFORE = "before"  # before the end of 2025 -> ../2025


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: `text` is exactly the characters `start` to `end`.

    The mention leaves out its preposition ("on", "in", "by"), but "since" belongs to it. `core` is the
    date alone, before `sense` opened it at an end. `relative` says that the span was counted from
    another date; `anchor` is the date at which the text stood. `parts` are the one or two
    dates as written, without the words between them.
    """

    start: int
    end: int
    text: str
    span: Span
    sense: DateSense
    core: Span
    relative: bool = False
    anchor: Span | None = None
    parts: tuple[str, ...] = ()
