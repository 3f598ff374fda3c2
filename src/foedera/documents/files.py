"""Files as bytes, and what sort of file they are: the content decides, not the name."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path

from foedera.model.errors import DocumentUnreadable

# Suffix -> format. What a folder is searched for; a file named on the command line is read whatever its name.
KNOWN_FORMATS: dict[str, str] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}
KNOWN = "Known formats: .txt, .md, .html, .pdf, .docx."

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OTHER_BINARY = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "is an old Word file (.doc), or a Word file protected by a password.",
        "Open it in a word processor and save it as .docx without a password.",
    ),
    b"{\\rtf": ("is a Rich Text file (.rtf).", "Save it as .docx or .txt. " + KNOWN),
    b"\x89PNG": ("is a picture (PNG).", "Run text recognition (OCR) over it and save the text. " + KNOWN),
    b"\xff\xd8\xff": ("is a picture (JPEG).", "Run text recognition (OCR) over it and save the text. " + KNOWN),
    b"GIF8": ("is a picture (GIF).", "Run text recognition (OCR) over it and save the text. " + KNOWN),
    b"II*\x00": ("is a picture (TIFF).", "Run text recognition (OCR) over it and save the text. " + KNOWN),
    b"\x1f\x8b": ("is a gzip archive.", "Unpack it and read the files inside."),
    b"7z\xbc\xaf": ("is a 7z archive.", "Unpack it and read the files inside."),
    b"Rar!": ("is a RAR archive.", "Unpack it and read the files inside."),
}


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """How much of a file is read at most, in bytes and pages: a guard against mistakes and traps."""

    maximum_bytes: int = 100 * 1024 * 1024
    maximum_unpacked_bytes: int = 200 * 1024 * 1024  # of a .docx, which is an archive; a quarter of it of XML
    maximum_pages: int = 5000


def load_bytes(path: Path, where: str, limits: ReadLimits) -> bytes:
    """The bytes of a file. Raises DocumentUnreadable; a file over the limit is not loaded."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise DocumentUnreadable("is a folder, not a file.", where=where, mend="Name the files in it.")
        if not stat.S_ISREG(status.st_mode):
            raise DocumentUnreadable("is no regular file.", where=where, mend="Save its content in a file first.")
        if status.st_size > limits.maximum_bytes:
            raise DocumentUnreadable(
                f"is {_size(status.st_size)}; at most {_size(limits.maximum_bytes)} are read.",
                where=where,
                mend="Split it, or raise the limit (maximum_bytes).",
            )
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentUnreadable("there is no such file.", where=where, mend="Check the path.") from error
    except PermissionError as error:
        mend = "Ask its owner for the right to read it (on Unix: chmod +r)."
        raise DocumentUnreadable("may not be read: permission denied.", where=where, mend=mend) from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise DocumentUnreadable(f"cannot be opened: {error}.", where=where, mend="Check the path and disk.") from error
    if not content.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise DocumentUnreadable("is empty.", where=where, mend="Save or download the file again.")
    return content


def format_of(content: bytes, name: str, where: str, limits: ReadLimits) -> tuple[str, str | None]:
    """The format of a file by its content, and a notice where its name says otherwise.

    Text has no mark of its own, so there the suffix decides between plain text, Markdown and HTML. Raises
    DocumentUnreadable for what is known to be something else.
    """
    suffix = Path(name).suffix.lower()
    named = KNOWN_FORMATS.get(suffix)
    found = _by_signature(content, where, limits)
    if found is None:
        if named in ("pdf", "docx"):
            raise DocumentUnreadable(
                f"is named {suffix} but is no {named.upper()} file, or its beginning is lost.",
                where=where,
                mend="Save or download it again, or give it the name of what it is. " + KNOWN,
            )
        found = named or "txt"
    if named is None:
        return found, f"“{suffix or 'no suffix'}” is no known name of a format; it was read as {found}"
    return found, None if found == named else f"the file is named {suffix} but is {found}; it was read as {found}"


def _by_signature(content: bytes, where: str, limits: ReadLimits) -> str | None:
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _check_archive(content, where, limits)
    for signature, (what, mend) in _OTHER_BINARY.items():
        if content.startswith(signature):
            raise DocumentUnreadable(what, where=where, mend=mend)
    return "html" if _HTML.match(content[:4096].removeprefix(b"\xef\xbb\xbf")) else None


def _check_archive(content: bytes, where: str, limits: ReadLimits) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise DocumentUnreadable(
            "is damaged or cut short: the end of the archive is missing.",
            where=where,
            mend="Save or download it again.",
        ) from error
    names = {member.filename for member in members}
    if "word/document.xml" not in names:
        other = next(
            (kind for kind, mark in _ARCHIVES.items() if any(name.startswith(mark) for name in names)), "archive"
        )
        raise DocumentUnreadable(f"is a ZIP {other}, not a Word file.", where=where, mend=KNOWN)
    unpacked = sum(member.file_size for member in members)
    # XML takes many times its size in memory once it is parsed; pictures lie as they are.
    markup = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    for size, limit in ((unpacked, limits.maximum_unpacked_bytes), (markup, limits.maximum_unpacked_bytes // 4)):
        if size > limit:
            what = (
                f"unpacks to {_size(size)}{' of XML' if size is markup else ''}; at most {_size(limit)} are unpacked."
            )
            mend = "If the file can be trusted, raise the limit (maximum_unpacked_bytes)."
            raise DocumentUnreadable(what, where=where, mend=mend)
    return "docx"


_ARCHIVES = {"spreadsheet": "xl/", "presentation": "ppt/", "OpenDocument file": "content.xml", "e-book": "META-INF/"}


def _size(count: int) -> str:
    for unit, factor in (("GB", 1024**3), ("MB", 1024**2), ("kB", 1024)):
        if count >= factor:
            return f"{count / factor:.1f} {unit}"
    return f"{count} bytes"
