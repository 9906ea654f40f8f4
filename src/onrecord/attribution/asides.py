"""What looks like a statement and tells only how the article came about: who would not be named, who did not answer.

    She asked not to be named.        The bank did not return calls.

They put nothing forward that anybody could affirm or deny. Nor does what is done to somebody whom nobody is named to do it ("was shown a
copy"), what a page is about, or a tale that is only promised ("tells a different tale").
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
_BEEN = r"^(?:is|are|was|were|be|been|being|(?:has|have|had) (?:not |never )?been)\b"
_DONE = re.compile(
    rf"{_BEEN}.*\b(?:listed|named|cited|identified|fined|passed|mentioned|declared|ordered|shown|told|met|seen|sent|given|held|said|reported|"
    r"alleged|rumou?red|asked|questioned|informed|warned|promised)\b",
    re.I,
)
_DONE_TO_SOURCE = re.compile(
    rf"{_BEEN} (?:also |then |first )?(?:shown|asked|informed|sent|given|contradicted|named)\b", re.I
)
_ASKED = re.compile(r"^(?:\w+ )?(?:asked|questioned|pressed)\b|without being asked", re.I)
_IS_ABOUT = re.compile(r"^(?:concerns|(?:is|are|was|were) (?:mostly |all |largely |chiefly )?about)$", re.I)
_ANNOUNCES = re.compile(
    r"(?:an?|another) (?:[\w-]+ )?(?:tale|story|theory|reason|detail|view|account|version|picture|explanation|point|question)",
    re.I,
)
_NOT_VERIFIED = re.compile(r"\bnot (?:\w+ )?(?:confirm|verif(?:y|ied))(?:ed)?(?: independently)?$", re.I)
_POINTS_BACK = frozenset({"what", "whom"})
_UNNAMED_SOURCES = frozenset({"you", "people", "any", "one", "everybody", "everyone"})
_UNREAL = re.compile(
    r"\b(?:not|never|cannot|can|could|would|will|might|may|should)\b|^to\b|n[’']t\b|^(?:notes|thoughts|word) ", re.I
)


def is_aside(text: str, statement: Statement) -> bool:
    """Whether a statement says nothing but how it was come by."""
    cue = statement.cue.of(text) if statement.cue else ""
    words = " ".join((cue, *(piece.of(text) for piece in statement.content)))
    if _ASKS.search(cue) and _UNNAMED.search(words):
        return True
    if _NO_ANSWER.search(cue) is not None and _MESSAGES.search(words) is not None:
        return True
    return _is_dateline(text, statement, cue)


def tells_nothing(text: str, statement: Statement) -> bool:
    """Whether nobody utters anything in it: it is kept as what is no utterance is, since readers of news mark it too."""
    cue = statement.cue.of(text) if statement.cue else ""
    content = " ".join(piece.of(text) for piece in statement.content)
    if (
        _IS_ABOUT.match(cue)
        or _NOT_VERIFIED.search(cue)
        or _ANNOUNCES.fullmatch(content)
        or content.lower() in _POINTS_BACK
    ):
        return True
    if statement.source is None:
        return _DONE.search(cue) is not None or _ASKED.search(cue) is not None
    return _DONE_TO_SOURCE.search(cue) is not None


def _is_dateline(text: str, statement: Statement, cue: str) -> bool:
    """ "KARSHOLM, July 12 (NFS): The state ..." """
    if cue.strip() != ":" or statement.source is None or statement.cue is None:
        return False
    between = text[statement.source.end : statement.cue.start]
    return statement.source.of(text).isupper() and ("(" in between or any(letter.isdigit() for letter in between))


def is_inner_aside(text: str, inner: Statement) -> bool:
    """Whether what stands in somebody's words tells of no utterance: one that is unreal, of nobody in particular, or of nothing."""
    source = inner.source.of(text).lower().split() if inner.source else []
    cue = inner.cue.of(text) if inner.cue else ""
    content = " ".join(piece.of(text) for piece in inner.content).lower()
    if not source or (len(source) == 1 and source[0] in _UNNAMED_SOURCES) or content in _NOTHING:
        return True
    return _UNREAL.search(cue) is not None


_NOTHING = frozenset({"what", "which", "nothing", "everything", "anything", "no", "yes"})
