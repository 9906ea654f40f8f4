from __future__ import annotations

import pytest

from onrecord.views.sentences import sentence_around
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


def test_a_text_without_an_end_is_cut():
    text = "so " * 1000
    found = sentence_around(text, Span(1500, 1502))
    assert found.start == 1100
    assert found.end <= 1902
