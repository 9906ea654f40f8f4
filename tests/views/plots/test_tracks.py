from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.plots.tracks import LABEL_WIDTH, TICK_ROOM, WIDTH, Lane, Step, plot_tracks
from onrecord.vocabulary import Side


def step(day: date | None, side: Side = Side.AFFIRMS) -> Step:
    return Step(side, day, "s-1", "said")


def march(day: int) -> date:
    return date(2031, 3, day)


days = st.none() | st.dates(date(1990, 1, 1), date(2031, 12, 31))
lanes = st.lists(st.lists(days, min_size=1, max_size=8), min_size=1, max_size=5)


def test_marks_stand_in_the_order_of_days_and_lanes_in_the_order_given():
    plot = plot_tracks([Lane("Quill", (step(march(4)), step(march(8)))), Lane("Rowe", (step(march(6)),))])
    assert [lane.name for lane in plot.lanes] == ["Quill", "Rowe"]
    (first, last), (between,) = ([mark.x for mark in lane.marks] for lane in plot.lanes)
    assert LABEL_WIDTH <= first < between < last <= WIDTH


def test_marks_of_one_day_stand_side_by_side():
    (lane,) = plot_tracks([Lane("Quill", (step(march(4)), step(march(4), Side.DENIES)))]).lanes
    assert lane.marks[1].x > lane.marks[0].x


def test_a_year_takes_less_than_a_year_of_room():
    plot = plot_tracks([Lane("Quill", (step(date(2030, 3, 4)), step(march(4)), step(march(8))))])
    first, second, third = (mark.x for mark in plot.lanes[0].marks)
    assert (second - first) / (third - second) < 10


def test_what_has_no_day_stands_last_and_is_called_so():
    plot = plot_tracks([Lane("Quill", (step(None), step(march(4))))])
    assert [mark.step.day for mark in plot.lanes[0].marks] == [march(4), None]
    assert [tick.label for tick in plot.ticks] == ["4 Mar 2031", "undated"]


def test_the_year_is_named_where_it_changes():
    plot = plot_tracks([Lane("Quill", (step(date(2030, 12, 4)), step(date(2031, 1, 8)), step(date(2031, 6, 8))))])
    assert [tick.label for tick in plot.ticks] == ["4 Dec 2030", "8 Jan 2031", "8 Jun"]


def test_a_lane_without_steps_is_left_out():
    assert plot_tracks([Lane("Quill", ())]).lanes == ()


@given(lanes)
def test_whatever_the_days_all_marks_are_inside_and_names_of_days_apart(given_days):
    plot = plot_tracks([Lane("X", tuple(step(day) for day in lane)) for lane in given_days])
    for lane in plot.lanes:
        places = [mark.x for mark in lane.marks]
        assert places == sorted(places)
        assert places[0] >= LABEL_WIDTH
        assert places[-1] <= WIDTH
    ticks = [tick.x for tick in plot.ticks]
    assert all(b - a >= TICK_ROOM - 0.2 for a, b in pairwise(ticks))
