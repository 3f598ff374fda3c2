"""When a figure holds: its own date, or the year that a ranking or table is of."""

from __future__ import annotations

import re

from foedera.claims.dates import DateMention
from foedera.claims.measures.reports import COMPARED, report_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.kinds import Modality
from foedera.model.time import Span


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


_AS_OF = re.compile(r"\b[Aa]s (?:of|at|on)\s+$")


def day_of_count(verb: Token, sentence: Sentence, scene: Scene) -> Span | None:
    """The day for which a paragraph counts, told once: “As of 1 February, 438 serve abroad. … Thirteen are in Kosovo.”

    Of what stands in the present alone; None where the paragraph names no such day.
    """
    if sentence.dates or verb.tag_ not in {"VBZ", "VBP", "VBN"}:
        return None
    for earlier in scene.reading.before(sentence):
        if earlier.block.start != sentence.block.start:
            break
        for date in earlier.dates:
            if _AS_OF.search(earlier.text[: date.start - earlier.start]):
                return date.core
    return None


def _is_compared(date: DateMention, sentence: Sentence) -> bool:
    return COMPARED.search(sentence.text[: date.start - sentence.start]) is not None


def period_of(scene: Scene) -> Span | None:
    """The period that the figures of the text are of, where it is a report of figures."""
    report = report_of(scene)
    return report.period if report is not None else None
