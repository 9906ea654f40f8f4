"""Where each utterance of a claim stands on it: how each leans by itself, and how each two pull together or apart, made to
contradict each other as little as possible.

A claim is worded as what is alleged, so an utterance leans by what it does: a denial, a "never", one who speaks of
themselves lean against; an unnamed source, an admission, "I was wrong" lean towards. Two utterances pull to one side where
the words that they share stand alike (both affirmed, both negated), and apart where one negates what the other affirms.

The weights are those of two logistic regressions, fitted by training/sides.py: for leanings the mean of what nine stories teach
of which the encoder has learnt none, and of what 25 others taught with the encoder before; for pulls what the nine teach
(training/LOG.md, 2026-11-30 and 2026-12-01).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from itertools import combinations, product

import numpy as np

from onrecord.linking.positions.told import departure
from onrecord.linking.sets import Floats
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.what.sentences import Likeness
from onrecord.linking.what.units import Unit
from onrecord.linking.words import rarity
from onrecord.vocabulary import Side, Stance

FEW = 12
"""So many firm utterances are tried in every way; the ways double with each more."""

ROUNDS = 40

FAINT, DENYING = 1.2, -1.0
"""What the encoder says of a plain assertion lies about DENYING, no farther from it than FAINT, and is chance: whether "the valve leaked"
affirms what is alleged hangs on what that is."""

PULL = 0.4
"""How far each of the others is heard beside an utterance's own leaning: they repeat each other."""

APART = -2.5
"""How far two are pulled apart, at the least, of which an article tells that one departs from the other; the plainer, the farther."""

_ADMITS = re.compile(
    r"\b(?:admit|conced|acknowledg|confess|own(?:ed|s|ing)?\s+up|accept(?:s|ed)?\b|apologi[sz]|came\s+clean|confirm)",
    re.I,
)
_TAKES_BACK = r"\b(?:was|were)\s+(?:wrong|mistaken|not\s+true)\b"
_TURNS = re.compile(
    rf"{_TAKES_BACK}|\bafter\s+all\b|\bsorry\b|\bmis(?:spoke|remembered)|\byes\b"
    r"|\bI\s+(?:did|was|knew|read|saw|signed|wrote|told)\b",
    re.I,
)
_NEGATES = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|neither|nor|without|untrue|false|invent\w*|lie|nonsense|rubbish|wrong|fiction"
    r"|fabricat\w*|baseless|rejects?)\b|n[’']t\b",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")


# --- one by itself ---


def leanings(each: Proposition, alike: Likeness) -> dict[str, float]:
    """What speaks for its affirming its claim, or against, each by name."""
    negated = negation(each)
    return {
        "denies": float(each.statement.stance is Stance.DENIES),
        "negated": -negated,
        "all negated": float(negated < -0.3),
        "of themselves": float(each.principal is not None and each.principal in each.about),
        "unnamed": float(bool(each.statement.anonymous)),
        "admits": float(bool(_ADMITS.search(each.cue))),
        "turns": float(min(2, len(_TURNS.findall(each.text)))),  # "I was wrong, I saw it" turns twice over
        # "I was wrong" takes back what was said; it negates nothing that is said now
        "a negation": float(bool(_NEGATES.search(re.sub(_TAKES_BACK, " ", each.text)))),
        "first person": float(bool(_FIRST_PERSON.search(each.text))),
        "spoken for": float(each.statement.on_behalf_of is not None),
        "as the encoder has it": _beyond(FAINT, alike.leaning(each.id) - DENYING),
        "about somebody": float(bool(each.about)),
    }


LEANING_BIAS = 0.02
LEANING: Mapping[str, float] = {
    "denies": -1.05,
    "negated": -0.22,
    "all negated": 0.1,
    "of themselves": -0.5,
    "unnamed": 0.83,
    "admits": 0.5,
    "turns": 1.03,
    "a negation": -0.53,
    "first person": -0.12,
    "spoken for": -0.59,
    "as the encoder has it": 0.78,
    "about somebody": 0.43,
}


def leaning(each: Proposition, alike: Likeness) -> float:
    """The log odds that it affirms what is alleged."""
    return LEANING_BIAS + sum(LEANING[name] * value for name, value in leanings(each, alike).items())


def _beyond(faint: float, value: float) -> float:
    """How far a value is beyond what is faint, either way."""
    return math.copysign(max(0.0, abs(value) - faint), value)


def negation(each: Proposition) -> float:
    """-1 where all of it is negated, 1 where nothing is."""
    if not each.words:
        return -1.0 if each.statement.stance is Stance.DENIES else 0.0
    negated = sum(rarity(word) for word, affirmed in each.words.items() if not affirmed)
    total = sum(rarity(word) for word in each.words) or 1.0
    return 1.0 - 2.0 * negated / total


# --- two beside each other ---


def pulls(a: Proposition, b: Proposition, alike: Likeness) -> dict[str, float]:
    """What speaks for their taking one side, or opposite ones, each by name."""
    shared = a.words.keys() & b.words.keys()
    one_party = a.principal is not None and a.principal == b.principal
    return {
        "words that stand alike": min(sum(rarity(word) for word in shared if a.words[word] == b.words[word]), 2.5),
        "words that stand against": min(sum(rarity(word) for word in shared if a.words[word] != b.words[word]), 2.5),
        "one denies": float((a.statement.stance is Stance.DENIES) is not (b.statement.stance is Stance.DENIES)),
        "one party": float(one_party),
        "one party on one day": float(one_party and _day(a) == _day(b)),
        "as their aspects have it": alike.agreement(a.id, b.id),
        "one is about the other's speaker": float(a.principal in b.about or b.principal in a.about),
        "one article": float(a.statement.article == b.statement.article),
        "both unnamed": float(bool(a.statement.anonymous and b.statement.anonymous)),
    }


AGREEMENT_BIAS = -0.04
AGREEMENT: Mapping[str, float] = {
    "words that stand alike": 0.55,
    "words that stand against": -0.05,
    "one denies": -0.67,
    "one party": 1.42,
    "one party on one day": 2.99,
    "as their aspects have it": 0.8,
    "one is about the other's speaker": -0.5,
    "one article": -0.74,
    "both unnamed": 1.88,
}


def agreement(a: Proposition, b: Proposition, alike: Likeness) -> float:
    """The log odds that both take one side."""
    return AGREEMENT_BIAS + sum(AGREEMENT[name] * value for name, value in pulls(a, b, alike).items())


def _day(each: Proposition) -> str:
    return each.said.end.isoformat() if each.said else each.published[:10]


# --- all of a claim ---


def assign_sides(units: Sequence[Unit], alike: Likeness) -> list[Side]:
    """A side for each utterance of one claim."""
    firm = [unit.first for unit in units if unit.first.commitment is Side.AFFIRMS]
    leans = np.array([leaning(each, alike) for each in firm])
    alike.compare_all([each.id for each in firm])
    pulls = np.zeros((len(firm), len(firm)))
    for (i, one), (j, other) in combinations(enumerate(firm), 2):
        pulls[i, j] = pulls[j, i] = _pull(one, other, alike)
    signs = iter(settle(leans, pulls))
    return [
        (Side.AFFIRMS if next(signs) > 0 else Side.DENIES)
        if unit.first.commitment is Side.AFFIRMS
        else unit.first.commitment or Side.UNSURE
        for unit in units
    ]


def settle(leans: Floats, pulls: Floats) -> Floats:
    """(N,) leanings and (N, N) pulls → (N,) signs that contradict them least: of all there are, or where these are too many, of
    those that are reached from many beginnings. From one beginning alone the end may hang on a hundredth of a leaning."""
    if len(leans) <= FEW:
        ends = np.array(list(product((1.0, -1.0), repeat=len(leans))))
    else:
        heard = np.where(pulls + np.eye(len(leans)) >= 0, 1.0, -1.0)  # all as one of them would have it
        begin = [np.where(leans >= 0, 1.0, -1.0), *heard, *-heard]
        ends = np.array([_turn_the_worst(leans, pulls, signs) for signs in begin])
    content: Floats = ends @ leans + 0.5 * np.einsum("ei,ij,ej->e", ends, pulls, ends)
    best: Floats = ends[int(content.argmax())]
    return best


def _turn_the_worst(leans: Floats, pulls: Floats, signs: Floats) -> Floats:
    """Turn whatever is contradicted most, until nothing is."""
    signs = signs.copy()
    for _ in range(ROUNDS):
        gains = signs * (leans + pulls @ signs)
        worst = int(gains.argmin())
        if gains[worst] >= 0:
            break
        signs[worst] = -signs[worst]
    return signs


def _pull(one: Proposition, other: Proposition, alike: Likeness) -> float:
    plainness = departure(one, other)
    return PULL * agreement(one, other, alike) if plainness is None else APART - plainness
