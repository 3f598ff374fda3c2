"""Reading in several processes gives what reading in one gives."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from tests.cli.conftest import PACT


@pytest.fixture
def shelf(tmp_path):
    """A folder of a dozen papers, two of them unreadable."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    for number in range(10):
        (folder / f"paper-{number:02}.txt").write_text(PACT.replace("2018", str(2008 + number)), "utf-8")
    (folder / "paper-03b.txt").write_text("", "utf-8")
    (folder / "noise.pdf").write_bytes(b"%PDF-1.4 not really")
    return folder


def test_one_two_and_four_processes_print_the_same_bytes(foedera, shelf):
    """Claims come in the order of the files, failures are named in that order too, and the exit code is the same."""
    alone, two, four = (foedera("extract", shelf, "--format", "jsonl", "--jobs", jobs) for jobs in (1, 2, 4))

    assert alone == two == four
    assert (alone.code, alone.out.count("instrument_event") >= 10) == (1, True)
    assert alone.err.index("noise.pdf") < alone.err.index("paper-03b.txt")


def test_a_record_read_by_two_processes_says_the_same(foedera, shelf, tmp_path):
    """One process writes, in the order of the files; reading again finds everything known."""
    records = [tmp_path / f"{jobs}.sqlite" for jobs in (1, 2)]
    first, second = (
        foedera("read", shelf, "--empty", "--record", record, "--jobs", jobs)
        for jobs, record in enumerate(records, start=1)
    )
    listed = [foedera("claims", "--record", record, "-f", "jsonl").out for record in records]

    assert first.err.replace("1.sqlite", "2.sqlite") == second.err
    assert listed[0] == listed[1]
    assert "10 known already; 0 claims" in foedera("read", shelf, "--record", records[1]).err


def test_a_document_on_which_an_extractor_fails_is_named(foedera, papers, monkeypatch):
    """A mistake in the program on one document is named with its place, and the other documents are done."""
    from foedera.claims import extraction

    real = extraction.RulesExtractor.__call__

    def stumbling(self, document):
        return real(self, document) if document.path.endswith("pact.txt") else 1 / 0

    monkeypatch.setattr(extraction.RulesExtractor, "__call__", stumbling)
    ran = foedera("extract", papers, "-f", "jsonl", "--extractor", "rules")

    assert (ran.code, "instrument_event" in ran.out) == (1, True)
    assert "note.md" in ran.err
    assert "ZeroDivisionError" in ran.err


def test_no_process_at_all_is_wrong_use(foedera, papers):
    """There is always one who works."""
    assert foedera("extract", papers, "--jobs", 0).code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent another way there")
def test_ctrl_c_keeps_what_is_done(shelf, tmp_path):
    """After Ctrl-C the exit code is 130, no process is left over, and reading again goes on from there."""
    import psutil

    for number in range(300):
        (shelf / f"paper-{10 + number}.txt").write_text(PACT.replace("2018", str(1000 + number)), "utf-8")
    record = tmp_path / "stopped.sqlite"
    command = [sys.executable, "-c", "from foedera.cli import main; main()", "read", str(shelf), "--jobs", "2"]
    reading = subprocess.Popen([*command, "--empty", "--record", str(record)], stderr=subprocess.PIPE, text=True)
    process = psutil.Process(reading.pid)
    workers = wait_for(lambda: len(process.children()) >= 2 and process.children())
    wait_for(lambda: documents_in(record))
    reading.send_signal(signal.SIGINT)
    _, told = reading.communicate(timeout=180)

    assert reading.returncode == 130, told
    assert "they are kept" in told
    assert not psutil.wait_procs(workers, timeout=60)[1]


def documents_in(record):
    """How many documents a record holds that another process may be writing, or just making."""
    with (
        contextlib.suppress(sqlite3.OperationalError),
        contextlib.closing(sqlite3.connect(record, timeout=0)) as opened,
    ):
        return opened.execute("SELECT count(*) FROM documents").fetchone()[0]
    return 0


def wait_for(what, seconds=180.0):
    """The first true value of `what()`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("waited in vain")
