"""Hearings: what their witnesses say is testimony from when they appear; those who ask, chair and plead are no witnesses.

Orr, who appeared last, agreed.        "She was told," the curator replied.        The chair asked why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.how.frames import Frame, Layout, Tense
from onrecord.attribution.how.lexicon import phrases, verbs, words
from onrecord.attribution.how.scenes import Voices
from onrecord.attribution.how.ways import Way
from onrecord.vocabulary import Channel, Span

_HEARING = re.compile(
    r"\b(?:testif\w+|testimony|under oath|on oath|oath|witness(?:es)?|sworn|deposed before|gave evidence|giving evidence)\b"
)
_TESTIFY = re.compile(r"\b(?:testif\w+|cross-examin\w+|under oath|on oath|witness (?:box|stand)|g[ai]v\w+ evidence)\b")
_NO_WITNESS = words(
    "lawyers?|counsel|attorneys?|solicitors?|barristers?|prosecutors?|chair|chairs|chairman|chairwoman|in the chair|"
    "spokes\\w+|judge|justice|members?|(?:mp|mps)|alderman|alderwoman|senators?|councillors?|for the opposition"
)
_QUESTIONS = words(verbs("ask, put it, wonder, inquire, press, demand"))
_ANSWERS = words(
    verbs(
        "reply, answer, agree, concede, admit, acknowledge, accept, deny, insist, retort, depose, say, add, recall, maintain, allow"
    ),
    rf"(?:{verbs('tell, assure, promise')}) (?:the )?(?:members|councillors|senators|mps|lawmakers|judges?|panel|hearing|inquiry)",
)
_TAKES_THE_STAND = words(
    verbs("appear, depose, testify"),
    phrases("""
        sat down before, took the (?:stand|oath), (?:came|went|was) (?:next|last|first), (?:was|were) (?:heard|called|sworn)
        (?:in|to|took|from) the witness (?:chair|table|stand|box), gave evidence, under oath, on oath
        came in the (?:morning|afternoon), came with, followed (?:him|her|them|the|an?|his|her)
        (?:was|were) the (?:last|first|next) to (?:speak|appear|testify|be heard), spoke (?:last|first|next)
    """),
    r"before (?:the|an?) (?:[\w'-]+ ){0,3}(?:committee|subcommittee|commission|panel|inquiry|tribunal)",
)
_REACH = 2
"""How many paragraphs a hearing goes on after the last sign of it."""


def is_hearing(layout: Layout) -> bool:
    """Whether an article tells of a hearing at all."""
    return _HEARING.search(layout.folded) is not None


def hears_witnesses(layout: Layout) -> bool:
    """Whether an article tells of somebody who testifies, so that what others tell the court is their testimony too."""
    return _TESTIFY.search(layout.folded) is not None


def may_testify(frame: Frame, layout: Layout) -> bool:
    """Whether the words for the source are not those for somebody who asks, chairs or pleads."""
    return _NO_WITNESS.search(_named(frame, layout)) is None


def is_witness(frame: Frame, layout: Layout) -> bool:
    """Whether somebody who may testify tells rather than asks."""
    return may_testify(frame, layout) and _QUESTIONS.search(frame.verb) is None


def hold_testimony(
    layout: Layout, frames: Sequence[Frame], own: Sequence[Way | None], voices: Voices
) -> list[Way | None]:
    """The channels, with testimony for what a witness says who is known as one from elsewhere in the article."""
    found = list(own)
    signs = [n for n, way in enumerate(own) if way and way.channel is Channel.TESTIMONY]
    if not signs:
        return found
    stood = [
        paragraph for paragraph, at in layout.sentences if _TAKES_THE_STAND.search(layout.folded, at.start, at.end)
    ]
    first = min([*(frames[n].paragraph for n in signs), *stood])
    last = max([*(frames[n].paragraph for n in signs), *stood]) + _REACH
    asking = {n for n, f in enumerate(frames) if f.statement.source and not is_witness(f, layout)}
    for n, frame in enumerate(frames):
        is_open = own[n] is None and frame.statement.nested_in is None and frame.tense in (Tense.PAST, Tense.NONE)
        if (
            not is_open
            or not first - 1 <= frame.paragraph <= last
            or _ANSWERS.search(frame.words, max(0, frame.at.start)) is None
        ):
            continue
        if frame.statement.anonymous or voices.bodies[n] or any(voices.same(m, n) for m in asking):
            continue
        found[n] = _as_witness(n, layout, frames, found, voices, signs)
    return found


def _as_witness(
    n: int, layout: Layout, frames: Sequence[Frame], found: Sequence[Way | None], voices: Voices, signs: Sequence[int]
) -> Way | None:
    """The testimony of the same voice, of somebody who is said to appear, or of who answers a witness's question."""
    frame = frames[n]
    near = [m for m in signs if voices.same(m, n)]
    if near:
        return found[near[0]]
    for sentence in _told_before(frame, layout):
        told = layout.folded[sentence.start : sentence.end]
        match = _TAKES_THE_STAND.search(told)
        if match and (sentence == frame.sentence or any(name in told for name in voices.names[n])):
            return Way(Channel.TESTIMONY, Span(*match.span()).shifted(sentence.start))
    return None


def _told_before(frame: Frame, layout: Layout) -> list[Span]:
    """The sentence of a frame, and those before it in its paragraph and in the one above."""
    return [
        sentence
        for paragraph, sentence in reversed(layout.sentences)
        if frame.paragraph - 1 <= paragraph and sentence.start <= frame.sentence.start
    ]


def _named(frame: Frame, layout: Layout) -> str:
    source = frame.statement.source
    return layout.folded[source.start : source.end] if source else ""
