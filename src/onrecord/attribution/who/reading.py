"""Who speaks, for whom, to whom and through whom: every statement of an article with its parties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.attribution.who.addressees import addressee_of
from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting, Scene, cast_of
from onrecord.attribution.who.documents import author_of, document_before
from onrecord.attribution.who.forward import name_the_described
from onrecord.attribution.who.gender import Gender
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.names import TaggedName
from onrecord.attribution.who.page import Page, read_page
from onrecord.attribution.who.parties import Register
from onrecord.attribution.who.phrases import figure_of
from onrecord.attribution.who.principals import principal_by_role, principal_of, voice_of
from onrecord.attribution.who.relays import cited_by, relay_of
from onrecord.attribution.who.roll import Roll
from onrecord.attribution.who.scenes import Exchange, carry_addressees, is_reply
from onrecord.attribution.who.supplied import supplied_speaker
from onrecord.attribution.who.turns import Turns, find_turns
from onrecord.attribution.who.unnamed import count_of, is_unnamed
from onrecord.vocabulary import Article, Form, Span, Statement, StatementId

_REPORTS = re.compile(r"\b(?:report(?:s|ed)|revealed|published|broadcast)\b")
_ASKS = re.compile(r"\basked$")
_NOBODY = frozenset({"nobody", "no one", "no-one", "none", "none of them"})
_YOU = frozenset({"you"})
_TOLD_ME = re.compile(r"\s+(?:me|us)\b", re.I)
_SPEAKERS_OWN = frozenset({"i", "we", "me", "us", "my"})


@dataclass(slots=True)
class _Answer:
    """What is known of one statement: figures, before they are parties."""

    speaker: Figure | None = None
    supplied: bool = False
    principal: Figure | None = None
    told_to: Figure | None = None
    is_addressed: bool = False
    via: tuple[Figure, ...] = ()
    anonymous: bool = False
    count: int | None = None


def read_parties(
    article: Article, statements: tuple[Statement, ...], names: Sequence[TaggedName] | None = None
) -> tuple[Roll, tuple[Statement, ...]]:
    """Who is where in an article, and its statements with speaker, principal, addressee and relay.

    statements: in text order, outer before nested, as attribution leaves them. names: what a tagger marked, if one has run.
    """
    page = read_page(article.text)
    casting = cast_of(page, _scene(page, statements), article.publisher, names)
    name_the_described(casting)
    turns = find_turns(casting)
    answers: dict[StatementId, _Answer] = {}
    told: list[tuple[Statement, Figure | None]] = []
    in_order: list[_Answer] = []
    for statement in statements:
        answer = _answer(casting, statement, answers, told, turns)
        answers[statement.id] = answer
        in_order.append(answer)
        told.append((statement, answer.speaker))
    _carry(casting, statements, in_order)
    register = Register(article, casting)
    filled = tuple(_filled(register, s, answer) for s, answer in zip(statements, in_order, strict=True))
    return Roll(casting, register), filled


def _carry(casting: Casting, statements: tuple[Statement, ...], answers: list[_Answer]) -> None:
    """Addressees that scenes give."""
    both = list(zip(statements, answers, strict=True))
    exchanges = [
        Exchange(s, answer.speaker, answer.told_to, supplied=answer.supplied, is_addressed=answer.is_addressed)
        for s, answer in both
    ]
    carry_addressees(casting, exchanges)
    for exchange, answer in zip(exchanges, answers, strict=True):
        if exchange.told_to is not answer.speaker:
            answer.told_to = exchange.told_to


def _scene(page: Page, statements: tuple[Statement, ...]) -> Scene:
    """Which places of the page are in a source, and what that source utters."""
    sources: dict[int, tuple[int, tuple[Span, ...]]] = {}
    for statement in statements:
        if statement.source is not None:
            for at in page.places(statement.source):
                # Whoever is quoted does not call himself by his name; in a paraphrase the name may stand for "he".
                # Behind a paraphrase it does not: in "Lee was late, she said" Lee is another.
                is_behind = statement.content[-1].end <= statement.source.start
                uttered = statement.content if statement.form != Form.INDIRECT or is_behind else ()
                sources[at] = statement.source.start, sources.get(at, (0, ()))[1] + uttered
    reports = [s for s in statements if s.source and s.cue and _REPORTS.search(s.cue.of(page.text))]
    asks = [s for s in statements if s.source and s.cue and _asks_somebody(page, s)]
    places = (frozenset(at for s in some if s.source for at in page.places(s.source)) for some in (reports, asks))
    return Scene(sources, *places)


def _asks_somebody(page: Page, statement: Statement) -> bool:
    """Whether a question is put to one person: "asked her whether", not "asked whether"."""
    assert statement.cue is not None
    if not _ASKS.search(statement.cue.of(page.text)):
        return False
    at = page.places(statement.cue)[-1] + 1
    if at >= len(page.words):
        return False
    return page.words[at].is_capital or page.lower(at) in {"him", "her"}


def _answer(
    casting: Casting,
    statement: Statement,
    answers: dict[StatementId, _Answer],
    told: list[tuple[Statement, Figure | None]],
    turns: Turns,
) -> _Answer:
    answer = _Answer()
    outer = answers.get(statement.nested_in) if statement.nested_in else None
    source = statement.source.of(casting.page.text) if statement.source else ""
    within = _turn_around(casting, statement, outer, turns)
    if source.lower() in _NOBODY or (within is None and _is_the_writers(casting, statement, outer)):
        return answer
    if within is not None and statement.source is not None and source.lower() in _SPEAKERS_OWN | _YOU:
        start = statement.source.start
        answer.speaker = within if source.lower() in _SPEAKERS_OWN else turns.other_at(casting, start)
    elif statement.source is not None and source.lower() not in _SPEAKERS_OWN:
        answer.speaker = _answerer(casting, statement, answers, told) or figure_of(casting, statement.source)
    elif outer is not None:
        answer.speaker, answer.supplied = outer.speaker, True
    else:
        answer.speaker, answer.supplied = supplied_speaker(casting, statement, told, None), True
    if answer.speaker is None:
        answer.supplied = False
        if outer is not None:  # whoever "she" is, it is known who says that she said it, and to whom
            answer.via = _via(casting, statement, None, outer, None)
            answer.told_to = addressee_of(casting, statement, None, outer.speaker).figure
        return answer
    answer.speaker = _other_than_outer(casting, statement, answers, told, answer.speaker)
    answer.speaker = _client_of(casting, answer.speaker, outer)
    answer.speaker = document_before(casting, statement) or answer.speaker
    answer.speaker = author_of(casting, answer.speaker, statement.source, told) or answer.speaker
    outlet = answer.speaker
    cited = cited_by(casting, statement, outlet)
    if cited is not None:
        answer.speaker = cited
    voice = voice_of(casting, statement)
    if voice is not None and voice is not answer.speaker:
        answer.principal, answer.speaker = answer.speaker, voice
    else:
        answer.principal = principal_of(casting, statement, answer.speaker)
    answer.anonymous = is_unnamed(answer.speaker, source)
    answer.count = count_of(answer.speaker, source) if answer.anonymous else None
    addressee = addressee_of(casting, statement, answer.speaker, outer.speaker if outer else None)
    answer.told_to, answer.is_addressed = addressee.figure, addressee.is_said
    if statement.cue and _TOLD_ME.match(casting.page.text, statement.cue.end):
        if within is not None:
            answer.told_to = within
        elif outer is not None and any(s.id == statement.nested_in and turns.is_turn(s) for s, _ in told):
            answer.told_to = outer.speaker
    answer.via = _via(casting, statement, answer.speaker, outer, outlet if cited else None)
    if within not in (None, answer.speaker, casting.publisher) and not answer.via and statement.source is not None:
        answer.via = () if turns.is_asked(casting, statement.source.start) else (within,)
    if not answer.via and answer.anonymous and outer is None and answer.told_to is None:
        answer.via = next((a.via for a in reversed(list(answers.values())) if a.speaker is answer.speaker), ())
    return answer


def _is_the_writers(casting: Casting, statement: Statement, outer: _Answer | None) -> bool:
    """Whether "I" is whoever wrote the article, of whom its text says no name: it stands in nobody's words and in no labelled turn."""
    if statement.source is None or outer is not None:
        return False
    if statement.source.of(casting.page.text).lower() not in _SPEAKERS_OWN:
        return False
    at = min(casting.page.place(statement.source.start), len(casting.page.words) - 1)
    return not casting.page.words[at].quoted


def _turn_around(casting: Casting, statement: Statement, outer: _Answer | None, turns: Turns) -> Figure | None:
    """Whose turn of a conversation a statement is told in that is not the turn itself: "Orr: He told me that it was late"."""
    if not turns.labels or outer is not None or statement.source is None or turns.is_turn(statement):
        return None
    return turns.speaker_at(casting, statement.source.start)


def _answerer(
    casting: Casting,
    statement: Statement,
    answers: dict[StatementId, _Answer],
    told: list[tuple[Statement, Figure | None]],
) -> Figure | None:
    """Who of several of one surname replies: the one that was asked just before."""
    if (
        statement.source is None
        or statement.cue is None
        or not told
        or not is_reply(statement.cue.of(casting.page.text))
    ):
        return None
    asked = answers[told[-1][0].id].told_to
    name = statement.source.of(casting.page.text)
    return asked if asked is not None and any(n.words[-1] == name for n in asked.names) else None


_HE = {"he": Gender.MAN, "she": Gender.WOMAN}
_NEAR = 80
"""Words before a quoted pronoun within which the one it means was named."""


def _other_than_outer(
    casting: Casting,
    statement: Statement,
    answers: dict[StatementId, _Answer],
    told: list[tuple[Statement, Figure | None]],
    speaker: Figure,
) -> Figure:
    """Who "he" is in what somebody says in the first person: another than who says it, the person spoken of last before."""
    outer = answers.get(statement.nested_in) if statement.nested_in else None
    source = statement.source.of(casting.page.text).lower() if statement.source else ""
    form = next((s.form for s, _ in told if s.id == statement.nested_in), None)
    if outer is None or outer.speaker is not speaker or source not in _HE or form is not Form.DIRECT:
        return speaker
    assert statement.source is not None
    place = casting.page.place(statement.source.start)
    for at in range(place - 1, max(-1, place - _NEAR), -1):
        figure = casting.cast.at.get(at)
        if figure is None or figure is speaker or figure.kind != NameKind.PERSON:
            continue
        if figure.is_named and not figure.plural and figure.gender in {None, _HE[source]}:
            return figure
    return speaker


def _client_of(casting: Casting, speaker: Figure, outer: _Answer | None) -> Figure:
    """Whom "his client" means where the lawyer or agent is known to speak for somebody, at least in saying this."""
    if speaker.is_named or {d.noun for d in speaker.descriptions} != {"client"}:
        return speaker
    if outer is not None and outer.principal is not None:
        return outer.principal
    owners = (casting.owner_of(description) for description in speaker.descriptions)
    clients = (principal_by_role(casting, owner) for owner in owners if owner is not None)
    return next((client for client in clients if client is not None), speaker)


def _via(
    casting: Casting, statement: Statement, speaker: Figure | None, outer: _Answer | None, outlet: Figure | None
) -> tuple[Figure, ...]:
    """The relay: what brings the outer statement, its speaker, and the outlet that cites this one."""
    chain: list[Figure] = []
    if outer is not None and outer.speaker is not None:
        chain += [*outer.via, outer.speaker]
    relay = outlet or relay_of(casting, statement)
    if relay is not None:
        chain.append(relay)
    once: list[Figure] = []
    for figure in chain:
        if figure is not speaker and figure not in once:
            once.append(figure)
    return tuple(once)


def _filled(register: Register, statement: Statement, answer: _Answer) -> Statement:
    """A statement with the ids of its parties."""
    return replace(
        statement,
        speaker=register.id_of(answer.speaker) if answer.speaker else None,
        supplied=answer.supplied,
        on_behalf_of=register.id_of(answer.principal) if answer.principal else None,
        anonymous=answer.anonymous,
        count=answer.count,
        told_to=register.id_of(answer.told_to) if answer.told_to else None,
        via=tuple(register.id_of(figure) for figure in answer.via),
    )
