"""To whom something was said where its own sentence does not tell: conversations that go on, hearings, questions and their answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.turns import find_turns
from onrecord.vocabulary import Form, Statement

_REPLIES = re.compile(
    r"\b(?:repl(?:y|ies|ied|ying)|answer\w*|respond\w*|shot back|shoots back|retort\w*|countered|snapped back)\b", re.I
)
_ASKS = re.compile(
    r"\b(?:ask\w*|press(?:ed|es|ing)?|put (?:it|to)|puts (?:it|to)|wonder\w*|question\w*|inquir\w*|quizz\w*|challeng\w*)\b",
    re.I,
)
_DIRECTS = re.compile(
    r"\b(?:order|urg|call|instruct|appeal|beg|direct|command|petition|lobb|invit|implor|summon|thank)\w*(?: (?:up)?on| to| for)?$"
    r"|\b(?:called|calls|calling) (?:up)?on\b",
    re.I,
)
"""What is demanded of somebody from afar, and begins no conversation."""
_GOES_ON = re.compile(
    r"\b(?:add(?:s|ed|ing)?|went on|goes on|continu\w+|volunteer\w*|conced\w+|allow(?:s|ed)|conclud\w+|insist\w*)\b",
    re.I,
)
_IS_HEARD = re.compile(
    r"\b(?:gave|gives|giving|to give) (?:\w+ )?evidence\b|\bwas (?:heard|questioned|examined|sworn)\b|\bhad heard\b|\bheard from\b"
    r"|\btook (?:the|her|his) (?:stand|oath|seat)\b|\b(?:in|entered|from) the (?:witness )?(?:box|chair|stand)\b|\bas a witness\b"
    r"|\b(?:appeared|appears|sat(?: down)?|came|stood|went) before\b|\bfaced (?:the|a|an) |\bappeared (?:first|last|next)\b",
    re.I,
)
_TESTIFIES = re.compile(r"\btestif\w+|\bunder oath\b|\bsw(?:ore|orn)\b", re.I)
_ELSEWHERE = re.compile(
    r"\b(?:in a (?:\w+ )?(?:statement|speech|post|tweet|letter|filing|memo|memoir|book|report|press release|sermon)|news conference"
    r"|press conference|briefing|rally|reporters|journalists|posted|tweeted|on (?:twitter|facebook|social media|instagram|x))\b",
    re.I,
)
_EARLIER = re.compile(r"^had\b|\bhas (?:long|always|repeatedly|often)\b", re.I)
_CONTACT = re.compile(
    r"\b(?:reached|called|phoned|rang|telephoned|contacted|met|visited|caught|found|interview\w*|asked|approached|spoke|sat|texted"
    r"|e-?mail(?:ed)?|wrote|sent|sees|tells|gives|gave|says to|receives"
    r"|conversation|correspondence|repl(?:y|ied)|questions?|answer|programme|program|show|podcast|studio)\b",
    re.I,
)
_TOLD_BEFORE = 2
"""Sentences up to which the paragraph before tells of the contact in which a paragraph that opens with a quotation was said."""
_FIRST_PERSON = listed("us me our we i my")
_HEARS = listed(
    "committee panel inquiry tribunal commission jury board subcommittee court council assembly senate parliament"
)
_SITS = listed("council assembly senate parliament board")
"""Bodies that hear witnesses seldom themselves: their committees do."""
_NEAR = 2
"""Paragraphs over which a hearing or a conversation goes on without its being said again."""


def is_reply(cue: str) -> bool:
    """Whether a cue says that a question is answered."""
    return _REPLIES.search(cue) is not None


@dataclass(slots=True)
class Exchange:
    """A statement with its speaker and addressee while addressees are being found."""

    statement: Statement
    speaker: Figure | None
    told_to: Figure | None
    supplied: bool = False
    is_addressed: bool = False


@dataclass(frozen=True, slots=True)
class _Talk:
    """Somebody's conversation: with whom, in which paragraph and at which statement it was last heard of."""

    audience: Figure
    paragraph: int
    number: int
    testimony: bool


def carry_addressees(casting: Casting, exchanges: list[Exchange]) -> None:
    """Fill the addressee of each statement that its scene gives, in text order."""
    talks: dict[int, _Talk] = {}
    turns = find_turns(casting)
    for number, exchange in enumerate(exchanges):
        if exchange.speaker is None or exchange.statement.nested_in is not None:
            continue
        before = _before(exchanges, number)
        if turns.is_turn(exchange.statement):
            exchange.told_to = turns.audience(casting, exchange.statement)
        elif exchange.told_to is None and not exchange.is_addressed:
            exchange.told_to = _of_scene(casting, exchange, before, talks, number)
        paragraph = _paragraph(casting, exchange.statement)
        cue = exchange.statement.cue.of(casting.page.text) if exchange.statement.cue else ""
        if exchange.told_to is not None and not _EARLIER.search(cue) and not _DIRECTS.search(cue):
            talks[exchange.speaker.number] = _Talk(
                exchange.told_to,
                paragraph,
                number,
                _is_testimony(casting, exchange, talks.get(exchange.speaker.number)),
            )


def _before(exchanges: list[Exchange], number: int) -> Exchange | None:
    """The statement before, nested ones left out."""
    return next((e for e in reversed(exchanges[:number]) if e.statement.nested_in is None), None)


def _of_scene(
    casting: Casting, exchange: Exchange, before: Exchange | None, talks: dict[int, _Talk], number: int
) -> Figure | None:
    cue = exchange.statement.cue.of(casting.page.text) if exchange.statement.cue else ""
    if exchange.supplied:
        return before.told_to if before is not None and before.speaker is exchange.speaker else None
    answered = _whose_question(casting, exchange, before, cue)
    if answered is not None:
        return answered
    if _ELSEWHERE.search(_sentence(casting, exchange.statement)):
        return None
    if _EARLIER.search(cue):
        return None
    if _TESTIFIES.search(cue) or _is_heard(casting, exchange):
        return _hearing(casting, exchange, talks)
    if _with_publisher(casting, exchange):
        return casting.publisher
    assert exchange.speaker is not None
    talk = talks.get(exchange.speaker.number)
    return talk.audience if talk and _goes_on(casting, exchange, talk, number, cue) else None


def _goes_on(casting: Casting, exchange: Exchange, talk: _Talk, number: int, cue: str) -> bool:
    """Whether a statement belongs to a conversation that its speaker was last heard in."""
    distance = _paragraph(casting, exchange.statement) - talk.paragraph
    if distance == 0:
        return True
    direct = exchange.statement.form != Form.INDIRECT
    if distance <= 1 and _GOES_ON.search(cue) and talk.number == number - 1:
        return True
    if talk.audience.is_publisher or (talk.testimony and distance <= _NEAR):
        return direct
    return direct and distance <= 1 and talk.number == number - 1


def _whose_question(casting: Casting, exchange: Exchange, before: Exchange | None, cue: str) -> Figure | None:
    """Who asked what is answered here; whoever asked nobody in particular, asked the one who answers."""
    if before is None or before.speaker is None or before.speaker is exchange.speaker:
        return None
    if not _REPLIES.search(cue) and before.told_to is not exchange.speaker:
        return None
    asked = before.statement.cue.of(casting.page.text) if before.statement.cue else ""
    if not _ASKS.search(asked) or _paragraph(casting, exchange.statement) - _paragraph(casting, before.statement) > 1:
        return None
    before.told_to = before.told_to or exchange.speaker
    return before.speaker


def _hearing(casting: Casting, exchange: Exchange, talks: dict[int, _Talk]) -> Figure | None:
    """The body before which a witness speaks: that of the testimony before, else the one last spoken of, else the next."""
    former = [t for t in talks.values() if t.testimony]
    if former:
        return max(former, key=lambda t: t.number).audience
    here = casting.page.place(exchange.statement.start)
    parts = {d.owner for d in casting.descriptions if d.noun in _HEARS}  # the "inquiry" of a commission of inquiry
    bodies = [
        (abs(d.head - here) + (0 if d.head < here else 400) + (100 if d.noun in _SITS else 0), d.head)
        for d in casting.descriptions
        if d.noun in _HEARS
        and d.head not in parts
        and d.head in casting.cast.at
        and not casting.page.words[d.head].quoted
    ]
    bodies += [
        (abs(n.last - here) + (0 if n.last < here else 400) + (100 if n.words[-1].lower() in _SITS else 0), n.last)
        for n in casting.names
        if n.words[-1].lower() in _HEARS or n.words[0].lower() in _HEARS
    ]
    return casting.cast.at.get(min(bodies)[1]) if bodies else None


def _is_heard(casting: Casting, exchange: Exchange) -> bool:
    """Whether the paragraph told, before a statement, that its speaker was called as a witness."""
    page = casting.page
    at = min(page.place(exchange.statement.start), len(page.words) - 1)
    first = at
    while first > 0 and page.words[first - 1].paragraph == page.words[at].paragraph:
        first -= 1
    told = " ".join(w.lower for w in page.words[first:at] if not w.quoted)
    return bool(_IS_HEARD.search(told)) and any(casting.cast.at.get(p) is exchange.speaker for p in range(first, at))


def _is_testimony(casting: Casting, exchange: Exchange, talk: _Talk | None) -> bool:
    audience = exchange.told_to
    if audience is None or audience.kind == NameKind.OUTLET:
        return False
    cue = exchange.statement.cue.of(casting.page.text) if exchange.statement.cue else ""
    nouns = {d.noun for d in audience.descriptions} | {n.words[-1].lower() for n in audience.names}
    if _is_heard(casting, exchange):
        return True
    return bool(_TESTIFIES.search(cue) or nouns & _HEARS or (talk and talk.testimony and talk.audience is audience))


def _with_publisher(casting: Casting, exchange: Exchange) -> bool:
    """Whether the sentence of a statement, or one before it in its paragraph, tells that the outlet itself met or asked its speaker."""
    if casting.publisher is None or exchange.speaker is None or not casting.speaks_of_publisher:
        return False
    page = casting.page
    last = page.place(exchange.statement.start)
    here = page.words[min(last, len(page.words) - 1)]
    end, final = last, _last_sentence(casting, exchange.statement)
    while end < len(page.words) and page.words[end].sentence <= final:
        end += 1
    first = last
    while (
        first > 0
        and page.words[first - 1].paragraph == here.paragraph
        and here.sentence - page.words[first - 1].sentence < 3
    ):
        first -= 1
    if first == last and exchange.statement.form is Form.DIRECT:
        while first > 0 and here.sentence - page.words[first - 1].sentence < _TOLD_BEFORE:
            first -= 1  # "Lee gave the Courier an interview in his ward." and a new paragraph with what he said
    sentences: dict[int, list[int]] = {}
    for at in range(first, end):
        if not page.words[at].quoted:
            sentences.setdefault(page.words[at].sentence, []).append(at)
    return any(_is_contact(casting, exchange.speaker, places) for places in sentences.values())


def _is_contact(casting: Casting, speaker: Figure, places: list[int]) -> bool:
    page = casting.page
    own = any(
        (page.lower(at) in _FIRST_PERSON and page.words[at].text != "US")
        or (casting.cast.at.get(at) is casting.publisher and page.lower(at + 1) != ")")
        for at in places
    )
    if not own or not any(casting.cast.at.get(at) is speaker for at in places):
        return False
    return bool(_CONTACT.search(" ".join(page.lower(at) for at in places)))


def _last_sentence(casting: Casting, statement: Statement) -> int:
    page = casting.page
    ends = [s.end for s in (statement.source, statement.cue, *statement.content) if s]
    return page.words[min(page.place(max(ends) - 1), len(page.words) - 1)].sentence


def _sentence(casting: Casting, statement: Statement) -> str:
    """The unquoted words of the sentence of a statement's cue."""
    page = casting.page
    at = min(page.place((statement.cue or statement.content[0]).start), len(page.words) - 1)
    sentence = page.words[at].sentence
    first = last = at
    while first > 0 and page.words[first - 1].sentence == sentence:
        first -= 1
    while last + 1 < len(page.words) and page.words[last + 1].sentence == sentence:
        last += 1
    return " ".join(w.lower for w in page.words[first : last + 1] if not w.quoted)


def _paragraph(casting: Casting, statement: Statement) -> int:
    page = casting.page
    return page.words[min(page.place(statement.start), len(page.words) - 1)].paragraph
