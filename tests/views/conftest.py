"""Views look at the same records as the answers do."""

from tests.answers.conftest import no_claims, record_of

__all__ = ["no_claims", "record_of"]
