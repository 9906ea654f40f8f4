from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They meet every other day.", [("every other day", "P2D")]),
        ("They meet twice a year.", [("twice a year", "P1Y")]),
        ("They meet every five years.", [("every five years", "P5Y")]),
        ("They meet daily.", [("daily", "P1D")]),
        ("They are paid quarterly.", [("quarterly", "P1Q")]),
        ("They are paid per month.", [("per month", "P1M")]),
        ("The quarterly dividend rose.", []),
        ("The Daily Lamp had it.", []),
    ],
)
def test_what_comes_again_and_again_is_a_set(read, text, expected):
    assert read(text) == expected


def test_every_summer_is_a_set(read):
    assert read("They sail every summer.") == [("every summer", "XXXX-SU")]
