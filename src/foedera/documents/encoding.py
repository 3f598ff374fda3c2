"""Bytes as text: which encoding a file is in, and what could not be decoded."""

from __future__ import annotations

import codecs
import re

from foedera.documents.files import KNOWN
from foedera.model.documents import Skipped
from foedera.model.errors import DocumentUnreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# What browsers do too (WHATWG Encoding Standard): pages that say Latin-1 were written on Windows.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# Tried in this order where a guess is needed and two fit equally well.
_GUESSES = [
    "cp1252",
    "cp932",
    "euc_jp",
    "cp949",
    "gb18030",
    "big5",
    "cp1250",
    "iso8859_2",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1254",
]
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b\x85")
_SAMPLE = 64 * 1024
_MOST_REPORTED = 5


def decode(content: bytes, where: str, *, declares: bool = False) -> tuple[str, tuple[Skipped, ...]]:
    """The text of the bytes, and the bytes that no reading could be given to, with their places.

    Tried in turn: the byte order mark, UTF-8, what the file declares (`declares`: HTML), UTF-8 with a few damaged
    bytes, a guess. Raises DocumentUnreadable if the bytes are no text.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], name)
    unmarked = _unmarked_utf16(content)
    if unmarked:
        return _decode_marked(content, unmarked)
    _refuse_binary(content, where)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    declared = _declared(content) if declares else None
    if declared:
        try:
            return content.decode(declared), ()
        except (UnicodeDecodeError, ValueError):
            pass
    if _nearly_utf8(content):
        return _decode_marked(content, "utf-8")
    return _decode_guessed(content, where)


def _decode_marked(content: bytes, name: str) -> tuple[str, tuple[Skipped, ...]]:
    try:
        return content.decode(name), ()
    except UnicodeDecodeError:
        text = content.decode(name, "replace")
        places = [found.start() for found in re.finditer("\\ufffd+", text)]
        skipped = [
            Skipped(f"character {place}", f"bytes that are no {name.upper()}") for place in places[:_MOST_REPORTED]
        ]
        if len(places) > _MOST_REPORTED:
            rest = len(places) - _MOST_REPORTED
            skipped.append(Skipped("the rest of the file", f"{rest} more places with bytes that are no {name.upper()}"))
        return text, tuple(skipped)


def _refuse_binary(content: bytes, where: str) -> None:
    sample = content[:_SAMPLE]
    controls = sum(1 for byte in sample if byte < 32 and byte not in _TEXT_CONTROLS)
    if b"\x00" in sample or controls * 20 > len(sample):
        raise DocumentUnreadable("is a binary file, not text.", where=where, mend=KNOWN)


def _unmarked_utf16(content: bytes) -> str | None:
    sample = content[:2000]
    if len(sample) < 8 or len(content) % 2:
        return None
    for name, zeros, letters in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if zeros.count(0) * 10 > len(zeros) * 8 and letters.count(0) == 0:
            return name
    return None


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        "".encode(name)  # not every codec of Python is one of text
    except (LookupError, ValueError, TypeError):
        return None
    return _WIDER.get(name, name)


def _nearly_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few: most sequences beyond ASCII have to be right."""
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    good = sum(1 for character in text if ord(character) > 127) - damaged
    return good >= 4 and damaged * 4 <= good


def _decode_guessed(content: bytes, where: str) -> tuple[str, tuple[Skipped, ...]]:
    from charset_normalizer import from_bytes  # heavy: only for what is not UTF-8

    best = from_bytes(content[:_SAMPLE], cp_isolation=_GUESSES, threshold=0.4).best()
    name = str(best.encoding) if best is not None else "cp1252"
    name = _WIDER.get(codecs.lookup(name).name, name)
    text = content.decode(name, "replace")
    if text.count("\ufffd") * 20 > len(text):
        raise DocumentUnreadable(
            "its characters are in no known encoding.", where=where, mend="Save it again as UTF-8."
        )
    guess = Skipped("the whole file", f"it does not say its encoding; it was read as {codecs.lookup(name).name}")
    return text, (guess,)
