"""The end of a command that read many things: what failed is named, and the exit code says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from foedera.cli.output import say

if TYPE_CHECKING:
    from foedera.cli.inputs import Failure


def finish(failures: Sequence[Failure]) -> None:
    """Name what failed on standard error and end with exit code 1 if anything did."""
    if not failures:
        return
    say(f"{len(failures)} of the inputs could not be used; the rest is done:")
    for failure in failures:
        say(f"- {failure.error.message}")
    raise typer.Exit(1)
