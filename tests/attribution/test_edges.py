from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.attribution.edges import LOOSE, form_of, tidy, without_leading_time
from onrecord.attribution.quotes import find_quotations
from onrecord.vocabulary import Form, Span


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "read", "tidied"),
    [
        ("The map is old, she said.", "The map is old, ", "The map is old"),
        ("She said the map is old.", " the map is old.", "the map is old"),
        ("“The map is old,” she said.", "The map is old", "“The map is old,”"),
        ("“The map is old,” she said.", "“The map is old", "“The map is old,”"),
        ("“The map is old,” she said.", "The map is old,”", "“The map is old,”"),
        ("“The map is old,” she said.", "“The map is old,”", "“The map is old,”"),
        ("“Is it old?” she asked.", "Is it old", "“Is it old?”"),
        ("She said it is “old.”", "it is “old", "it is “old.”"),
        ("She said “old” maps burn.", "“old” maps burn.", "“old” maps burn"),
        ("She said “the old” maps burn.", "the old” maps", "“the old” maps"),
        ("She said “the old maps burn.", "the old maps burn.", "the old maps burn"),
        ("“First.\n\n“Second,” he said.", "First.", "“First"),
        ("She said ''the map is old'' twice.", "the map is old", "''the map is old''"),
    ],
)
def test_an_edge_takes_its_quotation_mark_and_leaves_punctuation(text: str, read: str, tidied: str) -> None:
    tidy_span = tidy(text, span_of(text, read), find_quotations(text))
    assert tidy_span is not None
    assert tidy_span.of(text) == tidied


def test_nothing_is_left_of_punctuation_alone() -> None:
    assert tidy("a ., ; b", Span(1, 7), ()) is None


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from("ab “”\"'‘’.,!?\n") | st.characters(codec="utf-8"), min_size=1, max_size=60), st.data())
def test_a_tidy_span_of_any_text_lies_in_it_with_firm_edges(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    quotations = find_quotations(text)
    once = tidy(text, span, quotations)
    if once is None:
        assert not span.of(text).strip(LOOSE)
        return
    assert once.end <= len(text)
    assert once.of(text)[0] not in LOOSE
    assert once.of(text)[-1] not in LOOSE


@pytest.mark.parametrize(
    ("text", "content", "form"),
    [
        ("“The map is old,” she said.", ["“The map is old,”"], Form.DIRECT),
        ("She said the map is old.", ["the map is old"], Form.INDIRECT),
        ("She said the map is “a joke”.", ["the map is “a joke”"], Form.MIXED),
        ("“It is old,” she said, “and dusty.”", ["“It is old,”", "“and dusty.”"], Form.DIRECT),
        ("“It is old,” she said, and not worth much.", ["“It is old,”", "and not worth much"], Form.MIXED),
        ("‘The map is old,’ she said.", ["‘The map is old,’"], Form.DIRECT),
        ("She answered: ?!", ["?!"], Form.INDIRECT),
        ("“First it was old.\n\n“Then it burnt,” he said.", ["“First it was old.", "“Then it burnt,”"], Form.DIRECT),
    ],
)
def test_the_form_says_how_much_of_the_content_is_quoted(text: str, content: list[str], form: Form) -> None:
    assert form_of(text, [span_of(text, c) for c in content], find_quotations(text)) == form


@pytest.mark.parametrize(
    ("cue", "wanted"),
    [
        ("last week said", "said"),
        ("on Monday night announced", "announced"),
        ("said Monday", "said Monday"),
        ("said", "said"),
    ],
)
def test_a_day_in_front_of_a_cue_is_no_part_of_it(cue: str, wanted: str) -> None:
    assert without_leading_time(cue, Span(0, len(cue))).of(cue) == wanted
