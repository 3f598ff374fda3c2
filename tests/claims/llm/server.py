"""A server on this machine that speaks the OpenAI protocol and plays recorded answers, good and broken."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Played:
    """One recorded answer: the text of the model, or a status of HTTP, or a long silence."""

    text: str | None = None
    status: int = 200
    refusal: str | None = None
    silence: float = 0.0
    headers: tuple[tuple[str, str], ...] = ()


def told(*claims: dict[str, Any]) -> Played:
    """An answer that tells these claims as the prompt asks for them."""
    items = []
    for claim in claims:
        kind, quote = claim["kind"], claim["quote"]
        items.append(
            {kind: quote, f"{kind}_attributes": {k: v for k, v in claim.items() if k not in {"kind", "quote"}}}
        )
    return Played(json.dumps({"extractions": items}, ensure_ascii=False))


def failing(status: int, **headers: str) -> Played:
    """An answer of HTTP that is none."""
    return Played(status=status, headers=tuple((name.replace("_", "-"), value) for name, value in headers.items()))


@dataclass
class Server:
    """What the tests ask: where the server is and what it was asked. The last answer is played again and again."""

    url: str
    answers: list[Played]
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def next(self) -> Played:
        """The next answer of the play."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def playing(*answers: Played) -> Iterator[Server]:
    """A server that plays these answers, for as long as the block lasts."""
    lock = threading.Lock()
    play = Server("", list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                play.asked.append(body)
                play.keys.append(self.headers.get("Authorization", ""))
                answer = play.next()
            time.sleep(answer.silence)
            self._send(answer)

        def _send(self, answer: Played) -> None:
            content = json.dumps(_completion(answer) if answer.status == 200 else {"error": {"message": "played"}})
            try:
                self.send_response(answer.status)
                self.send_header("Content-Type", "application/json")
                for name, value in answer.headers:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content.encode())
            except OSError:  # whoever asked did not wait
                pass

        def log_message(self, format: str, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    play.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield play
    finally:
        server.shutdown()
        server.server_close()


def _completion(answer: Played) -> dict[str, Any]:
    message = {"role": "assistant", "content": answer.text, "refusal": answer.refusal}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": "played", "object": "chat.completion", "created": 0, "model": "played", "choices": [choice]}
