from __future__ import annotations

import re

import pytest

from onrecord.attribution.when import words as w


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("a", 1),
        ("twelve", 12),
        ("twenty-four", 24),
        ("a dozen", 12),
        ("two hundred", 200),
        ("2,500", 2500),
        ("3.5", 3.5),
        ("5 1/2", 5.5),
        ("half a", 0.5),
        ("a couple of", 2),
        ("several", None),
        ("a few", None),
        ("dozens of", None),
    ],
)
def test_a_number_is_read_whole_and_none_where_it_is_vague(words, says):
    assert re.fullmatch(w.NUMBER, words)
    assert w.number(words) == says


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("1998", 1998),
        ("98", 1998),
        ("31", 2031),
        ("nineteen ninety-eight", 1998),
        ("two thousand and four", 2004),
        ("twenty thirty-one", 2031),
    ],
)
def test_a_year_is_read_in_figures_and_in_words(words, says):
    assert w.year_number(words) == says


@pytest.mark.parametrize(("words", "says"), [("third", 3), ("twenty second", 22), ("31st", 31), ("thirtieth", 30)])
def test_an_ordinal_is_read_in_figures_and_in_words(words, says):
    assert w.ordinal(words) == says


@pytest.mark.parametrize(
    ("words", "says"), [("years", "year"), ("century", "century"), ("centuries", "century"), ("hrs", "hour")]
)
def test_a_unit_is_known_in_the_plural_and_shortened(words, says):
    assert w.unit_of(words) == says
