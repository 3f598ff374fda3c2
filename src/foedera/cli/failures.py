"""What failed and what was left out: told when it happens, counted at the end, and in the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from foedera.cli.output import say

if TYPE_CHECKING:
    from foedera.cli.extracting import Read
    from foedera.cli.inputs import Failure, Inputs
    from foedera.model.claims import Claim


def claims_of(inputs: Inputs, file: Read) -> tuple[Claim, ...]:
    """The claims of a file. Its failure is kept for the end; what its extractor left out is told at once."""
    if file.failure is not None:
        inputs.failed(file.path, file.failure)
    if file.extraction is None:
        return ()
    inputs.left_out += len(file.extraction.skipped)
    for skipped in file.extraction.skipped:
        say(f"{file.path}: left out: {skipped.where}: {skipped.reason}")
    return file.extraction.claims


def finish(failures: Sequence[Failure], left_out: int = 0) -> None:
    """Name what failed on standard error and end with exit code 1 if anything did, or was left out."""
    if failures:
        say(f"{len(failures)} of the inputs could not be used; the rest is done:")
    for failure in failures:
        say(f"- {failure.error.message}")
    if left_out:
        say(f"Left out of what was read: {left_out}, each named above.")
    if failures or left_out:
        raise typer.Exit(1)
