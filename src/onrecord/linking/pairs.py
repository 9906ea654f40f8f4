"""How likely two utterances speak to one claim, from what can be seen of both: the words that they share and how rare
these are, whom they are about, who speaks, where they stand, and how they are put.

The weights are those of a logistic regression over pairs of the development stories (training/LOG.md); they depend on
nothing but the two utterances, so a pair has the same score whatever else a record holds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from onrecord.linking.propositions import Proposition
from onrecord.linking.sentences import Likeness
from onrecord.linking.words import weight
from onrecord.vocabulary import Side, Stance


def features(a: Proposition, b: Proposition, alike: Likeness) -> dict[str, float]:
    """What speaks for or against one claim, each by name."""
    shared = a.words.keys() & b.words.keys()
    told = weight(shared)
    about, all_a, all_b = a.about & b.about, _involved(a), _involved(b)
    same_article = a.statement.article == b.statement.article
    apart = abs(a.paragraph - b.paragraph) if same_article else None
    stances = (a.statement.stance, b.statement.stance)
    context = weight(a.context & b.context) / (min(a.context_weight, b.context_weight) + 1e-6)
    return {
        "sentences alike": alike.log_odds(a.id, b.id),
        "words shared, of both": told / math.sqrt((a.weight + 0.5) * (b.weight + 0.5)),
        "words shared, of the shorter": told / (min(a.weight, b.weight) + 0.7),
        "words shared": min(told, 3.0),
        "words in the other's surroundings": max(_covered(a, b), _covered(b, a)),
        "surroundings alike": context,
        "parties both are about": float(min(2, len(about))),
        "about nobody named": float(not a.about or not b.about),
        "about others": float(bool(a.about and b.about and not about)),
        "everybody involved": len(all_a & all_b) / max(1, len(all_a | all_b)),
        "one is about the other's speaker": float(a.principal in b.about or b.principal in a.about),
        "one speaker": float(a.principal is not None and a.principal == b.principal),
        "one paragraph": float(apart == 0),
        "neighbouring paragraphs": float(apart == 1),
        "one inside the other": float(a.statement.nested_in == b.id or b.statement.nested_in == a.id),
        "takes no side": float(a.commitment is None) + float(b.commitment is None),
        "denials": float(stances.count(Stance.DENIES)),
        "hedges": float((a.commitment is Side.UNSURE) + (b.commitment is Side.UNSURE)),
        "declines": float(stances.count(Stance.DECLINES)),
        "negations": float(_negates(a) + _negates(b)),
        "length": math.log1p(min(a.weight, b.weight)),
    }


def _involved(each: Proposition) -> frozenset[str]:
    return each.about | ({each.principal} if each.principal else set())


def _covered(a: Proposition, b: Proposition) -> float:
    return weight(a.words.keys() & b.context) / (a.weight + 0.5)


def _negates(each: Proposition) -> bool:
    return not all(each.words.values())


# Fitted by training/pairs.py on twenty stories, with an encoder that was trained on none of them: training/LOG.md, 2026-11-30.
BIAS = -3.09
WEIGHTS: Mapping[str, float] = {
    "sentences alike": 0.66,
    "words shared, of both": -1.16,
    "words shared, of the shorter": 2.91,
    "words shared": -0.09,
    "words in the other's surroundings": 1.66,
    "surroundings alike": 2.71,
    "parties both are about": 0.28,
    "about nobody named": 0.29,
    "about others": -0.24,
    "everybody involved": 0.97,
    "one is about the other's speaker": 0.02,
    "one speaker": -0.34,
    "one paragraph": -2.42,
    "neighbouring paragraphs": 0.91,
    "one inside the other": -4.93,
    "takes no side": -2.28,
    "denials": 0.15,
    "hedges": 0.39,
    "declines": 0.34,
    "negations": -0.02,
    "length": 0.19,
}


def log_odds(a: Proposition, b: Proposition, alike: Likeness) -> float:
    """The logarithm of the odds that both speak to one claim."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in features(a, b, alike).items())
