"""Lines that belong to the page and not to what it says: navigation, notices, page numbers, rules."""

from __future__ import annotations

import re

_WHOLE = re.compile(
    r"""
      [\W_]*(?:end|ends|-?30-|fin|more\ follows|mf|eom)[\W_]*        # -- END --, (ends)
    | [\W_]*(?:page|p\.|seite)\s*\d+(?:\s*(?:of|/|from)\s*\d+)?[\W_]*.{0,60}
    | [-–—\s|\[(]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s|\])]*     # a page number alone
    | (?:share|tweet|print|e-?mail|follow\ us|like\ us|find\ us|connect\ with\ us|join\ us)\b(?:\ (?:this|on|via|article|page|story|post|the))*\s*[:|·•].{0,100}
    | (?:share|tweet|print)\ (?:this|on|via|article|page|story|post)\b[^.]{0,80}
    | (?:subscribe|sign\ up|register|log\ ?in|sign\ in|click\ here|tap\ here|read\ more|read\ also|see\ also|related|most\ read|more\ on\ this|you\ (?:may|might)\ also\ like|recommended|advertisement|sponsored|back\ to\ top|skip\ to\ .*|menu|search|jump\ to.*|table\ of\ contents|contents|home)\W*
    | (?:subscribe|sign\ up)\ (?:to|for|now|here|today)\b.{0,120}
    | (?:related|most\ read|tags?|topics?|filed\ under|keywords|categories|category)\s*:.{0,160}
    | (?:we\ use\ cookies|this\ (?:web)?site\ uses\ cookies|by\ continuing\ to\ (?:use|browse)).*
    | (?:views|comments|shares|likes|reading\ time)\s*:\s*[\d,.]+.{0,20}
    | \d+\s+(?:min(?:ute)?s?\ read|comments|shares|views)
    | (?:embargoed|not\ for\ release|for\ immediate\ release|for\ release)\b.{0,60}
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Notices that may have words before them; all their lines hold one of these words, and most others none.
_TELLING = (
    "©",
    "(c)",
    "copyright",
    "rights reserved",
    "unsubscribe",
    "cookie",
    "policy",
    "terms",
    "legal notice",
    "site",
    "advertise",
)
_NOTICE = re.compile(
    r"""
      .{0,80}(?:©|\(c\)|copyright)\s*(?:by\s+)?[\w\s,.&’'–-]{0,40}(?:19|20)\d\d.{0,160}
    | .{0,120}©\s*\w.{0,100}
    | .{0,80}\ball\ rights\ reserved\b.{0,80}
    | .{0,60}\bunsubscribe\b.{0,100}
    | .{0,80}\b(?:uses?|accept(?:\ all)?|about|our|manage|reject(?:\ all)?)\ cookies\b.{0,160}
    | .{0,40}\b(?:privacy\ policy|terms\ of\ use|terms\ and\ conditions|cookie\ policy|legal\ notice|site\ ?map)\b.{0,80}
    | .{0,100}\badvertise\ with\ us\b.{0,60}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RULE = re.compile(r"[\W_]+")
_BREADCRUMB = re.compile(r"\S[^|›»>·•.]{0,28}(?:\s(?:\||›|»|>|·|•)\s[^|›»>·•.]{1,28}){2,}")
_LONGEST = 260  # a notice longer than this says something


def is_furniture(text: str) -> bool:
    """Whether a line or paragraph belongs to the page rather than to the document."""
    if len(text) > _LONGEST:
        return False
    if _RULE.fullmatch(text) or _WHOLE.fullmatch(text):
        return True
    small = text.lower()
    return any(word in small for word in _TELLING) and _NOTICE.fullmatch(text) is not None


def is_breadcrumb(text: str) -> bool:
    """Whether a line is a row of links: short words parted by signs, and no verb between them."""
    found = _BREADCRUMB.fullmatch(text)
    return found is not None and not re.search(r"\d{3}", text)
