"""Reading one upload into the record: what the reading process does."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from foedera.claims import ExtractOptions
from foedera.claims.entities import entities_of
from foedera.claims.extractor import Extractor, label_of
from foedera.claims.extractors import ExtractorChoice, make_extractor
from foedera.documents import read_document
from foedera.model.documents import DocumentFacts, Marking
from foedera.model.errors import FoederaError
from foedera.model.time import Span
from foedera.record import Outcome, Record, open_record
from foedera.server.uploads.spool import Spool, Stage, Upload


def begin_quietly() -> None:
    """Let those who read pages go first."""
    with suppress(OSError, AttributeError):
        os.nice(5)


def read_upload(folder: str, id: str, record: str, pipeline: str) -> None:
    """Read an upload into the record, noting how far it has come; what goes wrong is noted too, and never raised."""
    spool = Spool(Path(folder))
    upload = spool.get(id)
    if upload is None:
        return
    try:
        _read(
            spool,
            upload,
            _record_at(record),
            make_extractor(ExtractorChoice(options=ExtractOptions(pipeline=pipeline))),
        )
    except FoederaError as error:
        _failed(spool, upload, error.what, error.mend)
    except Exception as error:  # whoever waits must be told, whatever it was
        _failed(spool, upload, f"was not read: {type(error).__name__}: {error}.", "Try again, or send another file.")
    finally:
        spool.file_of(upload).unlink(missing_ok=True)


def _read(spool: Spool, upload: Upload, record: Record, extractor: Extractor) -> None:
    spool.note(upload.id, stage=Stage.READING)
    document = read_document(spool.file_of(upload), facts_of(upload), display_path=upload.name)
    skipped = len(document.skipped)
    spool.note(upload.id, stage=Stage.FINDING, words=len(document.text.split()), skipped=skipped)
    label = label_of(extractor)
    run = record.begin_run(label, program="upload", arguments=(upload.name,))
    claims = () if record.has_reading(document.id, label, document.facts) else tuple(extractor(document))
    entered = record.enter_document(document, claims, run=run, entities=entities_of(claims))
    record.finish_run(run)
    known = entered.outcome is Outcome.KNOWN
    spool.note(upload.id, stage=Stage.DONE, document=document.id, claims=entered.claims, known=known, ended=time.time())


def facts_of(upload: Upload) -> DocumentFacts:
    """What was told of an upload besides its text. Raises DateInvalid."""
    told = {name: value for name, value in upload.facts.items() if value}
    return DocumentFacts(
        title=told.get("title"),
        date=Span.parse(told["date"]) if "date" in told else None,
        publisher=told.get("publisher"),
        url=told.get("url"),
        language=told.get("language"),
        marking=Marking(told["marking"]) if "marking" in told else None,
    )


def _failed(spool: Spool, upload: Upload, what: str, mend: str) -> None:
    spool.note(upload.id, stage=Stage.FAILED, what=what, mend=mend, ended=time.time())


@lru_cache(maxsize=1)
def _record_at(place: str) -> Record:
    return open_record(place)
