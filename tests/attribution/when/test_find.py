from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribution.when import Anchor, day_published, find_times
from onrecord.attribution.when.rules import FAMILIES
from onrecord.attribution.when.rules.holidays import HOLIDAYS

# Every word of every pattern, so that the odd neighbours come about that no sentence has.
WORDS = sorted(
    {word for f in FAMILIES for rule in f.rules for word in re.findall(r"[a-z']+", rule.pattern.pattern)}
    | set(HOLIDAYS)
)
ODD = st.from_regex(r"(?:0|00|29|31|9999|99999999999|1,000,000)(?:st|th|:61|/0|/31/2000|-02-30)?", fullmatch=True)
ODDER = st.sampled_from(["24:00", "٣", "²", "½", "’", "\x00", "\u2028", "İ", "$", "—", "𝟚𝟘𝟛𝟙", "\n", "\n\n", "3 1/2"])
NONSENSE = st.lists(st.sampled_from(WORDS) | ODD | ODDER | st.text(max_size=4), max_size=25).map(" ".join)
DAYS = (
    st.none()
    | st.sampled_from([date.min, date.max, date(1000, 1, 1), date(2899, 12, 31), date(2032, 2, 29)])
    | st.dates()
)


@given(st.text() | NONSENSE | NONSENSE.map(str.title), DAYS)
def test_expressions_are_slices_in_order_and_their_days_have_an_end(text, published):
    here = 0
    for found in find_times(text, published):
        assert here <= found.span.start < found.span.end <= len(text)
        here = found.span.end
        assert found.meaning.value
        if found.meaning.days:
            assert found.meaning.days.start <= found.meaning.days.end


def test_offsets_count_the_characters_of_the_text_as_it_is():
    text = "𝒜 İzmir — 👩‍👩‍👧 met on\u00a0Jan.\n5 ."
    (found,) = find_times(text, date(2031, 3, 6))
    assert found.span.of(text) == "Jan.\n5"


def test_of_two_that_overlap_the_one_that_begins_first_is_taken_and_then_the_longer(read):
    assert read("late Thursday night") == [("late Thursday night", "2031-03-06TNI")]
    assert read("the third quarter of 2030") == [("the third quarter of 2030", "2030-Q3")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She left last month.", "XXXX-XX"),
        ("She left on Tuesday.", "XXXX-WXX-2"),
        ("She left in March.", "XXXX-03"),
        ("She left on March 4.", "XXXX-03-04"),
        ("She left yesterday.", "XXXX-XX-XX"),
        ("She left in the third quarter.", "XXXX-Q3"),
        ("She left last summer.", "XXXX-SU"),
    ],
)
def test_without_a_day_of_publication_what_is_open_stays_open(meaning_of, text, value):
    meaning = meaning_of(text, None)
    assert (meaning.value, meaning.days, meaning.anchor) == (value, None, Anchor.PUBLICATION)


def test_without_a_day_of_publication_what_says_everything_itself_is_known(read):
    assert read("She left on March 4, 2029.", None) == [("March 4, 2029", "2029-03-04")]


@pytest.mark.parametrize(
    "text",
    [
        "A 13-year-old girl found it.",
        "It paid $2016 for 1998 barrels.",
        "You may go; they march on.",
        "The Sunday Times had it.",
        "She took second place.",
        "Prices fall and hopes spring.",
        "Flight 1998 is full.",
        "The vote was 31-12.",
    ],
)
def test_what_looks_like_a_time_and_is_none_is_left_alone(read, text):
    assert read(text) == []


def test_an_expression_does_not_reach_into_the_next_paragraph(read):
    assert read("The talks of May\n\n2030 was calm.") == [("May", "2031-05"), ("2030", "2030")]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2031-03-06", date(2031, 3, 6)),
        ("2031-03-06T23:10:00+01:00", date(2031, 3, 6)),
        ("2031-03", None),
        ("2031-02-30", None),
        (None, None),
    ],
)
def test_the_day_of_publication_is_known_only_where_a_day_is_given(published, day):
    assert day_published(published) == day


@pytest.mark.parametrize(
    "unit", ["in the ", "1,", "monday ", "early late ", "a ", "12:", "\\n ", "a" * 50, "january 1 ", "of the year "]
)
def test_a_text_of_one_phrase_again_and_again_is_read_in_order(unit):
    text = unit * (20_000 // len(unit))
    spans = [found.span for found in find_times(text, date(2031, 3, 6))]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("PORT ELM, March 5 (Agency) -- The quay sank today.", "2031-03-05"),
        ("PORT ELM, March 5 (Agency) -- The quay sank yesterday.", "2031-03-04"),
        ("PORT ELM, Feb. 5 (Agency) -- The quay sank today.", "2031-03-06"),
        ("On March 5 the mayor spoke. The quay sank today.", "2031-03-06"),
    ],
)
def test_today_is_the_day_of_a_dateline_just_before_publication(read, text, value):
    assert read(text)[-1][1] == value


def test_what_no_verb_tells_of_is_read_as_the_same_words_are_where_a_verb_does():
    text = "COUNCIL TO VOTE MONDAY\n\nMonday session.\n\nThe council will vote on Monday."
    assert {t.meaning.value for t in find_times(text, date(2031, 3, 6))} == {"2031-03-10"}


def test_the_same_words_are_read_apart_where_verbs_tell_them_apart():
    text = "It closed on Monday. Monday session. It will open on Monday."
    assert [t.meaning.value for t in find_times(text, date(2031, 3, 6))] == ["2031-03-03", "2031-03-03", "2031-03-10"]
