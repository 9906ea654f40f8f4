"""An outlet that cites somebody is a relay, not the source: "the Courier reported, citing two people" is one statement, of the two people.

Annotators of single sentences mark two attributions there, both with the outlet as source (Newell et al. 2018); so the model finds two,
or one, and here they become the one that a record needs. The outlet stands in the text beside it; who relays what is read in a later step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.attribution.decode import Attribution
from onrecord.sentences import end_of_sentence
from onrecord.vocabulary import Span

CITING = re.compile(r"\b(?:citing|quoting|cited|quoted)$", re.I)
_REPORTS = re.compile(
    r"\b(?:report|reports|reported|reporting|say|says|said|writes|wrote|written|published|broadcast|revealed|claimed|claims)\b",
    re.I,
)
_REFUSES = re.compile(
    r"\b(?:declin\w+|refus\w+|would not|wouldn[’']t|not (?:to )?comment|no comment|not discuss)\b", re.I
)
"""Who declines to say something gives a reason by what they cite, and relays nobody."""
_PEOPLE = re.compile(
    r"\b(?:people|persons?|officials?|sources?|employees?|staff|aides?|members?|executives?|relatives?|witness(?:es)?|colleagues?|friends?"
    r"|clerks?|residents?|neighbou?rs?|chiefs?|heads?|analysts?|scientists?|diplomats?|guards?|nurses?|agents?|prosecutors?|detectives?"
    r"|pilots?|allies|ally|the (?:man|woman)|a (?:man|woman)|who|him|her|them|presidents?|chair|associates?|confidants?|spokespeople)\b"
    r"|\b[a-z]{2,}(?:ers?|ors?|ists?|man|men|woman|women|ians?|eers?|ees)\b",
    re.I,
)
_NO_PEOPLE = re.compile(
    r"\b(?:act|bill|law|rules?|records?|documents?|papers?|letters?|figures?|data|polls?|stud(?:y|ies)|numbers?|orders?|errors?|factors?"
    r"|concerns?|fears?|reasons?|matters?|weather|lack|privacy|security|memos?|e-?mails?|transcripts?|filings?|terms|power|offers?|answers?)\b",
    re.I,
)
_NAME = re.compile(r"\b(?!The\b|A\b)[A-Z][\w’'-]+ [A-Z][\w’'-]+")
_CITED_THAT = re.compile(r"(citing|quoting)\s+(\S.{2,160}?),\s+(?=that\s)", re.I | re.S)
_THAT = re.compile(r",\s+(?=that\s)")
_BESIDE = re.compile(r"[\s,–—-]*(?P<when>(?:\w+\s+){0,5}?)[\s,–—-]*\b(?P<cue>citing|quoting)\s+", re.I)


def join_relays(text: str, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions with each "reported, citing X" as one whose source is X; all others as they are, in their order."""
    joined: dict[int, Attribution] = {}
    gone: set[int] = set()
    for at, attribution in enumerate(attributions):
        if CITING.search(attribution.cue.of(text)):
            whole = _cited_before_that(text, attribution) or _cited_between(text, attribution)
            report = _report_of(text, attributions, at)
            if report is not None and report not in gone:
                joined[report] = whole or _on_its_word(attributions[report], attribution)
                gone.add(at)
            elif whole is not None:
                joined[at] = whole
        elif at not in joined:
            split = _cited_in_content(text, attribution) or _cited_beside(text, attribution)
            if split is not None:
                joined[at] = split
    return [joined.get(at, attribution) for at, attribution in enumerate(attributions) if at not in gone]


def _report_of(text: str, attributions: list[Attribution], citing: int) -> int | None:
    """Which attribution the cited source is cited for: one of the same outlet, nearest to the citing cue."""
    cited = attributions[citing]
    if cited.source is None or len(cited.content) != 1:
        return None
    people = _are_people(cited.content[0].of(text))
    candidates = [
        n
        for n, a in enumerate(attributions)
        if n != citing
        and a.source == cited.source
        and (people or _REPORTS.search(a.cue.of(text)))
        and not _REFUSES.search(a.cue.of(text))
    ]
    return min(candidates, key=lambda n: abs(attributions[n].cue.start - cited.cue.start), default=None)


def _are_people(words: str) -> bool:
    """Whether those cited can speak: the first noun that tells is one of people or a name, and none of papers and reasons."""
    people, others, name = _PEOPLE.search(words), _NO_PEOPLE.search(words), _NAME.search(words)
    if people is None or (others and others.start() < people.start()):
        return name is not None and not _NO_PEOPLE.search(name.group())
    return True


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


def _cited_before_that(text: str, citing: Attribution) -> Attribution | None:
    """ "... citing | two people, that ...": what was read as one content is the cited source and what it said."""
    first = citing.content[0]
    comma = _THAT.search(text, first.start, first.end)
    if comma is None or not _are_people(text[first.start : comma.start()]):
        return None
    content = (Span(comma.end(), first.end), *citing.content[1:])
    return Attribution(Span(first.start, comma.start()), _citing_word(text, citing.cue), content)


def _cited_between(text: str, citing: Attribution) -> Attribution | None:
    """ "... reported, citing | two people, | that ...": the cited source stands between cue and content, read into neither."""
    between = Span(citing.cue.end, max(citing.cue.end + 1, citing.content[0].start))
    source = between.of(text).strip(" ,\t\u00a0")
    if not _are_people(source) or end_of_sentence(text, between.start) < between.end:
        return None
    start = text.index(source, between.start)
    return replace(citing, source=Span(start, start + len(source)), cue=_citing_word(text, citing.cue))


def _citing_word(text: str, cue: Span) -> Span:
    """The last word of a cue like "reported last week, citing"."""
    word = CITING.search(cue.of(text))
    return Span(cue.start + word.start(), cue.end) if word else cue


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


@dataclass(frozen=True, slots=True)
class _Cited:
    """A phrase that cites somebody: its cue and whom it names."""

    cue: Span
    source: Span


def _cited_beside(text: str, report: Attribution) -> Attribution | None:
    """The same where the citing was read into nothing: "The Courier, quoting a clerk, said that ...", "..., it reported, citing him"."""
    if report.source is None or not _REPORTS.search(report.cue.of(text)):
        return None
    for found in _phrases(text, report):
        if _are_people(found.source.of(text)):
            content = tuple(
                p for piece in report.content for p in _without(piece, Span(found.cue.start, found.source.end))
            )
            return replace(report, source=found.source, cue=found.cue, content=content or report.content)
    return None


def _phrases(text: str, report: Attribution) -> Iterator[_Cited]:
    """Phrases that stand right behind the source or right behind the cue of a report."""
    assert report.source is not None
    for start in (report.source.end, report.cue.end):
        match = _BESIDE.match(text, start)
        if match is None:
            continue
        stops = [s.start for s in (report.cue, *report.content) if s.start > match.end()]
        end = min([*stops, end_of_sentence(text, match.end())])
        that = _THAT.search(text, match.end(), end)
        source = text[match.end() : that.start() if that else end].rstrip(" ,;:\t–—-\u00a0")
        if source:
            yield _Cited(Span(*match.span("cue")), Span(match.end(), match.end() + len(source)))
