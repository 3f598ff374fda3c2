"""A file that somebody sends, read into the record."""

from __future__ import annotations

import shutil
import tempfile
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from foedera.model.documents import Document, DocumentFacts, Marking, Skipped
from foedera.model.errors import DocumentUnreadable, UsageWrong
from foedera.model.time import Span
from foedera.record import Entered, Record
from foedera.server.settings import ServerSettings

if TYPE_CHECKING:
    from foedera.claims.extractors import Extractor

_LONGEST = 200  # characters of a file's name
_extracting = threading.Lock()  # the language pipeline is one for all threads, and not made for two at once


@dataclass(frozen=True, slots=True)
class Upload:
    """What came of a file: its document, what entering it did, and what was left out of its claims."""

    document: Document
    entered: Entered
    skipped: tuple[Skipped, ...] = ()


def facts_of_form(date: str, title: str, publisher: str, url: str, language: str, marking: str) -> DocumentFacts:
    """What a form says of a file; an empty field says nothing. Raises DateInvalid, UsageWrong."""
    known = ", ".join(each.value for each in Marking)
    if marking and marking not in [each.value for each in Marking]:
        raise UsageWrong(f"marking does not take “{marking[:40]}”.", mend=f"It takes: {known}.")
    if url and not url.startswith(("http://", "https://")):
        raise UsageWrong(f"url does not take “{url[:100]}”.", mend="It takes an address that begins with https://.")
    return DocumentFacts(
        title=title.strip() or None,
        date=Span.parse(date) if date.strip() else None,
        publisher=publisher.strip() or None,
        url=url.strip() or None,
        language=language.strip() or None,
        marking=Marking(marking) if marking else None,
    )


def read_upload(record: Record, settings: ServerSettings, file: BinaryIO, name: str, facts: DocumentFacts) -> Upload:
    """Read a file into the record and extract its claims; one that is known already is not extracted again.

    Raises DocumentUnreadable, also for a file larger than the settings allow.
    """
    document = _read(settings, file, file_name(name), facts)
    extractor = _extractor(settings.pipeline)
    from foedera.claims.entities import entities_of
    from foedera.claims.extractors import Extraction, extract_with, label_of

    label = label_of(extractor)
    if record.has_reading(document.id, label, document.facts):
        found = Extraction(())
    else:
        with _extracting:
            found = extract_with(extractor, document)
    run = record.begin_run(label, program="foedera serve", arguments=(document.path,))
    entered = record.enter_document(document, found.claims, run=run, entities=entities_of(found.claims))
    record.finish_run(run)
    return Upload(document, entered, found.skipped)


def file_name(sent: str) -> str:
    """The name of a file without the folders that a browser or a program put before it. Raises UsageWrong."""
    name = PurePath(sent.replace("\\", "/")).name.strip()
    if not name or name in (".", "..") or not name.isprintable() or len(name) > _LONGEST:
        raise UsageWrong(
            f"“{name[:40]}” is no name of a file.", mend=f"Give it one of 1 to {_LONGEST} letters, as in notice.pdf."
        )
    return name


def _read(settings: ServerSettings, file: BinaryIO, name: str, facts: DocumentFacts) -> Document:
    from foedera.documents import read_document

    with tempfile.TemporaryDirectory(prefix="foedera-") as folder:
        place = Path(folder) / f"sent{PurePath(name).suffix.lower()[:12]}"
        with place.open("wb") as kept:
            shutil.copyfileobj(file, kept)
        size = place.stat().st_size
        if size > settings.max_upload:
            raise DocumentUnreadable(
                f"is {size / 2**20:.1f} MiB; at most {settings.max_upload / 2**20:.0f} MiB are taken.",
                where=name,
                mend="Split it, or start with: foedera serve --max-upload MIB.",
            )
        return read_document(place, facts, display_path=name)


@lru_cache(maxsize=1)
def _extractor(pipeline: str) -> Extractor:
    from foedera.claims.extraction import ExtractOptions
    from foedera.claims.extractors import ExtractorChoice, make_extractor

    return make_extractor(ExtractorChoice(options=ExtractOptions(pipeline=pipeline)))
