"""Document to claims."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedera.claims.extraction import ExtractOptions, RulesExtractor
    from foedera.claims.extractors import extract_claims

__all__ = ["ExtractOptions", "RulesExtractor", "extract_claims"]
_HEAVY = {"ExtractOptions": "extraction", "RulesExtractor": "extraction", "extract_claims": "extractors"}


def __getattr__(name: str) -> Any:
    if name in _HEAVY:
        return getattr(import_module(f"foedera.claims.{_HEAVY[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
