"""`foedera brief`: a file with a cited brief, and errors that say how to mend them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from foedera.record import open_record
from tests.cli.conftest import Ran

PAGE = Path(__file__).resolve().parents[2] / "docs" / "brief.md"


@pytest.fixture(autouse=True, scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with what ships with the program."""
    where = tmp_path_factory.mktemp("brief") / "record.sqlite"
    open_record(where).close()
    return where


@pytest.fixture(autouse=True)
def record(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands use that record and write into a folder of their own."""
    monkeypatch.setenv("FOEDERA_RECORD", str(place))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["Japan", "Atlantis", "-o", "b.pdf"], "no actor is called “Atlantis”", id="an unknown actor"),
        pytest.param(["Japan", "EU", "-o", "b.odt"], "Known: .docx, .pdf, .html, .md.", id="an unknown ending"),
        pytest.param(["Japan", "EU", "-o", "brief"], "a name without an ending", id="no ending"),
        pytest.param(["Japan", "-o", "b.pdf"], "Name another", id="one actor"),
        pytest.param(["Japan", "JPN", "-o", "b.pdf"], "at least two actors", id="one actor twice"),
        pytest.param(["Japan", "EU", "--on", "soon", "-o", "b.md"], "cannot read “soon” as a date", id="no date"),
    ],
)
def test_wrong_use_is_told(foedera: Callable[..., Ran], tmp_path: Path, arguments: list[str], told: str):
    """Whoever asks wrongly learns what is wrong and what would be right; no file is written."""
    ran = foedera("brief", *arguments)

    assert ran.code == 2
    assert told in ran.err
    assert list(tmp_path.iterdir()) == []


def _without_counts(text: str) -> str:
    """How many sentences a brief has follows from the facts that ship; they grow."""
    return re.sub(r"\d+(?= (?:sentences|citations))", "some", text)


def test_the_page_does_what_it_says(foedera: Callable[..., Ran]):
    """The commands of the page on briefs print what the page shows."""
    ran = 0
    for body in re.findall(r"^```console\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE):
        for command, shown in re.findall(r"^\$ foedera (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
            done = foedera(*shlex.split(command))
            assert _without_counts(done.out + done.err) == _without_counts(shown), command
            ran += 1

    assert ran == 3


def test_more_than_two_actors(foedera: Callable[..., Ran], tmp_path: Path):
    """Three actors make a brief on what stands between any of them."""
    assert foedera("brief", "Japan", "United Kingdom", "Italy", "--on", "2025-02-01", "-o", "three.md", "-q").err == ""
    assert "Japan, the United Kingdom and Italy" in (tmp_path / "three.md").read_text("utf-8")
