"""Printing an answer: short for people, the fixed form for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from foedera.cli.output import print_rows
from foedera.cli.settings import Format
from foedera.views.possible import answer_to_json, ground_of_answer

if TYPE_CHECKING:
    from rich.console import Console

    from foedera.model.possible import Answer, Precedent, Reason

_COLOURS = {"yes": "green", "no": "red", "unknown": "yellow"}
_LOW = 0.5  # confidence below which a fact decides nothing alone
_SHOWN_PRECEDENTS = 3


def print_answer(answer: Answer, format: Format) -> None:
    """Print an answer."""
    if format is Format.JSON:
        print(json.dumps(answer_to_json(answer), ensure_ascii=False, indent=2))
    elif format is Format.JSONL:
        print(json.dumps(answer_to_json(answer), ensure_ascii=False))
    elif format is Format.CSV:
        row = {"question": answer.question, "on": answer.on, "answer": answer.answer.value}
        rows = [{**row, **ground_of_answer(reason)} for reason in answer.grounds]
        print_rows(rows, ("question", "on", "answer", "rule", "claim", "text", "source"), format)
    else:
        _print_for_people(answer)


def _print_for_people(answer: Answer) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(soft_wrap=True, highlight=False)
    colour = _COLOURS[answer.answer.value]
    console.print(f"[bold]{escape(answer.question)}[/bold]")
    console.print(f"on {answer.on}: [bold {colour}]{answer.answer.value}[/bold {colour}]")
    for reason in answer.grounds:
        console.print(f"  {'·' if reason.rule else '  –'} {escape(_line(reason))}")
    for note in answer.notes:
        console.print(f"  note: {escape(note)}")
    if answer.missing:
        console.print("[bold]What would settle it[/bold]")
        for missing in answer.missing:
            console.print(f"  {escape(missing.text)} ({escape(missing.document)})")
    _print_unlock(console, answer)


def _print_unlock(console: Console, answer: Answer) -> None:
    from rich.markup import escape

    if answer.unlock:
        console.print("[bold]What would make it possible[/bold] (any one of these)")
    for number, changes in enumerate(answer.unlock, 1):
        for place, change in enumerate(changes):
            lead = f"  {number}." if place == 0 else "     and"
            console.print(f"{lead} {escape(change.text)}")
            console.print(f"     by {escape(change.by)}; {escape(change.legal_basis)}")
            for precedent in change.precedents[-_SHOWN_PRECEDENTS:]:
                console.print(f"     before: {escape(_precedent(precedent))}")


def _line(reason: Reason) -> str:
    doubt = ", low confidence" if reason.confidence < _LOW else ""
    rated = f", reliability {reason.reliability}" if reason.reliability else ""
    named = f" [{reason.rule}]" if reason.rule else f" ({reason.source}{rated}{doubt})"
    return f"{reason.text}{named}"


def _precedent(precedent: Precedent) -> str:
    took = f" ({precedent.days} days)" if precedent.days is not None else ""
    return f"{precedent.text}{took}"
