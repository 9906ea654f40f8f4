"""Articles of these tests with their statements marked by hand, read up to contacts and events without weights."""

from __future__ import annotations

from onrecord.attribution.how import read_manner
from onrecord.attribution.what import Told
from onrecord.attribution.when import day_published, find_times
from onrecord.attribution.who import read_parties
from onrecord.vocabulary import Article, Form, Span, Statement

PUBLISHED = "2031-03-14"  # a Friday


def told(text: str, *attributions: tuple[str, str, str]) -> Told:
    """The article with statements of these sources, cues and contents."""
    article = Article("r", text, publisher="The Lamp", published=PUBLISHED)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    made = tuple(Statement(article.id, span(s), span(c), (span(w),), Form.INDIRECT) for s, c, w in attributions)
    roll, statements = read_parties(article, made)
    times = find_times(text, day_published(PUBLISHED))
    return Told(article, roll, read_manner(article, statements, times), times)
