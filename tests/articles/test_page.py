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


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ('<meta name="date" content="2025-09-30T12:00:00Z">', ""),
        ("", "<aside><time itemprop='datePublished' datetime='2025-09-30T12:00:00Z'>30 September</time></aside>"),
        ("", "<aside><meta itemprop='datePublished' content='2025-09-30T12:00:00Z'></aside>"),
    ],
)
def test_a_less_trusted_date_with_a_time_does_not_win_over_another_day(head: str, above: str) -> None:
    assert read(structured(datePublished="2025-05-14") + head, above).fields.published == "2025-05-14"


def test_the_day_a_page_was_made_does_not_win_over_the_day_it_was_published() -> None:
    head = '<meta name="dcterms.created" content="2025-05-02T08:00:00Z">'
    head += '<meta property="article:published_time" content="2025-05-14">'
    assert read(head).fields.published == "2025-05-14"


@pytest.mark.parametrize(
    "teaser",
    [
        "<aside><time itemprop='datePublished' datetime='2025-09-30T12:00:00Z'></time></aside>",
        "<aside><article><meta itemprop='datePublished' content='2025-09-30T12:00:00Z'></article></aside>",
        "<div itemscope itemtype='https://schema.org/NewsArticle'>"
        "<time itemprop='datePublished' datetime='2025-09-30T12:00:00Z'></time></div>",
    ],
)
@pytest.mark.parametrize("scope", ["", " itemscope itemtype='https://schema.org/NewsArticle'"])
def test_the_date_of_a_teaser_is_not_that_of_the_article(teaser: str, scope: str) -> None:
    own = "<time itemprop='datePublished' datetime='2025-05-14'>14 May</time>"
    story = f"<article{scope}><h1>Mayor denies deal</h1>{own}{STORY}</article>"
    for body in (teaser + story, story + teaser, story.replace(STORY, STORY + teaser)):
        assert read_markup(f"<html><body>{body}</body></html>").fields.published == "2025-05-14"


def test_a_date_marked_in_a_page_without_article_marks_is_read() -> None:
    time = "<time itemprop='datePublished' datetime='2025-05-14T09:00:00Z'></time>"
    for scope in ("", " itemscope itemtype='https://schema.org/WebPage'"):
        assert read_markup(f"<html><body{scope}>{time}{STORY}</body></html>").fields.published == "2025-05-14T09:00:00Z"


def test_the_day_of_a_change_is_not_taken_for_the_day_of_publication() -> None:
    fields = read(structured(dateModified="2025-05-20T10:00:00Z")).fields
    assert (fields.published, fields.published_from) == (None, None)
    assert fields.modified == "2025-05-20T10:00:00Z"


@pytest.mark.parametrize(
    ("own", "head"),
    [
        ({"headline": "Mayor denies deal"}, ""),
        ({"headline": "Mayor &amp; council"}, '<meta property="og:title" content="Mayor &amp; council | The Courier">'),
        ({"headline": "MAYOR DENIES"}, "<title>Mayor denies - The Courier</title>"),
        ({"url": "https://a.example/town/48213"}, '<link rel="canonical" href="https://www.a.example/town/48213/">'),
        (
            {"mainEntityOfPage": {"@id": "https://a.example/n"}},
            '<meta property="og:url" content="https://a.example/n">',
        ),
    ],
)
def test_structured_data_of_a_related_story_is_not_taken_for_the_articles(own: dict[str, object], head: str) -> None:
    related = structured(headline="Harbour floods", url="https://a.example/town/47000", datePublished="2020-01-02")
    said = structured(**own, datePublished="2021-03-04")
    assert read(head + related + said).fields.published == "2021-03-04"
    assert read(head + said + related).fields.published == "2021-03-04"


def test_without_a_sign_which_it_is_the_first_article_of_the_structured_data_is_taken() -> None:
    two = structured(headline="One", datePublished="2020-01-02") + structured(
        headline="Two", datePublished="2021-03-04"
    )
    assert read(two).fields.published == "2020-01-02"


def test_the_main_thing_of_a_web_page_is_found() -> None:
    data = {"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "datePublished": "2021-03-04"}}
    assert read(f'<script type="application/ld+json">{json.dumps(data)}</script>').fields.published == "2021-03-04"


def test_structured_data_escaped_for_a_page_is_read_as_it_is_meant() -> None:
    said = structured(
        headline="Smith &amp; Sons &#8217;deny&nbsp;it&#8217;",
        author={"name": "Jane O&#39;Dea"},
        publisher={"name": "Quay &amp; Courier"},
    )
    fields = read(said).fields
    assert fields.title == "Smith & Sons ’deny it’"
    assert (fields.byline, fields.publisher) == ("Jane O'Dea", "Quay & Courier")


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("Smith &amp; Sons deny it", structured(headline="Smith &amp; Sons deny it")),
        ("Mayor denies deal", '<meta property="og:title" content="Mayor denies deal | The Courier">'),
    ],
)
def test_the_headline_does_not_stand_in_the_text_again(heading: str, head: str) -> None:
    markup = f"<html><head>{head}</head><body><article><h1>{heading}</h1>{STORY}</article></body></html>"
    assert read_markup(markup).text.startswith("The mayor of Port Alder")


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


@pytest.mark.parametrize(
    "path",
    [
        "/news/mayor-denies-the-deal/",
        "/town/48213",
        "/story-204-mayor",
        "/town/mayor.html",
        "/2021/03/04/mayor",
        "/2021/3/mayor-denies",
    ],
)
def test_a_saved_page_goes_by_its_canonical_address(path: str) -> None:
    assert read(f'<link rel="canonical" href="https://a.example{path}">').fields.url == f"https://a.example{path}"


@pytest.mark.parametrize(
    "path", ["/news", "/local-news/", "/elections-2025", "/2021/03/04/", "/news/index.html", "/p/2"]
)
def test_an_address_that_looks_like_a_section_is_believed_only_if_it_is_said_twice(path: str) -> None:
    address = f"https://a.example{path}"
    link = f'<link rel="canonical" href="{address}">'
    assert read(link).fields.url is None
    assert read(link, address="https://a.example/n?id=7").fields.url == "https://a.example/n?id=7"
    assert read(f'{link}<meta property="og:url" content="{address.removesuffix("/")}">').fields.url == address
    for said in ({"url": address}, {"mainEntityOfPage": address}, {"mainEntityOfPage": {"@id": address}}):
        assert read(link + structured(**said)).fields.url == address


def test_a_fetched_page_is_not_believed_about_another_host_or_its_front_page() -> None:
    address = "https://www.b.example/town/48213?utm=1"
    assert read('<link rel="canonical" href="https://a.example/town/48213">', address=address).fields.url == address
    assert read('<link rel="canonical" href="/">', address=address).fields.url == address
    own = read('<link rel="canonical" href="/town/48213">', address=address).fields.url
    assert own == "https://www.b.example/town/48213"


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


def test_a_page_of_several_articles_gives_the_first_and_a_remark() -> None:
    story = f"<article><h2>Mayor denies deal</h2>{STORY}</article>"
    other = story.replace("mayor of Port Alder", "mayor of Sandwick")
    draft = read_markup(f"<html><body>{story}{other}{other}</body></html>")
    assert "Sandwick" not in draft.text
    assert draft.remarks == ("the first of 3 articles on this page",)


def test_short_articles_that_are_read_together_give_no_remark() -> None:
    story = "<article><p>The mayor denied on Thursday that her office had promised the contract "
    story += "to anybody in this town or in any other.</p></article>"
    draft = read_markup(f"<html><body>{story}{story.replace('mayor', 'pilot')}</body></html>")
    assert "mayor" in draft.text
    assert "pilot" in draft.text
    assert draft.remarks == ()


@pytest.mark.parametrize(
    "beside",
    [
        "<article><h3><a href='/x'>Harbour floods</a></h3><p>"
        + "Water rose in the harbour again. " * 6
        + "</p></article>",
        "<a href='/x'><article><h3>Harbour floods</h3><p>"
        + "Water rose in the harbour again. " * 6
        + "</p></article></a>",
        "<article><p>Water rose in the harbour.</p></article>",
        "<article class='comment-body'><p>" + "I do not believe a word of it. " * 6 + "</p></article>",
        "<aside><article><p>" + "Water rose in the harbour again. " * 6 + "</p></article></aside>",
    ],
)
def test_teasers_and_comments_are_no_further_articles(beside: str) -> None:
    story = f"<article><h1>Mayor denies deal</h1>{STORY}</article>"
    assert read_markup(f"<html><body>{story}{beside}</body></html>").remarks == ()


def test_half_surrogates_written_as_entities_do_not_reach_the_text() -> None:
    text = read_markup(
        page(story=STORY + "<p>She said &#xD800; and &#0; and 😀 to the reporters who had come.</p>")
    ).text
    assert text.encode("utf-8").decode("utf-8") == text
    assert "😀" in text
