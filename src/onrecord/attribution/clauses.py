"""What a clause says of the source beside the words that name it: where it starts after a dateline, and whose participle it is.

KARSHOLM — Energy Minister Ada Quill denied it.        While calling him "a thug," Quill praised his luck.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.decode import Attribution
from onrecord.vocabulary import Span

_DATELINE = re.compile(
    r"(?:^|(?<=[\r\n]))[ \t]*[^\W\d_a-z](?:[^\W\d_a-z]|[ .’'-]){2,}?(?:,[^\r\n—–(]{2,30}?)?"
    r"[ \t]*(?:\([^)\r\n]{2,30}\))?[ \t]*(?:—|–|--|-)[ \t]+(?=\S)"
)
_LATE_WORDS = re.compile(
    r"\s+(?:(?:on|late|early)\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|last\s+\w+|this\s+\w+)"
    r"(?:\s+(?:morning|afternoon|evening|night))?$"
)
_PARTICIPLE = re.compile(
    r"(?:^|[.!?]\s|[\r\n“\"]|\s[–—-])\s*(?:While|When|By|In|After|Before|Without|Despite|Though|Although|Even while)?\s*$"
)
_SUBJECT = re.compile(
    r"[”\"’']?[,;]?[”\"’']?\s+(?P<who>(?:[^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*){0,3}|he|she|they|it|the\s+(?:\w+\s+){0,2}?\w+))"
    r"\s+(?:\w+ly\s+|also\s+|never\s+|now\s+|still\s+)?(?:\w+ed|has|have|had|is|was|were|are|can|could|will|would|may|might|should|does|did|said|says|told|went|made|took|lets|wants|says|seems)\b"
)


def after_datelines(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with sources and contents that begin in a dateline cut to what stands behind it."""
    datelines = [Span(*match.span()) for match in _DATELINE.finditer(text)] if attributions else []
    if not datelines:
        return list(attributions)
    return [_after(text, attribution, datelines) for attribution in attributions]


def _after(text: str, attribution: Attribution, datelines: Sequence[Span]) -> Attribution:
    for line in datelines:
        if attribution.source and line.start <= attribution.source.start < line.end:
            attribution = replace(attribution, source=_source_behind(text, attribution, line))
        content = (
            Span(line.end, p.end) if line.start <= p.start < line.end < p.end else p for p in attribution.content
        )
        attribution = replace(attribution, content=tuple(content))
    return attribution


def _source_behind(text: str, attribution: Attribution, line: Span) -> Span | None:
    """What is left of the source behind the dateline; where that is nothing, the words up to the cue, if there are any."""
    assert attribution.source is not None
    if attribution.source.end > line.end:
        return Span(line.end, attribution.source.end)
    words = text[line.end : max(line.end, attribution.cue.start)].rstrip(" ,")
    words = _LATE_WORDS.sub("", words)
    return Span(line.end, line.end + len(words)) if words and not re.search(r"[.!?;:”“\"]", words) else None


_MESSAGE = r"(?:statement|letter|notice|filing|e-?mail|message|post|memo|note|report|speech|interview|release|affidavit|submission)"
_IN_MESSAGE = re.compile(
    rf"\b(?:in|with|via|through)\s+(?=(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+)?{_MESSAGE}\b)", re.I
)
_MESSAGE_THEN_NAME = re.compile(
    rf"(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+)?{_MESSAGE}\s+(?:(?:to|from|on|of)\s+(?:the\s+)?(?:[a-z][\w-]*\s+)*)?(?P<who>(?:(?:he|she|it|they)|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*))$"
)
_NAME_BEFORE = re.compile(
    r"(?:^|[.!?;:,“”\"\r\n]\s*)(?P<who>(?:The\s+)?[^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*){0,4})\s+$"
)


def out_of_messages(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with who speaks as the source where the message was taken for it: "Orr Bank in a statement expressed its ..."."""
    return [_out_of_message(text, attribution) for attribution in attributions]


def _out_of_message(text: str, attribution: Attribution) -> Attribution:
    source = attribution.source
    if source is None or source.start == 0 or source.end > attribution.cue.start:
        return attribution
    line = max(0, source.start - 80)
    opening = _IN_MESSAGE.search(text, max(0, source.start - 8), source.end)
    if opening is None or opening.end() != source.start:
        return attribution
    behind = _MESSAGE_THEN_NAME.match(text, source.start, source.end)
    if behind:
        return replace(attribution, source=Span(*behind.span("who")))
    before = _NAME_BEFORE.search(text, line, opening.start())
    return replace(attribution, source=Span(*before.span("who"))) if before else attribution


_SUBJECT_OF_CUE = re.compile(
    r"(?:^|(?<=[\s“\"‘']))(?:he|she|they|we|I)\s+(?:(?:has|had|have|also|then|later|once)\s+)*$", re.I
)
_SENTENCE_END = re.compile(r"[.!?](?=[\s”\"’']|$)")


def with_subjects_before(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with the pronoun before a verb as its subject where the name behind it was taken for that: what "she said
    Orr, who was late, had believed" is hers. The clause that the name begins is then what is said."""
    return [_with_subject_before(text, attribution) for attribution in attributions]


def _with_subject_before(text: str, attribution: Attribution) -> Attribution:
    source, cue = attribution.source, attribution.cue
    if source is None or source.start < cue.end or text[cue.end : source.start].strip():
        return attribution
    subject = _SUBJECT_OF_CUE.search(text, max(0, cue.start - 40), cue.start)
    if subject is None:
        return attribution
    pronoun = Span(subject.start(), subject.start() + len(subject.group().split()[0]))
    end = _SENTENCE_END.search(text, source.end)
    clause = Span(source.start, end.start() if end else source.end)
    if "\n" in clause.of(text) or any(piece.start < clause.start for piece in attribution.content):
        return replace(attribution, source=pronoun)
    behind = tuple(piece for piece in attribution.content if piece.start >= clause.end)
    return replace(attribution, source=pronoun, content=(clause, *behind))


def give_participles_their_subject(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with the subject of the main clause as the source of a participle that opens the sentence and has none."""
    return [
        _with_subject(text, attribution) if attribution.source is None else attribution for attribution in attributions
    ]


def _with_subject(text: str, attribution: Attribution) -> Attribution:
    if not attribution.cue.of(text).split()[0].lower().endswith("ing") or not _PARTICIPLE.search(
        text[: attribution.cue.start]
    ):
        return attribution
    subject = _SUBJECT.match(text, max(piece.end for piece in attribution.content))
    return replace(attribution, source=Span(*subject.span("who"))) if subject else attribution
