from __future__ import annotations

from onrecord.linking.conflicts import find_conflicts
from onrecord.vocabulary import Claim, ClaimId, PartyId, Side, Stand, StatementId

A, D, U = Side.AFFIRMS, Side.DENIES, Side.UNSURE


def claim(*told: tuple[str, Side]) -> Claim:
    stands = (Stand(StatementId(f"s{n}"), side, PartyId(party), None) for n, (party, side) in enumerate(told))
    return Claim(ClaimId("c"), "It leaked", tuple(stands))


def test_a_conflict_needs_both_sides_firmly() -> None:
    assert find_conflicts([claim(("p", A), ("q", A)), claim(("p", A), ("q", U))]) == ()


def test_who_switched_stands_on_its_contested_side() -> None:
    (conflict,) = find_conflicts([claim(("p", D), ("q", A), ("p", A))])
    assert (conflict.affirms, conflict.denies) == (("q",), ("p",))


def test_a_party_alone_is_not_in_conflict_with_itself() -> None:
    assert find_conflicts([claim(("p", D), ("p", A))]) == ()
