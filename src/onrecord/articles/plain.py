"""Plain text and Markdown, with an optional YAML front matter; the text is kept character for character."""

from __future__ import annotations

import re

from onrecord.articles.decode import decode_text
from onrecord.articles.draft import FIELDS, Draft, read_fields
from onrecord.errors import ArticleError

_RULE = re.compile(r"---[ \t]*(\r\n|\n|\r)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_MOST_FRONT_MATTER = 64 * 1024
_KEY = re.compile(r"[A-Za-z_][\w-]*")
_OUR_KEY = re.compile(rf"^(?:{'|'.join(FIELDS)})[ \t]*:", re.MULTILINE | re.IGNORECASE)
_PLAIN_LINE = re.compile(r"([A-Za-z_][\w-]*):(?:[ \t]+([^\s\[{\"'&*!|>%@`].*?)?)?[ \t]*")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def read_plain(data: bytes) -> Draft:
    """A text file's article. Raises ArticleError where the bytes are no text or the front matter is broken."""
    return split_front_matter(decode_text(data))


def split_front_matter(text: str) -> Draft:
    """The text after a front matter's closing line, and what the front matter says; or the whole text if it has none.

    A text may begin with `---` as a mere rule: it is front matter only if what stands up to the next `---` is a YAML
    mapping of single-word keys. What looks meant as front matter (one of our keys stands in it) but cannot be read is
    refused rather than taken for news. Keys mean the same in capitals.
    """
    opening = _RULE.match(text)
    if opening is None:
        return Draft(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _MOST_FRONT_MATTER)
    if closing is None:
        if _OUR_KEY.match(text, opening.end()):
            raise _broken("that never ends")
        return Draft(text)
    said = _mapping(text[opening.end() : closing.start()])
    return Draft(text) if said is None else Draft(text[closing.end() :], read_fields(said))


def _mapping(block: str) -> dict[str, object] | None:
    import yaml

    try:
        # The base loader leaves every scalar as it is written: a date keeps its precision and its zone, and a title
        # such as "1984" or "No" stays a title.
        found = yaml.load(block.replace("\r\n", "\n").replace("\r", "\n"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        if (said := _plain_lines(block)) is not None:
            return said
        if _OUR_KEY.search(block):
            mark = getattr(error, "problem_mark", None)
            raise _broken(f"that is no YAML (line {mark.line + 2})" if mark else "that is no YAML") from error
        return None
    if not isinstance(found, dict) or not found:
        return None
    if not all(isinstance(key, str) and _KEY.fullmatch(key) for key in found):
        return None
    return {key.lower(): None if isinstance(value, str) and value in _NULLS else value for key, value in found.items()}


def _plain_lines(block: str) -> dict[str, object] | None:
    """Lines of `key: value` read as they stand: a headline with a colon in it is no YAML, and is what people write."""
    said: dict[str, object] = {}
    for line in block.splitlines():
        match = _PLAIN_LINE.fullmatch(line)
        if match is None and line.strip():
            return None
        if match:
            said[match[1].lower()] = match[2] or None
    return said


def _broken(how: str) -> ArticleError:
    return ArticleError(
        f"a front matter {how}",
        "`---`, lines such as `published: 2017-02-10`, `---`",
        "correct it (put values with a colon in quotation marks), or remove it",
    )
