"""Where every line of a report leads: to its words in the appendix, or to the original page, if that has an address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.views.marks import paragraph_breaks
from onrecord.views.originals import original_url
from onrecord.views.quoting import Cited
from onrecord.vocabulary import Article, ArticleId, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article in the appendix. anchors: the places that begin here; is_cited: whether the report cites it."""

    text: str
    anchors: tuple[str, ...]
    is_cited: bool


@dataclass(frozen=True, slots=True)
class Source:
    """An article that the report cites. number: counts from 1, in the order of publication."""

    number: int
    article: Article
    paragraphs: tuple[tuple[Piece, ...], ...] = ()

    @property
    def anchor(self) -> str:
        """Its place in the list of sources."""
        return f"source-{self.number}"


class Sources:
    """The articles of a report and the addresses of their words."""

    def __init__(self, articles: Sequence[Article], cited: Sequence[Cited], *, with_articles: bool) -> None:
        self.with_articles = with_articles
        spans: dict[ArticleId, set[Span]] = {}
        for each in cited:
            spans.setdefault(each.article.id, set()).add(each.span)
        self.sources = tuple(
            Source(
                number,
                article,
                tuple(_paragraphs(article, number, sorted(spans.get(article.id, ())))) if with_articles else (),
            )
            for number, article in enumerate(articles, 1)
        )
        self._by_id: Mapping[ArticleId, Source] = {source.article.id: source for source in self.sources}

    def of(self, article: Article) -> Source:
        """The source that an article is."""
        return self._by_id[article.id]

    def address(self, cited: Cited) -> str:
        """Where its words can be read: here, on the original page, or else where the article is named."""
        source = self.of(cited.article)
        if self.with_articles:
            return "#" + _anchor(source.number, cited.span)
        return original_url(cited.article.url, cited.words) or "#" + source.anchor


def _anchor(number: int, span: Span) -> str:
    return f"at-{number}-{span.start}-{span.end}"


def _paragraphs(article: Article, number: int, spans: Sequence[Span]) -> Iterator[tuple[Piece, ...]]:
    """The whole text in paragraphs, each in pieces; what stands between paragraphs is white space alone."""
    text = article.text
    before, position = 0, 0
    for end, following in [*paragraph_breaks(text), (len(text), len(text))]:
        pieces = tuple(_pieces(text, number, spans, Span(position, end), before)) if position < end else ()
        if pieces:
            yield pieces
        before, position = end, following


def _pieces(text: str, number: int, spans: Sequence[Span], paragraph: Span, before: int) -> Iterator[Piece]:
    """A paragraph cut where cited spans begin and end. What begins in the gap since `before` begins with it."""
    start, end = paragraph.start, paragraph.end
    inside = [span for span in spans if span.start < end and span.end > start]
    edges = {start, end, *(edge for span in inside for edge in (span.start, span.end) if start < edge < end)}
    for first, last in pairwise(sorted(edges)):
        since = before if first == start else first
        anchors = tuple(_anchor(number, span) for span in inside if since <= span.start <= first)
        covered = any(span.start <= first and last <= span.end for span in inside)
        yield Piece(text[first:last], anchors, covered)
