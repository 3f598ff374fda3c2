"""What took long to answer is asked again once the record has changed, so that the next who asks need not wait for it."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from foedera.model.errors import FoederaError
from foedera.record import Record

_LONG = 0.5  # seconds: below, nobody minds to be the first
_MOST = 12  # addresses; the least lately asked is forgotten
_PAUSE = 2.0  # seconds between two looks at the record's revision; a new one must have stood for as long
_KEPT = ("type", "asgi", "http_version", "method", "scheme", "path", "raw_path", "query_string", "root_path", "server")


class Slow:
    """Middleware that notes which pages took long to begin with."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._noted: OrderedDict[tuple[str, bytes], Scope] = OrderedDict()
        self._lock = Lock()

    @property
    def noted(self) -> tuple[Scope, ...]:
        """The requests that took long, the one asked last first."""
        with self._lock:
            return tuple(reversed(self._noted.values()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                self._note(scope, time.perf_counter() - began)
            await send(message)

        await self.app(scope, receive, noting if scope.get("method") == "GET" else send)

    def _note(self, scope: Scope, seconds: float) -> None:
        address = scope["path"], scope["query_string"]
        with self._lock:
            if address in self._noted:
                self._noted.move_to_end(address)
            elif seconds >= _LONG:
                hosts = [header for header in scope["headers"] if header[0] == b"host"]
                self._noted[address] = {name: scope[name] for name in _KEPT if name in scope} | {"headers": hosts}
                while len(self._noted) > _MOST:
                    self._noted.popitem(last=False)


@contextmanager
def kept_warm(slow: Slow, record: Record, pause: float = _PAUSE) -> Iterator[None]:
    """Within, whenever the record has changed and then rests, what took long is asked again, one after the other."""
    stop = Event()
    worker = Thread(target=_keep_warm, args=(slow, record, pause, stop), name="warming", daemon=True)
    worker.start()
    try:
        yield
    finally:
        stop.set()
        worker.join(_PAUSE)  # a page that it is at may take longer: nobody waits for that


def _keep_warm(slow: Slow, record: Record, pause: float, stop: Event) -> None:
    warm = before = record.revision()
    while not stop.wait(pause):
        with suppress(FoederaError):  # whoever asks for a page is told what is wrong; here nobody waits
            now = record.revision()
            if now == before != warm and _ask_again(slow, record, now, stop):
                warm = now
            before = now


def _ask_again(slow: Slow, record: Record, revision: str, stop: Event) -> bool:
    """Whether all was asked before the record changed again."""
    for scope in slow.noted:
        if stop.is_set() or record.revision() != revision:
            return False
        asyncio.run(_ask(slow.app, dict(scope)))
    return True


async def _ask(app: ASGIApp, scope: MutableMapping[str, Any]) -> None:
    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        pass

    with suppress(Exception):  # it was answered before; what goes wrong now is told to the next who asks
        await app(scope, receive, send)
