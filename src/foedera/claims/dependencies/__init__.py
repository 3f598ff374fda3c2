"""Claims of the kind dependency."""

from foedera.claims.dependencies.finding import find_dependencies

__all__ = ["find_dependencies"]
