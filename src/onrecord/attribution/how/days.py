"""On which day it was said: the time beside the cue, else the day of the scene, else the article's own.

A time belongs to the saying where it stands in the frame and leans on the cue: "said Tuesday that they met in March" is Tuesday. A
perfect without a time ("has said", "had denied") points to a day that is not told.
"""

# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.attribution.how.frames import SAID, Frame, Layout, Tense
from onrecord.attribution.when import Anchor, Days, TimeExpression, TimexType, day_published, find_times
from onrecord.vocabulary import Article, Basis, Interval, Said, Span


def read_days(article: Article, layout: Layout, frames: Sequence[Frame], voices: Sequence[str]) -> list[Said | None]:
    """When each statement was said, in their order; None where the text points to a day that it does not tell."""
    published = day_published(article.published)
    times = [t for t in find_times(article.text, published) if _is_date(t)]
    own = [_own(n, frames, times, published) for n in range(len(frames))]
    return _Days(layout, frames, voices, times, own, published).all()


def _is_date(time: TimeExpression) -> bool:
    return time.meaning.days is not None and time.meaning.type in (TimexType.DATE, TimexType.TIME)


# --- the time beside the cue ---

_NOT_OF_SAYING = re.compile(
    r"(?:^|\W)(?:since|until|till|from|through|between|before|by|after|than|for|ahead of|because of|following|pending)(?: the| about| around)? ?$"
)
_SCENE_NOUN = re.compile(
    r"'s (?:\w+ ){0,2}(?:interview|(?:press |news )?(?:conference|briefing)|debate|speech|statement|hearing|rally|meeting|show|session|call|testimony|post|tweet|letter|e-?mail|announcement|address|event|report|edition)\b"
)
_RELATIVE = re.compile(r"(?:^|[,\s])(?:who|which|whose|where)\b")
_SUBORDINATE = re.compile(r"\b(?:after|before|since|because|although|though|until|following)\b")


def _own(n: int, frames: Sequence[Frame], times: Sequence[TimeExpression], published: date | None) -> Said | None:
    """The time that leans on the cue of a statement."""
    frame = frames[n]
    others = [
        o.statement.cue
        for o in frames
        if o is not frame
        and o.statement.cue
        and o.statement.nested_in == frame.statement.nested_in
        and frame.sentence.contains(o.statement.cue)
    ]
    best: tuple[int, TimeExpression] | None = None
    for time in times:
        if not frame.sentence.contains(time.span):
            continue
        cost = _cost(frame, time.span, others)
        if cost is not None and (best is None or cost < best[0]):
            best = cost, time
    return _said(best[1], published) if best else None


def _cost(frame: Frame, span: Span, others: Sequence[Span]) -> int | None:
    """How loosely a time leans on the cue; None where it belongs to something else."""
    start, end = span.start - frame.sentence.start, span.end - frame.sentence.start
    words = frame.words
    if SAID in words[start:end]:
        return None
    if frame.statement.source and frame.statement.source.contains(span):
        return 200 if _is_of_document(words, start, frame) else None
    after = words[end : end + 60]
    if after.startswith("'s") and not _SCENE_NOUN.match(after):
        return None
    if _NOT_OF_SAYING.search(words[max(0, start - 25) : start]):
        return None
    cue_start, cue_end = frame.at.start, frame.at.end
    if start >= cue_end:
        between = words[cue_end:start]
        if any(cue_end + frame.sentence.start <= o.start < span.start for o in others):
            return None
        if _RELATIVE.search(between) and "in which" not in between:
            return None
        if _SUBORDINATE.search(between) and "asked" not in between:
            return None
        return len(between) + 40 * (SAID in between)
    between = words[end:cue_start]
    nearer = [o for o in others if span.end <= o.start < cue_start + frame.sentence.start]
    earlier = [o for o in others if o.end <= span.start]
    if nearer and earlier:
        return None
    clause = re.split(r"[,;|—–]|(?: - )", words[:start])[-1]
    if _RELATIVE.search(clause):
        return None
    if _SUBORDINATE.search(clause) and frame.tense is not Tense.PARTICIPLE:
        return None
    return len(between) + 20


def _is_of_document(words: str, start: int, frame: Frame) -> bool:
    """Whether the time in a source says when it appeared: "a report published late Thursday", "reports last month"."""
    before = words[max(0, start - 40) : start]
    return (
        re.search(
            r"(?:published|released|issued|posted|dated|filed|written|sent|reports?|polls?|survey|statement|letter|memo|study)\W*(?:\w+ ){0,4}?(?:on |in |late |early )?$",
            before,
        )
        is not None
    )


_REPEATED = re.compile(r"\b(?:repeatedly|several times|many times|always|often|consistently)\b")


def _said(time: TimeExpression, published: date | None) -> Said:
    days = time.meaning.days
    assert days is not None
    return Said(_moved_back(days, time, published), _basis(time), time.span)


def _moved_back(days: Days, time: TimeExpression, published: date | None) -> Interval:
    """Nothing is reported that is yet to be said: a weekday or a day of the year that lies ahead is the last one."""
    found = Interval(days.start, days.end, days.granularity)
    if (
        time.rule == "ago"
        and published
        and days.granularity == "week"
        and days.contains(Days(published - timedelta(days=7), published - timedelta(days=7), "day"))
    ):
        week_ago = published - timedelta(days=7)
        return Interval(week_ago, week_ago, "day")
    if published is None or days.start <= published or time.meaning.anchor is Anchor.NONE:
        return found
    if time.rule.startswith("weekday"):
        return Interval(days.start - timedelta(days=7), days.end - timedelta(days=7), days.granularity)
    if days.granularity in ("day", "time", "month"):
        try:
            return Interval(
                days.start.replace(year=days.start.year - 1), days.end.replace(year=days.end.year - 1), days.granularity
            )
        except ValueError:
            return found
    return found


_EXPLICIT_RULES = re.compile(r"month|year|iso|numeric|day-month|date")


def _basis(time: TimeExpression) -> Basis:
    if time.rule.startswith("weekday"):
        return Basis.WEEKDAY
    if time.meaning.anchor is Anchor.NONE or (
        time.meaning.anchor is Anchor.PUBLICATION and _EXPLICIT_RULES.search(time.rule) and "relative" not in time.rule
    ):
        return Basis.EXPLICIT
    return Basis.RELATIVE


# --- the day of the scene ---

_LONG_PAST = re.compile(
    r"\b(?:once|previously|formerly|in the past|at one point|long|at the time|back then|years ago|earlier|in recent (?:days|weeks|months|years)|recently|over the years|never)\b"
)
_GATHERING = re.compile(
    r"\b(?:hearing|committee|meeting|court|hall|session|trial|rally|conference|debate|interview|called|rang|phoned|spoke|met|e-?mail|letter|statement|speech|testif|inquiry|panel|ceremony|vigil|briefing|council|chamber|left|arrived|appeared|visited|resigned|quit|opened)"
)
_RECENT = timedelta(days=45)


class _Days:
    """The days of an article's statements, from their own times and the scenes these stand in."""

    def __init__(
        self,
        layout: Layout,
        frames: Sequence[Frame],
        voices: Sequence[str],
        times: Sequence[TimeExpression],
        own: Sequence[Said | None],
        published: date | None,
    ) -> None:
        self._layout, self._frames, self._voices, self._times, self._own, self._published = (
            layout,
            frames,
            voices,
            times,
            own,
            published,
        )
        self._read: list[Said | None] = []

    def all(self) -> list[Said | None]:
        for n in range(len(self._frames)):
            self._read.append(self._own[n] or self._told_elsewhere(n))
        return self._read

    def _told_elsewhere(self, n: int) -> Said | None:
        frame = self._frames[n]
        if frame.statement.cue is None:
            before = self._before(n)
            return self._read[before] if before is not None else self._article_day()
        if frame.tense is Tense.PRESENT and frame.statement.nested_in is None:
            return self._article_day()
        if frame.tense is Tense.PERFECT:
            return None
        if _LONG_PAST.search(frame.verb):
            return None
        if frame.statement.nested_in is not None:
            return self._same_sentence(n)
        if frame.tense is Tense.PARTICIPLE:
            for m in range(n - 1, -1, -1):
                if self._frames[m].sentence == frame.sentence and self._frames[m].statement.nested_in is None:
                    return self._read[m]
        return self._same_sentence(n) or self._scene_before(n) or self._scene_after(n) or self._article_day()

    def _before(self, n: int) -> int | None:
        return next((m for m in range(n - 1, -1, -1) if self._frames[m].statement.nested_in is None), None)

    def _article_day(self) -> Said | None:
        return Said(Interval(self._published, self._published, "day"), Basis.ARTICLE_DATE) if self._published else None

    def _same_sentence(self, n: int) -> Said | None:
        frame = self._frames[n]
        for m in range(n - 1, -1, -1):
            other = self._frames[m]
            if (
                other.sentence == frame.sentence
                and self._voices[m] == self._voices[n]
                and other.statement.nested_in == frame.statement.nested_in
            ):
                return self._held(self._read[m])
        return None

    def _scene_before(self, n: int) -> Said | None:
        """The day of the last dated statement of the same voice, or of a sentence just before that sets a scene."""
        frame = self._frames[n]
        told = self._narrated(n)
        if told:
            return told
        for m in range(n - 1, -1, -1):
            other = self._frames[m]
            if other.statement.nested_in is not None or self._voices[m] != self._voices[n]:
                continue
            said = self._read[m]
            if said is None or other.tense is Tense.PERFECT:
                continue
            if frame.paragraph - other.paragraph <= 1 or self._is_recent(said):
                return self._held(said)
            return None
        return None

    def _scene_after(self, n: int) -> Said | None:
        frame = self._frames[n]
        for m in range(n + 1, len(self._frames)):
            other = self._frames[m]
            if other.paragraph != frame.paragraph:
                return None
            if (
                other.statement.nested_in is None
                and self._voices[m] == self._voices[n]
                and self._own[m]
                and other.tense is not Tense.PERFECT
            ):
                return self._held(self._own[m])
        return None

    def _narrated(self, n: int) -> Said | None:
        """The day of the nearest dated sentence before it in its paragraph, if that tells of the speaker or of people who met."""
        frame = self._frames[n]
        paragraph = self._layout.paragraphs[frame.paragraph]
        for time in reversed(self._times):
            if time.span.end > frame.sentence.start or time.span.start < paragraph.start:
                continue
            _, sentence = self._layout.sentence_at(time.span.start)
            if (
                self._is_in_content(time.span)
                or time.meaning.days is None
                or time.meaning.days.granularity not in ("day", "time")
            ):
                continue
            words = self._layout.folded[sentence.start : sentence.end]
            if _NOT_OF_SAYING.search(self._layout.folded[max(0, time.span.start - 25) : time.span.start]):
                return None
            voice = self._voices[n]
            if (_GATHERING.search(words) or (voice and voice in words)) and self._is_recent(
                _said(time, self._published)
            ):
                return self._held(_said(time, self._published))
            return None
        return None

    def _is_in_content(self, span: Span) -> bool:
        return any(piece.contains(span) for f in self._frames for piece in f.statement.content)

    def _is_recent(self, said: Said) -> bool:
        if self._published is None or said.days.granularity not in ("day", "time", "weekend"):
            return False
        return self._published - _RECENT <= said.days.end

    @staticmethod
    def _held(said: Said | None) -> Said | None:
        """The same day, told elsewhere."""
        if said is None or said.basis is Basis.ARTICLE_DATE:
            return said
        return Said(said.days, Basis.EVENT, said.phrase)
