from __future__ import annotations

import gzip
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.articles import Defaults, Limits, collect, measure
from onrecord.articles.fetch import Fetched
from onrecord.errors import ArticleError, SettingsError
from onrecord.vocabulary import Article, PublishedFrom, Refusal, Result

from .conftest import ReadBytes

SENTENCE = "The mayor denied it."


def from_stdin(data: bytes) -> list[Article | Refusal]:
    return list(collect(["-"], stdin=io.BytesIO(data)))


def test_inputs_come_in_the_order_given_and_a_bad_one_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.jsonl").write_text('{"text": "one", "id": "first"}\n{bad\n')
    inputs = [str(tmp_path / name) for name in ("b.jsonl", "missing.txt", "a.txt")]
    items = list(collect(inputs))
    assert [item.ref for item in items] == ["first", f"{inputs[0]}:2", inputs[1], inputs[2]]
    assert [type(item) for item in items] == [Article, Refusal, Refusal, Article]
    assert measure(inputs[:1] + inputs[2:]) == 3


def test_nothing_is_read_before_it_is_asked_for() -> None:
    def names() -> Iterator[str]:
        yield "missing.txt"
        raise AssertionError("asked for a second input")

    assert isinstance(next(collect(names())), Refusal)


def test_the_reference_is_the_id_else_the_address_else_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    said = [{"id": "i", "url": "https://a.example/x"}, {"url": "https://a.example/x"}, {}]
    path.write_text("\n".join(json.dumps({"text": SENTENCE, **fields}) for fields in said))
    *named, unnamed = (item.ref for item in collect([str(path)]))
    assert named == ["i", "https://a.example/x"]
    assert unnamed.startswith(f"{path}#")


def test_lines_without_id_or_address_keep_their_references_where_a_line_is_added_above(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = ['{"text": "The mayor denied it."}', '{"text": "The mayor left."}']
    path.write_text("\n".join(lines))
    before = [item.ref for item in collect([str(path)])]
    path.write_text("\n".join(['{"text": "The mayor came."}', *lines]))
    added, *after = (item.ref for item in collect([str(path)]))
    assert after == before
    assert len({added, *after}) == 3


def test_a_line_that_is_refused_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    foreign = "Мэр заявил во вторник, что совет проголосует."
    path.write_text("\n".join(json.dumps(said) for said in ({"text": ""}, {"text": foreign})))
    assert [item.ref for item in collect([str(path)])] == [f"{path}:1", f"{path}:2"]


def test_a_file_is_one_article_however_its_path_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    (here / "sub").mkdir(parents=True)
    (tmp_path / "other").symlink_to(here)
    (here / "sub" / "a.txt").write_text(SENTENCE)
    monkeypatch.chdir(here)
    files = ["sub/a.txt", "./sub//a.txt", "sub/../sub/a.txt", "../here/sub/a.txt", f"{here}/sub/a.txt"]
    folders = [".", "sub", "./sub/", str(here), f"{tmp_path}/other/sub"]
    assert {item.ref for item in collect([*files, *folders])} == {"sub/a.txt"}


def test_a_path_outside_the_current_folder_stays_as_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "a.txt").write_text(SENTENCE)
    monkeypatch.chdir(tmp_path / "here")
    assert [item.ref for item in collect(["../a.txt", f"{tmp_path}/a.txt"])] == ["../a.txt", f"{tmp_path}/a.txt"]


def test_the_way_up_from_behind_a_link_is_not_cut_short(tmp_path: Path) -> None:
    (tmp_path / "far" / "sub").mkdir(parents=True)
    (tmp_path / "far" / "a.txt").write_text(SENTENCE)
    (tmp_path / "a.txt").write_text("The mayor left.")
    (tmp_path / "link").symlink_to(tmp_path / "far" / "sub")
    behind, beside = collect([f"{tmp_path}/link/../a.txt", f"{tmp_path}/a.txt"])
    assert isinstance(behind, Article)
    assert behind.text == SENTENCE
    assert behind.ref != beside.ref


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "no text"),
        ("a.txt", b"a\x00b", "binary"),
        ("a.txt", b"%PDF-1.4", "PDF"),
        ("a.html", b"\x89PNG\r\n", "picture"),
        ("a.pdf", b"hello", "begin"),
        ("a.xyz", b"hello", ".xyz"),
        ("a.json", b"{}", ".json"),
        ("a.jsonl.gz", b"hello", "damaged"),
        ("a.jsonl", b"", "empty"),
    ],
)
def test_what_cannot_be_read_is_refused_once_with_its_reason(
    read_bytes: ReadBytes, name: str, data: bytes, found: str
) -> None:
    (item,) = read_bytes(name, data)
    assert isinstance(item, Refusal)
    assert item.result is Result.REFUSED
    assert found in item.found
    assert item.expected
    assert item.advice


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf"])
def test_a_huge_file_is_refused_without_being_read_whole(read_bytes: ReadBytes, name: str) -> None:
    (item,) = read_bytes(name, b"word " * 100, limits=Limits(text_bytes=99, page_bytes=99, pdf_bytes=99))
    assert isinstance(item, Refusal)
    assert "more than 99 bytes" in item.found


def test_a_text_longer_than_any_article_is_refused(read_bytes: ReadBytes) -> None:
    (item,) = read_bytes("a.txt", b"word " * 100, limits=Limits(article_characters=99))
    assert isinstance(item, Refusal)
    assert "500 characters" in item.found


def test_another_language_is_recorded_as_such(read_bytes: ReadBytes) -> None:
    (item,) = read_bytes("a.txt", "Мэр заявил во вторник, что совет проголосует.".encode())
    assert isinstance(item, Refusal)
    assert item.result is Result.NOT_ENGLISH
    assert "Russian" in item.found


@pytest.mark.parametrize(
    "given", ["", " ", "a\x00b", "ftp://a.example/x", "file:///etc/passwd", "http://", "https://[bad/"]
)
def test_a_name_that_leads_nowhere_is_refused(given: str) -> None:
    (item,) = collect([given])
    assert isinstance(item, Refusal)
    item.ref.encode("utf-8")


def test_a_file_that_is_not_there_is_said_to_be_none(tmp_path: Path) -> None:
    (item,) = collect([str(tmp_path / "absent.txt")])
    assert str(item).endswith("found no such file; expected a file, folder or web address; check the name")


# --- what the user adds ---


def test_options_fill_only_what_the_input_does_not_say(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one", "published": "2020-01-02", "byline": "A B"}\n{"text": "two", "published": null}')
    first, second = collect(
        [str(path)], defaults=Defaults(published="2021-03-04", publisher="The Courier", byline="C D")
    )
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.published, first.published_from) == ("2020-01-02", PublishedFrom.INPUT)
    assert (first.publisher, first.byline) == ("The Courier", "A B")
    assert (second.published, second.published_from) == ("2021-03-04", PublishedFrom.OPTION)
    assert second.byline == "C D"


def test_without_any_date_none_is_given(read_bytes: ReadBytes) -> None:
    (item,) = read_bytes("a.txt", SENTENCE.encode())
    assert isinstance(item, Article)
    assert (item.published, item.published_from) == (None, None)


def test_an_option_that_is_no_date_is_refused_up_front() -> None:
    with pytest.raises(SettingsError, match="02/10/2017"):
        Defaults(published="02/10/2017")


# --- standard input ---


@pytest.mark.parametrize(
    ("data", "refs"),
    [
        (SENTENCE.encode(), ["-#"]),
        (b"{a note in braces} The mayor denied it.", ["-#"]),
        (b"---\nid: mine\n---\nThe mayor denied it.", ["mine"]),
        (b'{"text": "one", "id": "x"}\n{"text": "two"}\n{bad', ["x", "-#", "-:3"]),
        (gzip.compress(b'{"text": "one"}\n'), ["-#"]),
        (
            b"<!DOCTYPE html><link rel=canonical href='https://a.example/48213'><p>"
            + b"The mayor said that it was so. " * 9,
            ["https://a.example/48213"],
        ),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(data: bytes, refs: list[str]) -> None:
    assert [re.sub(r"(?<=#).*", "", item.ref) for item in from_stdin(data)] == refs


def test_two_articles_on_standard_input_are_two_and_one_given_twice_is_one() -> None:
    (first,), (second,), (again,) = map(from_stdin, (SENTENCE.encode(), b"The mayor left.", SENTENCE.encode()))
    assert first.ref != second.ref
    assert first == again


def test_nothing_on_standard_input_is_refused() -> None:
    (item,) = from_stdin(b"")
    assert isinstance(item, Refusal)
    assert item.ref == "-"


def test_closed_standard_input_is_as_if_there_were_nothing_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    (item,) = collect(["-"])
    assert isinstance(item, Refusal)
    assert item.found == "nothing on standard input"


def test_standard_input_is_left_open_and_given_twice_it_is_empty_the_second_time() -> None:
    stdin = io.BytesIO(SENTENCE.encode())
    first, second = collect(["-", "-"], stdin=stdin)
    assert isinstance(first, Article)
    assert isinstance(second, Refusal)
    assert "nothing on standard input" in second.found
    assert not stdin.closed


def test_how_much_comes_from_standard_input_is_not_known() -> None:
    assert measure(["a.txt", "-"]) is None


# --- the web ---


def test_a_web_page_goes_by_the_address_it_was_found_at() -> None:
    body = b"<html><body><article><p>" + b"The mayor said that it was not so. " * 9 + b"</p></article></body></html>"
    fetched = Fetched("https://a.example/found", "text/html", "utf-8", body)
    (item,) = collect(["https://a.example/asked"], fetch=lambda address: fetched)
    assert isinstance(item, Article)
    assert (item.ref, item.url) == ("https://a.example/found", "https://a.example/found")


@pytest.mark.parametrize(
    ("media_type", "url", "ref"),
    [
        ("text/plain", "https://a.example/x", "https://a.example/x"),
        ("", "https://a.example/x.txt", "https://a.example/x.txt"),
        ("application/x-ndjson", "https://a.example/x", "https://a.example/x#"),
        ("text/plain", "https://a.example/x.jsonl", "https://a.example/x.jsonl#"),
        ("application/octet-stream", "https://a.example/x", "https://a.example/x#"),
    ],
)
def test_a_fetched_document_is_read_by_its_type_or_its_name(media_type: str, url: str, ref: str) -> None:
    fetched = Fetched(url, media_type, None, b'{"text": "one"}\n')
    (item,) = collect([url], fetch=lambda address: fetched)
    assert isinstance(item, Article)
    assert re.sub(r"(?<=#).*", "", item.ref) == ref


def test_what_is_to_be_said_of_a_page_comes_with_its_article(tmp_path: Path) -> None:
    story = "<article><p>" + "The mayor said that it was not so. " * 9 + "</p></article>"
    page = f"<html><body>{story}{story.replace('mayor', 'pilot')}</body></html>"
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "b.jsonl").write_text(json.dumps({"html": page}))
    items = list(collect([str(tmp_path)]))
    assert [item.remarks for item in items if isinstance(item, Article)] == [
        ("the first of 2 articles on this page",)
    ] * 2


def test_what_is_no_article_is_refused_by_its_type() -> None:
    fetched = Fetched("https://a.example/x.mp4", "video/mp4", None, b"\x00\x00")
    (item,) = collect(["https://a.example/x.mp4"], fetch=lambda address: fetched)
    assert isinstance(item, Refusal)
    assert "video/mp4" in item.found


def test_a_fetch_that_fails_is_a_refusal_under_the_address_as_given() -> None:
    def fail(address: str) -> Fetched:
        raise ArticleError("no such page (404)", "a page", "check the address")

    (item,) = collect(["https://a.example/x"], fetch=fail)
    assert isinstance(item, Refusal)
    assert (item.ref, item.found) == ("https://a.example/x", "no such page (404)")


def test_a_name_and_password_in_an_address_are_neither_shown_nor_kept(tmp_path: Path) -> None:
    address = "https://ida:p@ss@a.example/@mayor"
    page = "<html><body><article><p>" + "The mayor said that it was not so. " * 9 + "</p></article></body></html>"
    path = tmp_path / "a.jsonl"
    lines = [{"text": SENTENCE, "url": address}, {"html": page, "url": address}, {"text": "", "url": address}]
    path.write_text("\n".join(json.dumps(line) for line in lines))
    kept, as_page, *refused = collect([str(path), address, "HTTP://ida:p%40ss@[bad/", "ftp://ida:pass@a.example/x"])
    assert isinstance(kept, Article)
    assert isinstance(as_page, Article)
    assert kept.ref == kept.url == as_page.url == "https://a.example/@mayor"
    assert [item.ref for item in refused[1:]] == ["https://a.example/@mayor", "HTTP://[bad/", "ftp://a.example/x"]
    assert "ida" not in "".join(map(str, refused))


def test_reading_a_text_file_loads_no_heavy_library(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    script = (
        "import sys; from onrecord.articles import collect; list(collect(sys.argv[1:]));"
        "print([name for name in ('trafilatura', 'lxml', 'httpx2', 'pypdfium2', 'htmldate') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
