from __future__ import annotations

import pytest

from onrecord.articles.byline import make_byline


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("By Jane Doe and John Roe, Associated Press", "Jane Doe and John Roe, Associated Press"),
        ("BY Jane Doe", "Jane Doe"),
        ("Jane Doe, Ana Paz &amp; John Roe", "Jane Doe, Ana Paz and John Roe"),
        ("By Jane Doe, Senior Political Correspondent", "Jane Doe"),
        ("Jane Doe in Washington | Updated March 4, 2021", "Jane Doe"),
        ("By Martin Roe, Jr. and Jane Doe", "Martin Roe, Jr. and Jane Doe"),
        ("jane.doe@paper.example Jane Doe @janedoe", "Jane Doe"),
        ("Reuters", "Reuters"),
        ("https://www.facebook.com/quaycourier", None),
        ("admin", None),
        ("By Byron Marsh and Anderson Sandoval", "Byron Marsh and Anderson Sandoval"),
        ("Siobhán O’Neil; Jean-Luc Picard", "Siobhán O’Neil and Jean-Luc Picard"),
        ("", None),
    ],
)
def test_names_and_agency_are_kept_and_the_rest_is_dropped(written: str, expected: str | None) -> None:
    assert make_byline([[written]], None) == expected


def test_the_agency_of_the_visible_byline_joins_the_names_of_the_structured_data() -> None:
    assert make_byline([["Jane Doe"], [], ["By Jane Doe, Associated Press"]], None) == "Jane Doe, Associated Press"


def test_a_person_in_a_later_source_goes_before_the_outlet_in_an_earlier_one() -> None:
    assert make_byline([["The Quay Courier"], ["By Jane Doe"]], "The Quay Courier") == "Jane Doe"


def test_the_same_name_twice_is_one_author() -> None:
    assert make_byline([["Jane Doe", "JANE DOE"]], None) == "Jane Doe"
