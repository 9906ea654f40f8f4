"""Turns of phrase whose cue the model overlooks, or takes together with what is not said.

The bank has put its loss at $90 million.        The palace called on the town to open its files.
She would not be drawn on the age of the wood.   He asked the town on Monday to pay.
The lamp had been out for a week, two of the crew have told the Gazette.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.answers import subject_before
from onrecord.attribution.decode import Attribution
from onrecord.vocabulary import Span

_AMOUNT = (
    r"(?:[$£€]|[A-Z]{1,3}\$|Rs\b|\d|(?:an? |one |two |three |four |five |six |seven |eight |nine |ten |half |zero)\w*)"
)
_PUT_AT = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?puts?)\s+(?P<content>(?:its|the|his|her|their)\s[^.;:!?\r\n“”\"]{3,80}?\s+at\s+"
    rf"(?:(?:more|less|fewer)\s+than\s+|about\s+|some\s+|around\s+|nearly\s+|over\s+|at\s+least\s+)?{_AMOUNT}[^.;:!?,\r\n“”\"]*(?:[.,]\d[^.;:!?,\r\n“”\"]*)*)"
)
_CALLED_ON = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?called\s+(?:up)?on)\s+[^.;:!?\r\n“”\"]{2,60}?\s(?P<content>to\s+\w[^.;:!?\r\n“”\"]*)"
)
_NOT_DRAWN = re.compile(
    r"\b(?P<cue>(?:would\s+not|wouldn[’']t|refused\s+to|declined\s+to)\s+be\s+drawn\s+on)\s+(?P<content>[^.;:!?\r\n“”\"]{3,160})"
)
_ACTS = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?(?:ruled\s+out|owned\s+up\s+to|vouched\s+for|poured\s+cold\s+water\s+on|made\s+light\s+of))"
    r"\s+(?P<content>[^.;:!?\r\n“”\"]{3,160})"
)
_WANTED_TO_KNOW = re.compile(
    r"\b(?P<cue>(?:wanted|wants|asked)\s+to\s+know)\s+(?:from\s+[^.;:!?,\r\n“”\"]{2,60}?\s)?"
    r"(?P<content>(?:whether|if|how|who|what|when|where|why|which|was|were|is|had)\s[^.;:!?\r\n“”\"]{3,200})"
)
_ALL = (_PUT_AT, _CALLED_ON, _NOT_DRAWN, _ACTS, _WANTED_TO_KNOW)
_PARENTHETICAL = re.compile(
    r"(?:(?<=[.!?][”\"’] )|(?<=[.!?] )|(?:^|(?<=[\r\n])))(?P<before>[A-Z][^.!?;:\r\n“”\",]{6,160}),\s+"
    r"(?P<who>he|she|they|(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?|the\s+[a-z]+)\s+"
    r"(?P<cue>(?:said|added|volunteered|went\s+on|continued|recalled|explained|suggested|conceded|insisted|admitted|complained|argued))"
    r",\s+(?P<after>[^.!?;:\r\n“”\"]{3,200})"
)
"""A clause of saying between two commas: "He had met him once, he volunteered, in a lift"."""
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}"
_PHRASE = (
    r"(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|its|his|her|their|[A-Z][\w’'-]+[’']s)"
    r"\s[^.,!?;:\r\n“”\"]{2,90}?"
)
_BEHIND = re.compile(
    r"(?:(?<=[.!?][”\"’] )|(?<=[.!?] )|(?:^|(?<=[\r\n])))(?P<before>[A-Z](?:[^.!?;:\r\n“”\"]|\.(?=\d)|(?<=\bMr)\."
    r"|(?<=\bMrs)\.|(?<=\bDr)\.){15,300}?),\s+"
    rf"(?P<who>he|she|they|{_NAME}|{_PHRASE})\s+"
    r"(?P<cue>(?:(?:has|have|had)\s+(?:since\s+)?)?(?:said|told|wrote|added|recalled|testified)|says|tells|writes|adds|reckons)"
    r"(?P<rest>(?:\s+(?!that\b|it\b|he\b|she\b|they\b|there\b|of\b|about\b)[^.,!?;:\r\n“”\"]{1,60})?)"
    r"(?=\.(?:\s|$)|,\s+(?P<after>(?:and|but)\s[^.!?;:\r\n“”\"]{3,200}))"
)
"""Who says it, behind what is said: "The lamp was out, the keeper told the Gazette"."""
_NO_CLAUSE = re.compile(
    r"(?:when|after|before|if|as|while|although|though|because|since|until|unless|once|asked|pressed|questioned|told|in|on|at|by|for"
    r"|with|during|despite|speaking|according|like|from|instead|later|earlier|meanwhile|then|but|and|so|yet|yesterday|last|this|that"
    r"|to|over|under|outside|inside|across|through|reached|standing|sitting|having|not|still|even|also|here|there|now|again|or)\b",
    re.I,
)
"""Words that begin what is no main clause, so that what follows is no mere "she said" behind it."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|did|does|do|can|could|may|might|must|should|[a-z]{3,}ed|[a-z]+n[’']t|went|came|got|gave|took"
    r"|made|left|knew|saw|lay|put|ran|spent|slept|sat|stood|kept|held|met|let|led|lost|paid|sent|sold|told|said|wrote|began|grew|fell)\b"
)
_OBJECT_OF_SAYING = re.compile(
    r"\s+(?:on|at|in|by|to|through|via|from|outside|during|over|last|late|early|this|yesterday|today|later|afterwards|earlier"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_ASKING = re.compile(
    r"^(?:(?:has|have|had|also|again|repeatedly|formally)\s+)*(?:ask|asks|asked|urge|urges|urged|begged|implored|advised|pressed)$",
    re.I,
)
_OPENERS = frozenset(
    ["to", "not", "whether", "if", "how", "what", "when", "where", "which", "who", "why", "that", "for", "about"]
)
"""Words with which a question or a clause begins, and no addressee."""
_TO_DO = re.compile(r"(?P<whom>[^,;:“”\"]{2,60}?)\s(?P<what>(?:not\s+)?to\s+[a-z]+\b)")


def add_constructions(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and such phrases as none of them has touched."""
    taken = [s for a in attributions for s in (a.cue, *a.content)]
    found = [a for a in _found(text) if not any(_touch(s, t) for s in (a.cue, *a.content) for t in taken)]
    return sorted([*attributions, *found], key=lambda a: min(s.start for s in (a.cue, *a.content)))


def _found(text: str) -> Iterator[Attribution]:
    for pattern in _ALL:
        for match in pattern.finditer(text):
            subject = subject_before(text, match.start("cue"))
            if subject:
                yield Attribution(subject, Span(*match.span("cue")), (Span(*match.span("content")),))
    for match in _PARENTHETICAL.finditer(text):
        content = (Span(*match.span("before")), Span(*match.span("after")))
        yield Attribution(Span(*match.span("who")), Span(*match.span("cue")), content)
    for match in _BEHIND.finditer(text):
        if _is_mere_saying(match):
            pieces = [Span(*match.span(group)) for group in ("before", "after") if match[group]]
            yield Attribution(Span(*match.span("who")), Span(*match.span("cue")), tuple(pieces))


def _is_mere_saying(match: re.Match[str]) -> bool:
    """Whether a clause stands before "the keeper told the Gazette", and nothing behind it that could be what is said."""
    before, rest = match["before"], match["rest"]
    if _NO_CLAUSE.match(before) or _VERB.search(before) is None:
        return False
    if match["who"].split()[-1] in {"is", "are", "was", "were", "been", "be"}:
        return False  # "the customers were told"
    tells = match["cue"].endswith(("told", "tells"))
    return bool(rest) and not _VERB.search(rest) if tells else not rest or _OBJECT_OF_SAYING.match(rest) is not None


def without_addressees(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with "asked | the town on Monday to pay" as "asked | to pay": whom it was asked is not what was asked."""
    return [_without_addressee(text, attribution) for attribution in attributions]


def _without_addressee(text: str, attribution: Attribution) -> Attribution:
    first = attribution.content[0]
    if attribution.cue.end > first.start or not _ASKING.match(attribution.cue.of(text)) or text[first.start] in '“"':
        return attribution
    match = _TO_DO.match(text, first.start, first.end)
    if match is None or not _OPENERS.isdisjoint((match["whom"].lower().split()[0], match["whom"].lower().split()[-1])):
        return attribution
    return replace(attribution, content=(Span(match.start("what"), first.end), *attribution.content[1:]))


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end
