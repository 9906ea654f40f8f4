"""What a page says of itself for machines: JSON-LD, meta tags, and the few class names that everybody uses."""

from __future__ import annotations

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
_OUTLET = re.compile(r"\s*[|–—·-]\s*([^|]{2,60})")
_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class PageData:
    """The fields found, each None where the page does not say; authors: one tuple a source, the most trusted first."""

    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    modified: str | None
    authors: tuple[tuple[str, ...], ...]


def read_page_data(tree: Any, address: str | None) -> PageData:
    """tree: the page as lxml parsed it. address: where it was fetched, if it was."""
    article = _article_node(tree)
    meta = _meta_tags(tree)
    return PageData(
        url=_canonical(tree, meta, address),
        title=_string(article.get("headline")) or meta.get("og:title"),
        publisher=meta.get("og:site_name") or _name(article.get("publisher")) or _after_title(tree),
        published=_most_precise(
            [_string(article.get("datePublished")), *_values(meta, _PUBLISHED), *_times(tree, "datePublished")]
        ),
        modified=_most_precise(
            [_string(article.get("dateModified")), *_values(meta, _MODIFIED), *_times(tree, "dateModified")]
        )
        or _updated_line(tree),
        authors=(tuple(_names(article.get("author"))), tuple(_values(meta, _AUTHORS)), _visible_byline(tree)),
    )


def _article_node(tree: Any) -> dict[str, object]:
    """The first JSON-LD object that calls itself an article, or an empty one."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # pages carry broken JSON-LD often enough; what it would have said is asked of the meta tags
        for node in _nodes(found):
            if any(kind.endswith(_ARTICLE_TYPES) for kind in _strings(node.get("@type"))):
                return node
    return {}


def _nodes(found: object) -> Iterator[dict[str, object]]:
    if isinstance(found, list):
        for item in found:
            yield from _nodes(item)
    elif isinstance(found, dict):
        yield found
        graph = found.get("@graph")
        if isinstance(graph, list):
            yield from (node for node in graph if isinstance(node, dict))


def _meta_tags(tree: Any) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = _string(tag.get("content"))
        for attribute in ("property", "name", "itemprop"):
            key = (tag.get(attribute) or "").strip().lower()
            if key and content:
                tags.setdefault(key, content)
    return tags


def _canonical(tree: Any, meta: dict[str, str], address: str | None) -> str | None:
    """The page's own address for itself.

    A fetched page is believed only about its own host: a copy of a wire story that names the original elsewhere would
    pass for a new version of that.
    """
    links: list[str | None] = [
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for said in (*links, meta.get("og:url")):
        try:
            url = without_login(urljoin(address or "", (said or "").strip()))
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path in ("", "/"):
            continue
        if address is None or _bare_host(url) == _bare_host(address):
            return url
    return address


def _bare_host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def _after_title(tree: Any) -> str | None:
    """The outlet's name out of "Headline | Outlet", where the page's heading shows which part is the headline."""
    title = " ".join((tree.findtext(".//title") or "").split())
    for heading in tree.iter("h1"):
        headline = " ".join(heading.text_content().split())
        rest = title.removeprefix(headline)
        if headline and rest != title and (match := _OUTLET.fullmatch(rest)):
            return match[1]
    return None


def _times(tree: Any, role: str) -> list[str | None]:
    return [
        element.get("datetime") or element.get("content") for element in tree.xpath("//*[@itemprop=$role]", role=role)
    ]


def _most_precise(written: list[str | None]) -> str | None:
    """The first date with a time of day, else the first date."""
    dates = [date for date in (parse_page_date(words) for words in written if words) if date]
    return next((date for date in dates if "T" in date), dates[0] if dates else None)


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


def _name(value: object) -> str | None:
    return next(iter(_names(value)), None)


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        yield from (words for words in map(_string, _strings(name)) if words)
