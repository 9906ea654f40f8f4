"""By which channel: read beside the cue, and held on through the scene as long as the same voice speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.how.frames import SAID, Frame, Layout, Tense
from onrecord.attribution.how.hearings import (
    hears_witnesses,
    hold_testimony,
    is_hearing,
    is_witness,
    may_testify,
)
from onrecord.attribution.how.lexicon import phrases, verbs, words
from onrecord.attribution.how.scenes import Voices
from onrecord.attribution.how.ways import Way
from onrecord.attribution.quotes import DOUBLE, SINGLE
from onrecord.vocabulary import Channel, Said, Span, Stance

_OF = r"(?:an? |the |this |that |his |her |its |their |our |my |one |another |several |the same |an earlier |[\w-]+'s )?(?:[\w-]+ ){0,3}?"
"""What may stand between a preposition and its noun."""
_NETWORK = (
    r"(?:abc|cbs|nbc|cnn|msnbc|cnbc|fox|bbc|npr|pbs|itv|sky|c-span|al jazeera|bloomberg|euronews)"
    r"(?: news| radio| business| television| tv)?(?! that)"
)
"""Broadcasters known by name: who tells them something is interviewed."""
_BROADCASTER = rf"(?:{_NETWORK}|(?:[\w'-]+ ){{0,2}}(?:radio|tv|television)|radio [\w'-]+)"
_AUDIENCE = (
    r"(?:crowds?|audience|rally|gathering|supporters|meeting|conference|congress|convention|parliament|chamber|"
    r"assembly|delegates|faithful|hall"
    r"|congregation|cadets|graduates|voters|attendees|guests|diners|donors|activists|house of \w+|commons|senate|"
    r"rotary club|breakfasts?(?! (?:show|programme|program|time|tv|television))"
    r"|luncheon|summit|symposium|seminar|shareholders|mourners|worshippers)"
)
_TELL = verbs("tell")
_ADDRESS = verbs("tell, assure, remind, concede to, admit to, announce to, confess to, boast to, joke to")
_FORUM = (
    r"(?:platform|forum|message board|messaging (?:board|app|service)|bulletin board|photo app|video app|timeline|feed)"
)

_WRITTEN = frozenset({Channel.EMAIL, Channel.TEXT_MESSAGE, Channel.STATEMENT, Channel.SOCIAL_MEDIA, Channel.DOCUMENT})

_CONTACTS = frozenset(
    {
        Channel.EMAIL,
        Channel.TEXT_MESSAGE,
        Channel.PHONE,
        Channel.INTERVIEW,
        Channel.IN_PERSON,
        Channel.PRESS_CONFERENCE,
        Channel.SOCIAL_MEDIA,
    }
)
"""What a sentence before may tell of."""

_NEEDS: dict[Channel, tuple[str, ...]] = {
    Channel.TESTIMONY: ("testi", "oath", "deposition", "stand", "witness", "sworn", "inqu", "grand jury", "hearing"),
    Channel.PRESS_CONFERENCE: ("conference", "briefing", "availab", "media", "press"),
    Channel.TEXT_MESSAGE: ("text", "whatsapp", "message", "chat"),
    Channel.EMAIL: ("mail",),
    Channel.PHONE: ("phone", "call", "line", "rang ", "reached", "video", "mobile", "voice", "hung up"),
    Channel.STATEMENT: ("statement", "release", "communiqu"),
}
"""Letters without which a channel's pattern cannot match: most sentences tell of no channel."""

_BESIDE: tuple[tuple[Channel, re.Pattern[str]], ...] = (
    (
        Channel.TESTIMONY,
        words(
            verbs("testify"),
            phrases(
                "testimony, under oath, on oath, depositions?, on the (?:witness )?stand, in the witness box, "
                "from the witness box, sworn statement"
            ),
            rf"(?:{_TELL}) (?:the |an? )?(?:[\w']+ ){{0,2}}(?:inquiry|inquest|grand jury|hearing)",
        ),
    ),
    (
        Channel.PRESS_CONFERENCE,
        words(
            rf"(?:(?:{_TELL}) (?:an? |the )?)?(?:[\w-]+ )?(?:press|news|media) (?:conferences?|briefings?|"
            rf"availability|breakfast)",
            phrases(
                "briefing room, at an? (?:\\w+ )?briefing, daily briefing, press calls?, conference calls?, "
                "presser, met (?:with )?(?:the press|reporters|journalists)"
            ),
        ),
    ),
    (
        Channel.TEXT_MESSAGE,
        words(
            phrases(
                "text(?:ed|ing), texts, an? text, (?:text|sms|whatsapp|signal|imessage) messages?, by text, "
                "an? whatsapp, on whatsapp, via whatsapp, group chat, (?:direct|instant|private|encrypted) messages?"
            ),
            r"(?:an? |the |this |his |her |their )messages? (?:(?:that )?(?:[\w.'-]+ ){1,4}?|was )?(?:sent|had sent)\b",
        ),
    ),
    (Channel.EMAIL, words(r"e-?mail(?:s|ed|ing)?(?: message| exchange)?")),
    (
        Channel.SOCIAL_MEDIA,
        words(
            verbs("tweet, retweet, post on"),
            phrases("""
                twitter, facebook, instagram, tiktok, mastodon, bluesky, snapchat, youtube, linkedin
                (?:on|via|over) telegram, telegram (?:post|channel|account|group)s?
                truth social, weibo, reddit, social media, social networks?
                (?:blog|online|social media) posts?, in an? (?:\\w+ )?post, (?:second|later|separate|deleted) post
                hashtag, posted (?:that|a|an|on|to), posted, posting, on x
            """),
            rf"on (?:an? |the |its |his |her |their )?(?:[\w-]+ ){{0,2}}?{_FORUM}",
        ),
    ),
    (
        Channel.INTERVIEW,
        words(
            phrases(
                "interviews?, interviewed, interviewer, questions and answers, q&a, podcast, sat down with, "
                "sit-down, talk show, breakfast (?:show|programme)"
            ),
            r"(?:on|to) (?:our|the|a|an|his|her|its|whose|[\w-]+'s) (?:[\w'-]+ ){0,3}(?:show|programme|program|"
            r"phone-in)",
            r"(?:said|says|speaking|spoke|talking|appeared|appearing|appearance|went) (?:on|to|"
            r"with) (?:[\w-]+'s )?[\"“']*"
            + _BROADCASTER,
            rf"(?:{_TELL}) (?:[\w-]+'s )?[\"“']*{_NETWORK}",
            rf"(?:{_TELL}) (?:our|its|[\w-]+'s) (?:[\w'-]+ ){{0,3}}(?:show|programme|program|podcast|phone-in)",
        ),
    ),
    (
        Channel.PHONE,
        words(
            phrases("""
                (?:by|on|over|via) (?:the |her |his )?(?:telephone|phone|mobile), (?:tele)?phone (?:call|conversation)
                in (?:an?|the|that) (?:\\w+ )?call, over (?:the|a) (?:\\w+ ){0,2}line, phoned, telephoned, reached by (?:tele)?phone
                in a (?:voicemail|voice message), picked up the phone, at the other end of the line
                when (?:tele)?phoned, rang (?!out|true|hollow|round|(?:the|a) (?:bell|alarm))\\w+, (?:he|she|who) rang, when reached
                put the phone down, hung up, by video link, in a (?:brief |short )?(?:tele)?phone
            """),
        ),
    ),
    (
        Channel.STATEMENT,
        words(
            rf"(?:in|issued|issuing|released|releasing|put out|read|with|through|via|from|by way of) {_OF}statements?",
            phrases("(?:news|press) releases?, statement, communique, communiqué"),
        ),
    ),
    (
        Channel.SPEECH,
        words(
            phrases("""
                speech(?:es)?, (?:in|during|his|her) (?:an? |the )?(?:\\w+ )?address, rall(?:y|ies)
                town halls?(?: meeting)?, debates?, keynote, sermon, lecture, on the stump
                remarks (?:to|at|in|on|before|prepared), in (?:prepared )?remarks
                from the (?:stage|podium|pulpit|floor|lectern|rostrum|dispatch box), took the stage
                to (?:cheers|applause|groans|laughter|boos), on the (?:senate|house) floor, in parliament
                campaign (?:event|stop), convention, victory night
            """),
            verbs("address (?:to |the |an? )"),
            rf"(?:{_ADDRESS}) (?:an? |the |his |her |their )?(?:[\w-]+ ){{0,3}}?{_AUDIENCE}",
            r"in (?:the )?(?:[\w-]+ )?(?:assembly|parliament|senate|commons|lords|legislature|bundestag|knesset|dail|chamber)",
        ),
    ),
    (
        Channel.COURT,
        words(
            rf"(?:{_TELL}) (?:the |an? )?(?:[\w']+ ){{0,2}}?(?:court|judge|jury|jurors|magistrates?|tribunal)",
            phrases(
                "in (?:\\w+ )?court, at (?:\\w+ )?(?:sentencing|arraignment), in a ruling, pleaded, "
                "argued before, court (?:of appeals|ruling), supreme court"
            ),
        ),
    ),
    (
        Channel.DOCUMENT,
        words(
            rf"(?:in|to|of|via|with|through|from|by|wrote|writes|sent|penned|signed|submitted|filed|obtained) {_OF}"
            r"(?:letters?|memos?|memorandum|filings?|lawsuits?|complaint|affidavit|indictment|petition|"
            r"submission|study|books?|memoir|op-eds?|opinion (?:article|piece)"
            r"|editorials?|articles?|essay|column|white paper|documents?|minutes|transcripts?|diary|audit|"
            r"resolution|manifesto|notice|cable|log|dossier|filing)",
            phrases("in writing, written (?:reply|answer|response), incident report"),
            r"(?:wrote|writes|written) (?:back )?(?:on (?:\d{1,2} \w+|\w+ \d{1,2}|\w+day) )?to",
            r"in (?:an? |the |his |her |its |their )notes? to",
            rf"(?:{verbs('tell, inform, notify, advise')}|(?:in|by|with) (?:an? |the |its )?(?:\w+ )?(?:filing|notice|disclosure) to) "
            r"(?:the |its |their )?(?:[\w-]+ )?(?:stock |securities )?exchange",
        ),
    ),
    (
        Channel.IN_PERSON,
        words(
            r"(?:over|across) (?:an? |some )?(?:\w+ )?(?:coffee|lunch|dinner|supper|breakfast|tea|drinks|beer|pint|"
            r"drink|meal|sandwich|pasty|pie|cake|glass|whisky|wine|table|fence|half-door|gate|hedge|counter|bar)",
            r"at (?:his|her|their|the) (?:[\w'-]+ ){0,2}?(?:home|house|office|farm|door|desk|kitchen|side|elbow|"
            r"residence|doorstep|gates?|airport|table|shop|surgery)",
            r"(?:in|inside) (?:his|her|their) (?:[\w-]+ ){0,2}?(?:office|laboratory|lab|kitchen|garden|workshop|study|shop|studio|"
            r"stall|barn|cabin|cell|clinic|surgery|living room|parlour|dressing room|shed|car|van|boat)",
            r"at the (?:[\w-]+ ){0,2}?(?:bus stop|bus stand|bus station|station|stage door|market|quayside|pier|jetty|harbour|graveside|"
            r"funeral|wedding|school gates?|gates?|entrance|front door|back door|bar|paddock|finish line|roadside|checkpoint)",
            r"(?:by|beside|next to) (?:the|a|his|her) (?:coffee machine|water cooler|lifts?|elevators?|grave|car|van|tractor|fence|"
            r"stove|window|pool|vending machine)",
            r"(?:in|inside) the (?:[\w'-]+ ){0,2}(?:bar|pub|kitchen|lobby|hallway|corridor|canteen|cafeteria|café|boathouse|doorway"
            r"|courtyard|waiting room|staff room|dressing room|changing room|clubhouse|vestry|ward|workshop|stable|barn|garden)",
            r"at (?:the )?(?:[\w'-]+ ){1,2}(?:airport|railway station|ferry terminal|boat landing|slip|quay)",
            rf"(?:{_TELL}|said|says) (?:[\w'-]+ ){{0,3}}as (?:he|she|they) (?:dashed|left|walked|emerged|climbed|boarded|"
            r"arrived|hurried|ran|strode|waited|entered|headed)",
            r"(?:came|answered) (?:to )?(?:the|his|her|their) (?:front )?(?:door|gate)",
            r"asked (?:at|outside|inside|on|in) (?:the|his|her|their) (?:[\w'-]+ ){0,3}(?:whether|if|about|what|why|who|how)",
            r"through (?:the|a|his|her) (?:[\w-]+ )?(?:window|letter ?box|gate|fence|hatch)",
            r"asked (?:about \w+ )?(?:at|on the sidelines of) an? (?:[\w-]+ )?(?:conference|reception|dinner|opening|ceremony|summit|fair)",
            r"on (?:the|his|her|their) (?:\w+ )?(?:steps|stairs|doorstep|sidelines|terrace|pavement|touchline|"
            r"way (?:in|out|home))|to (?:fellow )?(?:diners|guests|neighbours)",
            phrases("""
                in person, face to face, from behind, (?:caught|cornered) (?:him|her|me|us|up), from the floor
                by the coats
                in the (?:corridor|lobby|yard|shop|street|canteen|foyer|car park), standing (?:in|on|at|outside|beside)
                showed (?:us|me|a reporter) the door, closed the door, shut the door, called at, behind closed doors
                turned up at, looked (?:me|us|him|her|them) in the eye, took (?:me|us|him|her) aside, to (?:his|her|my|our|their) face
                stood up (?:in|at)
            """),
        ),
    ),
)  # fmt: skip

_HEADS: tuple[tuple[Channel, re.Pattern[str]], ...] = (
    (Channel.STATEMENT, words("statement|communique|press release|news release")),
    (Channel.EMAIL, words("e-?mails?")),
    (Channel.TEXT_MESSAGE, words("text messages?|text|texts|whatsapp")),
    (Channel.SOCIAL_MEDIA, words("tweets?|posts?|twitter")),
    (Channel.COURT, words("rulings?|verdict|jury|supreme court|court of appeals?|appeals court")),
    (
        Channel.DOCUMENT,
        words(
            r"letters?|memos?|memorandum|filings?|lawsuits?|suit|complaint|affidavit|indictment|petition|"
            r"submission|report|stud(?:y|ies)|polls?|surveys?|books?|memoir"
            r"|op-eds?|editorials?|articles?|essay|column|white paper|documents?|minutes|transcripts?|notes?|"
            r"diary|audit|resolution|legislation|laws?|bill|manifesto"
            r"|platform|papers|records|listings?|analysis|dossier|contract|plaque|notice|cable|log|accounts|deed|"
            r"guidelines|rules|agreement|sign|placard"
        ),
    ),
)
"""What a source may be that is itself a message."""
_OUTLETS_REPORT = re.compile(r"\breports?\b.*\b(?:by|in|from|last|on)\b|\breports\b")
_HEAD_END = re.compile(
    r",| (?:of|by|from|in|on|at|to|for|with|published|released|issued|filed|who|which|that|whose|dated|sent|"
    r"signed|seen|obtained)\b"
)
_PRONOUNS = frozenset({"it", "this", "which", "they", "one", "that", "the same"})
_IN_IT = re.compile(r"\bin (?:it|which|one|them)\b")
_MESSAGE = words(
    r"e-?mails?|letters?|statements?|text messages?|texts?|memos?|notes?|posts?|tweets?|cables?|reports?|plaque|"
    r"logs?|filings?|notice|accounts|documents?|whatsapp|petition"
)
_REACH = 2
"""How many paragraphs a scene outlives a statement of its voice."""
_IN_CLAUSE = re.compile(r"\bwho (?:read|told|spoke|rang|wrote|said|answered|repeated|showed)\b[^,|]*$")
"""In the words for a source, a clause that tells how it spoke: "Orr, who read it out over the telephone"."""
_AWAY_FROM = re.compile(
    r"\b(?:after|before|following|ahead of|since|until|outside|despite|about|over) (?:the |an? |his |her |their |its |that )?$"
)
"""Beside a channel, what says that it was at another time or is spoken about: "after the press conference"."""
_TELLS_COURT = re.compile(rf"(?:{_TELL})\b")
_WOULD_NOT = re.compile(r"(?:would|could) (?:not|only)\b|(?:wouldn|couldn)'t\b")
_HE = frozenset({"he", "she", "they"})
_PUT = re.compile(r"\b(?:was|were|when|being) asked\b")
_TOLD_BODY = words(
    rf"(?:{_TELL}|promised|assured) (?:the |an? |his |her )?(?:same )?(?:[\w']+ ){{0,3}}?(?:committee|panel|"
    rf"commission|board|senators|subcommittee|inquiry|hearing|mps|commissioners|members|lawmakers|legislators)"
)


def read_own_channels(layout: Layout, frames: Sequence[Frame]) -> list[Way | None]:
    """The channel that each statement shows itself, in their order."""
    is_of_hearing = is_hearing(layout)
    return [_own(frame, layout, is_of_hearing) for frame in frames]


def hold_channels(
    layout: Layout,
    frames: Sequence[Frame],
    own: Sequence[Way | None],
    voices: Voices,
    days: Sequence[Said | None],
    stances: Sequence[Stance],
) -> list[Way | None]:
    """The channels with those of a scene carried on: to what the same voice goes on to say, and back within a paragraph."""
    own = hold_testimony(layout, frames, own, voices)
    held: list[Way | None] = list(own)
    for n in range(len(frames)):
        way = own[n]
        if n == 0 and (
            way is None or way.channel is Channel.SPEECH
        ):  # "a packed hall" may be that of a press conference
            way = _narrated(n, layout, frames) or way
        held[n] = way or _from_before(n, frames, held, voices, days, stances, layout) or _narrated(n, layout, frames)
    _hold_back(layout, frames, held, own, voices)
    for n in range(len(frames)):
        if held[n] is None and stances[n] is not Stance.DECLINES:
            held[n] = _from_after(n, frames, own, voices, days, layout)
    return held


def _hold_back(
    layout: Layout, frames: Sequence[Frame], held: list[Way | None], own: Sequence[Way | None], voices: Voices
) -> None:
    """Gives "the same call" to what the same voice said before, if nothing else is known of that."""
    for n, way in enumerate(own):
        if way is None or "same " not in layout.folded[way.span.start - 9 : way.span.end]:
            continue
        before = [m for m in range(n) if frames[m].statement.nested_in is None and voices.one(m, n)]
        if before and held[before[-1]] is None and frames[n].paragraph - frames[before[-1]].paragraph <= 1:
            held[before[-1]] = way


def _own(frame: Frame, layout: Layout, is_of_hearing: bool) -> Way | None:
    """What the frame says, the nearest to the cue; else what the source is, or the message that it stands for."""
    best: tuple[int, Way] | None = None
    source = frame.statement.source
    told = _TOLD_BODY.search(frame.words) if is_of_hearing else None
    if told and SAID not in told.group() and "in writing" not in frame.words:
        return Way(Channel.TESTIMONY, frame.span(told)) if may_testify(frame, layout) else None
    for channel, pattern in _BESIDE:
        if channel in _NEEDS and not any(letters in frame.words for letters in _NEEDS[channel]):
            continue
        for match in pattern.finditer(frame.words):
            span = frame.span(match)
            is_of_source = (
                source
                and source.start < span.end
                and span.start < source.end
                and not _IN_CLAUSE.search(frame.words[: match.start()])
            )
            is_away = match.start() > frame.at.start and _AWAY_FROM.search(frame.words[: match.start()])
            if SAID in match.group() or is_of_source or is_away:
                continue
            gap = max(match.end() - frame.at.end, frame.at.start - match.start(), 0)
            if best is None or gap < best[0]:
                best = gap, Way(channel, span)
    if best:
        is_told_court = best[1].channel is Channel.COURT and _TELLS_COURT.match(layout.folded, best[1].span.start)
        if is_told_court and hears_witnesses(layout) and is_witness(frame, layout):
            return Way(Channel.TESTIMONY, best[1].span)
        return best[1]
    return _of_source(frame, layout)


def _of_source(frame: Frame, layout: Layout) -> Way | None:
    """A statement, letter or poll that speaks itself; a pronoun for the one that the sentence before tells of."""
    source = frame.statement.source
    named = layout.folded[source.start : source.end] if source else ""
    if named and named not in _PRONOUNS:
        head = _HEAD_END.split(named)[0]
        if _OUTLETS_REPORT.search(named):
            return None
        for channel, pattern in _HEADS:
            found = list(pattern.finditer(head))
            if found and found[-1].end() == len(head.rstrip()) and source and not _is_name(found[-1], source, layout):
                return Way(channel, Span(*found[-1].span()).shifted(source.start))
    in_it = _IN_IT.search(frame.words)
    if in_it:
        return _message_before(frame.sentence.start + in_it.start(), frame, layout)
    if named in _PRONOUNS and frame.tense in (Tense.PRESENT, Tense.PAST):
        return _message_before(frame.sentence.start, frame, layout)
    return None


def _is_name(found: re.Match[str], source: Span, layout: Layout) -> bool:
    """Whether the word is a part of a name: "the Washington Post"."""
    return found.start() > 0 and layout.text[source.start + found.start()].isupper()


def _message_before(at: int, frame: Frame, layout: Layout) -> Way | None:
    """The message that the paragraph told of last before `at`."""
    start = layout.paragraphs[frame.paragraph].start
    before = layout.folded[max(start, at - 300) : at]
    found = list(_MESSAGE.finditer(before))
    if not found:
        return None
    span = Span(*found[-1].span()).shifted(at - len(before))
    channel = next((c for c, pattern in _HEADS if pattern.fullmatch(found[-1].group())), Channel.DOCUMENT)
    return Way(channel, span)


def _from_before(
    n: int,
    frames: Sequence[Frame],
    held: Sequence[Way | None],
    voices: Voices,
    days: Sequence[Said | None],
    stances: Sequence[Stance],
    layout: Layout,
) -> Way | None:
    """The channel of the last statement of the same voice, where nothing shows that the scene is over."""
    frame = frames[n]
    if frame.statement.nested_in is not None or _is_of_another_time(frame):
        return None
    for m in range(n - 1, -1, -1):
        before = frames[m]
        if before.statement.nested_in is not None:
            continue
        if frame.paragraph - before.paragraph > _REACH:
            return None
        if voices.same(m, n):
            way, one, two = held[m], days[m], days[n]
            if one and two and one.days != two.days:
                if one.days.end < two.days.start and frames[m].paragraph == frame.paragraph:
                    continue  # what is recalled on the way ends no scene
                return None
            if way is None or (way.channel is Channel.TESTIMONY and not is_witness(frame, layout)):
                return None
            if way.channel not in _WRITTEN and not voices.one(m, n):  # a spokesman was not in the interview
                return None
            ends = way.channel in _WRITTEN and stances[n] in (Stance.DECLINES, Stance.VOWS)
            return None if ends else way
    return None


def _narrated(n: int, layout: Layout, frames: Sequence[Frame]) -> Way | None:
    """The channel of a contact that the sentences before in the paragraph tell of: "She answered our e-mail. “It is old,” she wrote"."""
    frame = frames[n]
    if frame.statement.nested_in is not None or frame.tense in (Tense.PERFECT, Tense.MODAL, Tense.PRESENT):
        return None
    opens = frame.statement.start == layout.paragraphs[frame.paragraph].start
    first = frame.paragraph - (opens and layout.text[frame.statement.start] in DOUBLE + SINGLE)
    begin = min(frame.sentence.start, frame.statement.start)
    sentences = [s for p, s in layout.sentences if first <= p and s.end <= begin]
    for sentence in reversed(sentences):
        inside = [f for f in frames if sentence.contains(Span(f.statement.start, f.statement.start + 1))]
        if not all(_is_put_to(f, frame, layout) for f in inside):
            return None
        told = layout.folded[sentence.start : sentence.end]
        for channel, pattern in _BESIDE:
            match = pattern.search(told) if channel in _CONTACTS else None
            if match:
                return Way(channel, Span(*match.span()).shifted(sentence.start))
    return None


def _is_of_another_time(frame: Frame) -> bool:
    """Whether the tense leads out of the scene; "would not say" stays in it, as "did not say" does."""
    return frame.tense is Tense.PERFECT or (frame.tense is Tense.MODAL and _WOULD_NOT.match(frame.verb) is None)


def _is_put_to(question: Frame, answer: Frame, layout: Layout) -> bool:
    """Whether a statement is a question put to whoever answers next: "Orr was asked on the stairs whether it was late. “No,” he said"."""
    source = answer.statement.source
    is_same = source is not None and layout.folded[source.start : source.end] in _HE
    return is_same and _PUT.search(question.verb) is not None


def _from_after(
    n: int,
    frames: Sequence[Frame],
    own: Sequence[Way | None],
    voices: Voices,
    days: Sequence[Said | None],
    layout: Layout,
) -> Way | None:
    """The channel of the next statement of the same voice in the paragraph."""
    frame = frames[n]
    if frame.statement.nested_in is not None or frame.tense in (Tense.PERFECT, Tense.MODAL):
        return None
    for m in range(n + 1, len(frames)):
        if frames[m].paragraph != frame.paragraph:
            return None
        if frames[m].statement.nested_in is None and voices.same(m, n):
            one, two, way = days[m], days[n], own[m]
            is_letter = way is not None and way.channel is Channel.DOCUMENT  # it begins where it is told of
            is_other = way is not None and way.channel is Channel.TESTIMONY and not is_witness(frame, layout)
            return (
                way if not is_letter and not is_other and (one is None or two is None or one.days == two.days) else None
            )
    return None
