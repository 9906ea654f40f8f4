from __future__ import annotations

import pytest

from onrecord.sentences import end_of_sentence, sentence_around, start_of_sentence
from onrecord.vocabulary import Span


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. She met him on Monday. Then they left.", "met him", "She met him on Monday."),
        ("It rained. She met Mr. Quill on Jan. 3 at noon. Then", "met", "She met Mr. Quill on Jan. 3 at noon."),
        ("“We met.” They did, J. B. Rowe said.\n\nNobody else", "did", "They did, J. B. Rowe said."),
        ("A headline without an end\n\nShe met him", "met", "She met him"),
        ("They met. They parted.", "met. They", "They met. They parted."),
        ("One line", "One line", "One line"),
        ("Before. He said: “No.” After.", "No.", "He said: “No.”"),
    ],
)
def test_a_span_is_told_with_its_sentence(text, words, sentence):
    start = text.index(words)
    assert sentence_around(text, Span(start, start + len(words))).of(text) == sentence


def test_of_a_text_without_an_end_nothing_is_taken():
    text = "so " * 1000
    assert sentence_around(text, Span(1500, 1502)) == Span(1500, 1502)


@pytest.mark.parametrize(
    ("text", "at", "start", "end"),
    [
        ("It rained. Gov. Ann Lee left at 5 p.m. on Friday. She slept.", "left", "Gov.", ". She"),
        ("It rained. “It is wet,” she said.", "wet", "“It", "."),
        ("A heading\nIt rained", "rained", "It", ""),
        ("It rained. It did.", "It did", "It did", "."),
    ],
)
def test_a_place_stands_in_one_sentence(text: str, at: str, start: str, end: str) -> None:
    place = text.index(at)
    assert text[start_of_sentence(text, place) :].startswith(start)
    assert text[end_of_sentence(text, place) :].startswith(end)
