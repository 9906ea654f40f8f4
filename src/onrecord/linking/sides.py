"""Where each utterance of a claim stands on it, relative to the others: the signed graph of their pairs, cut so that as
little as possible contradicts it.

Two utterances pull to one side where the words that they share stand alike (both affirmed, both negated), and to
opposite sides where one negates what the other affirms. Where they share no word, the negation of the whole says a
little; so does who speaks: a party rarely contradicts itself within a day, and a denial answers somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.linking.propositions import Proposition
from onrecord.linking.units import Unit
from onrecord.linking.words import rarity
from onrecord.vocabulary import Side, Stance

ROUNDS = 20


def agreement(a: Proposition, b: Proposition) -> float:
    """Above 0 where both take one side, below where they take opposite ones; how far says how sure."""
    shared = a.words.keys() & b.words.keys()
    score = sum(rarity(word) * (1 if a.words[word] == b.words[word] else -1) for word in shared)
    score += 0.6 * negation(a) * negation(b)
    if a.principal is not None and a.principal == b.principal:
        score += 1.0 if _day(a) == _day(b) else 0.4
    elif Stance.DENIES in (a.statement.stance, b.statement.stance):
        score -= 0.3
    return score


def negation(each: Proposition) -> float:
    """-1 where all of it is negated, 1 where nothing is."""
    if not each.words:
        return -1.0 if each.statement.stance is Stance.DENIES else 0.0
    negated = sum(rarity(word) for word, affirmed in each.words.items() if not affirmed)
    total = sum(rarity(word) for word in each.words) or 1.0
    return 1.0 - 2.0 * negated / total


def _day(each: Proposition) -> str:
    return each.said.end.isoformat() if each.said else each.published[:10]


def assign_sides(units: Sequence[Unit], same_side: Callable[[Proposition, Proposition], float]) -> list[Side]:
    """A side for each utterance; the claim is worded so that those who put it affirmatively affirm it.

    same_side: like `agreement`.
    """
    signed = [n for n, unit in enumerate(units) if unit.first.commitment is Side.AFFIRMS]
    sign = {n: 1.0 if negation(units[n].first) >= 0 else -1.0 for n in signed}
    pull = {(i, j): same_side(units[i].first, units[j].first) for i in signed for j in signed if i < j}
    for _ in range(ROUNDS):
        gains = {
            n: sum(sign[n] * sign[o] * pull[min(n, o), max(n, o)] for o in signed if o != n)
            + 0.3 * sign[n] * negation(units[n].first)
            for n in signed
        }
        worst = min(signed, key=lambda n: (gains[n], n), default=None)
        if worst is None or gains[worst] >= 0:
            break
        sign[worst] = -sign[worst]
    # The claim is the affirmative proposition: what most affirmative wordings affirm.
    if sum(sign[n] * negation(units[n].first) for n in signed) < 0:
        sign = {n: -value for n, value in sign.items()}
    return [_side(unit, sign.get(n)) for n, unit in enumerate(units)]


def _side(unit: Unit, sign: float | None) -> Side:
    if sign is not None:
        return Side.AFFIRMS if sign > 0 else Side.DENIES
    return unit.first.commitment or Side.UNSURE
