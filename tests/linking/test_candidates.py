from __future__ import annotations

from onrecord.linking.candidates import BESIDE, MOST, find_candidates
from onrecord.linking.linker import SHIPPED, likeness_of
from onrecord.linking.propositions import read_propositions
from onrecord.linking.units import find_units

from .invented import Teller


def test_each_pair_comes_once_and_earlier_first_and_none_with_itself() -> None:
    readings = [Teller(str(n)).says("Marsh", "said", f"that pier {n} leaked chlorine").reading() for n in range(6)]
    units = find_units(p for r in readings for p in read_propositions(r, {}))
    pairs = list(find_candidates(units, likeness_of(units, SHIPPED)))
    assert len(pairs) == len(set(pairs)) == 15
    assert all(i < j for i, j in pairs)


def test_the_number_of_pairs_grows_with_the_utterances_and_not_with_their_square() -> None:
    readings = [
        Teller(f"{n:04}").says("Marsh", "said", f"that pier number{n} leaked chlorine").reading() for n in range(600)
    ]
    units = find_units(p for r in readings for p in read_propositions(r, {}))
    assert len(list(find_candidates(units, likeness_of(units, SHIPPED)))) <= len(units) * (BESIDE + MOST)
