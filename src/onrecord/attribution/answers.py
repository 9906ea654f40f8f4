"""Answers whose question holds the content: "asked whether she had met him, Orr said no", and refusals that say only that they are one.

What a "no" denies, and what "declined to talk about it" declines, stands in the words around it. The model is taught by annotators who
mark the words of the question as the asker's; a record wants the answer, with whoever gave it as the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.decode import Attribution
from onrecord.vocabulary import Span

_ASKED = re.compile(
    r"(?:\b(?:when|after)\s+(?:being\s+)?|\b)(?:asked|questioned|pressed)\b[^.?!;\r\n“”\"]{0,60}?\b(?P<what>(?:whether|if|about|who|what|when|where|why|how)\b"
    r"[^.?!;\r\n]{3,300}?),\s+(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Sir)\.?\s+)?[^,.;\r\n]{2,60}?(?:,[^,.;\r\n]{2,80},)?)\s+(?P<cue>(?:\w+ly\s+|twice\s+|again\s+|also\s+)?"
    r"(?:said|says|replied|answered|responded|told \S+(?: \S+)?)[\s,:]+(?:simply[\s,]+)?[“\"‘']?"
    r"(?:no|yes)\b(?!\s+(?!on\b|in\b|but\b|and\b|again\b|twice\b)\w)[,.]?[”\"’']?"
    r"|(?:declined|refused)(?:\s+to\s+(?:answer|comment|say|respond|reply))?(?=\s*(?:[.,;]|but\b|and\b|$))"
    r"|would not (?:say|answer|comment)(?=\s*(?:[.,;]|but\b|and\b|$)))",
    re.I,
)
_LEANING = frozenset({"it", "that", "this", "them", "him", "her", "so", "the matter", "the issue", "the subject"})
_WILL_NOT = re.compile(
    r"(?P<cue>\b(?:(?:has|have|had)\s+)?(?:again\s+|repeatedly\s+|also\s+)?(?:declined|refused|declines|refuses|refusing|declining)\b)(?P<when>.{0,40}?)\s(?P<act>to\s+\w+.*)$",
    re.I | re.S,
)


def read_answers(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with questions answered by yes, no or a refusal as statements of who answered.

    What the model read in the same stretch with the words of the question as content, or with the bare answer, gives way.
    """
    found = list(attributions)
    for match in _ASKED.finditer(text):
        what, who, cue = Span(*match.span("what")), Span(*match.span("who")), Span(*match.span("cue"))
        if what.of(text).lower().startswith("about "):
            what = Span(what.start + len("about "), what.end)
        whole = Span(match.start(), match.end())
        found = [a for a in found if not _is_of_question(a, whole, what, cue)]
        found.append(Attribution(who, _bare_cue(text, cue), (what,)))
    return sorted(found, key=lambda a: min(s.start for s in (a.cue, *a.content)))


def _bare_cue(text: str, cue: Span) -> Span:
    """The cue without marks and stops at its end, which are the sentence's."""
    end = cue.end
    while end > cue.start and not text[end - 1].isalnum():
        end -= 1
    return Span(cue.start, end)


def _is_of_question(attribution: Attribution, whole: Span, what: Span, cue: Span) -> bool:
    """Whether an attribution is the asking, or the bare answer: its cue and its content lie in the stretch of question and answer."""
    if not (whole.start <= attribution.cue.start and attribution.cue.end <= whole.end):
        return False
    return all(_touch(piece, what) or _touch(piece, cue) for piece in attribution.content)


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def fill_refusals(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with "declined on Friday to talk about | it" as "declined | to talk about it": a pronoun alone says nothing."""
    return [_filled(text, attribution) for attribution in attributions]


def _filled(text: str, attribution: Attribution) -> Attribution:
    piece = attribution.content[0]
    if len(attribution.content) > 1 or piece.of(text).lower() not in _LEANING or attribution.cue.end > piece.start:
        return attribution
    match = _WILL_NOT.match(text, attribution.cue.start, attribution.cue.end)
    if match is None or text[attribution.cue.end : piece.start].strip():
        return attribution
    return replace(attribution, cue=Span(*match.span("cue")), content=(Span(match.start("act"), piece.end),))


_NO_COMMENT = re.compile(
    r"\b(?:(?P<cue>had|has|offered|made|gave)\s+(?P<content>no\s+(?:immediate\s+|further\s+)?comment"
    r"|nothing\s+(?:more\s+|further\s+|else\s+)?to\s+(?:say|add))"
    r"|(?P<act>would\s+not\s+(?:be\s+drawn\s+on|discuss|say)|will\s+not\s+say|wouldn[’']t\s+say)"
    r"\s+(?P<what>(?:whether|who|what|when|where|why|how|if)\s[^.!?;\r\n“”\"]{3,160}?))"
    r"(?=[.;”\"]|,\s|\s+(?:on|when|about|and|but)\s|$)",
    re.I | re.M,
)
_CLAUSE_START = re.compile(r"(?:[.!?;:]|,? (?:and|but|while|so|after|before|since|when|because)\b|[\r\n“”\"])\s*")
_PRONOUN_AT_END = re.compile(r"(?<= )(?:he|she|they|it|we|i)$", re.I)
LONGEST_SUBJECT = 120


def add_refusals(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and refusals to comment that none of them has touched: "Orr had no comment"."""
    taken = [s for a in attributions for s in (a.cue, *a.content)]
    found = []
    for match in _NO_COMMENT.finditer(text):
        cue, content = (Span(*match.span(group)) for group in (("cue", "content") if match["cue"] else ("act", "what")))
        subject = subject_before(text, cue.start)
        if subject and not any(_touch(Span(cue.start, content.end), span) for span in taken):
            found.append(Attribution(subject, cue, (content,)))
    return sorted([*attributions, *found], key=lambda a: min(s.start for s in (a.cue, *a.content)))


def subject_before(text: str, verb: int) -> Span | None:
    """The words between the start of a clause and its verb, without a comma at their end."""
    first = max(0, verb - LONGEST_SUBJECT)
    starts = [match.end() for match in _CLAUSE_START.finditer(text, first, verb)]
    start = starts[-1] if starts else first
    words = text[start:verb].rstrip(" ,\u00a0")
    pronoun = _PRONOUN_AT_END.search(words)
    if pronoun:  # "In May he": what stands before a pronoun is no part of its phrase
        return Span(start + pronoun.start(), start + pronoun.end())
    return Span(start, start + len(words)) if words and (starts or first == 0) else None
