"""Footnotes: their list at the end of a plain text, and the marks in the running text that cite them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foedera.documents.pieces import Stretch
from foedera.model.documents import FootnoteMark

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_NOTE = re.compile(
    rf"(?:\[\^?(?P<bracketed>\w{{1,4}})\]:?|(?P<raised>[{_SUPERSCRIPTS}]+|[*†‡]{{1,3}}(?!\s?[*†‡]))|(?P<stopped>\d{{1,3}})[.)]"
    r"|(?P<bare>\d{1,3})(?=\s+[A-Z“\"‘(]))\s*(?=\S)"
)
_NOTES_HEADING = re.compile(r"\W*(?:foot|end)?(?:notes|references|sources|citations|bibliography)\W*", re.IGNORECASE)
_BACK_LINK = re.compile(r"[\s↩↑^\ufe0e\ufe0f]+\Z")
_TRAILING = 3  # blocks that may still follow the list: a licence, an address, a share line

_BRACKET_MARK = re.compile(r"(?<=[\w.,;:!?”\"’')\]%])\[\^?(\d{1,3})\]")
_RAISED = re.compile(rf"[{_SUPERSCRIPTS}]")
_RAISED_MARK = re.compile(rf"(?<=[^\s{_SUPERSCRIPTS}])[{_SUPERSCRIPTS}]{{1,3}}")
_UNIT = re.compile(r"(?:\b|\d\s?)(?:[kcmd]?m|ft|mi|in|yd|nmi|s|x)\Z")
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"(?<=[^\s\d])(\d{1,3})(?=\s|\Z|[,;:.](?:\s|\Z)|[—–)])")
_YEAR_THEN = re.compile(r"(?<!\d)(?:19|20)\d\d[.,]\Z")
_CLOSING = frozenset(".,;:!?…”\"’')]»%")
# "No.4", "Art.5", "Nov.3": the digits belong to the short word, not to a note.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:nos?|art|arts|pp?|vol|fig|mk|v|vs|sec|ch|para|cl|nr|ed|pt|res|reg|st|ver|jan|feb|mar|apr|jun|jul"
    r"|aug|sept?|oct|nov|dec|us\$|eur|usd|[a-z])\.\Z",
    re.IGNORECASE,
)
_WEAK, _STRONG = 1, 3


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    start: int
    end: int
    weight: int


def note_head(text: str) -> tuple[str, int] | None:
    """The number that a note begins with, and where its body starts; None if the text begins with none."""
    found = _NOTE.match(text)
    if found is None:
        return None
    number = found["bracketed"] or found["stopped"] or found["bare"] or found["raised"].translate(_TO_DIGITS)
    return number, found.end()


def body_end(text: str, end: int) -> int:
    """Where a note's body ends, without the arrow that leads back to the text."""
    found = _BACK_LINK.search(text, max(0, end - 12), end)
    return found.start() if found else end


def find_notes(text: str, stretches: Sequence[Stretch]) -> dict[int, str]:
    """The stretches that are notes at the end of a text, by index, with their numbers; empty if there is no list.

    A numbered list is a list of notes only if something says so: an arrow back, a heading ("Notes"), brackets, or
    marks in the text before it that fit its numbers.
    """
    run: list[tuple[int, str]] = []
    for index in range(len(stretches) - 1, -1, -1):
        part = text[stretches[index].start : stretches[index].end]
        head = note_head(part) if stretches[index].kind is None else None
        if head and (not run or _precedes(head[0], run[-1][1])):
            run.append((index, head[0]))
        elif run or len(stretches) - index > _TRAILING:
            break
    if not run:
        return {}
    run.reverse()
    while run and run[0][0] == 0:
        run = run[1:]
    return dict(run) if run and _is_note_list(text, stretches, run) else {}


def _precedes(number: str, following: str) -> bool:
    if number.isdigit() and following.isdigit():
        return int(number) + 1 == int(following)
    return not number.isdigit() and not following.isdigit() and number != following and len(number) <= len(following)


def _is_note_list(text: str, stretches: Sequence[Stretch], run: list[tuple[int, str]]) -> bool:
    first = stretches[run[0][0]]
    before = stretches[run[0][0] - 1]
    if any("↩" in text[stretches[index].start : stretches[index].end] for index, _ in run):
        return True
    if _NOTES_HEADING.fullmatch(text[before.start : before.end]):
        return True
    body = text[: first.start]
    if not run[0][1].isdigit():  # an asterisk or dagger
        return bool(re.search(r"(?<=[^\s*†‡])" + re.escape(run[0][1]) + r"(?![*†‡\w])", body))
    numbers = {number for _, number in run}
    cited = {number for number in numbers if f"[{number}]" in body or _raised(number) in body}
    if text[first.start] == "[" and cited:
        return True
    cited |= {str(found.number) for found in _choose(_glued(body, 0, len(body)), numbers)}
    return len(cited & numbers) * 2 >= len(numbers)


def _raised(number: str) -> str:
    return "".join(_SUPERSCRIPTS[int(digit)] for digit in number)


def find_marks(text: str, bodies: Iterable[tuple[int, int]], numbers: frozenset[str]) -> tuple[FootnoteMark, ...]:
    """The marks in the running text that cite notes, in text order; a mark is its digits (with their brackets).

    `bodies` are the stretches to look in, `numbers` those of the notes that the document has. Raised digits and digits
    in brackets are marks by their form. Digits glued to a word or a stop are marks where they fit the notes and
    count upwards; without a list of notes, only where no decimal, year or name can be meant.
    """
    marks: list[FootnoteMark] = []
    candidates: list[_Candidate] = []
    for start, end in bodies:
        marks += _shaped(text, start, end)
        candidates += _glued(text, start, end)
    if not (marks and not numbers):  # one text marks its notes in one way
        digits = frozenset(number for number in numbers if number.isdigit())
        taken = {mark.start for mark in marks}
        chosen = _choose(candidates, digits)
        marks += [FootnoteMark(str(one.number), one.start, one.end) for one in chosen if one.start not in taken]
    return tuple(sorted(marks, key=lambda mark: mark.start))


def _shaped(text: str, start: int, end: int) -> Iterator[FootnoteMark]:
    if text.find("[", start, end) >= 0:
        for found in _BRACKET_MARK.finditer(text, start, end):
            yield FootnoteMark(found[1], found.start(), found.end())
    if _RAISED.search(text, start, end) is None:
        return
    for found in _RAISED_MARK.finditer(text, start, end):
        number = found[0].translate(_TO_DIGITS)
        if number in ("2", "3") and _UNIT.search(text, max(start, found.start() - 6), found.start()):
            continue
        yield FootnoteMark(number, found.start(), found.end())


def _glued(text: str, start: int, end: int) -> Iterator[_Candidate]:
    if _DIGIT.search(text, start, end) is None:
        return
    for found in _GLUED.finditer(text, start, end):
        at = found.start()
        if found[1].startswith("0"):
            continue
        left = text[max(start, at - 30) : at]
        token = left.rsplit(None, 1)[-1]
        if "/" in token or "@" in token or "www" in token or _ABBREVIATION.search(left):
            continue
        weight = _weigh(left, text[found.end() : found.end() + 2])
        if weight:
            yield _Candidate(int(found[1]), at, found.end(), weight)


def _weigh(left: str, right: str) -> int:
    """How surely digits after `left` are a mark: by their form, only if the numbering agrees, or not at all (0)."""
    last, before = left[-1], left[-2:-1]
    if last.isalpha():  # "alliance4", never "F4", "Mk4" or "CO2"
        word = re.search(r"[^\W\d_]+\Z", left)
        return _WEAK if word and len(word[0]) >= 4 and word[0][-4:].islower() else 0
    if last not in _CLOSING or not before or before.isspace():
        return 0
    if before.isdigit() and last in ".,:'%\"’":
        if last == "%":
            return _WEAK
        following = right[1:2]
        sentence = not following or following.isupper() or following in '“"‘('
        return _WEAK if _YEAR_THEN.search(left) and (last == "," or sentence) else 0
    return _WEAK if before.isupper() else _STRONG  # "Chapter XXVI.19", but also "of NATO.4"


def _choose(candidates: Iterable[_Candidate], numbers: Iterable[str]) -> list[_Candidate]:
    """The candidates that count upwards in text order, and fit the notes where there are any."""
    wanted = set(numbers)
    fitting = [one for one in candidates if not wanted or str(one.number) in wanted]
    if not wanted and not any(one.weight == _STRONG for one in fitting):
        return []
    best = _heaviest_rising(fitting)
    if wanted:
        return best
    held = {one.number for one in best if one.weight == _STRONG}
    return [one for one in best if one.weight == _STRONG or {one.number - 1, one.number + 1} & held]


def _heaviest_rising(candidates: list[_Candidate]) -> list[_Candidate]:
    """The rising run of greatest weight; steps of one count for more, since notes are numbered without gaps."""
    totals: list[float] = []
    previous: list[int] = []
    for index, one in enumerate(candidates[:400]):  # 400: more notes than any text has; keeps the cost bounded
        total, link = float(one.weight), -1
        for earlier in range(index):
            step = one.number - candidates[earlier].number
            if step <= 0:
                continue
            reached = totals[earlier] + one.weight + (1.0 if step == 1 else 0.0)
            if reached > total:
                total, link = reached, earlier
        totals.append(total)
        previous.append(link)
    run: list[_Candidate] = []
    at = max(range(len(totals)), key=totals.__getitem__, default=-1)
    while at >= 0:
        run.append(candidates[at])
        at = previous[at]
    return run[::-1]


def is_notes_heading(text: str) -> bool:
    """Whether a line heads a list of notes."""
    return len(text) <= 30 and bool(_NOTES_HEADING.fullmatch(text))
