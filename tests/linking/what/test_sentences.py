"""The encoder of sentences: what it takes, and what it is for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.linking.linker import SHIPPED
from onrecord.linking.what.sentences import WIDTH, Likeness, SentenceModel
from onrecord.vocabulary import StatementId

SENTENCES = [
    "Ada Quill denied: having dined with the banker at the Anchor",
    "a waiter said: the mayor and the banker shared a table at the Anchor",
    "the port said: dredging would begin in the spring",
]
IDS = [StatementId(str(n)) for n in range(3)]


def likeness(vectors: np.ndarray) -> Likeness:
    return Likeness({id_: n for n, id_ in enumerate(IDS)}, vectors, SHIPPED.heads)


def test_a_denial_lies_nearer_to_what_it_denies_than_to_other_news() -> None:
    alike = likeness(SHIPPED(SENTENCES))
    assert alike.log_odds(IDS[0], IDS[1]) > alike.log_odds(IDS[0], IDS[2]) + 1


def test_a_sentence_has_one_vector_whatever_stands_beside_it() -> None:
    together, alone = SHIPPED(SENTENCES), SHIPPED(SENTENCES[1:2])
    assert (together[1] == alone[0]).all()


def test_how_central_one_is_is_the_mean_of_its_pairs() -> None:
    alike = likeness(SHIPPED(SENTENCES))
    means = [sum(alike.log_odds(one, other) for other in IDS if other != one) / 2 for one in IDS]
    assert alike.centralities(IDS) == pytest.approx(means, abs=1e-4)


def test_sides_do_not_depend_on_the_order_of_the_two() -> None:
    alike = likeness(SHIPPED(SENTENCES))
    assert alike.agreement(IDS[0], IDS[1]) == pytest.approx(alike.agreement(IDS[1], IDS[0]), abs=1e-4)


def test_no_sentences_have_no_vectors() -> None:
    assert SHIPPED([]).shape == (0, WIDTH)


def test_weights_that_are_not_those_of_this_version_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="expected the weights"):
        SentenceModel(tmp_path)(["a"])
