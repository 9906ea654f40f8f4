from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left in 1998.", [("1998", "1998")]),
        ("The fiscal 2030 budget fell.", [("The fiscal 2030", "2030")]),
        ("The 2029-30 season was wet.", [("The 2029-30", "2029-01-01/2030-12-31")]),
        ("She left in nineteen ninety-eight.", [("nineteen ninety-eight", "1998")]),
        ("Fog was common in the late 1990s.", [("the late 1990s", "199")]),
        ("Fog was common in the ’60s.", [("the ’60s", "196")]),
        ("Fog was common in the eighties.", [("the eighties", "198")]),
        ("Fog was common in the 70s and 80s.", [("the 70s", "197"), ("80s", "198")]),
        ("The quay is of the 19th century.", [("the 19th century", "18")]),
    ],
)
def test_years_decades_and_centuries_are_read(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold 1998 tons.", []),
        ("It cost $2030.", []),
        ("It rose to 2030.5 points.", []),
        ("Some 2030 people came.", []),
        ("Temperatures were in the 70s.", []),
    ],
)
def test_figures_that_count_something_are_no_year(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(("text", "value"), [("the early 90's", "199"), ("the late 60s", "196")])
def test_a_decade_in_two_figures_may_be_early_or_late(meaning_of, text, value):
    assert meaning_of(f"He sang in {text}.").value == value
