"""What an input says of itself, checked; and how that becomes an Article once the user's defaults are laid under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from onrecord.articles.addresses import without_login
from onrecord.articles.dates import parse_date
from onrecord.articles.decode import refuse_unstorable
from onrecord.articles.options import Defaults, Limits
from onrecord.errors import ArticleError
from onrecord.vocabulary import Article, PublishedFrom

FIELDS = ("id", "url", "title", "publisher", "byline", "published", "modified")


@dataclass(frozen=True, slots=True)
class Fields:
    """What is said about an article, beside its text. None: not said."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    modified: str | None = None

    def over(self, other: Fields) -> Fields:
        """These fields, with `other` where these say nothing."""
        dated = self if self.published else other
        return Fields(
            id=self.id or other.id,
            url=self.url or other.url,
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            byline=self.byline or other.byline,
            published=dated.published,
            published_from=dated.published_from,
            modified=self.modified or other.modified,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as read, before anything is filled in."""

    text: str
    fields: Fields = field(default_factory=Fields)
    remarks: tuple[str, ...] = ()


def read_fields(said: Mapping[str, object]) -> Fields:
    """The fields of a JSON line or front matter; other keys are ignored.

    Raises ArticleError for a value of the wrong type and for a date that is none: every relative date hangs on it, so
    it is not dropped quietly.
    """
    published = _date("published", said)
    return Fields(
        id=_identifier(said),
        url=_url(said),
        title=_words("title", said),
        publisher=_words("publisher", said),
        byline=_byline(said),
        published=published,
        published_from=PublishedFrom.INPUT if published else None,
        modified=_date("modified", said),
    )


def complete(draft: Draft, place: str, defaults: Defaults, limits: Limits) -> Article:
    """The article, with the user's defaults where its input says nothing; `place` is what it goes by without id and URL.

    Raises ArticleError where the text is empty, too long, or cannot be stored.
    """
    if not draft.text.strip():
        raise ArticleError("no text", "an article's text", "check that the file was saved whole")
    if len(draft.text) > limits.article_characters:
        raise ArticleError(
            f"a text of {len(draft.text):,} characters",
            f"one article of at most {limits.article_characters:,}",
            "split it into its articles",
        )
    refuse_unstorable("the text", draft.text)
    from_user = Fields(
        publisher=defaults.publisher,
        byline=defaults.byline,
        published=defaults.published,
        published_from=PublishedFrom.OPTION if defaults.published else None,
    )
    fields = draft.fields.over(from_user)
    for name in FIELDS:
        refuse_unstorable(f"the field {name!r}", getattr(fields, name) or "")
    return Article(
        ref=fields.id or fields.url or place,
        text=draft.text,
        url=fields.url,
        publisher=fields.publisher,
        title=fields.title,
        byline=fields.byline,
        published=fields.published,
        published_from=fields.published_from,
        modified=fields.modified,
        remarks=draft.remarks,
    )


def _words(name: str, said: Mapping[str, object]) -> str | None:
    value = said.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        _wrong_type(name, value, "a string or null")
    return " ".join(value.split()) or None


def _identifier(said: Mapping[str, object]) -> str | None:
    value = said.get("id")
    # Databases number their rows; bool is an int in Python only.
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _words("id", said)


def _url(said: Mapping[str, object]) -> str | None:
    url = _words("url", said)
    return without_login(url) if url else None


def _byline(said: Mapping[str, object]) -> str | None:
    value = said.get("byline")
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return ", ".join(" ".join(name.split()) for name in value) or None
    return _words("byline", said)


def _date(name: str, said: Mapping[str, object]) -> str | None:
    written = _words(name, said)
    if written is None:
        return None
    found = parse_date(written)
    if found is None:
        raise ArticleError(
            f"{name}: {written[:80]!r}",
            "an ISO day or instant (2017-02-10, 2017-02-10T09:21:00-05:00)",
            "correct the date, or leave it out and give --published",
        )
    return found


def _wrong_type(name: str, value: object, expected: str) -> NoReturn:
    kinds = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "an object"}
    kind = kinds.get(type(value), type(value).__name__)
    raise ArticleError(f"{kind} in the field {name!r}", expected, f"correct {name!r}")
