"""Ranks: “climbed to 39th place”, “Fujitsu was 71st”, “ASELSAN (54th)”, “slipped from third to sixth”, “came top”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft, draft
from foedera.claims.measures.quantities import find_ordinals
from foedera.claims.measures.rank_words import is_told, own_date, worded_ranks
from foedera.claims.measures.reports import counter_of, report_of
from foedera.claims.measures.subjects import context_of, fillers_of
from foedera.claims.measures.words import COUNTERS, PLACES, RANKING
from foedera.claims.measures.years import period_of, when_of
from foedera.claims.modality import modality_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.kinds import Kind, Modality
from foedera.model.time import Span

_COUNTERS = re.compile(COUNTERS)
_RANKED = frozenset("ranked ranks rank ranking placed came finished stood stands sits".split())
_AFTER = re.compile(
    r"\s*(?:[),.;:]|$|in\b|within\b|on\b|among\b|worldwide|globally|overall|a year|the year|last year|and\b|from\b|to\b|behind\b|now\b)"
)


def find_ranks(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The ranks that a sentence gives."""
    for start, end, noun in _places(sentence, in_report=report_of(scene) is not None):
        subject = _subject(start, sentence, scene)
        if not subject:
            continue
        metric = sentence.cut(end + noun.start(1), end + noun.end(1)) if noun else Filler("rank")
        token = sentence.token_at(start)
        modality = modality_of(frames.clause_verb(token)) if token is not None else Modality.ACTUAL
        first = min(
            [start, *(each.start for each in subject if each.start is not None and each.start >= sentence.start)]
        )
        yield draft(
            Kind.MEASURE,
            (first, end),
            when=_when(start, end, sentence, scene, modality),
            modality=modality,
            confidence=0.7,
            subject=subject,
            metric=metric,
            value=sentence.cut(start, end),
            basis=counter_of(sentence, scene) or _basis(sentence, scene),
        )


def _places(sentence: Sentence, *, in_report: bool) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Where ranks stand, each with the noun behind it ("place") where there is one."""
    for start, end in find_ordinals(sentence):
        noun = re.match(rf"\s+({'|'.join(PLACES)})\b", sentence.text[end - sentence.start :])
        if noun or _stands_alone(start, end, sentence) or (in_report and is_told(start, end, sentence)):
            yield start, end, noun
    if in_report:
        for start, end in worded_ranks(sentence):
            yield start, end, None


def _when(start: int, end: int, sentence: Sentence, scene: Scene, modality: Modality) -> Span | None:
    """When somebody had a rank: the date right behind it, else that of the sentence if it is no other rank's own."""
    token = sentence.token_at(start)
    own, free = own_date(start, end, sentence)
    if own is not None or token is None:
        return own
    return when_of(token, sentence, scene, modality=modality) if free else period_of(scene)


def _stands_alone(start: int, end: int, sentence: Sentence) -> bool:
    """Whether an ordinal is a rank by itself: a figure in brackets behind a name, or told by a verb of ranking."""
    before, after = sentence.text[: start - sentence.start], sentence.text[end - sentence.start :]
    if _AFTER.match(after) is None:
        return False
    figure = sentence.text[start - sentence.start].isdigit()
    if figure and before.endswith("("):
        return after.lstrip().startswith(")") or after.lstrip().startswith(",")
    token = sentence.token_at(start)
    if token is None or token.dep_ in {"amod", "compound", "nummod"}:
        return False
    words = before.lower().split()[-3:]
    if any(word in _RANKED for word in words):
        return True
    return figure and frames.clause_verb(token).lemma_.lower() in RANKING


def _subject(start: int, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    before = [mention for mention in sentence.mentions if mention.end <= start]
    if before and sentence.text[before[-1].end - sentence.start : start - sentence.start].strip(" (,") in {"", "now"}:
        return (before[-1].filler(),)
    token = sentence.token_at(start)
    if token is None:
        return ()
    verb = frames.clause_verb(token)
    found = fillers_of(frames.subjects(verb), sentence, scene) if verb != token else ()
    return found[:1] or context_of(sentence, start, scene)


def _basis(sentence: Sentence, scene: Scene) -> Filler | None:
    """The ranking that counts it, named in the sentence or before it in the document."""
    for each in (sentence, *scene.reading.before(sentence)):
        match = _COUNTERS.search(each.text)
        if match is not None:
            start, end = each.start + match.start(), each.start + match.end()
            lead = re.match(r"(?:In|On|The|According to|By|Of|For|A)\s+(?:the\s+)?", match.group())
            return each.cut(start + lead.end() if lead else start, end)
    return None
