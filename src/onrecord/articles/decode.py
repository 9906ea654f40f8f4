"""Bytes → text, character for character, or a refusal that says what the bytes are."""

from __future__ import annotations

import codecs
import re

from onrecord.errors import ArticleError

_SAVE_AS = "save the article as plain text, HTML or PDF and read that"
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF file", "give it the ending .pdf"),
    (b"PK\x03\x04", "a ZIP archive or office document", _SAVE_AS),
    (b"\xd0\xcf\x11\xe0", "an old office document", _SAVE_AS),
    (b"{\\rtf", "a rich-text document", _SAVE_AS),
    (b"\x1f\x8b", "a gzip file", "unpack it, or give it the ending .jsonl.gz if it holds JSON Lines"),
    (b"\x89PNG", "a picture (PNG)", "read the article's page or its text instead"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "read the article's page or its text instead"),
    (b"GIF8", "a picture (GIF)", "read the article's page or its text instead"),
    (b"SQLite format 3\x00", "a database", "export its articles as JSON Lines"),
)
_BYTE_ORDER_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
# The one-byte encodings in which English text is found; left to choose among all, the guesser prefers Central European
# ones for a page with one accent.
_OLD_ENCODINGS = ["cp1252", "mac_roman", "cp437"]
# DOS wrote this behind a text, some programs up to the end of the last block.
_DOS_END = "\x1a"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_CHARSET_IN_PAGE = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_CHARSET_IN_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""")
# The web's own rule: these labels mean Windows-1252 wherever a browser reads them.
_MEANT_AS_CP1252 = frozenset({"iso8859-1", "ascii"})
# Python's own codecs that are no charsets; some of them make half surrogates.
_NO_CHARSETS = frozenset(
    {"unicode-escape", "raw-unicode-escape", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "utf-7"}
)
# One byte in a thousand may be damaged in a page, as browsers show such pages too; plain text is read whole or not.
_PAGE_DAMAGE = 0.001


def decode_text(data: bytes) -> str:
    """The text these bytes stand for, nothing normalised; a byte order mark and a DOS end mark are not part of it.

    UTF-8, UTF-16 and UTF-32 by their marks, and old one-byte encodings where the guess is sure. Raises ArticleError
    where the bytes are no text, or are damaged.
    """
    refuse_binary(data)
    text = _by_mark(data)
    if text is None:
        text = _utf8_or_old(data)
    text = text.rstrip(_DOS_END)
    if match := _CONTROLS.search(text):
        raise _binary(f"a control character (U+{ord(match[0]):04X}) at character {match.start()}")
    return text


def decode_page(data: bytes, charset: str | None = None) -> str:
    """The markup these bytes stand for: by mark, by the server's charset, by the page's own, as UTF-8, by guess.

    Control characters and rare damaged bytes are dropped or replaced, as browsers do. Raises ArticleError where the
    bytes are no page at all.
    """
    refuse_binary(data)
    text = _by_mark(data)
    if text is None:
        text = _declared(data, charset)
    if text is None:
        text = _utf8_or_old(data)
    clean = _CONTROLS.sub("", text)
    if len(text) - len(clean) > len(text) * _PAGE_DAMAGE + 1:
        raise _binary(f"{len(text) - len(clean)} control characters")
    return clean


def refuse_binary(data: bytes) -> None:
    """Raises ArticleError where the first bytes are those of a known kind of file that is no text."""
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(what, "text", advice)


def refuse_unstorable(name: str, value: str) -> None:
    """Raises ArticleError for what no database column can hold: NUL and half surrogate pairs (from JSON escapes)."""
    if match := _UNSTORABLE.search(value):
        code = ord(match[0])
        what = "a NUL character" if code == 0 else f"half of a surrogate pair (U+{code:04X})"
        raise ArticleError(
            f"{what} at character {match.start()} of {name}", "Unicode text", "repair the program that wrote it"
        )


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _damaged(encoding.removesuffix("-sig").upper(), error.start) from error
    return None


def _declared(data: bytes, charset: str | None) -> str | None:
    head = data[:4096]
    in_page = _CHARSET_IN_PAGE.search(head) or _CHARSET_IN_XML.search(head)
    for label in (charset, in_page and in_page[1].decode("ascii")):
        encoding = _known_encoding(label)
        if encoding is None:
            continue
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") <= max(1, len(text) * _PAGE_DAMAGE):
            return text
    return None


def _known_encoding(label: str | None) -> str | None:
    if not label:
        return None
    try:
        found = codecs.lookup(label.strip())
        b" ".decode(found.name)  # refuses codecs that do not make text, such as "hex"
    except (LookupError, ValueError):
        return None
    if found.name in _NO_CHARSETS:
        return None
    # A page whose bytes could be searched for its charset is not in UTF-16, whatever it says.
    if found.name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    return "cp1252" if found.name in _MEANT_AS_CP1252 else found.name


def _utf8_or_old(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise _binary(f"a NUL byte at byte {data.index(0)}") from error
        if _is_mostly_utf8(data):
            raise _damaged("UTF-8", error.start) from error
        return _guess(data)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether more characters past ASCII are sound UTF-8 than are broken: then the text is damaged, not old."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) > 2 * broken


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_OLD_ENCODINGS).best()
    if best is None or best.chaos > 0.1:
        raise ArticleError(
            "text in an encoding that could not be told", "UTF-8 (or UTF-16 with its mark)", "save it as UTF-8"
        )
    return str(best)


def _damaged(encoding: str, at: int) -> ArticleError:
    return ArticleError(
        f"damaged {encoding} text (first broken byte: {at})",
        "whole characters",
        "get a sound copy, or save it as UTF-8",
    )


def _binary(sign: str) -> ArticleError:
    return ArticleError(f"binary data ({sign})", "text", "check that this is the article, saved as text")
