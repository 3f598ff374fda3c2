"""The files that pages need besides, and how long a browser may keep them."""

from __future__ import annotations

from starlette.datastructures import URL
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_EACH_TIME = "no-cache"


class MarkedFiles(StaticFiles):
    """Files whose address may hold a mark of their content: with it they are kept, without it asked for anew each time.

    Modules import each other without a mark; after an update, an old one must not meet a new one.
    """

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or that it has not changed."""
        response = await super().get_response(path, scope)
        marked = "v=" in URL(scope=scope).query
        response.headers["Cache-Control"] = _FOR_EVER if marked and response.status_code == 200 else _ASK_EACH_TIME
        return response
