"""What a server says went wrong, as the errors that the library itself raises."""

from __future__ import annotations

import json
from typing import Any

from foedera.model.errors import (
    ClaimInvalid,
    DateInvalid,
    DecisionInvalid,
    DocumentUnreadable,
    FoederaError,
    NameAmbiguous,
    NameUnknown,
    StoreUnavailable,
    UsageWrong,
)


class ServerUnreachable(FoederaError):
    """No server of Foedera answers at the address."""


_HEIRS: dict[str, type[FoederaError]] = {
    "name-unknown": NameUnknown,
    "http-404": NameUnknown,
    "name-ambiguous": NameAmbiguous,
    "date-invalid": DateInvalid,
    "claim-invalid": ClaimInvalid,
    "decision-invalid": DecisionInvalid,
    "document-unreadable": DocumentUnreadable,
    "usage-wrong": UsageWrong,
    "request-invalid": UsageWrong,
    "store-unavailable": StoreUnavailable,
}


def error_of(status: int, body: bytes, asked: str) -> FoederaError:
    """The error that a response tells of; with `candidates` and `name`, where the library's own has them."""
    told = _told(body)
    if told is None:
        return ServerUnreachable(
            f"the answer ({status}) is none of Foedera's.", where=asked, mend="Check the address of the server."
        )
    heir = _HEIRS.get(str(told.get("type", "")).rpartition(":")[2], FoederaError)
    error = heir.__new__(heir)
    what = str(told.get("what") or told.get("detail") or told.get("title") or "")
    FoederaError.__init__(error, what, where=str(told.get("where", "")), mend=str(told.get("mend", "")))
    if isinstance(error, (NameUnknown, NameAmbiguous)):
        error.name, error.candidates = what, tuple(told.get("candidates", ()))
    return error


def _told(body: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(body)
    except ValueError:
        return None
    return told if isinstance(told, dict) and "title" in told else None
