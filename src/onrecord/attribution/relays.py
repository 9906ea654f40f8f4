"""An outlet that cites somebody is a relay, not the source: "the Courier reported, citing two people" is one statement, of the two people.

Annotators of single sentences mark two attributions there, both with the outlet as source (Newell et al. 2018); so the model finds two,
and here they become the one that a record needs. The outlet stands in the text beside it; who relays what is read in a later step.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.attribution.decode import Attribution
from onrecord.vocabulary import Span

CITING = frozenset({"citing", "quoting"})
_REPORTS = re.compile(r"\b(?:report|reports|reported|reporting|writes|wrote|published|broadcast|revealed)\b", re.I)
_PEOPLE = re.compile(
    r"\b(?:people|persons?|officials?|sources?|employees?|staff|aides?|advisers?|advisors?|officers?|members?|managers?|executives?|relatives?"
    r"|lawyers?|diplomats?|doctors?|witness(?:es)?|workers?|insiders?|spokes(?:man|woman|person|people)|colleagues?|friends?|investigators?)\b",
    re.I,
)
_CITED_THAT = re.compile(r"(citing|quoting)\s+(\S.{2,160}?),\s+(?=that\s)", re.I | re.S)


def join_relays(text: str, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions with each "reported, citing X" as one whose source is X; all others as they are, in their order."""
    joined: dict[int, Attribution] = {}
    gone: set[int] = set()
    for at, attribution in enumerate(attributions):
        if attribution.cue.of(text).lower() in CITING:
            report = _report_of(text, attributions, at)
            if report is not None and report not in gone:
                joined[report] = _on_its_word(attributions[report], attribution)
                gone.add(at)
        else:
            split = _cited_in_content(text, attribution)
            if split is not None:
                joined[at] = split
    return [joined.get(at, attribution) for at, attribution in enumerate(attributions) if at not in gone]


def _report_of(text: str, attributions: list[Attribution], citing: int) -> int | None:
    """Which attribution the cited source is cited for: one of the same outlet, nearest to the citing cue."""
    cited = attributions[citing]
    if cited.source is None or len(cited.content) != 1:
        return None
    people = _PEOPLE.search(cited.content[0].of(text)) is not None
    candidates = [
        n
        for n, a in enumerate(attributions)
        if n != citing and a.source == cited.source and (people or _REPORTS.search(a.cue.of(text)))
    ]
    return min(candidates, key=lambda n: abs(attributions[n].cue.start - cited.cue.start), default=None)


def _on_its_word(report: Attribution, cited: Attribution) -> Attribution:
    """What the report says, said by the cited source."""
    source = cited.content[0]
    content = tuple(part for piece in report.content for part in _without(piece, Span(cited.cue.start, source.end)))
    return replace(report, source=source, cue=cited.cue, content=content or report.content)


def _without(piece: Span, hole: Span) -> list[Span]:
    """What is left of a piece outside a hole."""
    if hole.end <= piece.start or piece.end <= hole.start:
        return [piece]
    left = [(piece.start, hole.start), (hole.end, piece.end)]
    return [Span(a, b) for a, b in left if a < b]


def _cited_in_content(text: str, attribution: Attribution) -> Attribution | None:
    """The same for a content that begins with the citing itself: "reported | citing two people, that ..."."""
    first = attribution.content[0]
    match = _CITED_THAT.match(text, first.start, first.end)
    if match is None:
        return None
    return replace(
        attribution,
        source=Span(*match.span(2)),
        cue=Span(*match.span(1)),
        content=(Span(match.end(), first.end), *attribution.content[1:]),
    )
