"""How a speaker is committed to what a statement puts forward: firmly, unsure, declining, or not at all."""

from __future__ import annotations

import re

from onrecord.vocabulary import Side, Stance, Statement

_UNSURE = re.compile(
    r"\b(?:"
    r"(?:(?:do|does|did|could)(?:n[’']t|\s+not)|can(?:[’']t|not|\s+not))\s+(?:yet\s+|now\s+)?(?:know|recall|remember|rule\b[^.]*\bout|swear|vouch"
    r"|exclude|be\s+(?:certain|sure)|say\s+(?:what|whether|if|how|who|when|where|for\s+(?:certain|sure)|today))"
    r"|no\s+(?:recollection|memory|way\s+of\s+knowing)|not\s+(?:certain|sure|aware\s+(?:whether|of))|(?:is|am|are|was|were|be|been|remains?|[’'](?:m|s|re))\s+(?:\w+\s+)?(?:unsure|uncertain)"
    r"|(?:no\s+longer|never)\s+(?:knows?|knew|certain|sure)|n[’']t\s+(?:certain|sure|in\s+a\s+position\s+to\s+say)"
    r"|not\s+in\s+a\s+position\s+to\s+(?:say|confirm|rule)|(?:may|might)\s+(?:well\s+)?have|one\s+of\s+(?:several|the)\s+possibilities"
    r"|too\s+early\s+to|lets?\s+me\s+rule|(?:remains|is)\s+unclear|not\s+going\s+to\s+guess|will\s+not\s+guess|won[’']t\s+guess"
    r")",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\bbas(?:ed|es|ing)\s+(?:his|her|its|their|my|our|that|this|what)\b|\bbased\s+on\s+(?:what|conversations|assurances|information)\b"
    r"|\b(?:relied|relying|relies)\s+on\s+(?:what|the\s+word|assurances|information)\b|\b(?:went|going|gone)\s+(?:by|on)\s+what\b"
    r"|\bwhat\s+(?:I|he|she|they|we)\s+(?:was|were|had\s+been)\s+(?:told|assured|given)\b"
    r"|\bas\s+(?:he|she|they|I|we)\s+(?:was|were)\s+told\b|\bto\s+the\s+best\s+of\s+(?:my|his|her|our|their)\b"
    r"|\bas\s+far\s+as\s+(?:I|he|she|we|they)\s+(?:know|knew|is\s+aware|am\s+aware|was\s+aware)",
    re.I,
)
"""Words that put a line on somebody else's word, or on what one was told."""

_HYPOTHETICAL = re.compile(r"^\W*(?:if|had|were|unless|suppose|supposing|even\s+if|imagine)\b", re.I)
_SARCASM = re.compile(
    r"^\W*(?:oh,?\s+(?:absolutely|sure|yes|of\s+course|certainly|please)|(?:yeah|sure|right),|well,\s+that\s+settles|of\s+course\b.*!|"
    r"how\s+(?:kind|nice|lovely|generous|convenient)|congratulations|what\s+a\s+(?:surprise|relief|coincidence)|next\s+(?:you|they)[’']?ll)",
    re.I,
)
_TALKS = re.compile(
    r"^(?:\w+\s+){0,3}?(?:(?:discuss|debat|address)(?:e[sd]|es|ed|ing)?|talk(?:s|ed|ing)?|sp(?:oke|oken|eaks?|eaking)|touch(?:es|ed|ing)?\s+(?:up)?on"
    r"|comment(?:s|ed|ing)?|weigh(?:s|ed|ing)?\s+in)\b(?:\s+\w+){0,4}$",
    re.I,
)
_PUTS_FORWARD = re.compile(
    r"[\"“”‘]|\b(?:that|whether|if|how|why|which|who|is|are|was|were|has|have|had|did|does|would|will|could|can|should)\b",
    re.I,
)
"""What a topic has not: words of another's mouth, or a verb that makes a sentence of it."""

_NO_SIDE = frozenset({Stance.ASKS, Stance.URGES, Stance.VOWS})


def leaves_open(words: str) -> bool:
    """Whether these words leave open what they speak of, or put it on somebody else's word."""
    return bool(_UNSURE.search(words) or _ELSEWHERE.search(words))


def commitment_of(statement: Statement, cue: str, content: str, relays_another: bool) -> Side | None:
    """The side before polarity is looked at; None for what takes none: demands, promises, an "if", sarcasm, what only
    passes on another's words, what was only talked of ("discussed the sanctions")."""
    if relays_another or statement.stance in _NO_SIDE or _HYPOTHETICAL.search(content) or _SARCASM.search(content):
        return None
    if statement.stance is Stance.ASSERTS and _TALKS.search(cue) and not _PUTS_FORWARD.search(content):
        return None
    if statement.stance is Stance.DECLINES:
        return Side.DECLINES
    if statement.stance is Stance.HEDGES or leaves_open(content):
        return Side.UNSURE
    return Side.AFFIRMS
