"""`foedera serve`: the pages and the REST interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from foedera.cli.output import say
from foedera.cli.settings import DEFAULT_PIPELINE, PipelineOption, RecordPlace

if TYPE_CHECKING:
    from socket import socket


def serve(
    record: RecordPlace = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", help="The port to listen at; 0 for any free one.", min=0, max=65535)
    ] = 8321,
    open_page: Annotated[bool, typer.Option("--open", help="Open the first page in your browser.")] = False,
    workers: Annotated[int, typer.Option("--workers", help="How many processes answer.", min=1, max=64)] = 1,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", help="A name by which browsers may call this server; may be given often."),
    ] = None,
    max_upload: Annotated[int, typer.Option("--max-upload", help="The largest file it takes, in MiB.", min=1)] = 32,
    pipeline: PipelineOption = DEFAULT_PIPELINE,
) -> None:
    """Serve the pages and the REST interface on the record, until you press Ctrl-C."""
    from foedera.cli.records import open_place
    from foedera.server.running import run_server, sockets_for
    from foedera.server.settings import ServerSettings

    with open_place(record, create=True) as ledger:
        place = ledger.place if record is None or "://" not in record else record
    settings = ServerSettings(place, tuple(allow_host or ()), max_upload * 2**20, pipeline=pipeline)
    sockets = sockets_for(_listen(host, port), workers)
    address = _address(host, sockets[0])
    say(f"Foedera shows {place} at {address} (Ctrl-C ends it).")
    if host not in ("127.0.0.1", "::1", "localhost"):
        say("There is no password: whoever reaches this address can read the record and change it.")
    if open_page:
        typer.launch(address)
    run_server(settings, sockets)


def _listen(host: str, port: int) -> socket:
    """A socket that is bound, so that a port that is taken is told before anything is loaded. Raises UsageWrong."""
    import errno
    import socket

    from foedera.model.errors import UsageWrong

    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise UsageWrong(
                f"port {port} is taken: another program listens there, perhaps another foedera serve.",
                mend=f"Stop it, or name another port: --port {port + 1 if port < 65535 else port - 1}.",
            ) from error
        raise UsageWrong(
            f"cannot listen at {host}, port {port}: {error.strerror or error}.", mend="Name another."
        ) from error
    listening.listen(2048)  # whoever asks before the server is ready waits instead of being refused
    listening.set_inheritable(True)
    return listening


def _address(host: str, listening: socket) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(host, host)
    return f"http://{shown}:{listening.getsockname()[1]}"
