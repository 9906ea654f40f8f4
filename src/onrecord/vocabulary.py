"""The values every stage speaks: articles, spans, statements, readings. Imports nothing of ours.

Offsets are half-open and count Unicode code points of `Article.text`, everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", str)
StatementId = NewType("StatementId", str)


def content_id(prefix: str, *parts: object) -> str:
    """An id made from content alone, so that reading the same again, elsewhere or after a crash, gives the same id."""
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        encoded = str(part).encode("utf-8", "surrogatepass")
        # The length goes first: ("ab", "c") and ("a", "bc") are different things.
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return f"{prefix}-{digest.hexdigest()}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A slice [start, end) of an article's text, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, found [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The characters this span stands for."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same length, `by` characters further on."""
        return Span(self.start + by, self.end + by)


class Kind(StrEnum):
    """Whether the content was uttered, or is a bare inner state (wants, fears, hopes)."""

    SAID = "said"
    THOUGHT = "thought"


class Form(StrEnum):
    """How the content stands in the text: inside quotation marks, outside them, or partly."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class PublishedFrom(StrEnum):
    """Where an article's publication date was read."""

    INPUT = "input"  # a field of the input itself: JSON line, front matter
    OPTION = "option"  # --published, for input that does not say so
    METADATA = "metadata"  # structured data or meta tags of the page
    PAGE = "page"  # the visible text or the address of the page


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one article, as it was given.

    ref: what the user calls it: the input's id, else its URL, else its path.
    published, modified: ISO 8601 day or instant, only as precise as the source gave it.
    text: character for character as given for plain-text input; for HTML and PDF what extraction gave.
    remarks: what a person should hear of how it was read; they become part of the outcome, not of the article.
    """

    ref: str
    text: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    modified: str | None = None
    remarks: tuple[str, ...] = field(default=(), compare=False)

    @property
    def id(self) -> ArticleId:
        """Made from reference and text: a changed text under one reference is another version with another id."""
        return ArticleId(content_id("a", self.ref, self.text))

    @property
    def words(self) -> int:
        """How many words the text has, split at white space."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed utterance or thought in one article (source, cue, content: Pareti 2015).

    source and cue may be missing; content has several pieces where the attribution interrupts it, in text order.
    nested_in: the statement inside whose content this one stands.
    """

    article: ArticleId
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    kind: Kind | None = None
    nested_in: StatementId | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs at least one piece of content")
        if any(a.end > b.start for a, b in zip(self.content, self.content[1:], strict=False)):
            raise ValueError("the pieces of a content stand in text order and do not overlap")

    @property
    def id(self) -> StatementId:
        """Made from the article and the spans."""
        spans = [self.source, self.cue, *self.content]
        return StatementId(content_id("s", self.article, *(f"{s.start}-{s.end}" if s else "-" for s in spans)))

    @property
    def start(self) -> int:
        """Where the statement begins in the text: its first character, whichever role has it."""
        return min(s.start for s in (self.source, self.cue, *self.content) if s)


@dataclass(frozen=True, slots=True)
class Run:
    """What read an article: the weights and the code. A reread by another run replaces what the machine read."""

    model: str  # digest of the weights file
    code: str  # version of this package

    @property
    def id(self) -> str:
        """Made from model and code."""
        return content_id("r", self.model, self.code)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and every statement a run read in it, in text order, outer before nested."""

    article: Article
    statements: tuple[Statement, ...]
    run: Run


class Result(StrEnum):
    """What became of one piece of input."""

    READ = "read"
    UNCHANGED = "unchanged"  # this very text was in the record already, read by the same run
    NEW_VERSION = "new version"  # another text under a known reference
    REREAD = "reread"  # known text, read again by a newer run
    NOT_ENGLISH = "not English"
    REFUSED = "refused"


UNREAD = frozenset({Result.NOT_ENGLISH, Result.REFUSED})

NO_DATE = "no publication date"
"""The remark on an article that does not say when it was published: its relative dates stay unresolved."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Input that could not be read: what was found, what was expected, what to do. Recorded, and never stops the rest."""

    ref: str
    found: str
    expected: str
    advice: str
    result: Result = Result.REFUSED

    def __post_init__(self) -> None:
        if self.result not in UNREAD:
            raise ValueError(f"a refusal ends as one of {sorted(r.value for r in UNREAD)}, not {self.result.value}")

    def __str__(self) -> str:
        return f"{self.ref}: found {self.found}; expected {self.expected}; {self.advice}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one piece of input, for the summary and for the record."""

    ref: str
    result: Result
    statements: int = 0
    words: int = 0
    detail: str | None = None  # the refusal's sentence, or remarks joined by "; ", such as NO_DATE


def in_text_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Outer statements in text order, each followed by what is nested in it."""
    known = tuple(statements)
    inner: dict[StatementId | None, list[Statement]] = {}
    for statement in known:
        inner.setdefault(statement.nested_in, []).append(statement)

    def walk(parent: StatementId | None) -> Iterable[Statement]:
        for statement in sorted(inner.get(parent, ()), key=lambda s: (s.start, s.content[0].start, s.id)):
            yield statement
            yield from walk(statement.id)

    return tuple(walk(None))
