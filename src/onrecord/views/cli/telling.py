"""How the terminal tells of sides, days, quotations: in words, which colour only repeats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.views import present
from onrecord.views.affair import Steady, Track
from onrecord.views.cli import terminal
from onrecord.views.present import shortened
from onrecord.views.quoting import Cited, Quoted, when
from onrecord.vocabulary import Article, Interval, LinkedParty, Side

STYLES = {Side.AFFIRMS: "green", Side.DENIES: "red", Side.UNSURE: "yellow", Side.DECLINES: "magenta"}

NAME_WIDTH = 28
DAY_WIDTH = 21
SIDE_WIDTH = 10
LONGEST_QUOTE = 320
LONGEST_CLAIM = 240

Styled = str | tuple[str, str]


def heading(text: str) -> tuple[str, str]:
    """A line that others stand under."""
    return shortened(text, LONGEST_CLAIM), "bold"


def quiet(text: str) -> tuple[str, str]:
    """What stands beside the matter."""
    return text, "dim"


def side(side: Side) -> tuple[str, str]:
    """A side in its word and colour."""
    return side.value, STYLES[side]


def days(interval: Interval | None) -> str:
    """Days in short."""
    return when(interval, None)


def in_short(told: Steady | Quoted, within: Interval | None) -> str:
    """When something was said, without the year where `within` is in one year, which has been said."""
    label = when(told.days, told.printed)
    known = told.days or told.printed
    if within and known and within.start.year == within.end.year == known.start.year == known.end.year:
        return label.removesuffix(f" {known.end.year}")
    return label


def named(text: str, width: int = NAME_WIDTH) -> tuple[str, str]:
    """A name in a column of its own."""
    return shortened(text, width).ljust(width) + "  ", "bold"


def track_line(track: Track, within: Interval | None) -> list[Styled]:
    """A track as dated sides in a row: denies 8 Feb (2) → unsure 9 Feb."""
    parts: list[Styled] = []
    for step in track.steps:
        parts += [quiet(" → ")] if parts else []
        parts += _step(step, within)
    return parts


def _step(step: Steady, within: Interval | None) -> list[Styled]:
    times = f" ({len(step.quoted)})" if len(step.quoted) > 1 else ""
    return [side(step.side), f" {in_short(step, within)}{times}"]


def say_track(track: Track, within: Interval | None, *, indent: int = 2, name: str | None = None) -> None:
    """One party's track in a line."""
    terminal.say_styled(
        named(name or track.party.name), *track_line(track, within), indent=indent, hanging=NAME_WIDTH + 2
    )


def say_quoted(quoted: Quoted, *, indent: int = 2, with_side: bool = True, most: int = LONGEST_QUOTE) -> None:
    """A statement in a line: day, side, who said what in the article's words, and where."""
    parts: list[Styled] = [quiet(in_short(quoted, None).ljust(DAY_WIDTH))]
    if with_side:
        word = quoted.side or ""
        parts += [side(quoted.side) if quoted.side else "", " " * (SIDE_WIDTH - len(word))]
    parts += [*said_by(quoted, most), " ", quiet(reference(quoted.article))]
    terminal.say_styled(*parts, indent=indent, hanging=DAY_WIDTH + (SIDE_WIDTH if with_side else 0))


def said_by(quoted: Quoted, most: int = LONGEST_QUOTE) -> list[Styled]:
    """Who said what, the name standing out."""
    line = shortened(quoted.utterance, most)
    name = quoted.speaker.name if quoted.speaker else ""
    return [(name, "bold"), line[len(name) :]] if name and line.startswith(name) else [line]


def say_told(told: Sequence[Cited], *before: Styled, indent: int = 0, hanging: int = 0) -> None:
    """The words of an article that tell something, and how many others tell it too; `before` stands in the same line."""
    first, *more = told
    others = len({cited.article.id for cited in more} - {first.article.id})
    also = f" and {present.count_of(others, 'other article')}" if others else ""
    lead, words, rest = first.sentence
    terminal.say_styled(
        *before,
        quiet(lead),
        shortened(words, LONGEST_QUOTE),
        quiet(rest),
        " ",
        quiet(reference(first.article) + also),
        indent=indent,
        hanging=hanging,
    )


def reference(article: Article) -> str:
    """Who published it, and what `onrecord show` takes to show it: its reference, or the beginning of its id."""
    label = present.ref_label(article.ref)
    key = label if len(label) <= LONGEST_REFERENCE else article.id[:ID_BEGINNING]
    return f"[{', '.join(filter(None, (article.publisher, key)))}]"


LONGEST_REFERENCE = 32
ID_BEGINNING = len("a-") + 8
"""Enough to tell the articles of any pile apart."""


def names(parties: Iterable[LinkedParty], most: int = 6) -> str:
    """Names in a row: A, B and C; where there are too many, how many more."""
    known = [party.name for party in parties]
    shown, left = known[:most], len(known) - most
    if left > 0:
        return f"{', '.join(shown)} and {left} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))
