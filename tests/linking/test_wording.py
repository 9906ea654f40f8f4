from __future__ import annotations

import pytest

from onrecord.linking.linker import SHIPPED, likeness_of
from onrecord.linking.propositions import Proposition, read_propositions
from onrecord.linking.units import Unit
from onrecord.linking.wording import Called, plain_sentence, word_claim
from onrecord.vocabulary import PartyId, Side, Stance

from .invented import Teller


def told(
    content: str, stance: Stance = Stance.ASSERTS, *, direct: bool = False
) -> tuple[Proposition, dict[PartyId, Called]]:
    reading = Teller("a").says("Elena Marsh", "said", content, stance, direct=direct).reading()
    return read_propositions(reading, {})[0], {p.id: Called(p.name, p.kind) for p in reading.parties}


@pytest.mark.parametrize(
    ("content", "direct", "sentence"),
    [
        ("that she had signed the contract", False, "Elena Marsh had signed the contract"),
        ("having signed the contract", False, "Elena Marsh had signed the contract"),
        ("“I signed the contract,”", True, "Elena Marsh signed the contract"),
        ("that the valve leaked", False, "The valve leaked"),
    ],
)
def test_a_content_becomes_a_plain_sentence(content: str, direct: bool, sentence: str) -> None:
    proposition, names = told(content, direct=direct)
    assert plain_sentence(proposition, names) == sentence


def worded(*sides: tuple[Proposition, Side, dict[PartyId, Called]]) -> str:
    units = [Unit((each,)) for each, _, _ in sides]
    names = {id_: name for _, _, some in sides for id_, name in some.items()}
    return word_claim([(each, side) for each, side, _ in sides], names, likeness_of(units, SHIPPED))


def test_a_claim_is_worded_by_who_affirms_it() -> None:
    affirms, names = told("that the dockside valve leaked chlorine")
    denies, more = told("that the valve never leaked")
    text = worded((denies, Side.DENIES, more), (affirms, Side.AFFIRMS, names))
    assert text == "The dockside valve leaked chlorine"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("that the valve had never leaked", "The valve had leaked"),
        ("there was no warning from the plant", "There was a warning from the plant"),
    ],
)
def test_a_claim_that_is_only_denied_is_worded_as_what_is_denied(content: str, text: str) -> None:
    denies, names = told(content)
    assert worded((denies, Side.DENIES, names)) == text


def test_a_claim_is_one_sentence_of_its_speaker() -> None:
    affirms, names = told("“I have seen the valve leak twice. And I am tired of it,”", direct=True)
    assert worded((affirms, Side.AFFIRMS, names)) == "Elena Marsh has seen the valve leak twice"
