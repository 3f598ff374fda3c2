"""Names and words in the form in which they are compared."""

from __future__ import annotations

import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = {ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"'}


def name_form(name: str) -> str:
    """A name without case, accents, kinds of dash and quote, and width of spaces: equal forms are one name."""
    plain = unicodedata.normalize("NFKD", name.translate(_DASHES).translate(_QUOTES))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())
