from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import SettingsError
from onrecord.record import open_record
from onrecord.views import present
from onrecord.views.exporting import Format, write_files, write_streams
from onrecord.vocabulary import Article, Form, Reading, Run, Span, Statement

RUN = Run("fake", "1")
ODD = '“Ahoy,” e\u0301lan\u2028said.\r\nשלום 🚢\x85\rEnd, "so"\ttold; he said.'


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record.db") as opened:
        article = Article("odd,\nref", ODD)
        statement = Statement(article.id, None, Span(14, 18), (Span(0, 7), Span(20, 27)), Form.MIXED)
        opened.writer.write(Reading(article, (statement,), RUN))
        yield opened


def test_a_line_of_json_lines_is_a_row_though_texts_hold_other_line_ends(record, tmp_path):
    write_files(record.reader, present.KINDS, Format.JSONL, tmp_path / "out")
    lines = (tmp_path / "out" / "articles.jsonl").read_bytes().decode().split("\n")
    assert lines[-1] == ""
    (row,) = map(json.loads, lines[:-1])
    assert row["text"] == ODD


def test_a_table_gives_back_every_character(record, tmp_path):
    write_files(record.reader, present.KINDS, Format.CSV, tmp_path / "out")
    with (tmp_path / "out" / "articles.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["text"] == ODD
    assert row["ref"] == "odd,\nref"
    assert row["title"] == ""


def test_nested_values_of_a_table_are_json(record):
    stream = io.StringIO(newline="")
    write_streams(record.reader, {"statements": stream}, Format.CSV)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert [ODD[piece["start"] : piece["end"]] for piece in json.loads(row["content"])] == [ODD[0:7], ODD[20:27]]
    assert json.loads(row["via"]) == []
    assert row["source"] == ""


@pytest.mark.parametrize("kind", present.KINDS)
def test_a_kind_without_rows_is_an_empty_file_or_a_heading(record, tmp_path, kind):
    for form in Format:
        write_files(record.reader, present.KINDS, form, tmp_path / "out")
    heading = (tmp_path / "out" / f"{kind}.csv").read_text(encoding="utf-8").split("\n")[0].rstrip("\r")
    assert heading == ",".join(present.fields(kind))
    is_empty = (tmp_path / "out" / f"{kind}.jsonl").read_bytes() == b""
    assert is_empty == (kind not in ("articles", "statements"))


def test_the_same_record_gives_the_same_bytes_whatever_the_order_of_reading(tmp_path):
    articles = [Article(f"ref-{number}", f"“Yes,” Orr said {number} times to us.") for number in range(4)]
    readings = [
        Reading(a, (Statement(a.id, Span(7, 10), Span(11, 15), (Span(0, 6),), Form.DIRECT),), RUN) for a in articles
    ]
    for name, order in (("one", readings), ("two", readings[::-1])):
        with open_record(tmp_path / f"{name}.db") as opened:
            for reading in order:
                opened.writer.write(reading)
            write_files(opened.reader, present.KINDS, Format.JSONL, tmp_path / name)
    for kind in present.KINDS:
        assert (tmp_path / "one" / f"{kind}.jsonl").read_bytes() == (tmp_path / "two" / f"{kind}.jsonl").read_bytes()


def test_a_file_takes_its_name_only_when_it_is_whole(record, tmp_path, monkeypatch):
    write_files(record.reader, ["statements"], Format.JSONL, tmp_path / "out")
    before = (tmp_path / "out" / "statements.jsonl").read_bytes()

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.views.exporting.statement_row", fail)
    with pytest.raises(KeyboardInterrupt):
        write_files(record.reader, ["statements"], Format.JSONL, tmp_path / "out")
    assert (tmp_path / "out" / "statements.jsonl").read_bytes() == before
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["statements.jsonl"]


@pytest.mark.parametrize("name", ["articles.jsonl", "articles.jsonl.tmp"])
def test_a_folder_in_the_place_of_a_file_stops_an_export_that_leaves_all_as_it_was(record, tmp_path, name):
    (tmp_path / "out" / name).mkdir(parents=True)
    (tmp_path / "out" / "statements.jsonl").write_text("of yesterday")
    with pytest.raises(SettingsError, match=f"{name} is a folder"):
        write_files(record.reader, ["statements", "articles"], Format.JSONL, tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {name, "statements.jsonl"}
    assert (tmp_path / "out" / "statements.jsonl").read_text() == "of yesterday"


@settings(max_examples=25)
@given(st.data())
def test_every_span_of_an_export_is_a_slice_of_its_article(tmp_path_factory, data):
    letters = st.characters(exclude_categories=("Cs",), exclude_characters="\0") | st.sampled_from("🚢é́‏\r\n\u2028“”")
    text = data.draw(st.text(letters, min_size=1, max_size=60))
    ends = st.integers(0, len(text) - 1).flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text)))
    )
    spans = ends.map(lambda pair: Span(*pair))
    article = Article("r", text)
    statement = Statement(article.id, data.draw(spans), data.draw(spans), (data.draw(spans),), Form.DIRECT)
    with open_record(tmp_path_factory.mktemp("record") / "r.db") as opened:
        opened.writer.write(Reading(article, (statement,), RUN))
        streams = {kind: io.StringIO(newline="") for kind in ("articles", "statements")}
        write_streams(opened.reader, streams, Format.JSONL)
    kept = json.loads(streams["articles"].getvalue())["text"]
    row = json.loads(streams["statements"].getvalue())
    assert kept == text
    for span in (row["source"], row["cue"], *row["content"]):
        assert span["text"] == kept[span["start"] : span["end"]]
