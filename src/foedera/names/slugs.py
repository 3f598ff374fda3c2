"""Readable ids for things that the record does not know yet."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from foedera.model.entities import EntityId

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ʻ": None, "ʼ": None}
)


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
