from __future__ import annotations

import pytest
from telling import Teller

from onrecord.linking.what.commitment import commitment_of
from onrecord.vocabulary import Side, Stance

STATEMENT = Teller("a").says("Marsh", "said", "so").reading().statements[0]


@pytest.mark.parametrize(
    ("content", "side"),
    [
        ("I can’t recall the letter", Side.UNSURE),
        ("He may have signed it", Side.UNSURE),
        ("I was going by what Gordon told me", Side.UNSURE),
        ("I was told nothing about it", Side.AFFIRMS),
        ("She is unsure who signed it", Side.UNSURE),
        ("We think of families that wait, unsure of their future", Side.AFFIRMS),
        ("Because you don’t say yes to a thing like that", Side.AFFIRMS),
        ("Had I known, I would have gone", None),
        ("Suppose they had offered", None),
    ],
)
def test_a_content_says_how_firm_it_is(content: str, side: Side | None) -> None:
    assert commitment_of(STATEMENT, "said", content, relays_another=False) is side


def test_who_only_passes_on_what_another_said_takes_no_side() -> None:
    assert commitment_of(STATEMENT, "said", "that the valve leaked", relays_another=True) is None
    assert STATEMENT.stance is Stance.ASSERTS


@pytest.mark.parametrize(
    ("cue", "content", "side"),
    [
        ("discussed", "the pardon with the ambassador", None),
        ("had spoken at length", "about the valve", None),
        ("spoke of", "“a leak in the valve”", Side.AFFIRMS),
        ("discussed", "how the valve had leaked", Side.AFFIRMS),
        ("announced", "the closing of the valve", Side.AFFIRMS),
    ],
)
def test_what_was_only_talked_of_is_not_put_forward(cue: str, content: str, side: Side | None) -> None:
    assert commitment_of(STATEMENT, cue, content, relays_another=False) is side
