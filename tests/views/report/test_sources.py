from __future__ import annotations

from onrecord.views.affair import Cited
from onrecord.views.report.sources import Sources
from onrecord.vocabulary import Article, Span

ARTICLE = Article("a-1", "One two three.\n\nFour five.", url="https://x.example/a")


def test_cited_words_are_anchored_and_the_text_is_whole():
    cited = [Cited(ARTICLE, Span(4, 7)), Cited(ARTICLE, Span(4, 13)), Cited(ARTICLE, Span(10, 20))]
    sources = Sources([ARTICLE], cited, with_articles=True)
    paragraphs = sources.of(ARTICLE).paragraphs
    assert ["".join(piece.text for piece in paragraph) for paragraph in paragraphs] == ["One two three.", "Four five."]
    anchors = [anchor for paragraph in paragraphs for piece in paragraph for anchor in piece.anchors]
    assert sorted(anchors) == sorted(sources.address(each)[1:] for each in cited)
    assert [piece.text for piece in paragraphs[0] if piece.is_cited] == ["two", " th", "ree", "."]


def test_a_span_that_begins_between_paragraphs_is_anchored_where_its_words_begin():
    cited = Cited(ARTICLE, Span(14, 20))
    sources = Sources([ARTICLE], [cited], with_articles=True)
    (_, second) = sources.of(ARTICLE).paragraphs
    assert second[0].anchors == (sources.address(cited)[1:],)


def test_without_an_address_a_line_leads_to_the_name_of_its_article():
    article = Article("a-2", "One two three.")
    sources = Sources([article], [], with_articles=False)
    assert sources.address(Cited(article, Span(0, 3))) == "#source-1"
