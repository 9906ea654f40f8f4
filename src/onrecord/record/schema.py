"""The tables of the record, as SQLAlchemy sees them; `migrations/` is what makes them, and a test compares the two.

Four layers. Articles are versions and never overwritten. What the machine read (readings, statements, spans, parties,
contacts, events) is disposable: a newer run replaces it. What follows from holding articles together (linked parties,
claims, stands, changes and so on) is derived from these and replaced whenever they change; it refers to them by id, but
not by foreign key, since it may be older than what it was derived from. What people decided (judgements) is append-only
and refers to none of them by key.
The full-text tables and the triggers are SQLite's own: see `migrations/` and `search.py`.
"""

from __future__ import annotations

import sqlalchemy as sa

HEAD = "0007"
"""The newest schema revision: a constant, so that opening an up-to-date record need not load alembic."""

metadata = sa.MetaData()

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),  # the order in which versions were added
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("ref", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),  # counts from 1 under each ref
    sa.Column("url", sa.Text),
    sa.Column("publisher", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("byline", sa.Text),
    sa.Column("published", sa.Text),  # as precise as the source gave it, hence no date type
    sa.Column("published_from", sa.Text),
    sa.Column("modified", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("words", sa.Integer, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("added_at", sa.Text, nullable=False),
    sa.UniqueConstraint("ref", "version", name="articles_ref_version"),
    # With these the lists of articles and of outlets need not go through the texts.
    sa.Index("articles_published", "published", "ref", "version", "publisher"),
    sa.Index("articles_publisher", "publisher", "ref", "version"),
)

runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("model", sa.Text, nullable=False),
    sa.Column("code", sa.Text, nullable=False),
)

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),  # one current reading a version
    sa.Column("run", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)

statements = sa.Table(
    "statements",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("article", sa.Text, sa.ForeignKey("readings.article", ondelete="CASCADE"), nullable=False),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("kind", sa.Text),
    sa.Column("nested_in", sa.Text, sa.ForeignKey("statements.id", ondelete="CASCADE")),
    sa.Column("confidence", sa.Float),
    sa.Column("source_text", sa.Text),  # slices of the article's text, kept here for the full-text index
    sa.Column("content_text", sa.Text, nullable=False),
    sa.Column("stance", sa.Text),
    sa.Column("speaker", sa.Text),  # ids of parties of the same reading, here and below
    sa.Column("supplied", sa.Boolean),
    sa.Column("on_behalf_of", sa.Text),
    sa.Column("anonymous", sa.Boolean),
    sa.Column("count", sa.Integer),
    sa.Column("said_start", sa.Text),
    sa.Column("said_end", sa.Text),
    sa.Column("said_granularity", sa.Text),
    sa.Column("said_basis", sa.Text),
    sa.Column("channel", sa.Text),
    sa.Column("told_to", sa.Text),
    sa.Column("via", sa.Text),  # a JSON list, as every list in one column
    sa.Index("statements_article", "article"),
    # Without it each deletion would search the whole table for what is nested in the deleted row.
    sa.Index("statements_nested_in", "nested_in"),
    sa.Index("statements_speaker", "speaker"),
    sa.Index("statements_on_behalf_of", "on_behalf_of"),
    sa.Index("statements_confidence", "confidence"),
    sa.Index("statements_via", "via", sqlite_where=sa.text("via != '[]'")),
)

spans = sa.Table(
    "spans",
    metadata,
    sa.Column("statement", sa.Text, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("role", sa.Text, primary_key=True),
    sa.Column("piece", sa.Integer, primary_key=True),
    sa.Column("start_char", sa.Integer, nullable=False),
    sa.Column("end_char", sa.Integer, nullable=False),
)

parties = sa.Table(
    "parties",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("article", sa.Text, sa.ForeignKey("readings.article", ondelete="CASCADE"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("mentions", sa.Text, nullable=False),  # pairs of offsets
    sa.Column("aliases", sa.Text, nullable=False),
    sa.Column("roles", sa.Text, nullable=False),
    sa.Column("members", sa.Text, nullable=False),
    sa.Column("anonymous", sa.Boolean, nullable=False),
    sa.Column("count", sa.Integer),
    sa.Index("parties_article", "article"),
)

contacts = sa.Table(
    "contacts",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("article", sa.Text, sa.ForeignKey("readings.article", ondelete="CASCADE"), nullable=False),
    sa.Column("parties", sa.Text, nullable=False),
    sa.Column("start_char", sa.Integer, nullable=False),
    sa.Column("end_char", sa.Integer, nullable=False),
    sa.Column("channel", sa.Text),
    sa.Column("on_start", sa.Text),
    sa.Column("on_end", sa.Text),
    sa.Column("on_granularity", sa.Text),
    sa.Column("confidence", sa.Float),
    sa.Index("contacts_article", "article"),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("article", sa.Text, sa.ForeignKey("readings.article", ondelete="CASCADE"), nullable=False),
    sa.Column("parties", sa.Text, nullable=False),
    sa.Column("start_char", sa.Integer, nullable=False),
    sa.Column("end_char", sa.Integer, nullable=False),
    sa.Column("on_start", sa.Text, nullable=False),
    sa.Column("on_end", sa.Text, nullable=False),
    sa.Column("on_granularity", sa.Text, nullable=False),
    sa.Index("events_article", "article"),
)

# --- derived by linking ---

linked_parties = sa.Table(
    "linked_parties",
    metadata,
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
    sa.Index("linked_parties_name", "name"),
)

party_links = sa.Table(
    "party_links",
    metadata,
    sa.Column("local", sa.Text, primary_key=True),
    sa.Column("linked", sa.Text, nullable=False),
    sa.Index("party_links_linked", "linked"),
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("place", sa.Text, nullable=False),  # what sorts them as they are shown, here and below
    sa.Column("text", sa.Text, nullable=False),
)

stands = sa.Table(
    "stands",
    metadata,
    sa.Column("statement", sa.Text, primary_key=True),
    sa.Column("claim", sa.Text, nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("side", sa.Text, nullable=False),
    sa.Column("principal", sa.Text),
    sa.Column("said_start", sa.Text),
    sa.Column("said_end", sa.Text),
    sa.Column("said_granularity", sa.Text),
    sa.Index("stands_claim", "claim", "place"),
    sa.Index("stands_principal", "principal", "claim"),
)

changes = sa.Table(
    "changes",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("party", sa.Text, nullable=False),
    sa.Column("claim", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("before_statement", sa.Text, nullable=False),
    sa.Column("after_statement", sa.Text, nullable=False),
    sa.Column("confidence", sa.Float),
    sa.Index("changes_party", "party"),
    sa.Index("changes_claim", "claim"),
)

conflicts = sa.Table(
    "conflicts",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("claim", sa.Text, nullable=False),
    sa.Column("affirms", sa.Text, nullable=False),
    sa.Column("denies", sa.Text, nullable=False),
    sa.Column("statements", sa.Text, nullable=False),
    sa.Index("conflicts_claim", "claim"),
)

origins = sa.Table(
    "origins",
    metadata,
    sa.Column("claim", sa.Text, primary_key=True),
    sa.Column("side", sa.Text, primary_key=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("groups", sa.Text, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
)

linked_contacts = sa.Table(
    "linked_contacts",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("parties", sa.Text, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),  # article, start and end of each passage
    sa.Column("channel", sa.Text),
    sa.Column("on_start", sa.Text),
    sa.Column("on_end", sa.Text),
    sa.Column("on_granularity", sa.Text),
    sa.Column("confidence", sa.Float),
)

linked_events = sa.Table(
    "linked_events",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("parties", sa.Text, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("on_start", sa.Text, nullable=False),
    sa.Column("on_end", sa.Text, nullable=False),
    sa.Column("on_granularity", sa.Text, nullable=False),
    sa.Column("claim", sa.Text),
)

involved = sa.Table(  # who is in which contact or event, to look these up by party
    "involved",
    metadata,
    sa.Column("party", sa.Text, primary_key=True),
    sa.Column("thing", sa.Text, primary_key=True),
    sa.Index("involved_thing", "thing"),
)

copies = sa.Table(
    "copies",
    metadata,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("copy_of", sa.Text, nullable=False),
    sa.Index("copies_copy_of", "copy_of"),
)

linked_articles = sa.Table(  # of what each article's links were made
    "linked_articles",
    metadata,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("basis", sa.Text, nullable=False),
)

links_made = sa.Table(  # one row: of what all links were made, by what, and how often something was linked
    "links_made",
    metadata,
    sa.Column("basis", sa.Text, primary_key=True),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("turn", sa.Integer, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)

link_notes = sa.Table(  # what linking remembers, so that one more article costs what it brings: see linking/memory.py
    "link_notes",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("told", sa.Text),  # JSON; or raw bytes
    sa.Column("raw", sa.LargeBinary),
)

link_lines = sa.Table(
    "link_lines",
    metadata,
    sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("moment", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

linked_tables = (
    linked_parties,
    party_links,
    claims,
    stands,
    changes,
    conflicts,
    origins,
    linked_contacts,
    linked_events,
    involved,
    copies,
    linked_articles,
    links_made,
    link_notes,
    link_lines,
)
"""Everything that linking derives."""

sentence_vectors = sa.Table(
    "sentence_vectors",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),  # a digest of encoder and sentence
    sa.Column("vector", sa.LargeBinary, nullable=False),
)

outcomes = sa.Table(
    "outcomes",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),  # made from content: the same outcome again is the same row
    sa.Column("ref", sa.Text, nullable=False),
    sa.Column("result", sa.Text, nullable=False),
    sa.Column("article", sa.Text),
    sa.Column("run", sa.Text),
    sa.Column("statements", sa.Integer, nullable=False),
    sa.Column("words", sa.Integer, nullable=False),
    sa.Column("detail", sa.Text),
    sa.Column("at", sa.Text, nullable=False),
    sa.Index("outcomes_ref", "ref"),
)

# No foreign keys out of this table: what a person decided outlives the rows that it was decided on.
judgements = sa.Table(
    "judgements",
    metadata,
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
    sa.Index("judgements_subject", "subject"),
    sa.Index("judgements_article_ref", "article_ref"),
)

alembic_version = sa.table("alembic_version", sa.column("version_num", sa.Text))


def stored_revision(connection: sa.Connection) -> str | None:
    """The schema revision of the record; None where no migration ever ran."""
    if not sa.inspect(connection).has_table(alembic_version.name):
        return None
    return connection.execute(sa.select(alembic_version.c.version_num)).scalar()


kept_tables = (articles, outcomes, judgements)
"""What cannot be made again by reading once more; a record that has rows here is backed up before it is upgraded."""
