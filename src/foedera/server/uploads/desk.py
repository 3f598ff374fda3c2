"""Where uploads are handed in: looked at at once, then read by a process of their own, one after the other."""

from __future__ import annotations

import hashlib
import multiprocessing
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from platformdirs import user_cache_path

from foedera.documents import KNOWN_FORMATS, ReadLimits
from foedera.documents.files import format_of, load_bytes
from foedera.model.errors import DocumentUnreadable, FoederaError
from foedera.server.settings import ServerSettings
from foedera.server.uploads.spool import Spool, Stage, Upload, plain_name

_PART = 2**20


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """What may be sent: the largest file in bytes, how many files at once, and the endings of their names."""

    size: int
    files: int = 20
    endings: tuple[str, ...] = tuple(KNOWN_FORMATS)

    @property
    def all(self) -> int:
        """The most bytes that are taken in one go."""
        return 4 * self.size

    @property
    def size_in_words(self) -> str:
        """The largest file, as people say it."""
        return f"{self.size / 2**20:.0f} MB" if self.size >= 2**20 else f"{self.size / 1024:.0f} kB"


class UploadDesk:
    """Takes files and has them read. The reading process starts with the first file, and ends with the server."""

    def __init__(self, settings: ServerSettings) -> None:
        self.limits = UploadLimits(settings.max_upload)
        self._settings = settings
        name = hashlib.sha256(settings.record.encode()).hexdigest()[:16]
        self.spool = Spool(user_cache_path("foedera", appauthor=False) / "uploads" / name)
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()
        self._closing = False

    def hand_in(self, name: str, content: BinaryIO, facts: dict[str, str]) -> Upload:
        """Take a file to be read. Raises DocumentUnreadable for one that is too large, or cannot be read by its kind."""
        name = plain_name(name)
        self._check_ending(name)
        self.spool.clean()
        upload = self.spool.take(name, 0, facts)
        place = self.spool.file_of(upload)
        try:
            upload = self.spool.note(upload.id, size=self._copy(content, place, name)) or upload
            limits = ReadLimits(maximum_bytes=self.limits.size)
            format_of(load_bytes(place, name, limits), name, name, limits)
        except FoederaError as error:
            place.unlink(missing_ok=True)
            self.spool.note(upload.id, stage=Stage.FAILED, what=error.what, mend=error.mend, ended=upload.began)
            raise
        self._begin(upload)
        return upload

    def close(self) -> None:
        """End the reading process, whatever it is at; what it has not read stays undone, and is told so.

        A document is entered whole or not at all, so nothing is left half-read.
        """
        self._closing = True
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            # Whoever stops a server does not wait for minutes; the executor itself has no way to say so.
            processes = list((getattr(pool, "_processes", None) or {}).values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.terminate()

    def _check_ending(self, name: str) -> None:
        ending = Path(name).suffix.lower()
        if ending not in KNOWN_FORMATS:
            raise DocumentUnreadable(
                f"“{ending or name}” is no kind of file that is read here.",
                where=name,
                mend=f"Known kinds: {', '.join(self.limits.endings)}.",
            )

    def _copy(self, content: BinaryIO, place: Path, name: str) -> int:
        size = 0
        with place.open("wb") as kept:
            while part := content.read(_PART):
                size += len(part)
                if size > self.limits.size:
                    raise DocumentUnreadable(
                        f"is larger than {self.limits.size_in_words}.",
                        where=name,
                        mend="Split it, or use foedera read.",
                    )
                kept.write(part)
        return size

    def _begin(self, upload: Upload) -> None:
        from foedera.server.uploads.reading import begin_quietly, read_upload

        settings = self._settings
        job = (str(self.spool.folder), upload.id, settings.record, settings.pipeline)
        with self._lock:
            if self._pool is None:
                # A fresh process, not a copy of this one: the server has threads and open connections.
                way = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(1, mp_context=way, initializer=begin_quietly)
            try:
                future = self._pool.submit(read_upload, *job)
            except BrokenProcessPool:
                self._pool = None
                raise
        future.add_done_callback(lambda done: self._ended(upload.id, done))

    def _ended(self, id: str, done: Future[None]) -> None:
        """Tell of an upload whose reading ended without a word: the process was killed, or the server stops."""
        if done.cancelled() or self._closing:
            self._gave_up(id, "was not read before the server stopped.")
        elif done.exception() is not None:
            with self._lock:
                self._pool = None
            self._gave_up(
                id, "was not read: the process that did it was ended from outside, perhaps for want of memory."
            )

    def _gave_up(self, id: str, what: str) -> None:
        upload = self.spool.get(id)
        if upload is not None and not upload.is_over:
            self.spool.note(id, stage=Stage.FAILED, what=what, mend="Send it again.", ended=upload.began)
            self.spool.file_of(upload).unlink(missing_ok=True)
