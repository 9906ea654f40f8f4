"""Two sentences compared aspect by aspect."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.linking.linker import SHIPPED
from onrecord.linking.what.aspects import ASPECT, ASPECTS, SETS, one_claim, one_side
from onrecord.linking.what.sentences import NEAR, Likeness
from onrecord.vocabulary import StatementId

SENTENCES = [
    "Ada Quill denied: having dined with the banker at the Anchor",
    "a waiter said: the mayor and the banker shared a table at the Anchor",
    "the port said: dredging would begin in the spring",
    "Bert Orr said: the harbour had been dredged without a permit",
    "a cook said: the mayor dined with the banker at the Anchor that night",
]
IDS = [StatementId(str(n)) for n in range(len(SENTENCES))]


@pytest.fixture(scope="module")
def rows() -> np.ndarray:
    return SHIPPED(SENTENCES)


def aspects(rows: np.ndarray) -> np.ndarray:
    return rows[:, NEAR:].reshape(-1, SETS, ASPECTS, ASPECT)


def test_what_speaks_to_one_claim_is_likelier_than_what_does_not(rows: np.ndarray) -> None:
    each = aspects(rows)
    told, dredging, permit, again = one_claim(each[0], each[1:], SHIPPED.heads)
    assert min(told, again) > max(dredging, permit) + 1


def test_who_denies_takes_another_side_than_who_tells_it(rows: np.ndarray) -> None:
    each = aspects(rows)
    denied, told, again = each[0], each[1], each[4]
    assert (
        one_side(told, np.stack([again]), SHIPPED.heads)[0] > 0 > one_side(told, np.stack([denied]), SHIPPED.heads)[0]
    )


def test_two_say_the_same_of_each_other_whichever_is_asked_and_whoever_stands_beside(rows: np.ndarray) -> None:
    each = aspects(rows)
    table = np.stack([one_claim(one, each, SHIPPED.heads) for one in each])
    assert table == pytest.approx(table.T, abs=1e-9)
    alone = one_claim(each[0], each[2:3], SHIPPED.heads)
    assert alone == pytest.approx(table[0, 2:3], abs=1e-9)


def test_likeness_hands_on_the_aspects_of_its_rows(rows: np.ndarray) -> None:
    alike = Likeness({id_: n for n, id_ in enumerate(IDS)}, rows, SHIPPED.heads)
    each = aspects(rows)
    assert alike.all_by_aspects(IDS[3], [IDS[1]]) == pytest.approx(one_claim(each[3], each[1:2], SHIPPED.heads))
    assert alike.by_aspects_of_each_two(IDS)[1, 3] == pytest.approx(alike.all_by_aspects(IDS[1], [IDS[3]])[0])


def test_one_of_its_aspects_alone_can_part_two(rows: np.ndarray) -> None:
    each = aspects(rows)[:2].copy()
    before = one_claim(each[0], each[1:2], SHIPPED.heads)[0]
    changes = []
    for aspect in range(ASPECTS):
        other = each[1:2].copy()
        other[0, :, aspect] = -each[0, :, aspect]
        changes.append(one_claim(each[0], other, SHIPPED.heads)[0] - before)
    assert min(changes) < -0.2
