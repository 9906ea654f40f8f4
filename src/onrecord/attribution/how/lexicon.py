"""Word lists as patterns: verbs in all their forms, and phrases written one after the other."""

from __future__ import annotations

import re

_PAST = {
    "be": "was were been",
    "beseech": "besought",
    "bring": "brought",
    "call": "called",
    "choose": "chose chosen",
    "come": "came",
    "fall": "fell fallen",
    "feel": "felt",
    "fight": "fought",
    "forget": "forgot forgotten",
    "give": "gave given",
    "go": "went gone",
    "have": "has had having",
    "hear": "heard",
    "hide": "hid hidden",
    "hit": "hit",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lead": "led",
    "leave": "left",
    "let": "let",
    "make": "made",
    "mean": "meant",
    "plead": "pled",
    "pour": "poured",
    "put": "put",
    "meet": "met",
    "quit": "quit",
    "read": "read",
    "ring": "rang rung",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "set": "set",
    "shoot": "shot",
    "speak": "spoke spoken",
    "stand": "stood",
    "swear": "swore sworn",
    "take": "took taken",
    "teach": "taught",
    "tell": "told",
    "think": "thought",
    "throw": "threw thrown",
    "undertake": "undertook undertaken",
    "understand": "understood",
    "withhold": "withheld",
    "write": "wrote written",
}
_DOUBLES = frozenset(
    [
        "ban",
        "bar",
        "beg",
        "bat",
        "chat",
        "hit",
        "nod",
        "opt",
        "plan",
        "prod",
        "quip",
        "quit",
        "rebut",
        "refer",
        "regret",
        "rub",
        "set",
        "slap",
        "step",
        "stop",
        "swat",
        "plod",
    ]
)


def forms(verb: str) -> str:
    """The forms of a verb as alternatives of a pattern."""
    stem = (
        verb + verb[-1] if verb in _DOUBLES else verb.removesuffix("e") if verb.endswith("e") and verb != "be" else verb
    )
    third = f"{verb}s"
    past = f"{stem}ed"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        third = f"{verb}es"
    pasts = _PAST[verb].split() if verb in _PAST else [past]
    if verb == "plead":
        pasts.append(past)
    return "|".join(dict.fromkeys([verb, third, f"{stem}ing", *pasts]))


def verbs(listed: str) -> str:
    """Alternatives for verbs in all their forms, and for phrases whose first word is one: "deny, brush (?:off|aside)"."""
    found = []
    for entry in _entries(listed):
        verb, _, rest = entry.partition(" ")
        found.append(f"(?:{forms(verb)})" + (f" {rest}" if rest else ""))
    return "|".join(found)


def phrases(listed: str) -> str:
    """Alternatives as they are written."""
    return "|".join(_entries(listed))


def words(*alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words that any of the alternatives matches."""
    return re.compile(rf"(?<![\w'])(?:{'|'.join(alternatives)})(?!\w)")


def _entries(listed: str) -> list[str]:
    """What stands between commas and line ends; a comma inside a count {0,3} parts nothing."""
    return [entry.strip() for entry in re.split(r",\s|\n", listed) if entry.strip(" ,")]
