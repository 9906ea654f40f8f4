"""Beside dateparser, on the classes that it reads well: two readers that share no line should not differ."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribution.when import find_times

dateparser: Any = pytest.importorskip("dateparser", reason="it comes with htmldate")

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def by_oracle(phrase: str, published: date) -> date:
    settings = {"RELATIVE_BASE": datetime.combine(published, time(12)), "PREFER_DATES_FROM": "past"}
    parsed: datetime = dateparser.parse(phrase, languages=["en"], settings=settings)
    return parsed.date()


def by_grammar(phrase: str, published: date) -> tuple[date, date]:
    (found,) = find_times(phrase, published)
    assert found.meaning.days is not None
    return found.meaning.days.start, found.meaning.days.end


@pytest.mark.filterwarnings("ignore")
@given(DAYS, DAYS, st.sampled_from(["{month} {day}, {year}", "{day} {month} {year}", "{year}-{number:02d}-{day:02d}"]))
def test_a_full_date_is_the_same_day_to_both(published, named, form):
    phrase = form.format(month=f"{named:%B}", number=named.month, day=named.day, year=named.year)
    assert by_grammar(phrase, published) == (named, named)
    assert by_oracle(phrase, published) == named


@pytest.mark.filterwarnings("ignore")
@given(DAYS, st.integers(1, 400))
def test_so_many_days_ago_is_the_same_day_to_both(published, count):
    phrase = f"{count} days ago"
    at = by_oracle(phrase, published)
    assert by_grammar(phrase, published) == (at, at)


@pytest.mark.filterwarnings("ignore")
@given(DAYS, st.integers(1, 40), st.sampled_from(["week", "month", "year"]))
def test_the_day_of_the_oracle_lies_in_the_week_month_or_year_of_the_grammar(published, count, unit):
    phrase = f"{count} {unit}s ago"
    first, last = by_grammar(phrase, published)
    assert first <= by_oracle(phrase, published) <= last


@pytest.mark.filterwarnings("ignore")
@given(DAYS, st.sampled_from(["yesterday", "today", "tomorrow"]))
def test_yesterday_is_the_same_day_to_both(published, phrase):
    at = by_oracle(phrase, published)
    assert by_grammar(phrase, published) == (at, at)


@pytest.mark.filterwarnings("ignore")
@given(DAYS, st.integers(1, 6))
def test_a_weekday_is_the_last_one_to_both_unless_it_is_today(published, back):
    # On a Friday dateparser's "Friday" is a week ago; news means today.
    phrase = WEEKDAYS[(published - timedelta(days=back)).weekday()]
    at = by_oracle(phrase, published)
    assert by_grammar(phrase, published) == (at, at)
