"""Whatever characters an article has, every exported span is a slice of its text: reader → record → export.

Runs with the shipped reader where there are weights, and always with one that marks whatever stands between two
spaces, also where that cuts through what looks like one character.
"""

from __future__ import annotations

import json
import re
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scripts import load_script

from onrecord.errors import ModelError
from onrecord.pipeline import Reader, read_into
from onrecord.record import open_record
from onrecord.views.exporting import Format, write_files
from onrecord.views.present import KINDS
from onrecord.vocabulary import Article, Form, Reading, Run, Span, Statement

spans = load_script("evaluation/spans.py")


class EveryPiece:
    """Three pieces between spaces make a statement: source, cue, content."""

    run = Run("pieces", "1")

    def __call__(self, article: Article) -> Reading:
        pieces = [Span(*match.span()) for match in re.finditer(r"[^ ]+", article.text)]
        triples = [pieces[at : at + 3] for at in range(0, len(pieces) - 2, 3)]
        statements = tuple(Statement(article.id, a, b, (c,), Form.INDIRECT) for a, b, c in triples)
        return Reading(article, statements, self.run)


@pytest.fixture(scope="module", params=["shipped", "every piece"])
def reader(request: pytest.FixtureRequest) -> Reader:
    if request.param == "every piece":
        return EveryPiece()
    from onrecord.attribution import load_reader

    shipped = load_reader()
    try:
        shipped(Article(ref="first", text="Rowe said so."))  # the weights are loaded when they are first needed
    except ModelError as error:
        pytest.skip(f"no weights: {error}")
    return shipped


NAMES = st.sampled_from(
    [
        "Ida Fenn",
        "José Núñez",
        "Jose\u0301 Nu\u0301n\u0303ez",  # the same, with combining marks
        "Ahmad \u202bأحمد\u202c Saleh",
        "דנה Levi",
        "Ng\u1ec5n V\u0103n",
        "the mayor 👩🏽‍⚖️",
        "Z\u0336\u0353a\u0336l\u0337go",
        "O\u200bBrien",  # zero-width space
        "ﬁnance minister ﬃ",  # ligatures
        "İlker Işık",  # whose lower case is longer
        "Groß",
        "\U0001f1eb\U0001f1f7 Minister",
        "ＦＵＬＬＷＩＤＴＨ Corp",
    ]
)
CUES = st.sampled_from(["said", "told reporters", "denied", "de\u00adnied", "said\u00a0in a statement", "wrote 😀"])
CONTENTS = st.sampled_from(
    [
        "that the harbour was closed",
        "that no one had been told, and that the ledger “was lost”",
        "the contract cost 💶 5 million",
        "that it was over\u2026",
        "nothing \u0301 of the kind",
        "that ‘they’ had \u200d no \ufeff part in it",
        "it is \u2067كل شيء على ما يرام\u2069 now",
        "x\u0300\u0301\u0302\u0303\u0304y",
    ]
)
FRAMES = st.sampled_from(
    [
        "{name} {cue} {content}.",
        "“{content},” {name} {cue}.",
        '"{content}," {name} {cue}. "And that is all.',
        "{name} {cue} that Rolf Aske denied {content}.",
        "According to {name}, {content}.",
        "‘{content}’, {cue} {name}",
        "“{content}.\n\n“And {content},” {name} {cue}.",
    ]
)
SENTENCES = st.builds(
    lambda frame, name, cue, content: frame.format(name=name, cue=cue, content=content), FRAMES, NAMES, CUES, CONTENTS
)
GAPS = st.sampled_from(
    [" ", "\n\n", "\r\n\r\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\x0b", "\u3000", "\t", "\n \n"]
)
STRAY = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8)


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = [draw(STRAY)]
    for sentence in draw(st.lists(SENTENCES, min_size=1, max_size=6)):
        parts += [sentence, draw(GAPS)]
    return "".join([*parts, draw(STRAY)])


@given(st.lists(texts(), min_size=1, max_size=5))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_every_exported_span_is_a_slice_of_its_article(reader: Reader, written: list[str]) -> None:
    articles = [Article(ref=f"article {number}", text=text) for number, text in enumerate(written)]
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export"
        with open_record(Path(folder) / "record.db") as record:
            outcomes = list(read_into(record.writer, articles, reader))
            write_files(record.reader, KINDS, Format.JSONL, export)
        counts, faults = spans.check(export)
        rows = list(spans.read_rows(export))
    assert faults == []
    assert counts.total() >= sum(outcome.statements for outcome in outcomes)
    assert {row["ref"]: row["text"] for kind, row in rows if kind == "articles"} == {a.ref: a.text for a in articles}


@given(texts())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_nested_statement_stands_inside_the_content_of_its_own(reader: Reader, text: str) -> None:
    statements = reader(Article(ref="a", text=text)).statements
    known = {statement.id: statement for statement in statements}
    for statement in statements:
        assert all(first.end <= second.start for first, second in pairwise(statement.content))
        if statement.nested_in:
            around = known[statement.nested_in].content
            assert all(any(outer.contains(piece) for outer in around) for piece in statement.content)


def test_a_span_that_is_no_slice_is_named(tmp_path: Path) -> None:
    article = {"id": "a", "text": "Rowe said so."}
    right = {"start": 0, "end": 4, "text": "Rowe"}
    write(tmp_path / "articles.jsonl", article)
    write(tmp_path / "statements.jsonl", {"id": "s", "article": "a", "source": right, "content": [{**right, "end": 5}]})
    write(tmp_path / "timeline.jsonl", {"id": "t", "evidence": [{"article": "b", "span": right}]})
    counts, faults = spans.check(tmp_path)
    assert counts == {"statements.source": 1, "statements.content": 1, "timeline.evidence.span": 1}
    assert faults == [
        "statements s, content: says 'Rowe', but [0, 5) is 'Rowe '",
        "timeline t, evidence.span: of an article that the export lacks (b)",
    ]


@pytest.mark.parametrize("edges", [{"start": 5, "end": 5}, {"start": -4, "end": -1}, {"start": 9, "end": 99}])
def test_a_span_outside_its_article_is_named(tmp_path: Path, edges: dict[str, int]) -> None:
    write(tmp_path / "articles.jsonl", {"id": "a", "text": "Rowe said so."})
    write(tmp_path / "statements.jsonl", {"id": "s", "article": "a", "cue": {**edges, "text": ""}})
    assert len(spans.check(tmp_path)[1]) == 1
    assert spans.main([str(tmp_path)]) == 1


def test_a_folder_without_an_export_is_wrong_use(tmp_path: Path) -> None:
    assert spans.main([str(tmp_path)]) == 2


def write(path: Path, row: dict[str, object]) -> None:
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
