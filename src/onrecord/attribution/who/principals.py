"""For whom somebody speaks: the principal of spokespeople, lawyers, agents and aides, unless they speak of themselves."""

from __future__ import annotations

import re

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.nouns import SPEAKS_FOR_ANOTHER
from onrecord.attribution.who.roles import Role
from onrecord.vocabulary import Statement

_ALWAYS = listed("spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople secretary")
_FIRST_PERSON = re.compile(r"\b(?:I|I[’']\w+|me|my|myself)\b")
_HIMSELF = re.compile(r"\b(?:he|she) (?:himself|herself)\b", re.I)
_INNER = re.compile(
    r"\b(?:recollection|recall\w*|remember\w*|certain|sure|aware|unaware|knowledge|knew|regret\w*|believ\w+|think\w*|thought|intend\w*"
    r"|memory|mind|feel\w*|felt|want\w*|hop\w+|confident|stands? by|stood by|sorry|apolog\w+|misspoke|understood|understanding)\b",
    re.I,
)
_GERUND = re.compile(r"^\W*(?:ever |having )?\w+ing\b", re.I)


def principal_of(casting: Casting, statement: Statement, speaker: Figure) -> Figure | None:
    """For whom a statement is made, None where its speaker speaks for himself."""
    principal = speaker.principal
    if principal is None or principal is speaker:
        return None
    text = casting.page.text
    content = " ".join(piece.of(text) for piece in statement.content)
    if _HIMSELF.search(content):
        return None
    if not is_mouthpiece(speaker):
        cue = statement.cue.of(text).lower() if statement.cue else ""
        if _FIRST_PERSON.search(content) or "testif" in cue or (_GERUND.match(content) and "den" in cue):
            return None
    return _whose_mind(casting, statement, speaker, principal) or principal


def is_mouthpiece(figure: Figure) -> bool:
    """Whether somebody is a spokesperson, who says nothing as a private person."""
    return any(is_spokesperson(role) for role in figure.roles)


def is_spokesperson(role: Role) -> bool:
    """Whether a role is a spokesperson's; a press secretary is one, a secretary of state none."""
    if role.noun == "secretary":
        return "press" in role.modifiers
    return role.noun in _ALWAYS


def _whose_mind(casting: Casting, statement: Statement, speaker: Figure, principal: Figure) -> Figure | None:
    """A person whose inner state a body's spokesperson reports: it is that person's word."""
    if principal.kind == NameKind.PERSON:
        return None
    page = casting.page
    for piece in statement.content:
        subject = next((at for at in page.places(piece) if at in casting.cast.at), None)
        if subject is None:
            continue
        figure = casting.cast.at[subject]
        predicate = " ".join(w.lower for w in page.words[subject + 1 : subject + 9])
        if figure is not speaker and figure.is_person and figure.is_named and _INNER.search(predicate):
            return figure
    return None


def speaks_for_another(figure: Figure) -> bool:
    """Whether any role of a figure is one of speaking for somebody."""
    return any(role.noun in SPEAKS_FOR_ANOTHER for role in figure.roles)
