"""Date expressions in a text, resolved against the document's own date: text + date → EDTF.

`find_dates` is pure. An expression without a year gets two readings: the last such day before the document's date, for
what has happened, and the next one, for what is planned.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

_MONTHS = "january february march april may june july august september october november december".split()
MONTHS = (
    {m: n + 1 for n, m in enumerate(_MONTHS)} | {m[:3]: n + 1 for n, m in enumerate(_MONTHS)} | {"sept": 9, "juin": 6}
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
DAYS = {d[:3]: n for n, d in enumerate(_DAYS)}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NUMBERS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ROMAN = {r: n + 1 for n, r in enumerate("I II III IV V VI VII VIII IX X XI XII".split())}


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that name a time: `text[start:end]`, what it is when past and when to come, and the word that frames it."""

    start: int
    end: int
    past: str
    future: str
    frame: str = ""  # "since", "until", "by" or ""

    def reading(self, *, planned: bool, lasting: bool = True, due: bool = True) -> str:
        """EDTF; `since` leaves it open at the end where the thing lasts, `until` at the beginning.

        "By" a day is open too where something is `due`; what had been reached by then is of that day.
        """
        value = self.future if planned else self.past
        if not value or "/" in value:
            return value
        if (self.frame == "until" and lasting) or (self.frame == "by" and due):
            return f"../{value}"
        if self.frame == "since" and lasting:
            return f"{value}/.."
        return value


_MONTH = r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUNE|JULY|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC|JANUARY|FEBRUARY|MARCH|APRIL|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b\.?"
_YEAR = r"(?P<{0}>1[5-9]\d\d|20\d\d)"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_DASH = r"\s*(?:-|–|—|to|and|through|until|till|&|/)\s*"
_WEEKDAY = r"(?P<w>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,/-])(?:" + "".join(parts) + r")(?!\w)")


def _p(template: str) -> re.Pattern[str]:
    filled = re.sub(
        r"<(M|Y|D)(\w)>", lambda m: {"M": _MONTH, "Y": _YEAR, "D": _DAY}[m[1]].format(m[1].lower() + m[2]), template
    )
    return re.compile(r"(?<![\w/])" + filled.replace("<W>", _WEEKDAY).replace("<->", _DASH) + r"(?!\w)")


def find_dates(text: str, document_date: str = "") -> list[DateExpression]:
    """Every date expression of `text`, in order, none overlapping another; the longest reading at a place wins."""
    own = _parse(document_date)
    found: list[DateExpression] = []
    taken: list[tuple[int, int]] = []
    years = [(m.start(), int(m[0])) for m in re.finditer(r"(?<![\w.,])(?:1[5-9]\d\d|20\d\d)(?!\w|,\d)", text)]
    for pattern, read in _READERS:
        for m in pattern.finditer(text):
            if any(m.start() < b and m.end() > a for a, b in taken):
                continue
            values = read(m, own, [y for at, y in years if at < m.start()])
            if values:
                taken.append((m.start(), m.end()))
                past, future = values if isinstance(values, tuple) else (values, values)
                found.append(DateExpression(m.start(), m.end(), past, future))
    found.sort(key=lambda d: d.start)
    found = _with_months_of_context(text, found)
    return [replace(d, frame=_frame(text, d)) for d in found]


_SAME_MONTH = re.compile(
    r"\b(?:(?:that|the same)(?: same)? month|the (?P<t>following|previous|preceding) month|a month (?P<u>later|earlier)|the month (?P<v>after|before))\b",
    re.I,
)


def _with_months_of_context(text: str, found: list[DateExpression]) -> list[DateExpression]:
    """Adds "the following month" and its like, counted from the last month named before."""
    more = []
    for m in _SAME_MONTH.finditer(text):
        before = [d for d in found if d.end <= m.start() and re.match(r"\d{4}-(?:0\d|1[0-2])", d.past)]
        if not before:
            continue
        word = (m["t"] or m["u"] or m["v"] or "").lower()
        shift = 1 if word in ("following", "later", "after") else -1 if word else 0
        index = int(before[-1].past[:4]) * 12 + int(before[-1].past[5:7]) - 1 + shift
        value = _iso(index // 12, index % 12 + 1)
        more.append(DateExpression(m.start(), m.end(), value, value))
    return sorted([*found, *more], key=lambda d: d.start)


_SINCE = re.compile(
    r"(?:\bsince|\bas from|\bas of|\bwith effect from|\beffective(?: from)?|\bfrom|\bfrom as early as|\bstarting(?: in| on)?|\bbeginning(?: in| on)?|\bafter)(?: at least| about| around| early| late| mid| the)*[\s-]*(?:\w+day,? )?$",
    re.I,
)
_UNTIL = re.compile(
    r"(?:\bby|\buntil|\btill|\bbefore|\bno later than|\bnot later than|\bup to|\bthrough|\bprior to|\bexpires on|\buntil at least|\bahead of)(?: at least| about| around| early| late| mid| the| the end of| end of| end| the middle of| the close of| the beginning of)*[\s-]*(?:\w+day,? )?$",
    re.I,
)


def _frame(text: str, d: DateExpression) -> str:
    inside = _OPENING.match(text, d.start, d.end)  # "since July": the word may belong to the expression
    before = text[max(0, d.start - 40) : inside.end() if inside else d.start]
    if _UNTIL.search(before):
        return "" if _NOT.search(before) else "by" if _BY.search(before) else "until"
    return "since" if _SINCE.search(before) else ""


_OPENING = re.compile(r"(?:since|until|till|before|by|from)[\s-]", re.I)
_NOT = re.compile(r"(?:n't|\bnot?|never|through on)\b[^.]*$|\bthrough the $", re.I)
_BY = re.compile(r"\bby\b[^.]*$", re.I)


def _parse(value: str) -> date | None:
    m = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$", value or "")
    if not m:
        return None
    year, month = int(m[1]), int(m[2] or 12)
    return date(year, month, int(m[3] or calendar.monthrange(year, month)[1]))


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _iso(year: int, month: int | None = None, day: int | None = None) -> str:
    if day is not None:
        try:
            return date(year, month or 1, day).isoformat()
        except ValueError:
            return ""
    return f"{year:04d}-{month:02d}" if month else f"{year:04d}"


def _both(
    own: date | None,
    years: list[int],
    month: int,
    day: int | None = None,
    day2: int | None = None,
    month2: int | None = None,
):
    """A day or month without a year: last and next before and after the document's own date."""
    if own is None:
        if not years:
            return None
        return _range(years[-1], month, day, day2, month2)
    last = own.year if (month, day or 1) <= (own.month, own.day) else own.year - 1
    coming = own.year if (month, day or 31) >= (own.month, own.day) else own.year + 1
    if day is None:
        last = own.year if month <= own.month else own.year - 1
        coming = own.year if month >= own.month else own.year + 1
    return _range(last, month, day, day2, month2), _range(coming, month, day, day2, month2)


def _range(year: int, month: int, day: int | None, day2: int | None, month2: int | None) -> str:
    first = _iso(year, month, day)
    if day2 is None and month2 is None:
        return first
    second_month = month2 or month
    return f"{first}/{_iso(year + (second_month < month), second_month, day2)}"


def _read_full(m, own, years):
    return _iso(int(m["y1"]), _month(m["m1"]), int(m["d1"]))


def _read_month_year(m, own, years):
    return _iso(int(m["y1"]), _month(m["m1"]))


def _read_days_year(m, own, years):
    return _range(int(m["y1"]), _month(m["m1"]), int(m["d1"]), int(m["d2"]), None)


def _read_days_months_year(m, own, years):
    year, a, b = int(m["y1"]), _month(m["m1"]), _month(m["m2"])
    return f"{_iso(year - (a > b), a, int(m['d1']))}/{_iso(year, b, int(m['d2']))}"


def _read_full_range(m, own, years):
    return f"{_iso(int(m['y1']), _month(m['m1']), int(m['d1']))}/{_iso(int(m['y2']), _month(m['m2']), int(m['d2']))}"


def _read_months_year(m, own, years):
    y, a, b = int(m["y1"]), _month(m["m1"]), _month(m["m2"])
    return f"{_iso(y - (a > b), a)}/{_iso(y, b)}"


def _read_month_range(m, own, years):
    return f"{_iso(int(m['y1']), _month(m['m1']))}/{_iso(int(m['y2']), _month(m['m2']))}"


def _short_year(year: int, short: str) -> int:
    return int(short) if len(short) == 4 else year // 100 * 100 + int(short)


def _read_years(m, own, years):
    first = int(m["y1"])
    second = _short_year(first, m["s"])
    return f"{first}/{second}" if first < second <= first + 120 else None


def _read_numeric(m, own, years):
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
    if year < 100:
        year += 2000 if year < 60 else 1900
    day, month = (b, a) if b > 12 >= a else (a, b)
    return _iso(year, month, day) if 1 <= month <= 12 else None


def _read_dotted(m, own, years):
    month = ROMAN[m["r"]]
    return _iso(int(m["y1"]), month, int(m["d1"]))


def _read_iso(m, own, years):
    return m[0] if _parse(m[0]) else None


def _read_day_short_year(m, own, years):
    return _iso(2000 + int(m["s"]), _month(m["m1"]), int(m["d1"]))


def _read_day(m, own, years):
    groups = m.groupdict()
    second = groups.get("d2")
    return _both(own, years, _month(m["m1"]), int(m["d1"]), int(second) if second else None)


def _read_days_months(m, own, years):
    return _both(own, years, _month(m["m1"]), int(m["d1"]), int(m["d2"]), _month(m["m2"]))


def _read_that_year(m, own, years):
    if not years:
        return None
    groups = m.groupdict()
    return _iso(years[-1], _month(m["m1"]), int(groups["d1"]) if groups.get("d1") else None)


def _read_year_word_month(m, own, years):
    if own is None:
        return None
    word = re.sub(r"^of ", "", m["t"].lower())
    shift = {"last year": -1, "this year": 0, "next year": 1, "the following year": 1}[word]
    groups = m.groupdict()
    return _iso(own.year + shift, _month(m["m1"]), int(groups["d1"]) if groups.get("d1") else None)


def _read_month(m, own, years):
    word = (m["t"] or "").strip().lower()
    month = _month(m["m1"])
    if own is not None and word == "last":
        year = own.year if month < own.month else own.year - 1
        return _iso(year, month)
    if own is not None and word in ("next", "this coming"):
        return _iso(own.year if month > own.month else own.year + 1, month)
    return _both(own, years, month)


def _read_year(m, own, years):
    return m["y1"]


def _read_own_year(m, own, years):
    return _iso(own.year) if own else None


def _read_short_year(m, own, years):
    short = int(m["s"])
    latest = own.year % 100 + 10 if own else 40
    year = (2000 if short <= latest else 1900) + short
    return _iso(year, _month(m["m1"]) if m["m1"] else None)


def _read_decade(m, own, years):
    return m["y1"][:3] + "X"


def _quarter(year: int, n: int) -> str:
    return f"{year}-{3 * n - 2:02d}/{year}-{3 * n:02d}"


def _read_quarter(m, own, years):
    n = int(m["q"]) if m["q"].isdigit() else ORDINALS.get(m["q"].lower())
    year = _year_of(m["y"], own)
    if year:
        return _quarter(year, n)
    if own is None or m["y"]:
        return None
    return _quarter(own.year if 3 * n - 2 <= own.month else own.year - 1, n), _quarter(
        own.year if 3 * n >= own.month else own.year + 1, n
    )


def _read_half(m, own, years):
    year = _year_of(m["y"], own) or (own.year if own and not m["y"] else None)
    if not year:
        return None
    return f"{year}-01/{year}-06" if m["q"].lower() in ("first", "1st", "1") else f"{year}-07/{year}-12"


def _year_of(words: str | None, own: date | None) -> int | None:
    if not words:
        return None
    words = words.lower().strip()
    if words[-4:].isdigit():
        return int(words[-4:])
    if own is None:
        return None
    return own.year + {"last year": -1, "this year": 0, "next year": 1}.get(words, 0)


def _read_season(m, own, years):
    season = SEASONS[m["s"].lower()]
    year = _year_of(m["y"], own)
    if year:
        return f"{year}-{season}"
    if own is None:
        return None
    word = (m["t"] or "").lower().strip()
    starts = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    ends = {21: 5, 22: 8, 23: 11, 24: 14}[season]
    last = own.year if starts < own.month or (starts == own.month and word != "last") else own.year - 1
    if word == "last" and own.month <= ends and starts <= own.month:
        last = own.year - 1
    coming = own.year if own.month <= min(ends, 12) else own.year + 1
    if word == "this":
        return f"{own.year}-{season}"
    if word == "last":
        return f"{last}-{season}"
    return f"{last}-{season}", f"{coming}-{season}"


def _read_weekday(m, own, years):
    if own is None:
        return None
    wanted = DAYS[m["w"].lower()[:3]]
    word = (m["t"] or "").lower().strip()
    back = (own.weekday() - wanted) % 7
    ahead = (wanted - own.weekday()) % 7
    past = own - timedelta(days=back or (7 if word == "last" else 0))
    future = own + timedelta(days=ahead or (7 if word in ("next", "this coming", "coming") else 0))
    if word == "last":
        future = past
    if word in ("next", "this coming", "coming"):
        past = future
    return past.isoformat(), future.isoformat()


def _read_day_word(m, own, years):
    if own is None:
        return None
    word = m[0].lower()
    shift = -1 if word in ("yesterday", "last night", "overnight") else 1 if word == "tomorrow" else 0
    return (own + timedelta(days=shift)).isoformat()


def _read_period_word(m, own, years):
    if own is None:
        return None
    shift = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[m["t"].lower()]
    unit = m["u"].lower()
    if unit == "year":
        return _iso(own.year + shift)
    if unit == "month":
        index = own.year * 12 + own.month - 1 + shift
        return _iso(index // 12, index % 12 + 1)
    if unit == "week":
        monday = own - timedelta(days=own.weekday()) + timedelta(weeks=shift)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    saturday = (
        own - timedelta(days=(own.weekday() - 5) % 7) if shift <= 0 else own + timedelta(days=(5 - own.weekday()) % 7)
    )
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def _read_ago(m, own, years):
    if own is None:
        return None
    n = int(m["n"]) if m["n"].isdigit() else NUMBERS.get(m["n"].lower())
    if n is None:
        return None
    unit = m["u"].lower()
    if unit.startswith("year"):
        return _iso(own.year - n)
    if unit.startswith("month"):
        index = own.year * 12 + own.month - 1 - n
        return _iso(index // 12, index % 12 + 1)
    days = n * (7 if unit.startswith("week") else 1)
    return (own - timedelta(days=days)).isoformat()


def _read_earlier(m, own, years):
    base = years[-1] if years else own.year if own else None
    if base is None:
        return None
    word = m[0].lower()
    return _iso(base + (1 if "later" in word or "following" in word or "after" in word else -1))


def _read_same_year(m, own, years):
    return _iso(years[-1]) if years else None


_OF = r"(?:,? (?:of )?(?P<y>(?:20|19)\d\d|last year|this year|next year))?"
_READERS = [
    (_p(r"<D1>\s+<M1>,?\s+<Y1><-><D2>\s+<M2>,?\s+<Y2>"), _read_full_range),
    (_p(r"<D1>\s*<M1><-><D2>\s*<M2>,?\s+<Y1>"), _read_days_months_year),
    (_p(r"<M1>\s+<D1><-><M2>\s+<D2>,?\s+<Y1>"), _read_days_months_year),
    (_p(r"<D1><-><D2>\s+<M1>,?\s+<Y1>"), _read_days_year),
    (_p(r"<M1>\s+<D1><-><D2>,?\s+<Y1>"), _read_days_year),
    (_p(r"<D1>(?:\s+day)?(?:\s+of)?[\s-]+<M1>,?[\s-]+<Y1>"), _read_full),
    (_p(r"<M1>\s+<D1>,?\s+<Y1>"), _read_full),
    (re.compile(r"(?<![\w.])(?:19|20)\d\d-\d\d-\d\d(?!\w)"), _read_iso),
    (re.compile(r"(?<![\w.])(?P<a>[0-3]?\d)[./](?P<b>[0-3]?\d)[./](?P<y>(?:19|20)\d\d|\d\d)(?![\w.]\d)"), _read_numeric),
    (re.compile(r"(?<!\w)(?P<d1>[0-3]?\d)[ .](?P<r>XII|XI|IX|IV|VIII|VII|VI|V|III|II|I|X)[ .](?P<y1>(?:19|20)\d\d)(?!\w)"), _read_dotted),
    (_p(r"<M1>\s+<Y1><-><M2>\s+<Y2>"), _read_month_range),
    (_p(r"<M1><-><M2>\s+<Y1>"), _read_months_year),
    (_p(r"<D1>\s+<M1>\s+(?P<t>(?:of )?(?:last year|this year|next year|the following year))"), _read_year_word_month),
    (_p(r"<D1>\s+<M1>\s+(?:of )?(?:that|the same) year"), _read_that_year),
    (_p(r"<M1>\s+<D1>\s+(?P<t>(?:of )?(?:last year|this year|next year))"), _read_year_word_month),
    (_p(r"<M1>\s+(?:of )?(?:that|the same) year"), _read_that_year),
    (_p(r"<M1>,?\s+(?P<t>(?:of )?(?:last year|this year|next year|the following year))"), _read_year_word_month),
    (_p(r"<M1>,?\s+(?:of )?<Y1>"), _read_month_year),
    (_p(r"<D1>\s+<M1>\s+(?P<s>[0-3]\d)"), _read_day_short_year),
    (_p(r"<D1>\s*<M1><-><D2>\s*<M2>"), _read_days_months),
    (_p(r"<M1>\s+<D1><-><M2>\s+<D2>"), _read_days_months),
    (_p(r"<D1><-><D2>\s+<M1>"), _read_day),
    (_p(r"<M1>\s+<D1><-><D2>"), _read_day),
    (_p(r"(?:the )?<D1>(?:\s+of)?[\s-]+<M1>"), _read_day),
    (_p(r"<M1>\s+(?:the )?<D1>"), _read_day),
    (re.compile(r"(?:\b(?P<q>first|second|third|fourth|last|1st|2nd|3rd|4th) quarter|\bQ(?P<q2>[1-4]))" + _OF, re.I), lambda m, own, years: _read_quarter(_Groups(m), own, years)),
    (re.compile(r"(?:\b(?P<q>first|second|1st|2nd) half|\bH(?P<q2>[12]))" + _OF, re.I), lambda m, own, years: _read_half(_Groups(m), own, years)),
    (re.compile(r"(?:\b(?P<t>last|this|next|the) )?\b(?P<s>spring|summer|autumn|winter)\b" + _OF, re.I), _read_season),
    (_p(r"(?:FY\s?)?<Y1>\s?[-–/]\s?(?P<s>(?:19|20)\d\d|\d\d)"), _read_years),
    (_p(r"(?:between |from )<Y1> (?:and|to|until|through) (?P<s>(?:19|20)\d\d)"), _read_years),
    (_p(r"(?<=in )<Y1> (?:and|&) (?P<s>(?:19|20)\d\d)"), _read_years),
    (_p(r"<Y1> to (?P<s>(?:19|20)\d\d)"), _read_years),
    (re.compile(r"(?<!\w)(?P<y1>(?:19|20)\d0)['’]?s(?!\w)"), _read_decade),
    (_p(r"(?:(?P<t>last|next|this coming|this|in|early|late|mid|By|by|since|until|before|In|Since|of|and|end|from|during)[\s-])<M1>"), lambda m, own, years: _read_month(_Lower(m), own, years)),
    (re.compile(r"\b(?:(?P<t>last|next|this coming|coming|this|on|On|by|until|since|from) )" + _WEEKDAY + r"(?!\w)"), _read_weekday),
    (re.compile(r"(?P<t>)\b(?P<w>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"), _read_weekday),
    (re.compile(r"\b(?:today|yesterday|tomorrow|tonight|this morning|this afternoon|this evening|last night|overnight|earlier today)\b", re.I), _read_day_word),
    (re.compile(r"\b(?:the (?:end|turn|close|rest|remainder) of the year|(?:later|earlier) in the year|year['’]?s[- ]end|year-end|New Year|Christmas)\b"), _read_own_year),
    (re.compile(r"(?<!\w)(?:(?P<m1>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\w*\.? )?['’](?P<s>[0-9]\d)(?![\ws])"), _read_short_year),
    (re.compile(r"\b(?P<t>last|past|previous|this|current|next|coming) (?P<u>year|month|week|weekend)\b", re.I), _read_period_word),
    (re.compile(r"\b(?P<n>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<u>years?|months?|weeks?|days?) ago\b", re.I), _read_ago),
    (re.compile(r"\b(?:an? year (?:earlier|before|later)|one year (?:earlier|later)|(?:in )?the (?:following|previous|preceding) year|the year (?:before|after))\b", re.I), _read_earlier),
    (re.compile(r"\b(?:that|the same) (?:same )?year\b", re.I), _read_same_year),
    (_p(r"<M1>(?![\s-][a-z])"), lambda m, own, years: _read_bare_month(m, own, years)),
    (re.compile(r"(?<![\w.,$€£#])(?P<y1>1[89]\d\d|20[0-6]\d)(?![\w%]|,\d|\.\d|[ ](?:men|women|soldiers|troops|people|personnel|km|metres|hours|tonnes|vehicles|aircraft|sailors|participants|kilometres|nautical|miles|houses|rounds))"), _read_year),
]  # fmt: skip


def _read_bare_month(m, own, years):
    word = m["m1"]
    return None if word in ("May", "March", "Mar", "Jan", "Dec", "MAY", "MARCH") else _both(own, years, _month(word))


class _Groups:
    """A match whose group `q` may stand in `q2`."""

    def __init__(self, m: re.Match[str]) -> None:
        self.m = m

    def __getitem__(self, key: str):
        return (self.m["q"] or self.m["q2"]) if key == "q" else self.m[key]


class _Lower:
    """A match of "in July", "last July": only the words that move the year count."""

    def __init__(self, m: re.Match[str]) -> None:
        self.m = m

    def __getitem__(self, key: str):
        if key == "t":
            word = (self.m["t"] or "").lower()
            return word if word in ("last", "next", "this coming") else ""
        return self.m[key]
