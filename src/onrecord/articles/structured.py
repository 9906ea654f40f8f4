"""What a page says of itself for machines: JSON-LD, meta tags, and the few class names that everybody uses."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from onrecord.articles.addresses import without_login
from onrecord.articles.dates import find_date, parse_page_date

_ARTICLE_TYPES = ("Article", "BlogPosting", "LiveBlogPosting", "Report")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "dcterms.issued", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date", "date", "cxenseparse:recs:publishtime", "article.published",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified",
    "og:updated_time",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
)
_BYLINE_PATHS = (
    "//*[@rel='author' or @itemprop='author']",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]",
    "//*[contains(@class, 'byline') or contains(@class, 'author-name')]",
)
_UPDATED_PATH = (
    "//*[not(self::script or self::style)][not(*)]"
    "[starts-with(normalize-space(translate(., 'UPDATEDLS', 'updatedls')), 'updated')"
    " or starts-with(normalize-space(translate(., 'UPDATEDLS', 'updatedls')), 'last updated')]"
)
_ASIDE = "ancestor::aside or ancestor::nav or ancestor::footer"
_SCOPES = (
    "//*[@itemtype][contains(@itemtype, 'Article') or contains(@itemtype, 'BlogPosting')"
    f" or contains(@itemtype, 'Report')][not({_ASIDE})]",
    f"//article[not({_ASIDE})]",
)
_ITEMS = f".//*[@itemprop=$role][not({_ASIDE})]"
# A number that is no year, three words, an ending; or anything under a day.
_STORY_PATH = re.compile(
    r"(?:/[^/]*(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{3,}[^/]*|/[^/-]+(?:-[^/-]+){2,}|/(?!index\.)[^/]+\.[sx]?html?"
    r"|/(?:19|20)\d\d/\d\d?/(?:\d\d?/)?[^/]*[A-Za-z]{3}[^/]*)/?$",
    re.IGNORECASE,
)
_OUTLET = re.compile(r"\s*[|–—·-]\s*([^|]{2,60})")
_LONGEST_LINE = 200


Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class PageData:
    """The fields found, each None where the page does not say.

    headings: what the page shows as its heading. authors: one tuple a source, the most trusted first.
    """

    url: str | None
    title: str | None
    headings: tuple[str, ...]
    publisher: str | None
    published: str | None
    modified: str | None
    authors: tuple[tuple[str, ...], ...]


def read_page_data(tree: Any, address: str | None) -> PageData:
    """tree: the page as lxml parsed it. address: where it was fetched, if it was."""
    meta = _meta_tags(tree)
    links = _own_links(tree, meta, address)
    headings = tuple(" ".join(heading.text_content().split()) for heading in tree.iter("h1"))
    page_title = " ".join((tree.findtext(".//title") or "").split())
    article = _article_node(tree, _Known(links, (*headings, meta.get("og:title") or "", page_title)))
    return PageData(
        url=_canonical(links, _addresses(article), address),
        title=_said(article.get("headline")) or meta.get("og:title"),
        headings=headings,
        publisher=meta.get("og:site_name") or _name(article.get("publisher")) or _after_title(page_title, headings),
        published=_first_day(
            [_said(article.get("datePublished")), *_values(meta, _PUBLISHED), *_times(tree, "datePublished")]
        ),
        modified=_first_day(
            [_said(article.get("dateModified")), *_values(meta, _MODIFIED), *_times(tree, "dateModified")]
        )
        or _updated_line(tree),
        authors=(tuple(_names(article.get("author"))), tuple(_values(meta, _AUTHORS)), _visible_byline(tree)),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """By what a page's own article can be told from other stories that its JSON-LD tells of."""

    addresses: tuple[str, ...]
    titles: tuple[str, ...]

    def fits(self, node: Node) -> bool:
        headline = (_said(node.get("headline")) or "").casefold()
        titles = (title.casefold() for title in self.titles)
        return (
            any(headline and (title == headline or _outlet_after(headline, title)) for title in titles)
            or any(_same_page(said, known) for said in _addresses(node) for known in self.addresses)
        )  # fmt: skip


def _article_node(tree: Any, known: _Known) -> Node:
    """The JSON-LD object of the page's own article, else the first that calls itself an article, else an empty one."""
    nodes = [
        node for node in _structured(tree) if any(kind.endswith(_ARTICLE_TYPES) for kind in _strings(node.get("@type")))
    ]
    return next((node for node in nodes if known.fits(node)), nodes[0] if nodes else {})


def _structured(tree: Any) -> Iterator[Node]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            yield from list(_nodes(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):
            continue  # pages carry broken JSON-LD often enough; what it would have said is asked of the meta tags


def _nodes(found: object) -> Iterator[Node]:
    if isinstance(found, list):
        for item in found:
            yield from _nodes(item)
    elif isinstance(found, dict):
        yield found
        for key in ("@graph", "mainEntity"):
            yield from _nodes(found.get(key))


def _meta_tags(tree: Any) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = _string(tag.get("content"))
        for attribute in ("property", "name", "itemprop"):
            key = (tag.get(attribute) or "").strip().lower()
            if attribute == "itemprop" and key.startswith("date"):
                continue  # whose date it is depends on where it stands: see _times
            if key and content:
                tags.setdefault(key, content)
    return tags


def _own_links(tree: Any, meta: dict[str, str], address: str | None) -> tuple[str, ...]:
    """The page's addresses for itself, the canonical one first."""
    links: list[str | None] = [
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    found = (_absolute(said, address) for said in (*links, meta.get("og:url")))
    return tuple(url for url in found if url)


def _absolute(said: str | None, address: str | None) -> str | None:
    try:
        url = without_login(urljoin(address or "", (said or "").strip()))
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc and parts.path not in ("", "/") else None


def _canonical(links: tuple[str, ...], elsewhere: tuple[str, ...], address: str | None) -> str | None:
    """The page's own address for itself. elsewhere: what its JSON-LD says.

    A fetched page is believed only about its own host: a copy of a wire story that names the original elsewhere would
    pass for a new version of that. And since careless templates name the section on each of its stories, which would
    all be versions of one article, an address is believed only if it looks like a story's or is said twice.
    """
    for number, url in enumerate(links):
        if address is not None and _bare_host(url) != _bare_host(address):
            continue
        if _looks_like_a_story(url) or any(
            _same_page(url, other) for other in (*links[:number], *links[number + 1 :], *elsewhere)
        ):
            return url
    return address


def _looks_like_a_story(url: str) -> bool:
    return _STORY_PATH.search(urlsplit(url).path) is not None


def _same_page(one: str, other: str) -> bool:
    return _page(one) == _page(other)


def _page(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return _bare_host(url), parts.path.rstrip("/"), parts.query


def _bare_host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def _after_title(page_title: str, headings: tuple[str, ...]) -> str | None:
    """The outlet's name out of "Headline | Outlet", where the page's heading shows which part is the headline."""
    return next((outlet for heading in headings if (outlet := _outlet_after(heading, page_title))), None)


def _outlet_after(headline: str, title: str) -> str | None:
    rest = title.removeprefix(headline)
    match = _OUTLET.fullmatch(rest) if headline and rest != title else None
    return match[1] if match else None


def _times(tree: Any, role: str) -> list[str | None]:
    """What the page's article says by itemprop; teasers of other stories stand in scopes of their own, or aside."""
    scopes = [scope for path in _SCOPES for scope in tree.xpath(path)]
    scope = next((scope for scope in scopes if scope.find(".//h1") is not None), scopes[0] if scopes else None)
    if scope is None:
        items = tree.xpath(_ITEMS, role=role)
    else:
        items = [item for item in scope.xpath(_ITEMS, role=role) if _item_scope(item.getparent()) is _item_scope(scope)]
        items += tree.xpath("//head/meta[@itemprop=$role]", role=role)
    return [item.get("datetime") or item.get("content") for item in items]


def _item_scope(element: Any) -> Any:
    while element is not None and element.get("itemscope") is None:
        element = element.getparent()
    return element


def _first_day(written: list[str | None]) -> str | None:
    """The day of the first date; a later one may only add a time of the same day.

    written: the most trusted first.
    """
    dates = [date for date in (parse_page_date(words) for words in written if words) if date]
    same_day = [date for date in dates if date[:10] == dates[0][:10]]
    return next((date for date in same_day if "T" in date), dates[0] if dates else None)


def _updated_line(tree: Any) -> str | None:
    for element in tree.xpath(_UPDATED_PATH)[:5]:
        line = element.text_content()
        if len(line) <= _LONGEST_LINE and (found := find_date(line)):
            return found
    return None


def _visible_byline(tree: Any) -> tuple[str, ...]:
    for path in _BYLINE_PATHS:
        lines = [" ".join(element.text_content().split()) for element in tree.xpath(path)[:3]]
        if lines := [line for line in lines if line and len(line) <= _LONGEST_LINE]:
            return tuple(lines)
    return ()


def _values(meta: dict[str, str], keys: tuple[str, ...]) -> list[str]:
    return [meta[key] for key in keys if key in meta]


def _string(value: object) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _strings(value: object) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def _said(value: object) -> str | None:
    """A string of JSON-LD; what fills these in has often been escaped for a page already."""
    words = _string(value)
    return _string(html.unescape(words)) if words else None


def _addresses(node: Node) -> tuple[str, ...]:
    """What JSON-LD says of an article's own address."""
    page = node.get("mainEntityOfPage")
    said = (node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    return tuple(url for value in said if (url := _absolute(_said(value), None)))


def _name(value: object) -> str | None:
    return next(iter(_names(value)), None)


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        yield from (words for words in map(_said, _strings(name)) if words)
