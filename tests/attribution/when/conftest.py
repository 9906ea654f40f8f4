"""For the grammar of dates: `read` gives what a text's expressions say, `meaning_of` the meaning of its only one.

Articles are published on Thursday 6 March 2031 unless a test says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.attribution.when import Meaning, find_times

THURSDAY = date(2031, 3, 6)

Read = Callable[..., list[tuple[str, str]]]
MeaningOf = Callable[..., Meaning]


@pytest.fixture
def read() -> Read:
    def words_and_values(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
        return [(t.span.of(text), t.meaning.value) for t in find_times(text, published)]

    return words_and_values


@pytest.fixture
def meaning_of() -> MeaningOf:
    def only_meaning(text: str, published: date | None = THURSDAY) -> Meaning:
        (found,) = find_times(text, published)
        return found.meaning

    return only_meaning
