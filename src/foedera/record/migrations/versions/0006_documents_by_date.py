"""List documents by date without sorting them all."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_index("documents_date", "documents", ["date_earliest", "id"])
