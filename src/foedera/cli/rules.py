"""`foedera rules`: the rules behind the answers, and checking rule files of one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from foedera.cli.can import RulesOption
from foedera.cli.settings import WRONG_USE, Format, OutputFormat

if TYPE_CHECKING:
    from foedera.answers.rules import Rule

rules_app = typer.Typer(help="List the rules that answers rest on, or check rule files of your own.")


@rules_app.callback(invoke_without_command=True)
def rules(
    context: typer.Context,
    on: Annotated[
        str | None, typer.Option("--on", help="Only the rules that hold on this day (EDTF).", show_default=False)
    ] = None,
    rules: RulesOption = None,
    format: OutputFormat = Format.TABLE,
) -> None:
    """List the rules with what they say, their legal basis and how long they hold."""
    from foedera.answers.rules import rules_with
    from foedera.cli.choices import day_of
    from foedera.cli.output import print_rows

    if context.invoked_subcommand is not None:
        return
    day = day_of(on, "--on", last=True) if on else None
    listed = [rule for rule in rules_with(rules or ()) if day is None or rule.holds_on(day)]
    rows = [_row(rule) for rule in listed]
    print_rows(rows, ("id", "sentence", "legal_basis", "from", "to"), format)


@rules_app.command("check")
def check(
    paths: Annotated[list[Path], typer.Argument(help="Rule files, or folders of them.", show_default=False)],
) -> None:
    """Check rule files; everything that is wrong is named with its file and line, and what was expected."""
    from foedera.answers.rules import check_rules, shipped_rules
    from foedera.answers.solver import Solver
    from foedera.answers.world import World
    from foedera.cli.output import say

    found, faults = check_rules(paths)
    for fault in faults:
        say(fault.message)
    if faults:
        raise typer.Exit(WRONG_USE)
    others = [rule for rule in shipped_rules() if rule.path not in {each.path for each in found}]
    Solver([*others, *found], World())  # raises if they do not go together with the shipped ones
    print(f"{len(found)} rules, nothing wrong.")


def _row(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "sentence": rule.sentence,
        "legal_basis": [str(basis) for basis in rule.basis],
        "from": rule.first.isoformat() if rule.first != date.min else "",
        "to": rule.last.isoformat() if rule.last != date.max else "",
        "source": rule.source,
        "confidence": rule.confidence,
        "test": rule.test,
        "file": rule.path,
        "line": rule.line,
    }
