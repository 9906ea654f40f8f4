"""What a copy changed: the sentences in which two articles that share their text differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.sentences import sentences_of


@dataclass(frozen=True, slots=True)
class Difference:
    """Sentences of the earlier article, and what the copy has in their place; empty where it has, or had, nothing."""

    before: str
    after: str


def differences(earlier: str, copy: str) -> tuple[Difference, ...]:
    """Where the copy differs, in the order of its text. White space makes no difference."""
    return tuple(_differences(_sentences(earlier), _sentences(copy)))


def _differences(earlier: list[str], copy: list[str]) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, earlier, copy, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind != "equal":
            yield Difference(" ".join(earlier[first:last]), " ".join(copy[begin:end]))


def _sentences(text: str) -> list[str]:
    return [" ".join(sentence.split()) for sentence in sentences_of(text)]
