"""Reads plain text. The text stays as written, but for line ends and control characters."""

from __future__ import annotations

from foedera.documents.encoding import decode
from foedera.documents.files import ReadLimits
from foedera.documents.layout import lay_out
from foedera.documents.normalise import normalise_plain
from foedera.documents.pieces import RawDocument


def read_text(content: bytes, where: str, limits: ReadLimits) -> RawDocument:
    """The text with its stretches. Raises DocumentUnreadable if the bytes are no text."""
    decoded, skipped = decode(content, where)
    stored = normalise_plain(decoded)
    return RawDocument(stored, lay_out(stored), skipped=skipped)
