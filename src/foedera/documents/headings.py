"""Which lines of a text are titles and headings, by their form and their neighbours."""

from __future__ import annotations

import re

_SPEAKER = re.compile(r"[A-ZÀ-Þ@“\"][^:]{0,60}:\s+\S")
_SENTENCE_END = re.compile(r"[a-z]{4,}[.!?] [A-Z]")  # not "No. 25", "Dr. Heron"
_STOPS = tuple(".,;:")
_LONGEST_HEADING, _MOST_WORDS = 100, 14
_LONGEST_TITLE = 220
_FIELD = re.compile(r"[A-Z][\w ’'/()-]{1,40}:\s+\S")
_HEADER_FIELD = re.compile(r"(?:from|to|cc|bcc|date|sent|subject|re|ref(?:erence)?|attn|fao|via)\s*:", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:(?:dear|hello|hi|to whom)\b.{0,60}|sirs?|madam|(?:sirs?|madam),.{0,30})[,:–—-]?\s*\Z", re.IGNORECASE
)
_BYLINE = re.compile(r"(?:by|from)\s+(?:our|the|[A-Z])[^.!?]{1,80}\Z|text(?: and photos?)?:.{0,60}\Z", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:(?:photo|picture|image|pictured|above|below|left|right|caption|photograph|source|credit)s?(?:\s+(?:by|credit|courtesy(?: of)?))?\s*:"
    r"|(?:fig(?:ure)?|table|chart|map|graph|box|photo|plate)\.?\s+\d{1,3}[.:–—-]?\s)",
    re.IGNORECASE,
)
_DIALOGUE = re.compile(r"(?:Q|A|Question|Answer)\s*\d{0,3}\s*[:.]\s", re.IGNORECASE)


def is_heading_like(text: str) -> bool:
    """Whether a line has the form of a heading: short, no stop at its end, and no field or turn of speech."""
    if len(text) > _LONGEST_HEADING or text.endswith(_STOPS) or text.count(" ") >= _MOST_WORDS:
        return False
    first = text.lstrip("“\"‘'¿¡#*_ ")[:1]
    if not (first.isupper() or first.isdigit()) or _SPEAKER.match(text) or _BYLINE.match(text) or _DIALOGUE.match(text):
        return False
    return not _GREETING.match(text) and any(character.isalpha() for character in text)


def is_title_like(text: str) -> bool:
    """Whether the first line of a document can be its title."""
    if len(text) > _LONGEST_TITLE or text.endswith((",", ";")) or _HEADER_FIELD.match(text) or _GREETING.match(text):
        return False
    if text.endswith(".") and (len(text) > 90 or text.count(". ") > 0):
        return False
    spoken = _SPEAKER.match(text) and (text.endswith((".", "!")) or _SENTENCE_END.search(text))
    return not spoken and not _DIALOGUE.match(text) and any(character.isalpha() for character in text)


def is_subtitle_like(text: str) -> bool:
    """Whether a line right under the title belongs to it."""
    if _FIELD.match(text) or _BYLINE.match(text) or _HEADER_FIELD.match(text):
        return False
    return len(text) <= 140 and not text.endswith(_STOPS) and not _GREETING.match(text)


def is_caption(text: str) -> bool:
    """Whether a line describes a picture or a table."""
    return len(text) <= 400 and bool(_CAPTION.match(text))


def is_byline(text: str) -> bool:
    """Whether a line names who wrote the text."""
    return bool(_BYLINE.match(text))


def is_capitals(text: str) -> bool:
    """Whether every letter is a capital."""
    return text.isupper()
