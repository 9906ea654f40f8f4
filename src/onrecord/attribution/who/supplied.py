"""Who speaks where the sentence names nobody: quotations that run on or float, "adding that", what stands in another's words."""

from __future__ import annotations

import re

from onrecord.attribution.cues import SPEECH
from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.words import VERBS
from onrecord.vocabulary import Form, Statement

_FINITE = re.compile(
    r"^(?:(?:has|have|had|also|now) )*(?:said|says|told|tells|asked|asks|urged|warned|claimed|claims|insisted|denied)$",
    re.I,
)
_IMPERSONAL = re.compile(
    r"^(?:it|there)\b|\b(?:reportedly|allegedly|supposedly)\b|\b(?:seem|appear|look)(?:s|ed)?\b(?! (?:to (?:say|tell|ask)))"
    r"|^(?:asked|pressed|questioned|quizzed|titled|entitled|dubbed|called|named|known|billed|described|expected|accused)\b"
    r"|\b(?:is|are|was|were|be|been|being|get|gets|got) (?:\w+ly |now |also |not |never |still |widely )*"
    r"(?:\w+ed|known|seen|told|said|made|given|shown|thought|held|put|brought|taken|set|heard|felt|found)\b",
    re.I,
)
"""Cues whose subject is not who utters it: what is asked, expected or accused, what seems, what "it" is. Where no source is marked
with them the text does not say whose word it is, and whoever spoke before is the last to be taken for it."""
_FAR = 3
"""Paragraphs over which a quotation without a source may still be the last speaker's."""


def supplied_speaker(
    casting: Casting, statement: Statement, told: list[tuple[Statement, Figure | None]], following: Statement | None
) -> Figure | None:
    """The speaker of a statement that has no source of its own.

    told: the statements before it in the text with their speakers, last one last.
    """
    subject = _told_by_subject(casting, statement)
    if subject is not None:
        return subject
    if _is_impersonal(casting, statement):
        return None
    page = casting.page
    here = page.words[min(page.place(statement.start), len(page.words) - 1)]
    for earlier, speaker in reversed(told):
        if speaker is None or (earlier.nested_in is not None and earlier.nested_in != statement.nested_in):
            continue
        if any(_is_told_in(earlier, other) for other, _ in told):
            continue  # "She said that Lee, who told us so, had left": whoever goes on speaking is she
        there = page.words[min(page.place(max(p.start for p in earlier.content)), len(page.words) - 1)]
        if here.paragraph - there.paragraph <= _FAR and (
            statement.form != Form.INDIRECT or here.sentence - there.sentence <= 1
        ):
            return speaker
        break
    return _subject(casting, statement)


def _is_told_in(inner: Statement, outer: Statement) -> bool:
    """Whether a statement is told, source, cue and all, in what another says."""
    spans = [span for span in (inner.source, inner.cue, *inner.content) if span is not None]
    if inner.cue is None or inner.id == outer.id or outer.nested_in == inner.id:
        return False
    return all(any(piece.contains(span) for piece in outer.content) for span in spans)


def _is_impersonal(casting: Casting, statement: Statement) -> bool:
    """Whether a cue has no speaker as its subject: passives, appearances, and nouns ("questions about his readiness")."""
    if statement.cue is None:
        return False
    cue = statement.cue.of(casting.page.text)
    if _IMPERSONAL.search(cue) is not None:
        return True
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", cue)]
    return not any(w in VERBS or w in SPEECH or w.endswith(("ing", "ed")) for w in words)


def _subject(casting: Casting, statement: Statement) -> Figure | None:
    """Who stands most in the foreground where the statement begins, of those mentioned in its sentence before its cue."""
    page = casting.page
    if statement.cue is None:
        return None
    at = page.place(statement.cue.start)
    sentence = page.words[min(at, len(page.words) - 1)].sentence
    places = [p for p in sorted(casting.cast.at) if p < at and sentence - page.words[p].sentence <= 0]
    return casting.cast.at[places[0]] if places else None


def _told_by_subject(casting: Casting, statement: Statement) -> Figure | None:
    """Who opens the sentence of a finite verb, where a reader missed that it is the source: "Three guards of the hotel told"."""
    page, cue = casting.page, statement.cue
    if cue is None or statement.content[0].start < cue.start or _FINITE.search(cue.of(page.text)) is None:
        return None
    at = page.place(cue.start)
    first = at
    while first > 0 and page.words[first - 1].sentence == page.words[at].sentence:
        first -= 1
    between = [page.lower(place) for place in range(first, at)]
    if not between or "and" in between or "," in between or page.words[first].quoted:
        return None
    opening = next((place for place in range(first, at) if place in casting.cast.at), None)
    if opening is None or casting.subjects.get(page.words[at].sentence) != opening:
        return None
    figure = casting.cast.at[opening]
    return figure if figure.is_person or figure.plural or figure.kind is not None else None
