from __future__ import annotations

from telling import Teller

from onrecord.linking.linker import SHIPPED, likeness_of
from onrecord.linking.origins.footing import CONTEST, FOOTING, Footing
from onrecord.linking.what.propositions import read_propositions
from onrecord.linking.what.units import Unit
from onrecord.vocabulary import Claim, ClaimId, Side, Stance, Stand, StatementId

Told = tuple[str, str, Side]


def footing_of(*told: Told, joined: tuple[int, ...] = ()) -> tuple[Footing, list[StatementId]]:
    """What a claim stands on that these speak to: who, what, on which side. joined: places of those that a person joined."""
    units = []
    for place, (speaker, content, side) in enumerate(told):
        cue, stance = ("denied", Stance.DENIES) if side is Side.DENIES else ("said", Stance.ASSERTS)
        units.append(Unit(read_propositions(Teller(str(place)).says(speaker, cue, content, stance).reading(), {})[:1]))
    stands = tuple(Stand(u.id, side, u.first.principal, None) for u, (_, _, side) in zip(units, told, strict=True))
    ids = [unit.id for unit in units]
    alike = likeness_of(units, SHIPPED)
    return Footing(units, Claim(ClaimId("c"), "It leaked", stands), alike, {ids[place] for place in joined}), ids


LEAKED = ("Field", "that the dockside valve leaked chlorine into the harbour on Monday", Side.AFFIRMS)
AGAIN = ("Rowe", "that chlorine had leaked from the valve at the dockside on Monday", Side.AFFIRMS)
DENIED = ("Marsh", "that the dockside valve had leaked any chlorine on Monday", Side.DENIES)
CHOIR = ("Quill", "that the choir sings", Side.AFFIRMS)
FETE = ("Brand", "that the summer fete was cancelled", Side.DENIES)


def test_what_speaks_of_something_else_is_less_sure() -> None:
    footing, (leaked, again, denied, choir) = footing_of(LEAKED, AGAIN, DENIED, CHOIR)
    assert footing.surely.keys() == {leaked, again, denied, choir}
    assert min(footing.surely[leaked], footing.surely[again], footing.surely[denied]) > 0.5 > footing.surely[choir]


def test_what_a_person_joined_is_sure() -> None:
    footing, (leaked, _, choir) = footing_of(LEAKED, AGAIN, CHOIR, joined=(0, 2))
    assert footing.surely[leaked] == footing.surely[choir] == 1


def test_what_takes_no_side_has_no_footing() -> None:
    footing, (leaked, _) = footing_of(LEAKED, ("Rowe", "that the valve may have leaked", Side.UNSURE))
    assert footing.surely.keys() == {leaked}


def test_accounts_of_one_thing_are_in_conflict_and_those_of_two_are_not() -> None:
    assert footing_of(LEAKED, DENIED)[0].is_contested
    assert not footing_of(LEAKED, FETE)[0].is_contested
    assert not footing_of(LEAKED, AGAIN)[0].is_contested


def test_accounts_that_a_person_put_together_are_in_conflict() -> None:
    assert footing_of(LEAKED, FETE, joined=(0, 1))[0].is_contested


def test_what_is_weighed_has_a_weight() -> None:
    footing, _ = footing_of(LEAKED, DENIED)
    facts = footing.contest()
    assert facts is not None
    assert facts.keys() == CONTEST.keys()
    assert footing.facts(0).keys() == FOOTING.keys()
