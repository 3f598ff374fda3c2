"""When a form that could be a date is none: hull numbers, quantities, verbs and names."""

from __future__ import annotations

import re

from foedera.claims.dates.words import MONTH, YEAR

_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till?|by|before|after|from|during|of|for|to|through|between|and|or|on|last|next|this|early|late|"
    r"ago as|as of|as from|come|coming month of|starting|beginning|throughout|over|around|about|end-?|mid-?|the|every|each)"
    r"[\s(-]+$|[–—\-/(|:,;]\s*$",
    re.IGNORECASE,
)
_FULL_MONTH = re.compile(r"(?i:January|February|July|September|October|November|December)$|(?i:April|June|August)$")
_COUNTED = re.compile(
    r"\s?(?:%|°|(?:nm|km|kn|kg|hp|kW|MW|kt|mm|cm|m|ft|t|h|hrs?|hours|Z|GMT|UTC|LT|local|metres?|meters?|miles?|tonnes?|tons?"
    r"|personnel|people|persons|men|women|soldiers|sailors|troops|marines|officers|cadets|vehicles|aircraft|ships|rounds"
    r"|shells|missiles|drones|litres|barrels|points|votes|million|billion|bn|euros?|dollars?|pounds?|yen|employees|jobs"
    r"|kilomet(?:re|er)s|nautical|square|cubic|staff|staffers|students|houses|homes|families|companies|firms|members)\b)",
)
_NUMBER_OF = re.compile(
    r"(?:[$€£¥#№]\s?|\b(?:No|Nos|nr|Nr|no|[Nn]umbers?|Type|Top|Mk|Mark|Model|Class|Resolution|Regulation|Directive|UNSCR"
    r"|Document|Law|Act No|page|pages|pp?|paragraph|para|Room|Hall|Stand|Booth|Block|Article|at|EUR|USD|NOK|SEK|AUD|hull|pennant)\.?\s?"
    r"|\((?:EU|EC|EEC|CFSP|Euratom)\)\s(?:No\.?\s)?|[\d,.:/]|[A-Za-z\d]-|/)$"
)
_OLD_YEAR = re.compile(r"\b(?:in|since|of|until|from|by|before|after|between|and)\s$|\($")
_VERY_OLD_YEAR = re.compile(r"\b(?:in|since|of|until)\s$|\($")
_RESOLUTION = re.compile(r"\b(?:[Rr]esolutions?|UNSCR|Decision)\s[\d/]+\s?\($")
_TIME_OF_DAY = re.compile(r"\bat\s$")
_CAPITALISED = re.compile(r"[A-Z][\w'’-]+\s$")
_EVERY = re.compile(r"\b(?:each|every|every (?:second|other|third)|a|per|any|winter|summer)\s$", re.IGNORECASE)
_TO_MONTH = re.compile(rf"\s?[-–—/]\s?{MONTH}")
_AFTER_DAY = re.compile(r"\s*(?:$|[.,;:)\]–—!?]|(?:to|and|until|till|inclusive|in|at|with|when|as|the)\b)")
_BEFORE_SHORT = re.compile(r"\b(?:in|since|by|until|before|after|from|of)\s$")
_BEFORE_FEAST = re.compile(r"\b(?:at|by|before|until|since|after|over|this|last|next)\s$")
_NAME_AFTER = re.compile(r"\s[A-Z]")
_BEFORE_DAY = re.compile(r"\b(?:on|until|till|by|from|to|since|before|after|between|and)\s$|day,?\s$")


def is_date(rule: str, text: str, start: int, end: int) -> bool:
    """Whether what a rule matched at `start` to `end` is used as a date there."""
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    written = text[start:end]
    if rule == "year":
        return _is_year(written, before, after)
    if rule in ("years", "iso month"):
        return _NUMBER_OF.search(before) is None and not _COUNTED.match(after)
    if rule == "month":
        return _is_month(written, before) or _TO_MONTH.match(after) is not None
    if rule == "easter":
        return written[-1].isdecimal() or bool(_BEFORE_FEAST.search(before) and not _NAME_AFTER.match(after))
    if rule == "short year":
        return bool(_BEFORE_SHORT.search(before) or written[0] not in "'’")
    if rule == "season":
        return _is_season(written, before)
    if rule == "day of this month":
        return " of " in written or bool(_AFTER_DAY.match(after) and _BEFORE_DAY.search(before))
    if rule == "decade":
        return _NUMBER_OF.search(before) is None
    if rule in ("quarter", "half"):
        return (
            " of " in written
            or bool(re.search(r"\b(?:in|by|during|since|until|from|of|for)\s$", before))
            or (written[-4:].isdecimal())
        )
    return True


def _is_year(written: str, before: str, after: str) -> bool:
    year = re.search(YEAR, written)
    if year is None or _COUNTED.match(after) or _RESOLUTION.search(before):
        return False
    if not written[0].isdecimal():
        return True
    if _NUMBER_OF.search(before):
        return bool(re.search(r"\b(?:end|mid|late|early)-$", before))
    if int(year[0]) >= 1900:
        return True
    # older years are rarer than clock times and quantities, so they want a preposition
    return (_OLD_YEAR if int(year[0]) >= 1800 else _VERY_OLD_YEAR).search(before) is not None


def _is_month(written: str, before: str) -> bool:
    if any(mark.isdecimal() for mark in written) or " " in written or "-" in written:
        return True
    if _PREPOSITION.search(before):
        return True
    return bool(_FULL_MONTH.match(written)) and not _CAPITALISED.search(before)


def _is_season(written: str, before: str) -> bool:
    if re.search(r"\d{4}|\b(?:last|next|this|past|coming)\b|year", written):
        return True
    if _EVERY.search(before) or written[0] in "SAWF":
        return False
    return bool(re.search(r"\b(?:in|since|by|before|until|during|from|after|for)\s(?:the\s)?$", before))
