"""Claims of the kind measure: quantities, ranks and rates."""

from foedera.claims.measures.finding import find_measures

__all__ = ["find_measures"]
