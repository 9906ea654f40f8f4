"""What is measured with and how it is shown; never how fast anything is."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from scripts import load_script

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from telling import Teller

import synthetic
import workload
import yardstick
from onrecord.linking.what.propositions import read_propositions
from onrecord.vocabulary import Reading
from replicas import Replicas

BENCH = Path(__file__).parents[2] / "bench"


run = load_script("bench/run.py")


def journey(articles: int, seconds: float) -> dict[str, float]:
    words, peak = 800 * articles, 2**20 * (200 + articles)
    return {"articles": articles, "words": words, "seconds": seconds, "peak_bytes": peak, "yardsticks": 20.0}


@pytest.fixture
def figures() -> dict[str, Any]:
    return {
        "threads": 2,
        "machine": {"processor": "Abacus", "cores": 2, "python": "3.11.2"},
        "journeys": {"10": journey(10, 1.0), "100": journey(100, 12.0)},
        "stages": {"articles": 10, "yardsticks": 10.0, "seconds": dict.fromkeys(run.STAGES, 0.5)},
        "cold": {"seconds": 1.5, "yardsticks": 10.0},
    }


def test_made_articles_are_as_long_as_news_and_all_different():
    rows = list(workload.make_articles(20))
    assert len({row["text"] for row in rows}) == 20
    assert len({row["id"] for row in rows}) == 20
    assert all(800 <= len(row["text"].split()) < 1000 for row in rows)


def test_made_articles_are_the_same_every_time_whatever_their_number():
    assert list(workload.make_articles(5)) == list(workload.make_articles(8))[:5]


def test_the_yardstick_is_six_thousand_million_operations():
    by_hand = 2 * 6 * (4 * 256 * 384 * 384 + 2 * 256 * 256 * 384 + 2 * 256 * 384 * 1536)
    assert by_hand == yardstick.OPERATIONS
    assert 6e9 < yardstick.OPERATIONS < 6.1e9


def test_the_yardstick_is_laid_at_least_once_however_slow_the_machine():
    assert yardstick.measure(threads=2, seconds=0) > 0


def test_a_cost_is_told_in_yardsticks(figures):
    rows = {row.what: row for row in run.table(figures)}
    assert rows["10 articles of 800 words, end to end"] == run.Row(
        "10 articles of 800 words, end to end", "10.0 articles a second, 210 MiB at most", 2.0
    )
    assert rows["stage model, one thread"] == run.Row("stage model, one thread", "50.0 ms an article", 0.5)
    assert rows["cold start: one article"].yardsticks == 15
    assert rows["growth from 10 to 100 articles"].figure == "1.20 × the cost an article, 1.43 × the memory"


def test_the_table_is_markdown_and_says_what_it_was_measured_on(figures):
    lines = list(run.markdown(list(run.table(figures)), figures))
    assert lines[0] == "| what | figure | in yardsticks |"
    assert all(line.count("|") == 4 for line in lines[: lines.index("")])
    assert lines[-1].startswith("Abacus, 2 cores, 2 threads, Python 3.11.2; 20.0 to 20.0 yardsticks a second")


def test_a_short_file_is_read_again_with_other_texts(tmp_path):
    source = tmp_path / "articles.jsonl"
    source.write_text(json.dumps({"id": "a", "text": "Rain.\u2028More."}, ensure_ascii=False) + "\n", encoding="utf-8")
    path = run.write_articles(tmp_path, source, 3)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    assert len({row["id"] for row in rows}) == 3
    assert len({row["text"] for row in rows}) == 3
    assert rows[0]["text"] == "Rain.\u2028More."


def test_linking_is_measured_on_as_many_articles_as_have_so_many_statements_and_more_one_by_one():
    linking = load_script("bench/linking.py")
    sizes = (4, 0, 5, 0, 6, 7, 1, 0, 2, 3, 8, 9, 4, 5)

    def make(number: int) -> Any:
        return [(SimpleNamespace(ref=(number, at), statements=range(size)), {}) for at, size in enumerate(sizes)]

    for statements, expected in ((9, 0), (54, 1), (150, 3)):
        replicas, some, more = linking.chosen(SimpleNamespace(make=make), statements)
        told = [len(reading.statements) for reading, _ in some]
        assert replicas == expected
        assert sum(told) >= statements > sum(told[:-1])
        assert len(more) == linking.MORE
        assert all(reading.statements for reading, _ in more)
        assert {reading.ref for reading, _ in some}.isdisjoint(reading.ref for reading, _ in more)


def test_a_synthetic_record_has_all_that_pages_and_search_ask_for(tmp_path):
    from onrecord.record import Narrowed, Page, open_record

    synthetic.write(tmp_path / "synthetic.db", 1500)
    with open_record(tmp_path / "synthetic.db", create=False) as record:
        reader = record.reader
        counts = reader.counts()
        assert counts.articles == 60
        assert 1000 < counts.statements < 2000
        assert not record.links.are_stale()
        assert reader.changes_listed(Page(1), Narrowed())[0] > 0
        assert reader.conflicts_listed(Page(1), Narrowed())[0] > 0
        article = next(reader.articles()).article
        statement = reader.statements(article.id)[0]
        assert statement.content[0].of(article.text) in article.text.split(". ")[0]
        word = statement.content[0].of(article.text).split()[0]
        assert reader.search(word)
        assert len(list(reader.uttered())) == counts.statements


def test_every_page_of_a_synthetic_record_is_measured_in_one_run(tmp_path, capsys, monkeypatch):
    web = load_script("bench/web.py")
    from onrecord.record import open_record

    synthetic.write(tmp_path / "synthetic.db", 500)
    with open_record(tmp_path / "synthetic.db") as record:
        claims = [claim.id for claim in record.reader.claims()]
    synthetic.link(tmp_path / "synthetic.db", 500)  # as after another version of the linker
    with open_record(tmp_path / "synthetic.db") as record:
        assert [claim.id for claim in record.reader.claims()] == claims
    monkeypatch.setattr("sys.argv", ["web.py", str(tmp_path / "synthetic.db"), "--times", "1", "--allowed", "60000"])
    assert web.main() == 0
    measured = capsys.readouterr().out
    for page in ("/", "/review", "/network", "/claims/…?side=…", "/api/claims/…", "/api/search?party=…&q=…"):
        assert f"| `{page}` |" in measured


def retold(sentences: int) -> tuple[Reading, Reading, Any, Any]:
    teller = Teller("1", "The Quay", "2031-03-04")
    for number in range(sentences):
        content = f"that the valve number {number} leaked chlorine over several gardens beside the harbour wall"
        teller.says("Elena Marsh", "said", content, on="2031-03-04")
    reading = teller.reading()
    chance = np.random.default_rng(1)
    vectors = {each.sentence: chance.standard_normal(16).astype(np.float32) for each in read_propositions(reading, {})}
    replicas = Replicas([reading], vectors)
    [(own, known)], [(other, turned)] = replicas.make(0), replicas.make(2)
    assert own == reading
    return own, other, np.stack(list(known.values())), np.stack(list(turned.values()))


def test_a_replica_says_as_much_of_other_things_on_other_days():
    own, other, _, _ = retold(12)
    assert own.article.id != other.article.id
    assert own.article.text != other.article.text
    assert len(own.article.text) == len(other.article.text)
    assert other.article.published == "2031-09-14"
    assert [s.content for s in own.statements] == [s.content for s in other.statements]
    assert all(s.said.days.start.isoformat() == "2031-09-14" for s in other.statements)
    assert all(s.cue.of(other.article.text) == "said" for s in other.statements)
    names = {each.id: each.name for each in other.parties}
    assert all(s.source.of(other.article.text) == names[s.speaker] for s in other.statements)


def test_vectors_of_a_replica_lie_to_each_other_as_they_did_and_apart_from_the_others():
    _, _, known, turned = retold(8)
    near = [each @ each.T / np.outer(*[np.linalg.norm(each, axis=1)] * 2) for each in (known, turned)]
    assert np.allclose(*near, atol=1e-5)
    across = (known * turned).sum(axis=1) / np.linalg.norm(known, axis=1) / np.linalg.norm(turned, axis=1)
    assert across.max() < 0.95
