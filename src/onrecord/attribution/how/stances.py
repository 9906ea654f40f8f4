"""How the speaker stands to the content: read at the cue with its negation, and where the cue is neutral, in the content.

A cue that says what was done in words (denied, urged, vowed) decides. A neutral one (said, told, wrote) leaves it to what is said:
whether it holds itself open ("I do not recall"), refuses ("no comment"), binds the speaker ("I will not resign") or asks. Rules
are tried in order and the first that applies decides; their names are for those who look for the causes of errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from onrecord.attribution.how.frames import SAID, Frame
from onrecord.attribution.how.lexicon import phrases, verbs, words
from onrecord.vocabulary import Form, Stance


@dataclass(frozen=True, slots=True)
class Rule:
    """A sign of a stance; None is no stance at the cue, so that the content decides."""

    name: str
    stance: Stance | None
    applies: Callable[[Frame], bool]


def stance_of(frame: Frame) -> Stance:
    """The stance that the words show: the cue's where it has one, else the content's; else it is asserted."""
    rule = rule_of(frame)
    return rule.stance if rule and rule.stance else Stance.ASSERTS


def rule_of(frame: Frame) -> Rule | None:
    """The rule that decides; None where nothing shows more than an assertion."""
    at_cue = next((rule for rule in AT_CUE if rule.applies(frame)), None) if frame.verb else None
    if at_cue and at_cue.stance:
        return at_cue
    return next((rule for rule in IN_CONTENT if rule.applies(frame)), at_cue)


# ---------------------------------------------------------------- at the cue

_NOT = (
    r"(?:not|never|no longer|(?:did|do|does|would|could|can|will|has|had|is|was)n't|can't|cannot"
    r"|(?:stopped|stops|falls|fell) short of)"
)
_NOT_ = rf"{_NOT} (?:\w+ly |even |yet )?"

_DENYING = verbs("""
    deny, dispute, refute, rebut, repudiate, reject, dismiss, contradict, debunk, disavow, disclaim, disown, rubbish
    recant, retract, rebuff
    spurn, disagree, disprove, scotch, quash, belie, rebuke (?:the )?(?:claim|idea|suggestion)
    brush (?:off|aside|away), shrug off, laugh off, wave (?:off|away|aside)
    bat away, shoot down, knock down, swat (?:down|away), slap down, push back, hit back at, scoff at, take issue
    walk back, rule out
    pour (?:cold water|scorn), give the lie, vote (?:against|down)
    challenge (?:the|a|his|her|this|that) (?:claim|account|notion|idea|finding|report)
    say no, say not so, answer no, answer in the negative, plead (?:not guilty|innocent)
    protest (?:his|her|its|their) innocence, call foul
""")  # fmt: skip
_DENIES = words(
    _DENYING,
    phrases(
        "denials?, rejection of, dismissive, refutation, rebuttal, (?:would|will|won't|"
        "wouldn't) (?:not )?have (?:it|none)(?: of it)?"
    ),
    phrases(rf"{_NOT_}(?:believe|think|accept|buy|agree|foresee|see)(?:s|d)?"),
)
_NO_DENIAL = words(
    rf"{_NOT_}(?:deny|denied|denying|dispute|disputed|disputing|contest|contested|rule out|ruled out|ruling out|"
    rf"reject|dismiss|contradict|disagree|disavow)"
)
_NEITHER = re.compile(
    r"\b(?:confirm\w*|den(?:y|ied|ying)) (?:or|nor) (?:den(?:y|ied|ying)|confirm\w*|rul(?:e|ed|ing) out)\b"
)

_ANSWER = (
    r"(?:say|comment|discuss|confirm|answer|disclose|reveal|elaborate|specify|identify|name|speak|talk|be drawn|"
    r"go into|get into|speculate|detail"
    r"|divulge|explain|provide|offer|give|respond|reply|tell|address|release|share|engage|commit|describe|"
    r"clarify|acknowledge|cite|mention"
    r"|weigh in|take questions|be interviewed|return|elaborate|expand|be specific|be quoted|endorse)"
)
_ANSWERED = (
    r"(?:said|commented|discussed|confirmed|answered|disclosed|revealed|elaborated|specified|identified|named|spoken|responded"
    r"|replied|explained|cited|mentioned|blamed|addressed|saying|commenting|answering|responding|discussing)"
)
_AUX = r"(?:would|will|could|did|does|do|is|are|was|were|has|have|had|may|neither|nor)"
_DECLINES = words(
    verbs("""
        decline, refuse, stonewall, demur, withhold, refrain, balk, evade, stay (?:silent|mum|quiet)
        keep (?:silent|mum|quiet|her counsel|his counsel), pass on, ignore
        remain (?:silent|mum|tight-lipped|quiet)
        avoid (?:saying|answering|commenting|confirming|discussing|the question), take the fifth, plead the fifth
        dodge (?:the |a |repeated )*questions?, duck (?:the |a |repeated )*questions?
        sidestep (?:the |a |repeated )*questions?
        deflect (?:the |a |repeated )*questions?, parry (?:the |a |repeated )*questions?
        invoke (?:the fifth|executive privilege|his right|her right|their right)
        say nothing, make no (?:mention|comment|reference), give no (?:comment|answer|details|reason|explanation|indication)
        turn down (?:a request|requests), hold back from
    """),
    phrases(
        "refusal, no comment, tight-lipped, silent on, neither confirm(?:s|ed|ing)?, nothing to (?:say|add), "
        "not saying, (?:isn|aren|wasn)'t saying"
    ),
    rf"(?:{_AUX} (?:not|never)|{_AUX}n't|won't|can't|cannot) (?:\w+ly |be |been |yet |also |going to |"
    rf"willing to |prepared to |authori[sz]ed to )*(?:{_ANSWER}|{_ANSWERED})",
)  # fmt: skip
_STILL_SAID = re.compile(
    r"\b(?:say|said|saying|confirm|comment|give|disclose[ds]?)\b.{0,12}\bonly\b|\bonly (?:say|said|confirm|comment)\b"
)
"""What is said after all: "would say only that he awaited the report"."""

_VOWING = verbs(
    "vow, pledge, promise, threaten, guarantee, undertake to, commit to, commit (?:himself|herself|itself|themselves)"
)
_PLANNING = verbs(
    "plan, intend, decide to, resolve to, aim to, seek to, look to, pursue, announce plans, announce (?:his|her|"
    "its|their) intention, try to"
)
_VOWS = words(
    _VOWING,
    _PLANNING,
    phrases("""
        (?:gave|given|giving|gives|give) (?:his|her|its|their|a|an) (?:word|assurance|guarantee|undertaking|commitment)
        threats?, determined, decisions?, decided
        plans?, intentions?, intent on, vows?
        (?:seek|seeks|seeking|sought|try|tries|tried|trying|look|looks|looking|aimed|aiming)(?= to$|$)
    """),
)
_VOWS_TO_DO = words(verbs("offer, agree, volunteer, swear, opt, consent, threaten, announce, move, prepare, insist on"))
"""Vows where an infinitive follows: "agreed to go", but "agreed that it was late"."""

_URGES = words(
    verbs("""
        urge, call (?:\\w+ly |again )?(?:for|on|upon), demand, encourage, exhort, implore, beg, plead
        appeal (?:to|for), press (?:for|on|to|him|her|them), pressure
        push for, advocate, lobby, recommend, advise, counsel, order, command, instruct, require, mandate, propose
        entreat, beseech, coax, prod, nudge
        insist on, petition, invite, summon, ban, warn (?:\\w+ ){0,3}against, caution (?:\\w+ ){0,3}against
        campaign for, direct, dare
    """),
    phrases("""
        pressed, pressing
        (?:a|an|his|her|its|their|the|renewed|repeated) (?:\\w+ )?(?:appeal|plea|calls?|demands?) (?:for|to|on)
        proposals?, demands, recommendations?
        (?:make|makes|made|issue|issues|issued|join|joined|renew|renewed) (?:a|an|his|her|its|their|the) (?:\\w+ )?(?:appeal|plea|call)
    """),
)  # fmt: skip
_BIDS = words(verbs("tell, warn, remind, signal, say, caution, call, help, persuade, convince, pray, ask that"))
"""Urges where an infinitive follows: "told staff to stop"."""
_ASKS = words(
    verbs(
        "ask, question, wonder, inquire, enquire, query, request, quiz, interrogate, put it to, put to, "
        "pose (?:the |a )?question, call into question"
    ),
    phrases("(?:want|wants|wanted|wanting) to know, questions? (?:about|whether), inquiry"),
)
_HEDGES = words(
    verbs(
        "suggest, hint, imply, speculate, surmise, guess, conjecture, theorize, theorise, suppose, muse, seem, "
        "appear, hope, fear, worry, float, toy with, doubt"
    ),
    verbs("suspect, look like, leave open, consider (?:whether|if|how), weigh, allow for"),
    r"(?:is|are|was|were|been|be) (?:still |also |now )*considering",
    phrases(rf"""
        unsure, uncertain, unclear, undecided, hesitant, sceptical, skeptical, no (?:recollection|memory|idea)
        unable to (?:say|recall|remember|confirm|tell), wary
        {_NOT_}(?:know|knew|sure|certain|clear|recall|remember|decided|convinced|recollect)
        {_NOT_}(?:rule (?:it )?out|exclude|preclude|be sure|be certain|swear|vouch|corroborate)
        (?:neither|nor) rul(?:e|ed) out, neither confirm nor rule out
    """),
    r"^(?:\w+ )?(?:may|might)",
)  # fmt: skip
_COULD_NOT = words(
    rf"(?:(?:could|can)(?: not|n't)|can't|cannot|unable to|{_NOT} in a position to) (?:\w+ly )?(?:say|tell|"
    rf"recall|remember|be (?:sure|certain)|confirm|rule out|swear|vouch|specify|exclude)"
)


_MARKS = re.compile(r"[\"“”„«»]|(?<!\w)'|'(?!\w)")
"""Quotation marks, which may stand before or amid any phrase ("had 'no memory' of it"); not apostrophes inside words."""


def _told(frame: Frame) -> str:
    """What is said, without its quotation marks."""
    return _MARKS.sub("", frame.content)


_PLANS = re.compile(r"(?:(?:his|her|its|their|a|new) )?(?:plans?|intentions?) (?:to|for|of)\b")


def _infinitive(frame: Frame) -> bool:
    return re.match(r"(?:not )?to ", _told(frame)) is not None


def _group(frame: Frame) -> str:
    """The verb with the words after it, up to what is said."""
    after = frame.words[frame.at.end : frame.at.end + 60].split(SAID)[0]
    return f"{frame.verb}{after}" if after.strip() else frame.verb


_REFUSES_TO = words(verbs("decline, refuse"))


def _completes_refusal(frame: Frame) -> bool:
    """Whether the cue is the infinitive of a refusal that stands at a distance: "declined through an aide to say"."""
    if not frame.verb.startswith("to "):
        return False
    clause = re.split(r"[|;:]|, (?:and|but)\b", frame.words[: frame.at.start])[-1]
    return _REFUSES_TO.search(clause) is not None


def _cue(pattern: re.Pattern[str]) -> Callable[[Frame], bool]:
    return lambda frame: pattern.search(frame.verb) is not None


AT_CUE: tuple[Rule, ...] = (
    Rule("said after all", None, lambda f: _STILL_SAID.search(_group(f)) is not None),
    Rule("could neither confirm nor rule out", Stance.HEDGES, lambda f: "rule out" in f.verb and "nor" in f.verb),
    Rule("neither confirms nor denies", Stance.DECLINES, lambda f: _NEITHER.search(_group(f)) is not None),
    Rule("does not deny", Stance.HEDGES, _cue(_NO_DENIAL)),
    Rule("denies", Stance.DENIES, _cue(_DENIES)),
    Rule("could not say", Stance.HEDGES, _cue(_COULD_NOT)),
    Rule("declines", Stance.DECLINES, _cue(_DECLINES)),
    Rule("declines, to say", Stance.DECLINES, _completes_refusal),
    Rule("vows", Stance.VOWS, _cue(_VOWS)),
    Rule("announces plans", Stance.VOWS, lambda f: "announc" in f.verb and _PLANS.match(_told(f)) is not None),
    Rule("vows to do", Stance.VOWS, lambda f: _infinitive(f) and _VOWS_TO_DO.search(f.verb) is not None),
    Rule("urges", Stance.URGES, _cue(_URGES)),
    Rule("asks", Stance.ASKS, _cue(_ASKS)),
    Rule("bids", Stance.URGES, lambda f: _infinitive(f) and _BIDS.search(f.verb) is not None),
    Rule("warns against", Stance.URGES, lambda f: "warn" in f.verb and f.content.startswith("against ")),
    Rule("hedges", Stance.HEDGES, _cue(_HEDGES)),
)

# ---------------------------------------------------------------- in the content

_CAN_NOT = (
    r"(?:can(?:not|'t| not| no longer)|could(?:n't| not| no longer)"
    r"|(?:is|was|am|are|were)(?:n't| not) able to|unable to|nor (?:can|could) \w+)"
)
_DO_NOT = r"(?:do|does|did|would)(?:n't| not)"
_OPEN = words(
    rf"(?:{_DO_NOT}|{_CAN_NOT}) (?:\w+ly |even |yet |quite |really )?(?:recall|recollect|remember)",
    rf"{_CAN_NOT} (?:yet |now |at (?:this|that) (?:stage|point|time) |at present )?"
    r"(?:be (?:\w+ly )?(?:sure|certain|positive)|say (?:\w+ )?(?:if|whether|for (?:sure|certain)|"
    r"how|what|when|where|who|which|with)|tell (?:if|whether|you)"
    r"|rule [\w ]{0,12}out|exclude|swear|vouch|guarantee|promise (?:that )?(?:it|he|she|they|there)|confirm|know)|can promise nothing",
    r"(?:(?:do|does|did)(?:n't| not) (?:\w+ly |yet |even )?|no longer )know|would(?:n't| not) know(?=\W*$)|no longer knew"
    rf"|knew not|{_DO_NOT} swear|wouldn't swear|would not swear",
    rf"(?:(?:has|have|had|with) no|{_DO_NOT} have (?:a|any)) (?:\w+ )?"
    r"(?:recollection|memory|idea|way of knowing|knowledge|means of knowing)",
    r"(?:not|\w+n't|no longer|nobody is|never) (?:\w+ly |yet |so |at all )?(?:sure|certain|clear|aware|positive|"
    r"convinced)|unsure|uncertain|unclear|unaware of any",
    r"(?:not|\w+n't) (?:yet )?(?:in a position to (?:say|know|confirm)|known|able to (?:say|confirm|recall))|"
    r"no position to say|under review",
    r"too (?:early|soon) to (?:say|tell|know|draw|judge)|remains? (?:to be seen|unclear)|yet to be (?:determined|"
    r"established)|lets me rule|remains open",
    r"to the best of (?:my|his|her|their|our) (?:knowledge|recollection|memory)|as far as (?:i|he|she|they|"
    r"we) (?:know|knew|recall|remember|can tell|could tell|(?:am|is|are|was|were) aware)",
    r"(?:may|might) (?:well |also |possibly |not |even |still )*(?:have|be|had)|could (?:well |"
    r"possibly )?have been|could be an? \w+, (?:could|or)",
    r"(?:can|could) neither \w+ [^.!?]{2,60} nor|(?:not|\w+n't) (?:\w+ )?wish to be (?:categorical|definite|precise)|"
    r"would (?:first )?have to (?:consult|check|look (?:at|up|in|through))"
    r"|is a question for (?:the |our )?(?:lawyers|others|historians|experts)",
    r"(?:it|that|anything|everything) (?:is|was|were) (?:\w+ly )?possible(?! (?:for|to)\b)|possible that|perhaps|possibly|maybe"
    r"|conceivabl[ey]|(?:would|will|\w+'(?:ll|d)) probably|i guess|i (?:doubt|suspect)"
    r"|(?:he|she|they) (?:doubts|doubted|suspects|suspected)"
    r"|(?:am|is|was|\w+'[ms]) not saying (?:that|it|he|she|they|there)",
    r"not going to guess|will not guess|won't guess|would not guess",
)
_NO_COMMENT = words(
    r"no (?:further )?comment|neither confirm nor deny|not (?:confirm|deny) (?:or|nor) (?:deny|confirm)|"
    r"declin(?:ed|es|e|ing) to (?:comment|say|discuss|answer|confirm)",
    rf"(?:{_CAN_NOT}|(?:will|would|shall)(?: not|n't)|won't|(?:am|'m|are|'re|is|was|were|not) (?:not )?going to|"
    rf"{_DO_NOT}|in a position to)"
    r" (?:be )?(?:\w+ly )?(?:comment(?:ing)?|discuss(?:ing)?|get(?:ting)? into|go(?:ing)? into|"
    r"speculat(?:e|ing)|confirm or deny|talk(?:ing)? about|disclose|reveal|be drawn|say(?:ing)? (?:another|a|"
    r"any) (?:\w+ )?(?:word|thing|more))",
    r"(?:i|we) (?:shall|will)(?: not|n't) say (?:that|whether|if|who|what|how)",
    r"(?:nothing|not a word) (?:more |further |else )?to (?:say|add)|you will get nothing out of|we say nothing|"
    r"none of your business|(?:take|takes|taking|took) no position|(?:remain|stay|keep) (?:silent|mum|tight-lipped)",
    rf"(?:{_CAN_NOT}|(?:will|would|shall)(?: not|n't)|won't) (?:characteri[sz]e|be commenting|be discussing)",
    r"(?:will|would|shall|could|can|to) give no (?:\w+ )?"
    r"(?:number|figure|name|date|detail|reason|answer|interview|comment|explanation)s?",
    r"no (?:more|further) (?:interviews|questions|comments?|answers)",
    r"(?:see|ask|call|talk to|speak to|take it up with) (?:my|our|the) "
    r"(?:lawyers?|attorneys?|solicitors?|counsel|union|agents?|press office)",
)
_FIRST = r"(?:^|[.!?;:—–]\s+|\b(?:and|but|that|so) )(?:i|we)"
_I_WILL = re.compile(
    rf"{_FIRST} (?:\w+ly )?(?:will|shall|won't)\b(?! (?:not )?(?:be |never )?(?:know|see|have to|need|say|"
    rf"comment|speculate|discuss|talk about|get into|go into|drawn|tell you|always remember|guess|find|get|probably|read|look))"
    rf"|{_FIRST}(?:'m| am|'re| are) (?:not )?(?:going to|gonna) (?!be\b|have\b|see\b|need\b|guess\b)|\b(?:i|we) promise\b"
    r"|\bif\b[^.!?]*,? (?:i|we)(?:'ll| will)\b(?! (?:be|have|see|know|never)\b)"
)
_NO_DEED = (
    r"(?!(?:have|like|love|prefer|see|need|probably|know|get|say|think|argue|guess|imagine|expect)\b"
    r"|be (?:a|an|the|very|too|more|better|surprised|happy|glad)\b)"
)
_HE = r"(?:he|she|they|we|i)"
_HAD = (
    r"(?:\w+ly |also |never |not |always |already |just |only |first |long |all )*"
    r"(?:been|had|met|seen|done|gone|given|taken|told|said|heard|known|broken|spoken|written|made|left|lost|won|put|got|come|run|found|held|kept|paid|sent|bought|brought|caught|taught|"
    r"thought|eaten|driven|agreed|\w+[^\We]ed)\b"
)
"""Behind "he'd", which is "he had" then and no "he would"."""
_HE_WILL = re.compile(
    rf"^(?:that )?(?:{_HE} (?:himself |herself |also |\w+ly )?(?:would|will|won't|wouldn't)|(?:{_HE}|it)'(?:ll|d(?! {_HAD}))) {_NO_DEED}"
    rf"|^(?:that )?(?:{_HE}|it) (?:plan(?:s|ned)?|intend(?:s|ed)?) to\b"
    rf"|^(?:that )?(?:{_HE}|it)(?: is| was| are| were| am|'s|'m|'re) (?:planning|prepared|ready|willing|determined) to\b"
)
_SHOULD = re.compile(
    r"^(?:that )?(?!i |it |he had|there )(?:[\w'’.-]+ ){1,4}?(?:should|must|had better)\b"
    r"(?! (?:have|be (?:no|able|clear|obvious)))|^(?:it(?:'s| is) )?time (?:to|for)\b"
)
_IF = re.compile(r"\b(?:if|unless)\b.*\b(?:will|'ll|would|there will be|shall)\b")
_WILL_ACT = re.compile(
    r"\b(?:will|would|shall) (?:\w+ly )?(?:sue|appeal|go to court|take (?:legal|industrial) action|strike|"
    r"walk out|resign|withdraw|prosecute)\b"
)
_IMPERATIVE = re.compile(
    r"^(?:please |do not |don't |never |let's |let us |stop |get |go |give |take |make (?!no)|come |"
    r"tell |show |listen|look at|vote |keep |lock |leave |wake up"
    r"|remember |put |send |bring |call |stand up|believe me)"
)


def _says(pattern: re.Pattern[str]) -> Callable[[Frame], bool]:
    return lambda frame: pattern.search(_told(frame)) is not None


_SENTENCE_END = re.compile(r"[.!?]+(?=[\"”’'\s]|$)")


def _only_asks(frame: Frame) -> bool:
    """Whether each sentence of the content is a question, also the last, which may end in a comma."""
    *asked, rest = _SENTENCE_END.split(frame.content)
    is_open = len(re.findall(r"\w+", rest)) > 1
    return bool(asked) and not is_open and all("?" in end for end in _SENTENCE_END.findall(frame.content))


def _threatens(frame: Frame) -> bool:
    return "warn" in frame.verb and (_IF.search(_told(frame)) or _WILL_ACT.search(_told(frame))) is not None


OPENING = 2
"""Sentences at the beginning of what is said that may decline to speak; further on it is of something else."""


def _refuses(frame: Frame) -> bool:
    """Whether the words decline to speak. Quoted, "they did not discuss it" tells what was done: a refusal is in the present."""
    content, quoted = _told(frame), frame.statement.form is Form.DIRECT
    opening = next(islice((end.end() for end in _SENTENCE_END.finditer(content)), OPENING - 1, None), len(content))
    found = (match.group() for match in _NO_COMMENT.finditer(content, 0, opening))
    return any(not (quoted and words.startswith("did") and "comment" not in words) for words in found)


IN_CONTENT: tuple[Rule, ...] = (
    Rule("no comment, in words", Stance.DECLINES, _refuses),
    Rule("a mind held open", Stance.HEDGES, _says(_OPEN)),
    Rule("a warning of what the speaker will do", Stance.VOWS, _threatens),
    Rule(
        "he said he would",
        Stance.VOWS,
        lambda f: f.statement.form is not Form.DIRECT and _HE_WILL.search(_told(f)) is not None,
    ),
    Rule(
        "“I will”",
        Stance.VOWS,
        lambda f: f.statement.form is not Form.INDIRECT and _I_WILL.search(_told(f)) is not None,
    ),
    Rule("somebody should", Stance.URGES, lambda f: _SHOULD.search(_told(f)) is not None),
    Rule("questions alone", Stance.ASKS, _only_asks),
    Rule(
        "an imperative",
        Stance.URGES,
        lambda f: f.statement.form is Form.DIRECT and _IMPERATIVE.search(_told(f)) is not None,
    ),
)
