"""Claims of the kind activity: what forces or officials did, will or could do, together or on their own."""

from foedera.claims.activities.finding import find_activities

__all__ = ["find_activities"]
