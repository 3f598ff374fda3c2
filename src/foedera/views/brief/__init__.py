"""The written brief: what the record tells of some actors, in sentences that each carry their claims."""

from foedera.views.brief.content import Brief
from foedera.views.brief.writing import write_brief

__all__ = ["Brief", "write_brief"]
