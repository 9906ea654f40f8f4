"""Through whom an article has a statement: outlets that cite somebody, outer statements, reports that rest on others' accounts."""

from __future__ import annotations

import re

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.phrases import figure_of
from onrecord.vocabulary import Span, Statement

_CITING = frozenset({"citing", "quoting", "cited", "quotes", "quoted", "cites"})
_REPORTS = re.compile(
    r"\b(?:report(?:s|ed|ing)?|wr[io]te[s]?|writes|published|broadcast|reveal(?:s|ed)|said|says|has learned)\b", re.I
)
_ON_WORD_OF = re.compile(
    r"\b(?:citing|quoting|on the (?:strength|basis|word) of(?: (?:interviews|conversations|talks) with)?|(?:based|drawing|relying) on"
    r"(?: (?:interviews|conversations|talks|accounts from|reports from) (?:with )?)?|after (?:interviews|conversations) with"
    r"|(?:has|had|have) it,? from|from|attributing (?:it|this|the \w+) to)\s+",
    re.I,
)
_CITES = re.compile(
    r"\b(?:on the (?:strength|basis|word|authority) of|based on|relying on|drawing on|attributing)\b", re.I
)
_WAS_QUOTED = re.compile(r"\b(?:quoted|cited|interviewed|named|reached) (?:by|in)\s+", re.I)
_AS_TOLD_BY = re.compile(r"\b(?:according to|as (?:first )?reported by|as quoted by|quoted by)\s+", re.I)
_RESTS_ON = re.compile(r"\b(?:based on|rests? on|relies on|relied on|drew on|draws on|according to)\b[^.]*$", re.I)


def relay_of(casting: Casting, statement: Statement) -> Figure | None:
    """The outlet that relays a statement whose cue is a citing one, or whose sentence says that a report rests on it."""
    page, cue = casting.page, statement.cue
    if cue is not None and (
        set(cue.of(page.text).lower().split()) & _CITING or _CITES.search(f"{cue.of(page.text)} ") is not None
    ):
        return _reporter(casting, statement)
    quoting = _quoted_by(casting, statement)
    if quoting is not None:
        return quoting
    if statement.source is not None and _RESTS_ON.search(_before_source(casting, statement)):
        return _reported_before(casting, statement)
    return _as_told_by(casting, statement)


def _quoted_by(casting: Casting, statement: Statement) -> Figure | None:
    """The outlet that the words of the source say has quoted it: "officials quoted by the Courier"."""
    if statement.source is None:
        return None
    page, source = casting.page, statement.source
    match = _WAS_QUOTED.search(page.text, source.start, source.end)
    if match is None:
        return None
    first = page.place(match.end())
    near = (casting.cast.at.get(at) for at in range(first, min(first + 5, len(page.words))))
    return next((f for f in near if f is not None and f.is_named and _is_no_person(f)), None)


def _is_no_person(figure: Figure) -> bool:
    """Whether nothing but the shape of a name says that somebody is a person."""
    return figure.kind != NameKind.PERSON or (figure.kinds[NameKind.PERSON] < 0.5 and figure.gender is None)


def _as_told_by(casting: Casting, statement: Statement) -> Figure | None:
    """The outlet that a sentence names beside its speaker: "..., Ann Lee said, according to the Courier"."""
    page, anchor = casting.page, statement.cue
    if anchor is None or statement.source is None or "according" in anchor.of(page.text).lower():
        return None
    at = page.place(anchor.start)
    last = at
    while last + 1 < len(page.words) and page.words[last + 1].sentence == page.words[at].sentence:
        last += 1
    for match in _AS_TOLD_BY.finditer(page.text, anchor.end, page.words[last].end):
        first = page.place(match.end())
        for place in range(first, min(first + 4, last + 1)):
            figure = casting.cast.at.get(place)
            if (
                figure is not None
                and figure.kind == NameKind.OUTLET
                and not _within(statement, page.words[place].start)
            ):
                return figure
    return None


def cited_by(casting: Casting, statement: Statement, speaker: Figure) -> Figure | None:
    """On whose word an outlet reports, where the sentence says so beside the content: "had it, from two councillors, that"."""
    if speaker.kind != NameKind.OUTLET or statement.cue is None:
        return None
    page = casting.page
    at = page.place(statement.cue.start)
    sentence = page.words[at].sentence
    last = at
    while last + 1 < len(page.words) and page.words[last + 1].sentence == sentence:
        last += 1
    start = min((s for s in (statement.source, statement.cue) if s), key=lambda s: s.start).start
    match = _ON_WORD_OF.search(page.text, start, page.words[last].end)
    while match and _in_content(statement, match.end()) and not _ends_content(casting, statement, match):
        match = _ON_WORD_OF.search(page.text, match.end(), page.words[last].end)
    if match is None:
        return None
    phrase = _until_comma(casting, match.end(), page.words[last].end)
    figure = figure_of(casting, phrase) if phrase else None
    return (
        figure
        if figure is not None and figure is not speaker and not figure.is_document and _is_somebody(figure)
        else None
    )


def _is_somebody(figure: Figure) -> bool:
    return figure.kind in {NameKind.PERSON, None} and (
        figure.is_named or bool(figure.descriptions) or figure.count is not None
    )


_CITING_TAIL = re.compile(r"(?:citing|quoting)\s+$", re.I)


def _ends_content(casting: Casting, statement: Statement, match: re.Match[str]) -> bool:
    """Whether who is cited stands where a reader let the content run on: "that he called, citing two", "citing | two"."""
    text = casting.page.text
    if not _CITING_TAIL.search(match.group()):
        return False
    piece = next(p for p in statement.content if p.start <= match.end() < p.end)
    if piece.start == match.end():
        return True
    tail = text[match.end() : piece.end]
    return (
        text[: match.start()].rstrip().endswith(",")
        and "," not in tail.rstrip(",. ")
        and len(tail.split()) <= _LONGEST_CITED
    )


_LONGEST_CITED = 12
"""Words of who is cited at the end of a content."""


def _in_content(statement: Statement, offset: int) -> bool:
    return any(piece.start <= offset < piece.end for piece in statement.content)


def _until_comma(casting: Casting, start: int, end: int) -> Span | None:
    """The words from an offset to the next mark."""
    page = casting.page
    first = page.place(start)
    last = first
    while (
        last < len(page.words)
        and page.words[last].end <= end
        and (page.words[last].is_word or page.lower(last) in {"’s", "'s"})
    ):
        last += 1
    return page.span(first, last - 1) if last > first else None


def _before_source(casting: Casting, statement: Statement) -> str:
    page, source = casting.page, statement.source
    assert source is not None
    at = page.place(source.start)
    sentence = page.words[at].sentence
    first = at
    while first > 0 and page.words[first - 1].sentence == sentence:
        first -= 1
    return page.text[page.words[first].start : source.start]


def _reporter(casting: Casting, statement: Statement) -> Figure | None:
    """Who cites: the subject of "reported" in the sentence of the cue, named before it mostly."""
    page, cue = casting.page, statement.cue
    assert cue is not None
    at = page.place(cue.start)
    sentence = page.words[at].sentence
    inside = [
        place
        for place in sorted(casting.cast.at)
        if page.words[place].sentence == sentence and not _within(statement, page.words[place].start)
    ]
    outlets = [p for p in inside if _may_report(casting, casting.cast.at[p])]
    before = [p for p in outlets if p < at]
    reporting = [p for p in before if _REPORTS.match(page.lower(p + 1)) or _REPORTS.match(page.lower(p + 2))]
    chosen = (reporting or before or outlets)[-1:]
    if chosen:
        return casting.cast.at[chosen[0]]
    reporting = [p for p in inside if p < at and _REPORTS.match(page.lower(p + 1))]
    if not reporting:
        named = [p for p in inside if p < at and casting.cast.at[p].is_named and _is_no_person(casting.cast.at[p])]
        reporting = [p for p in named if p == at - 1 or (p == at - 2 and page.lower(at - 1) == ",")]
    return casting.cast.at[reporting[-1]] if reporting else None


def _within(statement: Statement, offset: int) -> bool:
    return any(piece.start <= offset < piece.end for piece in (*statement.content, *filter(None, (statement.source,))))


def _may_report(casting: Casting, figure: Figure) -> bool:
    return figure.kind == NameKind.OUTLET


def _reported_before(casting: Casting, statement: Statement) -> Figure | None:
    """The outlet whose report the sentences just before tell of."""
    page, source = casting.page, statement.source
    assert source is not None
    at = page.place(source.start)
    sentence = page.words[at].sentence
    for place in sorted(casting.cast.at, reverse=True):
        if place >= at:
            continue
        if sentence - page.words[place].sentence > 3:
            return None
        figure = casting.cast.at[place]
        if figure.kind == NameKind.OUTLET and page.words[place].sentence < sentence and not figure.is_publisher:
            return figure
    return None
