from __future__ import annotations

from onrecord.linking.sets import Sets, each_with_each


def test_of_the_rows_that_are_asked_for_it_is_told_what_they_have_in_common_with_a_set() -> None:
    sets = Sets(
        [{"pier", "dock"}, (), {"dock"}, {"pier", "crane", "dock"}], {"pier": 2.0, "dock": 1.0, "crane": 4.0}.get
    )
    assert sets.in_common({"pier", "dock", "unknown"}, [3, 0, 1, 3]).tolist() == [3.0, 3.0, 0.0, 3.0]
    assert sets.in_common({"crane"}, [2, 3]).tolist() == [0.0, 4.0]
    assert sets.in_common({"crane"}, []).tolist() == []


def test_of_each_two_it_is_told_what_they_have_in_common() -> None:
    ones, others = [{"pier", "dock"}, {"crane"}, set()], [{"dock"}, {"pier", "dock", "rope"}]
    weigh = {"pier": 2.0, "dock": 1.0, "crane": 4.0}.__getitem__
    assert each_with_each(ones, others, weigh).tolist() == [[1.0, 3.0], [0.0, 0.0], [0.0, 0.0]]
    among = [{"pier", "dock"}, {"dock", "crane"}, {"pier"}]
    found = each_with_each(among, among, weigh)
    assert (found[0, 1], found[0, 2], found[1, 2], found[1, 0]) == (1.0, 2.0, 0.0, 1.0)
