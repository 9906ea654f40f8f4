from __future__ import annotations

import pytest

from onrecord.linking.what.polarity import polarities
from onrecord.linking.words import meaning


@pytest.mark.parametrize(
    ("content", "denied", "affirmed"),
    [
        ("the harbour leaked", False, True),
        ("the harbour leaked", True, False),
        ("the harbour never leaked", False, False),
        ("the harbour never leaked", True, True),
        ("nobody saw the harbour", False, False),
        ("she failed to inspect the harbour", False, False),
        ("the pump failed twice in the harbour", False, True),
        ("no, not the harbour", False, False),
    ],
)
def test_negations_of_a_word_cancel(content: str, denied: bool, affirmed: bool) -> None:
    assert polarities(content, denied, frozenset())[meaning("harbour")] is affirmed


def test_names_are_not_compared_as_words() -> None:
    assert polarities("Marsh signed", False, frozenset({"marsh"})).keys() == {meaning("signed")}


def test_a_verb_with_no_object_is_negated_with_it() -> None:
    given = polarities("the director had been given no warning", False, frozenset())
    assert given[meaning("given")] is False
    left = polarities("the director left with no coat", False, frozenset())
    assert left[meaning("left")] is True
