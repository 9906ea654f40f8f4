"""The embedded database: what was read, what became of every input, what people decided. SQL is written here only."""

from onrecord.record.judgements import (
    Anchor,
    Evidence,
    Judgement,
    JudgementLog,
    Located,
    Place,
    Subject,
    anchor,
    locate,
)
from onrecord.record.links import DIFFERENT, SAME, LinkKeeper
from onrecord.record.lists import ListedArticle, ListedArticles, Page
from onrecord.record.opening import Record, open_record
from onrecord.record.reader import Counts, RecordReader
from onrecord.record.rows import ArticleVersion
from onrecord.record.search import Hit, has_words
from onrecord.record.writer import RecordWriter

__all__ = [
    "DIFFERENT",
    "SAME",
    "Anchor",
    "ArticleVersion",
    "Counts",
    "Evidence",
    "Hit",
    "Judgement",
    "JudgementLog",
    "LinkKeeper",
    "ListedArticle",
    "ListedArticles",
    "Located",
    "Page",
    "Place",
    "Record",
    "RecordReader",
    "RecordWriter",
    "Subject",
    "anchor",
    "has_words",
    "locate",
    "open_record",
]
