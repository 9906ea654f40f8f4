from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between May and July 2029 it rained.", [("May", "2029-05"), ("July 2029", "2029-07")]),
        ("It rained in May and June of last year.", [("May", "2030-05"), ("June of last year", "2030-06")]),
        ("It rained from October to February 2029.", [("October", "2028-10"), ("February 2029", "2029-02")]),
        ("It rained from May 13 to July 30, 2029.", [("May 13", "2029-05-13"), ("July 30, 2029", "2029-07-30")]),
        (
            "It fell in August, September and October 2029.",
            [("August", "2029-08"), ("September", "2029-09"), ("October 2029", "2029-10")],
        ),
    ],
)
def test_a_month_or_day_is_of_the_year_that_the_one_joined_to_it_names(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The coal was bought for shipment from March 20 through October 5.", ["2031-03-20", "2031-10-05"]),
        ("Firms bought coal between March 24 and August 31.", ["2031-03-24", "2031-08-31"]),
        ("The quay sold grain for April to June shipment.", ["2031-04", "2031-06"]),
        ("Coal was shipped between December 3 and January 5.", ["2030-12-03", "2031-01-05"]),
        ("Exports fell from February to October.", ["2030-02", "2030-10"]),
        ("The season runs from November to April.", ["2030-11", "2031-04"]),
        ("The pier will be closed from November to April.", ["2030-11", "2031-04"]),
        ("Ferries were full between now and July.", ["PRESENT_REF", "2031-07"]),
    ],
)
def test_a_range_does_not_end_before_it_begins(read, text, expected):
    assert [value for _, value in read(text)] == expected


def test_what_only_stands_before_to_begins_no_range(read):
    assert read("The revision Friday to December's figures was small.", date(2031, 2, 10)) == [
        ("Friday", "2031-02-07"),
        ("December", "2030-12"),
    ]


def test_may_beside_another_month_is_a_month(read):
    assert read("Coal for May/June shipment was sold.") == [("May", "2031-05"), ("June", "2031-06")]
