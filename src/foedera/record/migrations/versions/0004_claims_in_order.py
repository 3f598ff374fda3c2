"""Walk claims in the order of time, all or those of a kind, instead of sorting them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_index("claims_when", "claims", ["earliest", "latest", "id"])
    op.create_index("claims_kind_when", "claims", ["kind", "earliest", "latest", "id"])
    undated = sa.text("earliest IS NULL")
    op.create_index("claims_undated", "claims", ["id"], sqlite_where=undated, postgresql_where=undated)
    op.drop_index("claims_kind", "claims")  # the beginning of claims_kind_when
