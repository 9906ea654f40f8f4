"""The labels of training, decoded again, are the spans they were made from. Needs no torch."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import numpy as np
import pytest

import corpora
from attribution.written import letter_tokenizer
from corpora import Attribution, Example, GoldArticle
from onrecord.attribution.decode import tagged_runs
from onrecord.attribution.encode import Encoder
from onrecord.attribution.labels import LINK_TAGS, ROLE_TAGS, forbidden_transitions
from onrecord.attribution.quotes import MARKS

TEXT = (
    "“The map is old,” said Ann Lee, “and dusty.”\n\n"
    "Bob, her clerk, denied it had burnt and warned of rats. “We looked.\n\n"
    "“We found none,” he told them."
)


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


HE = TEXT.index("he told")
GOLD = (
    Attribution((place("Ann Lee"),), (place("said"),), (place("“The map is old,”"), place("“and dusty.”"))),
    Attribution((place("Bob, her clerk"),), (place("denied"),), (place("it had burnt"),)),
    Attribution((place("Bob, her clerk"),), (place("warned"),), (place("of rats"),)),
    Attribution(((HE, HE + 2),), (place("told"),), (place("“We looked.\n\n“We found none,”"),)),
)


def only_window(attributions: tuple[Attribution, ...], text: str = TEXT) -> Example:
    (window,) = Encoder(letter_tokenizer()).windows(text)
    return corpora.label(window, attributions)


def decoded(example: Example, tags: np.ndarray, begin: int) -> list[tuple[int, int]]:
    offsets = example.window.offsets
    return [(int(offsets[first][0]), int(offsets[last][1])) for first, last in tagged_runs(tags, begin)]


def test_role_tags_give_every_span_back() -> None:
    example = only_window(GOLD)
    for role in corpora.ROLES:
        gold = sorted({span for a in GOLD for span in getattr(a, role)})
        assert decoded(example, example.roles, ROLE_TAGS.index(f"B-{role}")) == gold


def test_links_give_each_cue_its_own_source_and_content_though_a_source_be_shared() -> None:
    example = only_window(GOLD)
    offsets = example.window.offsets
    read_back = tuple(
        Attribution(
            tuple(decoded(example, link, LINK_TAGS.index("B-source"))),
            ((int(offsets[first][0]), int(offsets[last][1])),),
            tuple(decoded(example, link, LINK_TAGS.index("B-content"))),
        )
        for (first, last), link in zip(example.cues, example.links, strict=True)
    )
    assert read_back == GOLD


def test_where_attributions_overlap_the_tags_stay_such_as_the_chain_allows() -> None:
    outer = Attribution((place("Ann Lee"),), (place("said"),), (place("Bob, her clerk, denied it had burnt"),))
    example = only_window((outer, GOLD[1], GOLD[2]))
    steps, starts = forbidden_transitions(ROLE_TAGS)
    assert starts[example.roles[0]] == 0
    assert (steps[example.roles[:-1], example.roles[1:]] == 0).all()
    assert decoded(example, example.roles, ROLE_TAGS.index("B-cue")) == sorted(
        [place("said"), place("denied"), place("warned")]
    )


def test_an_attribution_whose_cue_is_in_another_window_is_no_link_here() -> None:
    windows = list(Encoder(letter_tokenizer(), 60).windows(TEXT))
    examples = [corpora.label(w, GOLD) for w in windows]
    assert len(windows) > 1
    assert [len(e.cues) for e in examples] == [len(e.links) for e in examples]
    assert sum(len(e.cues) for e in examples) == len(GOLD)


def test_a_window_with_nothing_said_in_it_has_no_links() -> None:
    example = only_window(())
    assert not example.roles.any()
    assert example.cues.shape == (0, 2)
    assert example.links.shape == (0, len(example.roles))


@pytest.mark.parametrize("seed", range(20))
def test_other_quotation_marks_leave_every_other_character_in_place(seed: int) -> None:
    varied = corpora.vary_quotes(TEXT, random.Random(seed))
    assert len(varied) == len(TEXT)
    assert all(a == b or a in MARKS for a, b in zip(TEXT, varied, strict=True))


def test_quotation_marks_are_varied_now_and_then() -> None:
    rng = random.Random(0)
    drawn = [corpora.vary_quotes(TEXT, rng) for _ in range(60)]
    assert TEXT in drawn
    assert any('"' in text for text in drawn)
    assert any(text.count("“") < TEXT.count("“") for text in drawn)


def test_a_gold_file_is_read_with_all_its_annotators_and_tight_edges(tmp_path: Path) -> None:
    start, end = place("“The map is old,”")
    attribution = {"source": [], "cue": [list(place("said"))], "content": [[start, end + 1], [end, end + 1]]}
    row = {"id": "one", "text": TEXT, "annotations": [{"attributions": [attribution]}, {"attributions": []}]}
    path = tmp_path / "gold.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(json.dumps(row) + "\n")
    kept = Attribution((), (place("said"),), ((start, end),))
    assert corpora.read_polnear(path) == [GoldArticle("one", TEXT, ((kept,), ()))]
    assert len(corpora.digest(path)) == 16


def test_without_drawing_the_first_annotator_and_the_text_as_it_is_are_taken() -> None:
    article = GoldArticle("one", TEXT, (GOLD, ()))
    (example,) = corpora.examples(article, Encoder(letter_tokenizer()), None)
    assert len(example.cues) == len(GOLD)
