"""Claims of the kind assessment: who judges or labels whom or what, and how."""

from foedera.claims.assessments.finding import find_assessments

__all__ = ["find_assessments"]
