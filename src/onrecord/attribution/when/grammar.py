"""What a rule of the grammar is: a pattern over folded text, and what its words mean where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import (
    AHEAD,
    BEHIND,
    direction,
    is_effective,
    is_filled_in,
    is_fronted,
    is_just_told,
)
from onrecord.attribution.when.values import Anchor, Days, Meaning, TimexType, value_of

Match = re.Match[str]


@dataclass(frozen=True)
class Scene:
    """What is known where an expression stands.

    folded: the whole text (`fold.fold`), the expression at start to end. named: what the text named last, by granularity.
    is_over_months: whether figures are last told of several months ("in the nine months") and no more of a quarter.
    numbered: what the text has called by a bare number before: "the first quarter".
    previous_start, previous_end: where what the text named last stands.
    reported: the latest quarter that the text has named of those that are over: what its figures are of.
    """

    text: str
    folded: str
    start: int
    end: int
    published: date | None
    previous: Days | None = None
    named: Mapping[str, Days] = field(default_factory=dict)
    is_over_months: bool = False
    reported: Days | None = None
    numbered: Mapping[str, Days] = field(default_factory=dict)
    previous_start: int = 0
    previous_end: int = 0

    @cached_property
    def direction(self) -> int:
        """Whether the verbs near say that it lies ahead of publication, or behind it; see `direction`."""
        return direction(self.folded, self.start, self.end)

    @property
    def is_just_told(self) -> bool:
        """Whether it surely lies behind: "was signed in May", "In May it said"."""
        if is_just_told(self.folded, self.start):
            return True
        return self.direction == BEHIND and is_fronted(self.folded, self.start, self.end)

    @property
    def is_filled_in(self) -> bool:
        """Whether what happened then is told of it: "until May 3, when the firm left"."""
        return is_filled_in(self.folded, self.start, self.end)

    @property
    def is_effective(self) -> bool:
        """Whether something is "effective May 3", which may lie ahead or behind."""
        return is_effective(self.folded, self.start)

    @property
    def is_ahead(self) -> bool:
        """Whether a verb near says that it lies ahead."""
        return self.direction == AHEAD

    def leaned_on(self, unit: str) -> date | None:
        """The first day of what the text named last, if it is exact enough to count such units from.

        "Two days later" after "in 2029" is no day of January.
        """
        if self.previous is None or not self.previous.is_as_exact_as(unit):
            return None
        return self.previous.start

    @property
    def range_begun(self) -> Days | None:
        """What the range that this ends begins with: "April" for the second of "from April to October"."""
        joint = self.folded[self.previous_end : self.start].removesuffix("the ").strip()
        if self.previous is None or joint not in _RANGES:
            return None
        lead = self.folded[max(0, self.previous_start - 14) : self.previous_start]
        return self.previous if not _RANGES[joint] or re.search(_RANGES[joint], lead) else None

    @property
    def is_paragraph_of_previous(self) -> bool:
        """Whether what the text named last stands in the same paragraph."""
        return "\n" not in self.folded[self.previous_end : self.start]

    @property
    def compared(self) -> Days | None:
        """The quarter that "a year ago" is compared with: the only one of the sentence, else the one reported."""
        named = self.named.get("quarter")
        is_of_sentence = len(_QUARTER.findall(_SENTENCE.split(self.before(120))[-1])) == 1
        return named if is_of_sentence else self.reported or named

    @property
    def year_told(self) -> Days | None:
        """The year that the sentence has named last, where it has named nothing after it: "in 1986, from a year earlier"."""
        is_year = self.previous is not None and self.previous.granularity == "year"
        return self.previous if is_year and _YEAR.search(self.before(100)) else None

    def before(self, length: int) -> str:
        """So many folded characters in front of the expression."""
        return self.folded[max(0, self.start - length) : self.start]

    def after(self, length: int) -> str:
        """So many folded characters behind the expression."""
        return self.folded[self.end : self.end + length]


_RANGES = {
    **dict.fromkeys(("-", "/", "through", "until", "till"), ""),
    "to": r"\b(?:from|for|period) (?:the )?$",
    "and": r"\bbetween (?:the )?$",
}
"""What joins the two ends of a range, and what has to stand before it, so that "revised Friday to May 3" is none."""
_SENTENCE = re.compile(r"[;!?\n]|\.(?![0-9])")
_QUARTER = re.compile(r"(?<!-to-)\bquarter\b(?!-to-)")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b(?![^.;!?\n]*\b(?:quarter|month|half)s?\b)(?:[^.;!?\n]|\.[0-9])*$")

Read = Callable[[Match, Scene], Meaning | None]


@dataclass(frozen=True)
class Rule:
    """A pattern, and what its words mean; None where they are no time after all."""

    id: str
    written: str
    read: Read

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first has a nucleus of its family: most texts have those of a few."""
        return re.compile(self.written)


@dataclass(frozen=True, slots=True)
class Family:
    """Rules about one subject. nucleus: a word without which none of them applies, so that most text is passed over."""

    nucleus: re.Pattern[str]
    rules: tuple[Rule, ...]


def family(nucleus: str, *rules: Rule) -> Family:
    """Rules that need a match of `nucleus` near."""
    return Family(re.compile(nucleus), rules)


_SPACE = re.compile(r" (?![]?*+{])")


def rule(name: str, pattern: str, read: Read) -> Rule:
    """A rule whose pattern matches whole words only. A space in it, unless it ends a [class] or is counted already, stands for
    any white space within a paragraph.
    """
    return Rule(name, _SPACE.sub(" +", rf"(?<!\w)(?:{pattern})(?!\w)"), read)


def said(match: Match, group: str) -> str:
    """The words of a group, one space between them; empty where the rule has no such group or it is not there."""
    return " ".join((match.groupdict().get(group) or "").split())


def named(days: Days | None, anchor: Anchor = Anchor.NONE, modifier: str | None = None) -> Meaning | None:
    """A date by its days; None where there are none."""
    return Meaning(TimexType.DATE, value_of(days), days, anchor, modifier) if days else None


def open_date(value: str, anchor: Anchor = Anchor.PUBLICATION, modifier: str | None = None) -> Meaning:
    """A date of which nothing says which days it covers."""
    return Meaning(TimexType.DATE, value, None, anchor, modifier)


def timed(days: Days | None, part: str, open_value: str, anchor: Anchor, modifier: str | None = None) -> Meaning:
    """A day, or a part or a time of it. part: a word like "morning", Thh:mm, or nothing; open_value: for no day."""
    at = value_of(days) if days else open_value
    if not part:
        return Meaning(TimexType.DATE, at, days, anchor, modifier)
    code = part if part.startswith("T") else w.PARTS[part.removesuffix("s")]
    value = at + (code if code.startswith("T") else f"T{code}")
    return Meaning(TimexType.TIME, value, days and replace(days, granularity="time"), anchor, modifier)


_EDGE_NOUN = (
    "middle|beginning|start|end|close|turn|rest|remainder|latter part|first part|first half|second half|latter half"
)
EDGE = rf"(?:(?:(?P<edge>early|earlier|late|later|mid)(?: (?:in|on))?|(?:the )?(?P<edge_of>{_EDGE_NOUN}) of)[- ](?:the )?)?"
"""What may stand before a date to say which part of it is meant: "early", "mid-", "the end of"."""

_EDGES = {
    **dict.fromkeys(("early", "beginning", "start", "turn", "first half", "first part"), "START"),
    **dict.fromkeys(("mid", "middle"), "MID"),
    **dict.fromkeys(("late", "end", "close", "latter part", "latter half", "second half"), "END"),
}


def edge_of(match: Match) -> str | None:
    """START, MID or END, as far as words like "early" say so."""
    return _EDGES.get(said(match, "edge") or said(match, "edge_of"))
