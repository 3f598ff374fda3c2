"""The pages that every page leads to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Door:
    """An entry of the navigation; `under` are the beginnings of paths for which it is shown as the current one."""

    label: str
    path: str
    under: tuple[str, ...]

    def is_current(self, path: str) -> bool:
        """Whether a page of this path lies behind the door."""
        return path == self.path or any(path == start or path.startswith(start + "/") for start in self.under)


NAVIGATION = (
    Door("Home", "/", ()),
    Door("Partnership", "/partnership", ("/partnership",)),
    Door("Timeline", "/timeline", ("/timeline",)),
    Door("Map", "/map", ("/map",)),
    Door("Network", "/network", ("/network",)),
    Door("Table", "/table", ("/table",)),
    Door("Ask", "/ask/can", ("/ask",)),
    Door("Gaps", "/gaps", ("/gaps",)),
    Door("Documents", "/documents", ("/documents", "/upload")),
)
