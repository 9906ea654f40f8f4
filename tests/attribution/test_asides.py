from __future__ import annotations

import pytest

from onrecord.attribution.asides import is_aside, is_inner_aside, tells_nothing
from onrecord.vocabulary import Article, Form, Span, Statement


def statement(text: str, source: str | None, cue: str, content: str) -> Statement:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Statement(
        Article("r", text).id, span(source) if source else None, span(cue), (span(content),), Form.INDIRECT
    )


def aside(text: str, source: str | None, cue: str, content: str) -> bool:
    return is_aside(text, statement(text, source, cue, content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("She asked not to be named.", "She", "asked", "not to be named"),
        ("Both spoke on condition of anonymity.", "Both", "spoke on condition of", "anonymity"),
        ("The bank did not return our calls.", "The bank", "did not return", "our calls"),
        ("KARSHOLM, July 12 (NFS): It rained.", "KARSHOLM", ":", "It rained"),
    ],
)
def test_how_an_article_came_about_is_no_statement(text: str, source: str | None, cue: str, content: str) -> None:
    assert aside(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("A copy was shown to the Post.", None, "was shown", "A copy"),
        ("Asked whether she would go, Orr laughed.", None, "Asked", "whether she would go"),
        ("Insurers are said to be nervous.", None, "are said", "to be nervous"),
        ("Orr was shown the map.", "Orr", "was shown", "the map"),
        ("Page four is about tomatoes.", "Page four", "is about", "tomatoes"),
        ("A guard tells a different tale.", "A guard", "tells", "a different tale"),
        ("The Post could not confirm the report.", "The Post", "could not confirm", "the report"),
    ],
)
def test_where_nobody_utters_anything_nothing_is_said(text: str, source: str | None, cue: str, content: str) -> None:
    assert tells_nothing(text, statement(text, source, cue, content))
    assert not aside(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("She asked the board to resign.", "She", "asked", "the board to resign"),
        ("He would not answer whether he knew.", "He", "would not answer", "whether he knew"),
        ("The map was old, according to Orr.", "Orr", "according to", "The map was old"),
        ("Dana Orr: It rained.", "Dana Orr", ":", "It rained"),
        ("Orr said he had not returned the letters.", "Orr", "said", "he had not returned the letters"),
    ],
)
def test_what_somebody_puts_forward_is_one(text: str, source: str, cue: str, content: str) -> None:
    assert not aside(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "is_aside_inside"),
    [
        ("People mention roofs.", "People", "mention", "roofs", True),
        ("He would not comment on it.", "He", "would not comment on", "it", True),
        ("She cannot recall each message.", "She", "cannot recall", "each message", True),
        ("Orr had told them that it rained.", "Orr", "had told", "that it rained", False),
        ("Someone in his office had told them that it rained.", "Someone in his office", "had told", "that it", False),
    ],
)
def test_inside_what_somebody_says_only_what_was_uttered_counts(
    text: str, source: str, cue: str, content: str, *, is_aside_inside: bool
) -> None:
    assert is_inner_aside(text, statement(text, source, cue, content)) is is_aside_inside
