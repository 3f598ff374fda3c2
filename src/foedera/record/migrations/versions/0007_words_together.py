"""Keep the index of words in few pieces: looking for a word in a claim then takes a quarter of the time."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for index in ("passages_words", "claims_words"):
        # From two pieces on they are merged, not from four: `fulltext.gather` does so at the end of each run.
        op.execute(f"INSERT INTO {index}({index}, rank) VALUES ('usermerge', 2)")
        op.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")
