"""By which channel: read beside the cue, and held on through the scene as long as the same voice speaks."""

# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.how.frames import Frame, Layout, Tense
from onrecord.vocabulary import Channel, Said, Span


@dataclass(frozen=True, slots=True)
class Way:
    """A channel with the words that show it."""

    channel: Channel
    span: Span


_BROADCASTER = (
    r"(?:(?:abc|cbs|nbc|cnn|msnbc|cnbc|fox|bbc|npr|pbs|itv|sky|c-span|al jazeera|bloomberg)(?: news| radio| business| television| tv)?"
    r"|(?:[\w'-]+ ){0,2}(?:radio|tv|television)(?: \w+)?|radio [\w'-]+|channel \d+)"
)
_PATTERNS: tuple[tuple[Channel, str], ...] = (
    (
        Channel.TESTIMONY,
        r"testif(?:y|ies|ied|ying)|testimony|under oath|depositions?|on the witness stand|told (?:the |a )?(?:inquiry|inquest|grand jury)",
    ),
    (
        Channel.PRESS_CONFERENCE,
        r"(?:(?:told|telling|tells) (?:a |the )?)?(?:press|news|media) (?:conferences?|briefings?|calls?|availability|event)|briefing room|daily briefing|media breakfast|conference call|(?:told|gathered) (?:reporters|journalists) at a briefing|at a briefing",
    ),
    (
        Channel.TEXT_MESSAGE,
        r"(?:in|by|via|over|with) (?:an? |several |the )?(?:[\w-]+ )?(?:text messages?|texts?|sms|whatsapp(?: messages?)?|signal messages?)|text(?:ed|ing)? (?:him|her|them|us|me)|text messages?|texted",
    ),
    (Channel.EMAIL, r"e-?mail(?:s|ed|ing)?(?: thread| exchange| message)?"),
    (
        Channel.SOCIAL_MEDIA,
        r"tweet(?:s|ed|ing)?|retweeted|re-tweeted|twitter|facebook|instagram|tiktok|mastodon|bluesky|snapchat|youtube|linkedin|telegram|truth social|social media|social network\w*|posted on(?: x)?|(?:blog|online) posts?|in an? (?:\w+ )?post\b|second post|on x\b|weibo|reddit",
    ),
    (
        Channel.INTERVIEW,
        r"interview(?:s|ed|ing|er)?|questions and answers|q&a|(?:on|in|to) (?:our|the|a|an|his|her|its)? ?(?:[\w'-]+ ){0,3}(?:show|programme|program|podcast|breakfast show)|podcast|sat down with|sit-down"
        rf"|(?:told|telling|tells|said (?:on|to)|says (?:on|to)|speaking (?:to|on|with)|spoke (?:to|with)|talking to|appear(?:ed|ing|ance) on|went on) (?:\w+'s )?[\"“']*{_BROADCASTER}",
    ),
    (
        Channel.PHONE,
        r"(?:by|on|over|via) (?:the )?(?:telephone|phone|mobile)|(?:tele)?phone (?:call|conversation)|in a (?:brief |short )?(?:tele)?phone|(?:reached|contacted|called) (?:\w+ )?by (?:tele)?phone|over the line|phoned|telephoned|rang (?:me|us|him|her|them)|when (?:reached|called)",
    ),
    (
        Channel.STATEMENT,
        r"(?:in|issued|issuing|released|releasing|put out|read|with|the|a|through|via|from) (?:an? |the |his |her |its |their |same |this |that |company's )*(?:[\w-]+ ){0,3}statements?|(?:news|press) releases?|statement",
    ),
    (
        Channel.SPEECH,
        r"speech(?:es)?|address(?:ed|ing)? (?:to |the |a )|(?:in|during|his|her) (?:an? |the )?(?:\w+ )?address|rall(?:y|ies)|town halls?(?: meeting)?|debates?|remarks (?:to|at|in|on|before|prepared)|in (?:prepared )?remarks|keynote|sermon|lecture|on the stump|convention"
        r"|(?:told|telling|tells) (?:a |an |the |his |her |their )?(?:\w+ ){0,3}(?:crowds?|audience|rally|gathering|supporters|meeting|conference|congress|convention|parliament|chamber|assembly|delegates|faithful|hall|congregation|cadets|graduates|members|voters)"
        r"|from the (?:stage|podium|pulpit|floor|lectern|rostrum)|took the stage|to (?:cheers|applause|groans)|on the (?:senate|house) floor|in parliament|campaign event",
    ),
    (
        Channel.COURT,
        r"(?:told|tells|telling) (?:the |a )?(?:\w+ )?(?:court|judge|jury|jurors|magistrates?|tribunal)|in (?:open |federal |district |the |high |crown )*court|at (?:\w+ )?(?:sentencing|arraignment|trial)|pleaded|jury|court|ruling|ruled|argued before",
    ),
    (
        Channel.DOCUMENT,
        r"letters?|memos?|memorandum|filings?|lawsuits?|suit|complaint|affidavit|indictment|petition|submission|reports?(?! on)|stud(?:y|ies)|polls?|surveys?|books?|memoir|op-eds?|opinion (?:article|piece)|editorials?|articles?|essay|column|white paper"
        r"|documents?|minutes|transcripts?|notes?|diary|audit|resolution|legislation|law|bill|manifesto|platform|papers|records?|accounts|in writing|listings?|analysis|dossier|contract|plaque",
    ),
    (
        Channel.IN_PERSON,
        r"(?:over|across) (?:coffee|lunch|dinner|breakfast|tea|drinks|a (?:beer|pint|drink|coffee|meal)|the table|the fence)|in person|face to face|on the (?:steps|stairs|doorstep|sidelines)|at (?:his|her|their) (?:home|house|office|farm|door|desk|kitchen|side|elbow)|outside (?:the|his|her)|from behind|caught (?:him|her|up)|from the floor|in the (?:corridor|lobby|yard|audience|shop|street)|standing (?:in|on|at|outside|beside)|visited|met (?:him|her|them|us|me)",
    ),
)
_WAYS = tuple((channel, re.compile(rf"(?<![\w])(?:{pattern})(?!\w)")) for channel, pattern in _PATTERNS)
_REACH = 2
"""How many paragraphs a scene outlives a statement of its voice."""


def read_channels(
    layout: Layout, frames: Sequence[Frame], voices: Sequence[str], days: Sequence[Said | None]
) -> list[Way | None]:
    """The channel of every statement, in their order."""
    found: list[Way | None] = []
    for n, frame in enumerate(frames):
        own = _own(frame)
        found.append(own or _held_on(n, frames, voices, days, found))
    return found


def _own(frame: Frame) -> Way | None:
    """What the frame says, the nearest to the cue."""
    best: tuple[int, Way] | None = None
    for channel, pattern in _WAYS:
        for match in pattern.finditer(frame.words):
            gap = max(match.end() - frame.at.end, frame.at.start - match.start(), 0)
            if best is None or gap < best[0]:
                best = gap, Way(channel, frame.span(match))
    return best[1] if best else None


def _held_on(
    n: int, frames: Sequence[Frame], voices: Sequence[str], days: Sequence[Said | None], found: Sequence[Way | None]
) -> Way | None:
    """The channel of the last statement of the same voice, where nothing shows that the scene is over."""
    frame = frames[n]
    if frame.statement.nested_in is not None or frame.tense in (Tense.PERFECT, Tense.MODAL):
        return None
    for m in range(n - 1, -1, -1):
        before = frames[m]
        if before.statement.nested_in is not None:
            continue
        if frame.paragraph - before.paragraph > _REACH:
            return None
        if voices[m] == voices[n]:
            one, two = days[m], days[n]
            same_day = one is None or two is None or one.days == two.days
            return found[m] if same_day else None
    return None
