from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.attribution.encode import (
    INSIDE,
    INSIDE_SINGLE,
    MARK_ALONE,
    MARK_INSIDE,
    OUTSIDE,
    RUNNING_ON,
    SHAPES,
    Encoder,
    Window,
    quote_states,
    shape_of,
)
from onrecord.vocabulary import Span

from .written import letter_tokenizer

ODD_TEXT = st.text(
    st.sampled_from("abcXYZ019 .,!?:\n\r\t“”\"'’ \u00a0\u0301\u200b\u200f\u0000\u2028éßİ中ﬁ😀🏳\ufe0f\u200d")
    | st.characters(codec="utf-8"),
    max_size=120,
)
MakeEncoder = Callable[..., Encoder]


def shown(text: str, window: Window) -> str:
    """From the first to the last character of a window."""
    real = window.offsets[window.offsets[:, 1] > 0]
    return text[real[0, 0] : real[-1, 1]]


def shown_each(text: str, windows: Sequence[Window]) -> list[str]:
    return [shown(text, w) for w in windows]


def test_short_articles_are_one_window_with_a_mark_after_each_paragraph(encoder: MakeEncoder) -> None:
    tokenizer = letter_tokenizer()
    (window,) = encoder().windows("a b\n\nC.")
    assert [tokenizer.id_to_token(p) for p in window.pieces] == ["[CLS]", "a", "b", "[SEP]", "c", ".", "[SEP]"]
    assert window.offsets.tolist() == [[0, 0], [0, 1], [2, 3], [0, 0], [5, 6], [6, 7], [0, 0]]
    assert window.shapes.tolist() == [0, 4, 4, 0, 1, 7, 0]


@pytest.mark.parametrize(
    ("text", "piece", "shape"),
    [
        ("A", "A", 1),
        ("NATO", "NATO", 2),
        ("Paris", "Paris", 3),
        ("paris", "paris", 4),
        ("iPhone", "iPhone", 5),
        ("42", "42", 6),
        ("“", "“", 7),
        ("paris", "is", 11),
        ("NATOs", "s", 11),
        ("1990s", "990", 13),
        ("co-op", "op", 4),
    ],
)
def test_the_shape_gives_case_back_and_tells_a_word_from_its_rest(text: str, piece: str, shape: int) -> None:
    at = text.index(piece)
    assert shape_of(text, at, at + len(piece)) == shape < SHAPES


def test_every_character_knows_its_place_in_a_quotation() -> None:
    text = "a “b ‘c’ d” e’s”"
    wanted = {
        "a": OUTSIDE,
        "“": MARK_INSIDE,
        "b": INSIDE,
        "‘": MARK_INSIDE,
        "c": INSIDE_SINGLE,
        "d": INSIDE,
        "e": OUTSIDE,
    }
    states = quote_states(text)
    assert {c: states[text.index(c)] for c in wanted} == wanted
    assert states[-1] == MARK_ALONE
    assert quote_states("''b''").tolist() == [MARK_INSIDE, MARK_INSIDE, INSIDE, MARK_INSIDE, MARK_INSIDE]
    assert set(quote_states("“a\n\n“b”")[1:2]) == {RUNNING_ON}


def test_windows_are_whole_paragraphs_as_many_as_fit(encoder: MakeEncoder) -> None:
    text = "a a a a.\n\nb b b b.\n\nc c c c.\n\nd d d d."
    assert shown_each(text, list(encoder(12).windows(text))) == [text[:18], text[20:]]


def test_a_long_paragraph_is_cut_where_a_sentence_ends(encoder: MakeEncoder) -> None:
    text = "a a a a a a a a. b b b b b."
    assert shown_each(text, list(encoder(12).windows(text))) == ["a a a a a a a a.", "b b b b b."]


def test_a_long_paragraph_is_cut_after_the_mark_that_closes_a_sentence(encoder: MakeEncoder) -> None:
    text = "“a a a a a a.” b b b b b b."
    assert shown_each(text, list(encoder(12).windows(text))) == ["“a a a a a a.”", "b b b b b b."]


def test_a_paragraph_without_a_sentence_end_is_cut_all_the_same(encoder: MakeEncoder) -> None:
    text = "a " * 30
    windows = list(encoder(12).windows(text))
    assert [len(w.pieces) - 2 for w in windows] == [12, 12, 6]


def test_a_paragraph_that_opens_with_a_mark_stays_with_the_one_before(encoder: MakeEncoder) -> None:
    text = "a a a a a.\n\nb b b b b.\n\nHe said.\n\n“d d d.”"
    windows = shown_each(text, list(encoder(24).windows(text)))
    assert windows == ["a a a a a.\n\nb b b b b.", "He said.\n\n“d d d.”"]


def test_a_paragraph_after_a_colon_stays_with_the_one_that_announces_it(encoder: MakeEncoder) -> None:
    text = "a a a a a.\n\nb b b b b.\n\nHe said:\n\nd d d d d."
    windows = shown_each(text, list(encoder(24).windows(text)))
    assert windows == ["a a a a a.\n\nb b b b b.", "He said:\n\nd d d d d."]


@pytest.mark.parametrize("text", ["", " \n\n\t", "\u200b", "\u0000\u0007", "\u200b\n\n\u0301", "\u00ad\u2060"])
def test_a_text_without_pieces_has_no_windows(encoder: MakeEncoder, text: str) -> None:
    assert list(encoder().windows(text)) == []
    assert list(encoder().windows_of(text, [Span(0, len(text))] if text else [])) == []


def test_a_paragraph_without_pieces_leaves_the_others_in_place(encoder: MakeEncoder) -> None:
    text = "a.\n\n\u200b\n\nb."
    (window,) = encoder().windows(text)
    assert window.offsets[window.offsets[:, 1] > 0].tolist() == [[0, 1], [1, 2], [7, 8], [8, 9]]


def test_a_word_longer_than_any_in_the_vocabulary_is_one_piece_with_all_its_characters(encoder: MakeEncoder) -> None:
    word = "x" * 5000
    (window,) = encoder().windows(f"a {word} b")
    assert [2, 5002] in window.offsets.tolist()


def test_a_part_is_read_as_if_it_stood_alone(encoder: MakeEncoder) -> None:
    text = "She said: “He told me ‘no’ twice.”"
    part = Span(text.index("He"), text.index(".”"))
    alone = part.of(text)
    (window,) = encoder().windows_of(text, [part])
    (by_itself,) = encoder().windows(alone)
    assert window.pieces.tolist() == by_itself.pieces.tolist()
    assert window.quotes.tolist() == by_itself.quotes.tolist()
    real = window.offsets[:, 1] > 0
    assert (window.offsets[real] == by_itself.offsets[real] + part.start).all()


def test_the_tokenizers_own_padding_and_truncation_are_switched_off() -> None:
    tokenizer = letter_tokenizer()
    tokenizer.enable_truncation(4)
    tokenizer.enable_padding(length=16)
    (window,) = Encoder(tokenizer).windows("a b c d e f")
    assert len(window.pieces) == 8


@settings(deadline=None, max_examples=60)
@given(ODD_TEXT, st.integers(4, 40))
def test_windows_of_any_text_hold_each_piece_once_and_never_more_than_fit(text: str, limit: int) -> None:
    tokenizer = letter_tokenizer()
    windows = list(Encoder(tokenizer, limit).windows(text))
    offsets = [tuple(o) for w in windows for o in w.offsets.tolist() if o != [0, 0]]
    whole = [tuple(o) for w in Encoder(tokenizer, 10_000).windows(text) for o in w.offsets.tolist() if o != [0, 0]]
    assert offsets == whole == sorted(offsets)
    for window in windows:
        assert 3 <= len(window.pieces) <= limit + 2
        assert len(window.pieces) == len(window.shapes) == len(window.quotes) == len(window.offsets)


@settings(deadline=None, max_examples=60)
@given(ODD_TEXT)
def test_offsets_of_any_text_lie_in_it_and_name_the_letters_of_their_pieces(text: str) -> None:
    tokenizer = letter_tokenizer()
    for window in Encoder(tokenizer).windows(text):
        for piece, (start, end) in zip(window.pieces, window.offsets, strict=True):
            assert 0 <= start <= end <= len(text)
            token = tokenizer.id_to_token(piece).removeprefix("##")
            if token in "abcxyz019.,!?:“”" and text[start:end].isascii():
                assert token in text[start:end].lower()
        assert (np.diff(window.offsets[window.offsets[:, 1] > 0][:, 0]) >= 0).all()
