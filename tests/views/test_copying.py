"""What a copy changed, sentence by sentence."""

from __future__ import annotations

import pytest

from onrecord.views.copying import Difference, differences

WIRE = "ALDER, Nov 4 (Wire) - The pier was sold. “I signed nothing,” she said.\n\nShe left. Nobody followed."


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        (WIRE, []),
        (WIRE.replace("\n\n", "  \n"), []),
        (WIRE.removesuffix(" Nobody followed."), [("Nobody followed.", "")]),
        (WIRE + " It rained.", [("", "It rained.")]),
        (
            WIRE.replace("ALDER, Nov 4 (Wire) - The pier", "By our reporter\n\nThe old pier"),
            [("ALDER, Nov 4 (Wire) - The pier was sold.", "By our reporter The old pier was sold.")],
        ),
        (
            WIRE.replace("nothing,”", "something,”"),
            [("“I signed nothing,” she said.", "“I signed something,” she said.")],
        ),
    ],
)
def test_sentences_that_differ_are_told_in_the_order_of_the_copy(copy, found):
    assert list(differences(WIRE, copy)) == [Difference(*each) for each in found]


def test_a_shortened_title_ends_no_sentence() -> None:
    (found,) = differences("Mr. Dale spoke. Dr. Roe left.", "Mr. Dale spoke. Dr. Roe stayed.")
    assert (found.before, found.after) == ("Dr. Roe left.", "Dr. Roe stayed.")
