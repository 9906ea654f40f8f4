"""Quotation marks: which characters of a text stand inside which quotation.

Marks may be curly, straight or single, unbalanced, or run over several paragraphs, each opening with a mark and only the last
closing. A mark without its partner opens nothing: it costs one quotation, never the rest of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.vocabulary import Span

OPENING_DOUBLE = "“„«"
CLOSING_DOUBLE = "”»"
STRAIGHT_DOUBLE = '"'
DOUBLE = OPENING_DOUBLE + CLOSING_DOUBLE + STRAIGHT_DOUBLE
OPENING_SINGLE = "‘"
CLOSING_SINGLE = "’"
STRAIGHT_SINGLE = "'`"
SINGLE = OPENING_SINGLE + CLOSING_SINGLE + STRAIGHT_SINGLE
MARKS = DOUBLE + SINGLE
_ANY_DOUBLE, _ANY_SINGLE = re.compile(f"[{DOUBLE}]"), re.compile(f"[{SINGLE}]")

PARAGRAPH = re.compile(r"[^\r\n]+(?:(?:\r\n|\r|\n)(?![ \t]*(?:\r|\n|$))[^\r\n]+)*")
"""A run of lines without an empty one between them."""
EMPTY_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What one pair of marks encloses, marks included; a paragraph of a longer quotation is one of its own.

    closed: False where the paragraph ends first and the next one opens again (the quotation runs on).
    mark: how many characters each of its marks has: two where single ones are typed for a double one.
    """

    span: Span
    is_single: bool
    closed: bool
    mark: int = 1


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text; where no empty line parts any, every line is one."""
    pattern = PARAGRAPH if EMPTY_LINE.search(text) else re.compile(r"[^\r\n]+")
    for match in pattern.finditer(text):
        if match.group().strip():
            yield Span(match.start(), match.end())


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of a text, in text order; single-mark quotations inside double ones too."""
    found: list[Quotation] = []
    # Two single marks typed for a double one: the first stands for both, so that offsets stay.
    text = text.replace("''", '"\u2060').replace("``", '"\u2060')
    parts = list(paragraphs(text))
    for here, following in zip(parts, [*parts[1:], None], strict=False):
        runs_on = following is not None and _opens_paragraph(text, following)
        found.extend(_double(text, here, runs_on))
        found.extend(_single(text, here))
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def _opens_paragraph(text: str, paragraph: Span) -> bool:
    head = paragraph.of(text).lstrip()[:1]
    return bool(head) and head in OPENING_DOUBLE + STRAIGHT_DOUBLE


def _opens(text: str, at: int, paragraph: Span) -> bool:
    """Whether the double mark at `at` looks like an opening one."""
    mark = text[at]
    if mark in OPENING_DOUBLE:
        return True
    if mark in CLOSING_DOUBLE:
        return False
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return not after.isspace() and (before.isspace() or before in "([{—–-/" + SINGLE)


def _typed(text: str, at: int) -> int:
    """With how many characters the double mark at `at` was typed."""
    return 2 if text[at + 1 : at + 2] == "\u2060" else 1


def _double(text: str, paragraph: Span, runs_on: bool) -> Iterator[Quotation]:
    """Quotations in double marks of one paragraph."""
    opened: int | None = None
    for match in _ANY_DOUBLE.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        if opened is None:
            if _opens(text, at, paragraph):
                opened = at
        elif _opens(text, at, paragraph) and text[at] != STRAIGHT_DOUBLE:
            opened = at  # the earlier one was never closed
        else:
            # A straight mark that seems to open while one is open closes it all the same when nothing else could:
            # a stray space before a closing mark is common, a quotation directly inside another of the same marks is not.
            end = at + _typed(text, at)
            mark = min(_typed(text, opened), end - at)
            yield Quotation(Span(opened, end), is_single=False, closed=True, mark=mark)
            opened = None
    if opened is not None and runs_on:
        yield Quotation(Span(opened, paragraph.end), is_single=False, closed=False, mark=_typed(text, opened))


def _single(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Quotations in single marks of one paragraph. Apostrophes inside and at the end of words are no closing marks unless one is open."""
    opened: int | None = None
    for match in _ANY_SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        at_word_start = (before.isspace() or before in "([{—–-" + DOUBLE) and after.isalnum()
        if opened is None:
            # '80s and 'em: a digit or a short clipped word after a closing-shaped mark opens nothing
            if at_word_start and text[at] != CLOSING_SINGLE and not after.isdigit():
                opened = at
        elif not after.isalnum() and not before.isspace():
            # the s of a plural possessive ("the workers' pay") may end the word instead: go on if a better end follows
            if before == "s" and after == " " and _closes_later(text, at + 1, paragraph.end):
                continue
            yield Quotation(Span(opened, at + 1), is_single=True, closed=True)
            opened = None


def _closes_later(text: str, start: int, end: int) -> bool:
    """Whether a closing single mark after punctuation stands before the next opening one."""
    for at in range(start, end):
        if text[at] == OPENING_SINGLE:
            return False
        if text[at] in SINGLE and text[at - 1] in ".,!?" and (at + 1 == end or not text[at + 1].isalnum()):
            return True
    return False
