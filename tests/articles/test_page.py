from __future__ import annotations

import json

import pytest

from onrecord.articles.draft import Draft
from onrecord.articles.page import read_markup
from onrecord.errors import ArticleError
from onrecord.vocabulary import PublishedFrom

STORY = (
    "<p>The mayor of Port Alder, Ida Fenn, denied on Thursday that her office had promised the contract to anybody.</p>\n"
    "<p>“I have   never discussed it,”<br>Fenn told\nreporters &mdash; twice, in <a href='/x'>the hall</a>.</p>"
    "<p>A spokesman for the company said that it “cannot comment on talks that are under way” in any town.</p>"
)


def page(head: str = "", above: str = "", story: str = STORY) -> str:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
    article = f"<article><h1>Mayor denies deal</h1>{above}{story}</article>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{menu}{article}<footer>All rights reserved</footer></body></html>"


def structured(**said: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **said}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(head: str = "", above: str = "", address: str | None = None) -> Draft:
    return read_markup(page(head, above), address)


def test_the_text_is_the_paragraphs_set_apart_by_a_blank_line_without_clutter() -> None:
    first, second, third = read().text.split("\n\n")
    assert first.startswith("The mayor of Port Alder")
    assert second == "“I have never discussed it,”\nFenn told reporters — twice, in the hall."
    assert third.endswith("in any town.")


def test_structured_data_is_believed_first() -> None:
    fields = read(
        structured(
            headline="Mayor denies deal",
            datePublished="2021-03-04T09:21:00-05:00",
            dateModified="2021-03-05T10:00:00-05:00",
            author=[{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "John Roe"}],
            publisher={"@type": "Organization", "name": "The Quay Courier"},
        ),
        above="<p class='byline'>By Jane Doe and John Roe, Associated Press</p>",
    ).fields
    assert fields.title == "Mayor denies deal"
    assert (fields.published, fields.published_from) == ("2021-03-04T09:21:00-05:00", PublishedFrom.METADATA)
    assert fields.modified == "2021-03-05T10:00:00-05:00"
    assert fields.byline == "Jane Doe and John Roe, Associated Press"
    assert fields.publisher == "The Quay Courier"


def test_an_article_inside_a_graph_is_found() -> None:
    graph = {"@graph": [{"@type": "WebSite"}, {"@type": ["ReportageNewsArticle"], "datePublished": "2021-03-04"}]}
    assert read(f'<script type="application/ld+json">{json.dumps([graph])}</script>').fields.published == "2021-03-04"


def test_meta_tags_speak_where_structured_data_is_broken() -> None:
    fields = read(
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
        '<meta property="article:published_time" content="2021-03-04T09:21:00Z">'
        '<meta property="og:site_name" content="The Quay Courier"><meta name="author" content="By Jane Doe">'
    ).fields
    assert (fields.published, fields.published_from) == ("2021-03-04T09:21:00Z", PublishedFrom.METADATA)
    assert (fields.publisher, fields.byline) == ("The Quay Courier", "Jane Doe")


def test_a_time_of_day_is_preferred_to_a_bare_day() -> None:
    head = structured(datePublished="2021-03-04") + '<meta name="pubdate" content="2021-03-04T09:21:00Z">'
    assert read(head).fields.published == "2021-03-04T09:21:00Z"


def test_a_visible_date_is_read_and_marked_as_such() -> None:
    fields = read(above="<p class='date'>Published March 4, 2021</p>").fields
    assert (fields.published, fields.published_from) == ("2021-03-04", PublishedFrom.PAGE)


def test_the_date_in_the_address_is_read_and_marked_as_such() -> None:
    fields = read(address="https://paper.example/2021/03/04/mayor-denies").fields
    assert (fields.published, fields.published_from) == ("2021-03-04", PublishedFrom.PAGE)


def test_without_any_date_none_is_made_up() -> None:
    fields = read().fields
    assert (fields.published, fields.published_from) == (None, None)


def test_an_updated_line_gives_the_day_of_the_change() -> None:
    above = "<time>March 4, 2021</time><span>Updated: March 5, 2021, 10:15 am</span>"
    assert read(above=above).fields.modified == "2021-03-05"


def test_the_outlet_is_read_from_the_page_title_where_nothing_else_names_it() -> None:
    assert read("<title>Mayor denies deal | The Quay Courier</title>").fields.publisher == "The Quay Courier"


def test_a_saved_page_goes_by_its_canonical_address() -> None:
    assert read('<link rel="canonical" href="https://a.example/mayor">').fields.url == "https://a.example/mayor"


def test_a_fetched_page_is_not_believed_about_another_host_or_its_front_page() -> None:
    address = "https://www.b.example/mayor?utm=1"
    assert read('<link rel="canonical" href="https://a.example/mayor">', address=address).fields.url == address
    assert read('<link rel="canonical" href="/">', address=address).fields.url == address
    assert read('<link rel="canonical" href="/mayor">', address=address).fields.url == "https://www.b.example/mayor"


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "   ",
        "<html></html>",
        "<!-- nothing -->",
        "<p>Please enable JavaScript.</p>",
        page(story="<p>Loading…</p>"),
        "<" * 500,
    ],
)
def test_a_page_without_an_article_is_refused(markup: str) -> None:
    with pytest.raises(ArticleError, match="page"):
        read_markup(markup)


def test_a_tag_of_a_hundred_thousand_attributes_does_not_stop_the_reading() -> None:
    crowded = "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">"
    assert "Ida Fenn" in read_markup(page(story=crowded + STORY)).text


def test_half_surrogates_written_as_entities_do_not_reach_the_text() -> None:
    text = read_markup(
        page(story=STORY + "<p>She said &#xD800; and &#0; and 😀 to the reporters who had come.</p>")
    ).text
    assert text.encode("utf-8").decode("utf-8") == text
    assert "😀" in text
