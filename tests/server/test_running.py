"""Where the processes of a server listen."""

from __future__ import annotations

import socket
import sys

import pytest

from foedera.server.running import sockets_for


def bound() -> socket.socket:
    """A socket at a free port, as the command makes it."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    return listening


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux spreads connections over sockets at one address")
def test_connections_spread_over_the_processes() -> None:
    """Each process has a socket of its own at the one address, and each gets some of many connections."""
    listening = bound()
    address = listening.getsockname()

    sockets = sockets_for(listening, 2)
    connections = [socket.create_connection(address) for _ in range(64)]
    accepted = [_accepted(each) for each in sockets]
    for each in (*connections, *sockets):
        each.close()

    assert sum(accepted) == 64
    assert min(accepted) > 0  # each falls to either with equal chance: all to one would be 1 in 2**63


def _accepted(listening: socket.socket) -> int:
    """How many connections wait at a socket."""
    listening.settimeout(0.5)
    number = 0
    while True:
        try:
            listening.accept()[0].close()
        except TimeoutError:
            return number
        number += 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the processes share the one socket")
def test_nobody_else_may_listen_at_the_address() -> None:
    """Though the processes share an address, a second server at it is refused, as at any port that is taken."""
    sockets = sockets_for(bound(), 2)

    with socket.socket() as second, pytest.raises(OSError, match="in use"):
        second.bind(sockets[0].getsockname())

    for each in sockets:
        each.close()
