"""Files to documents to claims, in this process or in several: the same results in the same order."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from foedera.claims.extractor import Extraction, Extractor, extract_with
from foedera.claims.extractors import ExtractorChoice, ExtractorName, make_extractor
from foedera.model.documents import Document, DocumentFacts
from foedera.model.errors import DocumentUnreadable, ExtractionFailed, FoederaError, UsageWrong

if TYPE_CHECKING:
    from foedera.cli.inputs import Inputs


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one file: `document` and what was extracted from it, or the `failure` that says why nothing did.

    `extraction` is None where the document was known already.
    """

    path: Path
    facts: DocumentFacts
    document: Document | None = None
    extraction: Extraction | None = None
    failure: FoederaError | None = None


_TASK = 30_000  # bytes of files that make a task worth sending


Known = Callable[[Document], bool]


def chosen_extractor(
    name: ExtractorName, *, pipeline: str, model: str | None, url: str | None, timeout: float
) -> ExtractorChoice:
    """What the options of a command choose. Raises UsageWrong where they do not go together."""
    from foedera.claims.extraction import ExtractOptions
    from foedera.claims.llm.options import LlmOptions

    asks = name in {ExtractorName.LLM, ExtractorName.RULES_LLM}
    if asks and model is None:
        raise UsageWrong(f"--extractor {name} asks a language model.", mend="Name it with --model.")
    if not asks and (model or url):
        raise UsageWrong("--model and --llm-url go with --extractor llm or rules+llm.", mend="Give one of these.")
    if url is not None and not url.startswith(("http://", "https://")):
        raise UsageWrong(f"--llm-url: “{url}” is no address.", mend="Write it as http://127.0.0.1:8000/v1.")
    llm = LlmOptions(model, url=url, timeout=timeout) if model is not None else None
    return ExtractorChoice(name, ExtractOptions(pipeline=pipeline), llm)


@contextmanager
def reading(
    inputs: Inputs, choice: ExtractorChoice, *, jobs: int = 1, known: Known | None = None
) -> Iterator[Iterator[Read]]:
    """What comes of each input, in the order of the inputs; a file that fails does not stop the others.

    A document that is `known` is not extracted again; this process is asked that, never another. Leaving the block
    early stops what is under way. Raises FoederaError for what concerns every file, as a language pipeline that is
    not there.
    """
    files = [Read(path, inputs.facts_of(path)) for path in inputs.paths]
    jobs = min(jobs, len(files))
    if jobs <= 1:
        extract = partial(_extract, choice)
        yield (each if _is_done(each, known) else extract(each) for each in map(_read, files))
        return
    from foedera.cli.workers import Workers

    together = _together(files, jobs)
    with Workers(jobs) as workers:
        if known is None:
            yield workers.in_order(partial(_read_and_extract, choice), files, _lost, together=together)
        else:
            read = workers.in_order(_read, files, _lost, together=together)
            told = ((each, _is_done(each, known)) for each in read)
            extract = partial(_extract_new, choice)
            yield workers.in_order(extract, told, lambda item: _lost(item[0]), together=together)


def _together(files: list[Read], jobs: int) -> int:
    """How many files a process is given at once: small ones by the dozen, yet enough tasks for everybody."""
    some = [file.path.stat().st_size for file in files[:100] if file.path.is_file()]
    small = _TASK * len(some) // max(1, sum(some))
    return max(1, min(small, len(files) // (8 * jobs)))


def _is_done(read: Read, known: Known | None) -> bool:
    return read.document is None or (known is not None and known(read.document))


def _read(file: Read) -> Read:
    from foedera.documents import read_document

    try:
        return replace(file, document=read_document(file.path, file.facts))
    except FoederaError as error:
        return replace(file, failure=error)


def _extract(choice: ExtractorChoice, read: Read) -> Read:
    assert read.document is not None
    try:
        return replace(read, extraction=extract_with(_extractor(choice), read.document))
    except DocumentUnreadable as error:
        return replace(read, document=None, failure=error)
    except FoederaError:
        raise
    except Exception as error:  # a mistake of ours or of a library on one document must not cost the others
        return replace(read, document=None, failure=_failed(read.path, error))


def _read_and_extract(choice: ExtractorChoice, file: Read) -> Read:
    read = _read(file)
    return read if read.document is None else _extract(choice, read)


def _extract_new(choice: ExtractorChoice, told: tuple[Read, bool]) -> Read:
    read, is_done = told
    return read if is_done else _extract(choice, read)


@lru_cache(maxsize=1)
def _extractor(choice: ExtractorChoice) -> Extractor:
    """The extractor of this process, made once."""
    return make_extractor(choice)


def _failed(path: Path, error: Exception) -> ExtractionFailed:
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = f"no claims could be extracted: {type(error).__name__}: {error} ({Path(last.filename).name}, line {last.lineno})."
    return ExtractionFailed(what, where=str(path), mend="This is a mistake in Foedera: please report it with the file.")


def _lost(file: Read) -> Read:
    """What is said of a file of which the process that read it died."""
    what = "the process that read it was ended, perhaps for want of memory."
    mend = "Read this file by itself, or with fewer --jobs."
    return replace(file, document=None, failure=ExtractionFailed(what, where=str(file.path), mend=mend))
