from __future__ import annotations

import pytest

from onrecord.articles.dates import find_date, parse_date, parse_page_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2017-02-10", "2017-02-10"),
        (" 2017-02-10T09:21 ", "2017-02-10T09:21"),
        ("2017-02-10 09:21:00", "2017-02-10T09:21:00"),
        ("2017-02-10T09:21:00Z", "2017-02-10T09:21:00Z"),
        ("2017-02-10T09:21:00-0500", "2017-02-10T09:21:00-05:00"),
        ("Fri, 10 Feb 2017 09:21:00 -0500", "2017-02-10T09:21:00-05:00"),
        ("February 10, 2017", "2017-02-10"),
        ("Friday, Feb. 3rd, 2017", "2017-02-03"),
        ("10 September 2017", "2017-09-10"),
    ],
)
def test_a_date_keeps_the_precision_of_its_source(written: str, expected: str) -> None:
    assert parse_date(written) == expected


@pytest.mark.parametrize(
    "written",
    ["", "02/10/2017", "2017", "2017-02", "2017-02-30", "2017-02-10T25:00", "last Friday", "0999-01-01", "20170210"],
)
def test_what_is_no_certain_day_is_no_date(written: str) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize("stamp", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00+00:00"])
def test_the_stamps_of_publishing_systems_for_no_date_are_none(stamp: str) -> None:
    assert parse_page_date(stamp) is None


def test_the_first_date_in_a_line_is_found() -> None:
    assert find_date("Updated: 5 March 2021, 10:15 (first published March 4, 2021)") == "2021-03-05"
    assert find_date("Updated this morning") is None
