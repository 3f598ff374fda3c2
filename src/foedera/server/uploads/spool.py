"""The folder in which uploads wait: each is a file, and a note that says how far its reading has come.

The notes are what the serving processes and the reading one tell each other by; each is replaced whole.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

_KEPT = 7 * 24 * 3600  # seconds that a note is kept
_LONGEST_NAME = 200


class Stage(StrEnum):
    """How far the reading of an upload has come."""

    WAITING = "waiting"
    READING = "reading"
    FINDING = "finding"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent. `words` are counted once it is read; `what` and `mend` say why it failed.

    `facts` are what was told of it besides its text, as strings. `known`: the record had it already, read like this.
    `began` and `ended` are seconds since 1970 in UTC.
    """

    id: str
    name: str
    size: int
    facts: dict[str, str]
    began: float
    stage: Stage = Stage.WAITING
    ended: float | None = None
    words: int = 0
    claims: int = 0
    skipped: int = 0
    document: str = ""
    known: bool = False
    what: str = ""
    mend: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.stage in (Stage.DONE, Stage.FAILED)

    @property
    def seconds(self) -> int:
        """How long it has taken, or is taking."""
        return max(0, round((self.ended or time.time()) - self.began))

    @property
    def began_at(self) -> datetime:
        """When it was sent."""
        return datetime.fromtimestamp(self.began, UTC)


class Spool:
    """Uploads in a folder that only its owner may read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, name: str, size: int, facts: dict[str, str]) -> Upload:
        """The note of a new upload; its file is to be written to `file_of`."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        upload = Upload(secrets.token_hex(8), plain_name(name), size, facts, time.time())
        return self.put(upload)

    def put(self, upload: Upload) -> Upload:
        """Keep how an upload stands now."""
        place = self._note_of(upload.id)
        beside = place.with_suffix(f".{secrets.token_hex(4)}")
        beside.write_text(json.dumps(asdict(upload)), "utf-8")
        beside.replace(place)
        return upload

    def note(self, id: str, **changed: Any) -> Upload | None:
        """Change what is kept of an upload; None if it is not known."""
        known = self.get(id)
        return self.put(replace(known, **changed)) if known else None

    def get(self, id: str) -> Upload | None:
        """How an upload stands; None if it is not known."""
        if not id.isalnum():
            return None
        try:
            values = json.loads(self._note_of(id).read_text("utf-8"))
            return Upload(**values | {"stage": Stage(values["stage"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def recent(self, limit: int = 20) -> tuple[Upload, ...]:
        """The uploads of the last days, the newest first."""
        notes = sorted(self._notes(), key=lambda each: each[0], reverse=True)
        found = (self.get(path.stem) for _, path in notes[:limit])
        return tuple(sorted((each for each in found if each), key=lambda each: each.began, reverse=True))

    def file_of(self, upload: Upload) -> Path:
        """Where the file of an upload lies until it is read; its ending stays, since it tells kinds of text apart."""
        return self.folder / f"{upload.id}-file{Path(upload.name).suffix.lower()[:12]}"

    def clean(self) -> None:
        """Take away notes that are old."""
        for changed, path in self._notes():
            if time.time() - changed > _KEPT:
                for old in self.folder.glob(f"{path.stem}*"):
                    old.unlink(missing_ok=True)

    def _note_of(self, id: str) -> Path:
        return self.folder / f"{id}.json"

    def _notes(self) -> Iterable[tuple[float, Path]]:
        for path in self.folder.glob("*.json"):
            try:
                yield path.stat().st_mtime, path
            except OSError:
                continue  # another process took it away meanwhile


def plain_name(name: str) -> str:
    """The name of a file as its sender had it, without folders and without what is no letter."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(letter if letter.isprintable() else " " for letter in last)
    return " ".join(plain.split())[-_LONGEST_NAME:] or "document"
