"""Where a page of a list begins: cursors that say nothing to whoever carries them."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from foedera.model.errors import UsageWrong

DEFAULT_LIMIT, MOST = 50, 500  # of one page; a page of 500 claims is half a megabyte
_DIGITS = 12  # of the hash that ties a cursor to its list: enough to notice a mistake, no protection against anybody

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page begins, and the moment at which the record is looked at on all pages of this list."""

    place: Place
    as_of: datetime | None = None

    def write(self, asked: Iterable[tuple[str, str]]) -> str:
        """The cursor as one word that fits into an address; `asked` is what the list was asked for."""
        moment = self.as_of.isoformat() if self.as_of else None
        packed = json.dumps([_digest(asked), moment, *self.place], separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read_cursor(word: str, asked: Iterable[tuple[str, str]], *, like: tuple[type, ...] | None = None) -> Cursor:
    """The cursor that `write` gave for a list that was asked for the same. Raises UsageWrong.

    `like`: the types of its place, where the list always has the same.
    """
    try:
        packed = base64.b64decode(word.encode("ascii") + b"=" * (-len(word) % 4), altchars=b"-_", validate=True)
        digest, moment, *place = json.loads(packed)
        as_of = datetime.fromisoformat(moment) if moment else None
        sound = bool(place) and all(isinstance(part, (str, int)) for part in place)
    except (ValueError, TypeError, binascii.Error, UnicodeError, RecursionError) as error:
        raise _unreadable() from error
    if not sound or (like is not None and tuple(type(part) for part in place) != like):
        raise _unreadable()
    if digest != _digest(asked):
        raise UsageWrong(
            "the cursor belongs to a list with other filters.",
            where="cursor",
            mend="Keep the filters of the page that gave it, or leave the cursor out to begin again.",
        )
    return Cursor(tuple(place), as_of)


def read_limit(word: str | None, *, default: int = DEFAULT_LIMIT, most: int = MOST) -> int:
    """How many entries a page holds. Raises UsageWrong."""
    if word is None:
        return default
    if not word.isascii() or not word.isdigit() or not 1 <= int(word[:9]) <= most:
        raise UsageWrong(f"limit does not take “{word[:20]}”.", mend=f"It takes a number from 1 to {most}.")
    return int(word)


def _unreadable() -> UsageWrong:
    return UsageWrong(
        "the cursor cannot be read.",
        where="cursor",
        mend="Take it unchanged from “next” of the page before, or leave it out to begin again.",
    )


def _digest(asked: Iterable[tuple[str, str]]) -> str:
    return hashlib.sha256(json.dumps(sorted(asked)).encode()).hexdigest()[:_DIGITS]
