"""What looks like a statement and tells only how the article came about: who would not be named, who did not answer.

    She asked not to be named.        The bank did not return calls.

They put nothing forward that anybody could affirm or deny.
"""

from __future__ import annotations

import re

from onrecord.vocabulary import Statement

_UNNAMED = re.compile(
    r"\b(?:not (?:to )?be (?:named|identified|quoted|credited)|(?:be|remain) anonymous|anonymity|with?hold(?:ing)? (?:his|her|their) names?"
    r"|(?:his|her|their) names? (?:to be |be )?(?:left out|withheld|omitted)"
    r"|leave out (?:his|her|their) names?|without being (?:named|identified))\b",
    re.I,
)
_ASKS = re.compile(r"\b(?:ask|asks|asked|asking|request\w*|want|wanted|insist\w*|spoke|speaking|agreed)\b", re.I)
_NO_ANSWER = re.compile(
    r"\b(?:not|never|n[’']t)\s+(?:yet\s+|immediately\s+)?(?:repl(?:y|ied)|respond(?:ed)?|return(?:ed)?|answer(?:ed)?)\b|\bunavailable\b",
    re.I,
)
_MESSAGES = re.compile(
    r"\b(?:e-?mails?|calls?|messages?|requests?|inquir\w+|enquir\w+|questions?|letters?|comment|texts?)\b", re.I
)


def is_aside(text: str, statement: Statement) -> bool:
    """Whether a statement says nothing but how it was come by."""
    cue = statement.cue.of(text) if statement.cue else ""
    words = " ".join((cue, *(piece.of(text) for piece in statement.content)))
    if _ASKS.search(cue) and _UNNAMED.search(words):
        return True
    return _NO_ANSWER.search(cue) is not None and _MESSAGES.search(words) is not None
