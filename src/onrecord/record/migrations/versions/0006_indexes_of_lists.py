"""Indexes for lists and pages: what a party says, who relays whom, what is doubtful, articles by day and outlet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INDEXES = (
    # (name, table, columns)
    ("statements_speaker", "statements", ["speaker"]),
    ("statements_on_behalf_of", "statements", ["on_behalf_of"]),
    ("statements_confidence", "statements", ["confidence"]),
    ("articles_published", "articles", ["published", "ref", "version", "publisher"]),
    ("articles_publisher", "articles", ["publisher", "ref", "version"]),
    ("involved_thing", "involved", ["thing"]),
)


def upgrade() -> None:
    for name, table, columns in INDEXES:
        op.create_index(name, table, columns)
    op.create_index("statements_via", "statements", ["via"], sqlite_where=sa.text("via != '[]'"))
    op.drop_index("stands_principal", "stands")
    op.create_index("stands_principal", "stands", ["principal", "claim"])


def downgrade() -> None:
    op.drop_index("stands_principal", "stands")
    op.create_index("stands_principal", "stands", ["principal"])
    op.drop_index("statements_via", "statements")
    for name, table, _ in reversed(INDEXES):
        op.drop_index(name, table)
