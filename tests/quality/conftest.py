"""For tests of measures: `marked` turns a text with [s source] [q cue] [c content] in it into a text and an attribution."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from onrecord.quality.attributions import Attribution
from onrecord.vocabulary import ArticleId, Form, Span, Statement

Marked = tuple[str, Attribution]


def mark(text: str) -> Marked:
    """The text without the marks, and where they stood. Marks do not nest."""
    bare, spans = "", {"s": [], "q": [], "c": []}
    for piece in re.split(r"(\[[sqc] [^\]]*\])", text):
        if found := re.fullmatch(r"\[([sqc]) ([^\]]*)\]", piece):
            spans[found[1]].append(Span(len(bare), len(bare) + len(found[2])))
            piece = found[2]
        bare += piece
    return bare, Attribution(tuple(spans["s"]), tuple(spans["q"]), tuple(spans["c"]))


@pytest.fixture
def marked() -> Callable[[str], Marked]:
    return mark


@pytest.fixture
def as_statement() -> Callable[..., Statement]:
    """An attribution as a reader would give it."""

    def make(attribution: Attribution, article: ArticleId, nested_in: Statement | None = None, **fields) -> Statement:
        return Statement(
            article=article,
            source=attribution.source[0] if attribution.source else None,
            cue=attribution.cue[0] if attribution.cue else None,
            content=attribution.content,
            nested_in=nested_in.id if nested_in else None,
            **{"form": Form.INDIRECT, **fields},
        )

    return make
