"""Claims of the kind participation: who takes part in a programme, fund, operation, body or exhibition, and as what."""

from foedera.claims.participations.finding import find_participations

__all__ = ["find_participations"]
