"""How likely two utterances speak to one claim, from what can be seen of both: the words that they share and how rare
these are, whom they are about, who speaks, where they stand, and how they are put.

The weights are those of a logistic regression over pairs of the development stories (training/LOG.md); they depend on
nothing but the two utterances, so a pair has the same score whatever else a record holds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.linking.sets import Floats, Sets, each_with_each
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.what.sentences import Likeness
from onrecord.linking.words import rarity
from onrecord.vocabulary import ArticleId, PartyId, Side, Stance, StatementId


@dataclass(frozen=True, slots=True)
class Compared:
    """What a proposition is compared by. traits: which of `TRAITS` it has."""

    id: StatementId
    article: ArticleId
    nested_in: StatementId | None
    principal: PartyId | None
    about: Collection[PartyId]
    words: Collection[str]
    context: Collection[str]
    weight: float
    context_weight: float
    paragraph: int
    traits: Sequence[bool]

    @staticmethod
    def of(each: Proposition) -> Compared:
        """That of a proposition."""
        return Compared(
            id=each.id,
            article=each.statement.article,
            nested_in=each.statement.nested_in,
            principal=each.principal,
            about=each.about,
            words=each.words,
            context=each.context,
            weight=each.weight,
            context_weight=each.context_weight,
            paragraph=each.paragraph,
            traits=[tell(each) for tell in TRAITS.values()],
        )

    @property
    def principals(self) -> tuple[PartyId, ...]:
        """Whose position it is: one, or nobody known."""
        return (self.principal,) if self.principal else ()

    @property
    def involved(self) -> frozenset[PartyId]:
        """Everybody whom it is about, and whose position it is."""
        return frozenset((*self.about, *self.principals))


class Crowd:
    """Those with which others are compared, each with many at once. asking: all these others, where they are known."""

    def __init__(self, members: Sequence[Compared], asking: Collection[Compared] | None = None) -> None:
        told = None if asking is None else frozenset(word for a in asking for word in (*a.words, *a.context))
        self._ids = [m.id for m in members]
        self._nested_in = [m.nested_in for m in members]
        self._words = Sets([m.words for m in members], rarity, told)
        self._contexts = Sets([m.context for m in members], rarity, told)
        self._about = Sets([m.about for m in members])
        self._principal = Sets([m.principals for m in members])
        self._involved = Sets([m.involved for m in members])
        self._article = Sets([(m.article,) for m in members])
        self._own = _Own.of(members)

    def features(self, a: Compared, alike: Likeness, rows: Sequence[int]) -> dict[str, Floats]:
        """What speaks for or against one claim with each member that stands in these rows, each by name."""
        ids = [self._ids[row] for row in rows]
        common = _Common(
            words=self._words.in_common(a.words, rows),
            covered=self._contexts.in_common(a.words, rows),
            covering=self._words.in_common(a.context, rows),
            contexts=self._contexts.in_common(a.context, rows),
            about=self._about.in_common(a.about, rows),
            involved=self._involved.in_common(a.involved, rows),
            is_about=self._about.in_common(a.principals, rows) + self._principal.in_common(a.about, rows),
            principal=self._principal.in_common(a.principals, rows),
            article=self._article.in_common((a.article,), rows),
            inside=_floats(self._nested_in[row] == a.id or a.nested_in == self._ids[row] for row in rows),
            alike=alike.all_log_odds(a.id, ids),
            aspects=alike.all_by_aspects(a.id, ids),
        )
        return _features(_Own.of([a]), self._own.at(rows), common)

    def log_odds(self, a: Compared, alike: Likeness, rows: Sequence[int]) -> Floats:
        """The logarithm of the odds that it and each member in these rows speak to one claim."""
        return _weighed(self.features(a, alike, rows))


def log_odds_of_each_two(members: Sequence[Compared], alike: Likeness) -> Floats:
    """(N, N): the logarithm of the odds that each two speak to one claim; of one and itself it says nothing. All at once
    is a tenth of the time, where they are few."""
    words, contexts, about = ([getattr(m, name) for m in members] for name in ("words", "context", "about"))
    principals, involved = [m.principals for m in members], [m.involved for m in members]
    covered = each_with_each(words, contexts, rarity)
    is_about = each_with_each(about, principals)
    row = {m.id: row for row, m in enumerate(members)}
    inside = np.zeros((len(members), len(members)))
    for one, other in ((row[m.id], row[m.nested_in]) for m in members if m.nested_in in row):
        inside[one, other] = inside[other, one] = 1.0
    common = _Common(
        words=each_with_each(words, words, rarity),
        covered=covered,
        covering=covered.T,
        contexts=each_with_each(contexts, contexts, rarity),
        about=each_with_each(about, about),
        involved=each_with_each(involved, involved),
        is_about=is_about + is_about.T,
        principal=each_with_each(principals, principals),
        article=each_with_each([(m.article,) for m in members], [(m.article,) for m in members]),
        inside=inside,
        alike=alike.log_odds_of_each_two([m.id for m in members]),
        aspects=alike.by_aspects_of_each_two([m.id for m in members]),
    )
    own = _Own.of(members)
    return _weighed(_features(own.standing(), own, common))


@dataclass(frozen=True, slots=True)
class _Own:
    """What some have of themselves, each an array of them."""

    weight: Floats
    context_weight: Floats
    about_anybody: Floats
    how_many: Floats
    paragraph: Floats
    traits: tuple[Floats, ...]

    @staticmethod
    def of(members: Sequence[Compared]) -> _Own:
        """That of these."""
        return _Own(
            _floats(m.weight for m in members),
            _floats(m.context_weight for m in members),
            _floats(bool(m.about) for m in members),
            _floats(len(m.involved) for m in members),
            _floats(m.paragraph for m in members),
            tuple(_floats(m.traits[at] for m in members) for at in range(len(TRAITS))),
        )

    def at(self, rows: Sequence[int]) -> _Own:
        """That of some of them."""
        return self._each(lambda values: values[rows])

    def standing(self) -> _Own:
        """The same as columns, which against rows give a table."""
        return self._each(lambda values: values[:, None])

    def _each(self, change: Callable[[Floats], Floats]) -> _Own:
        return _Own(
            change(self.weight),
            change(self.context_weight),
            change(self.about_anybody),
            change(self.how_many),
            change(self.paragraph),
            tuple(map(change, self.traits)),
        )


@dataclass(frozen=True, slots=True)
class _Common:
    """What those compared have in common with the others. covered: words of theirs in the surroundings of the others;
    covering: the other way round."""

    words: Floats
    covered: Floats
    covering: Floats
    contexts: Floats
    about: Floats
    involved: Floats
    is_about: Floats
    principal: Floats
    article: Floats
    inside: Floats
    alike: Floats
    aspects: Floats


def _features(a: _Own, b: _Own, common: _Common) -> dict[str, Floats]:
    lighter = np.minimum(b.weight, a.weight)
    narrower = np.minimum(b.context_weight, a.context_weight)
    both_about = b.about_anybody * a.about_anybody
    apart = np.abs(b.paragraph - a.paragraph)
    return {
        "sentences alike": common.alike,
        "aspects alike": common.aspects,
        "words shared, of both": common.words / np.sqrt((b.weight + 0.5) * (a.weight + 0.5)),
        "words shared, of the shorter": common.words / (lighter + 0.7),
        "words shared": np.minimum(common.words, 3.0),
        "words in the other's surroundings": np.maximum(
            common.covered / (a.weight + 0.5), common.covering / (b.weight + 0.5)
        ),
        "surroundings alike": common.contexts / (narrower + 1e-6),
        "parties both are about": np.minimum(common.about, 2.0),
        "about nobody named": 1.0 - both_about,
        "about others": both_about * (common.about == 0),
        "everybody involved": common.involved / np.maximum(1, b.how_many + a.how_many - common.involved),
        "one is about the other's speaker": np.minimum(common.is_about, 1.0),
        "one speaker": common.principal,
        "one paragraph": common.article * (apart == 0),
        "neighbouring paragraphs": common.article * (apart == 1),
        "one inside the other": common.inside,
        **{name: theirs + mine for name, theirs, mine in zip(TRAITS, b.traits, a.traits, strict=True)},
        "length": np.log1p(lighter),
    }


def _weighed(found: Mapping[str, Floats]) -> Floats:
    total = np.full(found["length"].shape, BIAS)
    for name, weight in WEIGHTS.items():
        total += weight * found[name]
    return total


def features(a: Proposition, b: Proposition, alike: Likeness) -> dict[str, float]:
    """What speaks for or against one claim, each by name."""
    crowd = Crowd([Compared.of(b)])
    return {name: float(value[0]) for name, value in crowd.features(Compared.of(a), alike, [0]).items()}


def log_odds(a: Proposition, b: Proposition, alike: Likeness) -> float:
    """The logarithm of the odds that both speak to one claim."""
    return float(Crowd([Compared.of(b)]).log_odds(Compared.of(a), alike, [0])[0])


def _floats(values: Iterable[float]) -> Floats:
    return np.fromiter(values, np.float64)


TRAITS: Mapping[str, Callable[[Proposition], bool]] = {
    "takes no side": lambda each: each.commitment is None,
    "denials": lambda each: each.statement.stance is Stance.DENIES,
    "hedges": lambda each: each.commitment is Side.UNSURE,
    "declines": lambda each: each.statement.stance is Stance.DECLINES,
    "negations": lambda each: not all(each.words.values()),
}
"""What is counted of two: how many of them are so."""

# Fitted by training/pairs.py on 25 stories, with an encoder that was trained on none of them: training/LOG.md, 2026-11-30.
BIAS = -2.5
WEIGHTS: Mapping[str, float] = {
    "sentences alike": 0.62,
    "aspects alike": 0.22,
    "words shared, of both": -1.59,
    "words shared, of the shorter": 2.16,
    "words shared": -0.07,
    "words in the other's surroundings": 1.18,
    "surroundings alike": 1.69,
    "parties both are about": 0.06,
    "about nobody named": 0.04,
    "about others": -0.37,
    "everybody involved": 0.71,
    "one is about the other's speaker": 0.02,
    "one speaker": -0.16,
    "one paragraph": -1.48,
    "neighbouring paragraphs": 0.70,
    "one inside the other": -2.90,
    "takes no side": -1.57,
    "denials": -0.02,
    "hedges": 0.32,
    "declines": 0.22,
    "negations": 0.06,
    "length": 0.26,
}
