"""Names one below the other, and arcs between those who are tied."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.web.network import MOST_NODES, draw_network

NAMES = {"q-a": "Ada", "q-b": "Bert", "q-c": "Cora", "q-d": "Dora"}


def test_contacts_go_both_ways_and_are_counted():
    drawn = draw_network([("q-a", "q-b"), ("q-b", "q-a")], {}, NAMES)
    (edge,) = drawn.edges
    assert (edge.times, edge.is_reliance) == (2, False)
    assert [node.name for node in drawn.nodes] == ["Ada", "Bert"]


def test_who_relies_on_whom_has_a_direction():
    (edge,) = draw_network([], {("q-b", "q-a"): 1}, NAMES).edges
    assert (edge.source.name, edge.target.name, edge.is_reliance) == ("Bert", "Ada", True)


def test_those_who_are_tied_stand_near_one_another():
    drawn = draw_network([("q-a", "q-c"), ("q-a", "q-c"), ("q-b", "q-d")], {}, NAMES)
    assert [node.name for node in drawn.nodes] == ["Ada", "Cora", "Bert", "Dora"]


def test_ties_to_oneself_and_to_nobody_named_are_no_ties():
    drawn = draw_network([("q-a", "q-a"), ("q-a", "q-unnamed")], {}, NAMES)
    assert (drawn.nodes, drawn.edges) == ((), ())


def test_of_many_those_with_the_most_ties_are_drawn():
    names = {f"q-{n}": f"Name {n:03}" for n in range(100)}
    drawn = draw_network([(f"q-{n}", "q-0") for n in range(1, 100)], {}, names)
    assert len(drawn.nodes) == MOST_NODES
    assert drawn.left_out == 100 - MOST_NODES
    assert drawn.nodes[0].name == "Name 000"


@given(st.lists(st.tuples(st.sampled_from(sorted(NAMES)), st.sampled_from(sorted(NAMES)))))
def test_every_arc_joins_two_rows_that_are_drawn(pairs):
    drawn = draw_network(pairs, dict.fromkeys(pairs[::2], 2), NAMES)
    rows = {node.y for node in drawn.nodes}
    assert all({edge.source.y, edge.target.y} <= rows for edge in drawn.edges)
    assert len(rows) == len(drawn.nodes)
    assert all(y <= drawn.height for y in rows)
