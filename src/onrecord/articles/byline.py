"""Who wrote it: names and agency out of what pages put into their author fields."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_AGENCIES = frozenset((
    "ap", "the associated press", "associated press", "reuters", "thomson reuters", "afp", "agence france-presse",
    "upi", "united press international", "bloomberg", "bloomberg news", "pa", "pa media", "press association", "dpa",
    "efe", "ansa", "tass", "interfax", "xinhua", "kyodo", "kyodo news", "aap", "the canadian press",
    "canadian press", "states newsroom", "kff health news",
))  # fmt: skip
_NOBODY = frozenset((
    "admin", "administrator", "editor", "editors", "staff", "staff reporter", "newsroom", "news desk", "web desk",
    "webmaster", "unknown", "guest", "null", "none", "n/a", "author", "anonymous", "by", "online", "editorial",
    "editorial board",
))  # fmt: skip
_LEAD_IN = re.compile(
    r"^(?:(?:written|reported|reporting|story|words|text|posted|published)\s+)?(?:by|from)\b[\s:]*", re.IGNORECASE
)
_TRAILER = re.compile(
    r"\s*(?:[|•·]|\b(?:updated|published|posted|last modified)\b|\b\d+\s+min(?:ute)?s?\s+(?:read|ago)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|@\w+|<[^>]*>|\([^)]*\)")
_SEPARATOR = re.compile(r"\s*(?:[,;/]|\s&\s|\band\b|\bwith\b)\s*")
_ROLE = re.compile(
    r"(?:\b(?:writer|reporter|correspondent|editor|columnist|contributor|bureau chief|analyst|journalist|producer|"
    r"photographer|desk|staff)s?)$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:in|at|for)\s+[A-Z].*$")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?")
_LONGEST_NAME = 60
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Authors:
    """People (or the desks that sign for them), and the agency whose copy it is."""

    names: tuple[str, ...]
    agencies: tuple[str, ...]


def make_byline(sources: Sequence[Iterable[str]], publisher: str | None) -> str | None:
    """One byline such as "Jane Doe, Ana Paz and John Roe, Associated Press", or None.

    sources: author fields, the most trusted first. Names come from the first that names anybody but the publisher;
    an agency is kept wherever it stands, since machine-readable fields tend to leave it out.
    """
    parsed = [_parse(source) for source in sources]
    outlet = (publisher or "").casefold()
    named = [tuple(name for name in authors.names if name.casefold() != outlet) for authors in parsed]
    names = next((found for found in named if found), ())
    agencies = _unique(agency for authors in parsed for agency in authors.agencies)
    people = " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""
    return ", ".join(part for part in (people, *agencies) if part) or None


def _parse(source: Iterable[str]) -> Authors:
    pieces = [piece for written in source for piece in _pieces(written)]
    names = _unique(piece for piece in pieces if piece.casefold() not in _AGENCIES)
    return Authors(names, _unique(piece for piece in pieces if piece.casefold() in _AGENCIES))


def _pieces(written: str) -> list[str]:
    words = " ".join(_NO_NAME.sub(" ", html.unescape(written)).split())
    words = _TRAILER.sub("", _LEAD_IN.sub("", words))
    pieces: list[str] = []
    for piece in _SEPARATOR.split(words):
        if pieces and _SUFFIX.fullmatch(piece):
            pieces[-1] += f", {piece}"
            continue
        name = _PLACE.sub("", _LEAD_IN.sub("", piece)).strip(" .-–—:*")
        if _is_name(name):
            pieces.append(name)
    return pieces


def _is_name(name: str) -> bool:
    if not name or len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS:
        return False
    if name.casefold() in _NOBODY or any(character.isdigit() for character in name):
        return False
    return any(character.isalpha() for character in name) and not _ROLE.search(name)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple({name.casefold(): name for name in reversed(list(names))}.values())[::-1]
