"""Which claims a page or a program is about: the filters of the address, one vocabulary for pages and REST interface."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from foedera.model.choices import chosen, day_of
from foedera.model.errors import UsageWrong
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.record import ClaimQuery, Record
from foedera.server.resolving import acting_for, bearing, instrument_called

# Name of a parameter -> what it asks for: the help of the REST interface and of the pages is drawn from here.
PARAMETERS = {
    "actor": "Only claims on this actor and whoever acts for it; given often, on all of them. As people write it: Japan, EU.",
    "kind": "Only this kind of claim; given often, any of them.",
    "instrument": "Only claims that name this agreement.",
    "entity": "Only claims that name this place, programme, ship or whatever else; given often, all of them.",
    "from": "Only what holds on or after this day (EDTF: 2019-02-01, 2019).",
    "to": "Only what holds on or before this day (EDTF).",
    "known_on": "The record as it stood at the end of this day.",
    "modality": "actual, planned or possible.",
    "polarity": "affirmed or denied.",
    "confidence": "Lowest confidence, 0 to 1.",
    "document": "Only from this document: id, path or end of a path.",
    "reviewed": "yes: only claims that a person decided about; no: only those that nobody did.",
    "baseline": "no: without the facts that ship with the program.",
    "q": "Only claims that hold these words; “words in quotes” stand together.",
}
_SEVERAL = frozenset({"actor", "kind", "entity"})
_MOST_NAMES = 8  # of one sort; nobody asks for more, and each costs a look at the record
_LONGEST = 500  # characters of one value
_ANSWERS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims that somebody wants to see. An empty field asks for nothing; several fields must all hold.

    `actors`, `entities`, `instrument` and `document` are as people write them; the record tells what they stand for.
    `first` and `last`: the claim's time overlaps these days. `reviewed`: None for both.
    """

    actors: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    instrument: str = ""
    entities: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    known_on: date | None = None
    modality: Modality | None = None
    polarity: Polarity | None = None
    confidence: float = 0.0
    document: str = ""
    reviewed: bool | None = None
    baseline: bool = True
    text: str = ""

    def items(self) -> Iterator[tuple[str, str]]:
        """The selection as parameters of an address; `read_selection` reads them back equal."""
        yield from (("actor", name) for name in self.actors)
        yield from (("kind", kind.value) for kind in self.kinds)
        yield from (("entity", name) for name in self.entities)
        days = {"from": self.first, "to": self.last, "known_on": self.known_on}
        words: dict[str, str | None] = {
            "instrument": self.instrument,
            **{name: day.isoformat() if day else None for name, day in days.items()},
            "modality": self.modality.value if self.modality else None,
            "polarity": self.polarity.value if self.polarity else None,
            "confidence": f"{self.confidence:g}" if self.confidence else None,
            "document": self.document,
            "reviewed": None if self.reviewed is None else "yes" if self.reviewed else "no",
            "baseline": None if self.baseline else "no",
            "q": self.text,
        }
        yield from ((name, word) for name, word in words.items() if word)

    def address(self, **besides: str) -> str:
        """The selection as the query of an address, without the question mark; `besides` are more parameters."""
        return urlencode([*self.items(), *besides.items()])

    def query(self, record: Record) -> ClaimQuery:
        """What to ask the record. Raises NameUnknown, NameAmbiguous."""
        groups = [acting_for(record, name) for name in self.actors]
        groups += [bearing(record, name) for name in self.entities]
        if self.instrument:
            groups.append(instrument_called(record, self.instrument))
        return ClaimQuery(
            kinds=self.kinds,
            between=tuple(groups),
            documents=(record.find_document(self.document).id,) if self.document else (),
            text=self.text,
            earliest=self.first,
            latest=self.last,
            modality=self.modality,
            polarity=self.polarity,
            min_confidence=self.confidence,
            known_on=self.known_on,
            include_baseline=self.baseline and not self.document,
            reviewed=self.reviewed,
        )


def read_selection(items: Iterable[tuple[str, str]], *, besides: Collection[str] | None = None) -> Selection:
    """The selection that the parameters of an address ask for. Raises UsageWrong, naming the parameter.

    A parameter without value counts as not given, as forms send it. `besides` are parameters that mean something else here;
    any further one is an error. Without `besides`, parameters that are none of a selection's pass.
    """
    given: dict[str, list[str]] = {}
    for name, value in items:
        if name not in PARAMETERS and besides is not None and name not in besides:
            known = ", ".join((*PARAMETERS, *sorted(besides)))
            raise UsageWrong(f"there is no parameter “{name[:100]}”.", mend=f"Known parameters: {known}.")
        if name in PARAMETERS and value.strip():
            given.setdefault(name, []).append(checked_value(name, value))
    for name, values in given.items():
        most = _MOST_NAMES if name in _SEVERAL else 1
        if len(values) > max(most, len(Kind) if name == "kind" else 0):
            raise UsageWrong(f"{name} is given {len(values)} times.", mend=f"Give it at most {most} times.")
    return _selection_of(given)


def _selection_of(given: dict[str, list[str]]) -> Selection:
    one = {name: values[0] for name, values in given.items()}
    _check_days(one)
    return Selection(
        actors=tuple(dict.fromkeys(given.get("actor", ()))),
        kinds=tuple(dict.fromkeys(chosen(Kind, word, "kind") for word in given.get("kind", ()))),
        instrument=one.get("instrument", ""),
        entities=tuple(dict.fromkeys(given.get("entity", ()))),
        first=day_of(one["from"], "from") if "from" in one else None,
        last=day_of(one["to"], "to", last=True) if "to" in one else None,
        known_on=day_of(one["known_on"], "known_on", last=True) if "known_on" in one else None,
        modality=chosen(Modality, one["modality"], "modality") if "modality" in one else None,
        polarity=chosen(Polarity, one["polarity"], "polarity") if "polarity" in one else None,
        confidence=_share(one.get("confidence", "0")),
        document=one.get("document", ""),
        reviewed=yes_or_no(one["reviewed"], "reviewed") if "reviewed" in one else None,
        baseline=yes_or_no(one.get("baseline", "yes"), "baseline"),
        text=one.get("q", ""),
    )


def _check_days(one: dict[str, str]) -> None:
    if "from" in one and "to" in one and day_of(one["from"], "from") > day_of(one["to"], "to", last=True):
        raise UsageWrong(f"from {one['from']} to {one['to']} is no time.", mend="Give the earlier day with “from”.")
    if "known_on" in one and day_of(one["known_on"], "known_on", last=True) == date.max:
        raise UsageWrong("known_on has no end.", mend="Give the day up to which the record is wanted: 2024-03-01.")


def yes_or_no(word: str, parameter: str) -> bool:
    """What a yes or no means. Raises UsageWrong."""
    try:
        return _ANSWERS[word.strip().casefold()]
    except KeyError as error:
        raise UsageWrong(f"{parameter} does not take “{word}”.", mend="It takes: yes, no.") from error


def checked_value(name: str, value: str) -> str:
    """The value of a parameter without blanks around it. Raises UsageWrong for one that is too long or no text."""
    value = value.strip()
    if len(value) > _LONGEST:
        raise UsageWrong(f"{name} is {len(value)} characters long.", mend=f"At most {_LONGEST} are read.")
    if any(ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 for letter in value):
        raise UsageWrong(f"{name} holds characters that are no text.", mend="Leave control characters out.")
    return value


def checked_day(name: str, day: date) -> date:
    """The day. Raises UsageWrong for one around which spans would leave the calendar; nothing on record is so far away."""
    if not 1000 <= day.year <= 2999:
        raise UsageWrong(f"{name} does not take “{day}”.", mend="Give a day between the years 1000 and 2999.")
    return day


def _share(word: str) -> float:
    try:
        share = float(word)
    except ValueError:
        share = -1.0
    if not 0.0 <= share <= 1.0:
        raise UsageWrong(f"confidence does not take “{word}”.", mend="It takes a number from 0 to 1.")
    return share
