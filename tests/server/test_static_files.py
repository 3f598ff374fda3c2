"""How long a browser may keep the files of the pages."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from foedera.server.pages.rendering import STATIC
from foedera.server.static_files import MarkedFiles


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/static/style.css?v=0123", "public, max-age=31536000, immutable"),
        ("/static/style.css", "no-cache"),
        ("/static/js/saying.js", "no-cache"),
    ],
)
def test_a_file_with_a_mark_of_its_content_is_kept(address: str, kept: str):
    client = TestClient(Starlette(routes=[Mount("/static", MarkedFiles(directory=STATIC))]))

    assert client.get(address).headers["cache-control"] == kept
