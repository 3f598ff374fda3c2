"""Readable ids for things that the record does not know yet."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from foedera.model.entities import EntityId

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ʻ": None, "ʼ": None}
)


# Words for agreements, meetings and ships that name none, even where a text writes them with a capital.
_COMMON = frozenset(
    "accord act agreement arrangement contract convention declaration deal exercise forum framework instrument law "
    "letter meeting memorandum mou mission navy operation order pact partnership plan programme project protocol "
    "regulation ship statement strategy summit treaty understanding".split()
)


def is_name(text: str) -> bool:
    """Whether a text can name one thing: it has a capital or a figure, and is more than a common word ("the Agreement")."""
    words = re.findall(r"\w+", text)
    if len(words) == 1 and words[0].lower() in _COMMON:
        return False
    return any(not letter.islower() for word in words for letter in word if letter.isalnum())


def slug(text: str) -> EntityId:
    """A readable id for a name: lower case, plain letters, hyphens; the same text gives the same id.

    A name in another script keeps its letters; one without letters or digits gets a short hash.
    """
    letters = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(mark))
    plain = re.sub(r"['’.]", "", plain)
    words = re.sub(r"[\W_]+", "-", plain).strip("-")
    if not words:
        words = "n-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return EntityId(words[:120])
