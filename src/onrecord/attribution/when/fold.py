"""A text as the grammar reads it: small letters, one kind of space, dash and apostrophe, and every offset as before."""

from __future__ import annotations

import re
import string

_ALIKE = str.maketrans(
    string.ascii_uppercase + "’‘ʼ´`‐‑‒–—−\t\r\n\v\f\x85\xa0\u2002\u2003\u2009\u200a\u202f\u2028",
    string.ascii_lowercase + "'" * 5 + "-" * 6 + " " * 13,
)
_PARAGRAPH_END = re.compile(r"\n\s*\n|\u2029")


def fold(text: str) -> str:
    """The text character for character, folded; only the end of a paragraph is still a line break.

    ASCII letters alone become small: other letters may change their number with their case.
    """
    parts, here = [], 0
    for gap in _PARAGRAPH_END.finditer(text):
        parts += [text[here : gap.start()].translate(_ALIKE), "\n" * len(gap.group())]
        here = gap.end()
    return "".join([*parts, text[here:].translate(_ALIKE)])
