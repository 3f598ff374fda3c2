"""The record that a server serves: opened once; each call of it takes a connection of its own.

What only looks something up is `async`, though it waits for nothing: else it would be sent to another thread and back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Annotated, ParamSpec, TypeVar, cast

from fastapi import Depends, Request

from foedera.record import Record
from foedera.server.settings import ServerSettings

Asked = ParamSpec("Asked")
Answered = TypeVar("Answered")


async def record_of(request: Request) -> Record:
    """The record of the application that got this request."""
    record: Record = request.app.state.record
    return record


async def settings_of(request: Request) -> ServerSettings:
    """The settings of the application that got this request."""
    settings: ServerSettings = request.app.state.settings
    return settings


TheRecord = Annotated[Record, Depends(record_of)]
TheSettings = Annotated[ServerSettings, Depends(settings_of)]


def at_one_moment(page: Callable[Asked, Answered]) -> Callable[Asked, Answered]:
    """A page that reads everything from the record as it is at one moment, which is also cheaper; for what only reads."""

    @wraps(page)
    def asked(*args: Asked.args, **named: Asked.kwargs) -> Answered:
        record = cast("Record", named["record"])
        with record.at_one_moment():
            return page(*args, **named)

    return asked
