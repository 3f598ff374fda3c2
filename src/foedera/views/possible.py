"""An answer to whether something is possible, for programs."""

from __future__ import annotations

from typing import Any

from foedera.model.possible import Answer, Change, Reason


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """The answer as plain JSON values."""
    return {
        "question": answer.question,
        "on": answer.on,
        "answer": answer.answer.value,
        "grounds": [ground_of_answer(reason) for reason in answer.grounds],
        "unlock": [[_change(change) for change in changes] for changes in answer.unlock],
        "missing": [f"{missing.text} ({missing.document})" for missing in answer.missing],
    }


def ground_of_answer(reason: Reason) -> dict[str, Any]:
    """A step of the chain, named by its rule or its claim."""
    named = {"rule": reason.rule} if reason.rule else {"claim": reason.claim}
    return {
        **named,
        "text": reason.text,
        "source": reason.source,
        "confidence": reason.confidence,
        "reliability": reason.reliability,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "change": change.text,
        "by": change.by,
        "legal_basis": change.legal_basis,
        "precedents": [
            {"instrument": each.instrument, "text": each.text, "days": each.days} for each in change.precedents
        ],
    }
