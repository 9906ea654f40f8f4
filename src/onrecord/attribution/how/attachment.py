"""Which time of a sentence is the time of saying: the one that leans on the cue.

"Said Tuesday that they met in March" was said on Tuesday: March stands in what is said. In "The bridge, which closed in May,
is safe, he said" May leans on the bridge. A time counts where it stands in the frame, outside relative clauses and clauses of before
and after, and nearer to this cue than to another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.attribution.how.frames import SAID, Frame, Tense
from onrecord.attribution.when import Anchor, TimeExpression, TimexType
from onrecord.vocabulary import Basis, Interval, Said, Span

_NOT_OF_SAYING = re.compile(
    r"(?:^|[^\w'])(?:since|until|till|from|through|between|before|by|after|than|for|about|ahead of|because of|"
    r"following|pending|due)"
    r"(?: the| about| around)? ?$"
)
_SCENE_NOUN = re.compile(
    r"'s (?:[\w-]+ ){0,3}(?:interview|conference|briefing|debate|speech|statement|hearing|rally|meeting|show|"
    r"session|call|testimony|post|tweet"
    r"|letter|e-?mail|announcement|address|event|report|edition|breakfast|lunch|dinner|forum|town hall)\b"
)
_RELATIVE = re.compile(r"(?:^|[,\s(])(?:who|which|whose|where)\b")
_SUBORDINATE = re.compile(r"(?<![\w-])(?:after|before|since|because|although|though|until|following|in which)(?![\w-])")
_NEXT_CLAUSE = re.compile(r"[,;–—] (?:but|while|yet|then|before|and (?:on|in|by|later|last|early|late)\b)")
_CLAUSE = re.compile(r",(?![0-9])|[;|—–()]| - ")
_APPEARED = re.compile(
    r"\b(?:published|released|issued|posted|dated|filed|written|sent|(?<!to )reports?|polls?|survey|statement|letter|memo|"
    r"study|e-?mail|tweet|article|interview)\b"
    r"\W*(?:\w+ ){0,4}?(?:on |in |of |late |early )?$"
)
_MESSAGE_AFTER = re.compile(
    r"(?:'s)? (?:[\w-]+ )?(?:letter|report|statement|e-?mail|memo|poll|survey|interview|speech|tweet|post|ruling|"
    r"filing|article)\b"
)
_IN_YEAR = re.compile(r"\b(?:in|during|early|late|back in|of) $")
_WAS_THERE = re.compile(
    r"\b(?:who|which) (?:(?:was|were|had been|is)(?! (?!filed|published|released|issued|posted|delivered|signed)\w+ed\b)"
    r"|reads?|told|spoke|met|saw|rang|called|appeared|attended|came|arrived|"
    r"returned|stood|sat|testified|answered|wrote|sent|handed|showed|received)\b[^,]*$"
)
"""A clause on the source that tells how it was come by: "who read it out to us on Tuesday"."""
_WHEN = re.compile(r",? (?:when|on which|the day) (?:[\w.'’-]+ ){1,5}")
"""Between a time and a cue of which it is said: "since Monday, when Ann Rees said"."""


def is_dated(time: TimeExpression) -> bool:
    """Whether an expression names days; "now" and "currently" name none that a saying could have."""
    is_of_type = time.meaning.type in (TimexType.DATE, TimexType.TIME)
    return time.meaning.days is not None and is_of_type and "REF" not in time.meaning.value


def leads_away(words: str, start: int) -> bool:
    """Whether the word before a time says that it is a bound or a cause: "since Monday", "before the vote"."""
    return _NOT_OF_SAYING.search(words[max(0, start - 25) : start]) is not None


def time_of_saying(
    n: int, frames: Sequence[Frame], times: Sequence[TimeExpression], published: date | None
) -> Said | None:
    """When a statement was said, by the time that leans on its cue; None where none does."""
    frame = frames[n]
    rivals = [
        other.statement.cue
        for other in frames
        if other is not frame
        and other.statement.cue
        and other.statement.nested_in == frame.statement.nested_in
        and frame.sentence.contains(other.statement.cue)
    ]
    loose = [(cost, time) for time in times if (cost := _looseness(frame, time, rivals, published)) is not None]
    if not loose:
        return None
    return said_at(min(loose, key=lambda each: each[0])[1], published)


def _looseness(frame: Frame, time: TimeExpression, rivals: Sequence[Span], published: date | None) -> int | None:
    """How loosely a time leans on the cue, in characters; None where it belongs to something else."""
    span = time.span
    if not frame.sentence.contains(span):
        return None
    place = span.shifted(-frame.sentence.start) if span.start > frame.sentence.start else Span(0, span.end - span.start)
    words = frame.words
    if SAID in words[place.start : place.end]:
        return None
    source = frame.statement.source
    if source and source.contains(span):
        before = words[max(0, source.start - frame.sentence.start) : place.start]
        is_of_message = _APPEARED.search(before[-40:]) or _MESSAGE_AFTER.match(words[place.end : place.end + 30])
        is_of_meeting = _WAS_THERE.search(before) and is_recent_day(time, published)
        return 200 if is_of_message or is_of_meeting else None
    after = words[place.end : place.end + 60]
    if _WHEN.fullmatch(words[place.end : frame.at.start]):
        return 0
    is_of_scene = _SCENE_NOUN.match(after) is not None  # "after Tuesday's meeting" is Tuesday
    if not is_of_scene and (after.startswith("'s") or leads_away(words, place.start)):
        return None
    if (
        span.end - span.start == 4
        and words[place.start : place.end].isdigit()
        and not _IN_YEAR.search(words[: place.start])
    ):
        return None
    if place.start >= frame.at.end:
        return _after_cue(frame, place, rivals, is_of_scene=is_of_scene)
    return _before_cue(frame, place, rivals)


def _after_cue(frame: Frame, place: Span, rivals: Sequence[Span], *, is_of_scene: bool) -> int | None:
    between = frame.words[frame.at.end : place.start]
    begin = frame.sentence.start
    if any(frame.at.end + begin <= rival.start < place.start + begin for rival in rivals):
        return None
    if (
        _NEXT_CLAUSE.search(between)
        or _RELATIVE.search(between)
        or (_SUBORDINATE.search(between) and "asked" not in between and not is_of_scene)
    ):
        return None
    return len(between) + 40 * (SAID in between)


def _before_cue(frame: Frame, place: Span, rivals: Sequence[Span]) -> int | None:
    begin = frame.sentence.start
    nearer = [r for r in rivals if place.end + begin <= r.start < frame.at.start + begin]
    earlier = [r for r in rivals if r.end <= place.start + begin]
    is_over = SAID in frame.words[place.end : frame.at.start]
    if (nearer and (earlier or is_over)) or (
        earlier and is_over and _SUBORDINATE.search(frame.words[place.end : frame.at.start])
    ):
        return None
    clause = _CLAUSE.split(frame.words[: place.start])[-1]
    if _RELATIVE.search(clause) or (_SUBORDINATE.search(clause) and frame.tense is not Tense.PARTICIPLE):
        return None
    return frame.at.start - place.end + 20


def is_recent_day(time: TimeExpression, published: date | None) -> bool:
    """Whether a time is a day not long before publication."""
    days = time.meaning.days
    if published is None or days is None or days.granularity not in ("day", "time"):
        return False
    return timedelta() <= published - said_at(time, published).days.end <= timedelta(days=14)


def said_at(time: TimeExpression, published: date | None) -> Said:
    """The days of a time expression as the days of saying. Nothing is reported that is yet to be said."""
    return Said(_moved_back(time, published), _basis(time), time.span)


def _moved_back(time: TimeExpression, published: date | None) -> Interval:
    """A weekday or a day of the year that lies ahead of publication is the last one; a week ago is that day, this week so far."""
    days = time.meaning.days
    assert days is not None
    found = Interval(days.start, days.end, days.granularity)
    if published is None:
        return found
    week_ago = published - timedelta(days=7)
    if time.rule == "ago" and days.granularity == "week" and days.start <= week_ago <= days.end:
        return Interval(week_ago, week_ago, "day")
    if days.start <= published < days.end and days.granularity == "week":
        return Interval(days.start, published, "week")
    if days.start <= published or time.meaning.anchor is Anchor.NONE:
        return found
    if time.rule.startswith("weekday"):
        return Interval(days.start - timedelta(days=7), days.end - timedelta(days=7), days.granularity)
    if days.granularity in ("day", "time", "month"):
        return _year_before(found)
    return found


def _year_before(days: Interval) -> Interval:
    try:
        return Interval(
            days.start.replace(year=days.start.year - 1), days.end.replace(year=days.end.year - 1), days.granularity
        )
    except ValueError:  # the 29th of February
        return days


_SAYS_ITSELF = re.compile(r"month|year|iso|numeric|day-month|date")


def _basis(time: TimeExpression) -> Basis:
    if time.rule.startswith("weekday"):
        return Basis.WEEKDAY
    of_calendar = _SAYS_ITSELF.search(time.rule) and "relative" not in time.rule
    if time.meaning.anchor is Anchor.NONE or (time.meaning.anchor is Anchor.PUBLICATION and of_calendar):
        return Basis.EXPLICIT
    return Basis.RELATIVE
