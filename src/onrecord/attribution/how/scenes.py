"""Who goes on speaking: which statements of an article have one voice, so that a day or a channel told once holds on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from onrecord.attribution.how.frames import Frame
from onrecord.attribution.when.fold import fold
from onrecord.vocabulary import Party, PartyId, PartyKind

_PRONOUN = re.compile(r"(?:he|she|they|it|who|which|his|her|their|i|we|the (?:two|pair|latter))\b")
_DESCRIBES = re.compile(r"(?:an?|the|his|her|its|their|our|who|which|whose) |.*'s ")
_NAME_END = re.compile(r" who\b| which\b| whose\b| of\b| from\b| in\b| at\b| for\b")


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose words each statement is, the principal beside the spokesperson; and by which words the article calls them."""

    keys: tuple[frozenset[str], ...]
    speakers: tuple[str, ...]
    names: tuple[frozenset[str], ...]
    bodies: tuple[bool, ...]
    """Whether an institution speaks, which sits in no room."""
    outlets: tuple[bool, ...]
    """Whether it is one that reports: all of its report was said on one day."""

    def one(self, one: int, two: int) -> bool:
        """Whether one mouth says both."""
        return self.speakers[one] == self.speakers[two]

    def same(self, one: int, two: int) -> bool:
        """Whether one party, or somebody who speaks for it, says both."""
        return not self.keys[one].isdisjoint(self.keys[two])


def hear(frames: Sequence[Frame], folded: str, parties: Mapping[PartyId, Party] = MappingProxyType({})) -> Voices:
    """The voices of the statements.

    By the speaker and principal where these are known; else by the last word of the source's name, and for a pronoun or no source
    the voice of the statement before.
    """
    keys: list[frozenset[str]] = []
    names: dict[str, set[str]] = {}
    before: frozenset[str] = frozenset()
    for frame in frames:
        statement = frame.statement
        source = folded[statement.source.start : statement.source.end].strip() if statement.source else ""
        name = _surname(source) if source and not _PRONOUN.match(source) else ""
        known = frozenset(str(p) for p in (statement.speaker, statement.on_behalf_of) if p)
        key = known or (frozenset({name}) if name else before)
        for each in key:
            names.setdefault(each, set()).update({name} - {""})
        party = parties.get(statement.speaker) if statement.speaker else None
        if party is not None and party.kind is PartyKind.PERSON and party.name.istitle():
            names.setdefault(str(statement.speaker), set()).add(fold(party.name.split()[-1]))
        keys.append(key)
        if statement.nested_in is None:
            before = key
    speakers = tuple(
        str(f.statement.speaker) if f.statement.speaker else next(iter(key), "")
        for f, key in zip(frames, keys, strict=True)
    )
    called = tuple(frozenset(n for k in key for n in names.get(k, ())) for key in keys)
    kinds = [_kind(frame, parties) for frame in frames]
    bodies = tuple(kind in (PartyKind.ORGANIZATION, PartyKind.OUTLET) for kind in kinds)
    outlets = tuple(kind is PartyKind.OUTLET for kind in kinds)
    return Voices(tuple(keys), speakers, called, bodies, outlets)


def _kind(frame: Frame, parties: Mapping[PartyId, Party]) -> PartyKind | None:
    party = parties.get(frame.statement.speaker) if frame.statement.speaker else None
    return party.kind if party else None


def _surname(source: str) -> str:
    """The last word of a name: what articles go on to call a person by."""
    parts = [part.strip() for part in source.split(",") if part.strip()]
    if not parts:
        return ""
    # "the agency's director, Ann Rees": the shorter part after a description is the name
    is_name = len(parts) > 1 and len(parts[-1].split()) in (2, 3) and not _DESCRIBES.match(parts[-1])
    named = parts[-1] if is_name and " " in parts[0] else parts[0]
    head = _NAME_END.split(named)[0].split()
    return head[-1].removesuffix("'s") if head else ""
