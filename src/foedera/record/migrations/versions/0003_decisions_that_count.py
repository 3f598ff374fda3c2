"""Decisions can be undone, and entities merged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("decisions", sa.Column("undoes", sa.Text))
    op.create_table(
        "merges",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("into", sa.Text),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("decided_at", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER merges_refuse_{verb.lower()} BEFORE {verb} ON merges BEGIN"
                " SELECT RAISE(ABORT, 'merges is append-only: what was recorded stays as it was recorded."
                " Enter a new merge instead.'); END"
            )
    else:
        op.execute(
            "CREATE TRIGGER merges_append_only BEFORE UPDATE OR DELETE ON merges"
            " FOR EACH ROW EXECUTE FUNCTION foedera_append_only()"
        )
