from __future__ import annotations

import numpy as np
import pytest

from onrecord.attribution.labels import DISTANCES, FORBIDDEN, LINK_TAGS, ROLE_TAGS, distance_bins, forbidden_transitions


@pytest.mark.parametrize("tags", [ROLE_TAGS, LINK_TAGS])
def test_an_inside_tag_goes_on_from_its_own_role_only(tags: tuple[str, ...]) -> None:
    steps, starts = forbidden_transitions(tags)
    for to, tag in enumerate(tags):
        allowed_after = {b for n, b in enumerate(tags) if steps[n, to] != FORBIDDEN}
        role = tag.removeprefix("I-")
        assert allowed_after == ({f"B-{role}", f"I-{role}"} if tag.startswith("I-") else set(tags))
        assert (starts[to] == FORBIDDEN) == tag.startswith("I-")


def test_the_distance_to_a_cue_tells_the_side_and_grows_coarser_further_away() -> None:
    bins = distance_bins(12, np.array([5]), np.array([6]))
    assert bins.tolist() == [[8, 6, 6, 4, 2, 0, 0, 3, 5, 7, 7, 9]]


def test_each_cue_has_distances_of_its_own() -> None:
    assert distance_bins(3, np.array([0, 2]), np.array([0, 2])).tolist() == [[0, 3, 5], [4, 2, 0]]


def test_no_distance_in_a_window_lacks_a_bin() -> None:
    bins = distance_bins(512, np.array([0, 511]), np.array([0, 511]))
    assert bins.min() == 0
    assert bins.max() == DISTANCES - 1
