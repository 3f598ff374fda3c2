"""Claims of the kind commitment."""

from foedera.claims.commitments.finding import find_commitments

__all__ = ["find_commitments"]
