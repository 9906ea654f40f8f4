"""The words by which an article says that somebody changed position: "backtracked", "softened its line", "an about-face".

A turn counts where it is told as having happened. What is negated ("did not back down"), asked, demanded, feared or only
possible is none, nor is what turns anything but one's own words: a court reverses a ruling, a hiker walks back to the hut.
So a verb that has other uses too counts only with an object that is somebody's own account, stance or promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.sentences import start_of_sentence
from onrecord.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that tell a change. clause: where the clause begins that they stand in; onward: it is told as what came
    after what was told before it ("but later walked it back")."""

    words: Span
    clause: int
    onward: bool


def _any(listed: str) -> str:
    """A pattern for any of the phrases, which commas part; a space in one is any white space."""
    return "(?:" + "|".join(r"\s+".join(phrase.split()) for phrase in listed.split(",")) + ")"


def _verbs(listed: str) -> str:
    """A pattern for any of the verbs in any form; of those that are not regular each form is listed, with a dot."""
    return "(?:" + "|".join(_forms(verb) for verb in listed.split()) + ")"


def _forms(verb: str) -> str:
    if verb.endswith("."):
        return verb[:-1]
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:e[sd]?|ing)"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}(?:y|ies|ied|ying)"
    return f"{verb}(?:e?s|{verb[-1]}?ed|{verb[-1]}?ing)?"


# --- what is turned ---

_SAYING = _any(
    "words?,claims?,statements?,remarks?,comments?,assertions?,allegations?,accusations?,denials?,insistence,accounts?,story,stories,"
    "versions?,testimony,positions?,stances?,views?,lines?,opposition,support,endorsements?,backing,promises?,pledges?,vows?,demands?,calls?,"
    "threats?,criticisms?,predictions?,assessments?,confessions?,admissions?,suggestions?,contentions?,characteri[sz]ations?,answers?,"
    "explanations?,commitments?,objections?,apology,apologies,assurances?,complaints?,charges?,evidence,attacks?,proposals?,praise"
)
_THINKING = _any(
    "minds?,tunes?,tone,rhetoric,story,accounts?,positions?,stances?,views?,lines?,answers?,versions?,explanations?,testimony,plea,"
    "statements?,attitude,thinking,opinions?,language,message"
)
_OWN = r"(?:(?:his|her|its|their|my|our|[\w’'-]+[’']s?)\s+(?:own\s+)?)"
_THE = r"(?:(?:the|this|that|these|those|some\s+of\s+(?:his|her|its|their))\s+)"
_LIKE = r"(?:(?!(?:to|on|in|of|and|that|which|by)\b)[\w-]+\s+){0,2}"
"""Words that say what it is like: "hard-line" position."""

# --- how it is turned ---

_SINCE = _any("later,then,since,quickly,promptly,soon,immediately,hastily,partly")
_ITSELF = _any("himself,herself,itself,themselves,myself,ourselves")
_BACK = rf"{_verbs('walk row roll dial')}\s+back(?:\s+(?:on|from))?"
_BACK_AWAY = r"back(?:s|ed|ing)?\s+(?:\w+ly\s+)?(?:away|off|down)(?:\s+\w+day)?(?:\s+(?:from|of|on))?"
_BACKTRACK = r"back-?\s?(?:track|pedal)(?:s|l?ed|l?ing)?"
_UNSAY = (
    rf"(?:{_BACK}|{_BACK_AWAY}|{_BACKTRACK}\s+(?:on|from)|{_verbs('retreat')}\s+from|{_verbs('renege')}\s+on"
    rf"|(?:go|goes|gone|going|went)\s+back\s+on|(?:take|takes|took|taken|taking)\s+back|{_verbs('distance')}\s+{_ITSELF}\s+from"
    rf"|{_verbs('retract recant disavow disown repudiate contradict eat ate.')})"
)
_GIVE_UP = _verbs(
    "withdraw withdrew. withdrawn. rescind revoke abandon drop reverse renounce gave\\s+up. given\\s+up. giving\\s+up."
)
_RECAST = _verbs(
    "change shift switch alter revise amend soften harden moderate modify temper qualify correct reconsider tone\\s+down. toned\\s+down. "
    "toning\\s+down. rethought."
)
_ABOUT_FACE = _any(
    "about[- ]face,about[- ]turn,u-turn,volte-face,turnabout,climb-?down,flip-?flop,walk-?back,backflip,change of heart,"
    "change of mind,change of position,change of tone,change of tune,change of story,change of stance,change of view,change of course,"
    "shift in tone,shift in position,shift in stance,retraction,recantation"
)
_REVERSAL = rf"(?:{_ABOUT_FACE}|reversal)"
_HOLDING = _verbs(
    "deny dispute insist claim say said. believe support oppose maintain back endorse exclude contest contend think thought. know knew. "
    "favor favour vouch swear swore. stand\\s+by. stands\\s+by. stood\\s+by. rule\\s+out. rules\\s+out. ruled\\s+out. "
    "talk\\s+about. talks\\s+about. talking\\s+about."
)
_SURE = _any("sure,certain,categorical,emphatic,definite,adamant,confident,convinced,positive")

_TELLS = re.compile(
    r"\b(?:"
    + "|".join(
        [
            rf"{_verbs('reverse')}\s+(?:{_ITSELF}|course)",
            rf"{_BACKTRACK}|flip-?\s?flop(?:s|ped|ping)|u-turn(?:s|ed|ing)|changed\s+course",
            rf"{_verbs('correct contradict')}\s+{_ITSELF}",
            r"(?:c[ao]me|comes|coming)\s+clean|(?:own|fess)(?:es|s|ed|ing)\s+up",
            rf"(?:did|does|do|done|made|makes?|making|performed|executed)\s+(?:an?|another)\s+(?:[\w-]+\s+){{0,2}}{_REVERSAL}",
            r"(?:had|has|have|having)\s+(?:had\s+)?(?:a\s+(?:sudden\s+)?change\s+of\s+(?:heart|mind)|second\s+thoughts)",
            rf"{_UNSAY}\s+(?:(?:{_OWN}|{_THE}){_LIKE}{_SAYING}|what\s+(?:he|she|it|they))",
            rf"{_GIVE_UP}\s+{_OWN}{_LIKE}{_SAYING}",
            rf"{_RECAST}\s+(?:his|her|its|their|my|our)\s+(?:own\s+)?{_LIKE}{_THINKING}",
            rf"(?:{_SINCE}\s+)?(?:walked|rowed)\s+(?:it|that|this|them)\s+back|{_SINCE}\s+(?:walked|rowed)\s+back",
            rf"{_SINCE}\s+(?:recanted|retracted|withdrew|disavowed|renounced|repudiated)(?=\s+(?:it|them|that)\b|\s*[.,;—–]|\s+-)",
            r"(?:later|since)\s+corrected",
            r"(?:took|takes|adopt(?:ed|s)|struck|strikes|sound(?:ed|s))\s+an?\s+(?:[\w-]+\s+)?(?:softer|harder|gentler|milder|(?:more|less)\s+\w+)"
            r"\s+(?:line|tone|note|stance|tack|view)",
            r"(?:told|tells|gave|gives|offer(?:ed|s))\s+an?\s+(?:(?:very|rather|quite)\s+)?(?:different|new|another)\s+"
            r"(?:story|account|version|answer|explanation)",
            rf"no\s+longer\s+(?:(?:quite|so|as)\s+)?(?:{_HOLDING}|{_SURE})|less\s+{_SURE}\s+than\s+(?:he|she|it|they|before)",
            r"(?:stopped|ceased|quit|given\s+up|gave\s+up)\s+(?:denying|disputing|insisting|claiming|saying|arguing|defending)",
            rf"(?:in|what\s+(?:was|is|appeared\s+to\s+be))\s+an?\s+(?:[\w-]+,?\s+){{0,2}}{_REVERSAL}",
            rf"(?:was|is|marks|marked|represent(?:s|ed)|amount(?:s|ed)\s+to|signal(?:s|l?ed))\s+an?\s+(?:[\w-]+,?\s+){{0,3}}{_REVERSAL}",
            rf"[,—–-]\s*an?\s+(?:[\w-]+\s+){{0,2}}{_ABOUT_FACE}",
            rf"{_REVERSAL}\s+(?:of|from)\s+{_OWN}{_LIKE}{_SAYING}",
            rf"(?:contrary\s+to|r[au]ns?\s+counter\s+to|at\s+(?:odds|variance)\s+with|a\s+far\s+cry\s+from|{_verbs('contradict')})\s+{_OWN}"
            rf"(?:earlier|previous|initial|prior|first|past|original|sworn)\s+{_LIKE}{_SAYING}",
        ]
    )
    + r")\b",
    re.I,
)

# --- whether it happened ---

_UNREAL = _any(
    "not,never,no,nor,neither,without,cannot,hardly,rather than,instead of,would,could,should,may,might,must,will,shall,can,"
    "if,unless,whether,refus\\w+,declin\\w+,fail\\w*,deny,denied,denies,denying,unwilling,resist\\w*,reluctan\\w+,threaten\\w*,plan\\w*,want\\w*,urg\\w+,"
    "ask(?:ed|ing|s)?,"
    "call(?:ed|ing|s)? (?:on|for),press\\w*,accus\\w+,signs?,indications?,likely,unlikely,expect\\w*,need\\w*,ought,demand\\w*,"
    "pressure,in order,hop\\w+,going"
)
_UNREAL_BEFORE = re.compile(
    rf"(?:\b{_UNREAL}\b|n[’']t\b|[’']ll\b)(?:[\s’'-]+(?!but\b)\w+){{0,5}}[\s’'-]*$",
    re.I,
)
_TO = re.compile(r"\bto\W+(?:\w+ly\W+)?$", re.I)
_DONE_TO = re.compile(
    r"\b(?:forced|had|obliged|compelled|made|decided|chose|rushed|moved|came|sought|tried|scrambled|hurried|led|prompted|caused)(?:\s+\w+){0,3}"
    r"\s+to\W+(?:\w+ly\W+)?$",
    re.I,
)
"""An infinitive of what was done after all: "was forced to retract"."""

_ONWARD = re.compile(
    r"\b(?:but|yet|however|ha(?:s|ve)(?:\s+(?:also|now))?\s*$|then|later|since|subsequently|only\s+to|soon|days?|weeks?|hours?|months?|now|quickly|promptly|immediately|eventually)\b",
    re.I,
)
_QUESTION = re.compile(r"[^.!?\n]*\?")
_CLAUSE_START = re.compile(r"[;:]|\s[—–-]+\s|--")


def find_turns(text: str) -> Iterator[Turn]:
    """Every turn that is told as having happened, in text order."""
    for match in _TELLS.finditer(text):
        clause = _start_of_clause(text, match.start())
        before = text[clause : match.start()]
        if _UNREAL_BEFORE.search(before) or _QUESTION.match(text, match.end()):
            continue
        if _TO.search(before) and not _DONE_TO.search(before):
            continue
        yield Turn(Span(*match.span()), clause, bool(_ONWARD.search(before) or _ONWARD.search(match.group())))


def _start_of_clause(text: str, at: int) -> int:
    start = start_of_sentence(text, at)
    ends = [match.end() for match in _CLAUSE_START.finditer(text, start, at)]
    return ends[-1] if ends else start
