"""Sources without a name: who of the figures is one, and how many people the text says they are."""

from __future__ import annotations

import re

from onrecord.attribution.who import nouns
from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.roles import is_mouthpiece_role
from onrecord.attribution.who.words import NUMBERS

_ONE_OF = re.compile(r"^(one|two|three|four|five|six|seven|eight|nine|ten|both|another|neither|either)\s+of\b", re.I)
_OF_THEM = re.compile(r"[,(–—-]\s*(\w+) of (?:them|whom)\b", re.I)
_ALONE = re.compile(r"^(?:the\s+)?(one|two|three|four|five|six|seven|eight|nine|ten|pair|duo|trio)\b(?!\s+of)", re.I)
_HIDES = re.compile(
    r"\b(?:anonym\w+|unnamed|nameless|unidentified|familiar with|briefed on|close to|with (?:direct )?knowledge"
    r"|not (?:to )?be (?:named|identified|quoted)|asked not to|declined to be (?:named|identified)|none of whom would"
    r"|with(?:held|holding)|privately|off the record|not authori[sz]ed|no authority to speak|(?:for )?fear (?:of|that)|who feared"
    r"|condition of anonymity|who (?:has|have|had) seen|who spoke on)\b",
    re.I,
)
_TALKS = listed(
    "official source aide adviser advisor insider colleague co-worker friend pal chum doc relative associate ally operative"
    " staffer diplomat"
    " employee executive investigator member manager councillor councilor teammate neighbour neighbor confidant courtier envoy"
    " minister lawmaker"
    " legislator delegate officer witness engineer critic doctor nurse teacher worker lawyer banker trader senator director"
)
"""Nouns of people whom reporters speak to without naming them; "voters" and "historians" in general spoke to nobody."""
_BOUNDED = re.compile(
    r"^(?:several|a few|a handful of|a (?:small |large )?(?:number|group|dozen) of|"
    r"(?:a few |several )?(?:dozens|scores|hundreds|thousands) of)\b",
    re.I,
)
"""How groups begin of whom some were spoken to, though nobody says how many."""
_ORDINAL = re.compile(
    r"^(?:a|the|yet another|another)\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|other)\b", re.I
)
_MANY = re.compile(r"^(?:many|most|more|a majority|the majority|countless|fewer|younger|older)\b", re.I)
_REPRESENTS = listed("representative rep")
_INSTITUTIONAL = listed("police authority prosecutor prosecution organiser organizer")


def is_unnamed(figure: Figure, source: str) -> bool:
    """Whether a figure is people or somebody whom the article does not name; bodies, populations and spokespeople of somebody are not."""
    if figure.is_named or figure.is_document or figure.is_thing or figure.members:
        return False
    if figure.kind in {NameKind.ORGANIZATION, NameKind.OUTLET, NameKind.PLACE}:
        return False
    if _HIDES.search(source):
        return True
    heads = {role.noun for role in figure.roles}
    if heads & nouns.SPEAKS_FOR_ANOTHER - {"aide"} or any(is_mouthpiece_role(role) for role in figure.roles):
        return False
    if any(role.noun in _REPRESENTS and re.search(r"\bfor\b", role.text) for role in figure.roles):
        return False
    if not heads and not figure.count:
        return False
    if (
        figure.plural
        and figure.count is None
        and not _ONE_OF.match(source)
        and not _BOUNDED.match(source)
        and (not heads <= _TALKS or _MANY.match(source))
    ):
        return False
    if figure.is_population or (heads and heads <= _INSTITUTIONAL and figure.plural):
        return False
    if all(d.is_definite and not d.plural for d in figure.descriptions) and heads & (nouns.OFFICE | nouns.KIN):
        return False
    if all(d.is_definite and d.owner is not None and not d.plural for d in figure.descriptions) and heads - _TALKS:
        return False  # "her landlady" is somebody in particular, whom "her friend" may not be
    return bool(heads & nouns.PERSON) or figure.count is not None


def count_of(figure: Figure, source: str) -> int | None:
    """How many of an unnamed source speak: "nine officials" 9, "one of the two" 1, "officials" None."""
    match = _ONE_OF.match(source.strip())
    if match:
        word = match.group(1).lower()
        return 1 if word in {"another", "either", "neither"} else NUMBERS.get(word)
    among = _OF_THEM.search(source)
    if among and figure.plural:
        return NUMBERS.get(among.group(1).lower(), figure.count)
    alone = _ALONE.match(source.strip())
    if alone and figure.plural:
        return NUMBERS.get(alone.group(1).lower(), figure.count)
    if _ORDINAL.match(source.strip()):
        return 1
    return figure.count if figure.count is not None else None if figure.plural else 1
