"""The embedded database: what was read, what became of every input, what people decided. SQL is written here only."""

from onrecord.record.anchored import (
    DIFFERENT,
    FOLLOWED,
    SAME,
    Following,
    Other,
    evidence_of,
    evidence_row,
    other_of,
    other_text,
)
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
from onrecord.record.links import LinkKeeper
from onrecord.record.lists import Counts, ListedArticle, ListedArticles, Page
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
from onrecord.record.paged import ClaimHead, ClaimSides, Lane, Narrowed, OnSide, Placed, Reliance, Rests
from onrecord.record.reader import RecordReader
from onrecord.record.rows import ArticleVersion
from onrecord.record.search import Hit, has_words
from onrecord.record.writer import RecordWriter

__all__ = [
    "DIFFERENT",
    "FOLLOWED",
    "REMOVED",
    "REVIEW",
    "SAME",
    "VALUE_FIELDS",
    "Anchor",
    "ArticleVersion",
    "ClaimHead",
    "ClaimSides",
    "Counts",
    "Disagreement",
    "Evidence",
    "Following",
    "Hit",
    "Judgement",
    "JudgementLog",
    "Lane",
    "LinkKeeper",
    "ListedArticle",
    "ListedArticles",
    "Located",
    "Narrowed",
    "OnSide",
    "Other",
    "Overlaid",
    "Page",
    "Place",
    "Placed",
    "Record",
    "RecordReader",
    "RecordWriter",
    "Reliance",
    "Rests",
    "StaleJudgementError",
    "Subject",
    "anchor",
    "evidence_of",
    "evidence_row",
    "has_words",
    "locate",
    "open_record",
    "other_of",
    "other_text",
    "parse_value",
    "spans_text",
    "told_by",
    "value_of",
    "values_text",
]
