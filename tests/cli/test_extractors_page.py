"""The page on extractors: its files are written, its commands run, and they answer as it says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.claims.llm.server import playing, told
from tests.cli.conftest import Ran

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "extractors.md").read_text("utf-8")
SIGNED = {
    "kind": "instrument_event",
    "quote": "Japan and France signed an Agreement on the Security of Information on 24 October 2011",
    "instrument": "Agreement on the Security of Information",
    "event": "signed",
    "party": ["Japan", "France"],
    "when": "2011-10-24",
}
EXPLORED = {
    "kind": "commitment",
    "quote": "Both sides will explore joint naval exercises",
    "party": ["Japan", "France", "Westhaven"],
    "undertaking": "joint naval exercises",
    "strength": "explores",
}
WELCOMED = {"kind": "remark", "quote": "Both sides welcomed it", "speaker": "Japan", "content": "welcomed"}


def test_the_page_does_what_it_says(foedera: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Each command prints what the page shows, when a model answers as the one of the page did."""
    pytest.importorskip("langextract", reason="the extra foedera[llm] is not installed")
    monkeypatch.chdir(tmp_path)
    for name, text in re.findall(r"^```text (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE):
        Path(name).write_text(text, "utf-8")
    ran = 0
    with playing(told(SIGNED, EXPLORED, WELCOMED)) as server:
        for body in re.findall(r"^```console\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE):
            for command, shown in re.findall(r"^\$ foedera (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
                done = foedera(*shlex.split(command.replace("http://127.0.0.1:8000/v1", server.url)))
                assert done.out + done.err == shown, command
                ran += 1

    assert ran == 3


def test_an_extractor_of_ones_own_runs_as_shown():
    """The Python of the page runs, and what it asserts is so."""
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)

    exec(compile(code, "docs/extractors.md", "exec", dont_inherit=True), {"__name__": "page"})
