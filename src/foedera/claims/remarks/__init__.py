"""Claims of the kind remark."""

from foedera.claims.remarks.finding import find_remarks

__all__ = ["find_remarks"]
