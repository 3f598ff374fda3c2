"""Reading that is cut off, by Ctrl-C or by a kill, and repeated ends with just the same record."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from foedera.record import open_record
from tests.record.reader_of_many import main

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The fingerprint of thirty papers read in one go."""
    place = tmp_path_factory.mktemp("whole") / "record.sqlite"
    main(str(place))
    with open_record(place) as record:
        assert record.counts().documents == 30
        return record.fingerprint()


def cut_off(place: Path, blow: signal.Signals, after: int) -> None:
    """Start reading and strike after so many lines; wait until it is over."""
    command = [sys.executable, "-m", "tests.record.reader_of_many", str(place), str(after)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", "."])}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as reader:
        assert reader.stdout is not None
        for _ in range(after):
            assert reader.stdout.readline()
        reader.send_signal(blow)
        reader.stdout.read()
        assert reader.wait() != 0


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("blow", "after"),
    [
        pytest.param(signal.SIGKILL, 0, id="killed while the record is made"),
        pytest.param(signal.SIGKILL, 1, id="killed in the first paper"),
        pytest.param(signal.SIGKILL, 147, id="killed in the middle of a paper"),
        pytest.param(signal.SIGKILL, 150, id="killed between two papers"),
        pytest.param(signal.SIGINT, 143, id="stopped with Ctrl-C"),
    ],
)
def test_cut_off_and_repeated(tmp_path: Path, uninterrupted: str, blow: signal.Signals, after: int) -> None:
    """What was cut off in the middle left nothing half-done; repeated, the record is that of one uninterrupted read."""
    place = tmp_path / "record.sqlite"
    cut_off(place, blow, after)
    with open_record(place, baseline=False) as record:
        half = record.counts()
        assert list(record.verify()) == []
    assert half.documents < 30
    assert half.claims == 10 * half.documents, "a paper is entered whole or not at all"

    main(str(place))

    with open_record(place) as record:
        assert record.fingerprint() == uninterrupted


def test_struck_again_and_again(tmp_path: Path, uninterrupted: str, empty_record: Path) -> None:
    """However often it is cut off, each go reads on from where the last one was."""
    place = tmp_path / "record.sqlite"
    shutil.copy(empty_record, place)
    for after in (25, 60, 45):
        cut_off(place, signal.SIGKILL, after)

    main(str(place))

    with open_record(place) as record:
        assert record.fingerprint() == uninterrupted
