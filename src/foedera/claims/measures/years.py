"""When a figure holds: its own date, or the year that a ranking or table is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.claims.dates import DateMention, resolve
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.kinds import Modality
from foedera.model.time import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_RANKING = re.compile(r"\b(?:top \d{2,3}|ranking|league table|ranked)\b", re.IGNORECASE)
# A date behind these only says what a figure is compared with: “24 per cent more than in 2022”.
_COMPARED = re.compile(
    r"\b(?:than|compared (?:with|to)|against|up from|down from|as in|on)\s+(?:(?:in|for|the level of|those of|that of)\s+)?(?:the\s+)?$"
)
_YEAR = "measures.year"


def when_of(token: Token, sentence: Sentence, scene: Scene, *, modality: Modality, dated: bool = True) -> Span | None:
    """When a figure holds; where its sentence does not say, the year of the ranking that the text reports.

    With `dated` false a date in the sentence is not the figure's: what something costs or counts is timeless there.
    """
    chosen = scene.date_of(token, sentence) if sentence.dates else None
    if chosen is not None and _is_compared(chosen, sentence):
        chosen = next((date for date in sentence.dates if not _is_compared(date, sentence)), None)
    if chosen is not None and dated:
        span = resolve(chosen, scene.reading.document.date, modality is not Modality.ACTUAL).span
        written = sentence.text[chosen.start - sentence.start : chosen.end - sentence.start].casefold()
        year = year_of_ranking(scene)
        if year is not None and written in {"a year earlier", "the year before", "a year before", "the previous year"}:
            return Span.parse(str(year - 1))
        return span
    year = year_of_ranking(scene) if dated and modality is Modality.ACTUAL else None
    return Span.parse(str(year)) if year is not None else None


def _is_compared(date: DateMention, sentence: Sentence) -> bool:
    return _COMPARED.search(sentence.text[: date.start - sentence.start]) is not None


def year_of_ranking(scene: Scene) -> int | None:
    """The year that a ranking is of, where the text reports one: the first whole year past that it names."""
    if _YEAR not in scene.memory:
        scene.memory[_YEAR] = _find_year(scene)
    year = scene.memory[_YEAR]
    return year if isinstance(year, int) else None


def _find_year(scene: Scene) -> int | None:
    document = scene.reading.document.date
    head = scene.reading.sentences[:3]
    if document is None or not any(_RANKING.search(sentence.text) for sentence in head):
        return None
    for sentence in scene.reading.sentences[:6]:
        for date in sentence.dates:
            written = sentence.text[date.start - sentence.start : date.end - sentence.start]
            if re.fullmatch(r"(?:in |for )?(?:19|20)\d\d", written) and not _is_compared(date, sentence):
                year = int(written[-4:])
                if year <= document.latest.year:
                    return year
    return None
