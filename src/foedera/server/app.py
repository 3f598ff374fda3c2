"""The application: guard, errors, REST interface, pages and what they need besides."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from foedera.record import open_record
from foedera.server.api import API
from foedera.server.errors import add_handlers
from foedera.server.keeping import Kept
from foedera.server.pages import PAGES
from foedera.server.remembering import Memory
from foedera.server.security import Guard
from foedera.server.settings import ServerSettings
from foedera.server.static_files import MarkedFiles
from foedera.server.timing import Timed
from foedera.server.uploads import UploadDesk

STATIC = Path(__file__).with_name("static")
_WORTH_PACKING = 2048  # bytes; below, packing costs more than it saves
_PACKING = 4  # of 9: JSON gets hardly smaller above, and takes twice the time


def create_app(settings: ServerSettings) -> FastAPI:
    """The application on the record that the settings name. Raises StoreUnavailable.

    The record is opened here, so that a wrong place is told before anybody listens; it is closed when the server stops.
    """
    app = FastAPI(
        title="Foedera",
        version=version("foedera"),
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        generate_unique_id_function=lambda route: route.name,
        lifespan=_closing,
    )
    app.state.settings = settings
    app.state.record = open_record(settings.record)
    app.state.answers = Kept()
    app.state.uploads = UploadDesk(settings)
    app.state.memory = Memory()
    add_handlers(app)
    app.add_middleware(GZipMiddleware, minimum_size=_WORTH_PACKING, compresslevel=_PACKING)
    app.add_middleware(Guard, allowed_hosts=settings.allowed_hosts, largest=4 * settings.max_upload + 2**20)
    app.add_middleware(Timed)
    for router in API:
        app.include_router(router)
    app.mount("/static", MarkedFiles(directory=STATIC, check_dir=False), name="static")
    for router in PAGES:
        app.include_router(router, include_in_schema=False)
    return app


@asynccontextmanager
async def _closing(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.uploads.close()
    app.state.record.close()
