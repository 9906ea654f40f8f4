"""Article → Statements: reads the windows of an article, then the contents that may hold statements of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from onrecord import __version__
from onrecord.attribution.answers import add_refusals, fill_refusals, read_answers
from onrecord.attribution.asides import is_aside, is_inner_aside
from onrecord.attribution.clauses import (
    after_datelines,
    give_participles_their_subject,
    out_of_messages,
    with_subjects_before,
)
from onrecord.attribution.confidence import with_confidence
from onrecord.attribution.constructions import add_constructions, without_addressees
from onrecord.attribution.cues import is_utterance, may_hold_cue
from onrecord.attribution.decode import Attribution, WindowReading, join_windows, read_windows
from onrecord.attribution.edges import form_of, tidy, without_leading_time
from onrecord.attribution.encode import Window
from onrecord.attribution.floating import part_floating
from onrecord.attribution.how import read_manner
from onrecord.attribution.layout import add_missing, read_layout
from onrecord.attribution.model import Model
from onrecord.attribution.quotes import MARKS, Quotation, find_quotations
from onrecord.attribution.relays import join_relays
from onrecord.attribution.what import Told, find_contacts, find_events
from onrecord.attribution.when import day_published, find_times
from onrecord.attribution.who import address_testimony, interview_turns, read_parties, without_questions
from onrecord.attribution.wholes import complete_quotations, complete_turns
from onrecord.vocabulary import Article, Reading, Run, Span, Statement, in_text_order

DEEPEST = 3
"""How many statements may stand inside each other: "the Post, quoting an aide, reported that he had denied it" is three."""

TOGETHER = 32
"""Windows that are decoded together: a whole article mostly, and of a book no more than fits easily into memory."""

NO_OTHER = frozenset({"i", "we", "nobody", "no one", "none", "anybody", "anyone"})
"""In what somebody says, "I think" and "we know" are that speaker still, and "nobody has shown" is a statement of nobody's."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its quotations, found once."""

    article: Article
    text: str
    quotations: tuple[Quotation, ...]


class ArticleReader:
    """The reader that ships. Safe to call from several threads; an article's reading depends on that article alone."""

    def __init__(self, model: Model) -> None:
        self._model = model

    @cached_property
    def run(self) -> Run:
        """Which weights and which code read."""
        return Run(model=self._model.digest, code=__version__)

    def __call__(self, article: Article) -> Reading:
        """Every statement of the article, outer before nested, in text order."""
        text = _Text(article, article.text, find_quotations(article.text))
        readings = self._read(self._model.encoder.windows(article.text))
        attributions = _attributions(article.text, readings)
        attributions = add_missing(attributions, read_layout(article.text, text.quotations))
        attributions = complete_quotations(attributions, text.quotations)
        attributions = complete_turns(article.text, attributions)
        attributions = add_refusals(article.text, read_answers(article.text, attributions))
        attributions = add_constructions(article.text, attributions)
        level = _statements(text, attributions, None)
        found = list(level)
        for _ in range(1, DEEPEST):
            level = list(self._inside(text, level))
            found += level
        unique = {s.id: s for s in reversed(found)}
        roll, statements = read_parties(article, in_text_order(unique.values()))
        times = find_times(article.text, day_published(article.published))
        statements = address_testimony(roll, read_manner(article, statements, times, roll.parties))
        statements = without_questions(roll, interview_turns(roll, statements))
        told = Told(article, roll, statements, times)
        contacts, events = find_contacts(told), find_events(told)
        statements = with_confidence(article, statements, roll.parties)
        return Reading(article, statements, self.run, tuple(roll.parties.values()), contacts, events)

    def _read(self, windows: Iterable[Window]) -> Iterator[WindowReading]:
        """What each window says, in order."""
        windows = iter(windows)
        while some := list(islice(windows, TOGETHER)):
            yield from read_windows(some, [self._model.scores(w) for w in some], self._model.heads)

    def _inside(self, text: _Text, level: Iterable[Statement]) -> Iterator[Statement]:
        """What others are said to have said in the contents of statements, each piece of one read as if it stood alone.

        Each statement has windows of its own; those of all of them are decoded together, since one alone has too few to be quick at.
        """
        windows = [(outer, list(self._windows_of(text, outer))) for outer in level]
        readings = self._read(window for _, some in windows for window in some)
        for outer, some in windows:
            attributions = _attributions(text.text, list(islice(readings, len(some)))) if some else []
            yield from (s for s in _statements(text, attributions, outer) if _is_anothers(text.text, s))

    def _windows_of(self, text: _Text, outer: Statement) -> Iterator[Window]:
        pieces = (_unquoted(text.text, piece) for piece in outer.content)
        parts = [p for p in pieces if p and may_hold_cue(p.of(text.text))]
        return self._model.encoder.windows_of(text.text, parts) if parts else iter(())


def _attributions(text: str, readings: Iterable[WindowReading]) -> list[Attribution]:
    """The attributions of windows, with what is known of how articles are written."""
    attributions = join_relays(text, join_windows(text, readings))
    attributions = with_subjects_before(text, after_datelines(text, attributions))
    attributions = give_participles_their_subject(text, attributions)
    return without_addressees(text, fill_refusals(text, out_of_messages(text, attributions)))


def _is_anothers(text: str, inner: Statement) -> bool:
    """Whether a statement found inside another's content was uttered by somebody else."""
    if inner.source is None or inner.cue is None:
        return False
    if inner.source.of(text).lower() in NO_OTHER or is_inner_aside(text, inner):
        return False
    return is_utterance(inner.cue.of(text))


def _statements(text: _Text, attributions: Iterable[Attribution], outer: Statement | None) -> list[Statement]:
    whole = (_statement(text, attribution, outer) for attribution in attributions)
    parts = (part for statement in whole if statement for part in part_floating(text.text, statement))
    kept = (part for part in parts if not is_aside(text.text, part))
    return [replace(part, form=form_of(text.text, part.content, text.quotations)) for part in kept]


def _statement(text: _Text, attribution: Attribution, outer: Statement | None) -> Statement | None:
    """A statement with tidy edges, or None where nothing but punctuation is left of its content."""
    # a colon or a dash alone may be the cue, and stays one
    cue = without_leading_time(text.text, tidy(text.text, attribution.cue, ()) or attribution.cue)
    source = attribution.source and tidy(text.text, attribution.source, ())
    pieces = [tidy(text.text, piece, text.quotations) for piece in attribution.content]
    content = _apart(piece for piece in pieces if piece)
    if not content:
        return None
    return Statement(
        article=text.article.id,
        source=source,
        cue=cue,
        content=content,
        form=form_of(text.text, content, text.quotations),
        nested_in=outer.id if outer else None,
    )


def _apart(pieces: Iterable[Span]) -> tuple[Span, ...]:
    """The pieces in text order; what tidying made overlap is one."""
    kept: list[Span] = []
    for piece in sorted(pieces):
        if kept and piece.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, piece.end))
        else:
            kept.append(piece)
    return tuple(kept)


def _unquoted(text: str, piece: Span) -> Span | None:
    """The piece without the marks it stands in."""
    start, end = piece.start, piece.end
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return Span(start, end) if start < end else None


def load_reader() -> ArticleReader:
    """The reader with the weights that ship. Loads nothing until it reads."""
    return ArticleReader(Model())
