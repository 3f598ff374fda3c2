"""Commitments and what followed them, for people and for programs."""

from __future__ import annotations

from typing import Any

from foedera.model.claims import Claim
from foedera.model.kinds import Kind
from foedera.model.promises import Followed, Promise, PromisesAnswer
from foedera.names.topics import name_of_topic
from foedera.views.statements import names, show_claim
from foedera.views.status import ground_to_json, words
from foedera.views.trust import show_trust

COMMITMENT_COLUMNS = ("instrument", "provision", "strength", "undertaking", "trust", "followed")
NOTHING = "nothing recorded"
_SHOWN = 3  # deeds in a cell; JSON has all


def promises_to_json(answer: PromisesAnswer) -> dict[str, Any]:
    """The answer as plain JSON values; an empty `followed` is a result: the record holds nothing."""
    return {
        "question": f"commitments {answer.one} – {answer.other}",
        "actors": [answer.one, answer.other],
        "on": answer.on,
        "commitments": [promise_to_json(promise) for promise in answer.promises],
    }


def promise_to_json(promise: Promise) -> dict[str, Any]:
    """One commitment with what followed it."""
    return {
        "claim": promise.claim.id,
        "parties": list(promise.parties),
        "strength": promise.strength,
        "undertaking": promise.undertaking,
        "instrument": promise.instrument,
        "instrument_name": promise.instrument_name or None,
        "provision": promise.provision or None,
        "since": promise.since.edtf if promise.since else None,
        "topics": list(promise.topics),
        "ground": ground_to_json(promise.ground),
        "followed": [_followed_to_json(followed) for followed in promise.followed],
    }


def _followed_to_json(followed: Followed) -> dict[str, Any]:
    return {
        "claim": followed.claim.id,
        "kind": followed.claim.kind.value,
        "when": followed.when.edtf,
        "text": show_claim(followed.claim),
        "topics": list(followed.topics),
        "ground": ground_to_json(followed.ground),
    }


def promise_row(promise: Promise) -> dict[str, Any]:
    """One commitment as a row: the empty cell says that nothing is recorded."""
    shown = [
        f"{each.when} {_deed(each.claim)} [{show_trust(each.ground.reliability, each.ground.confidence)}]"
        for each in promise.followed[:_SHOWN]
    ]
    more = len(promise.followed) - len(shown)
    if promise.since is None:
        shown = ["cannot be told: nothing dates the commitment"]
    return {
        "instrument": promise.instrument_name,
        "provision": promise.provision,
        "strength": promise.strength,
        "undertaking": promise.undertaking,
        "topics": [name_of_topic(topic) for topic in promise.topics],
        "trust": show_trust(promise.ground.reliability, promise.ground.confidence),
        "followed": [*shown, *([f"and {more} more"] if more else [])] or [NOTHING],
    }


def _deed(claim: Claim) -> str:
    """What was done, without those who did it: the table is about the two."""
    if claim.kind is Kind.ACTIVITY and (named := names(claim.fillers("name"))):
        return f"{words(claim.word('type'))}: {named}"
    if claim.kind is Kind.INSTRUMENT_EVENT:
        return f"{names(claim.fillers('instrument'))}: {words(claim.word('event'))}"
    return show_claim(claim)
