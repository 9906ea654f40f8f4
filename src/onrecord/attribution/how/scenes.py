"""Who goes on speaking: which statements of an article have one voice, so that a day or a channel told once holds on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.how.frames import Frame

_PRONOUN = re.compile(r"(?:he|she|they|it|who|which|his|her|their|i|we|the (?:two|pair|latter))\b")
_NAME_END = re.compile(r",| who\b| which\b| whose\b| of\b| from\b| in\b| at\b| for\b|'s\b(?=$)")


def voices(frames: Sequence[Frame], folded: str) -> list[str]:
    """A key for each statement: the same for those that one party says.

    The speaker where that is known; else the last word of the source's name, and for a pronoun or no source the voice before.
    """
    keys: list[str] = []
    before = ""
    for frame in frames:
        statement = frame.statement
        if statement.speaker is not None:
            key = str(statement.speaker)
        else:
            source = folded[statement.source.start : statement.source.end].strip() if statement.source else ""
            key = _surname(source) if source and not _PRONOUN.match(source) else before
        keys.append(key)
        if statement.nested_in is None:
            before = key
    return keys


def _surname(source: str) -> str:
    """The last word of a name: what articles go on to call a person by."""
    parts = [part for part in source.split(",") if part.strip()]
    named = parts[-1] if len(parts) > 1 and len(parts[-1].split()) in (2, 3) and " " in parts[0] else parts[0]
    head = _NAME_END.split(named.strip())[0].split()
    return head[-1].removesuffix("'s") if head else source
