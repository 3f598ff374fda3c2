"""Measures in tables and lists of figures: “Norway ........ 2,100”, “Damen   NL   14”, “Revenue: 1,284”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedera.claims.drafts import Draft, draft
from foedera.claims.measures.reports import counter_of
from foedera.claims.measures.subjects import context_of
from foedera.claims.measures.words import CURRENCY_SIGNS, PERCENTS
from foedera.claims.measures.years import period_of
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, Modality

_GAP = re.compile(r"\s*\|\s*|\t+|\s{2,}|\s?\.{3,}\s?|\s*…+\s*")
_FIGURE = re.compile(
    rf"[(]?(?P<sign>[+–-]\s?)?(?P<before>(?:{CURRENCY_SIGNS})\s?)?"
    r"(?P<value>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>\s?(?:million|billion|bn|m|k)\b)?"
    r"\s?(?P<unit>%|per cent|percent|[A-Za-z]+)?[)]?\*?",
    re.IGNORECASE,
)
_RANKS = frozenset({"rank", "no", "no.", "nr", "#", "pos", "pos.", "position", "place"})
_NUMBERS = frozenset({"no", "no.", "nr", "#"})
_SUBJECTS = frozenset({EntityKind.PERSON, EntityKind.INSTRUMENT})
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: where it stands in the document's text, and its column, counted in characters from the margin."""

    text: str
    start: int
    end: int
    column: tuple[int, int]


def find_row_measures(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The figures of a row of a table: whose they are stands in its first cells, what they measure in the head."""
    cells = cells_of(sentence)
    figures = [(at, match) for at, cell in enumerate(cells) if (match := _FIGURE.fullmatch(cell.text.strip()))]
    if len(cells) < 2:
        return
    head, caption = _head_of(sentence, scene)
    yield from _figures_of_names(cells, head, sentence, scene)
    subject = _subject(cells, sentence)
    if subject is None or not figures:
        return
    for at, match in figures:
        cell = cells[at]
        named = _over(cell, at, cells, head)
        title = named.text.strip().lower() if named is not None else ""
        if (
            (at == 0 and (title in _NUMBERS or head == ()))
            or _YEAR.fullmatch(match["value"])
            or _on_date(cell, sentence)
        ):
            continue
        if subject.start is not None and cell.start == subject.start:
            continue
        metric = Filler("rank") if title in _RANKS else _metric(named, caption, scene)
        if metric is None:
            continue
        yield _row_draft(sentence, scene, cell, match, subject, metric)


_NAME_WITH_FIGURE = re.compile(r"(?P<name>[^()|]+?)\s+(?P<figure>\(\s*[\d.,]+\s?(?:%|per cent|percent)\s*\))")


def _figures_of_names(
    cells: tuple[Cell, ...], head: tuple[Cell, ...], sentence: Sentence, scene: Scene
) -> Iterator[Draft]:
    """Shares beside a name in one cell: “United States (64%)” under “Main supplier”."""
    for at, cell in enumerate(cells):
        found = _NAME_WITH_FIGURE.fullmatch(cell.text.strip())
        named = _over(cell, at, cells, head)
        metric = _metric(named, None, scene)
        if found is None or metric is None:
            continue
        lead = cell.start + len(cell.text) - len(cell.text.lstrip())
        figure = _FIGURE.fullmatch(found["figure"])
        inside = [each for each in sentence.mentions if each.start == lead and not each.generic]
        if figure is not None and inside:
            place = lead + found.start("figure")
            shifted = Cell(found["figure"], place, lead + found.end("figure"), cell.column)
            yield _row_draft(sentence, scene, shifted, figure, inside[0].filler(), metric)


def cells_of(sentence: Sentence) -> tuple[Cell, ...]:
    """The cells of a row, in text order; empty ones are left out."""
    text, cells, begin = sentence.text, [], 0
    margin = 0
    for match in (*_GAP.finditer(text), None):
        end = match.start() if match is not None else len(text)
        if text[begin:end].strip():
            cells.append(
                Cell(text[begin:end], sentence.start + begin, sentence.start + end, (margin + begin, margin + end))
            )
        begin = match.end() if match is not None else end
    return tuple(cells)


def _subject(cells: tuple[Cell, ...], sentence: Sentence) -> Filler | None:
    """Whose figures a row gives: the first name in it, or its first cell in words."""
    worded = [cell for cell in cells if not _FIGURE.fullmatch(cell.text.strip()) and any(map(str.isalpha, cell.text))]
    if not worded:
        return None
    first = worded[0]
    inside = [each for each in sentence.mentions if first.start <= each.start and each.end <= first.end]
    named = [each for each in inside if each.kind not in _SUBJECTS and not each.generic]
    if named:
        return named[0].filler()
    lead = len(first.text) - len(first.text.lstrip())
    return sentence.cut(first.start + lead, first.start + len(first.text.rstrip()))


def _head_of(sentence: Sentence, scene: Scene) -> tuple[tuple[Cell, ...], Sentence | None]:
    """The cells of the head of the table that a row stands in, and the line over the table."""
    first, caption = None, None
    for earlier in scene.reading.before(sentence):
        if earlier.block.kind is not BlockKind.ROW:
            caption = earlier
            break
        first = earlier
    if first is None:
        return (), caption
    cells = cells_of(first)
    if any(_FIGURE.fullmatch(cell.text.strip()) and not _YEAR.fullmatch(cell.text.strip()) for cell in cells):
        return (), caption
    indent = first.start - first.block.start
    return tuple(
        Cell(each.text, each.start, each.end, (each.column[0] + indent, each.column[1] + indent)) for each in cells
    ), caption


def _over(cell: Cell, at: int, cells: tuple[Cell, ...], head: tuple[Cell, ...]) -> Cell | None:
    """The cell of the head that stands over a cell: by number where both have as many, else by place."""
    if not head:
        return None
    if len(head) == len(cells):
        return head[at]
    if len(head) == len(cells) - 1:  # the column of names has no title
        return head[at - 1] if at else None
    middle = (cell.column[0] + cell.column[1]) / 2
    return min(head, key=lambda each: abs((each.column[0] + each.column[1]) / 2 - middle))


def _metric(named: Cell | None, caption: Sentence | None, scene: Scene) -> Filler | None:
    if named is not None:
        text = named.text.strip()
        start = named.start + len(named.text) - len(named.text.lstrip())
        if text and not _YEAR.fullmatch(text):
            inner = re.search(r"\(([^()]+)\)$", text)  # "Participants (personnel)": the unit says it best
            if inner:
                return Filler(inner.group(1), start + inner.start(1), start + inner.end(1))
            return Filler(text, start, start + len(text))
    if caption is None:
        return None
    text = re.split(r"[,(|:]", caption.text)[0].strip()
    return Filler(text, caption.start, caption.start + len(text)) if text else None


def _on_date(cell: Cell, sentence: Sentence) -> bool:
    return any(date.start < cell.end and cell.start < date.end for date in sentence.dates)


def _row_draft(
    sentence: Sentence, scene: Scene, cell: Cell, match: re.Match[str], subject: Filler, metric: Filler
) -> Draft:
    lead = len(cell.text) - len(cell.text.lstrip())
    offset = cell.start + lead

    def place(*groups: str) -> tuple[int, int]:
        return offset + match.start(groups[0]), offset + match.end(groups[-1])

    scaled = "scale" if match["scale"] else "value"
    unit = "before" if match["before"] else "unit" if match["unit"] else None
    start = min(subject.start or cell.start, cell.start)
    return draft(
        Kind.MEASURE,
        (max(sentence.start, start), cell.end),
        when=period_of(scene),
        modality=Modality.ACTUAL,
        confidence=0.65,
        subject=subject,
        metric=metric,
        value=sentence.cut(*place("value", scaled)),
        unit=_stripped(sentence, *place(unit)) if unit else _unit_of(metric),
        basis=counter_of(sentence, scene),
    )


def _stripped(sentence: Sentence, start: int, end: int) -> Filler:
    return sentence.cut(start, start + len(sentence.text[start - sentence.start : end - sentence.start].rstrip()))


def _unit_of(metric: Filler) -> Filler | None:
    """A metric of one word in the plural is its own unit: “Troops”, “Hulls”."""
    return metric if metric.start is not None and metric.text.isalpha() and metric.text.endswith(("s", "l")) else None


_LABELLED = re.compile(
    r"(?:^|(?<=[;·•\n])|(?<=\. ))\s*[-–•*·]?\s*(?P<label>[A-Z][A-Za-z'’/&() -]{2,48}?)\s*(?::|\.{3,}|=)\s*"
    rf"(?:approx\.?|about|some|c\.|ca\.?|over|up to|around)?\s*(?P<unit>(?:{CURRENCY_SIGNS})\s?)?"
    r"(?P<value>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>\s?(?:million|billion|bn|m|k)\b)?"
    r"(?![\d,.]*\d)(?=\s*(?:[(;,.]|$|\n|%|[a-z]))",
)


def find_labelled(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """Figures behind a label: “Refusals: 83 (value 16 m)”, “Strength ..... 83”."""
    for match in _LABELLED.finditer(sentence.text):
        start, end = sentence.start + match.start("value"), sentence.start + match.end("value")
        if any(date.start < end and start < date.end for date in sentence.dates) or _YEAR.fullmatch(match["value"]):
            continue
        label = sentence.cut(sentence.start + match.start("label"), sentence.start + match.end("label"))
        subject = _labelled_subject(label, sentence, scene)
        if not subject:
            continue
        scale_end = sentence.start + match.end("scale") if match["scale"] else end
        yield draft(
            Kind.MEASURE,
            (label.start or start, scale_end),
            confidence=0.6,
            subject=subject,
            metric=label,
            value=sentence.cut(start, scale_end),
            unit=_labelled_unit(match, sentence),
        )


def _labelled_unit(match: re.Match[str], sentence: Sentence) -> Filler | None:
    """The currency before a labelled figure, or the per cent behind it."""
    if match["unit"]:
        return _stripped(sentence, sentence.start + match.start("unit"), sentence.start + match.end("unit"))
    share = _PER_CENT.match(sentence.text, match.end())
    return sentence.cut(sentence.start + share.start("unit"), sentence.start + share.end("unit")) if share else None


_PER_CENT = re.compile(rf"\s?(?P<unit>{PERCENTS})")


def _labelled_subject(label: Filler, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """A label that is a name has the figure itself; else whoever the lines before speak of has it."""
    named: list[Mention] = [
        each for each in sentence.mentions if each.start == label.start and each.end == label.end and not each.generic
    ]
    if named:
        return (named[0].filler(),)
    return context_of(sentence, label.start or sentence.start, scene)
