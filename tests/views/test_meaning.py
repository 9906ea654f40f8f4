"""The nearest by their signs, then in full; what is new is taken in beside the work."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from invented_affair import AGAIN, NOTHING, SIGNED, UNSURE

from onrecord.errors import ModelError
from onrecord.linking import sentence_of
from onrecord.record import open_record
from onrecord.views import meaning as meaning_module
from onrecord.views.meaning import Meaning

SENTENCES = {
    sentence_of("Rowe", "said", "“The contract was signed in May,”"): (SIGNED, [1, 1, 1, -1]),
    sentence_of("Ada Quill", "told", "“I signed nothing,”"): (NOTHING, [-1, 1, -1, -1]),
    sentence_of("Quill", "said", "could not be certain that nothing was signed"): (UNSURE, [-1, -1, 1, 1]),
}


def vectors(sentences):
    known = [SENTENCES[s][1] if s in SENTENCES else [1, 1, 1, -0.5] for s in sentences]
    return np.array(known, np.float32)


@pytest.fixture
def record(affair_record):
    with open_record(affair_record) as record:
        record.links.remembering(vectors, "model")(list(SENTENCES))
        yield record


def test_the_nearest_come_first_and_what_has_little_to_do_with_it_is_left_out(record):
    near = Meaning(record.reader, vectors, "model").nearest("was the contract signed", 5)
    assert [each.statement for each in near] == [SIGNED.id]
    assert near[0].cosine == pytest.approx(3.5 / (2 * 3.25**0.5), abs=1e-3)


def test_it_can_be_narrowed_down_to_some_statements(record):
    meaning = Meaning(record.reader, vectors, "model")
    assert meaning.nearest("was the contract signed", 5, within=[NOTHING.id, AGAIN.id]) == ()
    assert len(meaning.nearest("was the contract signed", 5, within=[SIGNED.id, NOTHING.id])) == 1


def test_vectors_of_another_encoder_are_not_mistaken_for_its_own(record):
    assert Meaning(record.reader, vectors, "another").nearest("was the contract signed", 5) == ()


def test_what_came_since_is_taken_in(record):
    meaning = Meaning(record.reader, vectors, "model")
    assert len(meaning.nearest("x", 5)) == 1
    sentence = sentence_of("Rowe", "said again", "The contract was signed in May")
    record.links.remembering(lambda _: np.ones((1, 4), np.float32), "model")([sentence])
    meaning.prepare()
    assert AGAIN.id in [each.statement for each in meaning.nearest("x", 5)]


def test_a_query_does_not_wait_for_ever_for_the_record_to_be_taken_in(record, monkeypatch):
    monkeypatch.setattr(meaning_module, "PATIENCE_SECONDS", 0.05)
    goes_on = threading.Event()

    def slow(sentences):
        goes_on.wait(30)
        return vectors(sentences)

    meaning = Meaning(record.reader, slow, "model")
    monkeypatch.setattr(meaning, "prepare", lambda: goes_on.wait(30))
    assert meaning.nearest("was the contract signed", 5) is None
    goes_on.set()


def test_what_fails_beside_the_work_is_told_to_who_asks(record):
    def missing(_):
        raise ModelError("found no weights")

    with pytest.raises(ModelError, match="no weights"):
        Meaning(record.reader, missing, "model").nearest("was the contract signed", 5)
