from __future__ import annotations

import pytest

from onrecord.attribution.when import Anchor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank ten days ago.", [("ten days ago", "2031-02-24")]),
        ("It sank two weeks ago.", [("two weeks ago", "2031-W08")]),
        ("It sank 18 months ago.", [("18 months ago", "2029-09")]),
        ("It sank a decade ago.", [("a decade ago", "2021")]),
        ("It sank several years ago.", [("several years ago", "PAST_REF")]),
        ("It sails ten days from now.", [("ten days from now", "2031-03-16")]),
        ("It sails a week from Tuesday.", [("a week from Tuesday", "2031-03-18")]),
        ("The bonds will be repaid in five years.", [("in five years", "2036")]),
        ("The quay was built in five years.", [("five years", "P5Y")]),
        ("It sank 9,999 years ago.", [("9,999 years", "P9999Y")]),
    ],
)
def test_what_lies_so_far_from_publication_is_no_more_exact_than_its_unit(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She resigned on March 3. A day later she denied it.",
            [("March 3", "2031-03-03"), ("A day later", "2031-03-04")],
        ),
        (
            "She resigned on March 3. Two days earlier she had not.",
            [("March 3", "2031-03-03"), ("Two days earlier", "2031-03-01")],
        ),
        ("She resigned in 2029. A year later she died.", [("2029", "2029"), ("A year later", "2030")]),
        ("She resigned in 2029. Two days later she denied it.", [("2029", "2029"), ("Two days later", "XXXX")]),
    ],
)
def test_a_day_later_is_seen_from_what_the_text_named_last(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "modifier"),
    [
        ("It closed just days before the inauguration.", "PXD", "BEFORE"),
        ("It closed two weeks after the gale.", "P2W", "AFTER"),
        ("A day later it closed.", "XXXX", None),
    ],
)
def test_what_hangs_on_an_event_stays_unresolved_with_its_anchor(meaning_of, text, value, modifier):
    meaning = meaning_of(text)
    assert (meaning.value, meaning.days, meaning.anchor, meaning.modifier) == (value, None, Anchor.EVENT, modifier)


def test_how_long_after_something_untold_is_a_length(meaning_of):
    later = meaning_of("She left the quay, and died a few days later.")
    assert (later.value, later.modifier, later.days) == ("PXD", "AFTER", None)


@pytest.mark.parametrize(
    "text",
    [
        "The mill will pay for the first time in 20 years.",
        "It may be the coldest winter day in ten years.",
        "She will wear a coat that she has not worn in six months.",
    ],
)
def test_in_so_long_since_something_last_was_is_a_length(meaning_of, text):
    assert meaning_of(text).type == "DURATION"
