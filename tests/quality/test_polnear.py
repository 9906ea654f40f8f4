"""PolNeAR's measures on cases that are counted by hand: (hit, predicted, gold)."""

from __future__ import annotations

import gzip
import json

import pytest
from hand_read import readings

from onrecord.errors import EvaluationError
from onrecord.quality import polnear
from onrecord.quality.attributions import Attribution
from onrecord.quality.polnear import Annotated
from onrecord.quality.score import Score, Tally
from onrecord.vocabulary import Article, Kind, Span


def counted(text, gold, predicted):
    tally = Tally()
    polnear.count(text, gold, predicted, tally)
    return tally.scores()


def test_the_same_attribution_hits_on_every_measure(marked):
    text, one = marked("[s Mr Rowe] [q said] [c it rained].")
    scores = counted(text, [one], [one])
    assert {(score.hit, score.predicted, score.gold) for name, score in scores.items() if "characters" not in name} == {
        (1, 1, 1)
    }
    assert scores["characters content"] == Score(9, 9, 9)


def test_edges_of_punctuation_and_quotation_marks_count_only_raw(marked):
    text, gold = marked("[c “It rained,”] [s Rowe] [q said].")
    _, predicted = marked("“[c It rained],” [s Rowe] [q said].")
    scores = counted(text, [gold], [predicted])
    assert scores["raw content"].hit == 0
    assert scores["exact content"].hit == 1
    assert scores["triple"].hit == 1
    assert scores["characters content"] == Score(9, 9, 9)


def test_a_span_of_nothing_but_edge_is_no_piece(marked):
    text, gold = marked("[s Rowe] [q :] [c it rained].")
    scores = counted(text, [gold], [gold])
    assert scores["raw cue"] == Score(1, 1, 1)
    assert scores["exact cue"] == Score(0, 0, 0)


def test_a_source_that_ends_too_early_begins_and_overlaps_but_is_not_exact(marked):
    text, gold = marked("[s Rowe of the harbour] [q said] [c it rained].")
    _, predicted = marked("[s Rowe] of the harbour [q said] [c it rained].")
    scores = counted(text, [gold], [predicted])
    assert [scores[f"{name} source"].hit for name in ("exact", "begin", "overlap")] == [0, 1, 1]
    assert scores["characters source"] == Score(4, 4, 19)
    assert (scores["triple"].hit, scores["loose triple"].hit) == (0, 1)


def test_one_long_prediction_overlaps_only_one_of_two_pieces(marked):
    text, gold = marked("[c It rained], [s Rowe] [q said], [c and it snowed].")
    predicted = Attribution((), (), (Span(0, len(text)),))
    assert counted(text, [gold], [predicted])["overlap content"] == Score(1, 1, 2)


def test_two_attributions_that_share_a_source_count_it_once(marked):
    text, one = marked("[s Rowe] [q said] [c it rained] and denied it snowed.")
    _, two = marked("[s Rowe] said it rained and [q denied] [c it snowed].")
    scores = counted(text, [one, two], [one])
    assert scores["exact source"] == Score(1, 1, 1)
    assert scores["exact cue"] == Score(1, 1, 2)
    assert scores["triple"] == Score(1, 1, 2)


def test_a_whole_attribution_needs_its_own_source(marked):
    text, one = marked("[s Rowe] [q said] [c it rained]; Quill denied it snowed.")
    _, two = marked("Rowe said it rained; [s Quill] [q denied] [c it snowed].")
    crossed = [Attribution(two.source, one.cue, one.content), Attribution(one.source, two.cue, two.content)]
    scores = counted(text, [one, two], crossed)
    assert all(scores[f"exact {role}"].f1 == 100 for role in ("source", "cue", "content"))
    assert scores["triple"].hit == 0
    assert scores["loose triple"].hit == 0


def test_a_missing_source_is_part_of_a_loose_triple_only_where_both_lack_it(marked):
    text, gold = marked("Rowe [q said] [c it rained].")
    _, predicted = marked("[s Rowe] [q said] [c it rained].")
    assert counted(text, [gold], [gold])["loose triple"].hit == 1
    assert counted(text, [gold], [predicted])["loose triple"].hit == 0


def test_nested_statements_are_left_out_and_thoughts_count(marked, as_statement):
    text, gold = marked("[s Rowe] [q hoped] [c Quill said it rained].")
    article = Article(ref="a", text=text)
    outer = as_statement(gold, article.id, kind=Kind.THOUGHT)
    _, within = marked("Rowe hoped [s Quill] [q said] [c it rained].")
    inner = as_statement(within, article.id, nested_in=outer)
    scores = polnear.measure([Annotated(article, ((gold,),))], readings("a", outer, inner))
    assert scores["triple"] == Score(1, 1, 1)
    assert scores["exact source"] == Score(1, 1, 1)
    assert scores["cofenet exact cue"] == Score(1, 1, 1)


def test_of_several_annotators_each_counts_for_its_share_but_not_by_cofenets_counting(marked, as_statement):
    text, one = marked("[s Rowe] [q said] [c it rained].")
    _, two = marked("[s Rowe] [q said] it [c rained].")
    article = Article(ref="a", text=text)
    scores = polnear.measure([Annotated(article, ((one,), (two,)))], readings("a", as_statement(one, article.id)))
    assert scores["exact content"] == Score(0.5, 1, 1)
    assert scores["cofenet exact content"] == Score(1, 2, 2)


def test_an_article_that_was_not_read_is_missed(marked):
    text, one = marked("[s Rowe] [q said] [c it rained].")
    scores = polnear.measure([Annotated(Article(ref="a", text=text), ((one,),))], {})
    assert scores["triple"] == Score(0, 0, 1)


def test_a_split_is_loaded_with_its_digest(tmp_path):
    path = tmp_path / "dev.jsonl.gz"
    row = {"id": "a", "text": "Rowe said so.", "annotations": [{"attributions": [spans([[0, 4]])]}]}
    with gzip.open(path, "wt") as lines:
        lines.writelines(json.dumps(row | {"id": name}) + "\n" for name in ("a", "b", "c"))
    gold = polnear.load(path, "dev", limit=2)
    assert [article.ref for article in gold.articles] == ["a", "b"]
    assert gold.name == "polnear dev"
    before = gold.parts[0].digest
    path.write_bytes(path.read_bytes() + gzip.compress(b"\n"))
    assert polnear.load(path, "dev", limit=2).parts[0].digest != before


@pytest.mark.parametrize("content", [b"{", b'{"id": "a", "text": "x"}', b"[]", b'{"id": 1, "annotations": 2}'])
def test_gold_that_cannot_be_read_is_named(tmp_path, content):
    path = tmp_path / "dev.jsonl.gz"
    path.write_bytes(gzip.compress(content))
    with pytest.raises(EvaluationError, match=r"dev\.jsonl\.gz: found .* expected .*; get a sound copy"):
        polnear.load(path, "dev")


def spans(source):
    return {"source": source, "cue": [], "content": []}
