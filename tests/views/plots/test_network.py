from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.views.plots.network import Tie, plot_network

PARTIES = {letter: f"Party {letter}" for letter in "abcdefghijkl"}


def tie(first: str, second: str, key: str = "k") -> Tie:
    return Tie(first, second, key, f"{first} met {second}")


ties = st.lists(st.tuples(*[st.sampled_from(sorted(PARTIES))] * 2), max_size=20)


def test_a_line_joins_who_was_in_contact_and_counts_how_often():
    plot = plot_network(PARTIES, [tie("a", "b", "k-1"), tie("b", "a", "k-2"), tie("b", "c")])
    assert [(edge.times, edge.key) for edge in plot.edges] == [(2, "k-1"), (1, "k")]
    assert plot.edges[0].title == "a met b; b met a"
    assert {node.key: node.degree for node in plot.nodes} == {"a": 2, "b": 3, "c": 1}


def test_who_has_the_fewest_contacts_is_left_out_and_nobody_stands_alone():
    plot = plot_network(PARTIES, [tie("a", "b"), tie("a", "b"), tie("a", "c"), tie("d", "e")], most=4)
    assert {node.key for node in plot.nodes} == {"a", "b", "c"}
    assert plot.left_out == 2


def test_nobody_is_in_contact_with_themselves():
    assert plot_network(PARTIES, [tie("a", "a")]).nodes == ()


def test_long_names_are_cut():
    (node, _) = plot_network({"a": "A" * 80, "b": "B"}, [tie("a", "b")]).nodes
    assert node.label.endswith("…")
    assert len(node.label) < 40


@settings(max_examples=30)
@given(ties)
def test_the_same_contacts_give_the_same_picture_in_which_no_name_covers_another(pairs):
    given_ties = [tie(first, second) for first, second in pairs]
    plot = plot_network(PARTIES, given_ties)
    assert plot == plot_network(PARTIES, given_ties)
    for node in plot.nodes:
        assert node.x - node.width / 2 >= 0
        assert node.x + node.width / 2 <= plot.width
        assert node.y - node.height / 2 >= 0
        assert node.y + node.height / 2 <= plot.height
    for one, other in combinations(plot.nodes, 2):
        is_apart_x = abs(one.x - other.x) >= (one.width + other.width) / 2
        assert is_apart_x or abs(one.y - other.y) >= one.height
