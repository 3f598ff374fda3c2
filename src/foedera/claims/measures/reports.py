"""Reports of figures: a ranking, a survey, a table of shares says once which period it is of and who counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.claims.measures.words import COUNTERS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.time import Span

# Words of a title or of the first lines by which a text is a report of figures.
_REPORTING = re.compile(
    r"\btop \d{2,3}\b|\brank(?:ing|ings|ed)?\b|\bleague table\b|\bindex\b|\bmonitor\b|\bbarometer\b|\byearbook\b|\bdata note\b"
    r"|\bfact ?sheet\b|\bscorecard\b|\bpoll\b|\btrends in\b|\bin (?:\w+ )?figures\b|\bshares? of (?:the )?(?:world|global)\b"
    r"|\btransfers of (?:major|conventional|arms)\b|\bdatabase\b",
    re.IGNORECASE,
)
_HEAD = 3  # sentences in which a report says that it is one
_LEAD = 8  # sentences in which it says what it is of
_WHOLE_YEARS = re.compile(r"\d{4}(?:/\d{4})?")
# A date behind these only says what a figure is compared with: “24 per cent more than in 2022”.
COMPARED = re.compile(
    r"\b(?:than|compared (?:with|to)|against|up from|down from|as in|on|versus|vs\.?)\s+"
    r"(?:(?:in|for|the level of|those of|that of)\s+)?(?:the\s+)?$"
)
_COUNTER = re.compile(COUNTERS)
_IN_CAPITALS = re.compile(
    r"(?:[A-Z][A-Z’'&-]+ (?:OF |FOR |THE )?){0,5}(?:RANKING|INDEX|MONITOR|BAROMETER|YEARBOOK|SURVEY|TOP \d+)\b(?: OF(?: [A-Z][A-Z-]+){1,4})?"
)
_SOURCE = re.compile(r"\bSources?: (?:the )?(?P<name>[A-Z][^.,;:()\n]{3,60})")
_OPENING = re.compile(r"(?:In|On|The|According to|By|Of|For|From|A|An|Our)\s+(?:the\s+)?")
_OTHERS = re.compile(r"\baccording to\b|\bby (?:its|their|her|his) own\b", re.IGNORECASE)
_REPORT = "measures.report"


@dataclass(frozen=True, slots=True)
class Report:
    """What a report of figures says of them all: the period that they are of, and the ranking or source that counts."""

    period: Span | None
    counter: Filler | None


def report_of(scene: Scene) -> Report | None:
    """What the text says of all its figures; None if it is no report of figures."""
    if _REPORT not in scene.memory:
        scene.memory[_REPORT] = _read_report(scene)
    found = scene.memory[_REPORT]
    return found if isinstance(found, Report) else None


def counter_of(sentence: Sentence, scene: Scene) -> Filler | None:
    """Who counts the figures of a sentence of a report; None where the sentence names a source of its own."""
    report = report_of(scene)
    return report.counter if report is not None and _OTHERS.search(sentence.text) is None else None


def _read_report(scene: Scene) -> Report | None:
    if not any(_REPORTING.search(sentence.text) for sentence in scene.reading.sentences[:_HEAD]):
        return None
    return Report(_period(scene), _counter(scene))


def _period(scene: Scene) -> Span | None:
    """The first whole year, or years, past that the first lines name: “Transfers of major weapons, 2020–24”."""
    document = scene.reading.document.date
    for sentence in scene.reading.sentences[:_LEAD]:
        for date in sentence.dates:
            span = date.core
            if not _WHOLE_YEARS.fullmatch(span.edtf) or COMPARED.search(sentence.text[: date.start - sentence.start]):
                continue
            if document is None or span.latest.year <= document.latest.year:
                return span
    return None


def _counter(scene: Scene) -> Filler | None:
    """The ranking or source that the text names first, by its own name or behind “Source:”."""
    for pattern, sentences in ((_COUNTER, scene.reading.sentences[:_LEAD]), (_SOURCE, scene.reading.sentences)):
        for sentence in sentences:
            found = pattern.search(sentence.text) or (
                _IN_CAPITALS.search(sentence.text) if pattern is _COUNTER else None
            )
            if found is None:
                continue
            start, end = found.span("name") if pattern is _SOURCE else found.span()
            opening = _OPENING.match(sentence.text, start, end)
            start = opening.end() if opening and opening.end() < end else start
            return sentence.cut(sentence.start + start, sentence.start + end)
    return None
