"""Running the command line as a user would, in one process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from foedera.cli import main

PACT = (
    "Northmoor and Eastmark sign a pact\n\nPort Heron, 17 July 2018\n\n"
    "The Ministry of Defence of Japan and the French Navy held a joint naval exercise in the Gulf of Aden on 3 May 2018. "
    "Japan and France signed an Agreement on the Security of Information on 17 July 2018. "
    "The agreement entered into force on 1 February 2019.\n"
)


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def foedera(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """`foedera("read", path)`: runs a command; gives exit code, standard output and standard error."""

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["foedera", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with two readable papers."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "pact.txt").write_text(PACT, "utf-8")
    (folder / "note.md").write_text("# A note\n\nJapan and France will explore joint naval exercises.\n", "utf-8")
    return folder
