"""Whether a time lies before or after the day of publication, from the verbs near it: "will meet Wednesday", "met Wednesday"."""

from __future__ import annotations

import re

_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|would|is\s+(?:to|due|set|scheduled|expected|planned)|are\s+(?:to|due|set|scheduled|expected|planned)"
    r"|going\s+to|plans?\s+to|expects?\s+to|scheduled|slated|upcoming|intends?\s+to|hopes?\s+to|aims?\s+to|until|till|by|starting|beginning|through"
    r"|deadline|effective|expires?|matures?|due|payable|next)\b|['’]ll\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|went|came|made|began|took|gave|got|saw|held|met|won|lost|left|rose|fell|sold|bought|wrote|spoke|sent|found"
    r"|became|kept|led|paid|ran|stood|brought|grew|hit|put|cut|set\s+off|shot|broke|died|since|last|ago|earlier|[a-z]{2,}ed)\b",
    re.I,
)
_EDGE = re.compile(r"[.!?;](?:\s|$)|\n\s*\n|[“”\"]")


def direction(text: str, start: int, end: int) -> int:
    """1 for what lies ahead, -1 for what lies behind, which is what news mostly tells.

    The verb that is nearest in the sentence decides, one before the expression sooner than one after it.
    """
    left = text[max(0, start - 160) : start]
    right = text[end : end + 90]
    edges = list(_EDGE.finditer(left))
    left = left[edges[-1].end() :] if edges else left
    edge = _EDGE.search(right)
    right = right[: edge.start()] if edge else right
    future, past = _distance(_FUTURE, left, right), _distance(_PAST, left, right)
    return 1 if future < past else -1


def _distance(pattern: re.Pattern[str], left: str, right: str) -> float:
    """Characters to the nearest match; those behind the expression count double."""
    before = [len(left) - m.end() for m in pattern.finditer(left)]
    after = pattern.search(right)
    return min([before[-1] if before else 1e9, 2 * after.start() if after else 1e9])
