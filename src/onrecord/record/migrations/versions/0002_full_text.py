"""Full text over articles and statements, kept right by triggers in the transaction that changes them."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INDEXES = (
    # (full-text table, table it indexes, columns)
    ("article_search", "articles", ("title", "text")),
    ("statement_search", "statements", ("source_text", "content_text")),
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for search, table, columns in INDEXES:
            _index_in_sqlite(search, table, columns)


# --- SQLite only ---


def _index_in_sqlite(search: str, table: str, columns: tuple[str, ...]) -> None:
    # External content: the text stands once, in its own table; the index holds words only.
    op.execute(
        f"CREATE VIRTUAL TABLE {search} USING fts5({', '.join(columns)}, content='{table}', content_rowid='seq', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    names = ", ".join(columns)
    old = ", ".join(f"OLD.{column}" for column in columns)
    new = ", ".join(f"NEW.{column}" for column in columns)
    # The index finds the words to take out by the old values, which must be exactly what was put in.
    take_out = f"INSERT INTO {search}({search}, rowid, {names}) VALUES ('delete', OLD.seq, {old});"
    put_in = f"INSERT INTO {search}(rowid, {names}) VALUES (NEW.seq, {new});"
    op.execute(f"CREATE TRIGGER {search}_insert AFTER INSERT ON {table} BEGIN {put_in} END")
    op.execute(f"CREATE TRIGGER {search}_delete AFTER DELETE ON {table} BEGIN {take_out} END")
    op.execute(f"CREATE TRIGGER {search}_update AFTER UPDATE OF {names} ON {table} BEGIN {take_out} {put_in} END")
    op.execute(f"INSERT INTO {search}({search}) VALUES ('rebuild')")


def downgrade() -> None:
    for search, _, _ in INDEXES:
        for event in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER {search}_{event}")
        op.execute(f"DROP TABLE {search}")
