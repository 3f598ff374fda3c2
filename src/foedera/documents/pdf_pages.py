"""What belongs to the pages of a PDF and not to its text: running heads, page numbers; and the notes at their feet."""

from __future__ import annotations

import re
from collections import Counter

from foedera.documents.footnotes import note_head
from foedera.documents.normalise import join_lines, without_marks
from foedera.documents.pdf_lines import PageLine
from foedera.model.documents import Skipped

_EDGE = 2  # lines at the head and foot of a page among which furniture is sought
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_NUMBERED = re.compile(r"#\s*\D*[a-z]")
_SMALL = 0.92  # notes are set smaller than the text, by at least this
_GLUED_NUMBER = re.compile(r"(\d{1,3})(?=[^\d\s.,)])")


def without_frames(pages: list[list[PageLine]]) -> tuple[list[list[PageLine]], list[Skipped]]:
    """The pages without the lines that return at their head or foot, and what was left out.

    A line returns if it stands there on half of the pages or more, and on two at least, but for its numbers.
    """
    filled = [page for page in pages if page]
    seen = Counter(form for page in filled for form in {_form(line) for line in _edges(page)})
    half = max(2, (len(filled) + 1) // 2)
    # "3 Ibid." and "4 Ibid." on two pages are notes; on three pages, a number with a running title.
    returning = {form for form, count in seen.items() if count >= (max(3, half) if _NUMBERED.match(form) else half)}
    left_out: Counter[str] = Counter()
    kept_pages: list[list[PageLine]] = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        kept = []
        for line in page:
            is_number = len(filled) > 1 and _PAGE_NUMBER.fullmatch(without_marks(line.text))
            if id(line) in edges and (_form(line) in returning or is_number):
                left_out["page number" if is_number else f"running line “{without_marks(line.text)}”"] += 1
            else:
                kept.append(line)
        kept_pages.append(kept)
    return kept_pages, [Skipped(f"{count} pages", f"{what} (page furniture)") for what, count in left_out.items()]


def _edges(page: list[PageLine]) -> list[PageLine]:
    return page if len(page) <= 2 * _EDGE else [*page[:_EDGE], *page[-_EDGE:]]


def _form(line: PageLine) -> str:
    return re.sub(r"\d+", "#", without_marks(line.text)).strip().casefold()


def split_notes(pages: list[list[PageLine]], body_size: float) -> tuple[list[PageLine], list[tuple[str, str]]]:
    """The lines of the running text, and the notes from the feet of the pages as (number, text).

    Notes are the last lines of a page that are all in small type and begin with a number.
    """
    body: list[PageLine] = []
    notes: list[tuple[str, list[str]]] = []
    for page in pages:
        cut = len(page)
        while cut and page[cut - 1].size < _SMALL * body_size:
            cut -= 1
        heads = [_note_number(line.text) for line in page[cut:]]
        first = next((index for index, head in enumerate(heads) if head), None)
        if first is None or cut == 0:
            body += page
            continue
        body += page[: cut + first]
        for line, head in zip(page[cut + first :], heads[first:], strict=True):
            if head:
                notes.append((head, [line.text]))
            else:
                notes[-1][1].append(line.text)
    return body, [(number, _with_stop(number, join_lines(lines))) for number, lines in notes]


def _note_number(text: str) -> str | None:
    plain = text.strip()
    glued = _GLUED_NUMBER.match(plain)
    if glued:
        return glued[1]
    head = note_head(plain)
    return head[0] if head and head[0].isdigit() else None


def _with_stop(number: str, text: str) -> str:
    """A note with its number apart from its words, as word processors show it."""
    head = note_head(text)
    body = text[head[1] :] if head and head[0] == number else text.removeprefix(number)
    return f"{number}. {body.strip()}"
