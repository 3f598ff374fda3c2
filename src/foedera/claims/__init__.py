"""Document to claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedera.claims.extraction import ExtractOptions, RulesExtractor, extract_claims

__all__ = ["ExtractOptions", "RulesExtractor", "extract_claims"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from foedera.claims import extraction

        return getattr(extraction, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
