"""The page on the REST interface: its requests are asked, its Python runs, and its tables are whole."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import foedera.client
from foedera.client import Client
from foedera.server.errors import _KINDS
from foedera.server.selection import PARAMETERS
from tests.client.conftest import ADDRESS, Wire

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "rest.md").read_text("utf-8")
REQUESTS = re.compile(r"^GET (/\S+)\n(?:(\d{3}) (\{.*\})\n)?", re.MULTILINE)


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(
    "request_shown", [found for block in blocks("http") for found in REQUESTS.findall(block)], ids=lambda each: each[0]
)
def test_requests_answer_as_shown(wire: Wire, request_shown: tuple[str, str, str]):
    """Each address on the page can be asked; where the page shows an answer, it is what comes."""
    path, status, shown = request_shown
    answered = wire.get(path)

    assert answered.status == int(status or 200)
    if shown:
        told = json.loads(answered.body)
        assert json.loads(shown).items() <= told.items()


def test_the_python_runs(
    client: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    """From top to bottom, the Python of the page does what it says."""
    monkeypatch.chdir(tmp_path)  # where it writes a file
    monkeypatch.setattr(foedera.client, "Client", lambda address: client if address == ADDRESS else None)
    names: dict[str, object] = {}
    for block in blocks("python"):
        exec(compile(block, "docs/rest.md", "exec"), names)

    assert capsys.readouterr().out


def test_the_tables_are_whole():
    """Every filter and every sort of problem stands on the page."""
    named = set(re.findall(r"`([a-z_-]+)`", PAGE))

    assert set(PARAMETERS) <= named
    assert {kind for _, _, kind, _ in _KINDS} - {"failed"} <= named
