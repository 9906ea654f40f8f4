from __future__ import annotations

import pytest

from onrecord.linking.words import meaning, rarity, stem, subject_words, weight, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("relay", "relays"),
        ("knew", "knowing"),
        ("contaminated", "pollution"),
        ("telephoned", "rang"),
        ("met", "meetings"),
    ],
)
def test_inflections_and_near_synonyms_are_compared_as_one_word(one: str, other: str) -> None:
    assert meaning(one) == meaning(other)


@pytest.mark.parametrize(("one", "other"), [("sign", "veto"), ("department", "resign"), ("design", "signature")])
def test_other_words_stay_other(one: str, other: str) -> None:
    assert meaning(one) != meaning(other)


def test_words_lose_possessives_and_keep_numbers_whole() -> None:
    assert words("The mayor’s 1.2 million") == ("the", "mayor", "1.2", "million")


def test_what_a_text_is_about_leaves_function_words_out() -> None:
    assert subject_words("that she had not been at the Belmont") == (stem("belmont"),)


def test_a_common_word_says_little_and_an_unknown_one_much() -> None:
    assert rarity(stem("year")) < 0.2 < rarity(stem("harbour")) <= rarity(stem("zyxomma")) <= 1
    assert weight([stem("year"), stem("zyxomma")]) == pytest.approx(rarity(stem("year")) + rarity(stem("zyxomma")))
