from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from telling import Teller

from onrecord.linking.claims.sides import (
    AGREEMENT,
    FEW,
    LEANING,
    agreement,
    assign_sides,
    leaning,
    leanings,
    negation,
    pulls,
    settle,
)
from onrecord.linking.linker import SHIPPED, likeness_of
from onrecord.linking.what.propositions import Proposition, read_propositions
from onrecord.linking.what.units import Unit
from onrecord.vocabulary import Side, Stance

AFFIRMS, DENIES = Side.AFFIRMS, Side.DENIES


def one(content: str, speaker: str = "Marsh", stance: Stance = Stance.ASSERTS, ref: str = "a") -> Proposition:
    cue = "denied" if stance is Stance.DENIES else "said"
    return read_propositions(Teller(ref).says(speaker, cue, content, stance).reading(), {})[0]


def units_of(told: list[Proposition]) -> list[Unit]:
    return [Unit((each,)) for each in told]


def test_words_that_stand_alike_agree() -> None:
    said, again, negated = (
        one("that the valve leaked", "Field"),
        one("that a valve had leaked", ref="b"),
        one("that no valve leaked", ref="c"),
    )
    alike = likeness_of(units_of([said, again, negated]), SHIPPED)
    assert agreement(said, again, alike) > agreement(said, negated, alike)


def test_a_denial_of_a_negation_affirms() -> None:
    assert negation(one("that the valve did not leak", stance=Stance.DENIES)) == 1


def test_a_denial_leans_against_and_an_admission_towards() -> None:
    alleged, denied = one("that the valve leaked", "Field"), one("that the valve leaked", "Marsh", Stance.DENIES, "b")
    never, yes = (
        one("I never saw a leak", "Marsh", ref="c"),
        one("I was wrong, I saw the leak", "Marsh", ref="d"),
    )
    alike = likeness_of(units_of([alleged, denied, never, yes]), SHIPPED)
    assert min(leaning(alleged, alike), leaning(yes, alike)) > 0 > max(leaning(denied, alike), leaning(never, alike))


def test_what_is_weighed_has_a_weight() -> None:
    told = [one("that the valve leaked", "Field"), one("that no valve leaked", ref="b")]
    alike = likeness_of(units_of(told), SHIPPED)
    assert leanings(told[0], alike).keys() == LEANING.keys()
    assert pulls(told[0], told[1], alike).keys() == AGREEMENT.keys()


def test_sides_follow_the_polarity_of_each() -> None:
    told = units_of([
        one("that the valve leaked", "Field", ref="1"),
        one("that the valve leaked", "Marsh", Stance.DENIES, ref="2"),
        one("the valve never leaked", "Quill", ref="3"),
        one("that the valve may have leaked", "Rowe", ref="4"),
        one("on the valve", "Brand", Stance.DECLINES, ref="5"),
    ])  # fmt: skip
    assert assign_sides(told, likeness_of(told, SHIPPED)) == [AFFIRMS, DENIES, DENIES, Side.UNSURE, Side.DECLINES]


def test_what_turning_one_at_a_time_does_not_reach_is_found() -> None:
    """Two that stand together, each against its own faint leaning: neither turns as long as the other stands."""
    leans = np.array([3.0, 0.4, 0.4])
    pulls = np.array([[0.0, -1.0, -1.0], [-1.0, 0.0, 2.0], [-1.0, 2.0, 0.0]])
    assert list(settle(leans, pulls)) == [1.0, -1.0, -1.0]


@pytest.mark.parametrize("size", [0, 1, 2, 5, FEW])
def test_nothing_is_contradicted_less(size: int) -> None:
    for seed in range(5):
        leans, pulls = _drawn(size, seed)
        most = max(_content(leans, pulls, np.array(signs)) for signs in product((1.0, -1.0), repeat=size))
        assert _content(leans, pulls, settle(leans, pulls)) == pytest.approx(most)


def test_many_are_settled_as_well_as_two_camps_can_be() -> None:
    """Two camps that pull apart; some of each lean the other way by themselves."""
    camps = np.array([1.0, -1.0] * FEW)
    leans, _ = _drawn(len(camps), 3)
    leans += 0.2 * camps
    pulls = np.outer(camps, camps)
    np.fill_diagonal(pulls, 0.0)
    assert list(settle(leans, pulls)) == list(camps)


def _drawn(size: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    pulls = random.normal(size=(size, size))
    pulls += pulls.T
    np.fill_diagonal(pulls, 0.0)
    return random.normal(size=size), pulls


def _content(leans: np.ndarray, pulls: np.ndarray, signs: np.ndarray) -> float:
    return float(signs @ leans + 0.5 * signs @ pulls @ signs)
