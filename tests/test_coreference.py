"""The evaluation of coreference: what it takes from GUM, and its measures on clusters whose scores are known."""

from __future__ import annotations

from types import ModuleType

import pytest
from scripts import load_script


@pytest.fixture(scope="module")
def coreference() -> ModuleType:
    return load_script("evaluation/coreference.py")


GUM = """\
# newdoc id = GUM_news_quay
# newpar
1\tAnn\t_\tPROPN\t_\t_\t_\t_\t_\tEntity=(1-person-new
2\tLee\t_\tPROPN\t_\t_\t_\t_\t_\tEntity=1)
3\tleft\t_\tVERB\t_\t_\t_\t_\t_\t_
4\tthe\t_\tDET\t_\t_\t_\t_\t_\tEntity=(2-place-new
5\tquay\t_\tNOUN\t_\t_\t_\t_\t_\tEntity=2)|SpaceAfter=No
6\t.\t_\tPUNCT\t_\t_\t_\t_\t_\t_

# newpar
1\tShe\t_\tPRON\t_\t_\t_\t_\t_\tEntity=(1-person-giv)
2\twept\t_\tVERB\t_\t_\t_\t_\t_\tSpaceAfter=No
3\t.\t_\tPUNCT\t_\t_\t_\t_\t_\t_
"""


def test_a_document_has_its_text_and_the_names_and_pronouns_of_persons(coreference):
    (document,) = coreference.documents(GUM.splitlines(keepends=True))
    assert (document.genre, document.text) == ("news", "Ann Lee left the quay.\n\nShe wept. ")
    assert [(who, document.text[a:b]) for who, a, b in document.mentions] == [("1", "Ann Lee"), ("1", "She")]
    assert len({whom for _, whom in coreference.found(document)}) == 1


def test_clusters_that_are_the_same_score_all(coreference):
    key = [frozenset("ab"), frozenset("c")]
    tally = coreference.Tally()
    tally.add(key, key)
    assert [tally.f1(name) for name in ("MUC", "B3", "CEAF")] == [100, 100, 100]


def test_splitting_costs_links_and_merging_costs_precision(coreference):
    key, split, merged = [frozenset("abc")], [frozenset("ab"), frozenset("c")], [frozenset("abcd")]
    assert coreference.muc(key, split) == (1, 2)
    assert coreference.muc(merged, key) == (2, 3)
    assert coreference.b_cubed(key, split) == (pytest.approx(5 / 3), 3)
    assert coreference.ceaf(key, merged) == pytest.approx(6 / 7)
