"""Vectors of sentences are asked for once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.record import Record
from onrecord.record.vectors import AT_ONCE, FloatArray


class Counting:
    """An encoder that counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, sentences: Sequence[str]) -> FloatArray:
        self.asked += sentences
        return np.array([[len(s), 1 / 3] for s in sentences], np.float32).reshape(len(sentences), 2)


def test_a_sentence_is_encoded_once_and_its_vector_is_the_same_ever_after(record: Record) -> None:
    encoder = Counting()
    first = record.links.remembering(encoder, "m1")(["Ada left", "Bert stayed", "Ada left"])
    again = record.links.remembering(encoder, "m1")(["Bert stayed", "Cleo came"])
    assert sorted(encoder.asked) == ["Ada left", "Bert stayed", "Cleo came"]
    assert (first[0] == first[2]).all()
    assert (first[1] == again[0]).all()


def test_another_encoder_is_asked_anew(record: Record) -> None:
    encoder = Counting()
    record.links.remembering(encoder, "m1")(["Ada left"])
    record.links.remembering(encoder, "m2")(["Ada left"])
    assert encoder.asked == ["Ada left", "Ada left"]


def test_any_number_of_sentences_keep_their_order(record: Record) -> None:
    sentences = ["x" * (n % 700 + 1) for n in range(AT_ONCE * 2)]
    vectors = record.links.remembering(Counting(), "m1")(sentences)
    assert [int(v) for v in vectors[:, 0]] == [len(s) for s in sentences]
