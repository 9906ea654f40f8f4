"""Lanes: where a mark stands, how high, and what leads from one to the next."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.web.tracks import HEIGHTS, MOST_MARKS, MOST_TICKS, Point, draw
from onrecord.vocabulary import Side


def point(day: date, side: Side = Side.AFFIRMS) -> Point:
    return Point(day, side, "/articles/a#s-1", f"{side.value}, {day}")


MARCH = date(2031, 3, 1)


def test_time_runs_from_left_to_right_over_all_lanes_alike():
    drawn = draw(
        [("Ada", "/a", [point(MARCH), point(MARCH + timedelta(10))]), ("Bert", "/b", [point(MARCH + timedelta(5))])]
    )
    assert [[mark.x for mark in lane.marks] for lane in drawn.lanes] == [[2.5, 97.5], [50.0]]


def test_a_change_of_side_is_a_step_and_staying_is_a_level():
    (lane,) = draw([("Ada", "/a", [point(MARCH, Side.DENIES), point(MARCH + timedelta(4), Side.UNSURE)])]).lanes
    level, step = lane.lines
    assert (level.is_step, level.y1, level.y2) == (False, HEIGHTS[Side.DENIES], HEIGHTS[Side.DENIES])
    assert (step.is_step, step.x1, step.y1, step.x2, step.y2) == (
        True,
        97.5,
        HEIGHTS[Side.DENIES],
        97.5,
        HEIGHTS[Side.UNSURE],
    )


def test_marks_of_one_day_do_not_hide_one_another():
    days = [point(MARCH, Side.UNSURE), point(MARCH, Side.DECLINES), point(MARCH, Side.DENIES)]
    (lane,) = draw([("Ada", "/a", days)]).lanes
    assert len({(mark.x, mark.y, mark.shift) for mark in lane.marks}) == 3


def test_what_is_said_again_at_once_on_the_same_side_is_one_mark_that_says_how_often():
    (lane,) = draw([("Ada", "/a", [point(MARCH), point(MARCH), point(MARCH + timedelta(500))])]).lanes
    assert [mark.times for mark in lane.marks] == [2, 1]
    assert lane.marks[0].label == "affirms, 2031-03-01: 2 statements"


def test_a_lane_that_is_too_full_says_what_it_leaves_out():
    sides = [Side.AFFIRMS, Side.DENIES] * 100
    (lane,) = draw([("Ada", "/a", [point(MARCH + timedelta(n), side) for n, side in enumerate(sides)])]).lanes
    assert (len(lane.marks), lane.left_out) == (MOST_MARKS, 200 - MOST_MARKS)


def test_a_lane_is_told_in_words_too():
    (lane,) = draw([("Ada", "/a", [point(MARCH, Side.DENIES)])]).lanes
    assert lane.summary == "Ada: denies, 2031-03-01"


def test_lanes_without_a_day_are_left_out():
    assert draw([("Ada", "/a", [])]).lanes == ()


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=8))
def test_whatever_the_days_the_axis_names_a_few_of_them_in_order(days):
    drawn = draw([("Ada", "/a", [point(day) for day in sorted(days)])])
    places = [tick.x for tick in drawn.ticks]
    assert 1 <= len(places) <= MOST_TICKS + 1
    assert places == sorted(places)
    assert all(0 <= x <= 100 for x in places)


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (0, ["1 Mar 2031"]),
        (2, ["1 Mar 2031", "2 Mar", "3 Mar"]),
        (30, ["1 Mar 2031", "7 Mar", "13 Mar", "19 Mar", "25 Mar", "31 Mar"]),
        (120, ["Mar 2031", "Apr", "May", "Jun"]),
        (600, ["Jul 2031", "Jan 2032", "Jul"]),
    ],
)
def test_the_axis_names_round_days_and_every_new_year(days, labels):
    drawn = draw([("Ada", "/a", [point(MARCH), point(MARCH + timedelta(days))])])
    assert [tick.label for tick in drawn.ticks] == labels
