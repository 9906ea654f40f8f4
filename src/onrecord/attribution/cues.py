"""Words of speech that cues are made of. A quick look beside the model, which decides what is a cue.

Used to see whether a content may hold a statement of its own, whether what was found there was uttered, and what kind a statement is.
"""

from __future__ import annotations

import re

# Base forms; every regular form is made from them.
_SPEECH = """
accuse acknowledge add admit advise affirm allege announce answer appeal argue ask assert assure beg blame boast call caution
challenge charge cite claim clarify comment complain concede conclude condemn confess confide confirm contend contradict counter
criticize criticise decline defend demand deny describe disclose dismiss dispute emphasize emphasise exclaim explain express
guarantee hint imply indicate inform inquire insist instruct joke lament maintain mention murmur mutter note object observe offer
opine order plead pledge post praise predict proclaim profess promise propose protest publish question quip quote reaffirm recall
recommend recount refer refuse refute reiterate reject remark remind repeat reply report reproach request respond restate retort
retract reveal scoff shout signal speculate state stress submit suggest testify text threaten tweet underline urge venture voice
volunteer vow warn whisper
"""
_IRREGULAR_SPEECH = """
said say says saying told tell tells telling held holds holding spoke spoken speaks speaking swore sworn swears wrote written writes
writing according per quoting citing reportedly allegedly statement statements claim claims denial account accounts version words
testimony
"""


def _forms(verb: str) -> set[str]:
    """The regular forms of a verb."""
    if verb.endswith("e"):
        return {verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    plural = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    doubled = verb + verb[-1]
    return {verb, plural, f"{verb}ed", f"{verb}ing", f"{doubled}ed", f"{doubled}ing"}


def _all_forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in _forms(verb))


SPEECH = _all_forms(_SPEECH) | frozenset(_IRREGULAR_SPEECH.split())

_WORD = re.compile(r"[A-Za-z]+")
_TO_BE_TOLD = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:told|informed|warned|briefed|advised|asked)\b", re.I
)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def may_hold_cue(text: str) -> bool:
    """Whether a text has a word that can be a cue of speech, with something said beside it."""
    words = _words(text)
    return len(words) > 3 and not SPEECH.isdisjoint(words)


def is_utterance(cue: str) -> bool:
    """Whether a cue says that its source uttered something; one that was told something uttered nothing."""
    return not SPEECH.isdisjoint(_words(cue)) and not _TO_BE_TOLD.search(cue)
