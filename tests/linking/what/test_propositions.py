from __future__ import annotations

import pytest
from telling import Teller

from onrecord.linking.what.propositions import Proposition, read_propositions
from onrecord.linking.words import meaning
from onrecord.vocabulary import Side, Stance


def proposition(content: str, stance: Stance = Stance.ASSERTS, *, direct: bool = False) -> Proposition:
    reading = Teller("a").says("Marsh", "said", content, stance, direct=direct).reading()
    return read_propositions(reading, {})[0]


@pytest.mark.parametrize(
    ("content", "stance", "affirmed"),
    [
        ("that the valve leaked", Stance.ASSERTS, True),
        ("that the valve leaked", Stance.DENIES, False),
        ("that the valve did not leak", Stance.ASSERTS, False),
        ("that the valve did not leak", Stance.DENIES, True),
        ("that the valve never leaked", Stance.ASSERTS, False),
        ("that there was no leak", Stance.ASSERTS, False),
        ("that the claim of a leak was false", Stance.ASSERTS, False),
        ("it was a broken seal and not a leak", Stance.ASSERTS, False),
    ],
)
def test_a_word_stands_affirmed_or_negated(content: str, stance: Stance, affirmed: bool) -> None:
    assert proposition(content, stance).words[meaning("leak")] is affirmed


def test_a_negation_ends_with_its_clause() -> None:
    words = proposition("it was not the pump, but the valve leaked").words
    assert words[meaning("pump")] is False
    assert words[meaning("valve")] is True


def test_wrong_before_a_noun_negates_nothing() -> None:
    assert proposition("that he was sent to the wrong floor").words[meaning("floor")] is True


@pytest.mark.parametrize(
    ("content", "stance", "commitment"),
    [
        ("that the valve leaked", Stance.ASSERTS, Side.AFFIRMS),
        ("that the valve leaked", Stance.HEDGES, Side.UNSURE),
        ("“I cannot be certain that it leaked”", Stance.ASSERTS, Side.UNSURE),
        ("that she based her account on what the engineer told her", Stance.ASSERTS, Side.UNSURE),
        ("on the leak", Stance.DECLINES, Side.DECLINES),
        ("the board to resign", Stance.URGES, None),
        ("“If the valve leaked, heads will roll”", Stance.ASSERTS, None),
        ("“Oh, sure, and I drank the harbour dry”", Stance.ASSERTS, None),
    ],
)
def test_how_a_speaker_is_committed(content: str, stance: Stance, commitment: Side | None) -> None:
    assert proposition(content, stance).commitment is commitment


def test_references_are_to_parties() -> None:
    reading = (
        Teller("a")
        .says("Elena Marsh", "said", "that Peter Field signed")
        .says("Field", "said", "“I met her once”", direct=True)
        .says("Quill", "denied", "having signed", Stance.DENIES)
        .reading()
    )
    ids = {party.name: party.id for party in reading.parties}
    first, second, third = read_propositions(reading, {})
    assert first.refs == {ids["Field"]} or ids["Field"] in first.refs
    assert ids["Field"] in second.refs
    assert third.about == {ids["Quill"]}
