"""The shipped samples and the gold for them: whole, invented, and in step with each other."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from scripts import load_script

from onrecord.errors import EvaluationError
from onrecord.vocabulary import Article

GOLD = Path(__file__).parents[1] / "evaluation" / "gold"


build = load_script("evaluation/gold/build.py")


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    found: dict[str, Article] = build.read_samples()
    return found


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / "samples.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_samples_are_many_articles_by_several_outlets_in_three_formats(articles: dict[str, Article]) -> None:
    assert len(articles) >= 8
    assert {article.publisher for article in articles.values()} == {
        "Aldermere Echo",
        "Folio & Chart",
        "Northline",
        "The Daily Flare",
        "The Lindesburg Chronicle",
    }
    assert {Path(name.partition("#")[0]).suffix for name in articles} == {".txt", ".html", ".jsonl"}


def test_every_sample_says_what_it_is_who_printed_it_and_when(articles: dict[str, Article]) -> None:
    for name, article in articles.items():
        assert article.title, name
        assert article.publisher, name
        assert article.byline, name
        assert article.published is not None, name
        assert article.published.startswith("2022-"), name
        if "#" not in name:
            assert name.startswith(article.published[:10])


def test_what_surrounds_a_saved_page_is_no_part_of_its_article(articles: dict[str, Article]) -> None:
    clutter = ("cookies", "Sign up", "Sign in", "quaysider", "GrumpyGaz", "Swing bridge", "Opera house", "Seagull")
    for name, article in articles.items():
        assert not [words for words in clutter if words in article.text], name


def test_one_sample_is_a_wire_copy_cut_from_the_bottom(articles: dict[str, Article]) -> None:
    wire = [p for p in articles["2022-10-03-northline-police.txt"].text.splitlines() if p.strip()]
    copy = articles["2022-10-04-echo-map-room.html"].text
    taken = [place for place, paragraph in enumerate(wire) if paragraph in copy]
    assert taken == list(range(1, max(taken) + 1))
    assert len(wire) // 2 < len(taken) < len(wire) - 1


def test_every_address_in_the_samples_leads_nowhere() -> None:
    for path in build.SAMPLES.iterdir():
        if path.suffix in {".txt", ".html", ".jsonl"}:
            hosts = set(re.findall(r"https?://([^/\s\"]+)", path.read_text(encoding="utf-8"))) - {"schema.org"}
            assert all(host.endswith(".example") for host in hosts), path.name


def test_the_gold_spans_are_what_its_marked_passages_say() -> None:
    assert "".join(build.build_lines()) == (GOLD / "samples.jsonl").read_text(encoding="utf-8")


def test_every_gold_span_is_a_trimmed_slice_of_its_article(
    gold: list[dict[str, Any]], articles: dict[str, Article]
) -> None:
    assert [row["file"] for row in gold] == list(articles)
    for row in gold:
        text = articles[row["file"]].text
        assert row["text"] == text
        assert row["id"] == articles[row["file"]].ref
        for attribution in row["attributions"]:
            for start, end in (*attribution["source"], *attribution["cue"], *attribution["content"]):
                assert 0 <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip()
                assert "\n" not in text[start:end]


def test_gold_content_comes_in_text_order_and_apart_from_its_cue(gold: list[dict[str, Any]]) -> None:
    for row in gold:
        for attribution in row["attributions"]:
            content = attribution["content"]
            assert all(a[1] <= b[0] for a, b in pairwise(content))
            for start, end in attribution["cue"]:
                assert all(end <= c[0] or c[1] <= start for c in content)


def test_a_nested_gold_attribution_comes_after_the_one_that_holds_it(gold: list[dict[str, Any]]) -> None:
    for row in gold:
        for place, attribution in enumerate(row["attributions"]):
            assert attribution["nested_in"] is None or attribution["nested_in"] < place


def test_no_gold_attribution_is_marked_twice(gold: list[dict[str, Any]]) -> None:
    for row in gold:
        times = Counter(json.dumps([a["source"], a["cue"], a["content"]]) for a in row["attributions"])
        assert not [spans for spans, count in times.items() if count > 1], row["file"]


def test_the_gold_holds_enough_of_each_sort(gold: list[dict[str, Any]]) -> None:
    attributions = [attribution for row in gold for attribution in row["attributions"]]
    assert len(attributions) >= 150
    assert sum(a["nested_in"] is not None for a in attributions) >= 30
    assert sum(a["kind"] == "thought" for a in attributions) >= 15
    assert sum(len(a["content"]) > 1 for a in attributions) >= 20
    assert sum(not a["cue"] for a in attributions) >= 3


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ({"said": "<s>She</s> <q>says</q> <c>no</c>"}, "0 times"),
        ({"said": "<s>he</s> <q>said</q>"}, "2 times"),
        ({"said": "<s>She</s> <q>said <c>no</c>"}, "inside another mark"),
        ({"said": "<s>She</s> <q>said</q> <c>no"}, "never closed"),
        ({"said": "She</s> <q>said</q> <c>no</c>"}, "closes nothing"),
        ({"said": "<s>She</s> <q>said</q> no"}, "expected content"),
        ({"say": "<s>She</s> <q>said</q> <c>no</c>"}, "said or thought"),
        (
            {"said": "<s>She</s> <q>said</q> <c>no</c>", "within": [{"said": "<c>yes</c>, <s>he</s> <q>said</q>"}]},
            "outside the content",
        ),
    ],
)
def test_a_slip_of_the_annotator_is_refused(entry: dict[str, Any], found: str) -> None:
    with pytest.raises(EvaluationError, match=found):
        build.resolve([entry], "She said no and yes, he said. Later he said more.")


def test_a_passage_may_skip_text_and_hold_nested_attributions() -> None:
    text = "“No,” she said.\n\n“He told me to wait.”"
    entry = {
        "said": "<c>“No,”</c> <s>she</s> <q>said</q> <...> <c>“He told me to wait.”</c>",
        "within": [{"said": "<s>He</s> <q>told</q> me <c>to wait</c>"}],
    }
    outer, inner = build.resolve([entry], text)
    assert [span.of(text) for span in outer.content] == ["“No,”", "“He told me to wait.”"]
    assert [span.of(text) for span in inner.content] == ["to wait"]
    assert inner.nested_in == 0
