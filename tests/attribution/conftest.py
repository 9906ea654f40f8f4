"""`encoder(pieces)` cuts with a tokenizer of letters. Scores are written in the test, with the help of written.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.attribution.encode import Encoder

from .written import letter_tokenizer


@pytest.fixture
def encoder() -> Callable[..., Encoder]:
    """An encoder with windows of so many pieces."""
    return lambda pieces=254: Encoder(letter_tokenizer(), pieces)
