"""Answers kept by their tag, the least used thrown away first."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

_MOST_BYTES = 32 * 2**20  # of one process; some hundreds of pages of claims
_LARGEST = 512 * 2**10  # of one answer: what is larger is asked for once


class Kept:
    """Answers that were given, by a tag that is another one as soon as the answer would be."""

    def __init__(self, most: int = _MOST_BYTES) -> None:
        self._most = most
        self._bodies: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, tag: str) -> bytes | None:
        """The answer of this tag; None if it is not kept."""
        with self._lock:
            body = self._bodies.get(tag)
            if body is not None:
                self._bodies.move_to_end(tag)
            return body

    def put(self, tag: str, body: bytes) -> None:
        """Keep an answer, and let go of others if need be."""
        if len(body) > min(_LARGEST, self._most):
            return
        with self._lock:
            self._bytes += len(body) - len(self._bodies.pop(tag, b""))
            self._bodies[tag] = body
            while self._bytes > self._most:
                self._bytes -= len(self._bodies.popitem(last=False)[1])
