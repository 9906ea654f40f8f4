"""How the speaker stands to the content: read at the cue with its negation, and where the cue is neutral, in the content.

A cue that says what was done in words (denied, urged, vowed) decides. A neutral one (said, told, wrote) leaves it to what is said: whether it
holds itself open ("I do not recall"), refuses ("no comment"), binds the speaker ("I will not resign") or asks.
"""

# ruff: noqa: E501

from __future__ import annotations

import re

from onrecord.attribution.how.frames import SAID, Frame
from onrecord.vocabulary import Form, Stance


def _words(pattern: str) -> re.Pattern[str]:
    """A pattern of whole words; in it white space between alternatives is for the eye, and `_` is a space."""
    return re.compile(rf"(?<![a-z'])(?:{''.join(pattern.split()).replace('_', ' ')})(?![a-z])")


_NOT = (
    r"(?:not|never|n't|no_longer|nor|neither|without|stopped_short_of|falls?_short_of|fell_short_of|stopping_short_of)"
)

_DENIES = _words(
    r"""
    den(?:y|ies|ied|ying|ials?)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing|ation)|rebut(?:s|ted|ting|tal)?|repudiat(?:e|es|ed|ing)|reject(?:s|ed|ing|ion)?
    |dismiss(?:es|ed|ing|al|ive)?|contradict(?:s|ed|ing)?|debunk(?:s|ed|ing)?|disavow(?:s|ed|ing)?|disclaim(?:s|ed|ing)?|disown(?:s|ed|ing)?|rubbish(?:es|ed|ing)?
    |recant(?:s|ed|ing)?|retract(?:s|ed|ing)?|rebuff(?:s|ed|ing)?|spurn(?:s|ed|ing)?|disagree(?:s|d|ing)?|contest(?:s|ed|ing)?|disprov(?:e|es|ed|ing)|negat(?:e|es|ed)
    |discount(?:s|ed|ing)?|scotch(?:es|ed|ing)?|quash(?:es|ed|ing)?|brush(?:es|ed|ing)?_(?:off|aside|away)|shrug(?:s|ged|ging)?_off|laugh(?:s|ed|ing)?_off
    |wav(?:e|es|ed|ing)_(?:off|away|aside)|bat(?:s|ted|ting)?_away|sho(?:o|t)(?:s|ting)?_down|knock(?:s|ed|ing)?_down|swat(?:s|ted|ting)?_(?:down|away)|slap(?:s|ped)?_down
    |play(?:s|ed|ing)?_down|push(?:es|ed|ing)?_back|hit(?:s|ting)?_back_at|pour(?:s|ed|ing)?_(?:cold_water|scorn)|scoff(?:s|ed|ing)?_at|took_issue|takes_issue|taking_issue
    |(?:say|says|said|saying|answer(?:s|ed)?|replied|repl(?:y|ies)|respond(?:s|ed)?)_(?:[a-z]+_)?(?:no|not_so|nothing_of_the_(?:kind|sort))(?=$|_)
    |(?:would|will|wo)(?:n't)?_(?:not_)?have_(?:it|none)(?:_of_it)?|walk(?:s|ed|ing)?_back|g(?:a|i)ve(?:s|n)?_the_lie|vot(?:e|es|ed|ing)_(?:against|down)|challeng(?:e|es|ed|ing)_(?:the_)?(?:claim|account|assertion|notion|idea|allegation|finding|report|suggestion)s?
    |(?:set|put)s?_(?:the_)?record_straight|protest(?:s|ed|ing)?_(?:his|her|its|their)_innocence|pleaded_(?:not_guilty|innocent)|pleads?_not_guilty|plead_not_guilty
    """
)
_DECLINES = _words(
    r"""
    declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing|als?)|no_comment|tight-lipped|stay(?:s|ed|ing)?_(?:silent|mum|quiet)|ke(?:ep|eps|pt|eping)_(?:silent|mum|quiet|his_counsel|her_counsel)
    |remain(?:s|ed|ing)?_(?:silent|mum|tight-lipped|quiet)|stonewall(?:s|ed|ing)?|demur(?:s|red|ring)?|withh(?:old|olds|eld)|refrain(?:s|ed|ing)?|balk(?:s|ed|ing)?
    |(?:dodg|evad|duck|sidestepp?|deflect|skirt|parr|ignor|avoid|fend|brush)(?:e|es|ed|s|ing|ied|ies)?_(?:off_)?(?:the_|a_|any_|all_|answering_|repeated_|several_)*(?:questions?|issue|topic|subject|inquir(?:y|ies)|question_of)
    |evad(?:e|es|ed|ing)|neither_confirm(?:ed|s|ing)?|no_intention_of|nothing_to_(?:say|add)|invok(?:e|ed|es|ing)_(?:the_fifth|his_right|her_right|their_right|executive_privilege)
    |(?:took|takes|take|pleaded|pleading|pled)_the_fifth|made_no_(?:mention|comment|reference)|makes_no_(?:mention|comment|reference)|gave_no_(?:comment|answer|details|reason|explanation|indication)
    |ha(?:s|d|ve)_no_comment|silent_on|avoid(?:s|ed|ing)?_(?:saying|answering|commenting|confirming|discussing|taking)|turn(?:s|ed)?_down_(?:a_request|requests)
    """
)
_SPEAKING = (
    r"(?:say|saying|comment|commenting|discuss|confirm|answer|disclose|reveal|elaborate|specify|identify|name|speak|talk|be_drawn|go_into|get_into|speculate|detail|divulge|explain"
    r"|provide|offer|give|respond|reply|tell|address|release|share|engage|commit|describe|return|clarify|acknowledge|cite|mention|rule|weigh_in|take_questions|be_interviewed)"
)
_WILL_NOT = _words(
    rf"""(?:would|will|could|did|does|do|is|are|was|were|has|have|had|wo|ca|can|may)(?:_not|n't|_never)_(?:[a-z]+ly_|be_|been_|yet_|immediately_)*
    (?:{_SPEAKING}|commented|responded|answered|said|replied|elaborated|specified|identified|named|disclosed|going_to_{_SPEAKING}|willing_to_{_SPEAKING}|prepared_to_{_SPEAKING}|authori[sz]ed_to)
    |cannot_(?:comment|discuss|talk|speak|disclose|reveal)|(?:neither|nor)_(?:would|will|did|has)_.{{0,20}}{_SPEAKING}"""
)
_STILL_SAID = re.compile(
    r"\b(?:say|said|saying|confirm|comment|give)\b.{0,12}\bonly\b|\bonly (?:say|said|confirm|comment)\b"
)
"""What is said after all: "would say only that he awaited the report"."""
_NO_DENIAL = _words(
    rf"{_NOT}_(?:[a-z]+_)?(?:den(?:y|ied|ying|ies)|disput(?:e|ed|ing)|contest(?:ed|ing)?|rul(?:e|ed|ing)_out|reject(?:ed|ing)?|dismiss(?:ed|ing)?|contradict(?:ed)?|disagree(?:d)?|disavow(?:ed)?)"
)
_NEITHER = re.compile(r"\b(?:confirm\w*|den(?:y|ied|ying)) (?:or|nor) (?:den(?:y|ied|ying)|confirm\w*)\b")
_VOWS = _words(
    r"""
    vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|threat(?:s|en|ens|ened|ening)?|undert(?:ake|akes|ook|aking)_to|(?:gave|given|giving|gives|give)_(?:his|her|its|their|a|an)_(?:word|assurance|guarantee|undertaking|commitment)
    |commit(?:s|ted|ting)?_(?:to|himself|herself|itself|themselves)|offer(?:s|ed|ing)?_to|agree(?:s|d|ing)?_to|volunteer(?:s|ed|ing)?_to|(?:swore|sworn|swear|swears|swearing)_to|guarantee(?:s|d|ing)?
    |plan(?:s|ned|ning)?|inten(?:d|ds|ded|ding|tion|tions)|determined|resolv(?:e|es|ed)_to|announc(?:e|es|ed|ing)_(?:plans|his_intention|her_intention|its_intention)|decid(?:e|es|ed|ing)|decision|pursu(?:e|es|ed|ing)
    |aim(?:s|ed|ing)?_(?:to|at)|seek(?:s|ing)?|sought|look(?:s|ing)?_to
    """
)
_VOWS_TO_DO = _words(
    r"offer(?:s|ed|ing)?|agree(?:s|d|ing)?|volunteer(?:s|ed|ing)?|swore|sworn|swear(?:s|ing)?|undertook|commit(?:s|ted)?|opt(?:s|ed)|consent(?:s|ed)"
)
"""Vows where an infinitive follows: "agreed to go", but "agreed that it was late"."""
_URGES = _words(
    r"""
    urg(?:e|es|ed|ing)|call(?:s|ed|ing)?_(?:[a-z]+ly_|again_)?(?:for|on|upon)|demand(?:s|ed|ing)?|encourag(?:e|es|ed|ing)|exhort(?:s|ed|ing)?|implor(?:e|es|ed|ing)|beg(?:s|ged|ging)?|plead(?:s|ed|ing)?|pled
    |appeal(?:s|ed|ing)?_(?:to|for)|press(?:es|ed|ing)?|pressur(?:e|es|ed|ing)|push(?:es|ed|ing)?_for|advocat(?:e|es|ed|ing)|lobb(?:y|ies|ied|ying)|recommend(?:s|ed|ing|ations?)?
    |advis(?:e|es|ed|ing)|counsel(?:s|ed|ing|led)?|order(?:s|ed|ing)?|command(?:s|ed|ing)?|instruct(?:s|ed|ing|ions?)?|requir(?:e|es|ed|ing)|mandat(?:e|es|ed|ing)|propos(?:e|es|ed|ing|als?)|challeng(?:e|es|ed|ing)
    |insist(?:s|ed|ing)?_on|petition(?:s|ed|ing)?|invit(?:e|es|ed|ing)|summon(?:s|ed|ing)?|entreat(?:s|ed|ing)?|beseech(?:es|ed)?|besought|nudg(?:e|es|ed|ing)|pressing_for|prod(?:s|ded|ding)?|coax(?:es|ed)?
    |(?:make|makes|made|issue|issues|issued|renew|renews|renewed|join|joined)_(?:a|an|his|her|its|their|the)_(?:[a-z]+_)?(?:appeal|plea|call|calls)|dar(?:e|es|ed|ing)_(?!to)|bann?(?:s|ed|ing)|warn(?:s|ed|ing)?_(?:[a-z]+_)?against|caution(?:s|ed|ing)?_against
    """
)
_TELLS_TO = _words(
    r"(?:told|tell|tells|telling|warn(?:s|ed|ing)?|remind(?:s|ed|ing)?|ask(?:s|ed|ing)?|signal(?:s|led|ed)?|said|says|caution(?:s|ed)?)"
)
_ASKS = _words(
    r"""
    ask(?:s|ed|ing)?|question(?:s|ed|ing)?|wonder(?:s|ed|ing)?|inquir(?:e|es|ed|ing|y|ies)|enquir(?:e|es|ed|ing)|quer(?:y|ies|ied|ying)|request(?:s|ed|ing)?|put_it_to|puts_it_to|put_to|quizz(?:es|ed|ing)|interrogat(?:e|es|ed)
    |want(?:s|ed|ing)?_to_know|pos(?:e|es|ed|ing)_(?:the_|a_)?question
    """
)
_HEDGES = _words(
    r"""
    suggest(?:s|ed|ing)?|hint(?:s|ed|ing)?|impl(?:y|ies|ied|ying)|speculat(?:e|es|ed|ing|ion)|surmis(?:e|es|ed|ing)|guess(?:es|ed|ing)?|conjectur(?:e|es|ed)|theori[sz](?:e|es|ed|ing)|suppos(?:e|es|ed)|mus(?:es|ed|ing)
    |seem(?:s|ed|ing)?|appear(?:s|ed|ing)?|hop(?:e|es|ed|ing)|fear(?:s|ed|ing)?|worr(?:y|ies|ied|ying)|float(?:s|ed|ing)?|toy(?:s|ed|ing)?_with|doubt(?:s|ed|ing|ful)?|unsure|uncertain|unclear|undecided|hesitant|sceptical|skeptical
    |(?:not|n't)_(?:[a-z]+ly_|even_|yet_)*(?:know|sure|certain|clear|recall|remember|decided|convinced|recollect)|no_(?:recollection|memory|idea)|unable_to_(?:say|recall|remember|confirm|tell)
    |(?:could|can|would|may|might|will|did|does|do)(?:_not|n't)_(?:[a-z]+ly_)?(?:rule_(?:it_)?out|exclude|preclude|be_(?:sure|certain)|swear|vouch|recall|remember|say|corroborate|confirm_whether)|cannot_(?:rule_out|say|be_(?:sure|certain)|recall|swear)
    |(?:neither|nor)_rul(?:e|ed)_out|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)|suspect(?:s|ed|ing)?|may|might|look(?:s|ed)?_like|left_open|leaves_open|leaving_open
    """
)
_COULD_NOT_SAY = _words(
    r"(?:could|can)(?:_not|n't|not)_(?:[a-z]+ly_)?(?:say|tell|recall|remember|be_sure|be_certain|confirm|rule_out|swear|vouch|specify)|cannot_(?:say|tell|rule_out|recall|be_sure|be_certain)"
)

# --- the content, where the cue is neutral ---

_OPEN_MIND = re.compile(
    r"\b(?:(?:do|does|did|could|can|would|will)(?: not|n't) (?:\w+ly |even |yet |quite )?(?:recall|recollect|remember)\b|cannot (?:recall|remember|recollect)"
    r"|(?:has|have|had) no (?:\w+ )?(?:recollection|memory|idea|way of knowing|knowledge of whether)"
    r"|(?:'m|am|is|are|was|were|be|'re|'s|not) (?:not |n't )?(?:\w+ly )?(?:un(?:sure|certain|aware whether|clear)|not (?:\w+ly )?(?:sure|certain|clear))"
    r"|(?:can|could)(?: not|not|n't) (?:be (?:\w+ly )?(?:sure|certain|positive)|say (?:\w+ )?(?:if|whether|for (?:sure|certain)|how|what|when|where|who|which|with|that)|tell (?:if|whether)|rule (?:\w+ )?out|exclude|swear|vouch|guarantee|promise (?:that )?(?:it|he|she|they)|remember|recall)"
    r"|cannot (?:be (?:\w+ly )?(?:sure|certain|positive)|say|rule (?:\w+ )?out|exclude|swear)"
    r"|(?:do|does|did)(?: not|n't) (?:\w+ )?know\b|(?:don't|didn't|doesn't) know\b"
    r"|not (?:yet )?(?:in a position to (?:say|know|confirm)|known|clear (?:if|whether|how|what)|able to (?:say|confirm|recall))|isn't in a position|no position to say"
    r"|too (?:early|soon) to (?:say|tell|know|draw)|remains? (?:to be seen|unclear)|yet to be (?:determined|established)|lets me rule"
    r"|to the best of (?:my|his|her|their|our) (?:knowledge|recollection|memory)|as far as (?:i|he|she|they|we) (?:know|knew|recall|remember|can tell|could tell|am aware|was aware)"
    r"|(?:may|might) (?:well |also |possibly |not |even )*(?:have|be|had)\b|it is possible|it's possible|it was possible|was possible that|possible that|perhaps\b|possibly\b|maybe\b|conceivabl[ey])"
)
_WILL_NOT_TELL = re.compile(
    r"^\W*no comment\b|\bno comment\b|\bneither confirm nor deny|\bnot (?:confirm|deny) (?:or|nor) (?:deny|confirm)|\b(?:can(?:not|'t| not)|will not|won't|would not|wouldn't|am not going to|'m not going to|'re not going to|not going to|do not|don't|not able to|unable to|was not|not in a position to)"
    r" (?:be )?(?:\w+ly )?(?:comment(?:ing)?(?: further| on)?|discuss(?:ing)?|get into|go(?:ing)? into|speculat(?:e|ing)|confirm or deny|talk about|speak about|disclose|reveal|be drawn)\b"
    r"|\bdeclin(?:ed|es|ing) to (?:comment|say|discuss|answer|confirm)|\bnothing (?:more |further )?to (?:say|add)\b|\bhas no comment\b|\bhad no comment\b"
)
_I_WILL = re.compile(
    r"(?:^|[.!?;—,:-]\s*[\"“‘'']*|\band |\bbut |\bthat )\W*(?:i|we) (?:\w+ly )?(?:will|shall|won't)\b(?! (?:not )?(?:be |never )?(?:know|see|have to|need|say|tell you|always remember|guess|find out))"
    r"|(?:^|[.!?;—,:-]\s*[\"“‘'']*|\band |\bbut |\bthat )\W*(?:i'll|we'll)\b(?! (?:know|see|have to|need|say|tell you|always remember))"
    r"|\b(?:i'm|i am|we're|we are) (?:not )?going to (?!be\b|have\b|see\b|need\b)|\bi promise\b|\bwe promise\b"
)
_HE_WILL = re.compile(
    r"^(?:that )?(?:he|she|they|it|we|i) (?:himself |herself |also |\w+ly )?(?:would|will|won't|wouldn't) (?!have\b|be (?:a|an|the|very|too|more|better|surprised|happy|glad)\b|like\b|love\b|prefer\b|see\b|need\b)"
)
_IMPERATIVE = re.compile(
    r"^[\"“‘']*(?:please |do not |don't |never |let's |let us |stop |get |go |give |take |make (?!no)|come |tell |show |listen|look at|vote |keep |lock |leave |wake up|remember |put |send |bring |call |stand up|believe me)"
)
_SHOULD = re.compile(r"^[\"“‘']*(?:that )?(?:[\w'’.-]+ ){1,6}?(?:should|ought to|needs? to|must|had better)\b")


def stance_of(frame: Frame) -> Stance:
    """The stance that the words show: the cue's where it has one, else the content's; else it is asserted."""
    return _at_cue(frame) or _in_content(frame) or Stance.ASSERTS


def _at_cue(frame: Frame) -> Stance | None:
    verb = frame.verb
    if not verb:
        return None
    after = frame.words[frame.at.end : frame.at.end + 60].split(SAID)[0]
    group = f"{verb}{after if after.strip() else ''}"
    if _STILL_SAID.search(group):
        return None
    if _NEITHER.search(group):
        return Stance.DECLINES
    if _NO_DENIAL.search(verb):
        return Stance.HEDGES
    if _DENIES.search(verb):
        return Stance.DENIES
    if _DECLINES.search(verb):
        return Stance.DECLINES
    if _COULD_NOT_SAY.search(verb):
        return Stance.HEDGES
    if _WILL_NOT.search(verb):
        return Stance.DECLINES
    infinitive = frame.content.lstrip("\"“‘'").startswith("to ")
    if _VOWS.search(verb) or (infinitive and _VOWS_TO_DO.search(verb)):
        return Stance.VOWS
    if _URGES.search(verb):
        return Stance.URGES
    if _ASKS.search(verb):
        return Stance.ASKS
    if infinitive and _TELLS_TO.search(verb):
        return Stance.URGES
    if _HEDGES.search(verb):
        return Stance.HEDGES
    return None


def _in_content(frame: Frame) -> Stance | None:
    said = frame.content
    if _WILL_NOT_TELL.search(said):
        return Stance.DECLINES
    if _OPEN_MIND.search(said):
        return Stance.HEDGES
    if frame.statement.form is Form.INDIRECT and _HE_WILL.search(said):
        return Stance.VOWS
    if frame.statement.form is not Form.INDIRECT and _I_WILL.search(said):
        return Stance.VOWS
    if frame.statement.form is Form.DIRECT and _only_asks(said):
        return Stance.ASKS
    if frame.statement.form is Form.DIRECT and _IMPERATIVE.search(said):
        return Stance.URGES
    return None


def _only_asks(said: str) -> bool:
    ends = re.findall(r"[.!?]+(?=[\"”’'\s]|$)", said)
    return bool(ends) and all("?" in end for end in ends)
