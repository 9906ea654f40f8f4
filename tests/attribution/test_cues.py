from __future__ import annotations

import pytest

from onrecord.attribution.cues import is_utterance, may_hold_cue


@pytest.mark.parametrize(
    "text",
    [
        "the mayor had said nothing of it",
        "an aide denies that he was there",
        "he was, according to two clerks, at home",
        "Officials are REPORTEDLY looking for the chart",
        "she keeps telling them the road is open",
        "they planned and then admitted the whole of it",
    ],
)
def test_a_clause_with_a_word_of_speech_is_worth_reading_again(text: str) -> None:
    assert may_hold_cue(text)


@pytest.mark.parametrize(
    "text",
    ["", "“”", "he said", "the road is closed until Monday", "42 per cent of 1,000", "a saidness comes over them all"],
)
def test_what_names_no_speech_or_nothing_beside_it_is_not(text: str) -> None:
    assert not may_hold_cue(text)


@pytest.mark.parametrize(
    ("cue", "uttered"),
    [
        ("said", True),
        ("have repeatedly denied", True),
        ("According to", True),
        ("warned", True),
        ("was told", False),
        ("had been fully briefed", False),
        ("believes", False),
        ("", False),
    ],
)
def test_who_is_told_something_or_believes_it_has_uttered_nothing(cue: str, uttered: bool) -> None:
    assert is_utterance(cue) == uttered
