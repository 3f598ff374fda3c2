"""Find the dates in a text: forms first, then whether they are dates, ranges, and how the sentence uses them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from foedera.claims.dates import calendar_forms, period_forms, relative_forms, running_forms
from foedera.claims.dates.clock import Clock
from foedera.claims.dates.guards import is_date
from foedera.claims.dates.mention import DateMention, DateSense
from foedera.claims.dates.rule import Rule
from foedera.claims.dates.senses import is_joined, opened, sense_at, spanned
from foedera.model.errors import DateInvalid
from foedera.model.time import Span

# The first rule that reads a place has it, so longer forms stand before the shorter ones that they begin with.
RULES: tuple[Rule, ...] = calendar_forms.RULES + period_forms.RULES + relative_forms.RULES + running_forms.RULES

# What nearly every date has somewhere; a text without any of it costs one search.
_HINT = re.compile(
    r"\d|[Jj]anuary|[Ff]ebruary|March|April|May|June|July|August|September|October|November|December|J[Aa][Nn]|F[Ee][Bb]"
    r"|M[Aa][RrYy]|A[PpUu][RrGg]|J[Uu][NnLl]|S[Ee][Pp]|O[Cc][Tt]|N[Oo][Vv]|D[Ee][Cc]|day\b|DAY|morrow|night|morning|noon|evening|year|month|week"
    r"|ago\b|decade|ties\b|spring|summer|autumn|fall|winter|Xmas|Christmas|Easter"
)


_OPENINGS = (
    "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun the\\s this\\s that\\s these\\s last\\s "
    "next\\s past\\s coming\\s earl late mid end close begin start middle opening final\\s first second third fourth "
    "fifth sixth seventh eighth ninth tenth eleventh twelfth thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twent thirt fort fift sixt sevent eight ninet one\\s two\\s three\\s four\\s five\\s six\\s seven\\s nine\\s ten\\s eleven "
    "twelve a\\scouple a\\s(?:day|week|month|year|decade|fortnight) spring summer autumn fall winter today yesterday "
    "tomorrow tonight overnight same\\s very\\s current\\s previous\\s following\\s week q[1-4] h[12] fy fiscal financial "
    "christmas xmas easter new\\s europe bastille armistice about\\s around\\s c\\. ca\\. circa year"
)


def _without_names(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern).replace("(?P=by)", "[./-]")


def _gate() -> str:
    """What every form begins with, by first letter: turns nearly all words away before the forms are tried."""
    openings: dict[str, set[str]] = {}
    for word in _OPENINGS.split():
        openings.setdefault(word[0], set()).add(word[1:])
    letters = (f"{first}(?:{'|'.join(sorted(rest))})" for first, rest in sorted(openings.items()))
    return r"(?=\d|['’]\d|(?i:" + "|".join(letters) + "))"


_START = re.compile(
    r"(?<!\w)" + _gate() + "(?:" + "|".join(_without_names(rule.pattern) for rule in RULES) + r")(?!\w)"
)
_LEAP_YEAR = Clock(Span.parse("2000"))  # any year that has every day
_BREAK = re.compile(r"[;\n|:•]|[.!?]\W")
_WORD = re.compile(r"\W*\w+")


@dataclass(frozen=True, slots=True)
class _Core:
    """A date as it stands in the text, before its neighbours are looked at.

    `unplaced`: its year is not known unless a neighbour tells it; `span` lies in a year that is none.
    """

    start: int
    end: int
    span: Span
    relative: bool
    unplaced: bool = False
    anchor: Span | None = None
    rule: str = ""


def find_dates(
    text: str, reference: Span | None, *, future: bool | None = None, running: Span | None = None
) -> tuple[DateMention, ...]:
    """The dates in `text`, in its order; they do not overlap, and offsets are code points of `text`.

    `reference` is the document's own date; without it, dates that need it are left out. `running` is the
    date at which the text stands, for "that year" and "the same month"; a date in the text takes its
    place. `future` says whether the text looks ahead; None takes the reading nearest to `reference`.
    """
    if _HINT.search(text) is None:
        return ()
    clock = Clock(reference, running, future)
    cores = _find_cores(text, clock)
    mentions: list[DateMention] = []
    at = 0
    while at < len(cores):
        mention = _range(text, cores[at : at + 2])
        if mention is None and not cores[at].unplaced:
            mention = _single(text, cores[at], clock)
        at += 2 if mention is not None and len(mention.parts) == 2 else 1
        if mention is not None:
            mentions.append(mention)
    return tuple(mentions)


def resolve(mention: DateMention, reference: Span | None, future: bool | None) -> DateMention:
    """The same mention, counted anew from `reference` for a sentence that looks ahead or back; None: whichever is nearest.

    An absolute date, and one that `reference` cannot tell, comes back as it is.
    """
    if not mention.relative or not mention.parts:
        return mention
    clock = Clock(reference, mention.anchor, future)
    found = [core for part in mention.parts if (core := _read_whole(part, clock)) is not None]
    if found and (lean := _leaning(mention.sense, found[0].rule, future)) is not future:
        clock = replace(clock, future=lean)
        found = [core for part in mention.parts if (core := _read_whole(part, clock)) is not None]
    if len(found) != len(mention.parts):
        return mention
    counted = found[0].span if len(found) == 1 else _joined(mention.parts, found)
    if counted is None:
        return mention
    return replace(mention, core=counted, span=opened(counted, mention.sense, mention.parts[-1]))


def _find_cores(text: str, clock: Clock) -> list[_Core]:
    cores: list[_Core] = []
    at = 0
    while (start := _START.search(text, at)) is not None:
        core = _core_at(text, start.start(), replace(clock, told=_told(text, cores, start.start())))
        if core is None:
            skipped = _WORD.match(text, start.start())
            at = skipped.end() if skipped else start.start() + 1
            continue
        if not core.unplaced and (not core.relative or clock.running is None):
            clock = replace(clock, running=core.span)
        cores.append(core)
        at = core.end
    return cores


def _told(text: str, cores: list[_Core], start: int) -> Span | None:
    if not cores or cores[-1].relative or cores[-1].span.edtf.count("-") == 0:
        return None
    last = cores[-1]
    same_month = last.span.earliest.replace(day=1) == last.span.latest.replace(day=1)
    return last.span if same_month and not _BREAK.search(text, last.end, start) else None


def _core_at(text: str, start: int, clock: Clock) -> _Core | None:
    for rule in RULES:
        found = rule.form.match(text, start)
        if found is None or not is_date(rule.name, text, start, found.end()):
            continue
        span = _read(rule, found, clock)
        if span is not None:
            fixed = clock.told is not None and _read(rule, found, replace(clock, told=None)) != span
            relative = not fixed and _read(rule, found, Clock(None)) != span
            return _Core(start, found.end(), span, relative, anchor=clock.running, rule=rule.name)
        if clock.reference is None and (span := _read(rule, found, _LEAP_YEAR)) is not None:
            return _Core(start, found.end(), span, relative=True, unplaced=True, rule=rule.name)
    return None


def _read(rule: Rule, found: re.Match[str], clock: Clock) -> Span | None:
    edtf = rule.read(found, clock)
    try:
        return None if edtf is None or edtf.startswith("0000") else Span.parse(edtf)
    except DateInvalid:
        return None


def _read_whole(part: str, clock: Clock) -> _Core | None:
    for rule in RULES:
        found = rule.form.fullmatch(part)
        span = None if found is None else _read(rule, found, clock)
        if found is not None and span is not None:
            return _Core(0, len(part), span, relative=_read(rule, found, Clock(None)) != span, rule=rule.name)
    return None


def _range(text: str, cores: list[_Core]) -> DateMention | None:
    if len(cores) < 2:
        return None
    first, last = cores
    listed = text[max(0, first.start - 2) : first.start] == ", "  # "1990, 1991 and 1992" are three
    adjacent = not listed and _follow(first, last)
    if not is_joined(text, first.start, first.end, last.start, adjacent=adjacent):
        return None
    parts = (text[first.start : first.end], text[last.start : last.end])
    span = None if first.unplaced and last.unplaced else _joined(parts, cores)
    if span is None:
        return None
    start, end, relative = first.start, last.end, first.relative and last.relative
    return DateMention(start, end, text[start:end], span, DateSense.RANGE, span, relative, first.anchor, parts)


def _follow(first: _Core, last: _Core) -> bool:
    """Whether one month or year follows the other, as in "August and September 2015"."""
    one, other = first.span, last.span
    if len(one.edtf) != len(other.edtf) or len(one.edtf) not in (4, 7) or "X" in one.edtf or "X" in other.edtf:
        return False
    if len(one.edtf) == 4:
        return other.earliest.year == one.earliest.year + 1
    return other.earliest.month == one.earliest.month % 12 + 1


def _single(text: str, core: _Core, clock: Clock) -> DateMention:
    part = text[core.start : core.end]
    sense, start, end = sense_at(text, core.start, core.end, core.span)
    counted = core.span
    if core.relative and (future := _leaning(sense, core.rule, clock.future)) != clock.future:
        again = _read_whole(part, Clock(clock.reference, core.anchor, future))
        counted = again.span if again else counted
    span = opened(counted, sense, part)
    return DateMention(start, end, text[start:end], span, sense, counted, core.relative, core.anchor, (part,))


def _leaning(sense: DateSense, rule: str, future: bool | None) -> bool | None:
    """Whether a date lies ahead by its own sense: what has lasted since May began in the past."""
    if sense is DateSense.SINCE:
        return False
    return True if rule == "weekday" and sense in (DateSense.UNTIL, DateSense.BEFORE) else future


def _joined(parts: tuple[str, ...], cores: list[_Core]) -> Span | None:
    """The range of two dates; one without a year takes the year of the other."""
    first, last = cores
    if first.relative and not last.relative:
        first = _with_year(parts[0], last.span.latest.year, first)
        if first.span.earliest > last.span.latest:
            first = _with_year(parts[0], last.span.latest.year - 1, first)
    elif last.relative and not first.relative:
        last = _with_year(parts[1], first.span.earliest.year, last)
        if first.span.earliest > last.span.latest:
            last = _with_year(parts[1], first.span.earliest.year + 1, last)
    return spanned(first.span, last.span)


def _with_year(part: str, year: int, core: _Core) -> _Core:
    if not 1 <= year <= 9999:
        return core
    return _read_whole(part, Clock(Span.parse(f"{year:04}"))) or core
