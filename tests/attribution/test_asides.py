from __future__ import annotations

import pytest

from onrecord.attribution.asides import is_aside
from onrecord.vocabulary import Article, Form, Span, Statement


def aside(text: str, source: str, cue: str, content: str) -> bool:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    made = Statement(Article("r", text).id, span(source), span(cue), (span(content),), Form.INDIRECT)
    return is_aside(text, made)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("She asked not to be named.", "She", "asked", "not to be named"),
        ("Both spoke on condition of anonymity.", "Both", "spoke on condition of", "anonymity"),
        ("The bank did not return our calls.", "The bank", "did not return", "our calls"),
    ],
)
def test_how_an_article_came_about_is_no_statement(text: str, source: str, cue: str, content: str) -> None:
    assert aside(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("She asked the board to resign.", "She", "asked", "the board to resign"),
        ("He would not answer whether he knew.", "He", "would not answer", "whether he knew"),
        ("Orr said he had not returned the letters.", "Orr", "said", "he had not returned the letters"),
    ],
)
def test_what_somebody_puts_forward_is_one(text: str, source: str, cue: str, content: str) -> None:
    assert not aside(text, source, cue, content)
