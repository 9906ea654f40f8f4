from __future__ import annotations

import re

import pytest

from onrecord.attribution.how.frames import SAID, Frame, Tense, frames, lay_out
from onrecord.vocabulary import Article

from .worded import Words, statements


def framed(text: str, *wanted: Words) -> list[Frame]:
    return frames(statements(Article(ref="an-article", text=text), *wanted), lay_out(text))


def test_a_frame_is_the_sentence_without_what_is_said() -> None:
    (frame,) = framed("It rained. Ann said that it had rained.", Words("Ann", "said", "that it had rained"))
    assert frame.words.strip() == f"ann said {SAID * len('that it had rained')}."


def test_the_frame_of_a_nested_statement_lies_in_the_content_around_it() -> None:
    outer, inner = framed(
        "On Monday Bo said that Ann had denied on Friday that it rained.",
        Words("Bo", "said", "that Ann had denied on Friday that it rained"),
        Words("Ann", "had denied", "that it rained", inside=0),
    )
    assert "monday" in outer.words
    assert "monday" not in inner.words
    assert "friday" in inner.words


@pytest.mark.parametrize(
    ("words", "cue", "verb"),
    [
        ("has repeatedly denied", "denied", "has repeatedly denied"),
        ("did not deny", "deny", "did not deny"),
        ("no longer disputes", "disputes", "no longer disputes"),
        ("said", "said", "said"),
    ],
)
def test_the_verb_has_its_auxiliaries_negation_and_adverbs(words: str, cue: str, verb: str) -> None:
    (frame,) = framed(f"Ann {words} that it rained.", Words("Ann", cue, "that it rained"))
    assert frame.verb == verb


@pytest.mark.parametrize(
    ("cue", "tense"),
    [
        ("said", Tense.PAST),
        ("did not say", Tense.PAST),
        ("was asked", Tense.PAST),
        ("says", Tense.PRESENT),
        ("has said", Tense.PERFECT),
        ("had repeatedly denied", Tense.PERFECT),
        ("having told", Tense.PERFECT),
        ("saying", Tense.PARTICIPLE),
        ("would say", Tense.MODAL),
        ("according to", Tense.NONE),
    ],
)
def test_the_tense_is_read_from_the_words_at_the_cue(cue: str, tense: Tense) -> None:
    (frame,) = framed(f"Ann {cue} that it rained.", Words("Ann", cue, "that it rained"))
    assert frame.tense is tense


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It rained. It poured.", ["It rained.", " It poured."]),
        ("Mr. Rees met Gov. Lind on Jan. 6. It rained.", ["Mr. Rees met Gov. Lind on Jan. 6.", " It rained."]),
        ("“Did it rain?” Ann asked. “No.”", ["“Did it rain?”", " Ann asked.", " “No.”"]),
        ("It rained\n\nIt poured", ["It rained", "It poured"]),
    ],
)  # fmt: skip
def test_sentences_end_at_stops_that_are_no_abbreviations(text: str, parts: list[str]) -> None:
    assert [sentence.of(text) for _, sentence in lay_out(text).sentences] == parts


def test_a_match_in_the_frame_has_its_place_in_the_article() -> None:
    text = "It rained. Ann said on Monday that it rained."
    (frame,) = framed(text, Words("Ann", "said", "that it rained"))
    match = re.search("monday", frame.words)
    assert match is not None
    assert frame.span(match).of(text) == "Monday"
