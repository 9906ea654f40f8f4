"""Lanes: where a mark stands, how high, what leads from one to the next, and which days the axis names."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.plots.tracks import (
    HEIGHTS,
    LEFT,
    MOST_MARKS,
    MOST_ON_ALL,
    RIGHT,
    Lane,
    Point,
    plot_tracks,
)
from onrecord.vocabulary import Side


def point(day: date | None, side: Side = Side.AFFIRMS) -> Point:
    return Point(day, side, "/articles/a#s-1", f"{side.value}, {day}")


def lane(*points: Point, label: str = "Quill") -> Lane:
    return Lane(label, "/parties/q", points)


def march(day: int) -> date:
    return date(2031, 3, day)


days = st.none() | st.dates(date(1990, 1, 1), date(2031, 12, 31))
points = st.lists(st.tuples(days, st.sampled_from(Side)), min_size=1, max_size=12)


def test_time_runs_from_left_to_right_over_all_lanes_alike_and_lanes_stand_in_the_order_given():
    plot = plot_tracks([lane(point(march(4)), point(march(8))), lane(point(march(6)), label="Rowe")])
    assert [each.label for each in plot.lanes] == ["Quill", "Rowe"]
    (first, last), (between,) = ([mark.x for mark in each.marks] for each in plot.lanes)
    assert first < between < last
    assert (first, last) == (LEFT, RIGHT)


def test_a_change_of_side_is_a_step_and_staying_is_a_level():
    (drawn,) = plot_tracks([lane(point(march(1), Side.DENIES), point(march(5), Side.UNSURE))]).lanes
    level, step = drawn.lines
    assert (level.is_step, level.y1, level.y2) == (False, HEIGHTS[Side.DENIES], HEIGHTS[Side.DENIES])
    assert (step.is_step, step.x1, step.x2) == (True, RIGHT, RIGHT)
    assert (step.y1, step.y2) == (HEIGHTS[Side.DENIES], HEIGHTS[Side.UNSURE])


def test_sides_of_one_day_stand_side_by_side_in_their_order():
    (drawn,) = plot_tracks([lane(point(march(4)), point(march(4), Side.DENIES), point(march(4)))]).lanes
    assert [mark.point.side for mark in drawn.marks] == [Side.AFFIRMS, Side.DENIES, Side.AFFIRMS]
    assert all(before.x < after.x for before, after in pairwise(drawn.marks))


def test_what_is_said_again_at_once_on_the_same_side_is_one_mark_that_says_how_often():
    (drawn,) = plot_tracks([lane(point(march(1)), point(march(1)), point(march(1) + timedelta(500)))]).lanes
    assert [mark.times for mark in drawn.marks] == [2, 1]
    assert drawn.marks[0].label == "affirms, 2031-03-01: 2 statements"


def test_a_year_takes_less_than_a_year_of_room():
    (drawn,) = plot_tracks([lane(point(date(2030, 3, 4)), point(march(4)), point(march(8)))]).lanes
    first, second, third = (mark.x for mark in drawn.marks)
    assert (second - first) / (third - second) < 10


def test_what_has_no_day_stands_last_and_is_called_so():
    plot = plot_tracks([lane(point(None), point(march(4)))])
    assert [mark.point.day for mark in plot.lanes[0].marks] == [march(4), None]
    assert [tick.label for tick in plot.ticks] == ["4 Mar 2031", "undated"]


def test_a_lane_that_is_too_full_says_what_it_leaves_out():
    sides = [Side.AFFIRMS, Side.DENIES] * 100
    (drawn,) = plot_tracks([lane(*(point(march(1) + timedelta(n), side) for n, side in enumerate(sides)))]).lanes
    assert (len(drawn.marks), drawn.left_out) == (MOST_MARKS, 200 - MOST_MARKS)


def test_a_lane_is_told_in_words_too():
    (drawn,) = plot_tracks([lane(point(march(1), Side.DENIES))]).lanes
    assert drawn.summary == "Quill: denies, 2031-03-01"


def test_a_lane_without_points_is_left_out():
    assert plot_tracks([lane()]).lanes == ()


def test_the_year_is_named_where_it_changes():
    plot = plot_tracks([lane(point(date(2030, 12, 4)), point(date(2031, 1, 8)), point(date(2031, 6, 8)))])
    assert [tick.label for tick in plot.ticks] == ["4 Dec 2030", "8 Jan 2031", "8 Jun"]


@given(st.lists(points, min_size=1, max_size=5))
def test_whatever_the_days_all_marks_are_inside_in_order_and_names_of_days_apart(given_points):
    plot = plot_tracks([lane(*(point(day, side) for day, side in each)) for each in given_points])
    for drawn in plot.lanes:
        places = [mark.x for mark in drawn.marks]
        assert places == sorted(places)
        assert places[0] >= LEFT
        assert places[-1] <= RIGHT + 0.01
        assert sum(mark.times for mark in drawn.marks) <= max(map(len, given_points))
    assert all(after.reach[0] > before.reach[1] for before, after in pairwise(plot.ticks))
    assert plot.ticks


def test_full_lanes_share_what_a_page_can_bear_and_others_keep_all_of_theirs():
    sides = [Side.AFFIRMS, Side.DENIES] * 100
    full = [lane(*(point(march(1) + timedelta(n), side) for n, side in enumerate(sides))) for _ in range(14)]
    drawn = plot_tracks([lane(point(march(1)), point(march(20), Side.DENIES)), *full]).lanes
    assert len(drawn[0].marks) == 2
    assert MOST_ON_ALL - 14 < sum(len(each.marks) for each in drawn) <= MOST_ON_ALL
    assert all(len(each.marks) + each.left_out == 200 for each in drawn[1:])
