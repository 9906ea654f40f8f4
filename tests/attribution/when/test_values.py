from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribution.when import values
from onrecord.attribution.when.values import CALENDAR, Days, around, shifted, value_of

UNITS = ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century")
CALENDAR_DAYS = st.dates(date(CALENDAR.start, 1, 1), date(CALENDAR.stop - 1, 12, 31))


@pytest.mark.parametrize(
    ("days", "value"),
    [
        (values.day(date(2031, 3, 6)), "2031-03-06"),
        (values.week(date(2031, 3, 6)), "2031-W10"),
        (values.week(date(2031, 1, 1)), "2031-W01"),
        (values.weekend(date(2031, 3, 6)), "2031-W10-WE"),
        (values.month(2031, 3), "2031-03"),
        (values.quarter(2031, 4), "2031-Q4"),
        (values.half(2031, 2), "2031-H2"),
        (values.season(2031, "WI"), "2031-WI"),
        (values.year(2031), "2031"),
        (values.decade(1990), "199"),
        (values.century(20), "19"),
        (Days(date(2031, 3, 6), date(2031, 3, 9), "span"), "2031-03-06/2031-03-09"),
    ],
)
def test_days_with_a_name_have_the_standards_value(days, value):
    assert value_of(days) == value


def test_a_winter_bears_the_year_in_which_it_begins():
    assert values.season(2031, "WI") == Days(date(2031, 12, 1), date(2032, 2, 29), "season")


@pytest.mark.parametrize(
    ("count", "unit", "to"),
    [
        (-1, "day", date(2032, 2, 28)),
        (1, "month", date(2032, 3, 29)),
        (-1, "year", date(2031, 2, 28)),
        (2, "week", date(2032, 3, 14)),
        (1, "decade", date(2042, 2, 28)),
    ],
)
def test_shifting_keeps_to_the_ends_of_months(count, unit, to):
    assert shifted(date(2032, 2, 29), count, unit) == to


@pytest.mark.parametrize(("count", "unit"), [(9_999_999, "day"), (-9_999_999, "week"), (900, "year"), (-20, "century")])
def test_what_leads_out_of_the_calendar_is_no_day(count, unit):
    assert shifted(date(2031, 3, 6), count, unit) is None


@pytest.mark.parametrize(
    ("number", "which", "at"), [(2031, 2, 29), (2031, 13, 1), (2031, 0, 1), (2031, 1, 0), (9999, 1, 1)]
)
def test_a_day_that_the_calendar_lacks_is_none(number, which, at):
    assert values.calendar_day(number, which, at) is None


def test_days_that_end_before_they_begin_cannot_exist():
    with pytest.raises(ValueError, match="found 2031-03-06 to 2031-03-05"):
        Days(date(2031, 3, 6), date(2031, 3, 5), "span")


@given(CALENDAR_DAYS, st.sampled_from(UNITS))
def test_the_unit_around_a_day_holds_it_unless_it_is_a_weekend(at, unit):
    days = around(at, unit)
    assert days.granularity == unit
    assert days.start <= at <= days.end or unit == "weekend"
