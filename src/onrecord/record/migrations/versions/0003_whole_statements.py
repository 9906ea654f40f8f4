"""What statements mean inside their article: who, for whom, how and when; the parties, contacts and dated events of an article."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MEANING = (
    ("stance", sa.Text),
    ("speaker", sa.Text),
    ("supplied", sa.Boolean),
    ("on_behalf_of", sa.Text),
    ("anonymous", sa.Boolean),
    ("count", sa.Integer),
    ("said_start", sa.Text),
    ("said_end", sa.Text),
    ("said_granularity", sa.Text),
    ("said_basis", sa.Text),
    ("channel", sa.Text),
    ("told_to", sa.Text),
    ("via", sa.Text),
)
"""The columns that `statements` gains; spans of the phrase and of the channel are further roles in `spans`."""


def upgrade() -> None:
    for name, kind in MEANING:
        op.add_column("statements", sa.Column(name, kind))
    _create_parties()
    _create_contacts()
    _create_events()


def _of_reading() -> sa.Column[str]:
    return sa.Column("article", sa.Text, sa.ForeignKey("readings.article", ondelete="CASCADE"), nullable=False)


def _create_parties() -> None:
    op.create_table(
        "parties",
        sa.Column("id", sa.Text, primary_key=True),
        _of_reading(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("mentions", sa.Text, nullable=False),
        sa.Column("aliases", sa.Text, nullable=False),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("members", sa.Text, nullable=False),
        sa.Column("anonymous", sa.Boolean, nullable=False),
        sa.Column("count", sa.Integer),
    )
    op.create_index("parties_article", "parties", ["article"])


def _create_contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.Text, primary_key=True),
        _of_reading(),
        sa.Column("parties", sa.Text, nullable=False),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("channel", sa.Text),
        sa.Column("on_start", sa.Text),
        sa.Column("on_end", sa.Text),
        sa.Column("on_granularity", sa.Text),
        sa.Column("confidence", sa.Float),
    )
    op.create_index("contacts_article", "contacts", ["article"])


def _create_events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Text, primary_key=True),
        _of_reading(),
        sa.Column("parties", sa.Text, nullable=False),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("on_start", sa.Text, nullable=False),
        sa.Column("on_end", sa.Text, nullable=False),
        sa.Column("on_granularity", sa.Text, nullable=False),
    )
    op.create_index("events_article", "events", ["article"])


def downgrade() -> None:
    for table in ("events", "contacts", "parties"):
        op.drop_table(table)
    for name, _ in reversed(MEANING):
        op.drop_column("statements", name)
