"""How an article tells that something was said before the rest of what it tells: "had told", "initially said", "as late as
Feb. 18 was denying".

Reporters put what somebody said before beside what the same says now where the two do not agree, or where the reader is to
be reminded. Some words serve the first alone: one says "initially" of what did not last.
"""

from __future__ import annotations

import re
from enum import IntEnum

from onrecord.sentences import start_of_sentence
from onrecord.vocabulary import Statement


class Before(IntEnum):
    """How plainly a statement is told as an earlier one."""

    NOT = 0
    EARLIER = 1  # in the pluperfect, or after a phrase of time that opens its sentence
    GIVEN_UP = 2  # in words that news has for what did not last


_NUMBER = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|\d+|a\s+few|a\s+couple\s+of)"
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year|decade)s?"
_AGO = (
    rf"(?:(?:only|just|barely|some)\s+)?(?:{_NUMBER}\s+{_UNIT}\s+(?:ago|earlier|before|previously)|(?:{_UNIT}\s+)?earlier(?:\s+(?:this|last|in\s+the|that)\s+\w+|\s+on\s+\w+|\s+\w+day)?"
    r"|last\s+(?:week|month|year|fall|autumn|spring|summer|winter|\w+day)|the\s+(?:day|week|month|night|year)\s+before|back\s+in\s+\w+(?:\s+\d+)?|in\s+the\s+past"
    r"|(?:on|in)\s+(?:\d{1,2}\s+)?(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z.]*(?:\s+\d{1,4})?(?:,?\s+\d{4})?|in\s+(?:19|20)\d\d"
    r"|in\s+an?\s+earlier\s+\w+)"
)
_OPENS = re.compile(rf"^\W*(?:(?:but|and|yet|though|however)\W+)?{_AGO}\b[^;:—–]{{0,70}}$", re.I)

_NOT_LASTING = (
    r"(?:initially|originally|at\s+first|at\s+the\s+outset|formerly|hitherto|once(?!\s+(?:again|more))|used\s+to)"
)
_BEFORE_THIS = r"(?:previously|earlier|always|long|all\s+along)"
_OLD = r"(?:earlier|previous|initial|prior|former|original)"
_AUXILIARIES = r"(?:(?:had|has|have|been|\w+ly)\s+){0,2}"
_NOT_LASTING_HERE = re.compile(rf"\b{_NOT_LASTING}\s+{_AUXILIARIES}$", re.I)
_NOT_LASTING_INSIDE = re.compile(rf"\b{_NOT_LASTING}\b|^{_OLD}\s+\w+(?:s|al|ion|nce|ement|laim)\b", re.I)
_NOT_LASTING_BEHIND = re.compile(r"^\W*(?:initially|originally|at\s+first|until\s+(?:then|now|recently))\b", re.I)
_OLD_NOUN = re.compile(rf"\b(?:his|her|its|their|my|our|an?|the|[\w]+[’']s?)\s+(?:own\s+)?{_OLD}\s+(?:\w+\s+)?$", re.I)
_SAYING_NOUN = re.compile(
    r"^(?:claim|statement|denial|assertion|insistence|account|version|position|stance|line|view|remark|comment|suggestion|allegation|testimony|promise"
    r"|pledge|vow|assurance|contention|explanation|argument|opposition|support|word|estimate|prediction|answer|story)s?\b",
    re.I,
)
"""After "former" alone: a former president is no earlier saying."""
_UNTIL = re.compile(
    r"^\W*(?:(?:but|and|yet|though|however)\W+)?(?:initially|originally|at\s+first|at\s+the\s+outset|until\s+\w+|as\s+(?:late|recently)\s+as"
    r"|for\s+(?:\w+\s+){0,2}(?:days|weeks|months|years))\b[^;:—–]{0,70}$",
    re.I,
)
_AFTER_DOING = re.compile(
    r"\b(?:after|despite|having|(?:went|gone|going|moved|shifted|swung|turned|switched)\s+from)\s+(?:(?:initially|first|earlier|previously|repeatedly|once|flatly|publicly|spent\s+\w+)\s+)*$",
    re.I,
)
_POSITION = re.compile(
    r"^(?:den|insist|say|said|claim|maintain|assur|promis|pledg|vow|declin|refus|support|oppos|argu|suggest|dismiss|reject|endors|question|defend|swear|sworn|tell|told)\w*",
    re.I,
)
_HAD = re.compile(
    rf"(?:\bhad|[’']d)\b(?:\s+(?:\w+ly|also|earlier|first|once|already|always|never|been|long|at\s+first))*\s*$|\b{_BEFORE_THIS}\s+{_AUXILIARIES}$",
    re.I,
)
_AS_KNOWN = re.compile(r"\bas\s+(?:has\s+been\s+)?(?:previously|earlier|already)\s+\w+\W*$", re.I)
"""What reminds of what is known: "as previously reported"."""

_HAD_INSIDE = re.compile(rf"^(?:had|[’']d)\b(?!\s+to\b)|\b{_BEFORE_THIS}\b", re.I)
_BEHIND = re.compile(rf"^\W*(?:[\w’']+\s+){{0,3}}?{_AGO}\b", re.I)
_BREAK = re.compile(r"\b(?:who|which|that|and)\b", re.I)


def told_before(text: str, statement: Statement) -> Before:
    """How plainly it is told as said before the time of the rest."""
    cue = statement.cue
    if cue is None:
        return Before.NOT
    start = max([start_of_sentence(text, cue.start), *(p.end for p in statement.content if p.end <= cue.start)])
    ahead, words = text[start : cue.start], cue.of(text)
    behind = text[cue.end : min([cue.end + 60, *(p.start for p in statement.content if p.start >= cue.end)])]
    near = ahead[-80:]
    if _NOT_LASTING_HERE.search(near) or _NOT_LASTING_INSIDE.search(words) or _NOT_LASTING_BEHIND.search(behind):
        return Before.GIVEN_UP
    if (_OLD_NOUN.search(near) and _SAYING_NOUN.search(words)) or _opens(_UNTIL, ahead):
        return Before.GIVEN_UP
    if _AFTER_DOING.search(near) and _POSITION.search(words):
        return Before.GIVEN_UP
    if _AS_KNOWN.search(f"{near} {words}"):
        return Before.NOT
    if _HAD.search(near) or _HAD_INSIDE.search(words) or _opens(_OPENS, ahead) or _BEHIND.search(behind):
        return Before.EARLIER
    return Before.NOT


def _opens(pattern: re.Pattern[str], ahead: str) -> bool:
    return bool(pattern.search(ahead)) and not _BREAK.search(ahead)
