"""What a language model is asked with."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class LlmOptions:
    """Which language model is asked, where, and how patiently.

    `url` is the address of a server that speaks the OpenAI protocol; without it, the provider follows from the model's
    name. `timeout` is in seconds, for one answer; `attempts` is how often one passage is asked for at most; `passage`
    is how many characters of a document are asked for at once.
    """

    model: str
    url: str | None = None
    timeout: float = 120.0
    attempts: int = 3
    passage: int = 3000

    @property
    def stays_here(self) -> bool:
        """Whether what is sent stays on this machine."""
        return self.url is not None and urlsplit(self.url).hostname in _HERE
