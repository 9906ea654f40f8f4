from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is now closed.", [("now", "PRESENT_REF")]),
        ("It is currently closed.", [("currently", "PRESENT_REF")]),
        ("In the past it was open.", [("the past", "PAST_REF")]),
        ("It closed recently.", [("recently", "PAST_REF")]),
        ("It will open in the near future.", [("the near future", "FUTURE_REF")]),
        ("It will open some day.", [("some day", "FUTURE_REF")]),
    ],
)
def test_what_has_a_direction_and_no_day_is_a_reference(read, text, expected):
    assert read(text) == expected


def test_now_is_the_day_of_publication(meaning_of):
    assert meaning_of("It is now closed.").days.start == date(2031, 3, 6)


def test_one_day_is_ahead_where_a_verb_says_so(read):
    assert read("The quay will one day be a park.") == [("one day", "FUTURE_REF")]
    assert read("One day the quay sank.") == []


def test_now_that_is_now(read):
    assert read("Fares are lower now that the bridge is open.") == [("now", "PRESENT_REF")]


def test_a_current_account_is_no_time(read):
    assert read("The current account showed a deficit.") == []


def test_as_soon_as_possible_lies_ahead(read):
    assert read("They will leave as soon as possible.") == [("as soon as possible", "FUTURE_REF")]
