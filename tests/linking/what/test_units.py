from __future__ import annotations

from telling import Teller

from onrecord.linking.what.propositions import Proposition, read_propositions
from onrecord.linking.what.units import find_units
from onrecord.vocabulary import Stance

LONG = "that the dockside valve had leaked chlorine since the spring"


def told(*tellers: Teller) -> list[Proposition]:
    return [p for teller in tellers for p in read_propositions(teller.reading(), {})]


def test_many_words_alike_in_two_articles_are_one_utterance() -> None:
    (unit,) = find_units(told(Teller("a").says("Marsh", "said", LONG), Teller("b").says("the inspector", "said", LONG)))
    assert len(unit.told) == 2


def test_the_same_words_of_two_speakers_in_one_article_are_two_utterances() -> None:
    teller = Teller("a").says("Marsh", "said", LONG).says("Field", "said", LONG)
    assert len(find_units(told(teller))) == 2


def test_what_one_denies_and_another_says_are_two_utterances() -> None:
    assert (
        len(
            find_units(
                told(Teller("a").says("Marsh", "denied", LONG, Stance.DENIES), Teller("b").says("Marsh", "said", LONG))
            )
        )
        == 2
    )


def test_few_words_alike_of_two_speakers_are_two_utterances() -> None:
    assert len(find_units(told(Teller("a").says("Marsh", "said", "no"), Teller("b").says("Field", "said", "no")))) == 2
