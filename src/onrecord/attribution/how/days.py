"""On which day it was said: the time beside the cue, else the day of the scene, else the article's own.

A scene is what goes on at one time and place: a speaker who goes on, a hearing with its witnesses, a question and its answer. A perfect
without a time ("has said", "had denied") points to a day that is not told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from onrecord.attribution.how.attachment import is_dated, leads_away, said_at, time_of_saying
from onrecord.attribution.how.frames import SAID, Frame, Layout, Tense
from onrecord.attribution.how.lexicon import phrases, verbs, words
from onrecord.attribution.how.scenes import Voices
from onrecord.attribution.how.ways import Way
from onrecord.attribution.quotes import DOUBLE, SINGLE
from onrecord.attribution.when import TimeExpression, values
from onrecord.attribution.when.words import EXACT_NUMBER, number
from onrecord.vocabulary import Basis, Channel, Interval, Said, Span, StatementId

_LONG_PAST = re.compile(
    r"\b(?:once|previously|formerly|in the past|at one point|long|at the time|back then|years ago|earlier|"
    r"in recent (?:days|weeks|months|years)"
    r"|over the years|never|always)\b"
)
_ANOTHER_TIME = re.compile(
    r"\b(?:days|weeks|months|years|decades|(?:four|five|six|seven|eight|nine|ten|several|many|\d+) (?:day|week|month|year)s"
    r"|(?:a|one|two|three) (?:week|month|year)s?) (?:before|after|earlier|into)\b|\bin recent (?:days|weeks|months|years)\b"
    r"|\bfor (?:\w+ ){0,2}?(?:days|weeks|months|years|(?:a|one|an entire|a whole) (?:week|month|year))\b"
    r"|\bon the eve of\b|\bin the run-up to\b"
)
"""Times that hang on something else, and have no day: "weeks before the vote"."""
_JUST = re.compile(r"\bjust\b")
"""In a perfect that is as good as now: "has just told"."""
_GATHERING = words(
    phrases("""
        hearings?, committee, meeting, court, hall, session, trial, rally, conference, debate, inquiry, panel
        ceremony, vigil, briefing, council, chamber, board, oath, dispatch box
        interview, e-?mails?, letter, statement, speech, text, me, us, our, reporter
    """),
    verbs(
        "ring, phone, telephone, speak, meet, testify, call, write, arrive, appear, leave, resign, quit, visit, "
        "announce, tell, put (?:it|this|that) to, vote, come, change, give in, give way, back down, relent, yield, "
        "reverse, break, end, cancel, scrap, "
        "depose, sit, gather, catch, corner, find, reach, answer, reply, admit, concede, apologise, apologize"
    ),
)  # fmt: skip
_MET = words(
    verbs(
        "ring, phone, telephone, call, meet, speak, talk, write, send, text, visit, sit down, take aside, corner, catch, "
        "approach, contact, hand, show, get to talking"
    ),
    phrases("conversation, meeting, message"),
)
"""Tells of people who had to do with one another, so that what one of them said to the other was said then."""
_PUBLIC = frozenset({Channel.TESTIMONY, Channel.COURT, Channel.SPEECH, Channel.PRESS_CONFERENCE})
"""Where several speak in turn, so that one day is everybody's."""
_IN_TURN = words(
    verbs(
        "ask, reply, answer, retort, counter, interrupt, press, put it, shoot back, chime in, respond, "
        "interject, add, go on, continue"
    ),
    phrases("reads?"),
)
_OUTSIDE_SCENE = re.compile(
    r"\b(?:declin\w+|refus\w+|e-?mail|by (?:tele)?phone|told (?:the|this) (?:\w+ )?(?:newspaper|paper|reporter)|"
    r"request for comment|no comment|not (?:comment|be drawn|discuss|say)|through (?:his|her|its|their|an?))\b"
)
_ADVISED = re.compile(r"\bon (?:the )?advice of (?:his |her |their |its )?(?:counsel|lawyers?|attorneys?)\b")
"""Where somebody refuses in the witness chair, and not to the press."""
_SAME_ONE = re.compile(
    r"\b(?:in|at|during) (?:the|that|the same|this|its|his|her|their) (?:same )?(?:[\w-]+ )?(statement|interview|"
    r"letter|e-?mail|hearing|meeting|speech|post|conference|debate|call|submission|filing|session)\b"
)
_ELSEWHERE = re.compile(
    r"(?:In|From|At|Outside|Back in) (?:the )?[A-Z][\w-]+(?:[ -][A-Z]\w+)?, |Meanwhile|Elsewhere|Outside\b"
)
"""Opens a paragraph at another place."""
_TURN = re.compile(r"[^\W\d_][^\n:“\"‘]{0,40}:")
"""Opens a turn of a printed talk: "Rees: I never saw it"."""
_AMONG = re.compile(r"\b(?:from the (?:floor|stage|gallery)|in the chair|in turn|in the next breath|afterwards?)\b")
_BODY = (
    "(?:committee|commission|tribunal|panel|council|court|councillors|senators|parliament|assembly|mps|lawmakers|judges?|jury"
    "|coroner|inquiry)"
)
_SITTING = re.compile(
    r"\b(?:hearings?|oath|testif\w+|testimony|trial|inquest|inquiry|dispatch box|debate|in court)\b"
    rf"|\b{_BODY} (?:heard|sat|voted|met|convened|was told|were told)\b"
    r"|(?<!had )(?<!has )(?<!have )\b(?:told|telling|before|in front of|faced|facing|addressed|admitted to|appear\w* at"
    rf"|evidence to|questions? from) (?:the |a |an )?(?:[\w'’-]+ ){{0,3}}{_BODY}\b"
)
"""That people sat and heard one another; a council that is only named may be the address of a letter."""
_IN_THE_DAY = re.compile(
    r"(?:later|earlier|late|early) (?:in|on|that|the same) (?:the )?(?:same )?day|(?:that|the same) (?:day|"
    r"morning|afternoon|evening|night)|(?:(?:late|early|later|earlier) )?in the (?:morning|afternoon|evening)|at (?:noon|midday|midnight)"
)
_LATER = re.compile(rf"\b({EXACT_NUMBER}) (hour|day|week)(s?) (?:after|since) ((?:[\w.'-]+ ){{0,5}})$")
"""Before a verb, with its subject: "two days after the magazine first reported it"."""
_DAYS = {"hour": 0, "day": 1, "week": 7}
_AFTER = re.compile(r",? (?:after|since) (?:(?:an?|the|his|her|its|their|some|several) )?[^,;:.–—|]{2,80}$")
"""Behind the main clause a subject of "after" and its verb: "said it would pay, after a curator called"."""
_BY_THEN = re.compile(r"by (?:late |early )?")
"""Opens a sentence on what was so on a day: "By Monday he had remembered"."""
_OPENS = re.compile(r"(?:on|by) (?:late |early )?")
_COUNTED_BACK = re.compile(r"\b(?:ago|earlier|before|previous)\b")
_FEW_DAYS = timedelta(days=14)
_NEAR = 3
"""Paragraphs from one turn of a scene to the next."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of publication and the time expressions of an article."""

    published: date | None
    times: Sequence[TimeExpression]


def read_days(
    dated: Dated, layout: Layout, frames: Sequence[Frame], voices: Voices, ways: Sequence[Way | None]
) -> list[Said | None]:
    """When each statement was said, in their order; None where the text points to a day that it does not tell.

    ways: the channels that the statements show themselves.
    """
    times = [time for time in dated.times if is_dated(time)]
    own = [time_of_saying(n, frames, times, dated.published) for n in range(len(frames))]
    return _Article(layout, frames, voices, ways, times, own, dated.published).days()


@dataclass
class _Article:
    """What an article tells of days. `read` grows in the order of the statements.

    open: those at a time without a day. recalled: those whose day is counted back, and holds on for nobody.
    """

    layout: Layout
    frames: Sequence[Frame]
    voices: Voices
    ways: Sequence[Way | None]
    times: Sequence[TimeExpression]
    own: Sequence[Said | None]
    published: date | None
    read: list[Said | None] = field(default_factory=list)
    open: set[int] = field(default_factory=set)
    recalled: set[int] = field(default_factory=set)

    @cached_property
    def channels(self) -> list[Channel | None]:
        return [way.channel if way else None for way in self.ways]

    def days(self) -> list[Said | None]:
        for n in range(len(self.frames)):
            self.read.append(self._counted_back(n) or self._later_that_day(n) or self.own[n] or self._told_elsewhere(n))
        return self.read

    def _told_elsewhere(self, n: int) -> Said | None:
        frame = self.frames[n]
        if frame.statement.cue is None:
            return self._of_statement_before(n)
        if self._is_turn(n):
            return self._talk or self._of_publication()
        is_before = frame.tense is Tense.PERFECT and _JUST.search(frame.verb) is None
        if is_before or _LONG_PAST.search(frame.verb) or self._at_another_time(n):
            return None
        if self._went_before(n):
            return None
        if frame.statement.nested_in is not None:
            return self._same_sentence(n) or self._of_told_meeting(n)
        if frame.tense is Tense.PARTICIPLE and (leaned_on := self._leaned_on(n)) is not None:
            return self.read[leaned_on]
        found = self._of_message(n) or self._same_sentence(n)
        if frame.tense is Tense.PRESENT:
            return found or self._of_voice(n, reach=1) or self._of_publication()
        found = found or self._narrated(n) or self._of_voice(n) or self._of_public_scene(n) or self._of_voice_after(n)
        return found or self._of_lead(n) or self._of_publication()

    def _is_turn(self, n: int) -> bool:
        """Whether it is a turn of a talk that is printed as one: "Rees: I never saw it"."""
        cue, at = self.frames[n].statement.cue, self.layout.paragraphs[self.frames[n].paragraph].start
        turn = _TURN.match(self.layout.text, at)
        if cue is None or turn is None:
            return False
        return cue.end == turn.end() or self.layout.text[cue.start : cue.end + 1].endswith("):")

    @cached_property
    def _talk(self) -> Said | None:
        """The day of a talk that is printed turn by turn: the last one told before its first turn."""
        turns = [n for n, p in enumerate(self.layout.paragraphs) if _TURN.match(self.layout.text, p.start)]
        in_turn = [
            n for n, after in pairwise(turns) if after - n <= _NEAR
        ] or turns  # a lone "Live:" above begins no talk
        begin = self.layout.paragraphs[in_turn[0]].start
        for time in reversed(self.times):
            found = said_at(time, self.published)
            if time.span.end <= begin and self._is_recent(found) and not self._is_quoted(time.span):
                return self._held(found)
        return None

    def _went_before(self, n: int) -> bool:
        """Whether it stands in a clause of "after", behind the main clause: before the day of that, and who knows when."""
        frame = self.frames[n]
        is_finite = frame.tense is Tense.PAST and frame.statement.nested_in is None
        return (
            is_finite
            and SAID in frame.words[: frame.at.start]
            and _AFTER.search(frame.words[: frame.at.start]) is not None
        )

    def _at_another_time(self, n: int) -> bool:
        """Whether the sentence says that it was at a time without a day, or goes on from one of the same voice that did."""
        frame = self.frames[n]
        source = frame.statement.source
        for match in _ANOTHER_TIME.finditer(frame.words):
            # what follows the cue at a distance belongs to something told on the way
            is_near = match.start() < frame.at.end + 4
            if is_near and (source is None or not source.contains(frame.span(match))):
                self.open.add(n)
        before = next((m for m in range(n - 1, -1, -1) if self.frames[m].statement.nested_in is None), None)
        if before in self.open and self.frames[before].paragraph == frame.paragraph and self.voices.same(before, n):
            self.open.add(n)
        return n in self.open

    def _day_so_far(self, n: int) -> date | None:
        """The day of what was said last in the paragraph, else that of publication."""
        here = [
            said for m, said in enumerate(self.read) if said and self.frames[m].paragraph == self.frames[n].paragraph
        ]
        return here[-1].days.start if here and self._is_recent(here[-1]) else self.published

    # --- where else a day may stand, the surest first ---

    def _counted_back(self, n: int) -> Said | None:
        """ "Six days after denying it, the club said on Tuesday": counted from the main clause, else from publication."""
        frame = self.frames[n]
        counted = _LATER.search(frame.words[: frame.at.start])
        if counted is None or self.published is None or (counted[4] and frame.tense is Tense.PARTICIPLE):
            return None
        here = [s for m, s in enumerate(self.own) if s and self.frames[m].sentence == frame.sentence and m != n]
        base = here[0].days.start if here else self._day_so_far(n)
        count = number(counted[1])
        if count is None or base is None:
            return None
        self.recalled.add(n)
        span = Span(counted.start(), counted.end(3)).shifted(frame.sentence.start)
        day = base - timedelta(days=int(count * _DAYS[counted[2]]))
        if counted[2] == "week" and count > 2:
            week = values.week(day)
            return Said(Interval(week.start, week.end, "week"), Basis.RELATIVE, span)
        return Said(Interval(day, day, "day"), Basis.RELATIVE, span)

    def _of_statement_before(self, n: int) -> Said | None:
        """A quotation that runs on was said with what stands before it."""
        before = next((m for m in range(n - 1, -1, -1) if self.frames[m].statement.nested_in is None), None)
        return self._held(self.read[before]) if before is not None else self._of_publication()

    def _leaned_on(self, n: int) -> int | None:
        """The statement whose verb a participle goes with: "denied it, saying"."""
        for m in range(n - 1, -1, -1):
            if self.frames[m].sentence == self.frames[n].sentence and self.frames[m].statement.nested_in is None:
                return m
        return None

    def _of_told_meeting(self, n: int) -> Said | None:
        """The day of the talk that a statement inside another is part of: "she rang him on the 11th. 'He said it was late'"."""
        frame = self.frames[n]
        around = self._around(n)
        if frame.tense is not Tense.PAST or not around:
            return None
        outer = self.read[around[0]]
        spoken = {said.phrase for m in around if (said := self.read[m])}
        for time in reversed(self.times):
            if time.span.end > frame.sentence.start + frame.at.start or time.span in spoken:
                continue
            paragraph, sentence = self.layout.sentence_at(time.span.start)
            if paragraph < frame.paragraph - 1:
                return None
            told, found = self.layout.folded[sentence.start : sentence.end], said_at(time, self.published)
            is_told_as_past = time.meaning.days is not None and found.days.start == time.meaning.days.start
            is_before = is_told_as_past and (outer is None or found.days.start <= outer.days.end)
            is_near = found.days.granularity not in ("week", "year")
            if is_near and is_before and _MET.search(told) and not leads_away(told, time.span.start - sentence.start):
                return self._held(found)
        return None

    def _around(self, n: int) -> list[int]:
        """The statements that one stands in, the innermost first."""
        found: list[int] = []
        at = n
        while (outer := self.frames[at].statement.nested_in) in self._places:
            at = self._places[outer]
            found.append(at)
        return found

    @cached_property
    def _places(self) -> dict[StatementId | None, int]:
        return {frame.statement.id: n for n, frame in enumerate(self.frames)}

    def _same_sentence(self, n: int) -> Said | None:
        frame = self.frames[n]
        for m in range(n - 1, -1, -1):
            other = self.frames[m]
            is_beside = other.sentence == frame.sentence and other.statement.nested_in == frame.statement.nested_in
            if is_beside and self.voices.same(m, n) and other.tense is not Tense.PERFECT:
                return self._held(self.read[m])
        return None

    def _narrated(self, n: int) -> Said | None:
        """The day of the last dated sentence before it in its paragraph, if that tells of the speaker or of people who met.

        Where a quotation opens the paragraph, the one before may tell of its speaker.
        """
        frame = self.frames[n]
        paragraph = self.layout.paragraphs[frame.paragraph]
        for time in reversed(self.times):
            if time.span.end > frame.sentence.start or time.span.start < paragraph.start:
                continue
            names = frozenset({""}) if self._follows_alone(n, time.span) else self.voices.names[n]
            if self._dates_another(n, time) and not self._names(time, names):
                return None
            if self._sets_scene(time, names):
                is_guest = (
                    frame.statement.anonymous
                    or "according" in frame.verb
                    or _OUTSIDE_SCENE.search(f"{frame.verb} {frame.words}") is not None
                )
                return None if is_guest and not self._names(time, names) else self._day_of(time)
            if not self._is_quoted(time.span):
                return None
        return self._told_above(n)

    def _dates_another(self, n: int, time: TimeExpression) -> bool:
        """Whether a time is that of what somebody else said, who need not have said it where this one speaks."""
        return any(own and own.phrase == time.span and not self.voices.same(m, n) for m, own in enumerate(self.own))

    def _told_above(self, n: int) -> Said | None:
        """The day that the paragraph before ends on, where nobody speaks from there to a quotation that opens a paragraph."""
        frame = self.frames[n]
        start = self.layout.paragraphs[frame.paragraph].start
        if frame.paragraph == 0 or frame.statement.start != start or self.layout.text[start] not in DOUBLE + SINGLE:
            return None
        above = self.layout.paragraphs[frame.paragraph - 1].start
        spoken = [other.statement.start for other in self.frames[:n]]
        names = self.voices.names[n] if spoken else frozenset({""})
        for time in reversed(self.times):
            if above <= time.span.start and time.span.end <= start:
                _, sentence = self.layout.sentence_at(time.span.start)
                is_clear = all(at < sentence.end for at in spoken) and self._names(time, names)
                return self._day_of(time) if is_clear and self._sets_scene(time, names) else None
        return None

    def _names(self, time: TimeExpression, names: frozenset[str]) -> bool:
        """Whether the sentence of a time tells of somebody of these names."""
        _, sentence = self.layout.sentence_at(time.span.start)
        told = self.layout.folded[sentence.start : sentence.end]
        return any(name in told for name in names)

    def _day_of(self, time: TimeExpression) -> Said | None:
        """The day of a time that a sentence before tells."""
        said = said_at(time, self.published)
        return self._held((self._within_day(said) if self._is_part_of_day(time.span) else None) or said)

    def _follows_alone(self, n: int, span: Span) -> bool:
        """Whether a pronoun speaks, and nobody else since a time."""
        source = self.frames[n].statement.source
        named = self.layout.folded[source.start : source.end] if source else ""
        between = (m for m in range(n) if self.frames[m].statement.start > span.end)
        return named in ("he", "she", "they", "it") and all(self.voices.same(m, n) for m in between)

    def _sets_scene(self, time: TimeExpression, names: frozenset[str]) -> bool:
        """Whether a time is that of an event a few days back at which somebody of these names, or a gathering, spoke."""
        _, sentence = self.layout.sentence_at(time.span.start)
        told = self.layout.folded[sentence.start : sentence.end]
        start = time.span.start - sentence.start
        days = time.meaning.days
        if (
            days is None
            or days.granularity not in ("day", "time")
            or (self.published is not None and days.start > self.published)
            or self._is_quoted(time.span)
            or (leads_away(told, start) and not _BY_THEN.fullmatch(told[:start].lstrip()))
        ):
            return False
        found = self._day_of(time)
        if told[time.span.end - sentence.start :].startswith("'s") or found is None or not self._is_recent(found):
            return False
        if any(
            f.sentence == sentence and f.statement.source and f.statement.source.contains(time.span)
            for f in self.frames
        ):
            return False
        if _OPENS.fullmatch(told[:start].lstrip()) and not any(f.sentence == sentence for f in self.frames):
            return True
        return _GATHERING.search(told) is not None or any(name in told for name in names)

    def _of_message(self, n: int) -> Said | None:
        """The day of the message that a pronoun stands for: "an e-mail sent on May 3. In it she wrote"."""
        way = self.ways[n]
        if way is None or way.span.end > self.frames[n].sentence.start:
            return None
        _, sentence = self.layout.sentence_at(way.span.start)
        told = self.layout.folded[sentence.start : sentence.end]
        for time in self.times:
            if sentence.contains(time.span) and not leads_away(told, time.span.start - sentence.start):
                return self._held(said_at(time, self.published))
        return None

    def _later_that_day(self, n: int) -> Said | None:
        """ "Later in the day", "in the afternoon": of the day that was told of last."""
        own = self.own[n]
        return self._within_day(own) if own and self._is_part_of_day(own.phrase) else None

    def _is_part_of_day(self, phrase: Span | None) -> bool:
        return phrase is not None and _IN_THE_DAY.fullmatch(self.layout.folded[phrase.start : phrase.end]) is not None

    def _within_day(self, part: Said) -> Said | None:
        """The day that a part of it belongs to: that of the time or of the statement told of last, whichever stands nearer."""
        assert part.phrase is not None
        at = part.phrase.start
        told = [
            (time.span.start, said)
            for time in self.times
            if time.span.end <= at and not self._is_part_of_day(time.span) and not self._is_quoted(time.span)
            for said in [said_at(time, self.published)]
        ]
        read = [(self.frames[m].statement.start, said) for m, said in enumerate(self.read) if said]
        recent = [(start, said) for start, said in [*told, *read] if start < at and self._is_recent(said)]
        if not recent:
            return None
        return Said(max(recent, key=lambda each: each[0])[1].days, Basis.RELATIVE, part.phrase)

    def _of_voice(self, n: int, reach: int = 99) -> Said | None:
        """The day on which the same mouth spoke last, a few days back.

        A spokesman answers anew on what his principal said, and a body speaks through one and then another.
        """
        frame = self.frames[n]
        reach = min(reach, 1) if self.voices.bodies[n] and not self.voices.outlets[n] else reach
        for m in range(n - 1, -1, -1):
            other = self.frames[m]
            is_aside = other.statement.nested_in is not None or m in self.recalled or other.tense is Tense.PERFECT
            if is_aside or not self.voices.same(m, n) or not self.voices.one(m, n):
                continue
            gap, said = frame.paragraph - other.paragraph, self.read[m]
            if said is None or said.basis is Basis.ARTICLE_DATE or gap > reach:
                continue
            if self._is_recent(said) or (gap == 0 and said.days.granularity in ("day", "time", "week", "weekend")):
                return self._held(said)
        return None

    def _of_public_scene(self, n: int) -> Said | None:
        """The day of the hearing, the speech or the exchange that it belongs to."""
        frame = self.frames[n]
        same_one = _SAME_ONE.search(frame.words)
        if self.channels[n] in _PUBLIC or same_one:
            for m in range(n - 1, -1, -1):
                said = self.read[m]
                is_alike = self.channels[m] is not None and self.channels[m] == self.channels[n]
                if is_alike and said and self.frames[m].statement.nested_in is None and self._is_recent(said):
                    return self._held(said)
            return self._lead
        if _OUTSIDE_SCENE.search(frame.words):
            return None
        if _IN_TURN.search(frame.verb) or _AMONG.search(frame.words):
            before = next((m for m in range(n - 1, -1, -1) if self.frames[m].statement.nested_in is None), None)
            if before is not None and frame.paragraph - self.frames[before].paragraph <= 1:
                said = self.read[before]
                is_public = self.channels[before] in _PUBLIC or (said is not None and said.basis is Basis.EVENT)
                return self._held(said) if is_public and said and self._is_recent(said) else None
        return None

    def _of_lead(self, n: int) -> Said | None:
        """The day of the article's lead: for what is said right after it, and where it is a sitting, for all who take part."""
        frame = self.frames[n]
        if self._lead is None or self._lead.phrase is None or self._lead.phrase.start > frame.statement.start:
            return None
        if frame.paragraph <= 1 and self._unfolds_lead(n):
            return self._lead
        return self._lead if self._sits(n) else None

    def _sits(self, n: int) -> bool:
        """Whether a speaker takes part in the sitting of the lead: a person with a name, as long as the scene does not change."""
        frame, way = self.frames[n], self.channels[n]
        is_there = way in _PUBLIC or (way in (None, Channel.IN_PERSON) and not self._is_elsewhere(frame.paragraph))
        is_guest = self.voices.bodies[n] or frame.statement.anonymous or "according" in frame.verb
        is_outside = _OUTSIDE_SCENE.search(f"{frame.verb} {frame.words}") is not None
        is_outside = is_outside and _ADVISED.search(frame.words) is None
        return self._is_sitting and is_there and not is_guest and not is_outside

    def _is_elsewhere(self, paragraph: int) -> bool:
        """Whether this paragraph, or one before it, has left the place of the lead: "In Kobe, ...", "Meanwhile"."""
        starts = [self.layout.paragraphs[n].start for n in range(1, paragraph + 1)]
        return any(_ELSEWHERE.match(self.layout.text, start) for start in starts)

    def _unfolds_lead(self, n: int) -> bool:
        """Whether it is the first thing said after the lead, by whoever the lead left without a name: "a resin maker denied"."""
        before = [f for f in self.frames[:n] if f.statement.nested_in is None]
        named = [f.statement.source for f in before if f.paragraph == 0]
        told = [self.layout.folded[s.start : s.end] for s in named if s]
        return all(f.paragraph == 0 for f in before) and all(source.startswith(("a ", "an ")) for source in told)

    @cached_property
    def _is_sitting(self) -> bool:
        """Whether the lead tells of people who sat and heard one another, and not only in what somebody says."""
        return any(self._is_of_sitting(sentence) for paragraph, sentence in self.layout.sentences if paragraph <= 1)

    def _is_of_sitting(self, sentence: Span) -> bool:
        return any(
            not self._is_quoted(Span(*match.span()).shifted(sentence.start))
            for match in _SITTING.finditer(self.layout.folded[sentence.start : sentence.end])
        )

    @cached_property
    def _lead(self) -> Said | None:
        """The day that the article's first sentences are about."""
        for time in self.times:
            paragraph, _ = self.layout.sentence_at(time.span.start)
            if paragraph > 1:
                break
            if self._sets_scene(time, frozenset()) or self._says_in_lead(time):
                return self._held(said_at(time, self.published))
        return self._first_day() if self._is_sitting else None

    def _first_day(self) -> Said | None:
        """The first day that the first two paragraphs tell, whatever happened on it."""
        for time in self.times:
            paragraph, sentence = self.layout.sentence_at(time.span.start)
            if paragraph > 1:
                return None
            told, start = self.layout.folded[sentence.start : sentence.end], time.span.start - sentence.start
            found = said_at(time, self.published)
            if self._is_recent(found) and not leads_away(told, start) and not self._is_between_marks(time.span):
                return self._held(found)
        return None

    def _says_in_lead(self, time: TimeExpression) -> bool:
        """Whether a time is that of something said in its sentence."""
        return any(own and own.phrase == time.span and self._is_recent(own) for own in self.own)

    def _of_voice_after(self, n: int) -> Said | None:
        """The day that the same voice is said to have spoken on, where it goes straight on in the paragraph."""
        frame = self.frames[n]
        for m in range(n + 1, min(n + 2, len(self.frames))):
            other, said = self.frames[m], self.own[m]
            if other.paragraph != frame.paragraph:
                return None
            if (
                said
                and not self._is_counted_back(said)
                and other.statement.nested_in is None
                and self.voices.same(m, n)
                and other.tense is not Tense.PERFECT
            ):
                return self._held(said)
        return None

    def _is_counted_back(self, said: Said) -> bool:
        """Whether its day is told as one that lies before that of the rest: "a day earlier", "three weeks ago"."""
        return said.phrase is not None and bool(
            _COUNTED_BACK.search(self.layout.folded[said.phrase.start : said.phrase.end])
        )

    def _of_publication(self) -> Said | None:
        return Said(Interval(self.published, self.published, "day"), Basis.ARTICLE_DATE) if self.published else None

    # --- what a day is like ---

    def _is_quoted(self, span: Span) -> bool:
        return any(piece.contains(span) for f in self.frames for piece in f.statement.content)

    def _is_between_marks(self, span: Span) -> bool:
        """Whether it is of a content that begins with a quotation mark."""
        pieces = (piece for f in self.frames for piece in f.statement.content if piece.contains(span))
        return any(
            mark in DOUBLE + SINGLE for p in pieces for mark in self.layout.text[max(0, p.start - 1) : p.start + 1]
        )

    def _is_recent(self, said: Said) -> bool:
        """A day, and at most a few before publication: what an article is about, not what it recalls."""
        if self.published is None or said.days.granularity not in ("day", "time", "weekend"):
            return False
        return timedelta() <= self.published - said.days.end <= _FEW_DAYS

    @staticmethod
    def _held(said: Said | None) -> Said | None:
        """The same day, told elsewhere."""
        if said is None or said.basis is Basis.ARTICLE_DATE:
            return said
        return Said(said.days, Basis.EVENT, said.phrase)
