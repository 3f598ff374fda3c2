"""The words that dates are made of, as pieces of a regular expression, and what each counts for."""

from __future__ import annotations

import re
from typing import Final

_MONTH_NAMES: Final = "January February March April May June July August September October November December".split()
_DAY_NAMES: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

MONTHS: Final = {name[:3].lower(): number for number, name in enumerate(_MONTH_NAMES, 1)}
WEEKDAYS: Final = {name[:3].lower(): number for number, name in enumerate(_DAY_NAMES)}
# ISO 8601-2, 4.8: seasons without a place.
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
SEASON_MONTH: Final = {21: 3, 22: 6, 23: 9, 24: 12}
ROMAN_MONTHS: Final = {roman: number for number, roman in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
COUNTS: Final = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "thirty": 30, "forty": 40, "fifty": 50}
ORDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDINALS |= {f"twenty-{word}": 20 + number for word, number in ORDINALS.items() if number < 10 and word.isalpha()}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
DECADE_WORDS: Final = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

# Days with a name that fall on the same date every year.
FEASTS: Final = {
    "New Year's Day": (1, 1),
    "New Year’s Day": (1, 1),
    "New Year's Eve": (12, 31),
    "New Year’s Eve": (12, 31),
    "Europe Day": (5, 9),
    "Bastille Day": (7, 14),
    "Armistice Day": (11, 11),
    "Christmas Day": (12, 25),
    "Christmas Eve": (12, 24),
}


def _month_pattern() -> str:
    spelled = []
    for name in _MONTH_NAMES:
        short = {"September": r"Sept?\.?", "May": ""}.get(name, rf"{name[:3]}\.?")
        forms = (name, name.upper(), short, short.upper().replace("T?", "T?") if short else "")
        spelled.append("|".join(form for form in forms if form))
    return "(?:" + "|".join(spelled) + r")(?![A-Za-z])"


def _weekday_pattern() -> str:
    return "(?:" + "|".join(f"{name}|{name.upper()}" for name in _DAY_NAMES) + ")"


MONTH: Final = _month_pattern()
SHORT_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
ROMAN: Final = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})"
WEEKDAY: Final = _weekday_pattern()
SHORT_WEEKDAY: Final = r"(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?"
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?!\d|:\d|[.,]\d{3})(?:st|nd|rd|th)?"
# 1500 to 2099: what a bare number may be as a year; anything else is a quantity or a name.
YEAR: Final = r"(?:1[5-9]|20)\d\d"
SEASON: Final = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
COUNT: Final = (
    r"(?:\d{1,3}|[Aa](?: couple of|n)?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en"
    r"|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen"
    r"|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty)"
)
ORDINAL: Final = (
    r"(?:1st|2nd|3rd|4th|(?:[Tt]wenty-|[Tt]hirty-)?[Ff]irst|[Tt]wenty-(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth"
    r"|[Tt]enth|[Ee]leventh|[Tt]welfth|[Tt]hirteenth|[Ff]ourteenth|[Ff]ifteenth|[Ss]ixteenth|[Ss]eventeenth"
    r"|[Ee]ighteenth|[Nn]ineteenth|[Tt]wentieth|[Tt]hirtieth)"
)
DASH: Final = r"(?:\s?[-‐‑–—−]\s?)"
# A part of a period leaves the period as it is: "early 2025" is 2025.
PART: Final = (
    r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id(?:dle)?)(?:\s+in)?(?:\s|[-‐‑–])\s?(?:of\s+)?"
    r"|(?:[Tt]he\s+)?(?:[Ee]nd|[Cc]lose|[Bb]eginning|[Ss]tart|[Mm]iddle|[Oo]pening|(?:last|final|first|second)\s+"
    r"(?:days?|weeks?|fortnight))(?:[-‐‑–]|\s+of\s+)(?:the\s+)?"
    r"|(?:[Tt]he\s+)?(?:first|second)\s+half\s+of\s+(?=[A-Z])|(?:[Tt]he\s+)?[Ee]nd[-\s](?=\d{4}))"
)


def month_number(written: str) -> int:
    """The number of a month's name, full or short, or of a Roman numeral."""
    return ROMAN_MONTHS.get(written) or MONTHS[written[:3].lower()]


def day_number(written: str) -> int:
    """The day that "3", "03" or "3rd" writes."""
    return int(re.sub(r"\D", "", written))


def count_of(written: str) -> int:
    """The number that "3", "three" or "a" counts."""
    word = written.lower()
    return int(word) if word.isdecimal() else COUNTS[word]
