"""Lists of words, written as running text so that a person can read and extend them."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(words.split())
