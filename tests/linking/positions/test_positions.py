from __future__ import annotations

from onrecord.linking.positions.positions import find_positions
from onrecord.vocabulary import Claim, ClaimId, PartyId, Side, Stand, StatementId


def test_a_party_has_one_position_on_a_claim_with_all_its_stands_in_order() -> None:
    stands = tuple(
        Stand(StatementId(f"s{n}"), side, PartyId(party) if party else None, None)
        for n, (party, side) in enumerate(
            [("p", Side.DENIES), ("q", Side.AFFIRMS), (None, Side.DENIES), ("p", Side.UNSURE)]
        )
    )
    positions = find_positions([Claim(ClaimId("c"), "It leaked", stands)])
    assert [(p.party, [s.statement for s in p.stands]) for p in positions] == [("p", ["s0", "s3"]), ("q", ["s1"])]
