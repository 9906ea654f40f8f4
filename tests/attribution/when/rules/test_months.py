from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gale of November 2030 is remembered.", [("November 2030", "2030-11")]),
        ("The frost of January last year is remembered.", [("January last year", "2030-01")]),
        ("It opened in May nineteen ninety-eight.", [("May nineteen ninety-eight", "1998-05")]),
    ],
)
def test_a_month_with_its_year_is_that_month(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A summit in April is to settle it.", [("April", "2031-04")]),
        ("Sales rose in December.", [("December", "2030-12")]),
        ("Sales rose in August.", [("August", "2030-08")]),
        ("The bridge will open in November.", [("November", "2031-11")]),
        ("The debt is to be paid by September.", [("September", "2031-09")]),
        ("It opened last March.", [("last March", "2030-03")]),
        ("It closed last February.", [("last February", "2030-02")]),
        ("It closes next March.", [("next March", "2032-03")]),
        ("It was hot every July.", [("every July", "XXXX-07")]),
    ],
)
def test_a_month_alone_is_the_nearest_unless_a_word_or_a_verb_says_otherwise(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She came in May.", [("May", "2030-05")]),
        ("May I come?", []),
        ("They may come and march.", []),
        ("The March on Hull ended.", []),
    ],
)
def test_may_and_march_are_months_only_where_they_stand_as_such(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "modifier"),
    [("late May", "END"), ("early June", "START"), ("mid-November", "MID"), ("the end of June", "END"), ("June", None)],
)
def test_a_word_before_a_month_says_which_part_of_it(meaning_of, text, modifier):
    assert meaning_of(f"It sank in {text} 2030.").modifier == modifier


def test_the_may_meeting_is_in_may_and_the_march_on_the_town_is_in_no_month(read):
    assert read("The May meeting will be brief.") == [("May", "2031-05")]
    assert read("The March on the town was long.") == []


def test_a_month_that_begins_a_sentence_about_the_past_lies_behind(read):
    assert read("In May it sold the quay.") == [("May", "2030-05")]
    assert read("In May it will sell the quay.") == [("May", "2031-05")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody knew. And in May, the mayor signed it.", [("May", "2030-05")]),
        ("“Nobody knew.” In May, the mayor signed it.", [("May", "2030-05")]),
        ("The wall, which fell in May, was old.", [("May", "2030-05")]),
        ("The lease ran until May, when the owner sold it.", [("May", "2030-05")]),
        ("It keeps the books until May, when ballots are counted.", [("May", "2031-05")]),
    ],
)
def test_a_month_whose_clause_tells_what_happened_lies_behind(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Losses grew in the year ending May.", [("May", "2031-05")]),
        ("It gave its March forecast.", [("March", "2031-03")]),
        ("Nobody wants a May election.", [("May", "2031-05")]),
        ("Coffee for May delivery rose.", [("May", "2031-05")]),
        ("They voted for May, and the March on the capital began.", []),
    ],
)
def test_march_and_may_are_months_before_a_noun_and_behind_more_words_than_in(read, text, expected):
    assert [found for found in read(text) if found[0] in ("May", "March")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs. Anna May resigned. A plan between May and the council failed in May.", [("May", "2030-05")]),
        ("A plan between May and July 2029 failed.", [("May", "2029-05"), ("July 2029", "2029-07")]),
        ("Elections are scheduled for March.", [("March", "2031-03")]),
    ],
)
def test_may_is_a_month_where_it_stands_as_one_and_nobodys_name(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (date(2030, 3, 1), "2030-11"),
        (date(2031, 3, 1), "2030-11"),
        (date(2031, 10, 20), "2031-11"),
        (date(2031, 12, 20), "2032-11"),
    ],
)
def test_a_november_election_is_in_the_nearest_even_year(meaning_of, published, expected):
    assert meaning_of("He endorsed her before the November election.", published).value == expected
