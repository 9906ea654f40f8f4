"""How likely a statement's speaker, content and stance are all right: signs that one can see, weighed as they proved themselves.

The weights are those of a logistic regression on readings whose right answers are known (`evaluation/calibration.py`); the file that
holds them names what they were fitted on.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from onrecord.attribution.cues import SPEECH
from onrecord.vocabulary import Article, Form, Kind, Party, PartyId, PartyKind, Stance, Statement

FITTED = Path(__file__).parent / "weights" / "confidence.json"
"""Start, weights by sign, and what they were fitted on."""

_PLAIN = frozenset(
    {
        "said",
        "says",
        "say",
        "told",
        "saying",
        "wrote",
        "added",
        "adding",
        "asked",
        "according to",
        "tells",
        "testified",
        "tweeted",
    }
)
_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "who", "which", "his", "her", "their", "its", "this", "that", "we", "i", "you"}
)
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<![.!?“\"]\s)\b[A-Z][a-z]+")
_SECURE = 0.005, 0.995
"""Nothing is sure: what has always gone well or always badly so far may yet go otherwise."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement with what is looked at to see how safe it is."""

    statement: Statement
    text: str
    speaker: Party | None

    @property
    def cue(self) -> str:
        """The cue in small letters; empty where there is none."""
        return " ".join(self.statement.cue.of(self.text).lower().split()) if self.statement.cue else ""

    @property
    def source(self) -> str:
        """The source; empty where there is none."""
        return self.statement.source.of(self.text) if self.statement.source else ""

    @property
    def words(self) -> int:
        """How many words the content has."""
        return sum(len(piece.of(self.text).split()) for piece in self.statement.content)

    @property
    def gap(self) -> int:
        """Characters between the cue and the nearest piece of content."""
        cue = self.statement.cue
        if cue is None:
            return 0
        return min(max(piece.start - cue.end, cue.start - piece.end, 0) for piece in self.statement.content)


def _speaks(seen: Seen) -> bool:
    return not SPEECH.isdisjoint(w.lower() for w in _WORD.findall(seen.cue))


SIGNS: Mapping[str, Callable[[Seen], bool]] = {
    "the cue is a plain one: said, told, according to": lambda s: s.cue in _PLAIN,
    "the cue has another word of speech": lambda s: s.cue not in _PLAIN and _speaks(s),
    "the cue has no word of speech": lambda s: bool(s.cue) and s.cue not in _PLAIN and not _speaks(s),
    "the cue is long": lambda s: len(s.cue.split()) > 3,
    "the source is a name": lambda s: bool(_NAME.search(s.source)) and s.source.lower() not in _PRONOUNS,
    "the source is a pronoun": lambda s: s.source.lower() in _PRONOUNS,
    "there is no source": lambda s: not s.source,
    "the speaker was supplied": lambda s: s.statement.supplied,
    "nobody is known to speak": lambda s: s.speaker is None,
    "the speaker is a group": lambda s: s.speaker is not None and s.speaker.kind is PartyKind.GROUP,
    "the speaker is unnamed": lambda s: bool(s.statement.anonymous),
    "the speaker has a full name": lambda s: s.speaker is not None and len(s.speaker.name.split()) > 1 and s.speaker.name[:1].isupper(),
    "the speaker is mentioned once": lambda s: s.speaker is not None and len(s.speaker.mentions) < 2,
    "it stands within another": lambda s: s.statement.nested_in is not None,
    "it is thought": lambda s: s.statement.kind is Kind.THOUGHT,
    "it is quoted": lambda s: s.statement.form is Form.DIRECT,
    "it is quoted in part": lambda s: s.statement.form is Form.MIXED,
    "it hedges": lambda s: s.statement.stance is Stance.HEDGES,
    "it is more than asserted": lambda s: s.statement.stance not in (Stance.ASSERTS, Stance.HEDGES),
    "it is short": lambda s: s.words < 4,
    "it is long": lambda s: s.words > 25,
    "it has several pieces": lambda s: len(s.statement.content) > 1,
    "the cue stands apart from it": lambda s: s.gap > 25,
    "it came through somebody": lambda s: bool(s.statement.via),
}  # fmt: skip
"""What is looked at. Each is there or not, so that a weight can be read: above 0 it makes a statement safer."""


def signs(seen: Seen) -> tuple[bool, ...]:
    """Which of the signs a statement shows, in their order."""
    return tuple(shown(seen) for shown in SIGNS.values())


def with_confidence(
    article: Article, statements: Iterable[Statement], parties: Mapping[PartyId, Party]
) -> tuple[Statement, ...]:
    """The statements with the probability that speaker, content and stance are right."""
    return tuple(
        replace(s, confidence=_probability(signs(Seen(s, article.text, parties.get(s.speaker) if s.speaker else None))))
        for s in statements
    )


def _probability(shown: tuple[bool, ...]) -> float:
    start, weights = _fitted()
    score = start + sum(weight for weight, there in zip(weights, shown, strict=True) if there)
    low, high = _SECURE
    return round(min(high, max(low, 1 / (1 + math.exp(-score)))), 3)


@cache
def _fitted() -> tuple[float, tuple[float, ...]]:
    """Start and weights, in the order of the signs. A sign without a weight has not been weighed yet and counts nothing."""
    kept = json.loads(FITTED.read_text(encoding="utf-8"))
    return kept["start"], tuple(kept["weights"].get(sign, 0.0) for sign in SIGNS)
