"""What follows from holding articles together: parties over all of them, claims and where statements stand on them,
changes, conflicts, origins, contacts, the timeline, copies."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_parties()
    _create_claims()
    _create_contacts_and_events()
    _create_copies_and_mark()


def _create_parties() -> None:
    op.create_table(
        "linked_parties",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("aliases", sa.Text, nullable=False),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("members", sa.Text, nullable=False),
        sa.Column("anonymous", sa.Boolean, nullable=False),
        sa.Column("because", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
    )
    op.create_index("linked_parties_name", "linked_parties", ["name"])
    op.create_table(
        "party_links",
        sa.Column("local", sa.Text, primary_key=True),
        sa.Column("linked", sa.Text, nullable=False),
    )
    op.create_index("party_links_linked", "party_links", ["linked"])


def _create_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "stands",
        sa.Column("statement", sa.Text, primary_key=True),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("principal", sa.Text),
        sa.Column("said_start", sa.Text),
        sa.Column("said_end", sa.Text),
        sa.Column("said_granularity", sa.Text),
    )
    op.create_index("stands_claim", "stands", ["claim", "place"])
    op.create_index("stands_principal", "stands", ["principal"])
    op.create_table(
        "changes",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("party", sa.Text, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("before_statement", sa.Text, nullable=False),
        sa.Column("after_statement", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float),
    )
    op.create_index("changes_party", "changes", ["party"])
    op.create_index("changes_claim", "changes", ["claim"])
    op.create_table(
        "conflicts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("affirms", sa.Text, nullable=False),
        sa.Column("denies", sa.Text, nullable=False),
        sa.Column("statements", sa.Text, nullable=False),
    )
    op.create_index("conflicts_claim", "conflicts", ["claim"])
    op.create_table(
        "origins",
        sa.Column("claim", sa.Text, primary_key=True),
        sa.Column("side", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("groups", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )


def _create_contacts_and_events() -> None:
    op.create_table(
        "linked_contacts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("parties", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("channel", sa.Text),
        sa.Column("on_start", sa.Text),
        sa.Column("on_end", sa.Text),
        sa.Column("on_granularity", sa.Text),
        sa.Column("confidence", sa.Float),
    )
    op.create_table(
        "linked_events",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("parties", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("on_start", sa.Text, nullable=False),
        sa.Column("on_end", sa.Text, nullable=False),
        sa.Column("on_granularity", sa.Text, nullable=False),
        sa.Column("claim", sa.Text),
    )
    op.create_table(
        "involved",
        sa.Column("party", sa.Text, primary_key=True),
        sa.Column("thing", sa.Text, primary_key=True),
    )


def _create_copies_and_mark() -> None:
    op.create_table(
        "copies",
        sa.Column("article", sa.Text, primary_key=True),
        sa.Column("copy_of", sa.Text, nullable=False),
    )
    op.create_index("copies_copy_of", "copies", ["copy_of"])
    op.create_table(
        "links_made",
        sa.Column("basis", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
    )


TABLES = (
    "links_made",
    "copies",
    "involved",
    "linked_events",
    "linked_contacts",
    "origins",
    "conflicts",
    "changes",
    "stands",
    "claims",
    "party_links",
    "linked_parties",
)


def downgrade() -> None:
    for name in TABLES:
        op.drop_table(name)
