"""Names one below the other, and arcs between those who are tied."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.plots.network import MOST_NAMES, ROW_HEIGHT, plot_network

NAMES = {"q-a": "Ada", "q-b": "Bert", "q-c": "Cora", "q-d": "Dora"}

pairs = st.lists(st.tuples(st.sampled_from(sorted(NAMES)), st.sampled_from(sorted(NAMES))))


def test_contacts_go_both_ways_and_are_counted():
    plot = plot_network(NAMES, {("q-a", "q-b"): 1, ("q-b", "q-a"): 2}, {})
    (arc,) = plot.contacts
    assert arc.times == 3
    assert [name.name for name in plot.names] == ["Ada", "Bert"]


def test_who_relies_on_whom_has_a_direction():
    down, up = plot_network(NAMES, {("q-a", "q-b"): 3}, {("q-b", "q-a"): 1, ("q-a", "q-b"): 1}).reliances
    assert {(arc.first.name, arc.second.name, arc.is_upward) for arc in (down, up)} == {
        ("Bert", "Ada", True),
        ("Ada", "Bert", False),
    }


def test_those_who_are_tied_stand_near_one_another():
    plot = plot_network(NAMES, {("q-a", "q-c"): 2, ("q-b", "q-d"): 1}, {})
    assert [name.name for name in plot.names] == ["Ada", "Cora", "Bert", "Dora"]


def test_ties_to_oneself_and_to_nobody_named_are_no_ties():
    plot = plot_network(NAMES, {("q-a", "q-a"): 1, ("q-a", "q-unnamed"): 1}, {})
    assert (plot.names, plot.contacts, plot.reliances) == ((), (), ())


def test_of_many_those_with_the_most_ties_are_drawn():
    names = {f"q-{n}": f"Name {n:03}" for n in range(100)}
    plot = plot_network(names, {(f"q-{n}", "q-0"): 1 for n in range(1, 100)}, {})
    assert len(plot.names) == MOST_NAMES
    assert plot.left_out == 100 - MOST_NAMES
    assert plot.names[0].name == "Name 000"


def test_the_further_apart_two_stand_the_further_out_their_arc_goes():
    plot = plot_network(NAMES, {("q-a", "q-b"): 9, ("q-a", "q-c"): 5, ("q-a", "q-d"): 1}, {})
    reach = [float(re.findall(r"C([\d.]+) ", arc.path)[0]) for arc in plot.contacts]
    assert reach == sorted(reach, reverse=True)
    assert len(set(reach)) == 3


def test_arcs_between_neighbours_stay_near_their_names_where_all_are_neighbours():
    (arc,) = plot_network(NAMES, {("q-a", "q-b"): 1}, {}).contacts
    assert float(re.findall(r"C([\d.]+) ", arc.path)[0]) < 60


@given(pairs, pairs)
def test_every_arc_joins_two_rows_that_are_drawn_and_the_same_ties_give_the_same_picture(met, relying):
    contacts, reliances = dict.fromkeys(met, 1), dict.fromkeys(relying, 2)
    plot = plot_network(NAMES, contacts, reliances)
    assert plot == plot_network(NAMES, dict(reversed(contacts.items())), dict(reversed(reliances.items())))
    rows = {name.row for name in plot.names}
    for arc in (*plot.contacts, *plot.reliances):
        assert {arc.first.row, arc.second.row} <= rows
        ends = [float(y) for y in re.findall(r"0 ([\d.]+)(?=C|$)", arc.path)]
        assert ends == sorted((each.row + 0.5) * ROW_HEIGHT for each in (arc.first, arc.second))
    assert plot.height == ROW_HEIGHT * len(rows)
