"""Castings of small texts: who is mentioned where, asked for by the words of the text."""

from __future__ import annotations

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting, Scene, cast_of
from onrecord.attribution.who.page import read_page
from onrecord.vocabulary import Span


def cast(text: str, publisher: str | None = None) -> Casting:
    """Who is in a text of which no statement is known."""
    return cast_of(read_page(text), Scene({}), publisher)


def place(casting: Casting, word: str, nth: int = 0) -> int:
    """The place of a word, the first one or the nth after it."""
    return [at for at, w in enumerate(casting.page.words) if w.text == word][nth]


def who(casting: Casting, word: str, nth: int = 0) -> str | None:
    """The fullest name of whom a word means, or the words that first describe it."""
    figure = casting.cast.at.get(place(casting, word, nth))
    return called(casting, figure) if figure else None


def called(casting: Casting, figure: Figure | None) -> str | None:
    """The fullest name of a figure, or the words of its first description."""
    if figure is None:
        return None
    if figure.names:
        return max((" ".join(n.words) for n in figure.names), key=len)
    if figure.descriptions:
        first = figure.descriptions[0]
        return casting.page.span(first.first, first.last).of(casting.page.text)
    return figure.phrase.of(casting.page.text) if figure.phrase else None


def span(text: str, words: str) -> Span:
    """Where words stand first."""
    return Span(text.index(words), text.index(words) + len(words))
