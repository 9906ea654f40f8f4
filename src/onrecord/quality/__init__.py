"""How good the reader is: gold sets, their measures, and the figures to stand beside them (docs/quality.md)."""

from onrecord.quality.evaluate import Evaluation, evaluate
from onrecord.quality.find import Found, own_gold, public_gold
from onrecord.quality.gold import GoldSet, Part
from onrecord.quality.published import Reference, reference
from onrecord.quality.score import Score

__all__ = [
    "Evaluation",
    "Found",
    "GoldSet",
    "Part",
    "Reference",
    "Score",
    "evaluate",
    "own_gold",
    "public_gold",
    "reference",
]
