from __future__ import annotations

import pytest

from onrecord.attribution.constructions import add_constructions, without_addressees
from onrecord.attribution.decode import Attribution
from onrecord.vocabulary import Span


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def in_words(text: str, found: list[Attribution]) -> list[tuple[str | None, str, list[str]]]:
    return [
        (a.source.of(text) if a.source else None, a.cue.of(text), [piece.of(text) for piece in a.content])
        for a in found
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Orr Bank has put its loss at $90 million, and rising.",
            "Orr Bank",
            "has put",
            ["its loss at $90 million"],
        ),
        (
            "The office put the number of dead fish at 22,400.",
            "The office",
            "put",
            ["the number of dead fish at 22,400"],
        ),
        (
            "It rained. The palace called on the town to open its files.",
            "The palace",
            "called on",
            ["to open its files"],
        ),
        (
            "She would not be drawn on the age of the wood.",
            "She",
            "would not be drawn on",
            ["the age of the wood"],
        ),
        (
            "In May he had ruled out any such sale.",
            "he",
            "had ruled out",
            ["any such sale"],
        ),
        (
            "Nobody spoke. He had met Orr once, he volunteered, in a lift in Basel.",
            "he",
            "volunteered",
            ["He had met Orr once", "in a lift in Basel"],
        ),
        (
            "It rained. The lamp had been out for a week, two of the crew have told the Gazette.",
            "two of the crew",
            "have told",
            ["The lamp had been out for a week"],
        ),
        (
            "Nobody saw Mr. Orr, the keeper said on Monday, and the dog slept.",
            "the keeper",
            "said",
            ["Nobody saw Mr. Orr", "and the dog slept"],
        ),
        (
            "Ann Lee wanted to know from the captain who had paid.",
            "Ann Lee",
            "wanted to know",
            ["who had paid"],
        ),
    ],
)
def test_a_turn_of_phrase_that_the_model_overlooked_is_a_statement(
    text: str, source: str, cue: str, content: list[str]
) -> None:
    assert in_words(text, add_constructions(text, [])) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "She put the vase at the window.",
        "He called on his aunt on Sunday.",
        "The old bridge, he knew, was shut.",
        "When the lamp was lit, the keeper told the Gazette.",
        "The bridge was shut, the keeper said that it was old.",
        "The bridge was shut ten days before, her guests were told on Monday.",
        "On Monday, the keeper said.",
    ],
)
def test_other_uses_of_the_words_are_none(text: str) -> None:
    assert add_constructions(text, []) == []


def test_what_the_model_has_found_stays_as_it_is() -> None:
    text = "The palace called on the town to open its files."
    known = Attribution(span(text, "The palace"), span(text, "called on the town"), (span(text, "to open its files"),))
    assert add_constructions(text, [known]) == [known]


def test_whom_one_asks_is_not_what_one_asks() -> None:
    text = "Orr asked the town on Monday to pay. He asked to leave. He asked the town whether to pay."
    asked = [
        Attribution(None, span(text, "asked"), (span(text, "the town on Monday to pay"),)),
        Attribution(None, span(text, "asked"), (span(text, "to leave"),)),
        Attribution(None, span(text, "asked"), (span(text, "whether to pay"),)),
    ]
    assert [content for _, _, content in in_words(text, without_addressees(text, asked))] == [
        ["to pay"],
        ["to leave"],
        ["whether to pay"],
    ]
