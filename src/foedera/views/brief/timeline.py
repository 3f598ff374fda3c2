"""The timeline of a brief as a picture: agreements above, what forces did below, meetings at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from foedera.model.claims import Claim
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.names.agreements import type_of_agreement
from foedera.views.brief import drawing as draw
from foedera.views.brief.content import Picture
from foedera.views.brief.deeds import MEETINGS, Deed
from foedera.views.brief.material import Material
from foedera.views.brief.standing import STATEMENT
from foedera.views.brief.wording import activity_word, counted, short
from foedera.views.spans import show_day, show_span
from foedera.views.statements import names, show_claim
from foedera.views.status import words

_LEFT, _RIGHT = 8.0, draw.WIDTH - 8.0
_LABELS = 9  # agreements that are named; more could not be read
_TOLD = ("in_force", "provisionally_applied", "signed", "announced", "adopted", "negotiating", "proposed", "terminated")
Mark = tuple[Span, str, str]  # when, title, label


def draw_timeline(material: Material, deeds: Sequence[Deed]) -> Picture | None:
    """What happened by the day, in the order of time; None if nothing has a day."""
    events = _events(material)
    marks = [(claim.when, show_claim(claim), _label(material, claim)) for claim in events if claim.when]
    field = [deed for deed in deeds if deed.type not in MEETINGS]
    meetings = [deed for deed in deeds if deed.type in MEETINGS]
    spans = [when for when, _, _ in marks] + [deed.when for deed in deeds if deed.when]
    if not spans:
        return None
    first = date(max(min(span.earliest for span in spans).year, material.on.year - 40), 1, 1)
    last = date(material.on.year + 1, 1, 1)
    days = (last - first).days

    def at(day: date) -> float:
        return _LEFT + (min(max(day, first), last) - first).days / days * (_RIGHT - _LEFT)

    named, depth = _named(marks, at)
    top = 16.0 + depth * 11
    rows = {"In the field and at sea": (field, draw.FIELD), "Meetings and visits": (meetings, draw.MEETING)}
    parts = [draw.text(_LEFT, 10, "Agreements and arrangements", size=7.5, fill=draw.AGREEMENT, bold=True), *named]
    y: float = top + 8
    for title, (group, colour) in rows.items():
        if group:
            parts.append(draw.text(_LEFT, y + 10, title, size=7.5, fill=colour, bold=True))
            drawn, height = _swarm(group, colour, at, y + 16)
            parts += drawn
            y += 20 + height
    height = y + 16
    axis = _axis(first, last, at, y)
    today = draw.line(at(material.on), 14, at(material.on), y, stroke=draw.INK, width=0.7, dash="2 2")
    alt = f"Timeline of {counted(len(marks), 'step')} of agreements, {counted(len(field), 'activity', 'activities')} in the field and {counted(len(meetings), 'meeting')}"
    caption = (
        f"Diamonds are steps of agreements, discs what forces did, squares meetings; a bar spans the days on which it can have been. "
        f"The broken line is {show_day(material.on)}."
    )
    claims = tuple(dict.fromkeys(claim.id for group in (events, *(deed.claims for deed in deeds)) for claim in group))
    return Picture(
        "timeline",
        draw.svg(draw.WIDTH, height, alt, *axis, today, *parts),
        alt,
        caption,
        claims,
        draw.WIDTH,
        int(height),
    )


def _events(material: Material) -> list[Claim]:
    """The steps of agreements by the day, each once; what statements are announced would crowd out the rest."""
    found: dict[tuple[str, str, str], Claim] = {}
    known = {answer.instrument: answer for answer in material.statuses}
    for claim in material.claims((Kind.INSTRUMENT_EVENT,)):
        instrument = next((filler.entity for filler in claim.fillers("instrument")), None)
        entity = material.record.entity(instrument) if instrument else None
        if entity is None or entity.id not in known or claim.when is None or claim.when.earliest > material.on:
            continue
        if type_of_agreement(entity) != STATEMENT and claim.word("event") in _TOLD and claim.confidence >= 0.5:
            found.setdefault((entity.id, claim.word("event"), claim.when.edtf[:7]), claim)
    return sorted(found.values(), key=lambda claim: (claim.when.earliest if claim.when else date.max, claim.id))


def _label(material: Material, claim: Claim) -> str:
    filler = claim.fillers("instrument")[0]
    entity = material.record.entity(filler.entity) if filler.entity else None
    name = filler.name or filler.text
    shorter = [alias for alias in (entity.aliases if entity else ()) if 3 < len(alias) < min(len(name), 24)]
    return f"{short(shorter[0] if shorter else name, 34)} {words(claim.word('event'))}"


def _named(marks: Sequence[Mark], at: Callable[[date], float]) -> tuple[list[str], int]:
    """The steps of agreements with their labels, in as many lines as they need; gives back how many these are."""
    ends: list[float] = []
    drawn: list[str] = []
    for place, (when, title, label) in enumerate(marks):
        x = _middle(when, at)
        wide = draw.width_of(label, 7.5)
        told = place >= len(marks) - _LABELS
        right = x + 8 + wide <= _RIGHT + 4
        begin, end = (x - 4, x + 8 + wide) if right else (x - 8 - wide, x + 4)
        if not told:
            begin, end = x - 4, x + 4
        row = next((row for row, taken in enumerate(ends) if taken + 3 <= begin), len(ends))
        ends[row : row + 1] = [end]
        y = 20.0 + row * 11
        drawn.append(_bar(when, at, y, draw.AGREEMENT))
        drawn.append(draw.diamond(x, y, 3.2, draw.AGREEMENT, f"{show_span(when)}: {title}"))
        if told:
            drawn.append(
                draw.haloed(x + (6 if right else -6), y + 2.6, label, size=7.5, anchor="start" if right else "end")
            )
    return drawn, len(ends)


def _middle(when: Span, at: Callable[[date], float]) -> float:
    begin, _, end = when.edtf.partition("/")
    if end == "..":
        return at(Span.parse(begin).earliest)
    return (at(when.earliest) + at(when.latest)) / 2


def _bar(when: Span, at: Callable[[date], float], y: float, colour: str) -> str:
    """The days on which it can have been, where they are more than a few."""
    if when.edtf.endswith("/..") or at(when.latest) - at(when.earliest) < 3:
        return ""
    return draw.line(at(when.earliest), y, at(when.latest), y, stroke=colour, width=1.4)


def _swarm(deeds: Iterable[Deed], colour: str, at: Callable[[date], float], top: float) -> tuple[list[str], float]:
    """A mark for each deed, set below another where they would cover each other; gives back how deep they go."""
    ends: list[float] = []
    drawn: list[str] = []
    for deed in deeds:
        if deed.when is None:
            continue
        x = _middle(deed.when, at)
        row = next((row for row, end in enumerate(ends) if end + 6.4 <= x), len(ends))
        ends[row : row + 1] = [x]
        y = top + row * 7
        name = next((filler.name or filler.text for filler in deed.claim.fillers("name")), "")
        title = (
            f"{show_span(deed.when)}: {name or activity_word(deed.type)}, {names(deed.claim.fillers('place'))}".rstrip(
                ", "
            )
        )
        drawn.append(_bar(deed.when, at, y, colour))
        shape = draw.circle if colour == draw.FIELD else draw.square
        drawn.append(shape(x, y, 3 if colour == draw.FIELD else 2.6, colour, title))
    return drawn, len(ends) * 7.0


def _axis(first: date, last: date, at: Callable[[date], float], y: float) -> list[str]:
    years = last.year - first.year
    step = next(step for step in (1, 2, 5, 10, 20) if years / step <= 14 or step == 20)
    parts = [draw.line(_LEFT, y, _RIGHT, y, stroke=draw.SOFT, width=0.7)]
    for year in range(first.year, last.year + 1):
        x = at(date(year, 1, 1))
        named = (year - first.year) % step == 0 and x < _RIGHT - 10
        parts.append(draw.line(x, 14, x, y + (4 if named else 2), stroke=draw.RULE, width=0.5))
        if named:
            parts.append(draw.text(x + 2, y + 10, str(year), size=7.5, fill=draw.SOFT))
    return parts
