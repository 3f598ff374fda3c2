"""Words that a person wrote, turned into types; an error names the option or parameter and what it takes."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypeVar

from foedera.model.errors import DateInvalid, UsageWrong
from foedera.model.time import Span

Choice = TypeVar("Choice", bound=StrEnum)


def chosen(choices: type[Choice], word: str, option: str) -> Choice:
    """The choice that a word names, whatever its case and hyphens. Raises UsageWrong."""
    plain = word.strip().casefold().replace("-", "_")
    for choice in choices:
        if choice.value.replace("-", "_") == plain:
            return choice
    raise UsageWrong(
        f"{option} does not take “{word}”.", mend=f"It takes: {', '.join(choice.value for choice in choices)}."
    )


def day_of(text: str, option: str, *, last: bool = False) -> date:
    """The first (or last) day that an EDTF text can mean. Raises UsageWrong."""
    try:
        span = Span.parse(text)
    except DateInvalid as error:
        raise UsageWrong(f"{option}: {error.what}", mend=error.mend) from error
    return span.latest if last else span.earliest
