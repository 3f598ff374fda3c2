"""Claims of the kind capability: who develops, makes, tests, upgrades, buys, fields, hands over or retires equipment."""

from foedera.claims.capabilities.finding import find_capabilities

__all__ = ["find_capabilities"]
