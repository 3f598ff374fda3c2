"""A server on the example documents and a browser that looks at it. Skipped by name where there is no Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.looking import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
STARTING = 60  # seconds within which a server answers, or ends


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """One browser for all tests here; each test gets a fresh profile from it."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("there is no Chromium here (CHROMIUM names one)")
    playwright.expect.set_options(timeout=PATIENCE)
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def example_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that has read the example documents, to be copied."""
    from foedera.claims import RulesExtractor
    from foedera.claims.entities import entities_of
    from foedera.documents import read_document, read_manifest
    from foedera.record import open_record

    place = tmp_path_factory.mktemp("examples") / "record.sqlite"
    manifest = read_manifest(ROOT / "examples" / "manifest.csv")
    extractor = RulesExtractor()
    with open_record(place) as record:
        run = record.begin_run(f"{extractor.name}/{extractor.version}")
        for path in sorted((ROOT / "examples").iterdir()):
            if path.suffix != ".csv":
                document = read_document(path, manifest.facts_for(path), display_path=path.name)
                claims = extractor(document)
                record.enter_document(document, claims, run=run, entities=entities_of(claims))
        record.finish_run(run)
    return place


@pytest.fixture(scope="session")
def site(example_record: Path) -> Iterator[str]:
    """The address of a server for tests that only look."""
    with _serving(example_record) as address:
        yield address


@pytest.fixture
def own_site(example_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server on a record of the test's own, for tests that change it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))  # where uploads wait to be read
    with _serving(Path(shutil.copy(example_record, tmp_path / "record.sqlite"))) as address:
        yield address


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page in a fresh profile: `open_page(width=…, dark=…)`. The test fails if a page complains on its console."""
    opened: list[Any] = []
    complaints: list[str] = []

    def make(size: dict[str, int] | None = None, *, dark: bool = False, scripts: bool = True) -> Any:
        size = size or DESKTOP
        context = browser.new_context(
            viewport=size,
            color_scheme="dark" if dark else "light",
            has_touch=size == PHONE,
            is_mobile=size == PHONE,
            java_script_enabled=scripts,
        )
        context.set_default_timeout(PATIENCE)
        context.set_default_navigation_timeout(2 * PATIENCE)
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if _is_complaint(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield make
    for context in opened:
        context.close()
    assert complaints == []


def _is_complaint(said: Any) -> bool:
    # Without a graphics card the driver remarks on its own speed; that is no fault of a page.
    return said.type in ("error", "warning") and "GL Driver Message" not in said.text


@pytest.fixture
def page(open_page: Callable[..., Any]) -> Any:
    """A page of desktop size."""
    return open_page()


@pytest.fixture
def phone(open_page: Callable[..., Any]) -> Any:
    """A page of a phone's size, with touch."""
    return open_page(PHONE)


class _serving:  # noqa: N801 - reads as a verb where it is used
    """A server in a thread on a free port, while the block lasts."""

    def __init__(self, record: Path) -> None:
        import uvicorn

        from foedera.server.app import create_app
        from foedera.server.settings import ServerSettings

        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        app = create_app(ServerSettings(record=str(record)))
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        until = time.monotonic() + STARTING
        while not self._server.started:
            assert self._thread.is_alive() and time.monotonic() < until, "the server did not start"
            time.sleep(0.02)
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=STARTING)
