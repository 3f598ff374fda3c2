"""What can go wrong when a language model is asked, and whether asking again may help."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from foedera.model.errors import ExtractorUnavailable


class Cause(StrEnum):
    """Why there is no answer that can be used."""

    TOO_SLOW = "no answer in time"
    TOO_MANY = "too many requests"
    SERVER = "the server failed"
    UNREACHABLE = "the server cannot be reached"
    REFUSED = "the model refused or had nothing to say"
    BAD_REQUEST = "the server did not accept the request"
    CUT_OFF = "the answer was cut off"
    NO_JSON = "the answer is no JSON of the form asked for"


AGAIN = frozenset({Cause.TOO_SLOW, Cause.TOO_MANY, Cause.SERVER, Cause.UNREACHABLE, Cause.NO_JSON})


class NoAnswer(Exception):
    """A passage went without a usable answer. `wait` is how many seconds the server asked for, if it did."""

    def __init__(self, cause: Cause, detail: str = "", wait: float | None = None) -> None:
        self.cause = cause
        self.wait = wait
        super().__init__(f"{cause.value}: {detail}" if detail else cause.value)


_LONGEST_WAIT = 60.0  # seconds; a server that asks for more is not waited for longer


def patiently(ask: Callable[[str], str], prompt: str, attempts: int, sleep: Callable[[float], None]) -> str:
    """The answer to a prompt, asked for again where that may help, each time after a longer pause. Raises NoAnswer."""
    for attempt in range(1, attempts + 1):
        try:
            return ask(prompt)
        except NoAnswer as failure:
            if attempt == attempts or failure.cause not in AGAIN:
                raise
            sleep(min(_LONGEST_WAIT, failure.wait if failure.wait is not None else 2.0 ** (attempt - 1)))
    raise ValueError("a model has to be asked at least once")


def failure_of(error: Exception, model: str) -> Exception:
    """What an error of a provider means: NoAnswer for this passage, or ExtractorUnavailable for all of them."""
    original = getattr(error, "original", None)
    if original is None:
        cut = "length" in str(error) and "finish_reason" in str(error)
        return NoAnswer(Cause.CUT_OFF if cut else Cause.REFUSED, str(error))
    status = _status(original)
    if status in {401, 403}:
        return ExtractorUnavailable(
            f"the server of “{model}” refused the key (HTTP {status}).", mend="Set the key in the environment."
        )
    if status == 404:
        return ExtractorUnavailable(
            f"there is no model “{model}” there (HTTP 404).", mend="Check --model and --llm-url."
        )
    if status == 429:
        return NoAnswer(Cause.TOO_MANY, "HTTP 429", _wait(original))
    if status in {408, 504} or "Timeout" in type(original).__name__:
        return NoAnswer(Cause.TOO_SLOW, str(original))
    if status is not None:
        return NoAnswer(Cause.SERVER if status >= 500 else Cause.BAD_REQUEST, f"HTTP {status}: {_short(original)}")
    if "Connect" in type(original).__name__ or isinstance(original, OSError):
        return NoAnswer(Cause.UNREACHABLE, _short(original))
    return NoAnswer(Cause.BAD_REQUEST, f"{type(original).__name__}: {_short(original)}")


def _status(error: Any) -> int | None:
    for name in ("status_code", "code"):
        status = getattr(error, name, None)
        if isinstance(status, int):
            return status
    return None


def _wait(error: Any) -> float | None:
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        return float(headers["retry-after"])
    except (KeyError, ValueError):
        return None


def _short(error: Exception) -> str:
    return str(error)[:200]
