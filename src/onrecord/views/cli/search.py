"""`onrecord search`: words in statements or articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import SettingsError
from onrecord.views import pasting, present
from onrecord.views.cli import telling, terminal
from onrecord.views.cli.options import JsonOption, RecordOption, day
from onrecord.views.cli.session import Session

if TYPE_CHECKING:
    from onrecord.record import Hit
    from onrecord.vocabulary import Article

MOST_HITS = 10_000
"""A third of what SQLite takes in one query."""

NEAR_SHOWN = 10


def search(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help='Words that must all occur, or "phrases".', show_default=False),
    ],
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only where the source has these words: Valcourt, police.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only in this outlet; a part of its name is enough.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only in articles published on this day or later: 2025-05-14.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only in articles published on this day or earlier.")
    ] = None,
    exact: Annotated[
        bool, typer.Option("--exact", help="Only what has the words, not what is near in meaning.")
    ] = False,
    articles: Annotated[bool, typer.Option("--articles", help="Search whole articles, not only statements.")] = False,
    limit: Annotated[
        int,
        typer.Option(metavar="N", min=1, max=MOST_HITS, help="At most so many hits, the best first."),
    ] = 50,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find what was said, by words and by meaning; or words in articles.

    First the statements in which all the words occur, in any inflection; a star at the end of a word stands for any
    ending. Then those that are near in meaning to all of it, so a whole question will do. With --since or --until,
    articles without a publication date are left out.
    """
    from onrecord.record import has_words, open_record
    from onrecord.views.meaning import Meaning
    from onrecord.views.searching import Sought
    from onrecord.views.searching import near as look_near

    session = Session.of(ctx, record, as_json)
    first_day, last_day = day("--since", since), day("--until", until)
    query = " ".join(words)
    if not has_words(query) and not any((speaker, publisher, first_day, last_day)):
        raise SettingsError(
            f"WORDS: found {query!r}, in which there is no word; expected a word, or a filter such as --speaker; "
            "give one, or list the articles with: onrecord show"
        )
    with open_record(session.settings().record, create=False) as opened:
        hits = opened.reader.search(
            query,
            speaker=speaker,
            publisher=publisher,
            since=first_day,
            until=last_day,
            limit=limit,
            within="articles" if articles else "statements",
        )
        parties = opened.reader.parties_named_by(hit.statement for hit in hits if hit.statement)
        known = [hit.statement.id for hit in hits if hit.statement]
        sought = Sought(query, speaker, publisher=publisher, since=first_day, until=last_day)
        # Of fewer than all hits nobody can say what else is only near.
        is_exact = exact or articles or len(hits) == limit
        near = (
            () if is_exact else look_near(opened.reader, Meaning(opened.reader, is_waiting=True), sought, known) or ()
        )
    if session.as_json:
        near_rows = [{"statement": each.quoted.row, "nearness": round(each.cosine or 0, 3)} for each in near]
        terminal.say_json({"hits": [hit_row(hit, parties) for hit in hits], "near": near_rows})
        return
    for hit in hits:
        terminal.say(hit_line(hit, parties))
    if near:
        terminal.say_styled(telling.heading("Near in meaning"))
    for each in near[:NEAR_SHOWN]:
        terminal.say(line_of(each.quoted.utterance, each.quoted.article))
    what = present.count_of(len(hits), "article" if articles else "statement")
    terminal.note(f"{what} found." + (" There may be more: --limit." if len(hits) == limit else ""))


def hit_row(hit: Hit, parties: present.Parties) -> present.Row:
    """A hit for programs: the statement or null, the article without its text, the place and the words found."""
    article = hit.kept.article
    found = present.article_row(article, hit.kept.version)
    del found["text"]
    return {
        "statement": present.statement_row(hit.statement, article, parties) if hit.statement else None,
        "article": found,
        "snippet": present.span_row(hit.snippet, article.text),
        "marks": [present.span_row(mark, article.text) for mark in hit.marks],
    }


def hit_line(hit: Hit, parties: present.Parties) -> str:
    """A hit for people, with where to look: `onrecord show` takes the reference at the end."""
    article = hit.kept.article
    if hit.statement:
        found = pasting.sentence(hit.statement, article.text, parties)
    else:
        found = f"{article.title or '(untitled)'}: {present.one_line(hit.snippet, article.text)}"
    return line_of(found, article)


def line_of(found: str, article: Article) -> str:
    """What was found, and where to look."""
    where = ", ".join(filter(None, (article.publisher, present.day_label(article.published))))
    return f"{found} · {where} [{article.ref}]"
