"""The embedded database: what was read, what became of every input, what people decided. SQL is written here only."""

from onrecord.record.judgements import (
    REMOVED,
    Anchor,
    Evidence,
    Judgement,
    JudgementLog,
    Located,
    Place,
    StaleJudgementError,
    Subject,
    anchor,
    locate,
)
from onrecord.record.links import DIFFERENT, SAME, LinkKeeper
from onrecord.record.lists import ListedArticle, ListedArticles, Page
from onrecord.record.opening import Record, open_record
from onrecord.record.overlay import (
    REVIEW,
    VALUE_FIELDS,
    Disagreement,
    Overlaid,
    parse_value,
    spans_text,
    told_by,
    value_of,
    values_text,
)
from onrecord.record.reader import Counts, RecordReader
from onrecord.record.rows import ArticleVersion
from onrecord.record.search import Hit, has_words
from onrecord.record.writer import RecordWriter

__all__ = [
    "DIFFERENT",
    "REMOVED",
    "REVIEW",
    "SAME",
    "VALUE_FIELDS",
    "Anchor",
    "ArticleVersion",
    "Counts",
    "Disagreement",
    "Evidence",
    "Hit",
    "Judgement",
    "JudgementLog",
    "LinkKeeper",
    "ListedArticle",
    "ListedArticles",
    "Located",
    "Overlaid",
    "Page",
    "Place",
    "Record",
    "RecordReader",
    "RecordWriter",
    "StaleJudgementError",
    "Subject",
    "anchor",
    "has_words",
    "locate",
    "open_record",
    "parse_value",
    "spans_text",
    "told_by",
    "value_of",
    "values_text",
]
