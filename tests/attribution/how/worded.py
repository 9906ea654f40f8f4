"""What the tests of how and when share: statements made from the words of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.edges import form_of
from onrecord.attribution.how import read_manner
from onrecord.attribution.quotes import find_quotations
from onrecord.attribution.when import day_published, find_times
from onrecord.vocabulary import Article, PartyId, Span, Statement


@dataclass(frozen=True)
class Words:
    """One statement by its words, each at its first place in the text after `after`; an empty source or cue is none."""

    source: str
    cue: str
    content: str
    speaker: str | None = None
    inside: int | None = None
    after: str = ""


def statements(article: Article, *wanted: Words) -> tuple[Statement, ...]:
    """The statements as they stand before anything but their spans is known."""
    made: list[Statement] = []
    text = article.text
    quotations = find_quotations(text)
    for words in wanted:
        content, source, cue = (
            _find(text, part, words.after) if part else None for part in (words.content, words.source, words.cue)
        )
        assert content is not None
        made.append(
            Statement(
                article=article.id,
                source=source,
                cue=cue,
                content=(content,),
                form=form_of(text, (content,), quotations),
                nested_in=made[words.inside].id if words.inside is not None else None,
                speaker=PartyId(words.speaker) if words.speaker else None,
            )
        )
    return tuple(made)


def _find(text: str, words: str, after: str) -> Span:
    at = text.index(words, text.index(after) + len(after))
    return Span(at, at + len(words))


def read(text: str, *wanted: Words, published: str | None = "2024-03-14") -> Sequence[Statement]:
    """The statements of a text with their manner; published on a Thursday."""
    article = Article(ref="an-article", text=text, published=published)
    times = find_times(text, day_published(published))
    return read_manner(article, statements(article, *wanted), times)
