"""Readings made by hand, for tests of what is measured on them."""

from __future__ import annotations

from onrecord.vocabulary import Article, Reading, Run, Statement


def readings(ref: str, *statements: Statement) -> dict[str, Reading]:
    """What was read of one article, as a measure takes it."""
    return {ref: Reading(Article(ref, "as read by hand"), statements, Run("hand", "1"))}
