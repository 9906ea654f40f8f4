from __future__ import annotations

import gzip
import io
import json

import pytest

from onrecord.articles.draft import Draft
from onrecord.articles.lines import Line, read_lines, unzipped
from onrecord.articles.options import Limits
from onrecord.errors import ArticleError
from onrecord.vocabulary import PublishedFrom


def read(data: bytes, limits: Limits | None = None) -> list[Line]:
    return list(read_lines(io.BytesIO(data), limits or Limits()))


def only(data: bytes) -> Draft | ArticleError:
    (line,) = read(data)
    return line.draft


def test_a_line_gives_its_text_character_for_character_and_its_fields() -> None:
    said = {
        "id": 7,
        "text": " “No,”\r\n she\tsaid. e\u0301 😀 ",
        "published": "2017-02-10T09:21:00Z",
        "byline": ["A B", "C D"],
    }
    draft = only(json.dumps(said).encode())
    assert isinstance(draft, Draft)
    assert draft.text == said["text"]
    assert (draft.fields.id, draft.fields.byline) == ("7", "A B, C D")
    assert (draft.fields.published, draft.fields.published_from) == ("2017-02-10T09:21:00Z", PublishedFrom.INPUT)


def test_html_is_read_as_a_page_under_the_fields_of_the_line() -> None:
    story = (
        "<p>The mayor said on Thursday that the contract had been promised to nobody in this town or in any other.</p>"
    )
    markup = (
        f"<html><head><title>Page title</title></head><body><h1>Page title</h1><article>{story}</article></body></html>"
    )
    draft = only(json.dumps({"title": "Line title", "text": None, "html": markup}).encode())
    assert isinstance(draft, Draft)
    assert draft.fields.title == "Line title"
    assert draft.text.startswith("The mayor said on Thursday")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b"{bad", "no JSON"),
        (b'{"text": "cut off', "no JSON"),
        (b'["a"]', "no JSON object"),
        (b"{}", "neither"),
        (b'{"text": null, "html": null}', "neither"),
        (b'{"text": 7}', "'text' that is no string"),
        (b'{"text": "x", "title": ["a"]}', "a list in the field 'title'"),
        (b'{"text": "x", "id": true}', "a truth value"),
        (b'{"text": "x", "published": "last Friday"}', "published"),
        (b'{"text": "\\ud83d alone"}', "surrogate"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b'{"text": ' + b"[" * 100_000, "no JSON"),
        (b'{"html": "<p>tiny</p>"}', "no article text"),
    ],
)
def test_a_bad_line_is_refused_by_its_number_and_the_rest_is_read(line: bytes, found: str) -> None:
    lines = read(b'{"text": "one"}\n' + line + b'\n\n{"text": "four"}')
    assert [line.number for line in lines] == [1, 2, 4]
    assert isinstance(lines[1].draft, ArticleError)
    assert found in lines[1].draft.found
    assert isinstance(lines[2].draft, Draft)


def test_an_endless_line_is_refused_and_the_next_is_read() -> None:
    lines = read(b'{"text": "' + b"a" * 500 + b'"}\n{"text": "two"}\n', Limits(line_bytes=100))
    assert isinstance(lines[0].draft, ArticleError)
    assert (lines[1].number, lines[1].draft) == (2, Draft("two"))


def test_a_cut_gzip_file_is_read_up_to_the_break_and_refused_once() -> None:
    # Noise of sixteen signs packs badly, so that the first half of the file holds whole lines.
    whole = gzip.compress(b"".join(b'{"text": "%s"}\n' % hex(7**n).encode() for n in range(2000)), mtime=0)
    lines = list(read_lines(unzipped(io.BytesIO(whole[: len(whole) // 2])), Limits()))
    assert len(lines) > 100
    assert all(isinstance(line.draft, Draft) for line in lines[:-1])
    assert lines[-1].number is None
    assert isinstance(lines[-1].draft, ArticleError)
    assert f"after {len(lines) - 1:,} lines" in lines[-1].draft.found


@pytest.mark.parametrize("data", [b"no gzip at all", gzip.compress(b'{"text": "x"}\n', mtime=0)[:-6] + b"damage"])
def test_a_damaged_gzip_file_is_refused(data: bytes) -> None:
    lines = list(read_lines(unzipped(io.BytesIO(data)), Limits()))
    assert isinstance(lines[-1].draft, ArticleError)


@pytest.mark.parametrize(
    "data",
    [b"", b"\n \n", b'[\n{"text": "x"},\n{"text": "y"}\n]', '{"text": "x"}\n'.encode("utf-16"), gzip.compress(b"{}\n")],
)
def test_a_file_that_holds_no_json_lines_is_refused_once(data: bytes) -> None:
    assert isinstance(only(data), ArticleError)


def test_the_mark_that_dos_ends_a_file_with_is_passed_over() -> None:
    assert only(b'{"text": "x"}\r\n\x1a') == Draft("x")
    assert only(b'{"text": "x"}\x1a\x1a') == Draft("x")


def test_a_byte_order_mark_before_the_first_line_is_passed_over() -> None:
    assert only(b'\xef\xbb\xbf{"text": "x"}') == Draft("x")
