from __future__ import annotations

import pytest

from onrecord.linking.propositions import Proposition, read_propositions
from onrecord.linking.wording import plain_sentence, word_claim
from onrecord.vocabulary import PartyId, Side, Stance

from .invented import Teller


def told(
    content: str, stance: Stance = Stance.ASSERTS, *, direct: bool = False
) -> tuple[Proposition, dict[PartyId, str]]:
    reading = Teller("a").says("Elena Marsh", "said", content, stance, direct=direct).reading()
    return read_propositions(reading, {})[0], {p.id: p.name for p in reading.parties}


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


def test_a_claim_is_worded_by_who_affirms_it() -> None:
    affirms, names = told("that the dockside valve leaked chlorine")
    denies, more = told("that the valve never leaked")
    assert (
        word_claim([(denies, Side.DENIES), (affirms, Side.AFFIRMS)], names | more)
        == "The dockside valve leaked chlorine"
    )
