from __future__ import annotations

from onrecord.linking.propositions import Proposition, read_propositions
from onrecord.linking.sides import agreement, assign_sides, negation
from onrecord.linking.units import Unit
from onrecord.vocabulary import Side, Stance

from .invented import Teller

AFFIRMS, DENIES = Side.AFFIRMS, Side.DENIES


def one(content: str, speaker: str = "Marsh", stance: Stance = Stance.ASSERTS, ref: str = "a") -> Proposition:
    return read_propositions(Teller(ref).says(speaker, "said", content, stance).reading(), {})[0]


def test_words_that_stand_alike_agree() -> None:
    said = one("that the valve leaked", "Field")
    assert agreement(said, one("that a valve had leaked", ref="b")) > 0
    assert agreement(said, one("that no valve leaked", ref="b")) < 0


def test_a_denial_of_a_negation_affirms() -> None:
    assert negation(one("that the valve did not leak", stance=Stance.DENIES)) == 1


def test_sides_follow_the_polarity_of_each() -> None:
    told = [
        one("that the valve leaked", "Field", ref="1"),
        one("that the valve leaked", "Marsh", Stance.DENIES, ref="2"),
        one("the valve never leaked", "Quill", ref="3"),
        one("that the valve may have leaked", "Rowe", ref="4"),
        one("on the valve", "Brand", Stance.DECLINES, ref="5"),
    ]
    assert assign_sides([Unit((p,)) for p in told], agreement) == [AFFIRMS, DENIES, DENIES, Side.UNSURE, Side.DECLINES]
