from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank yesterday.", [("yesterday", "2031-03-05")]),
        ("It sank the day before yesterday.", [("the day before yesterday", "2031-03-04")]),
        ("It sails tomorrow morning.", [("tomorrow morning", "2031-03-07TMO")]),
        ("It sails tonight at 8 p.m.", [("tonight at 8 p.m.", "2031-03-06T20:00")]),
        ("It sank last night.", [("last night", "2031-03-05TNI")]),
        ("It sank early this morning.", [("early this morning", "2031-03-06TMO")]),
    ],
)
def test_today_and_its_neighbours_are_seen_from_publication(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On March 3 it sailed. That night it sank.", [("March 3", "2031-03-03"), ("That night", "2031-03-03TNI")]),
        (
            "On March 3 it sailed. The next morning it sank.",
            [("March 3", "2031-03-03"), ("The next morning", "2031-03-04TMO")],
        ),
        (
            "On March 3 it sailed. In the afternoon it sank.",
            [("March 3", "2031-03-03"), ("In the afternoon", "2031-03-03TAF")],
        ),
        ("That night it sank.", [("That night", "XXXX-XX-XXTNI")]),
    ],
)
def test_that_night_is_of_the_day_that_the_text_named_last(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    ["He told USA Today so.", "He told India Today so.", "He told the Tonight Show so.", "He told Fox News Sunday so."],
)
def test_a_name_that_holds_today_is_no_day(read, text):
    assert read(text) == []


def test_today_behind_a_country_is_a_day(read):
    assert read("India today signed it.") == [("today", "2031-03-06")]


def test_that_night_is_of_no_day_where_only_a_year_was_named(read):
    assert read("It won in 2029. That night they danced.") == [("2029", "2029"), ("That night", "XXXX-XX-XXTNI")]


def test_in_the_afternoon_is_of_an_earlier_paragraphs_day_only_if_that_is_recent(read):
    assert read("It sank on Feb. 2.\n\nShares fell in the afternoon.")[1][1] == "2031-03-06TAF"
    assert read("It sank on Wednesday.\n\nIt was raised in the afternoon.")[1][1] == "2031-03-05TAF"
