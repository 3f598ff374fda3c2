"""Words of a brief: names as one says them, lists, numbers, days and the words of closed lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from foedera.model.entities import Entity, EntityKind
from foedera.model.time import Span
from foedera.views.spans import show_span

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
# Names of states and blocs that English gives an article: by their first word, their last word, or themselves.
_FIRST = ("United ",)
_LAST = ("Union", "Emirates", "Islands", "Netherlands", "Philippines", "Maldives", "Seychelles", "Bahamas", "Republic")
_ALONE = frozenset({"EU", "UN", "UK", "US", "USA", "UAE"})
_BODIES = (EntityKind.FORCE, EntityKind.UNIT, EntityKind.INSTITUTION, EntityKind.AGENCY, EntityKind.CENTRE)
_ACTIVITIES = {
    "port_call": "port call",
    "summit": "summit",
    "exchange": "exchange of personnel",
    "dialogue": "dialogue meeting",
    "training": "training",
}


def called(entity: Entity) -> str:
    """An actor's name in a sentence: “Japan”, “the EU”, “the United Kingdom”, “NATO”."""
    name = entity.name
    if entity.kind in _BODIES and not name.isupper() and not name.startswith("Operation "):
        return f"the {name}"
    if entity.kind is EntityKind.BLOC:
        shorts = [alias for alias in (entity.id, *entity.aliases) if alias.isupper() and len(alias) <= 6]
        name = shorts[0] if shorts else name
    return with_article(name)


def with_article(name: str) -> str:
    """A name of a state or bloc with the article that it takes."""
    if name in _ALONE or name.startswith(_FIRST) or name.split(" ")[-1] in _LAST:
        return f"the {name}"
    return name


def opening(text: str) -> str:
    """A text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def listed(parts: Iterable[str], last: str = "and") -> str:
    """Parts as a list in words: “a, b and c”, or “a, b or c”."""
    told = list(parts)
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} {last} {told[-1]}" if told else ""


def named_in(text: str, actors: Iterable[Entity]) -> str:
    """A text of a rule with the names of these actors as a sentence says them: “between Japan and the EU”."""
    for actor in actors:
        told = called(actor)
        if told != actor.name:
            text = re.sub(rf"(?<!the )(?<![\w-]){re.escape(actor.name)}(?![\w-])", told, text)
    return text


def counted(number: int, one: str, several: str = "") -> str:
    """A number with its noun: “one exercise”, “three visits”, “16 exercises”."""
    noun = one if number == 1 else several or f"{one}s"
    return f"{number_word(number)} {noun}"


def number_word(number: int) -> str:
    """Numbers up to twelve in words."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def activity_word(type: str, number: int = 1) -> str:
    """The type of an activity as a noun: “port call”, “dialogue meetings”."""
    word = _ACTIVITIES.get(type, type.replace("_", " "))
    return word if number == 1 else word.replace("exchange of", "exchanges of") if " of " in word else f"{word}s"


def on_day(span: Span) -> str:
    """A time as an adverb: “on 1 February 2019”, “in June 2020”, “since 2014”, “from 2019 to 2020”."""
    told = show_time(span)
    if "/" in span.edtf:
        return told if told.startswith(("since", "until", "at all")) else f"from {told}"
    return f"on {told}" if span.is_day else f"in {told}"


def since_day(span: Span) -> str:
    """The beginning of a time as an adverb: “since 1 February 2019”, “since 2014”."""
    begin = span.edtf.partition("/")[0]
    return f"since {show_span(Span.parse(begin))}" if begin not in ("", "..") else show_span(span)


def show_time(span: Span) -> str:
    """A time in words, days of one month put together: “5–6 October 2020”."""
    told = show_span(span)
    first, to, last = told.partition(" to ")
    one, other = first.split(" "), last.split(" ")
    if to and len(one) == len(other) == 3 and one[1:] == other[1:]:
        return f"{one[0]}–{last}"
    return told


def short(text: str, width: int) -> str:
    """A text on one line, cut at a word after `width` characters."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    return line[:width].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def grouped_names(names: Sequence[str]) -> str:
    """Up to six names in a cell; of more, how many there are besides."""
    shown = ", ".join(names[:6])
    return f"{shown} and {len(names) - 6} more" if len(names) > 6 else shown
