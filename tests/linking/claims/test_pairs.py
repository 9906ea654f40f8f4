from __future__ import annotations

import pytest
from telling import Teller

from onrecord.linking.claims.pairs import WEIGHTS, Compared, features, log_odds, log_odds_of_each_two
from onrecord.linking.linker import SHIPPED, likeness_of
from onrecord.linking.what.propositions import Proposition, read_propositions
from onrecord.linking.what.units import Unit
from onrecord.vocabulary import Stance


def one(content: str, speaker: str = "Marsh", stance: Stance = Stance.ASSERTS, ref: str = "a") -> Proposition:
    return read_propositions(Teller(ref).says(speaker, "said", content, stance).reading(), {})[0]


def odds(a: Proposition, b: Proposition) -> float:
    return log_odds(a, b, likeness_of([Unit((a,)), Unit((b,))], SHIPPED))


LEAK = one("that the dockside valve leaked chlorine", "Field")


def test_every_feature_has_a_weight() -> None:
    rain = one("that it rained")
    assert features(LEAK, rain, likeness_of([Unit((LEAK,)), Unit((rain,))], SHIPPED)).keys() == WEIGHTS.keys()


def test_rare_words_in_common_speak_for_one_claim() -> None:
    assert odds(LEAK, one("that chlorine leaked from the dockside valve", ref="b")) > 0
    assert odds(LEAK, one("that the choir sang at the fair", ref="b")) < -1.5


def test_what_takes_no_side_speaks_against_one_claim() -> None:
    said, urged = one("that the valve leaked", ref="b"), one("that the valve leaked", stance=Stance.URGES, ref="b")
    assert odds(LEAK, urged) < odds(LEAK, said)


def test_a_pair_has_one_score_whichever_comes_first() -> None:
    other = one("that no valve leaked", ref="b")
    assert odds(LEAK, other) == pytest.approx(odds(other, LEAK))


def test_of_each_two_the_odds_are_those_of_two() -> None:
    teller = Teller("a").says("Marsh", "said", "that the dockside valve leaked chlorine, and that Field knew of it")
    teller.says("Field", "denied", "that he knew of a leaking valve", Stance.DENIES)
    several = [*read_propositions(teller.reading(), {}), LEAK, one("that it rained", ref="b")]
    alike = likeness_of([Unit((each,)) for each in several], SHIPPED)
    found = log_odds_of_each_two([Compared.of(each) for each in several], alike)
    for row, a in enumerate(several):
        for column, b in enumerate(several):
            if row != column:
                assert found[row, column] == pytest.approx(log_odds(a, b, alike), abs=1e-9)
