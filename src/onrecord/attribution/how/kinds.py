"""Said or thought: whether a cue tells of an utterance, or of what goes on in somebody who utters nothing.

What puts a proposition forward is said, in whatever words: "believes that", "is convinced that", "voted against". A thought is a bare
state or act of mind: wants, fears, remembers, plans, was surprised.
"""

# ruff: noqa: E501, SIM905

from __future__ import annotations

import re

from onrecord.attribution.cues import SPEECH
from onrecord.attribution.how.frames import Frame
from onrecord.vocabulary import Kind

_WORD = re.compile(r"[a-z]+")

_NO_SPEECH = frozenset("per signal mention account accounts version words offer offering offers hint note".split())
"""Words of speech that are as often nouns beside an inner state ("by all accounts", "his offer")."""

_STATES = r"""
want wants wanted wanting wish wishes wished hope hopes hoped hoping fear fears feared fearing like likes liked love loves loved hate hates
hated loathe loathes loathed prefer prefers preferred desire desires desired crave craves craved long longs longed yearn yearns yearned dread dreads
dreaded enjoy enjoys enjoyed relish relishes relished resent resents resented regret regrets regretted mourn mourned mourns adore admire admires
admired idolizes dislike dislikes disliked fancy fancies intend intends intended intending plan plans planned planning aim aims aimed aiming mean
means meant seek seeks sought seeking try tries tried trying attempt attempts attempted decide decides decided deciding choose chose
consider considers considered considering contemplate contemplates contemplated contemplating mull mulls mulled mulling ponder ponders
pondered pondering weigh weighs weighed weighing remember remembers remembered recollect forget forgets forgot forgotten know knows knew known realize
realizes realized realise realises realised recognize recognizes recognised learn learns learned learnt discover discovers discovered notice notices noticed
see sees saw seeing seen hear hears heard hearing watch watched witness witnessed sense senses sensed feel feels felt feeling
worry worries worried worrying wonder wonders wondered wondering marvel marvels marveled marvelled trust trusts trusted envy envies envied
care cares cared mind minds suspect suspects suspected anticipate anticipates expect dream dreams dreamed imagine imagines imagined
await awaits awaited determine resolved struggle struggled look looks looked looking hesitate hesitated hesitant eager keen determined reluctant
willing unwilling anxious afraid scared concerned concern concerns aware unaware surprised shocked stunned horrified appalled angry angered furious upset
thrilled excited delighted pleased glad happy proud relieved disappointed frustrated saddened sad uneasy uncomfortable wary skeptical sceptical cynical nervous
tempted inclined intent committed bent interested desperate confident hopeful optimistic pessimistic amused baffled puzzled confused unsure uncertain torn
desire desires wish intention intentions hopes fears worries eagerness reluctance willingness determination desperation frustration anger sense
mood ambition ambitions dream
""".split()
_STATE = frozenset(_STATES)

_PUT_FORWARD = re.compile(
    r"\b(?:made (?:it )?(?:clear|plain|known)|made no secret|let it be known|let slip|gave (?:his|her|its|their) word|spoke|speaking|speaks"
    r"|told|saying|according|vote[ds]?|voting|ruled?|ruling|found that|finds that|concern(?:s|ed)? (?:over|about) |expressed|voiced|raised|announc"
    r"|public(?:ly)?|loudly|openly|aloud|statement|speech|interview|tweet|report|letter|poll|survey|study|book|article)"
)
_THINKS_THAT = re.compile(
    r"\b(?:believe[sd]?|believing|think(?:s|ing)?|thought|convinced|argue[sd]?|view(?:s|ed)? |regard(?:s|ed)?|see(?:s|n)? .*\bas\b|saw .*\bas\b)\b"
)
_BARE_STATE = re.compile(
    r"^(?:[a-z']+ly |also |still |always |never |not |now |even |just )*(?:is|are|was|were|be|been|being|'s|'re|has been|have been|had been|feels?|felt|seems?|seemed"
    r"|remains?|remained|grew|became)?\b"
)


def kind_of(frame: Frame) -> Kind:
    """said unless the words at the cue are of the mind alone."""
    words = _WORD.findall(frame.verb)
    if not words:
        return Kind.SAID
    spoken = [w for w in words if w in SPEECH and w not in _NO_SPEECH]
    if spoken or _PUT_FORWARD.search(frame.verb) or _THINKS_THAT.search(frame.verb):
        return Kind.SAID
    return Kind.THOUGHT if not _STATE.isdisjoint(words) else Kind.SAID
