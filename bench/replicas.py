"""More articles than a record has, of the same shape: each article again with other words, other names and other days.

So a record of a hundred thousand statements can be had from one of ten thousand. A replica is as a whole what its original
is: who speaks how often, how long it is, which of its sentences lie near each other. What is in several replicas is like
what is in several affairs of one country: half of the names are others, three in ten words are, all days are, and vectors of sentences are
turned, all of a replica alike, so that those of different replicas lie apart. Everything stands at the same place of
the text, since another word has as many letters.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from onrecord.linking.what.propositions import read_propositions
from onrecord.linking.what.sentences import nearness
from onrecord.vocabulary import (
    ArticleId,
    Contact,
    Event,
    Interval,
    Party,
    PartyId,
    Reading,
    Said,
    Statement,
    StatementId,
)

Vector = NDArray[np.float32]
Vectors = Mapping[str, Vector]
"""By sentence."""

OTHER_NAMES, OTHER_WORDS = 0.5, 0.3
"""Shares of names, and of words of four letters and more, that are others in a replica."""

DAYS = 97
"""How many days later each replica lies."""

TURNED = 1.1
"""By how much vectors are turned, about their mean: any two of different replicas are as near as any two real ones (a cosine of
0.27 in the middle), and a sentence and its replica at 0.6, as near as a real one and its nearest in a record of a thousand."""

_VOWELS, _CONSONANTS = "aeiou", "bcdfghklmnprstvw"
_WORD = re.compile(r"[A-Za-z]+")


class Replicas:
    """What can be made of some readings, whose vectors are known."""

    def __init__(self, readings: Sequence[Reading], vectors: Vectors) -> None:
        self._readings = readings
        self._vectors = vectors
        near = [nearness(row) for row in vectors.values()]
        self._mean = np.mean([vector / np.linalg.norm(vector) for vector in near], axis=0)
        self._words: defaultdict[int, list[str]] = defaultdict(list)
        for reading in readings:
            for word in _WORD.findall(reading.article.text):
                self._words[len(word)] += [word] if word.islower() else []
        names = {word for reading in readings for party in reading.parties for word in _WORD.findall(party.name)}
        self._names = {name for name in names if name[0].isupper()}

    def make(self, number: int) -> Iterator[tuple[Reading, dict[str, Vector]]]:
        """The readings of one replica, each with the vectors of its sentences; 0 is what they were made from."""
        turn = _rotation(number, self._mean)
        for reading in self._readings:
            other = (
                _retold(reading, number, self._renamed(number), self._reworded(reading, number)) if number else reading
            )
            sentences = {each.id: each.sentence for each in read_propositions(reading, {})}
            known = {id_: self._vectors[each] for id_, each in sentences.items() if each in self._vectors}
            some = next(iter(known.values()), None)
            found = zip(sentences, read_propositions(other, {}), strict=True)
            # what takes a side only with its other words has no vector: it gets that of another sentence of its article
            told = ((each.sentence, known.get(id_, some)) for id_, each in found)
            yield other, {sentence: turn(vector) for sentence, vector in told if vector is not None}

    def _renamed(self, number: int) -> Callable[[str], str]:
        rng = random.Random(number)
        letters = {**_shuffled(rng, _VOWELS), **_shuffled(rng, _CONSONANTS)}
        letters |= {one.upper(): other.upper() for one, other in letters.items()}

        def word(found: re.Match[str]) -> str:
            name = found[0]
            is_kept = name not in self._names or random.Random(f"{number} {name}").random() > OTHER_NAMES
            return name if is_kept else "".join(letters.get(letter, letter) for letter in name)

        return lambda text: _WORD.sub(word, text)

    def _reworded(self, reading: Reading, number: int) -> Callable[[str], str]:
        rng = random.Random(f"{number} {reading.article.id}")
        # what says who speaks, and how, stays: the reading rests on it
        kept = sorted((span.start, span.end) for s in reading.statements for span in (s.source, s.cue) if span)

        def word(found: re.Match[str]) -> str:
            is_kept = len(found[0]) < 4 or not found[0].islower() or rng.random() > OTHER_WORDS
            if is_kept or any(start < found.end() and found.start() < end for start, end in kept):
                return found[0]
            return rng.choice(self._words[len(found[0])])

        return lambda text: _WORD.sub(word, text)


def _shuffled(rng: random.Random, letters: str) -> dict[str, str]:
    return dict(zip(letters, rng.sample(letters, len(letters)), strict=True))


def _rotation(number: int, about: Vector) -> Callable[[Vector], Vector]:
    """A rotation that moves all but one direction, another one for each replica; none for 0."""
    if not number:
        return lambda vector: vector
    width = len(about)
    chance = np.random.default_rng(number).standard_normal((width, width))
    chance[:, 0] = about
    directions, _ = np.linalg.qr(chance)
    count = (width - 1) // 2
    one, other = directions[:, 1 : 1 + count], directions[:, 1 + count : 1 + 2 * count]
    cos, sin = np.cos(TURNED) - 1, np.sin(TURNED)
    turn = np.eye(width) + cos * (one @ one.T + other @ other.T) + sin * (one @ other.T - other @ one.T)
    turn = turn.astype(np.float32)
    # aspects stay: what two say of each other by theirs is no matter of direction, and is to be in a replica as in what is real
    return lambda row: np.concatenate([turn @ nearness(row), row[width:]])


# --- a reading with another text ---


def _retold(reading: Reading, number: int, renamed: Callable[[str], str], reworded: Callable[[str], str]) -> Reading:
    article = replace(
        reading.article,
        ref=f"{reading.article.ref} {number}",
        text=renamed(reworded(reading.article.text)),
        published=_later(reading.article.published, number),
    )
    parties: dict[PartyId, Party] = {}
    for party in reading.parties:
        names = {"aliases": tuple(map(renamed, party.aliases)), "roles": tuple(map(renamed, party.roles))}
        parties[party.id] = replace(party, article=article.id, name=renamed(party.name), **names)
    who = {id_: party.id for id_, party in parties.items()}
    members = [replace(party, members=tuple(who[id_] for id_ in party.members)) for party in parties.values()]
    return replace(
        reading,
        article=article,
        parties=tuple(members),
        statements=tuple(_statements(reading.statements, article.id, who, number)),
        contacts=tuple(_contact(each, article.id, who, number) for each in reading.contacts),
        events=tuple(_event(each, article.id, who, number) for each in reading.events),
    )


def _statements(
    statements: Sequence[Statement], article: ArticleId, who: Mapping[PartyId, PartyId], number: int
) -> Iterator[Statement]:
    ids: dict[StatementId, StatementId] = {}
    for each in statements:
        other = replace(
            each,
            article=article,
            nested_in=ids[each.nested_in] if each.nested_in else None,
            speaker=who[each.speaker] if each.speaker else None,
            on_behalf_of=who[each.on_behalf_of] if each.on_behalf_of else None,
            told_to=who[each.told_to] if each.told_to else None,
            via=tuple(who[id_] for id_ in each.via),
            said=Said(_days(each.said.days, number), each.said.basis, each.said.phrase) if each.said else None,
        )
        ids[each.id] = other.id
        yield other


def _contact(each: Contact, article: ArticleId, who: Mapping[PartyId, PartyId], number: int) -> Contact:
    on = _days(each.on, number) if each.on else None
    return replace(each, article=article, parties=tuple(who[id_] for id_ in each.parties), on=on)


def _event(each: Event, article: ArticleId, who: Mapping[PartyId, PartyId], number: int) -> Event:
    return replace(each, article=article, parties=tuple(who[id_] for id_ in each.parties), on=_days(each.on, number))


def _days(days: Interval, number: int) -> Interval:
    later = timedelta(DAYS * number)
    return Interval(days.start + later, days.end + later, days.granularity)


def _later(published: str | None, number: int) -> str | None:
    """An instant or a day so many days later; a month or a year stays."""
    day = (published or "")[:10]
    if len(day) < len("2031-03-04"):
        return published
    return str(date.fromisoformat(day) + timedelta(DAYS * number)) + (published or "")[10:]
