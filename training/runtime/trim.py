"""A filler's words set right: whole compounds, no half brackets, no acronym left at the end."""

from __future__ import annotations

from .words import Words

EXACT = frozenset(("value", "unit", "metric", "content", "undertaking", "condition", "outcome", "when"))


def trimmed(words: Words, role: str, first: int, last: int) -> tuple[int, int]:
    """The span to be used instead of `first..last`; never empty."""
    if role not in EXACT:
        first, last = _whole_compound(words, first, last)
        first, last = _without_acronym(words, first, last)
    first, last = _without_half_brackets(words, first, last)
    while first < last and words.form(first) in ",;:.–—)":
        first += 1
    while first < last and words.form(last) in ",;:–—(":
        last -= 1
    return first, last


def _whole_compound(words: Words, first: int, last: int) -> tuple[int, int]:
    """Grow over hyphens that join without a space: "Gyu" becomes "Gyu-back"."""
    while (
        last + 2 < len(words)
        and _joined(words, last, last + 1)
        and words.form(last + 1) in "-‑"
        and _joined(words, last + 1, last + 2)
    ):
        last += 2
    while (
        first - 2 >= 0
        and _joined(words, first - 1, first)
        and words.form(first - 1) in "-‑"
        and _joined(words, first - 2, first - 1)
    ):
        first -= 2
    return first, last


def _joined(words: Words, a: int, b: int) -> bool:
    return bool(words.ends[a] == words.starts[b])


def _without_acronym(words: Words, first: int, last: int) -> tuple[int, int]:
    """ "European Union (EU)" becomes "European Union"."""
    if (
        last - first >= 3
        and words.form(last) == ")"
        and words.form(last - 2) == "("
        and words.looks[last - 1] in (3, 6)
    ):
        return first, last - 3
    return first, last


def _without_half_brackets(words: Words, first: int, last: int) -> tuple[int, int]:
    forms = [words.form(i) for i in range(first, last + 1)]
    if "(" in forms and ")" not in forms:
        at = forms.index("(")
        return (first, first + at - 1) if at else (first + 1, last) if last > first else (first, last)
    if ")" in forms and "(" not in forms:
        at = forms.index(")")
        if at == 0:
            return (first + 1, last) if last > first else (first, last)
        # "European Union) forces": the longer side is the name
        return (first, first + at - 1) if at >= len(forms) - at - 1 else (first + at + 1, last)
    return first, last
