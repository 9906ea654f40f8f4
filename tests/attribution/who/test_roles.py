from __future__ import annotations

import pytest

from onrecord.attribution.who.roles import Role, may_be_one, role_of_title


def test_a_title_is_a_role_in_full_words() -> None:
    assert role_of_title("Sen.") == Role("senator", (), "Sen.")
    assert role_of_title("Energy Minister") == Role("minister", ("energy",), "Energy Minister")
    assert role_of_title("Secretary of State") == Role("secretary", (), "Secretary of State")
    assert role_of_title("") is None


@pytest.mark.parametrize(
    ("known", "described", "fits"),
    [
        (("minister", ("energy",)), ("minister", ()), True),
        (("minister", ("energy",)), ("minister", ("energy",)), True),
        (("minister", ("energy",)), ("minister", ("prime",)), False),
        (("minister", ("energy",)), ("minister", ("health",)), False),
        (("president", ("vice",)), ("president", ()), False),
        (("president", ("vice",)), ("vp", ()), True),
        (("lawyer", ()), ("attorney", ()), True),
        (("director", ()), ("boss", ()), True),
        (("director", ()), ("manager", ("plant",)), False),
        (("mayor", ()), ("judge", ()), False),
    ],
)
def test_a_description_fits_a_role_of_the_same_rank_and_subject(
    known: tuple[str, tuple[str, ...]], described: tuple[str, tuple[str, ...]], fits: bool
) -> None:
    assert (may_be_one(Role(known[0], known[1], ""), *described) > 0) == fits
