from __future__ import annotations

import pytest

from onrecord.linking.commitment import commitment_of
from onrecord.vocabulary import Side, Stance

from .invented import Teller

STATEMENT = Teller("a").says("Marsh", "said", "so").reading().statements[0]


@pytest.mark.parametrize(
    ("content", "side"),
    [
        ("I can’t recall the letter", Side.UNSURE),
        ("He may have signed it", Side.UNSURE),
        ("I was going by what Gordon told me", Side.UNSURE),
        ("I was told nothing about it", Side.AFFIRMS),
        ("Because you don’t say yes to a thing like that", Side.AFFIRMS),
        ("Had I known, I would have gone", None),
        ("Suppose they had offered", None),
    ],
)
def test_a_content_says_how_firm_it_is(content: str, side: Side | None) -> None:
    assert commitment_of(STATEMENT, content, relays_another=False) is side


def test_who_only_passes_on_what_another_said_takes_no_side() -> None:
    assert commitment_of(STATEMENT, "that the valve leaked", relays_another=True) is None
    assert STATEMENT.stance is Stance.ASSERTS
