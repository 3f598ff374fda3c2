"""A filler's words set right: whole compounds, no half brackets, no acronym left at the end."""

from __future__ import annotations

from foedera.claims.trained.words import Words

# Pieces of text are taken as they are found.
_EXACT = frozenset(("value", "unit", "metric", "content", "undertaking", "condition", "outcome"))
_OPENING, _CLOSING = ",;:.–—)", ",;:–—("


def trimmed(words: Words, role: str, first: int, last: int) -> tuple[int, int]:
    """The words to be used instead of `first` to `last`; never none."""
    if role not in _EXACT:
        first, last = _whole_compound(words, first, last)
        if _ends_in_acronym(words, first, last):
            last -= 3
    first, last = _without_half_brackets(words, first, last)
    while first < last and words.form(first) in _OPENING:
        first += 1
    while first < last and words.form(last) in _CLOSING:
        last -= 1
    return first, last


def _whole_compound(words: Words, first: int, last: int) -> tuple[int, int]:
    """Grown over hyphens that join without a space: "Gyu" becomes "Gyu-back"."""
    while last + 2 < len(words) and _is_hyphenated(words, last):
        last += 2
    while first >= 2 and _is_hyphenated(words, first - 2):
        first -= 2
    return first, last


def _is_hyphenated(words: Words, at: int) -> bool:
    """Whether a hyphen joins a word to the next but one."""
    joined = words.ends[at] == words.starts[at + 1] and words.ends[at + 1] == words.starts[at + 2]
    return bool(joined) and words.form(at + 1) in "-‑"


def _ends_in_acronym(words: Words, first: int, last: int) -> bool:
    """ "European Union (EU)": the brackets are not part of the name."""
    return (
        last - first >= 3
        and words.form(last) == ")"
        and words.form(last - 2) == "("
        and words.looks[last - 1] in (3, 6)
    )


def _without_half_brackets(words: Words, first: int, last: int) -> tuple[int, int]:
    forms = [words.form(at) for at in range(first, last + 1)]
    if first == last or ("(" in forms) is (")" in forms):
        return first, last
    if "(" in forms:
        at = forms.index("(")
        return (first, first + at - 1) if at else (first + 1, last)
    at = forms.index(")")
    longer_before = at >= len(forms) - at - 1  # "European Union) forces": the longer side is the name
    return (first, first + at - 1) if at and longer_before else (first + at + 1, last)
