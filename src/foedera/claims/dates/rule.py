"""One form of date: how it is written, and what it means by a clock."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from foedera.claims.dates.clock import Clock


@dataclass(frozen=True, slots=True)
class Rule:
    """`read` gives the EDTF of a match of `pattern`, or None where the clock does not tell or it is no date."""

    name: str
    pattern: str
    read: Callable[[re.Match[str], Clock], str | None]
    form: re.Pattern[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", re.compile(rf"(?<![\w]){self.pattern}(?!\w)"))
