"""What the forms of the partnership, the questions and the gaps share: actors and days, as typed and as understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode, urlsplit

from fastapi import Request

from foedera.answers.naming import actor_named
from foedera.model.choices import day_of
from foedera.model.entities import Entity
from foedera.model.errors import FoederaError, UsageWrong
from foedera.record import Record
from foedera.server.errors import Problem, problem_of
from foedera.server.pages.links import outside_link
from foedera.server.partnerships import MOST_ACTORS
from foedera.server.selection import checked_day, checked_value


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form was sent with: the values by name, without empty ones."""

    values: Mapping[str, tuple[str, ...]]

    def one(self, name: str, default: str = "") -> str:
        """The value of a field; `default` if it was left empty."""
        return self.values.get(name, (default,))[0]

    def several(self, name: str) -> tuple[str, ...]:
        """The values of a field that may stand several times."""
        return self.values.get(name, ())

    def address(self, path: str, **changed: str) -> str:
        """A path with these values as parameters; those in `changed` replaced, an empty one left out."""
        items = [(name, value) for name, values in self.values.items() if name not in changed for value in values]
        items += [(name, value) for name, value in changed.items() if value]
        return f"{path}?{urlencode(items)}" if items else path


@dataclass(frozen=True, slots=True)
class Days:
    """The day that is asked about, and the day as of which the record is read (None: now)."""

    on: date
    known_on: date | None = None


def read_typed(request: Request, *names: str) -> Typed:
    """The values of these fields. Raises UsageWrong for what is no text, too long or given too often."""
    values: dict[str, tuple[str, ...]] = {}
    for name in names:
        given = [value for value in request.query_params.getlist(name) if value.strip()]
        if len(given) > MOST_ACTORS:
            raise UsageWrong(f"{name} is given {len(given)} times.", mend=f"Give it at most {MOST_ACTORS} times.")
        if given:
            values[name] = tuple(dict.fromkeys(checked_value(name, value) for value in given))
    return Typed(values)


def days_asked(typed: Typed) -> Days:
    """The days; without one, today. Raises UsageWrong for what is no day."""
    on = _day(typed.one("on"), "on") or date.today()
    return Days(on, _day(typed.one("known_on"), "known_on"))


def _day(written: str, name: str) -> date | None:
    return checked_day(name, day_of(written, name, last=True)) if written else None


def actors_asked(record: Record, names: Sequence[str]) -> tuple[Entity, ...]:
    """The actors that these names mean, each once. Raises NameUnknown, NameAmbiguous."""
    found = [actor_named(record, name) for name in names]
    return tuple({actor.id: actor for actor in found}.values())


def told(error: FoederaError) -> Problem:
    """A mistake as it is told above a form."""
    return problem_of(error)


def apart(source: str) -> tuple[str, str | None]:
    """A source line parted into its words and its address elsewhere; None where it has none. Without words, the site."""
    parts = source.split(", ")
    outside = next((part for part in parts if outside_link(part)), None)
    words = ", ".join(part for part in parts if part != outside)
    return words or (urlsplit(outside).hostname or "" if outside else ""), outside
