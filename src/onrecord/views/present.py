"""An answer is shaped once, here; the terminal, JSON and the exports render the same rows.

The fields of the exported kinds are a contract with other tools (docs/data-model.md): a field that is not known is
null, a list that has nothing is empty, none is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.vocabulary import (
    Article,
    ArticleId,
    ClaimId,
    Interval,
    Kind,
    LinkedParty,
    Party,
    PartyId,
    Said,
    Span,
    Stand,
    Statement,
)

if TYPE_CHECKING:
    from onrecord.attribution.when import TimeExpression

Row = dict[str, object]

Parties = Mapping[PartyId, Party | LinkedParty]
"""The parties that statements refer to, by id."""

_CONTRACT = {
    "articles": "id ref url title publisher byline published published_from modified version words copy_of text",
    "parties": "id name kind aliases[] roles[] members[] statements articles",
    "statements": "id article article_ref nested_in kind form stance confidence review source cue content[] speaker "
    "on_behalf_of anonymous count said channel channel_span told_to via[] claim side",
    "claims": "id text statements[] affirms[] denies[] unsure[] declines[] first last",
    "positions": "party claim sides[]",
    "changes": "id party claim kind from to on statements[] confidence review",
    "conflicts": "id claim affirms[] denies[] statements[]",
    "origins": "claim side independent groups[] why",
    "contacts": "id parties[] channel on article article_ref span evidence[] confidence",
    "timeline": "id on what evidence[] parties[] claim",
}

KINDS = tuple(_CONTRACT)
"""Every kind that an export has, in the order in which they are written."""

# Not strftime's names: they follow the locale of the machine, and an answer must not.
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

UNREVIEWED = "unreviewed"
"""What the machine read and no person has looked at."""


def fields(kind: str) -> tuple[str, ...]:
    """The names of a kind's fields, in the order of the contract."""
    return tuple(name.removesuffix("[]") for name in _CONTRACT[kind].split())


def blank(kind: str) -> Row:
    """A row of which nothing is known: null for each value, an empty list for each list."""
    return {name.removesuffix("[]"): [] if name.endswith("[]") else None for name in _CONTRACT[kind].split()}


def article_row(article: Article, version: int, copy_of: ArticleId | None = None) -> Row:
    """An article as exported; `version` counts from 1 under each ref. copy_of: the earliest article of the same text."""
    return blank("articles") | {
        "id": article.id,
        "ref": article.ref,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "byline": article.byline,
        "published": article.published,
        "published_from": article.published_from.value if article.published_from else None,
        "modified": article.modified,
        "version": version,
        "words": article.words,
        "copy_of": copy_of,
        "text": article.text,
    }


def statement_row(
    statement: Statement, article: Article, parties: Parties, on_claim: tuple[ClaimId, Stand] | None = None
) -> Row:
    """A statement as exported, with the characters of its article that it stands on.

    parties: what each local party of its reading is shown as: itself, or the party that it is over all articles.
    on_claim: the claim that it takes a side on, and how it stands there.
    """

    def party(name: PartyId | None) -> Row | None:
        return None if name is None else party_row(parties[name])

    return blank("statements") | {
        "id": statement.id,
        "article": statement.article,
        "article_ref": article.ref,
        "nested_in": statement.nested_in,
        "kind": statement.kind.value if statement.kind else None,
        "form": statement.form.value,
        "stance": statement.stance and statement.stance.value,
        "confidence": statement.confidence,
        "review": statement.review.value,
        "source": span_row(statement.source, article.text),
        "cue": span_row(statement.cue, article.text),
        "content": [span_row(piece, article.text) for piece in statement.content],
        "speaker": party(statement.speaker),
        "on_behalf_of": party(spoken_for(statement, article.text, parties, on_claim)),
        "anonymous": statement.anonymous,
        "count": statement.count,
        "said": said_row(statement.said, article.text),
        "channel": statement.channel and statement.channel.value,
        "channel_span": span_row(statement.channel_span, article.text),
        "told_to": party(statement.told_to),
        "via": [party(relay) for relay in statement.via],
        "claim": on_claim and on_claim[0],
        "side": on_claim and on_claim[1].side.value,
    }


def spoken_for(
    statement: Statement, text: str, parties: Parties, on_claim: tuple[ClaimId, Stand] | None = None
) -> PartyId | None:
    """On whose behalf it is said: as its article has it, or as other articles say of whoever speaks here.

    Who speaks for another in other articles does so here too, unless it is said in the first person.
    """
    if statement.on_behalf_of or statement.speaker is None:
        return statement.on_behalf_of
    speaker = parties.get(statement.speaker)
    principal = on_claim[1].principal if on_claim else None
    if principal is None and isinstance(speaker, LinkedParty) and speaker.speaks_for:
        from onrecord.linking.who.voices import is_of_their_own  # linking takes its time to load

        is_own = any(is_of_their_own(piece.of(text)) for piece in statement.content)
        principal = None if is_own else speaker.speaks_for
    return principal if speaker and principal in parties and principal != speaker.id else None


def party_row(party: Party | LinkedParty) -> Row:
    """A party inside another row; members only where it is a joint speaker."""
    row: Row = {"id": party.id, "name": party.name, "kind": party.kind.value, "aliases": list(party.aliases)}
    return row | {"members": list(party.members)} if party.members else row


def interval_row(interval: Interval | None) -> Row | None:
    """Days as exported, both inclusive."""
    if interval is None:
        return None
    return {"start": interval.start.isoformat(), "end": interval.end.isoformat(), "granularity": interval.granularity}


def said_row(said: Said | None, text: str) -> Row | None:
    """When something was said, and what that was read from."""
    if said is None:
        return None
    days = interval_row(said.days) or {}
    return days | {"basis": said.basis.value, "phrase": span_row(said.phrase, text)}


def time_row(expression: TimeExpression, article: Article) -> Row:
    """A time expression for programs: where it stands, what it means, and what that is reckoned from."""
    meaning, days = expression.meaning, expression.meaning.days
    interval = days and {"start": days.start.isoformat(), "end": days.end.isoformat(), "granularity": days.granularity}
    return {
        "article_ref": article.ref,
        "start": expression.span.start,
        "end": expression.span.end,
        "text": expression.span.of(article.text),
        "type": meaning.type.value,
        "value": meaning.value,
        "interval": interval,
        "modifier": meaning.modifier,
        "anchor": meaning.anchor.value,
        "rule": expression.rule,
    }


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in the list of all, without its text."""

    id: ArticleId
    ref: str
    publisher: str | None
    title: str | None
    published: str | None
    version: int
    words: int
    statements: int


def listed(article: Article, version: int, statements: int) -> Listed:
    """An article as the list of all has it."""
    return Listed(
        id=article.id,
        ref=article.ref,
        publisher=article.publisher,
        title=article.title,
        published=article.published,
        version=version,
        words=article.words,
        statements=statements,
    )


def said(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """What people are shown: what was said, without bare inner states. Exports have both."""
    return tuple(statement for statement in statements if statement.kind is not Kind.THOUGHT)


def heading(article: Article, version: int) -> list[str]:
    """What stands above an article: its title, who published it and when, and what it is called."""
    source = f" (from {article.published_from.value})" if article.published_from else ""
    by = [part for part in (article.publisher, article.byline, day_label(article.published) + source) if part]
    known = [article.ref, article.id, f"version {version}", count_of(article.words, "word")]
    return [article.title or "(untitled)", " · ".join(by), " · ".join(known)]


def span_row(span: Span | None, text: str) -> Row | None:
    """A span as exported: `text == article.text[start:end]`."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}


def day_label(published: str | None) -> str:
    """A publication date for people, as precise as it is known: Wed 14 May 2025, May 2025, 2025."""
    if published is None:
        return "no date"
    known = published[:10].split("-")
    try:
        day = date.fromisoformat("-".join([*known, "01", "01"][:3]))
    except ValueError:
        return published
    month_of_year = f"{_MONTHS[day.month - 1]} {day.year}"
    if len(known) < 3:
        return month_of_year if len(known) == 2 else str(day.year)
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {month_of_year}"


def interval_label(days: Row | None) -> str | None:
    """Exported days for people, as exact as they are known: Wed 14 May 2025, May 2025, May–Jul 2025, 14–16 May 2025."""
    if days is None:
        return None
    start, end = date.fromisoformat(str(days["start"])), date.fromisoformat(str(days["end"]))
    if start == end:
        return day_label(start.isoformat())
    granularity = days["granularity"]
    if granularity == "month":
        return day_label(start.isoformat()[:7])
    if granularity == "year":
        return str(start.year)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:  # whole months, as seasons and quarters are
        first = _from_label(start, end).partition(" ")[2]
        return (f"{first}–" if first else "") + f"{_MONTHS[end.month - 1]} {end.year}"
    return f"{_from_label(start, end)}–{end.day} {_MONTHS[end.month - 1]} {end.year}"


def days_label(days: Interval) -> str:
    """Days in short, without the day of the week: 14 May 2025, May 2025, 14–16 May 2025."""
    label = interval_label(interval_row(days)) or ""
    return label.partition(" ")[2] if label.startswith(_WEEKDAYS) else label


def short_day(day: date) -> str:
    """A day where its year is known: 14 May."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _from_label(start: date, end: date) -> str:
    """The first day of several, without what the last day says too."""
    parts = [str(start.day)]
    if (start.year, start.month) != (end.year, end.month):
        parts.append(_MONTHS[start.month - 1])
    if start.year != end.year:
        parts.append(str(start.year))
    return " ".join(parts)


def ref_label(ref: str) -> str:
    """What the user calls an article, without the folders of the machine that it was read from."""
    is_path = ref.startswith(("/", "~")) or ref[1:3] in (":\\", ":/")
    return ref.replace("\\", "/").rsplit("/", 1)[-1] if is_path else ref


def one_line(span: Span, text: str) -> str:
    """The characters of a span with line breaks as spaces."""
    return " ".join(span.of(text).split())


def shortened(text: str, most: int) -> str:
    """The text in one line, cut after a word where it is too long, and marked so."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + " …"


def count_of(number: int, thing: str, things: str | None = None) -> str:
    """A count for people: 1 article, 2,000 articles."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"
