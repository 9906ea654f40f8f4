"""What linking remembers, and places of derived rows as text, so that one more article writes only the rows it touches.

What was derived before is dropped: it is stale by this, and is derived anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

PLACED = ("claims", "changes", "conflicts", "origins", "linked_contacts", "linked_events")
DERIVED = (*PLACED, "linked_parties", "party_links", "stands", "involved", "copies")


def upgrade() -> None:
    for table in DERIVED:
        op.execute(f"DELETE FROM {table}")
    for table in PLACED:
        with op.batch_alter_table(table) as altered:
            altered.alter_column("place", type_=sa.Text, existing_type=sa.Integer, existing_nullable=False)
    op.drop_table("links_made")
    op.create_table(
        "links_made",
        sa.Column("basis", sa.Text, primary_key=True),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_table(
        "linked_articles",
        sa.Column("article", sa.Text, primary_key=True),
        sa.Column("basis", sa.Text, nullable=False),
    )
    op.create_table(
        "link_notes",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("told", sa.Text),
        sa.Column("raw", sa.LargeBinary),
    )
    op.create_table(
        "link_lines",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("moment", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("link_lines", "link_notes", "linked_articles", "links_made"):
        op.drop_table(table)
    for table in DERIVED:
        op.execute(f"DELETE FROM {table}")
    for table in PLACED:
        with op.batch_alter_table(table) as altered:
            altered.alter_column("place", type_=sa.Integer, existing_type=sa.Text, existing_nullable=False)
    op.create_table(
        "links_made",
        sa.Column("basis", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
    )
