"""Find what reaches from one year into a later one without walking through all the years between."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    lasting = sa.text("substr(latest, 1, 4) > substr(earliest, 1, 4)")
    for name, columns in (("claims_lasting", []), ("claims_kind_lasting", ["kind"])):
        columns = [*columns, "earliest", "latest", "id"]
        op.create_index(name, "claims", columns, sqlite_where=lasting, postgresql_where=lasting)
