"""When a figure holds: its own date, or the year that a ranking or table is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.claims.dates import DateMention
from foedera.claims.measures.reports import COMPARED, report_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.kinds import Modality
from foedera.model.time import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def when_of(token: Token, sentence: Sentence, scene: Scene, *, modality: Modality, dated: bool = True) -> Span | None:
    """When a figure holds; where its sentence does not say, the year of the ranking that the text reports.

    With `dated` false a date in the sentence is not the figure's: what something costs or counts is timeless there.
    """
    chosen = scene.date_of(token, sentence) if sentence.dates else None
    if chosen is not None and _is_compared(chosen, sentence):
        chosen = next((date for date in sentence.dates if not _is_compared(date, sentence)), None)
    if chosen is not None and dated:
        span = scene.counted(chosen, sentence, modality).span
        written = sentence.text[chosen.start - sentence.start : chosen.end - sentence.start].casefold()
        period = period_of(scene)
        if period is not None and written in {
            "a year earlier",
            "the year before",
            "a year before",
            "the previous year",
        }:
            return Span.parse(str(period.latest.year - 1))
        return span
    return period_of(scene) if dated and modality is Modality.ACTUAL else None


def _is_compared(date: DateMention, sentence: Sentence) -> bool:
    return COMPARED.search(sentence.text[: date.start - sentence.start]) is not None


def period_of(scene: Scene) -> Span | None:
    """The period that the figures of the text are of, where it is a report of figures."""
    report = report_of(scene)
    return report.period if report is not None else None
