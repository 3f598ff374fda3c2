"""Text brought into one form, once: after this, offsets stay put."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from foedera.documents.pieces import Piece, Stretch
from foedera.model.documents import FootnoteMark

# Noncharacters (Unicode 23.7) never stand in a real text, so they can wrap a footnote mark until its place is known.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
# What no reader may see: control characters but tab and line feed, noncharacters, and lone surrogates.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_UNWANTED_BUT_MARKS = re.compile(_UNWANTED.pattern.replace("\ufdd0-", "\ufdd2-"))
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029\x0b\x0c]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\n]+")
# Only the typographic ligatures: NFKC would also turn "m²" into "m2" and a superscript note into a number.
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "ft", "\ufb06": "st"}
)
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])(?:-|\u2010|\u00ad)\n(?=[^\W\d_])")


def normalise_plain(text: str) -> str:
    """A plain text as Foedera stores it: line ends are line feeds, no control characters, composed letters (NFC).

    Everything else stays as written, so that a quote can be found again in the file.
    """
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def clean(text: str) -> str:
    """The text of one piece on one line: single spaces, ligatures unfolded, invisible characters out, NFC.

    Marks made by `mark` are kept.
    """
    text = _INVISIBLE.sub("", _LINE_END.sub("\n", text).translate(_LIGATURES))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text)).strip()


def safe(text: str, *, keep_marks: bool = False) -> str:
    """The text without characters that no document may hold; every reader passes what a file says through here.

    `keep_marks` is for text in which the reader itself has wrapped marks.
    """
    unwanted = _UNWANTED_BUT_MARKS if keep_marks else _UNWANTED
    return unwanted.sub("", _LINE_END.sub("\n", text))


def mark(number: str) -> str:
    """A footnote mark, wrapped so that its place can be told once the text around it is settled."""
    return f"{_OPEN}{safe(number).strip()}{_CLOSE}"


def without_marks(text: str) -> str:
    """The text without wrapped marks and their numbers."""
    return _MARK.sub("", text)


def join_lines(lines: Iterable[str]) -> str:
    """Lines of one paragraph as one line; a word parted by a hyphen at a line's end is whole again.

    The hyphen stays where the next line does not begin in lower case ("Franco-\\nGerman"), or where the word before
    it stands in the same text with its hyphen; there is no telling the rest ("co-\\noperation" becomes "cooperation").
    """
    text = "\n".join(line.strip() for line in lines)

    def joined(found: re.Match[str]) -> str:
        following = text[found.end()]
        return "" if following.islower() or found[0][0] == "\u00ad" else "-"

    return _BROKEN_WORD.sub(joined, text).replace("\n", " ")


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Stretch, ...], tuple[FootnoteMark, ...]]:
    """The stored text of a document given in pieces, where each piece lies, and where the footnote marks are."""
    parts: list[str] = []
    stretches: list[Stretch] = []
    marks: list[FootnoteMark] = []
    length = group = 0
    for piece in pieces:
        text, found = _unwrap(clean(piece.text))
        if not text:
            continue
        tight = piece.tight and bool(stretches) and stretches[-1].kind is piece.kind
        if parts:
            gap = "\n" if tight else "\n\n"
            parts.append(gap)
            length += len(gap)
        group += 0 if tight else 1
        marks += [FootnoteMark(number, length + start, length + end) for number, start, end in found]
        end = length + len(text)
        stretches.append(Stretch(length, end, piece.kind, piece.number, piece.level, group, piece.footnote))
        parts.append(text)
        length = end
    return "".join(parts), tuple(stretches), tuple(marks)


def _unwrap(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    if _OPEN not in text:
        return text, []
    out: list[str] = []
    found: list[tuple[str, int, int]] = []
    length = position = 0
    for match in _MARK.finditer(text):
        before = text[position : match.start()]
        out += [before, match[1]]
        length += len(before) + len(match[1])
        if match[1]:
            found.append((match[1].strip("[]"), length - len(match[1]), length))
        position = match.end()
    out.append(text[position:])
    return _UNWANTED.sub("", "".join(out)), found


def row(cells: Iterable[str]) -> str:
    """One row of a table as text: cells parted by a bar, as in Markdown and plain-text tables."""
    return " | ".join(cell.strip() for cell in cells)
