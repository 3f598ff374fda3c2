"""Files become documents: plain text with offsets that stay put, and its structure."""

from foedera.documents.files import KNOWN_FORMATS, ReadLimits
from foedera.documents.manifest import Manifest, read_manifest
from foedera.documents.reading import document_from_text, read_document

__all__ = ["KNOWN_FORMATS", "Manifest", "ReadLimits", "document_from_text", "read_document", "read_manifest"]
