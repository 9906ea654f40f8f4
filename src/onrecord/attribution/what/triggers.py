"""The words that tell of a contact, by the shape of the clause and the channel that they name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.vocabulary import Channel

IN_PERSON, PHONE, TEXT, EMAIL, DOCUMENT = (
    Channel.IN_PERSON,
    Channel.PHONE,
    Channel.TEXT_MESSAGE,
    Channel.EMAIL,
    Channel.DOCUMENT,
)
_MEAL = r"(?:dinner|lunch|breakfast|supper|coffee|tea|drinks?|a drink|a meal|talks?|words?|a word|meetings?|a meeting)"
VERBS: tuple[tuple[str, Channel | None], ...] = (
    (r"(?:met|meets)(?: up)?(?: \w+ly)?(?: with)?|(?:had|has|been) (?:\w+ )?met(?: with)?", IN_PERSON),
    (
        rf"(?:had|has|have|shared|ate|took|held) (?:\w+ ){{0,2}}?{_MEAL} with|dined(?: \w+)? with|lunched with",
        IN_PERSON,
    ),
    (
        r"sat down with|sat next to|sat with|shook (?:hands with|\w+ hand)|visited|greeted|confronted|flew to see|went to see",
        IN_PERSON,
    ),
    (
        r"(?:tele)?phoned|rang|rung|(?:called|dialled)(?: up)?(?! (?:on|for|it|that|upon|off|out|in|him|her|them)\b)",
        PHONE,
    ),
    (r"had (?:\w+ ){0,2}?(?:phone |telephone )?(?:calls?|conversations? by phone) with", PHONE),
    (
        r"(?:had )?(?:spoke|spoken|talked) by (?:tele)?phone (?:to|with)|(?:spoke|spoken|talked) on the (?:tele)?phone (?:to|with)",
        PHONE,
    ),
    (r"texted|messaged|sent a text(?: message)? to", TEXT),
    (r"e-?mailed|sent an e-?mail to", EMAIL),
    (
        r"wrote(?: \w+){0,2}? to|written to|(?:sent|handed) (?:a|the|his|her|their) (?:\w+ )?(?:letter|memo|note) to",
        DOCUMENT,
    ),
    (r"(?:spoke|spoken|talked|communicated|conferred|negotiated|corresponded|chatted) (?:\w+ly )?(?:to|with)", None),
    (r"(?:was|were|been|had been|stayed|got) in (?:contact|touch|talks) with|contacted", None),
    (r"had (?:\w+ ){0,2}?(?:contacts?|conversations?|dealings|exchanges?) with", None),
)
JOINT: tuple[tuple[str, Channel | None], ...] = (
    (r"met(?: \w+ly)?(?! with\b)|dined(?! with\b)", IN_PERSON),
    (r"(?:had|shared|ate|took) (?:\w+ )?(?:dinner|lunch|breakfast|supper|coffee|drinks?)(?! with\b)", IN_PERSON),
    (
        r"(?:are said to have |have |had )?(?:communicated|spoke|spoken|talked|conferred|discussed)(?! (?:to|with)\b)",
        None,
    ),
)
NOUNS: tuple[tuple[str, Channel | None], ...] = (
    (r"(?:dinners?|lunch(?:es)?|breakfasts?|meetings?|encounters?)", IN_PERSON),
    (r"(?:(?:tele)?phone )?calls?|(?:tele)?phone conversations?", PHONE),
    (r"text(?: message)?s?", TEXT),
    (r"e-?mails?", EMAIL),
    (r"letters?|memos?|notes?|memorandum", DOCUMENT),
    (r"conversations?|talks|contacts|communications|exchanges|dealings|correspondence", None),
)
UNREAL = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|without|whether|if|would|will|shall|should|could|can|cannot|may|might|must|to|hardly|unless"
    r"|deny|denies|denied|denying|refus\w+|declin\w+|plan\w*|hop\w+|want\w*|fail\w*|avoid\w*|offer\w*|ask\w*|due|suppose|imagine|"
    r"\w+n[’']t)\b(?:\s+\w+){0,3}\s*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of a contact: their places, the channel they name, and where to look for the two parties."""

    places: range
    channel: Channel | None
    shape: str  # verb, joint or noun


def _compiled(table: tuple[tuple[str, Channel | None], ...]) -> tuple[tuple[re.Pattern[str], Channel | None], ...]:
    return tuple((re.compile(rf"(?<![\w-])(?:{pattern})\b", re.I), channel) for pattern, channel in table)


INNER: tuple[tuple[str, Channel | None], ...] = (
    (r"(?:told|warned|informed|alerted|assured|reminded|begged)(?: \w+ly)?", None),
)
"""What is a contact where it stands in somebody's words ("I told him"): elsewhere it is a statement, and read as one."""

SHAPES = {"verb": _compiled(VERBS), "joint": _compiled(JOINT), "noun": _compiled(NOUNS), "inner": _compiled(INNER)}
