from __future__ import annotations

import random
from collections.abc import Mapping

from telling import Teller

from onrecord.linking.claims.candidates import (
    BESIDE,
    EVERYTHING,
    NEAREST,
    Pair,
    Placed,
    change_lines,
    keys_of,
    moment_of,
)
from onrecord.linking.memory import Memory
from onrecord.linking.what.propositions import Proposition, read_propositions


def told(published: str = "2031-03-04", on: str | None = None) -> Proposition:
    reading = Teller("1", published=published).says("Marsh", "said", "that the pier leaked chlorine", on=on).reading()
    return read_propositions(reading, {})[0]


def pairs(memory: Memory, utterances: Mapping[int, Placed]) -> set[Pair]:
    return change_lines(memory, {}, utterances)[0]


def test_an_utterance_is_found_by_its_rare_words_its_parties_and_its_article() -> None:
    each = told()
    assert each.principal
    assert {"word chlorin", f"party {each.principal}", f"article {each.statement.article}", EVERYTHING} <= set(
        keys_of(each)
    )


def test_moments_are_in_the_order_of_days() -> None:
    days = ["", "1987", "1987-02", "2031-03-04", "2031-03-04T10:00", "2031-12-31"]
    moments = [moment_of(told(published)) for published in days]
    assert moments == sorted(moments)
    assert moment_of(told("2031-03-04", on="2031-02-01")) < moments[3]


def test_the_number_of_pairs_grows_with_the_utterances_and_not_with_their_square() -> None:
    utterances = {n: Placed(n, (EVERYTHING, "word pier", f"word {n}")) for n in range(600)}
    assert len(pairs(Memory(), utterances)) <= 600 * (BESIDE + NEAREST)


def test_who_meets_follows_from_what_is_known_and_not_from_the_order_in_which_it_came() -> None:
    chance = random.Random(1)
    utterances = {n: Placed(chance.randrange(10**6), tuple(chance.sample("abcdef", 2))) for n in range(400)}
    expected = pairs(Memory(), utterances)
    memory, found = Memory(), dict[Pair, int]()
    numbers = list(utterances)
    for seed in range(2):
        random.Random(seed).shuffle(numbers)
        for start in range(0, 400, 7):
            some = {n: utterances[n] for n in numbers[start : start + 7]}
            meeting, parting = change_lines(memory, {} if seed == 0 else some, some)
            assert seed == 0 or not parting
            for pair in meeting:
                found[pair] = 1
    under_both = {pair for pair in found if _meet(utterances, *pair)}
    assert under_both == expected


def _meet(utterances: Mapping[int, Placed], one: int, other: int) -> bool:
    for key in set(utterances[one].keys) & set(utterances[other].keys):
        line = sorted(placed.moment for placed in utterances.values() if key in placed.keys)
        if abs(line.index(utterances[one].moment) - line.index(utterances[other].moment)) <= NEAREST:
            return True
    return False


def test_what_is_gained_and_lost_in_a_line_is_what_plain_counting_finds() -> None:
    chance = random.Random(5)
    for size in (3, 40, 700):  # the last has more places than are looked at together
        for _ in range(12):
            before = {n: Placed(chance.randrange(300), ("word pier",)) for n in range(size)}
            memory = Memory()
            change_lines(memory, {}, before)
            moved = chance.sample(range(size), 3)
            leaving = {n: before[n] for n in moved}
            entering = {n: Placed(chance.randrange(300), ("word pier",)) for n in (*moved[:2], size)}
            gained, lost = change_lines(memory, leaving, entering)
            after = {n: placed for n, placed in before.items() if n not in leaving} | entering
            met, meeting = _counted(before), _counted(after)
            compared_anew = {pair for pair in met & meeting if entering.keys() & set(pair)}
            assert gained == (meeting - met) | compared_anew
            assert lost == met - meeting


def _counted(line: Mapping[int, Placed]) -> set[Pair]:
    numbers = [number for _, number in sorted((placed.moment, number) for number, placed in line.items())]
    return {
        (min(one, other), max(one, other))
        for at, other in enumerate(numbers)
        for one in numbers[max(0, at - NEAREST) : at]
    }
