"""Contacts: who met, called, wrote to, spoke with or told whom, with channel and day, as far as the text says.

Only what is told as having happened: what is denied, planned, refused, asked for or supposed is none. Dealings with the press are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.what.told import Told
from onrecord.attribution.what.triggers import DOCUMENT, EMAIL, IN_PERSON, PHONE, SHAPES, TEXT, UNREAL, Trigger
from onrecord.attribution.when import TimexType, day_published
from onrecord.vocabulary import Basis, Channel, Contact, Interval, Party, PartyId, PartyKind, Span, Statement

REACH = 14
"""Words on either side of a verb among which its subject and its object are looked for."""


def find_contacts(told: Told) -> tuple[Contact, ...]:
    """Every contact that the article tells of, each once, in text order."""
    found = [*_by_statements(told), *_by_words(told)]
    return tuple(sorted(_merged(found), key=lambda contact: (contact.span, contact.parties)))


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
    if _THINGS.search(hearer.name):
        return None
    return speaker.id, hearer.id


_PERFECT = re.compile(r"\b(?:had|has|have|having)\b", re.I)


def _is_news_of(told: Told, statement: Statement) -> bool:
    """Whether a statement was made to somebody in the affair rather than to whoever wrote the article: nested, told in the perfect, on a
    day of its own, or by a channel that goes from one to the other."""
    if statement.cue is None or not told.is_real(statement.cue.start) or _is_unreal(told, statement.cue.start):
        return False
    perfect = _PERFECT.search(statement.cue.of(told.article.text)) is not None
    hearer = told.roll.party(statement.told_to)
    if not perfect and statement.nested_in is None and hearer and hearer.kind is PartyKind.ORGANIZATION:
        return statement.channel in {
            EMAIL,
            DOCUMENT,
        }  # "told Sportwire": a body that is told something in passing may well be the press
    dated = statement.said is not None and statement.said.basis in {Basis.EXPLICIT, Basis.WEEKDAY, Basis.RELATIVE}
    direct = statement.channel in {PHONE, TEXT, EMAIL, DOCUMENT, IN_PERSON}
    return perfect or statement.nested_in is not None or direct or (dated and statement.channel is None)


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
        for trigger in _triggers(told, sentence):
            first = told.roll.page.words[trigger.places[0]].start
            if trigger.shape == "inner" and not told.around(first):
                continue
            if not told.is_real(first) or (trigger.shape != "noun" and _is_unreal(told, first)):
                continue
            parties = _parties_of(told, sentence, trigger)
            if parties is None:
                continue
            span = _words_of(told, trigger, parties)
            for party, _ in parties:
                told.roll.want(party)
            ids = tuple(party.id for party, _ in parties)
            yield Contact(told.article.id, ids, span, trigger.channel, _day(told, sentence, trigger))


def _triggers(told: Told, sentence: range) -> Iterator[Trigger]:
    page = told.roll.page
    span = told.span(sentence)
    taken: list[range] = []
    for shape, table in SHAPES.items():
        for pattern, channel in table:
            for match in pattern.finditer(page.text, span.start, span.end):
                places = page.places(Span(*match.span()))
                if places and not any(places.start < other.stop and other.start < places.stop for other in taken):
                    taken.append(places)
                    yield Trigger(places, channel, shape)


def _is_unreal(told: Told, offset: int) -> bool:
    """Whether the words before a verb negate it or set it in the future."""
    place = told.roll.page.place(offset)
    sentence = told.sentence_at(place)
    start = told.roll.page.words[sentence[0]].start
    before = re.split(r"[,;:“”\"]|\b(?:and|but|that|who)\b", told.article.text[start:offset])[-1]
    return UNREAL.search(before) is not None


Found = tuple[Party, int]
"""A party and the place where it is mentioned."""


def _parties_of(told: Told, sentence: range, trigger: Trigger) -> tuple[Found, Found] | None:
    before = _mentioned(told, range(max(sentence.start, trigger.places.start - REACH), trigger.places.start))
    after = _mentioned(told, range(trigger.places.stop, min(sentence.stop, trigger.places.stop + REACH)))
    if trigger.shape == "joint":
        return _pair(_two_joined(told, before))
    if trigger.shape == "noun":
        return _of_noun(told, trigger, before, after)
    return _pair([*_subject(told, before), *_object(told, after)])


def _mentioned(told: Told, places: range) -> list[Found]:
    found = ((told.party(mention), mention) for mention in told.mentions_in(places))
    return [(party, mention) for party, mention in found if party is not None]


def _subject(told: Told, before: list[Found]) -> list[Found]:
    """The nearest mention before a verb that no preposition and no possessive makes a part of something else."""
    page = told.roll.page
    for party, mention in reversed(before):
        first = told.roll.starts_at(mention)
        if page.lower(first - 1) in _LEANING or page.lower(mention + 1) in {"’s", "'s"}:
            continue
        return [(party, mention)]
    return before[-1:]


def _object(told: Told, after: list[Found]) -> list[Found]:
    """The first mention after a verb that does not own the next: in "met the plant's manager" the manager."""
    page = told.roll.page
    free = [found for found in after if page.lower(found[1] + 1) not in {"’s", "'s"}]
    return free[:1]


_LEANING = frozenset({"of", "for", "to", "with", "by", "in", "at", "from", "on", "about", "against", "between", "into"})


def _two_joined(told: Told, before: list[Found]) -> list[Found]:
    """Two mentions right before a verb with "and" between them."""
    if len(before) < 2:
        return []
    (_, one), (_, other) = before[-2:]
    between = {told.roll.page.lower(at) for at in range(one + 1, other)}
    return before[-2:] if "and" in between and not between & {"that", "who", "but", "said"} else []


def _of_noun(told: Told, trigger: Trigger, before: list[Found], after: list[Found]) -> tuple[Found, Found] | None:
    """ "Calls between A and B"; "A's letter to B"; "a call from A to B"; "A ... a meeting with B"."""
    page, end = told.roll.page, trigger.places.stop
    link = next((page.lower(at) for at in range(end, min(end + 4, len(page.words))) if page.lower(at) in _LINKS), "")
    if link == "between":
        return _pair(_two_joined(told, after[:2]))
    if link in {"to", "with"} and after and _owns(told, before):
        return _pair([before[-1], after[0]])
    if link == "to" and len(after) > 1 and "from" in {page.lower(at) for at in range(after[0][1] + 1, after[1][1])}:
        return _pair([after[1], after[0]])
    if link == "from" and len(after) > 1 and "to" in {page.lower(at) for at in range(after[0][1] + 1, after[1][1])}:
        return _pair(after[:2])
    return None


_LINKS = frozenset({"between", "to", "with", "from"})


def _owns(told: Told, before: list[Found]) -> bool:
    """Whether the last mention is an owner: "the mayor's (letter)", "her (letter)"."""
    if not before:
        return False
    page, mention = told.roll.page, before[-1][1]
    return page.lower(mention + 1) in {"’s", "'s"} or page.lower(mention) in {"his", "her", "their", "its", "my", "our"}


def _pair(found: list[Found]) -> tuple[Found, Found] | None:
    """The two, if they are two and neither is the press."""
    if len(found) != 2 or found[0][0].id == found[1][0].id:
        return None
    if any(party.kind is PartyKind.OUTLET or _THINGS.search(party.name) for party, _ in found):
        return None
    return found[0], found[1]


_THINGS = re.compile(
    r"\b(?:letter|report|note|page|e-?mail|memo|fee|file|document|statement|paper|article|story|book|law|bill|deal|contract|money|question|record"
    r"|sides?|number|list|account|offer|call|countr(?:y|ie)|nation|world|public|voter|reader|viewer|public)s?$",
    re.I,
)
"""Last words of what cannot meet or be called."""


def _words_of(told: Told, trigger: Trigger, parties: tuple[Found, Found]) -> Span:
    """From the first to the last of trigger and mentions."""
    places = [
        trigger.places[0],
        trigger.places[-1],
        *(told.roll.starts_at(m) for _, m in parties),
        *(m for _, m in parties),
    ]
    return told.roll.page.span(min(places), max(places))


def _day(told: Told, sentence: range, trigger: Trigger) -> Interval | None:
    """The day that stands nearest to the words of the contact in its sentence, if it is not after publication."""
    at, published = told.span(trigger.places), day_published(told.article.published)
    of_saying = {s.said.phrase for s in told.statements if s.said and s.said.phrase}
    inside = told.around(at.start)
    times = [
        time
        for time in told.times_in(told.span(sentence))
        if time.meaning.type in {TimexType.DATE, TimexType.TIME}
        and not (inside and time.span in of_saying)
        and not (published and time.meaning.days and time.meaning.days.start > published)
    ]
    nearest = min(times, key=lambda time: max(time.span.start - at.end, at.start - time.span.end), default=None)
    if nearest is None or nearest.meaning.days is None:
        return None
    days = nearest.meaning.days
    return Interval(days.start, days.end, days.granularity)


# --- one contact, told once ---


def _merged(found: list[Contact]) -> list[Contact]:
    """Contacts of the same parties that do not speak against each other are one; the fuller one gives the words."""
    kept: list[Contact] = []
    for contact in sorted(found, key=lambda c: ((c.on is None) + (c.channel is None), c.span)):
        same = next((n for n, other in enumerate(kept) if _may_be_one(contact, other)), None)
        if same is None:
            kept.append(contact)
        else:
            other = kept[same]
            kept[same] = replace(other, on=other.on or contact.on, channel=other.channel or contact.channel)
    return kept


def _may_be_one(one: Contact, other: Contact) -> bool:
    if set(one.parties) != set(other.parties):
        return False
    if one.span == other.span:  # read as a statement and as a clause, each with a day of its own
        return True
    days = one.on is None or other.on is None or (one.on.start <= other.on.end and other.on.start <= one.on.end)
    return days and (one.channel is None or other.channel is None or one.channel is other.channel)
