from __future__ import annotations

import pytest

from onrecord.attribution.answers import add_refusals, fill_refusals, read_answers
from onrecord.attribution.decode import Attribution
from onrecord.vocabulary import Span


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def attribution(text: str, source: str | None, cue: str, content: str) -> Attribution:
    return Attribution(span(text, source) if source else None, span(text, cue), (span(text, content),))


def in_words(text: str, attributions: list[Attribution]) -> list[tuple[str | None, str, list[str]]]:
    return [
        (a.source.of(text) if a.source else None, a.cue.of(text), [c.of(text) for c in a.content]) for a in attributions
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Asked on Monday whether he had met her, Orr twice said no, and left.",
            "Orr",
            "twice said no",
            "whether he had met her",
        ),
        ("Asked if it was true, the mayor replied: “No.”", "the mayor", "replied: “No", "if it was true"),
        (
            "When pressed about the money, Ms. Orr, who chairs the board, declined to comment.",
            "Ms. Orr, who chairs the board,",
            "declined to comment",
            "the money",
        ),
        ("Asked who had called, he would not say.", "he", "would not say", "who had called"),
    ],
)
def test_a_bare_answer_has_the_question_for_its_content(text: str, source: str, cue: str, content: str) -> None:
    assert in_words(text, read_answers(text, [])) == [(source, cue, [content])]


def test_the_asking_and_the_bare_no_give_way_to_the_answer() -> None:
    text = "Asked whether he had met her, Orr said no. Vey said it rained."
    read = [
        attribution(text, None, "Asked", "whether he had met her"),
        attribution(text, "Orr", "said", "no"),
        attribution(text, "Vey", "said it"[:4], "it rained"),
    ]
    assert in_words(text, read_answers(text, read))[0] == ("Orr", "said no", ["whether he had met her"])
    assert len(read_answers(text, read)) == 2


def test_an_answer_of_more_than_no_is_left_as_it_was_read() -> None:
    text = "Asked whether it rained, she said no one knew."
    read = [attribution(text, "she", "said", "no one knew")]
    assert read_answers(text, read) == read


def test_what_somebody_declined_to_talk_about_is_more_than_a_pronoun() -> None:
    text = "Orr declined on Friday to talk about it."
    read = [attribution(text, "Orr", "declined on Friday to talk about", "it")]
    assert in_words(text, fill_refusals(text, read)) == [("Orr", "declined", ["to talk about it"])]


def test_a_refusal_with_words_of_its_own_keeps_them() -> None:
    text = "Orr declined to talk about the money."
    read = [attribution(text, "Orr", "declined to talk about", "the money")]
    assert fill_refusals(text, read) == read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It rained. Orr, the banker, had no comment.", ("Orr, the banker", "had", ["no comment"])),
        (
            "The bank fell, and its chairman offered no immediate comment on Friday.",
            ("its chairman", "offered", ["no immediate comment"]),
        ),
        ("It rained. The coach had nothing to add.", ("The coach", "had", ["nothing to add"])),
        ("The coach would not be drawn on where he was.", ("The coach", "would not be drawn on", ["where he was"])),
    ],
)
def test_a_refusal_that_nobody_read_is_a_statement(text: str, wanted: tuple[str, str, list[str]]) -> None:
    assert in_words(text, add_refusals(text, [])) == [wanted]


def test_a_refusal_that_was_read_already_is_not_read_twice() -> None:
    text = "Orr had no comment on the sale."
    read = [attribution(text, "Orr", "had no comment on", "the sale")]
    assert add_refusals(text, read) == read
