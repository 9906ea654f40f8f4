from __future__ import annotations

import codecs

import pytest

from onrecord.articles.decode import decode_page, decode_text, refuse_unstorable
from onrecord.errors import ArticleError

ODD = "“Não,” she said.\r\n\tcafe\u0301 \u202eשלום\u202c 😀 \x0c\u2028 end  \r"


@pytest.mark.parametrize(
    "data",
    [
        ODD.encode("utf-8"),
        ODD.encode("utf-8-sig"),
        ODD.encode("utf-16"),
        codecs.BOM_UTF16_BE + ODD.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + ODD.encode("utf-32-le"),
    ],
)
def test_text_is_kept_character_for_character_without_its_byte_order_mark(data: bytes) -> None:
    assert decode_text(data) == ODD


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "cp437"])
@pytest.mark.parametrize("marks", [1, 60])
def test_the_mark_that_dos_ends_a_text_with_is_not_part_of_it(encoding: str, marks: int) -> None:
    text = (
        "The mayor called it “a café deal” in Åland.\r\n" if encoding.startswith("utf") else "A café in Åland.\r\n" * 9
    )
    assert decode_text((text + "\x1a" * marks).encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_old_encodings_of_english_text_are_told(encoding: str) -> None:
    text = "The mayor’s office said it “cannot rule out” delays to the café — a day after José Núñez denied it. " * 3
    assert decode_text(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 \n", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"{\\rtf1 hello}", "rich-text"),
        (b"The mayor\x00 said", "NUL|control"),
        (b"The mayor\x08 said", "control"),
        ("The mayor said so.".encode("utf-16-le"), "control|NUL"),
        ("“Já,” said José, “não é”".encode()[:-1], "damaged UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8x", "damaged UTF-16"),
        (bytes(range(128, 256)) * 4, "encoding|NUL|control"),
    ],
)
def test_what_is_no_sound_text_is_refused_by_what_it_is(data: bytes, what: str) -> None:
    with pytest.raises(ArticleError, match=what):
        decode_text(data)


def test_a_page_is_read_in_the_charset_it_declares() -> None:
    page = "<html><head><meta charset='windows-1251'></head><p>Привет</p>"
    assert decode_page(page.encode("cp1251")) == page


def test_the_servers_charset_goes_before_the_pages_own() -> None:
    page = "<meta charset=ascii><p>naïve “quotes”</p>"
    assert decode_page(page.encode("utf-8"), "utf-8") == page


def test_latin_1_on_the_web_means_windows_1252() -> None:
    page = "<meta charset=iso-8859-1><p>“quoted”</p>"
    assert decode_page(page.encode("cp1252")) == page


def test_a_charset_that_does_not_exist_or_is_no_text_is_passed_over() -> None:
    page = "<meta charset=hex><p>“quoted”</p>"
    assert decode_page(page.encode("utf-8"), "no-such-thing") == page


def test_a_page_may_hold_a_stray_control_character() -> None:
    assert decode_page(b"<p>The mayor\x00 said</p>") == "<p>The mayor said</p>"


@pytest.mark.parametrize("value", ["a\ud800b", "a\x00b"])
def test_what_no_database_can_hold_is_refused(value: str) -> None:
    with pytest.raises(ArticleError, match="character 1 of the title"):
        refuse_unstorable("the title", value)
