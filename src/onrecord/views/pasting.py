"""A statement in one line that a reporter can paste: the day, who said it for whom, and what; then how, to whom, through whom.

What was said stands in the article's own characters, and so does how it was said wherever that is more than a plain verb: a
word of ours in its place ("said") would tell something that the article does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.sentences import start_of_sentence
from onrecord.views.present import Parties, day_label, days_label, one_line
from onrecord.vocabulary import Channel, Form, Said, Span, Stance, Statement

_PARTICIPLES = {
    "saying": "said",
    "adding": "added",
    "telling": "told",
    "writing": "wrote",
    "denying": "denied",
    "noting": "noted",
    "claiming": "claimed",
    "arguing": "argued",
    "insisting": "insisted",
    "calling": "called",
    "citing": "said",
    "quoting": "said",
    "asking": "asked",
    "warning": "warned",
}
_DOES = {
    Stance.DENIES: "denied",
    Stance.DECLINES: "would not say",
    Stance.ASKS: "asked",
    Stance.URGES: "urged",
    Stance.VOWS: "vowed",
}
_BY = {
    Channel.INTERVIEW: "in an interview",
    Channel.STATEMENT: "in a statement",
    Channel.PRESS_CONFERENCE: "at a press conference",
    Channel.PHONE: "by phone",
    Channel.TEXT_MESSAGE: "in a text message",
    Channel.EMAIL: "by e-mail",
    Channel.IN_PERSON: "in person",
    Channel.SOCIAL_MEDIA: "on social media",
    Channel.COURT: "in court",
    Channel.DOCUMENT: "in writing",
    Channel.TESTIMONY: "in testimony",
    Channel.SPEECH: "in a speech",
}
_NO_VERB = ("according", "is ", "was ", "are ", "were ", "in ", "on ", "by ", "per", "as ", "to ", "a ", "the ")
_VERB = re.compile(
    r"(?:[a-z']+ly )?(?:(?:has|have|had|did|does|would|will|could|can) (?:not |never |also )?)?[a-z]+(?: [a-z]+){0,2}"
)
_TELLS = re.compile(
    r"^(?:(?:according|per|via|in|as)\b|[^\w’']*$|(?:\w+ly )?(?:said|says|saying|told|tells|wrote|writes|added|adds)\b)",
    re.I,
)
"""Cues that say no more than that it was said, or how: what stands for them is a word of ours."""
_DOING = re.compile(r"^(?:\w+ly )?(?!(?:br|s|r|fl|cl|sw)ing\b)\w+ing\b", re.I)
"""Cues of a clause that hangs on another: "continuing to poke at"."""
_OF_ME = re.compile(r"^(?:am|[’']m)\b", re.I)
_DONE_TO = re.compile(r"\bbeen?\b")
"""In a cue of what is done to somebody: "has been called calm"."""
NEAR = 40
"""Characters that may stand between a cue and what is said, to be told with it."""
LONGEST = 400
"""Characters of the article that may stand for a verb that cannot be taken out of them."""


def sentence(statement: Statement, text: str, parties: Parties) -> str:
    """A statement in one line. Quotation marks appear only where the article has them: putting them around a paraphrase
    would invent a quote."""
    return f"{_day_said(statement.said)} · {utterance(statement, text, parties)}"


def utterance(statement: Statement, text: str, parties: Parties) -> str:
    """The same without the day: who said it for whom, and what; then how, to whom, through whom."""
    if (told := _in_the_words_of_the_article(statement, text)) is not None:
        colon = "" if told.follows else ":"
        hearer = parties.get(statement.told_to) if statement.told_to else None
        beside = _beside(statement, parties, told=hearer is not None and hearer.name.split()[-1] in told.words)
        return f"{_speaker(statement, text, parties)}{colon}{told.words}{beside}"
    content = _content(statement, text)
    runs_on = content[:1].islower() and statement.form is not Form.DIRECT
    verb = _verb(statement, text, parties, runs_on=runs_on)
    colon = "" if runs_on else ":"
    beside = _beside(statement, parties, told=" told " in f" {verb} " or _does_to(verb))
    return f"{_speaker(statement, text, parties)} {verb}{colon} {content}{beside}"


@dataclass(frozen=True, slots=True)
class _Told:
    """Words of the article. follows: whether they go on after the name of who says it, and not after a colon."""

    words: str
    follows: bool


def _in_the_words_of_the_article(statement: Statement, text: str) -> _Told | None:
    """How it was said and what, where the cue is more than a plain verb: "is bearish on the future of student loans"; all of
    it where the cue stands amid what is said: "Ann Lee has been called a fool by her sister". None where a verb will do."""
    cue = statement.cue
    if cue is None or _is_plain(verb := one_line(cue, text)) or _TELLS.search(verb) or _OF_ME.search(verb):
        return None
    first, last = statement.content[0], statement.content[-1]
    source = statement.source or cue
    follows = cue.end <= first.start <= cue.end + NEAR
    if _DOING.search(verb) and not (follows and statement.form is not Form.DIRECT):
        return None
    if follows and (_DOING.search(verb) or (statement.source and source.end <= cue.start)):
        words = one_line(Span(cue.start, first.end), text)
        joint = ", " if _DOING.search(verb) else ": " if verb.startswith("to ") else "" if words[0] in "’'" else " "
        return _Told(joint + " … ".join([words, *(one_line(piece, text) for piece in statement.content[1:])]), True)
    start = min(source.start, cue.start, first.start)
    if statement.source is None:
        start = start_of_sentence(text, start)  # "A surveyor is suspected of": of whom it is told stands before it
    whole = Span(start, max(source.end, cue.end, last.end))
    if statement.form is Form.DIRECT or whole.end - whole.start > LONGEST or "\n\n" in whole.of(text):
        return None
    return _Told(" " + one_line(whole, text), False)


def _content(statement: Statement, text: str) -> str:
    return " … ".join(one_line(piece, text) for piece in statement.content)


def _is_plain(cue: str) -> bool:
    """Whether a cue is a verb that can stand behind a name."""
    verb = _PARTICIPLES.get(cue.lower(), cue.lower())
    is_verb = _VERB.fullmatch(verb) is not None
    return is_verb and not (verb.startswith(_NO_VERB) or _DOING.search(verb) or _DONE_TO.search(verb))


def _day_said(said: Said | None) -> str:
    if said is None:
        return "no day"
    is_day = said.days.start == said.days.end
    return day_label(said.days.start.isoformat()) if is_day else days_label(said.days)


def _speaker(statement: Statement, text: str, parties: Parties) -> str:
    """The fullest name of who speaks, and for whom; the words of the text where nobody is known."""
    if statement.speaker is not None and statement.speaker in parties:
        name = parties[statement.speaker].name
    elif statement.source:
        name = one_line(statement.source, text)
    else:
        name = "(nobody named)"
    principal = parties.get(statement.on_behalf_of) if statement.on_behalf_of else None
    return f"{name}, for {principal.name}," if principal and principal.name not in name else name


def _verb(statement: Statement, text: str, parties: Parties, *, runs_on: bool) -> str:
    """What the speaker did: the cue where it is a plain verb, else a word for the stance; with whom it was done to."""
    cue = one_line(statement.cue, text).lower() if statement.cue else ""
    verb = _PARTICIPLES.get(cue, cue) if _is_plain(cue) else _DOES.get(statement.stance or Stance.ASSERTS, "said")
    told = parties.get(statement.told_to) if statement.told_to else None
    if verb.split()[-1] in ("told", "tells", "tell"):
        return f"{verb} {told.name}" if told else f"{verb.rsplit(' ', 1)[0]} said" if " " in verb else "said"
    return f"{verb} {told.name}" if told and runs_on and _does_to(verb) else verb


def _does_to(verb: str) -> bool:
    """Whether a verb takes whom it is said to: "urged the board to wait"."""
    return verb.split()[0] in (
        "asked",
        "urged",
        "told",
        "begged",
        "ordered",
        "advised",
        "warned",
        "assured",
        "reminded",
    )


def _beside(statement: Statement, parties: Parties, *, told: bool) -> str:
    """In brackets after what was said: by which way, to whom, through whom."""
    parts = [_BY[statement.channel]] if statement.channel else []
    if statement.told_to in parties and statement.told_to and not told:
        parts.append(f"to {parties[statement.told_to].name}")
    if relays := [parties[relay].name for relay in statement.via if relay in parties]:
        parts.append(f"via {', '.join(relays)}")
    return f" ({', '.join(parts)})" if parts else ""
