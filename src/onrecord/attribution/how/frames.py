"""What stands around a content: the words of its sentence that say who says it, how and when, and the verb at the cue.

A frame is the sentence of the cue without anything that is said in it. Dates, ways and negations that stand there belong to the
saying; those inside the content belong to what is said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.attribution.quotes import paragraphs
from onrecord.attribution.when.fold import fold
from onrecord.vocabulary import Span, Statement, StatementId

SAID = "|"
"""Stands in a frame for each character of what is said."""


class Tense(StrEnum):
    """Of the verb at the cue, as far as its words show."""

    PAST = "past"  # said, was asked, did not say
    PRESENT = "present"  # says, is saying
    PERFECT = "perfect"  # has said, had said, having said
    PARTICIPLE = "participle"  # saying, citing: as the verb that it leans on
    MODAL = "modal"  # would say, may have said, to say
    NONE = "none"  # according to, a noun, no cue at all


@dataclass(frozen=True, slots=True)
class Frame:
    """words: the sentence folded, with `SAID` for what is said in it; verb: the cue with its auxiliaries, negation and adverbs.

    at: where the cue stands in `words`, or the content where there is no cue.
    """

    statement: Statement
    paragraph: int
    sentence: Span
    words: str
    at: Span
    verb: str
    tense: Tense
    content: str

    def span(self, match: re.Match[str]) -> Span:
        """Where in the article a match in `words` stands."""
        return Span(match.start(), match.end()).shifted(self.sentence.start)


_ABBREVIATED = re.compile(
    r"\b(?:mr|mrs|ms|dr|st|sen|rep|gov|gen|lt|col|sgt|capt|maj|adm|rev|hon|prof|pres|cllr|jr|sr|inc|corp|co|ltd|"
    r"vs|etc|no|dept"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|a\.m|p\.m|u\.s|u\.k|u\.n|e\.g|i\.e|[a-z])\.$"
)
_END = re.compile(r"[.!?…]+[\"”’')\]»]*(?=\s+[\"“‘'(\[«„]*[A-Z0-9£$€]|\s*$)")


def sentences(text: str, folded: str, within: Span) -> Iterator[Span]:
    """The sentences of a paragraph."""
    start = within.start
    for end in _END.finditer(text, within.start, within.end):
        if text[end.start()] == "." and _is_abbreviation(folded, end, start):
            continue
        if text[start : end.end()].strip():
            yield Span(start, end.end())
        start = end.end()
    if text[start : within.end].strip():
        yield Span(start, within.end)


def _is_abbreviation(folded: str, end: re.Match[str], start: int) -> bool:
    match = _ABBREVIATED.search(folded[max(start, end.start() - 8) : end.start() + 1])
    # "at 2 a.m. He" may end a sentence; a wrong cut costs less than a sentence that runs on
    return match is not None and not match.group().startswith(("a.m", "p.m"))


_ADVERB = (
    r"(?:also|already|always|again|even|ever|just|later|long|now|once|only|since|soon|still|then|twice|too|yet|"
    r"earlier|previously"
    r"|no longer|first|merely|simply|either|neither|[a-z]+ly)"
)
_AUXILIARY = (
    r"(?:has|have|had|having|did|does|do|is|are|was|were|am|be|been|being|will|would|shall|should|can|could|may|"
    r"might|must"
    r"|cannot|to|not|never|nor|(?:has|have|had|did|does|do|is|are|was|were|wo|would|ca|could|should)n't|"
    r"[a-z]+'(?:s|ve|d|ll|re))"
)
_LEADING = re.compile(rf"(?:(?<![a-z']){_AUXILIARY},? |(?<![a-z']){_ADVERB},? |'(?:s|ve|d|ll|re) )+$")
_PERFECT = re.compile(
    r"\b(?:has|have|had|having|hasn't|haven't|hadn't)\b|'ve\b|'d (?:also |already )?(?:been|said|told)"
)
_PERFECT_CUE = re.compile(
    r"(?:has|have|had|having|hasn't|haven't|hadn't) (?!(?:a|an|the|no|to|his|her|its|their|any|nothing|it)\b)[a-z]"
)
_MODAL = re.compile(
    r"\b(?:will|would|wo|shall|should|can|could|may|might|must|to|won't|cannot|wouldn't|couldn't|can't)\b|'ll\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|am|was|were|did|does|do|didn't|doesn't|don't|isn't|aren't|wasn't|weren't)\b|'(?:s|re)\b"
)
_PAST_AUXILIARY = re.compile(r"\b(?:was|were|did|didn't|wasn't|weren't)\b")
_IRREGULAR_PAST = re.compile(
    r"\b(?:said|told|wrote|spoke|swore|held|had|put|gave|made|took|went|let|read|set|sent|saw|found|felt|thought|"
    r"knew|began|sought|stood"
    r"|understood|forgot|came|kept|left|met|paid|quit|rang|sang|shot|cast|broke|called|drew|laid|got|bade|"
    r"forbade|lied|fought)\b"
)


def _tense(verb: str, cue: str) -> Tense:
    """Of a verb group. A perfect under a modal ("may have said") is modal."""
    if not re.search(r"[a-z]", cue):
        return Tense.NONE
    lead = verb[: len(verb) - len(cue)]
    if _MODAL.search(lead) or _MODAL.match(cue):
        return Tense.MODAL
    if _PERFECT.search(lead) or _PERFECT_CUE.match(cue):
        return Tense.PERFECT
    if _FINITE.search(lead) or _FINITE.match(cue):
        return Tense.PAST if _PAST_AUXILIARY.search(verb) else Tense.PRESENT
    if re.search(r"\b[a-z]+(?:ed)\b", cue) or _IRREGULAR_PAST.search(cue):
        return Tense.PAST
    if re.search(r"\b[a-z]{2,}ing\b", cue) and "according" not in cue:
        return Tense.PARTICIPLE
    if (
        re.search(r"\b(?:says|tells|[a-z]{2,}s|say|tell|argue|claim|insist|believe|think)\b", cue)
        and "according" not in cue
    ):
        return Tense.PRESENT
    return Tense.NONE


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's text folded, with its paragraphs and sentences."""

    text: str
    folded: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[tuple[int, Span], ...]
    """Each with the number of its paragraph."""

    def sentence_at(self, at: int) -> tuple[int, Span]:
        """The sentence that holds a character, with the number of its paragraph."""
        place = bisect_right(self.sentences, at, key=lambda each: each[1].start) - 1
        return self.sentences[max(0, place)]


def lay_out(text: str) -> Layout:
    """Paragraphs and sentences of a text."""
    folded = fold(text)
    parts = tuple(paragraphs(text))
    each = tuple((n, sentence) for n, part in enumerate(parts) for sentence in sentences(text, folded, part))
    return Layout(text, folded, parts, each)


def frames(statements: Sequence[Statement], layout: Layout) -> list[Frame]:
    """The frame of every statement, in their order."""
    by_id = {s.id: s for s in statements}
    return [_frame(s, statements, by_id, layout) for s in statements]


def _frame(
    statement: Statement, all_of_them: Sequence[Statement], by_id: dict[StatementId, Statement], layout: Layout
) -> Frame:
    anchor = statement.cue or statement.content[0]
    paragraph, sentence = layout.sentence_at(anchor.start)
    if statement.source and statement.source.end > sentence.end and statement.source.start < sentence.end:
        sentence = Span(sentence.start, statement.source.end)
    around = by_id.get(statement.nested_in) if statement.nested_in else None
    if around is not None:
        for piece in around.content:
            if piece.start <= anchor.start < piece.end:
                sentence = Span(max(sentence.start, piece.start), min(max(sentence.end, anchor.end), piece.end))
    letters = list(layout.folded[sentence.start : sentence.end])
    for other in all_of_them:
        for piece in other.content:
            if piece.end <= sentence.start or piece.start >= sentence.end or piece.start <= anchor.start < piece.end:
                continue
            first, last = max(piece.start, sentence.start), min(piece.end, sentence.end)
            letters[first - sentence.start : last - sentence.start] = SAID * (last - first)
    words = "".join(letters)
    content = " ".join(layout.folded[p.start : p.end] for p in statement.content)
    if statement.cue is None:
        at = Span(max(0, anchor.start - sentence.start), max(1, anchor.start - sentence.start + 1))
        return Frame(statement, paragraph, sentence, words, at, "", Tense.NONE, content)
    at = Span(anchor.start - sentence.start, anchor.end - sentence.start)
    cue = " ".join(layout.folded[anchor.start : anchor.end].split())
    lead = _LEADING.search(words[: at.start])
    verb = f"{lead.group()}{cue}" if lead else cue
    return Frame(statement, paragraph, sentence, words, at, verb, _tense(verb, cue), content)
