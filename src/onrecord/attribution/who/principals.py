"""For whom somebody speaks: the principal of spokespeople, lawyers, agents and aides, unless they speak of themselves."""

from __future__ import annotations

import re

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.nouns import SPEAKS_FOR_ANOTHER
from onrecord.attribution.who.phrases import figure_of, noun_phrase_at
from onrecord.attribution.who.roles import Role
from onrecord.vocabulary import Span, Statement

_MOUTHPIECES = listed("spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople")
_PRESS = listed("press media information communications publicity affairs campaign")
_PRESS_NOUNS = listed(
    "secretary officer director chief head manager coordinator adviser advisor team office official chairman chairwoman chair"
)
_OF_A_PERSON = listed("assistant adjutant aide staff representative rep surrogate publicist strategist")
_ADVISES = listed("adviser advisor")
_POLITICAL = listed("opposition party labour conservatives tories greens democrats republicans liberals")
_CONSTITUENCIES = listed("district county state constituency city town borough ward region voters residents people")
_FIRST_PERSON = re.compile(r"\b(?:I|I[’']\w+|me|my|myself)\b")
_HIMSELF = re.compile(r"\b(?:he|she) (?:himself|herself)\b", re.I)
_INNER = re.compile(
    r"\b(?:recollection|recall\w*|remember\w*|certain|sure|aware|unaware|knowledge|knew|regret\w*|believ\w+|think\w*|thought|intend\w*"
    r"|memory|mind|feel\w*|felt|want\w*|hop\w+|confident|stands? by|stood by|sorry|apolog\w+|misspoke|understood|understanding)\b",
    re.I,
)
_GERUND = re.compile(r"^\W*(?:ever |having )?\w+ing\b", re.I)
_SPEAKS_FOR = re.compile(
    r",?\s+(?:who\s+(?:speaks|is speaking|represents|represented|acts|acted|is acting|answers)|speaking|acting"
    r"|representing)\s+(?:only\s+)?(?:for\s+|on behalf of\s+)?$|,\s+for\s+$",
    re.I,
)


def principal_of(casting: Casting, statement: Statement, speaker: Figure) -> Figure | None:
    """For whom a statement is made, None where its speaker speaks for himself."""
    principal = _principal(casting, speaker)
    if principal is None or principal is speaker:
        return None
    text = casting.page.text
    content = " ".join(piece.of(text) for piece in statement.content)
    if _HIMSELF.search(content):
        return None
    if not is_mouthpiece(speaker):
        cue = statement.cue.of(text).lower() if statement.cue else ""
        if (
            (_is_agent(speaker) and _is_of_himself(casting, statement, speaker, content, cue))
            or "testif" in cue
            or (_GERUND.match(content) and "den" in cue)
        ):
            return None
    return _whose_mind(casting, statement, speaker, principal) or principal


def _is_agent(speaker: Figure) -> bool:
    """Whether somebody acts for another without being their lawyer: agents have doings of their own to speak of."""
    return any(role.noun in {"agent", "publicist", "manager", "representative", "assistant"} for role in speaker.roles)


def _is_of_himself(casting: Casting, statement: Statement, speaker: Figure, content: str, cue: str) -> bool:
    """Whether an agent speaks of his own doings: in the first person, or denying what "he" is said to have done."""
    if _FIRST_PERSON.search(content):
        return True
    if not re.search(r"\b(?:den\w+|dismiss\w*|reject\w*)\b", cue):
        return False
    places = [at for piece in statement.content for at in casting.page.places(piece)]
    return any(at in casting.pronoun_at and casting.cast.at.get(at) is speaker for at in places)


def is_mouthpiece(figure: Figure) -> bool:
    """Whether somebody is a spokesperson, who says nothing as a private person."""
    return any(_is_press(role) for role in figure.roles) or not figure.roles


def _is_press(role: Role) -> bool:
    if role.noun in _MOUTHPIECES:
        return True
    said = {w.lower() for w in role.modifiers} | {w.lower() for w in role.text.split()[:-1]}
    return role.noun in _PRESS_NOUNS and bool(_PRESS & said)


def _principal(casting: Casting, speaker: Figure) -> Figure | None:
    """Whom a figure's roles make it speak for, the first that the text says."""
    for role in speaker.roles:
        if role.noun == "counsel" or "former" in role.text.lower() or role.plural:
            continue
        if role.owner is None:
            if _is_press(role) and not any(r.owner is not None and _is_press(r) for r in speaker.roles):
                return _body_spoken_of(casting, speaker)
            continue
        owner = casting.figure_at(role.owner)
        if owner is None or owner is speaker or _is_portfolio(casting, role, owner):
            continue
        owner = _behind_campaign(casting, owner)
        if _is_press(role) or (role.noun in SPEAKS_FOR_ANOTHER and owner.kind != NameKind.PLACE):
            return owner
        is_his = role.noun in _OF_A_PERSON or (role.noun in _ADVISES and "special" in role.modifiers)
        if is_his and owner.kind == NameKind.PERSON and not owner.plural:
            return owner
    return _said_to_speak_for(casting, speaker)


def _behind_campaign(casting: Casting, owner: Figure) -> Figure:
    """The candidate, where somebody speaks for a campaign that is said to be one person's."""
    for description in owner.descriptions:
        if description.noun == "campaign" and not owner.names:
            candidate = casting.owner_of(description)
            return candidate if candidate is not None and candidate.kind == NameKind.PERSON else owner
    return owner


def _body_spoken_of(casting: Casting, speaker: Figure) -> Figure | None:
    """The body that the text was just speaking of where "a spokesman" comes up without saying whose."""
    places = [d.head for d in speaker.descriptions] + [n.first for n in speaker.names]
    if not places:
        return None
    first, page = min(places), casting.page
    for place in range(first - 1, max(-1, first - 60), -1):
        figure = casting.cast.at.get(place)
        if page.words[first].paragraph - page.words[place].paragraph > 1:
            return None
        if figure is not None and figure.kind == NameKind.ORGANIZATION and not page.words[place].quoted:
            return figure
    return None


def _is_portfolio(casting: Casting, role: Role, owner: Figure) -> bool:
    """Whether somebody is a party's spokesman on a subject: a politician who speaks for himself."""
    if role.noun not in _MOUTHPIECES or role.owner is None:
        return False
    words = {casting.page.lower(role.owner)} | {w.lower() for name in owner.names for w in name.words}
    if "opposition" in words:
        return True
    return bool(words & _POLITICAL) and bool(set(role.modifiers) - words - {"senior", "chief", "official"})


def _said_to_speak_for(casting: Casting, speaker: Figure) -> Figure | None:
    """Whom a clause after the name says that somebody speaks for: "Ann Lee, who speaks for the quarry"."""
    page = casting.page
    if not casting.has_clauses_of_speaking:
        return None
    for name in speaker.names:
        for at in range(name.last + 1, min(name.last + 8, len(page.words))):
            between = page.text[page.words[name.last].end : page.words[at].start]
            if _SPEAKS_FOR.match(between):
                phrase = noun_phrase_at(casting, at)
                principal = figure_of(casting, phrase) if phrase else None
                if principal is not None and phrase is not None and _can_be_spoken_for(casting, principal, phrase):
                    return principal
    return None


def _can_be_spoken_for(casting: Casting, figure: Figure, phrase: Span) -> bool:
    """Whether a clause like "who represents the bank" makes one a principal; a party or a constituency is none."""
    words = {casting.page.lower(at) for at in casting.page.places(phrase)}
    return figure.kind in {NameKind.PERSON, NameKind.ORGANIZATION} and not words & (_POLITICAL | _CONSTITUENCIES)


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
