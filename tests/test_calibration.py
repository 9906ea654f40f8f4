"""The evaluation of confidence: what it counts as right, and how far off it finds a reader."""

from __future__ import annotations

from types import ModuleType

import pytest
from scripts import load_script

from onrecord.vocabulary import Article, Party, PartyKind, Span


@pytest.fixture(scope="module")
def calibration() -> ModuleType:
    return load_script("evaluation/calibration.py")


def judged(calibration, confidence: float, *, right: int, wrong: int) -> list:
    return [calibration.Judged("a", (), confidence, n < right) for n in range(right + wrong)]


def test_a_reader_that_knows_what_it_knows_has_no_error(calibration):
    found = [*judged(calibration, 0.5, right=50, wrong=50), *judged(calibration, 1.0, right=900, wrong=0)]
    assert calibration.error(found) == pytest.approx(0, abs=0.06)


def test_a_reader_that_is_always_sure_and_half_right_is_off_by_a_half(calibration):
    assert calibration.error(judged(calibration, 1.0, right=50, wrong=50)) == pytest.approx(0.5)


def test_a_speaker_is_right_by_place_or_by_name(calibration):
    article = Article(ref="an-article", text="Ann Rees left.")
    ann = Party(article.id, "Ann Rees", PartyKind.PERSON, mentions=(Span(0, 8),), aliases=("Rees",))
    here = calibration.Gold(frozenset(), "asserts", Span(4, 8), frozenset(), False)
    named = calibration.Gold(frozenset(), "asserts", None, calibration.name_words(["Mayor Rees"]), False)
    other = calibration.Gold(frozenset(), "asserts", None, calibration.name_words(["Bob Lind"]), False)
    assert [gold.is_spoken_by(ann, False) for gold in (here, named, other)] == [True, True, False]
    assert not here.is_spoken_by(None, None)


def test_weights_tell_the_sign_that_goes_with_what_is_right(calibration):
    signs = len(calibration.SIGNS)
    good = [calibration.Judged("a", (True,) + (False,) * (signs - 1), 0.5, n % 10 > 0) for n in range(100)]
    bad = [calibration.Judged("a", (False,) * signs, 0.5, n % 10 == 0) for n in range(100)]
    start, weights = calibration.fitted([good + bad])
    assert start < 0 < next(iter(weights.values()))
