from __future__ import annotations

from onrecord.linking.groups import Groups


def test_what_is_joined_with_one_is_joined_with_all_of_its_group() -> None:
    groups = Groups("abcd")
    groups.join("a", "b")
    groups.join("c", "b")
    assert sorted(groups.members("a")) == ["a", "b", "c"]
    assert sorted(map(sorted, groups.all())) == [["a", "b", "c"], ["d"]]


def test_groups_with_members_that_must_stay_apart_are_not_joined() -> None:
    groups = Groups("abc")
    groups.join("a", "b")
    assert not groups.join_unless("b", "c", lambda one, other: {one, other} == {"a", "c"})
    assert not groups.together("b", "c")
