"""Whether a time lies before or after the day of publication, from the verbs near it: "will meet Wednesday"."""

from __future__ import annotations

import re

from onrecord.attribution.when.words import listed

AHEAD, UNTOLD, BEHIND = 1, 0, -1

_LEFT, _RIGHT = 120, 80
"""How many characters of the sentence are looked at; verbs further away belong to something else."""

_SCHEDULED = "begin|start|open|resume|reconvene|convene|meet|return|expire|end|close|launch|mature|leave|depart|arrive"
_ADVERB = "(?:(?:also|still|then|soon|otherwise|never|[a-z]+ly) )?"
_BEING = "(?:(?:is|are|was|were|be|being|been) )?"
"""Taken in with what follows it, or "were planning to" would tell of the past by its first word."""
_TOO = r"(?:,? (?:and|or) [a-z]+ed(?= (?:by|on|in|before|no later)\b))?"
"""What a verb is joined by: "must be registered and shipped by"."""
_NO_VERB_AFTER = "(?:on|in|at|of|and|or|to|from|by|for|with|the|is|was|has|had|will|said|told|who)"
"""What follows the name May and no "may"."""
_AHEAD = "|".join(
    (
        rf"(?:will|shall|won't|'ll|should|must|would|could|might|may(?! {_NO_VERB_AFTER}\b)) {_ADVERB}(?:be )?[a-z]+{_TOO}",
        r"between now and|from now (?:until|till|through|to)",
        rf"(?:will|would) not {_ADVERB}(?:be )?[a-z]+",
        rf"{_BEING}going to [a-z]+",
        rf"{_BEING}(?:expected|scheduled|slated|due|planned|likely|poised|supposed|ready|booked|projected)"
        r" (?:to|for|on|in|at|by|during|within|before|this|next)(?: be)?(?: [a-z]+)?",
        rf"(?<!as )(?<!previously )(?<!originally ){_BEING}(?:expected|scheduled|slated|due|planned|projected)(?= $| (?:late|early) $)",
        r"(?:is|are)(?= (?:on |in )?$)",
        rf"{_BEING}set (?:to|for|this|next)(?: be)?(?: [a-z]+)?",
        r"(?:is|are) to (?:be )?[a-z]+|to be [a-z]+|can be [a-z]+",
        r"(?:expect|plan|intend|hope|aim|want|propose|threaten|vow|promise|pledge|prepare)(?:s|d|ed|ing)? to [a-z]+",
        rf"{_BEING}(?:planning|planned|hoping|aiming|proposing|preparing) to [a-z]+",
        r"(?<!was )(?<!were )(?<!been )(?<!had )[a-z]+ed by(?= $)",
        r"(?:plans|(?<!as )(?<!previously )(?<!originally )planned|has scheduled|have scheduled)(?: an?)?",
        r"(?:takes? effect|goe?s? on (?:sale|trial)|comes? into (?:effect|force))",
        rf"(?:{_SCHEDULED})s|meet|begin|convene|reconvene|resume",
        r"expire|expiring|expiration date|maturing|mature|(?:for|in) (?:delivery|shipment)"
        r"|(?:expect|forecast|predict|project|budget|seek|target)(?:s|ed|ing)?\b.{0,80}? year ending"
        r"|upcoming|deadline|effective|until|till|postponed to|delayed until|no later than|ahead of|as (?:soon|early|late) as",
    )
)
_UNREAL = "|".join(
    (
        rf"(?:would|could|might|may|should) (?:not )?{_ADVERB}have(?: been)?",
        r"(?:could not|couldn't) (?:be )?[a-z]+",
        r"(?:neither|nobody|none|no one) [^.;!?]{0,60}?could (?:be )?[a-z]+",
        r"had been (?:due|scheduled|set|expected|supposed)(?: to [a-z]+)?",
        r"(?:sat|lasted|stayed|continued|went on|waited|worked|remained|lived|stood|talked|spoke|slept)(?: [a-z]+)? (?:until|till)",
    )
)
"""What looks ahead and does not: "could not be reached Wednesday"."""
_IRREGULAR = (
    "was|were|wasn't|weren't|had|did|didn't|told|went|came|made|began|took|gave|got|saw|held|met|won|lost|left|rose|fell"
    "|sold|bought|wrote|spoke|sent|found|became|kept|led|paid|ran|stood|brought|grew|hit|put|cut|set|shot|broke|died|beat"
    "|built|chose|drew|drove|flew|froze|hid|knew|laid|lay|lent|quit|read|rode|sang|sank|sat|shook|slid|sought|spent|split"
    "|spread|stole|struck|swept|swore|taught|thought|threw|tore|underwent|upheld|withdrew|woke|wore|blew|bore|caught|clung"
    "|taken|given|shown|written|driven|begun|broken|chosen|fallen|spoken|stolen|thrown|withdrawn"
    "|dealt|fed|felt|forecast(?= in $)|fought|fled|forgot|heard|hung|lit|meant|shrank|slept|sped|sprang|stuck|swung|understood|wound"
)
_NO_VERB = "need|feed|speed|indeed|exceed|hundred|limited|breed|seed|united (?:states|nations|kingdom|arab)"
_BEHIND = (
    rf"{_IRREGULAR}|said|since|has|have|(?:announc|say|tell|writ|declar|report|add)ing(?= on $| $)|file (?:photo|picture)"
    rf"|(?!{_NO_VERB})[a-z]{{2,}}ed"
)
_VERB = re.compile(rf"(?:(?<![\w-])|(?='))(?:(?P<unreal>{_UNREAL})|(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND}))\b")
_SHORTENED = "".join(
    rf"(?<!\b{word})"
    for word in listed(
        "mr ms mrs dr sen rep gov gen lt sgt rev prof st inc corp co ltd jan feb aug sept oct nov dec "
        "ala ariz calif colo conn del fla ga ill ind kan la mass md mich minn mo nev okla ore pa tenn tex va wash wis"
    )
)
_EDGE = re.compile(rf"(?:[!?;]|{_SHORTENED}(?<!\b[a-z])\.)(?= |$)|\n|[“”\"]")
"""Where a sentence or a quotation ends; the dots of "Mr." and "p.m." end none."""


# "is heard in May" and "to be held in May" are plans; "has set Nov. 10" dates no setting.
_JUST_TOLD = re.compile(
    rf"(?<!\w)(?<!to )(?<!be )(?<!is )(?<!are )(?<!has )(?<!have )(?:{_BEHIND})(?: (?:back|again|early|late))?(?: (?:in|on|at|during))? $"
)


_NEAR = 45
_CLAUSE = re.compile(r"\b(?:that|which|who|as|when|after|before)\b")

_GOES_ON = re.compile(r",? (?:and|but)\b|,? (?:hop|plan|aim|prepar|propos)ing to\b")
"""What begins something new, so that the verb before the expression stays its own: "condemned it Monday and vowed to"."""


_ATTRIBUTED = re.compile(r", [^,.;]{2,40} (?:said|says|reported|announced|told)\b")
"""Who says so, set behind it: its verb is about another day."""


_FRONTED = re.compile(r"(?:^|[.!?:*\n][ \"”')]*)(?:in|on|during|since|between) $")
_CLAUSE_BEGUN = re.compile(r"(?:[,;(-] ?|\b(?:and|but) )(?:in|on|during|since|between) $")


def is_fronted(folded: str, start: int, end: int) -> bool:
    """Whether it begins its clause, but for a preposition: "In May it said", "and in May, it said"."""
    if _FRONTED.search(folded, max(0, start - 14), start):
        return True
    return folded.startswith(", ", end) and _CLAUSE_BEGUN.search(folded, max(0, start - 14), start) is not None


_UNTIL = re.compile(r"[ '`]*(?:(?:and|but|or) )?(?:up )?(?:until|till) ")
_TOLD_BEFORE = re.compile(
    rf"\b(?:(?:which|who) {_ADVERB}(?:{_BEHIND})\b[^.,;:]{{0,40}}? (?:in|on)|since [^.,;:]{{1,30}} (?:in|on)) $"
)
_TOLD_BEHIND = re.compile(rf",? when (?:(?!(?:will|would|is|are|be)\b)[a-z'.-]+ ){{1,4}}?(?:{_BEHIND})\b")


def is_just_told(folded: str, start: int) -> bool:
    """Whether the verb right in front says that it lies behind, but for a preposition: "was signed in May"."""
    return _JUST_TOLD.search(folded, max(0, start - _LEFT), start) is not None


def is_filled_in(folded: str, start: int, end: int) -> bool:
    """Whether a clause about it tells what happened then: "which fell in May", "until May 3, when the firm left"."""
    return bool(_TOLD_BEFORE.search(folded, max(0, start - _LEFT), start) or _TOLD_BEHIND.match(folded, end))


_EFFECTIVE = re.compile(r"\beffective(?: (?:on|in|from))? $")


def is_effective(folded: str, start: int) -> bool:
    """Whether something is "effective May 3", which says neither."""
    return _EFFECTIVE.search(folded, max(0, start - 20), start) is not None


def direction(folded: str, start: int, end: int) -> int:
    """AHEAD or BEHIND as the nearest verb of the sentence says, one before the expression sooner than one after it.

    UNTOLD where no verb near says so.
    """
    left, right = folded[max(0, start - _LEFT) : start], folded[end : end + _RIGHT]
    if right.startswith("'s "):  # "to get around Wednesday's ruling that they must": neither verb is about the day
        left, right = "", _CLAUSE.split(right[:_NEAR])[0]
    edges = list(_EDGE.finditer(left))
    if edges:
        left = left[edges[-1].end() :]
    if edge := _EDGE.search(right):
        right = right[: edge.start()]
    before, after = list(_VERB.finditer(left)), _VERB.search(right)
    if after and is_fronted(folded, start, end):
        before = []
    is_far = before and after and len(left) - before[-1].end() > 2 * after.start() + 10
    if is_far and not _GOES_ON.match(right) and not _ATTRIBUTED.match(right):
        before = []
    if after and right.startswith(",") and _UNTIL.fullmatch(left):
        before = []  # "Until Thursday, nobody had said so": what is told lies before it
    verb = before[-1] if before else after
    if verb is None:
        return UNTOLD
    return AHEAD if verb["ahead"] else BEHIND
