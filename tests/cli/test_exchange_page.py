"""The page on other people's data: its files are written, its commands run, and they answer as it says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

PAGE = Path(__file__).resolve().parents[2] / "docs" / "exchange.md"
BLOCKS = re.compile(r"^```(text|console) ?(\S*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_page_does_what_it_says(foedera: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """From top to bottom, in one record, each command prints what the page shows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOEDERA_RECORD", str(tmp_path / "record.sqlite"))
    ran = 0
    for kind, name, body in BLOCKS.findall(PAGE.read_text("utf-8")):
        if kind == "text":
            Path(name).write_text(body, "utf-8")
            continue
        for command, shown in re.findall(r"^\$ foedera (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
            done = foedera(*shlex.split(command))
            assert done.out + done.err == shown, command
            ran += 1

    assert ran == 12
