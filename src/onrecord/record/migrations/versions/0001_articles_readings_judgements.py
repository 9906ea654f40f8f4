"""Articles in versions, what the machine read, what became of every input, and what people decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_articles()
    _create_readings()
    _create_outcomes()
    _create_judgements()
    if op.get_bind().dialect.name == "sqlite":
        _mark_sqlite_file()
        _make_judgements_append_only_in_sqlite()


def _create_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("ref", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("published_from", sa.Text),
        sa.Column("modified", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.UniqueConstraint("ref", "version", name="articles_ref_version"),
    )


def _create_readings() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("run", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_table(
        "statements",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("article", sa.Text, sa.ForeignKey("readings.article", ondelete="CASCADE"), nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("kind", sa.Text),
        sa.Column("nested_in", sa.Text, sa.ForeignKey("statements.id", ondelete="CASCADE")),
        sa.Column("confidence", sa.Float),
        sa.Column("source_text", sa.Text),
        sa.Column("content_text", sa.Text, nullable=False),
    )
    op.create_index("statements_article", "statements", ["article"])
    op.create_index("statements_nested_in", "statements", ["nested_in"])
    op.create_table(
        "spans",
        sa.Column("statement", sa.Text, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("piece", sa.Integer, primary_key=True),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
    )


def _create_outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("ref", sa.Text, nullable=False),
        sa.Column("result", sa.Text, nullable=False),
        sa.Column("article", sa.Text),
        sa.Column("run", sa.Text),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("detail", sa.Text),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_index("outcomes_ref", "outcomes", ["ref"])


def _create_judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("subject_kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("old", sa.Text),
        sa.Column("new", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("base_run", sa.Text),
        sa.Column("undoes", sa.Text, sa.ForeignKey("judgements.id"), unique=True),
        sa.Column("article_ref", sa.Text),
        sa.Column("article", sa.Text),
        sa.Column("exact", sa.Text),
        sa.Column("prefix", sa.Text),
        sa.Column("suffix", sa.Text),
        sa.Column("start_char", sa.Integer),
        sa.Column("end_char", sa.Integer),
        sa.Column("source", sa.Text),
    )
    op.create_index("judgements_subject", "judgements", ["subject"])
    op.create_index("judgements_article_ref", "judgements", ["article_ref"])


# --- SQLite only ---


def _mark_sqlite_file() -> None:
    op.execute("PRAGMA application_id = 1332630115")  # "OnRc": tells our files from those of other programs


def _make_judgements_append_only_in_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER judgements_refuse_{change.lower()} BEFORE {change} ON judgements "
            "BEGIN SELECT RAISE(ABORT, 'judgements are append-only: undo one by adding another'); END"
        )
    # INSERT OR REPLACE deletes without firing delete triggers, so it is stopped before it gets that far.
    op.execute(
        "CREATE TRIGGER judgements_refuse_replace BEFORE INSERT ON judgements "
        "WHEN EXISTS (SELECT 1 FROM judgements WHERE id = NEW.id OR seq = NEW.seq OR undoes = NEW.undoes) "
        "BEGIN SELECT RAISE(ABORT, 'judgements are append-only: undo one by adding another'); END"
    )


def downgrade() -> None:
    for table in ("judgements", "outcomes", "spans", "statements", "readings", "runs", "articles"):
        op.drop_table(table)
