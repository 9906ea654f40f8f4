"""Figures to stand beside ours: how well two people agree, and the best that was published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """F1 in per cent; None where nobody has measured it. Both are of PolNeAR and hold for no other text."""

    two_people: float | None = None
    published: float | None = None


# two people: pairs of annotators of the same article, all splits, by the very measures of polnear.py.
# published: CofeNet with BERT-base (Wang et al., COLING 2022), test split, by the measures of cofenet.py.
_POLNEAR = {
    "exact source": Reference(two_people=78.7),
    "exact cue": Reference(two_people=71.0),
    "exact content": Reference(two_people=69.0),
    "overlap content": Reference(two_people=83.6),
    "characters content": Reference(two_people=90.6),
    "triple": Reference(two_people=57.6),
    "cofenet exact source": Reference(published=83.2),
    "cofenet exact cue": Reference(published=75.3),
    "cofenet exact content": Reference(published=72.9),
    "cofenet begin source": Reference(published=87.1),
    "cofenet begin cue": Reference(published=82.3),
    "cofenet begin content": Reference(published=79.6),
    "cofenet jaccard source": Reference(published=76.4),
    "cofenet jaccard cue": Reference(published=69.4),
    "cofenet jaccard content": Reference(published=73.2),
}


def reference(gold_set: str, measure: str) -> Reference:
    """The figures to stand beside a measure of a gold set; empty where there are none."""
    return _POLNEAR.get(measure, Reference()) if gold_set.startswith("polnear") else Reference()
