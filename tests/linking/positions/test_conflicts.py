from __future__ import annotations

from onrecord.linking.positions.conflicts import find_conflict
from onrecord.vocabulary import Claim, ClaimId, Conflict, PartyId, Side, Stand, StatementId

A, D, U = Side.AFFIRMS, Side.DENIES, Side.UNSURE


def claim(*told: tuple[str, Side]) -> Claim:
    stands = (Stand(StatementId(f"s{n}"), side, PartyId(party), None) for n, (party, side) in enumerate(told))
    return Claim(ClaimId("c"), "It leaked", tuple(stands))


def conflict(*told: tuple[str, Side], unsure: tuple[int, ...] = ()) -> Conflict | None:
    """The conflict where all of these are sure of their side but those with these places."""
    found = claim(*told)
    return find_conflict(found, {s.statement: 0.1 if n in unsure else 0.9 for n, s in enumerate(found.stands)})


def test_a_conflict_needs_both_sides_firmly() -> None:
    assert conflict(("p", A), ("q", A)) is None
    assert conflict(("p", A), ("q", U)) is None


def test_who_switched_stands_on_its_contested_side() -> None:
    found = conflict(("p", D), ("q", A), ("p", A))
    assert found
    assert (found.affirms, found.denies) == (("q",), ("p",))


def test_a_party_alone_is_not_in_conflict_with_itself() -> None:
    assert conflict(("p", D), ("p", A)) is None


def test_who_may_speak_of_something_else_is_in_no_conflict() -> None:
    found = conflict(("p", A), ("q", D), ("r", A), ("s", D), unsure=(2, 3))
    assert found
    assert (found.affirms, found.denies, found.statements) == (("p",), ("q",), ("s0", "s1"))


def test_the_surest_of_a_side_is_named_however_unsure() -> None:
    found = conflict(("p", A), ("q", D), unsure=(1,))
    assert found
    assert found.denies == ("q",)


def test_who_is_sure_once_is_sure() -> None:
    found = conflict(("p", A), ("q", D), ("q", D), unsure=(1,))
    assert found
    assert found.denies == ("q",)
    assert found.statements == ("s0", "s1", "s2")
