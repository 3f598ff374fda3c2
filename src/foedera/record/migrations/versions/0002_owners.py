"""Find what belongs to a state or a body without looking at every entity."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_index("entities_country", "entities", ["country"])
    op.create_index("entities_parent", "entities", ["parent"])
