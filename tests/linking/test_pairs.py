from __future__ import annotations

from onrecord.linking.pairs import WEIGHTS, features, log_odds
from onrecord.linking.propositions import Proposition, read_propositions
from onrecord.vocabulary import Stance

from .invented import Teller


def one(content: str, speaker: str = "Marsh", stance: Stance = Stance.ASSERTS, ref: str = "a") -> Proposition:
    return read_propositions(Teller(ref).says(speaker, "said", content, stance).reading(), {})[0]


LEAK = one("that the dockside valve leaked chlorine", "Field")


def test_every_feature_has_a_weight() -> None:
    assert features(LEAK, one("that it rained")).keys() == WEIGHTS.keys()


def test_rare_words_in_common_speak_for_one_claim() -> None:
    assert log_odds(LEAK, one("that chlorine leaked from the dockside valve", ref="b")) > 0
    assert log_odds(LEAK, one("that the choir sang at the fair", ref="b")) < -1.5


def test_what_takes_no_side_speaks_against_one_claim() -> None:
    said, urged = one("that the valve leaked", ref="b"), one("that the valve leaked", stance=Stance.URGES, ref="b")
    assert log_odds(LEAK, urged) < log_odds(LEAK, said)


def test_a_pair_has_one_score_whichever_comes_first() -> None:
    other = one("that no valve leaked", ref="b")
    assert log_odds(LEAK, other) == log_odds(other, LEAK)
