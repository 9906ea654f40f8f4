"""The values every stage speaks: articles, spans, statements, readings. Imports nothing of ours.

Offsets are half-open and count Unicode code points of `Article.text`, everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NewType

ArticleId = NewType("ArticleId", str)
StatementId = NewType("StatementId", str)
PartyId = NewType("PartyId", str)
ClaimId = NewType("ClaimId", str)


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


@lru_cache(maxsize=8192)  # an article's rules ask for the ids of its parties and statements by the thousand
def _id_by_spans(prefix: str, *parts: str | Span | None) -> str:
    """An id made from words and places of a text; "-" stands for what is missing."""
    told = (f"{part.start}-{part.end}" if isinstance(part, Span) else part for part in parts)
    return content_id(prefix, *("-" if part is None else part for part in told))


class Kind(StrEnum):
    """Whether the content was uttered, or is a bare inner state (wants, fears, hopes)."""

    SAID = "said"
    THOUGHT = "thought"


class Form(StrEnum):
    """How the content stands in the text: inside quotation marks, outside them, or partly."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """How the speaker stands to the content (the speech act at the cue, with its negation and modality)."""

    ASSERTS = "asserts"
    DENIES = "denies"  # the cue itself is a denial
    HEDGES = "hedges"  # no recollection, not certain, cannot rule out, may
    DECLINES = "declines"  # no comment
    ASKS = "asks"
    URGES = "urges"
    VOWS = "vows"


class Channel(StrEnum):
    """The way by which words reached the public, or people one another."""

    INTERVIEW = "interview"
    STATEMENT = "statement"
    PRESS_CONFERENCE = "press conference"
    PHONE = "phone"
    TEXT_MESSAGE = "text message"
    EMAIL = "e-mail"
    IN_PERSON = "in person"
    SOCIAL_MEDIA = "social media"
    COURT = "court"
    DOCUMENT = "document"
    TESTIMONY = "testimony"
    SPEECH = "speech"


class Basis(StrEnum):
    """What the day of a statement was read from."""

    EXPLICIT = "explicit"  # a date that says itself: "on Feb. 3"
    WEEKDAY = "weekday"  # "Tuesday"
    RELATIVE = "relative"  # reckoned from publication or from what was named before: "last month", "a day later"
    ARTICLE_DATE = "article date"  # direct reporting that says no day
    EVENT = "event"  # the day of a scene or an event told elsewhere in the article
    JUDGEMENT = "judgement"  # a person said so


class Review(StrEnum):
    """Whether a person looked at what the machine read, and what they said of it."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class PartyKind(StrEnum):
    """What a party is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    GROUP = "group"


class Side(StrEnum):
    """Where a statement, and the party behind it, stands on a claim."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    UNSURE = "unsure"
    DECLINES = "declines"


class ChangeKind(StrEnum):
    """How a position changed between two consecutive statements."""

    REVERSAL = "reversal"  # affirms <-> denies
    WALK_BACK = "walk-back"  # from affirms or denies to unsure or declines
    HARDENING = "hardening"  # from unsure or declines to affirms or denies


class PublishedFrom(StrEnum):
    """Where an article's publication date was read."""

    INPUT = "input"  # a field of the input itself: JSON line, front matter
    OPTION = "option"  # --published, for input that does not say so
    METADATA = "metadata"  # structured data or meta tags of the page
    PAGE = "page"  # the visible text or the address of the page
    JUDGEMENT = "judgement"  # a person said so, of the article as the record has it


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


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From one day to another, both inclusive.

    granularity: time, day, weekend, week, month, quarter, season, half, year, decade, century, or span for what has no
    name of its own.
    """

    start: date
    end: date
    granularity: str

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"an interval ends on the day it begins or later, found {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Said:
    """When something was said: its days, what they were read from, and the words, where there are any."""

    days: Interval
    basis: Basis
    phrase: Span | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something of one article that speaks, is spoken for, spoken to, or acts.

    name: the fullest name the article gives, without titles and offices; for an unnamed source the words of the text.
    mentions: where the article names or describes it, in text order, without pronouns. aliases: the different names
    among these (bare surnames too). roles: titles and offices. members: the parties of a joint speaker.
    anonymous: an unnamed source; count: how many people, if the text says.
    """

    article: ArticleId
    name: str
    kind: PartyKind
    mentions: tuple[Span, ...] = ()
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    members: tuple[PartyId, ...] = ()
    anonymous: bool = False
    count: int | None = None

    @property
    def id(self) -> PartyId:
        """Made from the article, the name and the first mention: two people of one name in an article stay two."""
        return PartyId(_id_by_spans("p", self.article, self.name, self.mentions[0] if self.mentions else None))


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed utterance or thought in one article (source, cue, content: Pareti 2015).

    source and cue may be missing; content has several pieces where the attribution interrupts it, in text order.
    nested_in: the statement inside whose content this one stands. speaker: whose words they are; on_behalf_of: the
    principal, where a spokesperson, lawyer or aide speaks for one; told_to: to whom; via: the relay through which the
    article has it, outermost first: parties of the same reading. supplied: the speaker was taken from the context, since
    the sentence names none. anonymous, count: an unnamed source, and how many the text says they are.
    confidence: calibrated probability that speaker, content and stance are right. review: what a person said of it; as
    the machine reads it, always unreviewed.
    """

    article: ArticleId
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    kind: Kind | None = None
    nested_in: StatementId | None = None
    stance: Stance | None = None
    speaker: PartyId | None = None
    supplied: bool = False
    on_behalf_of: PartyId | None = None
    anonymous: bool | None = None
    count: int | None = None
    said: Said | None = None
    channel: Channel | None = None
    channel_span: Span | None = None
    told_to: PartyId | None = None
    via: tuple[PartyId, ...] = ()
    confidence: float | None = None
    review: Review = Review.UNREVIEWED

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs at least one piece of content")
        if any(a.end > b.start for a, b in zip(self.content, self.content[1:], strict=False)):
            raise ValueError("the pieces of a content stand in text order and do not overlap")

    @property
    def id(self) -> StatementId:
        """Made from the article and the spans."""
        return StatementId(_id_by_spans("s", self.article, self.source, self.cue, *self.content))

    @property
    def named(self) -> tuple[PartyId, ...]:
        """Every party that it refers to."""
        return tuple(p for p in (self.speaker, self.on_behalf_of, self.told_to, *self.via) if p is not None)

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
class Contact:
    """Parties who spoke, met, wrote or called, as one article tells it. span: the words that say so."""

    article: ArticleId
    parties: tuple[PartyId, ...]
    span: Span
    channel: Channel | None = None
    on: Interval | None = None
    confidence: float | None = None

    @property
    def id(self) -> str:
        """Made from the article, the words and the parties."""
        return content_id("k", self.article, f"{self.span.start}-{self.span.end}", *self.parties)


@dataclass(frozen=True, slots=True)
class Event:
    """A dated clause of an article: what happened, on which days, with which parties in it."""

    article: ArticleId
    on: Interval
    span: Span
    parties: tuple[PartyId, ...] = ()

    @property
    def id(self) -> str:
        """Made from the article, the words and the days."""
        return content_id("e", self.article, f"{self.span.start}-{self.span.end}", self.on.start, self.on.end)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and what a run read in it: every statement, in text order, outer before nested; the parties that these
    name by id; contacts and dated events."""

    article: Article
    statements: tuple[Statement, ...]
    run: Run
    parties: tuple[Party, ...] = ()
    contacts: tuple[Contact, ...] = ()
    events: tuple[Event, ...] = ()


# --- across articles: what linking makes of readings ---


@dataclass(frozen=True, slots=True)
class LinkedParty:
    """One party over all articles: the parties of single articles that are the same, and the names they go by.

    id: the same whichever articles were read first. because: for each further local party why it is the same.
    statements, articles: how many statements are its own, and how many articles know of it. speaks_for: the linked party
    for which it speaks by other articles where one does not say so, as far as that was asked for.
    """

    id: PartyId
    name: str
    kind: PartyKind
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    locals: tuple[PartyId, ...]
    members: tuple[PartyId, ...] = ()
    anonymous: bool = False
    because: tuple[str, ...] = ()
    statements: int = 0
    articles: int = 0
    speaks_for: PartyId | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """One statement's side on a claim. principal: the linked party whose position it is (who is spoken for, else the speaker)."""

    statement: StatementId
    side: Side
    principal: PartyId | None
    said: Interval | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition that statements take sides on, as a plain affirmative sentence. stands: in the order of time."""

    id: ClaimId
    text: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """The dated sides of one party on one claim, in the order of time."""

    party: PartyId
    claim: ClaimId
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Two consecutive statements of a position with different sides."""

    party: PartyId
    claim: ClaimId
    kind: ChangeKind
    before: Stand
    after: Stand
    confidence: float | None = None

    @property
    def id(self) -> str:
        """Made from the claim, the party and both statements."""
        return content_id("h", self.claim, self.party, self.before.statement, self.after.statement)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One claim, parties that affirm it and parties that deny it."""

    claim: ClaimId
    affirms: tuple[PartyId, ...]
    denies: tuple[PartyId, ...]
    statements: tuple[StatementId, ...]

    @property
    def id(self) -> str:
        """Made from the claim."""
        return content_id("x", self.claim)


@dataclass(frozen=True, slots=True)
class Origin:
    """What a side of a claim rests on: groups of statements, each group one origin; why says it in a sentence."""

    claim: ClaimId
    side: Side
    groups: tuple[tuple[StatementId, ...], ...]
    why: str


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """The words of an article that something derived rests on."""

    article: ArticleId
    span: Span


@dataclass(frozen=True, slots=True)
class LinkedContact:
    """One contact over all articles. parties: linked ones; evidence: the words of every article that tells it."""

    parties: tuple[PartyId, ...]
    channel: Channel | None
    on: Interval | None
    evidence: tuple[Passage, ...]
    confidence: float | None = None

    @property
    def id(self) -> str:
        """Made from the parties and the first words that tell it."""
        return content_id("k", *self.parties, *_place(self.evidence[0]))


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """One event on the timeline, with the words of every article that tells it. claim: the claim that says so, if one does."""

    on: Interval
    parties: tuple[PartyId, ...]
    evidence: tuple[Passage, ...]
    claim: ClaimId | None = None

    @property
    def id(self) -> str:
        """Made from the days and the first words that tell it."""
        return content_id("e", self.on.start, self.on.end, *_place(self.evidence[0]))


def _place(passage: Passage) -> tuple[str, int, int]:
    return passage.article, passage.span.start, passage.span.end


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided about links, by local party and by statement: hard constraints on whatever is derived."""

    same_parties: frozenset[frozenset[PartyId]] = frozenset()
    different_parties: frozenset[frozenset[PartyId]] = frozenset()
    same_claims: frozenset[frozenset[StatementId]] = frozenset()
    different_claims: frozenset[frozenset[StatementId]] = frozenset()


@dataclass(frozen=True, slots=True)
class Linked:
    """Everything that follows from a pile of readings held together. All of it is derived, none of it edited.

    party_of: local party → linked party. copies: article → the earliest article that it is a copy of.
    """

    parties: tuple[LinkedParty, ...] = ()
    party_of: Mapping[PartyId, PartyId] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    origins: tuple[Origin, ...] = ()
    contacts: tuple[LinkedContact, ...] = ()
    events: tuple[LinkedEvent, ...] = ()
    copies: Mapping[ArticleId, ArticleId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gone:
    """What was derived and follows no longer: ids. articles: those that the links rested on and rest on no longer; locals:
    local parties that are linked to none; copies: articles that are a copy of none."""

    articles: frozenset[ArticleId] = frozenset()
    parties: frozenset[PartyId] = frozenset()
    locals: frozenset[PartyId] = frozenset()
    claims: frozenset[ClaimId] = frozenset()
    contacts: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    copies: frozenset[ArticleId] = frozenset()


@dataclass(frozen=True, slots=True)
class Relinked:
    """What became other by linking some more.

    put: what is new, or stands in place of what has the same id; a claim comes with everything on it. articles: those that
    are linked now; awaiting: those whose turn is in a step to come. places: what orders claims: the day of the first
    statement, then its publication, then its place in the text.
    """

    put: Linked
    gone: Gone
    articles: frozenset[ArticleId]
    awaiting: frozenset[ArticleId]
    places: Mapping[ClaimId, str]


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
