"""A web page → its article: main text by trafilatura, what the page says of itself by our own reading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from onrecord.articles.byline import make_byline
from onrecord.articles.decode import decode_page
from onrecord.articles.draft import Draft, Fields
from onrecord.articles.structured import read_page_data
from onrecord.errors import ArticleError
from onrecord.vocabulary import PublishedFrom

# A flash of one sentence has some twenty words; menus and "enable JavaScript" have fewer.
_FEWEST_WORDS = 20
_MOST_TEASER_WORDS = 100
_ARTICLES = (
    "//article[not(ancestor::article or ancestor::aside or ancestor::nav or ancestor::footer)]"
    "[not(ancestor-or-self::*[contains(@class, 'comment') or contains(@id, 'comment')])]"
)
_LINKED_HEADING = "ancestor::a | (.//h1 | .//h2 | .//h3 | .//h4)[.//a or ancestor::a]"
# The fuller search of htmldate takes 13 ms instead of 2 and, asked for a date at all costs, is wrong more often; a
# wrong day is worse than none, as every relative date hangs on it.
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
_BLOCKS = frozenset({"p", "head", "item", "row", "quote", "list", "table", "code", "div", "body"})
_LINE_BREAK = "\x00"  # cannot stand in a parsed page
_LONG_TAG = re.compile(r"<[^<>]{20000,}>")
_MOST_ATTRIBUTES = 1_000
_SPACES = re.compile(r"[^\S\x00]+")


def read_page(data: bytes, charset: str | None = None, address: str | None = None) -> Draft:
    """The article of a page's bytes. charset: what the server said of them. address: where they were fetched."""
    return read_markup(decode_page(data, charset), address)


def read_markup(markup: str, address: str | None = None) -> Draft:
    """The article of a page's markup: paragraphs set apart by a blank line, and the page's own fields.

    Raises ArticleError where the page has no main text.
    """
    try:
        draft = _extract(markup, address)
    except Exception as error:
        # The parser and the extractor raise whatever a twisted page makes them raise.
        raise ArticleError(
            f"a page that cannot be taken apart ({type(error).__name__})", "an article's page", "save its text as .txt"
        ) from error
    if draft is None or len(draft.text.split()) < _FEWEST_WORDS:
        raise ArticleError(
            "a page with no article text", "an article's page", "open it in a browser and save its text as .txt"
        )
    return draft


def _extract(markup: str, address: str | None) -> Draft | None:
    from trafilatura import bare_extraction

    tree = _parse(_without_crowded_tags(markup))
    if tree is None:
        return None
    said = read_page_data(tree, address)
    articles = _whole_articles(tree)
    found: Any = bare_extraction(
        tree, url=address, fast=True, include_comments=False, with_metadata=True, date_extraction_params=_DATE_SEARCH
    )
    if found is None or found.body is None:
        return None
    title = said.title or found.title
    # Where the page names no outlet the extractor gives the host.
    publisher = said.publisher or (found.sitename if found.sitename and "." not in found.sitename else None)
    # Where a page says only when it was changed, the search takes that day for the first.
    changed = (said.modified or "")[:10]
    published = said.published or (found.date if found.date != changed else None)
    origin = PublishedFrom.METADATA if said.published else PublishedFrom.PAGE
    fields = Fields(
        url=said.url,
        title=title,
        publisher=publisher,
        byline=make_byline((*said.authors, (found.author or "").split(";")), publisher),
        published=published,
        published_from=origin if published else None,
        modified=said.modified,
    )
    text = _without_title(_paragraphs(found.body), (title or "", *said.headings))
    return Draft(text, fields, _remarks(articles, text))


def _whole_articles(tree: Any) -> list[str]:
    """The longest paragraph of each whole article on a page.

    Comments and the teasers of other stories are often marked as articles too: a teaser is short, and its heading leads
    elsewhere.
    """
    longest = []
    for article in tree.xpath(_ARTICLES):
        paragraphs = [" ".join(paragraph.text_content().split()) for paragraph in article.iter("p")]
        fewest = _MOST_TEASER_WORDS if article.xpath(_LINKED_HEADING) else _FEWEST_WORDS
        if sum(len(paragraph.split()) for paragraph in paragraphs) >= fewest:
            longest.append(max(paragraphs, key=len))
    return longest


def _remarks(articles: list[str], text: str) -> tuple[str, ...]:
    """Short articles are extracted together; of longer ones the extractor takes the first."""
    words = " ".join(text.split())
    if all(paragraph in words for paragraph in articles[1:]):
        return ()
    return (f"the first of {len(articles)} articles on this page",)


def _parse(markup: str) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped]  # ships no types

    # Bytes, since lxml refuses a string whose XML declaration names an encoding; the parser is told which they are.
    parser = html.HTMLParser(encoding="utf-8")
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing in it
        return None


def _without_crowded_tags(markup: str) -> str:
    """The markup without tags of thousands of attributes: the parser compares each with each, which takes minutes."""
    return _LONG_TAG.sub(lambda tag: "" if len(tag[0].split()) > _MOST_ATTRIBUTES else tag[0], markup)


def _paragraphs(body: Any) -> list[str]:
    paragraphs: list[str] = []
    running: list[str] = []

    def close() -> None:
        text = _SPACES.sub(" ", "".join(running))
        running.clear()
        for piece in re.split(r"(?: ?\x00 ?){2,}", text):
            lines = [line.strip() for line in piece.split(_LINE_BREAK)]
            if paragraph := "\n".join(line for line in lines if line):
                paragraphs.append(paragraph)

    def walk(element: Any) -> None:
        is_block = element.tag in _BLOCKS
        if is_block:
            close()
        if element.tag == "lb":
            running.append(_LINE_BREAK)
        running.append(element.text or "")
        for child in element:
            walk(child)
            running.append(child.tail or "")
        if element.tag == "cell":
            running.append(" ")
        if is_block:
            close()

    walk(body)
    return paragraphs


def _without_title(paragraphs: list[str], titles: Iterable[str]) -> str:
    """The text without the headline that many extractions begin with: it is kept as the title."""
    if paragraphs and " ".join(paragraphs[0].split()).casefold() in {title.casefold() for title in titles}:
        paragraphs = paragraphs[1:]
    return "\n\n".join(paragraphs)
