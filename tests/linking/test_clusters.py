from __future__ import annotations

from onrecord.linking.clusters import find_clusters


def test_those_who_agree_on_average_are_together() -> None:
    scores = {(0, 1): 2.0, (1, 2): 1.0, (0, 2): 0.5, (2, 3): -4.0}
    assert find_clusters(4, scores, {}) == [(0, 1, 2), (3,)]


def test_a_chain_of_likenesses_is_no_cluster() -> None:
    scores = {(0, 1): 3.0, (1, 2): -0.5, (2, 3): 3.0}
    assert find_clusters(4, scores, {}) == [(0, 1), (2, 3)]


def test_what_a_person_decided_holds() -> None:
    assert find_clusters(2, {(0, 1): 5.0}, {(0, 1): False}) == [(0,), (1,)]
    assert find_clusters(2, {(0, 1): -5.0}, {(0, 1): True}) == [(0, 1)]
