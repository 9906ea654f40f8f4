"""Contacts: who met, called, wrote to, spoke with or told whom, with channel and day, as far as the text says.

Only what is told as having happened: what is denied, planned, refused, asked for or supposed is none. Dealings with the press are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.what.lines import PARTY, TIME, Line, Mention, line_of
from onrecord.attribution.what.told import Told
from onrecord.attribution.what.triggers import (
    CHANNELS,
    DOCUMENT,
    EMAIL,
    IN_PERSON,
    MEANT,
    PHONE,
    TEXT,
    UNREAL,
    UNREAL_BEFORE,
    UNREAL_WITHIN,
    Trigger,
    triggers_in,
)
from onrecord.attribution.when import Anchor, TimexType, day_published
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.words import DETERMINERS, POSSESSIVES, PRONOUNS
from onrecord.vocabulary import Basis, Channel, Contact, Interval, Party, PartyId, PartyKind, Span, Stance, Statement


def find_contacts(told: Told) -> tuple[Contact, ...]:
    """Every contact that the article tells of, each once, in text order."""
    by_words = list(_by_words(told))
    found = [*(c for c in _by_statements(told) if not _is_told_by_words(c, by_words)), *by_words]
    return tuple(sorted(_merged(told, found), key=lambda contact: (contact.span, contact.parties)))


def _is_told_by_words(contact: Contact, by_words: list[Contact]) -> bool:
    """Whether the words of a statement have been read as a contact of one of the two: they tell of one, and name whom better."""
    meant = set(contact.parties)
    return any(
        meant != set(other.parties)
        and meant & set(other.parties)
        and contact.span.start < other.span.end
        and other.span.start < contact.span.end
        for other in by_words
    )


# --- by statements: what one party told another, other than the press ---


def _by_statements(told: Told) -> Iterator[Contact]:
    for statement in told.statements:
        parties = _speaker_and_hearer(told, statement)
        if parties is None or not _is_news_of(told, statement):
            continue
        on = statement.said.days if statement.said and statement.said.basis is not Basis.ARTICLE_DATE else None
        yield Contact(told.article.id, parties, _saying(told, statement), _direct(statement.channel), on)


def _speaker_and_hearer(told: Told, statement: Statement) -> tuple[PartyId, PartyId] | None:
    speaker, hearer = (told.roll.party(p) for p in (statement.speaker, statement.told_to))
    if speaker is None or hearer is None or PartyKind.OUTLET in {speaker.kind, hearer.kind} or speaker.id == hearer.id:
        return None
    if any(_THINGS.search(p.name) or _PRESS.search(p.name) or _ANYBODY.fullmatch(p.name) for p in (speaker, hearer)):
        return None
    return speaker.id, hearer.id


_PERFECT = re.compile(r"\b(?:had|has|have|having)\b", re.I)
_IN_PUBLIC = frozenset(
    {
        Channel.TESTIMONY,
        Channel.SPEECH,
        Channel.PRESS_CONFERENCE,
        Channel.SOCIAL_MEDIA,
        Channel.INTERVIEW,
        Channel.COURT,
    }
)


def _is_news_of(told: Told, statement: Statement) -> bool:
    """Whether a statement was made to somebody in the affair rather than to whoever wrote the article: nested, told in the perfect, on a
    day of its own, or by a channel that goes from one to the other."""
    if statement.cue is None or not told.is_real(statement.cue.start) or _is_negated(told, statement.cue.start):
        return False
    if statement.channel in _IN_PUBLIC or not _names_hearer(told, statement):
        return False
    cue = statement.cue.of(told.article.text)
    if _TO_ALL.search(cue) or _DENIED.search(cue) or _OFTEN.search(cue):
        return False
    if _PASSIVE.search(cue) and statement.source and statement.source.end <= statement.cue.start:
        return False
    hearer = told.roll.party(statement.told_to)
    if hearer and _hears_in_public(hearer) and not _direct(statement.channel):
        return False
    perfect = _PERFECT.search(statement.cue.of(told.article.text)) is not None
    if perfect or statement.nested_in is not None or _direct(statement.channel):
        return True
    if statement.stance is Stance.URGES:  # "called on the mayor to resign" is said to all
        return False
    if hearer and hearer.kind is PartyKind.ORGANIZATION and not _is_described(told, statement, hearer):
        return False  # "told Sportwire": may well be the press
    dated = statement.said is not None and statement.said.basis in {Basis.EXPLICIT, Basis.WEEKDAY, Basis.RELATIVE}
    return dated and statement.channel is None


_TO_ALL = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:up)?on|urg|challeng|accus|attack|critici[sz]|condemn|denounc|mock|prais|endors)\w*\b",
    re.I,
)
"""What is mostly said to all, whoever it is said of."""
_DENIED = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.I)
_PASSIVE = re.compile(
    r"\b(?:been|was|were|being|is|are) (?:\w+ly )?(?:told|asked|informed|warned|advised|assured)\b", re.I
)
"""What has its hearer for a subject, so that its source is none."""
_FAR_BEHIND = 60
"""Characters behind a cue within which it says who hears."""


def _names_hearer(told: Told, statement: Statement) -> bool:
    """Whether the words of a statement say to whom: that a scene goes on with those who were there is no contact of its own."""
    spans = [span for span in (statement.source, statement.cue) if span]
    start, end = min(s.start for s in spans), max(s.end for s in spans) + _FAR_BEHIND
    page = told.roll.page
    sentence = told.sentence_at(page.place(spans[-1].start))
    near = (m for m in told.mentions_in(sentence) if start <= page.words[m].start < end)
    return any(p is not None and p.id == statement.told_to for p in map(told.party, near))


def _is_described(told: Told, statement: Statement, hearer: Party) -> bool:
    """Whether a body is spoken of by a noun where it is told something: "told the exchange"."""
    assert statement.cue is not None
    place = told.roll.page.place(statement.cue.end)
    near = [m for m in told.mentions_in(range(place, place + 4)) if told.party(m) == hearer]
    return bool(near) and not told.roll.page.words[near[0]].is_capital


def _is_negated(told: Told, offset: int) -> bool:
    """Whether the words before a verb negate it or set it in the future."""
    sentence = told.sentence_at(told.roll.page.place(offset))
    start = told.roll.page.words[sentence[0]].start
    before = re.split(r"[,;:“”\"]|\b(?:and|but|that|who)\b", told.article.text[start:offset])[-1]
    return UNREAL.search(before.lower().replace("’", "'")) is not None


def _direct(channel: Channel | None) -> Channel | None:
    return channel if channel in {PHONE, TEXT, EMAIL, DOCUMENT, IN_PERSON} else None


def _saying(told: Told, statement: Statement) -> Span:
    """The words of source and cue, and of whom it was told to where that stands right behind."""
    spans = [span for span in (statement.source, statement.cue) if span]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    after = [told.roll.page.words[m].end for m in told.mentions_in(told.sentence_at(told.roll.page.place(end - 1)))]
    hearer = [at for at in after if end < at <= end + 40]
    return Span(start, min(hearer)) if hearer else Span(start, end)


# --- by words: met, called, wrote, a dinner with, calls between ---


def _by_words(told: Told) -> Iterator[Contact]:
    for sentence in told.sentences:
        line = line_of(told, sentence)
        taken: list[range] = []
        for trigger in triggers_in(line):
            for match in _matches(trigger, line.text):
                words = range(*match.span("v"))
                if any(words.start < other.stop and other.start < words.stop for other in taken):
                    continue
                contact = _contact(told, line, trigger, match)
                if contact is not None:
                    taken.append(words)
                    yield contact


def _matches(trigger: Trigger, text: str) -> Iterator[re.Match[str]]:
    """Where a pattern stands in a line. A far subject may be any of those before the verb, the first first."""
    match = trigger.pattern.search(text)
    while match is not None:
        yield match
        match = trigger.pattern.search(text, match.start() + 1 if trigger.is_apart else match.end())


def _contact(told: Told, line: Line, trigger: Trigger, match: re.Match[str]) -> Contact | None:
    """What a pattern has found, unless it is no contact of two who are not the press, or did not happen."""
    verb = line.first_place(match.start("v"))
    offset = told.roll.page.words[verb].start
    named, day = _channel(line, trigger, match), _day(told, line, trigger, match)
    if not _is_meant(told, line, trigger, match) or not told.is_real(offset) or _is_unreal(line, trigger, match):
        return None
    if trigger.tells and not (named or _tells_another(told, line, match, day)):
        return None
    found = _pair_before(told, line, match) if trigger.shape == "pair" else _named(told, line, match)
    if trigger.is_apart and not _say_one_thing(told, found, offset):
        return None
    if not _are_in_contact(told, found) or not _can_be_so(told, trigger, match, found):
        return None
    channel = named if trigger.channel is DOCUMENT and named in {TEXT, EMAIL} else trigger.channel or named
    if trigger.tells and channel is None and any(_hears_in_public(m.party) for m in found[1:]):
        return None
    if day is not None and _lies_ahead(told, day):
        return None
    if trigger.shape == "pair" and day is None and channel is None:  # "they talked and talked" may be anybody
        return None
    for mention in found:
        told.roll.want(mention.party)
    here = [m for m in found if m in line.mentions]
    places = [verb, line.last_place(match.end("v") - 1), *(m.first for m in here), *(m.last for m in here)]
    span = told.roll.page.span(min(places), max(places))
    ids = tuple(dict.fromkeys(mention.party.id for mention in found))
    return Contact(told.article.id, ids, span, channel, day)


def _is_meant(told: Told, line: Line, trigger: Trigger, match: re.Match[str]) -> bool:
    """Whether the words around those of a pattern, and those that its signs stand for, are such as it is for."""
    if trigger.shape == "owned" and not (match.group("own") or _is_possessive(told, line.mention(match.group("a")))):
        return False
    if trigger.is_apart and _NO_SUBJECT.search(line.text[: match.start("a")]):
        return False
    if (
        trigger.shape in {"verb", "tells"}
        and _BEEN.search(line.text[: match.start("v")])
        and " by " not in match.group()
    ):
        return False
    for name, word in MEANT.items():
        if name in match.groupdict() and not word.fullmatch(
            told.roll.page.lower(line.mention(match.group(name)).place)
        ):
            return False
    return not _is_called_names(line, trigger, match)


_NO_SUBJECT = re.compile(r"\b(?:to|by|with|from|of|for|at|in|on|against|about)(?: the| an?)? $")
"""Words before whoever does not act in what follows."""
_BEEN = re.compile(r"\b(?:was|were|been|being|is|are)(?: \w+ly)? $")
"""What makes a passive of a verb, whose object then is none: "has been called a second Orr"."""


def _tells_another(told: Told, line: Line, match: re.Match[str], day: Interval | None) -> bool:
    """Whether what somebody told another was told before: in the perfect, in what another says, or "to" somebody on a day. Else
    it is said to whoever reports it; and what is said again and again, or demanded, is mostly said to all."""
    if _TO_ALL.search(match.group("v")) or _OFTEN.search(match.group()):
        return False
    if told.around(told.roll.page.words[line.first_place(match.start("v"))].start):
        return True
    start = max(match.start(), match.start("v") - _AUXILIARY)
    return _PERFECT.search(line.text, start, match.end("v")) is not None or (
        match.group("v").endswith(" to") and day is not None
    )


_AUXILIARY = 25
"""Characters before a verb in which its auxiliary stands."""


def _can_be_so(told: Told, trigger: Trigger, match: re.Match[str], found: list[Mention]) -> bool:
    """Whether those found can have been in contact in this way."""
    if trigger.channel is PHONE and " to " in match.group() and not _is_somebody(told, found[-1]):
        return False
    kinds = [m.party.kind for m in found]
    if "who" in match.groupdict() and kinds[0] is PartyKind.ORGANIZATION:
        return False  # "an officer of the Guild, who wrote to her"
    if "visit" in match.group("v") and not set(kinds[1:]) <= {PartyKind.PERSON, PartyKind.GROUP}:
        return False
    in_person = trigger.channel is IN_PERSON or trigger.shape == "joint"
    return not (in_person and any(_is_place(told, m) for m in found))


def _is_somebody(told: Told, mention: Mention) -> bool:
    """Whether a mention begins as one of people does: "a call to view immigrants as a threat" is no call to immigrants."""
    first = told.roll.page.words[mention.first]
    return first.is_capital or first.lower in DETERMINERS | POSSESSIVES | PRONOUNS or mention.first == mention.place


def _named(told: Told, line: Line, match: re.Match[str]) -> list[Mention]:
    """Whom the groups of a pattern name."""
    first, *others = (line.mention(sign) for sign in re.findall(PARTY, match.group("a") + match.group("b")))
    if (
        len(others) == 1
        and others[0].party.id == first.party.id
        and told.roll.page.lower(others[0].place) in {"him", "her"}
    ):
        # nobody does it to himself: "I rang him" speaks of whoever was named before
        others = _named_before(told, line, first.place, first.party.id)[-1:]
    return [first, *others]


def _named_before(told: Told, line: Line, place: int, but: PartyId | None = None) -> list[Mention]:
    """The people who were named last before a place, close by, in text order; one of them at least who is not `but`."""
    before = [m for m in line.mentions if m.place < place]
    sentence = told.sentence_at(line.places[0][0])
    wanted = 1 if but else 2
    for _ in range(BACK):
        if len(_people(before, but)) >= wanted or not sentence.start:
            break
        sentence = told.sentence_at(sentence.start - 1)
        before = [*line_of(told, sentence).mentions, *before]
    return _people(before, but)


def _is_unreal(line: Line, trigger: Trigger, match: re.Match[str]) -> bool:
    """Whether the words before negate a contact, put it in doubt or set it in the future; or a question asks for it."""
    if line.text.rstrip(" ”\"'").endswith("?"):
        return True
    if UNREAL_BEFORE.search(line.text[: match.start()]) or UNREAL_WITHIN.search(match.group("v")):
        return True
    before = re.split(rf"[,;:]| (?:and|but|that|who) |{PARTY}", line.text[: match.start("v")])[-1]
    return UNREAL.search(before) is not None


_CALLED_UP = re.compile(
    r"[\s\"]*(?:[.,;:!)]|$|(?:and|on|in|at|from|twice|once|again|before|after|to|about|with|back|out|last|late|early|by|because|when|as"
    rf"|that|the (?:day|night)|{TIME}|\w+ times|up)(?:\W|$))"
)
"""What may follow on somebody who was called on the telephone."""


def _is_called_names(line: Line, trigger: Trigger, match: re.Match[str]) -> bool:
    """Whether "called" means gave a name, as in "called her a liar" and "a firm called Sable"."""
    if not match.group("v").startswith(("called", "calling", "having called")):
        return False
    return not (" by " in match.group() or _CALLED_UP.match(line.text[match.end() :]))


def _say_one_thing(told: Told, found: list[Mention], offset: int) -> bool:
    """Whether a far subject stands in the same words of the same speaker as its verb."""
    first = told.roll.page.words[found[0].place].start
    return told.around(first)[:1] == told.around(offset)[:1]


def _pair_before(told: Told, line: Line, match: re.Match[str]) -> list[Mention]:
    """The two people whom "the two men" or "their call" means: the two that were named last, close by."""
    sign = re.match(PARTY, match.group())
    if sign is not None and not _is_plural(told, line.mention(sign.group())):
        return []
    if ahead := _BOTH_AHEAD.match(line.text, match.end()):
        return [line.mention(one) for one in re.findall(PARTY, ahead.group())]
    people = _named_before(told, line, line.first_place(match.start()))[-2:]
    if len(people) == 2 and (sign is None or people[1].first - people[0].last <= TOGETHER):
        return people
    return []


TOGETHER = 4
"""Words from one to the next of two whom "they" means: "Ada Quill and the banker Bert Orr"."""


_BOTH_AHEAD = re.compile(rf"[^.;:?\"]{{0,30}}?, {PARTY} and {PARTY}(?! (?:and|,))")
"""Whom "during their call on Tuesday" means where the clause behind it begins with two."""


BACK = 2
"""Sentences before that of "the two men" or of "him" in which they are looked for."""


def _people(mentions: list[Mention], but: PartyId | None = None) -> list[Mention]:
    """The last mention of each named person, in text order."""
    last = {
        m.party.id: m
        for m in mentions
        if m.party.kind is PartyKind.PERSON
        and not m.party.anonymous
        and m.party.name[:1].isupper()
        and m.party.id != but
    }
    return sorted(last.values(), key=lambda m: m.place)


def _is_possessive(told: Told, mention: Mention) -> bool:
    return told.roll.page.lower(mention.place) in {"his", "her", "their", "its", "my", "our"}


_PLURAL = frozenset({"they", "their", "men", "women", "two", "pair", "both"})


def _is_plural(told: Told, mention: Mention) -> bool:
    return told.roll.page.lower(mention.place) in _PLURAL


def _are_in_contact(told: Told, found: list[Mention]) -> bool:
    """Whether these are two or more parties who can be in contact, none of them the press."""
    if len({mention.party.id for mention in found}) < 2:
        return False
    return all(_can_act(told, mention) for mention in found)


def _is_place(told: Told, mention: Mention) -> bool:
    """Whether somebody cannot be met: "visited Mexico", "a visit to the hospital"."""
    if mention.party.kind is PartyKind.ORGANIZATION and _SITES.search(mention.party.name):
        return True
    figure = told.roll.casting.cast.at.get(mention.place)
    return figure is not None and figure.kind in {NameKind.PLACE, NameKind.THING}


def _can_act(told: Told, mention: Mention) -> bool:
    party = mention.party
    if party.kind is PartyKind.OUTLET or _is_same_as_publisher(told, party):
        return False
    if any(_PRESS.search(role) for role in party.roles):
        return False
    return not (_THINGS.search(party.name) or _PRESS.search(party.name) or _ANYBODY.fullmatch(party.name))


def _is_same_as_publisher(told: Told, party: Party) -> bool:
    publisher = (told.article.publisher or "").lower().removeprefix("the ")
    return party.name.lower().removeprefix("the ") == publisher


_ASSEMBLY = re.compile(
    r"\b(?:council(?:l?ors)?|parliament|committee|assembly|senate|senators|congress|court|panel|inquiry|hearing|jury|commission|tribunal"
    r"|lawmakers|mps|judges?|justices?|customers|shareholders|parishioners|voters|residents|supporters|crowds?|audiences?|rall(?:y|ies)|fans|congregation|followers)\b",
    re.I,
)
"""What is told to these is told in public, where no letter or talk behind closed doors is spoken of."""


def _hears_in_public(party: Party) -> bool:
    return any(_ASSEMBLY.search(name) for name in (party.name, *party.roles))


_PRESS = re.compile(
    r"\b(?:reporters?|journalists?|press|media|newspapers?|correspondents?|broadcasters?|interviewers?|columnists?|photographers?"
    r"|bureau|newsroom|podcast|(?:senior|staff) writers?|(?:news|wire) agenc(?:y|ies))\b",
    re.I,
)
_SITES = re.compile(
    r"\b(?:hospital|school|church|park|site|factory|plant|university|museum|base|prison|mosque|temple|states?|city|town|village|station|club"
    r"|hotel|restaurant|house|district|county|province|island|stadium)s?$",
    re.I,
)
"""Last words of bodies that are places too: who visits them may have met nobody of theirs."""
_ANYBODY = re.compile(
    r"(?:people|persons?|somebody|someone|everybody|everyone|anyone|anybody|nobody|others?|fellow|man|woman|it|that)",
    re.I,
)
"""Words for people of whom nothing is known."""
_THINGS = re.compile(
    r"\b(?:letter|report|note|notice|filing|submission|page|e-?mail|memo|fee|file|document|statement|paper|article|story|book|law|bill|deal|contract|money|question|record"
    r"|sides?|number|list|account|offer|call|figure|chart|brochure|laborator(?:y|ie)|countr(?:y|ie)|nation|world|public|voter|reader|viewer)s?$",
    re.I,
)
"""Last words of what cannot meet or be called."""


def _channel(line: Line, trigger: Trigger, match: re.Match[str]) -> Channel | None:
    """The channel that the clause around a contact names."""
    start = max((line.text.rfind(mark, 0, match.start()) for mark in ";:"), default=-1) + 1
    ends = r"[;:\"]| that | whether " if trigger.tells else r"[;:]"
    clause = match.group() + re.split(ends, line.text[match.end() :])[0]
    clause = line.text[start : match.start()] + clause
    found = [(m.start(), channel) for pattern, channel in CHANNELS for m in [pattern.search(clause)] if m]
    return min(found)[1] if found else None


def _day(told: Told, line: Line, trigger: Trigger, match: re.Match[str]) -> Interval | None:
    """The day that stands nearest to the words of the contact in its sentence."""
    verb = told.roll.page.words[line.first_place(match.start("v"))]
    of_saying = {s.said.phrase for s in told.statements if s.said and s.said.phrase}
    inside = told.around(verb.start)
    then = _THEN.match(line.text, match.end())
    near = line.text[: then.end() if then else match.end()]
    times = [
        time
        for time in (line.times[: near.count(TIME)] if trigger.tells else line.times)
        if time.meaning.type in {TimexType.DATE, TimexType.TIME}
        and not (inside and time.span in of_saying)
        and (not inside or any(piece.contains(time.span) for piece in inside[0].content))
    ]
    nearest = min(
        times,
        key=lambda time: (
            time.meaning.anchor is Anchor.NONE and time.meaning.type is TimexType.TIME,
            max(time.span.start - verb.end, verb.start - time.span.end),
        ),
        default=None,
    )
    if nearest is None or nearest.meaning.days is None:
        return None
    days = nearest.meaning.days
    return Interval(days.start, days.end, days.granularity)


_THEN = re.compile(rf"(?:,?(?: (?:by|on|over|in|at|behind|late|early)(?: [\w'-]+){{0,3}}?){{0,2}},? {TIME})?")
"""A time right behind a telling; further on it belongs to what is told."""


def _lies_ahead(told: Told, day: Interval) -> bool:
    published = day_published(told.article.published)
    return published is not None and day.start > published


# --- one contact, told once ---


def _merged(told: Told, found: list[Contact]) -> list[Contact]:
    """Contacts of the same parties that do not speak against each other are one; the fuller one gives the words. What happened
    "on numerous occasions" is another than what happened on a day."""
    kept: list[Contact] = []
    for contact in sorted(found, key=lambda c: ((c.on is None) + (c.channel is None), c.span)):
        is_often = contact.on is None and _is_often(told, contact.span)
        same = next(
            (n for n, other in enumerate(kept) if _may_be_one(contact, other) and not (is_often and other.on)), None
        )
        if same is None:
            kept.append(contact)
        else:
            other = kept[same]
            kept[same] = replace(other, on=other.on or contact.on, channel=other.channel or contact.channel)
    return kept


_OFTEN = re.compile(
    r"\b(?:(?:on|at) (?:\w+ )?(?:numerous|several|many|various|multiple|countless) (?:occasions|meetings)|(?:many|several|numerous) times"
    r"|repeatedly|regularly|often|frequently|for (?:years|months)|over the years|every (?:day|week|month|year))\b",
    re.I,
)


def _is_often(told: Told, span: Span) -> bool:
    """Whether the sentence of a contact says that it happened time and again."""
    return (
        _OFTEN.search(told.span(told.sentence_at(told.roll.page.place(span.start))).of(told.article.text)) is not None
    )


def _may_be_one(one: Contact, other: Contact) -> bool:
    if set(one.parties) != set(other.parties):
        return False
    if one.span == other.span:  # read as a statement and as a clause, each with a day of its own
        return True
    days = one.on is None or other.on is None or (one.on.start <= other.on.end and other.on.start <= one.on.end)
    return days and (one.channel is None or other.channel is None or one.channel is other.channel)
