"""The patterns of words that tell of a contact, on lines in which a sign stands for each mention and each time (see `lines`).

Each names whom it puts in contact by the groups a and b, and where its verb or noun stands by the group v.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.attribution.what.lines import PARTY as P
from onrecord.attribution.what.lines import TIME as T
from onrecord.attribution.what.lines import Line
from onrecord.vocabulary import Channel

IN_PERSON, PHONE, TEXT, EMAIL, DOCUMENT = (
    Channel.IN_PERSON,
    Channel.PHONE,
    Channel.TEXT_MESSAGE,
    Channel.EMAIL,
    Channel.DOCUMENT,
)
Forms = tuple[tuple[str, Channel | None], ...]

# --- nouns ---

_MEAL = r"(?:dinners?|lunch(?:es)?|breakfasts?|suppers?|coffee|tea|drinks?|meals?)"
_WRITING = r"(?:letters?|memos?|memorandum|notes?|notices?|filings?|reports?|submissions?|petitions?|invitations?)"
_TEXTS = r"(?:texts?|text messages?|sms|whatsapp messages?)"
_EMAILS = r"e-?mails?"
_CALLS = r"(?:(?:tele)?phone |courtesy )?calls?|(?:tele)?phone conversations?"
_TALK = r"(?:conversations?|talks?|contacts?|communications?|exchanges?|correspondence|messages?|a word|words)"
_MEETING = rf"(?:{_MEAL}|meetings?|encounters?|visits?|tête-à-tête)"
NOUNS: Forms = (
    (_MEETING, IN_PERSON),
    (_CALLS, PHONE),
    (_TEXTS, TEXT),
    (_EMAILS, EMAIL),
    (_WRITING, DOCUMENT),
    (_TALK, None),
)

# --- pieces of patterns ---

_ART = r"(?:(?:an?|the|his|her|their|its|my|our|one|two|three|several|another|some|many) (?:[\w-]+ ){0,3}?)"
_ALSO = (
    r"(?:had|has|have|having|did|was|were|been|also|then|later|once|twice|first|only|even|again|already|just|since|merely"
    r"|(?:is|are|was|were) (?:said|reported|known|understood|believed|thought|alleged) to"
    rf"|himself|herself|themselves|both|each|all|\w+ly|(?:on |in |at |late on |early on |by )?{T})"
)
_ALL_OF = r"(?:(?:the|an?|all|some|each|every|of|most|[\d,.]+) ?){0,3}(?:(?:closed |private )?(?:meeting|gathering|session) of (?:the )?)?"
_AND_MORE = rf"(?:(?:, {P})* and {P}(?=[.,;:\"]|$| (?:at|in|on|for|about|over|to|{T})\b))?"
REQUIRED = {
    "ONE": P,
    "OTHER": rf"{_ALL_OF}(?P<b>{P}{_AND_MORE})",
    "PREPOSITION": r"(?:in|by|with|during|at|over|after|from|following)",
    "PAIR": rf"(?:(?:the|these) (?:two|pair|two (?:wo)?men|two of them)|both (?:wo)?men|they|{P})",
    "ART": _ART,
}
"""What stands in a pattern for these words."""
OPTIONAL = {
    "OF": rf"(?: (?:of|for|from|at|in) (?:the )?(?:{P}|[\w-]+)){{0,2}}",
    "ASIDE": r"(?:(?:, | (?:who|whose|whom) )[^,;:\"]{1,90},)?",
    "ALSO": rf"(?: {_ALSO},?){{0,5}}",
    "WHEN": rf"(?:,? (?:(?:on|in|at|by|of|dated|late on|early on|that|sent|sent on|made on) )?{T},?"
    r"| on the (?:eve|morning|evening|night|day) of (?:(?:the|his|her|their|its) )?[\w-]+)?",
    "LY": r"(?: \w+ly)?",
    "NUMBER": r"(?:'s (?:number|phone|mobile|account|office|desk))?",
}
"""The same of what may be left out; the space before goes with it."""


def _pattern(template: str, verb: str = "") -> str:
    """A pattern out of one in which words in capitals stand for their pieces, and VERB for a verb or noun."""

    def piece(match: re.Match[str]) -> str:
        return OPTIONAL[match[2]] if match[2] in OPTIONAL else match[1] + REQUIRED[match[2]]

    whole = template.replace("VERB", f"(?:{verb})").replace("DOER", "(?P<a>ONE) OF ASIDE")
    return re.sub(r"( ?)([A-Z]{2,})", piece, whole)


# --- verbs whose object is right behind them ---

_WHILE = rf"(?:minutes?|hours?|evening|afternoon|morning|day|night|weekend|{T})"
ACTIVE: Forms = (
    (
        r"met(?: up)?(?: (?:\w+ly |again )?with)?|meets|visited|greeted|confronted"
        r"|sat (?:down with|next to|beside|opposite|with|across (?:(?:the|a) (?:[\w-]+ )?table )?from)"
        r"|shook hands with|(?:went|came|drove|flew|travell?ed) to (?:see|meet|visit)"
        r"|(?:dined|lunched|breakfasted|ate|eaten)(?: [\w-]+){0,2} with"
        rf"|(?:had|has|shared|took|taken|held|ate|eaten) (?:[\w-]+ ){{0,3}}?{_MEETING}(?: [\w-]+){{0,2}} with"
        rf"|spent (?:[\w-]+ ){{1,4}}?(?:{T} )?{_WHILE}(?: (?:at|in|on) (?:[\w'-]+ ){{0,3}}?[\w-]+)? with"
        r"|(?:was|were|been) (?:seen|photographed|pictured|filmed) (?:[a-z]+ing )?(?:with|to)|paid a (?:[\w-]+ )?(?:visit|call) (?:to|on)",
        IN_PERSON,
    ),
    (
        rf"(?:tele)?phoned|rang(?: up)?|rung|diall?ed|called(?: up)?|(?:made|placed) (?:{_ART})?calls? to"
        r"|(?:had|held|made) (?:[\w-]+ ){0,3}?(?:phone |telephone )?calls? with|got through to",
        PHONE,
    ),
    (rf"texted|messaged|sent {_ART}?{_TEXTS} to", TEXT),
    (rf"e-?mailed|(?:sent|wrote) {_ART}?{_EMAILS} to", EMAIL),
    (
        r"(?:wrote|written)(?: [\w-]+){0,2}? WHEN to"
        rf"|(?:sent|posted|delivered|addressed|handed|faxed|wrote) {_ART}?{_WRITING} WHEN to"
        rf"|(?:filed|lodged) {_ART}?(?:complaint|grievance|objection|protest|notice|report) WHEN with",
        DOCUMENT,
    ),
    (
        r"(?:spoke|spoken|talked|communicated|conferred|negotiated|corresponded|chatted|consulted|liaised)"
        r"(?: \w+ly| again| by (?:tele)?phone| on the (?:tele)?phone| for (?:[\w-]+ ){1,3}?(?:minutes?|hours?))? WHEN (?:to|with)"
        r"|(?:was|were|been|stayed|got|kept) in (?:contact|touch|talks) with|contacted|briefed|alerted|consulted"
        rf"|(?:had|held) (?:[\w-]+ ){{0,3}}?{_TALK} with|heard (?:it |{P} )?from|(?:learned|learnt|had|got) {P} from",
        None,
    ),
)
TELLING = (
    r"(?:told|warned|informed|assured|reminded|begged|advised|instructed|notified|asked|implored|promised)"
    r"|(?:admitted|confessed|complained|confided|conceded|boasted|swore|sworn|reported|explained|suggested|mentioned|let slip|apologi[sz]ed"
    rf"|said)(?: (?:it|this|that|them|{P}))? LY WHEN to"
)
"""What is a contact in the perfect or in somebody's words: elsewhere it is a statement, and read as one."""

PASSIVE: Forms = (
    (r"met|visited|greeted|confronted|received|seen", IN_PERSON),
    (r"(?:tele)?phoned|rung(?: up)?|called(?: up)?", PHONE),
    (r"texted|messaged", TEXT),
    (r"e-?mailed", EMAIL),
    (r"written to", DOCUMENT),
    (
        r"contacted|briefed|alerted|told|asked|warned|informed|assured|reminded|advised|instructed|notified|consulted|approached"
        r"|questioned|interviewed|ordered|urged",
        None,
    ),
)
JOINT: Forms = (
    (
        r"met(?: up)?|dined|lunched|ate|eaten|shook hands|sat (?:down |side by side|together)"
        rf"|(?:had|shared|ate|took|held) (?:[\w-]+ ){{0,3}}?{_MEETING}|had (?:[\w-]+ ){{1,3}}(?:minutes|hours)",
        IN_PERSON,
    ),
    (rf"exchanged (?:[\w-]+ )?(?:{_TEXTS})", TEXT),
    (rf"exchanged (?:[\w-]+ )?(?:{_EMAILS})", EMAIL),
    (rf"exchanged (?:[\w-]+ )?(?:{_WRITING})", DOCUMENT),
    (
        r"communicated|(?:spoke|spoken|talked)(?! (?:at|out|up|against|of|publicly|highly|in (?:favou?r|support|public))\b)|conferred"
        r"|(?:were|been) in (?:contact|touch)|exchanged (?:messages|words)",
        None,
    ),
)
_ONE = r"(?:an?|the|one|his|her|their) (?:[\w-]+ ){0,2}?"
RECALLED: Forms = (
    (rf"meeting(?: with)?|(?:sitting|sat) down with|having met|(?:having )?(?:{_ONE})?{_MEETING} with", IN_PERSON),
    (rf"(?:tele)?phoning|calling|having (?:called|(?:tele)?phoned)|{_ONE}(?:{_CALLS}) with", PHONE),
    (r"writing to|having written to", DOCUMENT),
    (
        rf"(?:speaking|talking|having (?:spoken|talked)) (?:to|with)|{_ONE}{_TALK} with"
        r"|being (?:told|warned|asked|informed) by",
        None,
    ),
)
"""What somebody admits or recalls of a contact of their own."""
SENDING: Forms = (
    ("sent|passed|forwarded|submitted|presented|showed|shown", None),
    ("posted|mailed|faxed|delivered", DOCUMENT),
    ("e-?mailed", EMAIL),
)
"""What is a contact where a document or what it says is given to somebody."""


@dataclass(frozen=True)
class Trigger:
    """One pattern. shape: how the contact is told; channel: what the words name; verb: its verb or noun alone, without which
    it finds nothing: many patterns share one, and most sentences have none."""

    written: str
    channel: Channel | None
    shape: str
    verb: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a sentence has its verb: to compile all would take longer than to read an article."""
        return re.compile(self.written)

    @property
    def names_two(self) -> bool:
        """Whether it needs two mentions; a pair ("they met", "their talks") was named before."""
        return self.shape != "pair"

    @property
    def tells(self) -> bool:
        """Whether it is of somebody who told another something."""
        return self.shape.startswith("tells")

    @property
    def is_apart(self) -> bool:
        """Whether its subject stands in a clause before that of its verb."""
        return self.shape.endswith("apart")


def _made(shape: str, template: str, forms: Forms) -> tuple[Trigger, ...]:
    return tuple(Trigger(_pattern(template, verb), channel, shape, _pattern("VERB", verb)) for verb, channel in forms)


def triggers_in(line: Line) -> Iterator[Trigger]:
    """The patterns that may find something in a line, in their order: those whose verb it has, and mentions enough."""
    has_two = len(line.mentions) > 1
    has: dict[str, bool] = {}
    for trigger in TRIGGERS if has_two else PAIRS:
        if trigger.verb not in has:
            has[trigger.verb] = VERBS[trigger.verb].search(line.text) is not None
        if has[trigger.verb]:
            yield trigger


_SHOOK, _HANDED, _SAW, _SPENT = ((((verb, IN_PERSON),)) for verb in ("shook", "handed", "saw|received", "spent"))
_NOT_WITH = r"(?! (?:with|to)\b)"
_SENT = r"(?:sent|wrote|written|made|addressed|posted)"
_FAR = r'(?:(?! (?:where|which|who|that|when|while|because|said|says|told|but)\b)[^.;:?"]){0,140}? (?:and|then|before|after)'
_GIVEN = (
    r"(?:figures?|results?|files?|cop(?:y|ies)|drafts?|documents?|papers|records|photos?|photographs?|pictures?|videos?|recordings?|tapes?"
    r"|invoices?|data|details|lists?|one|messages?|warnings?|complaints?|requests?|proposals?|minutes|plans|evidence|log|questions"
    rf"|{_WRITING})"
)
MEANT = {"it": re.compile(rf"it|them|this|{_GIVEN}"), "room": re.compile("office")}
"""What the words have to be that the signs of some groups stand for: "sent it to", "saw her in his office"."""
TRIGGERS: tuple[Trigger, ...] = (
    # a meeting between A and B; a letter from A to B; a letter to B from A; A's letter to B; the letter that A sent to B
    *_made("noun", r"(?P<v>\bVERB)(?: [\w-]+){0,3}? WHEN(?: [\w-]+){0,4}? between DOER and (?P<b>ONE)", NOUNS),
    *_made("noun", r"(?P<v>\bVERB) WHEN from (?P<a>ONE) OF NUMBER WHEN to OTHER", NOUNS),
    *_made("noun", r"(?P<v>\bVERB) WHEN to OTHER(?:,| WHEN)(?: from| sent by| written by| by) (?P<a>ONE)", NOUNS),
    *_made("owned", r"(?P<a>ONE)(?P<own>'s?)? (?:[\w-]+ ){0,3}?(?P<v>\bVERB) WHEN (?:to|with) OTHER", NOUNS),
    *_made("noun", rf"(?P<v>\bVERB) (?:that |which )?DOER ALSO {_SENT} WHEN to OTHER", NOUNS),
    # in a letter to B, A warned; A warned in a letter to B
    *_made(
        "noun",
        r"\bPREPOSITION (?:ART)?(?P<v>\bVERB) WHEN (?:to|with) OTHER OF WHEN,? ASIDE (?:the )?(?P<a>ONE)(?! (?:to|and)\b)",
        NOUNS,
    ),
    *_made("verb", r"DOER ALSO [\w-]+(?: [\w-]+){0,8}? WHEN,? (?:in|by) (?:ART)?(?P<v>\bVERB) WHEN to OTHER", NOUNS),
    # A received a letter from B; A sent B a letter; A was sent a letter by B
    *_made(
        "verb",
        r"DOER ALSO (?P<v>(?:received|got|get|had|gotten|found|(?:was|were) handed) (?:ART)?VERB)"
        r"(?: (?:about|on|over) (?:[\w'-]+ ){0,3}?[\w-]+)? WHEN from OTHER",
        NOUNS,
    ),
    *_made(
        "verb",
        r"DOER ALSO (?P<v>(?:sent|wrote|handed|gave|posted|made|paid)) OTHER(?:, [^;:\"]{1,80},)? (?:ART)?VERB\b",
        NOUNS,
    ),
    *_made(
        "verb",
        r"DOER ALSO (?:was|were|been) (?P<v>(?:sent|handed|given|posted)) (?:ART)?VERB\b[^,;:]{0,40}? by OTHER",
        NOUNS,
    ),
    # A was told by B; A met B; A shook B's hand; A handed B the letter, or the letter to B; A had told B
    *_made(
        "verb",
        r"DOER ALSO (?:was|were|been) ALSO (?P<v>VERB)(?: (?:of|about|on) (?:[\w-]+ ){0,3}?[\w-]+)? WHEN by OTHER",
        PASSIVE,
    ),
    *_made("verb", r"DOER ALSO (?P<v>VERB) LY WHEN OTHER", ACTIVE),
    *_made("verb", r"DOER ALSO (?P<v>VERB) OTHER(?:'s)?(?= hand)", _SHOOK),
    *_made("verb", r"DOER ALSO (?P<v>VERB) OTHER(?= (?:an?|the|his|her|their|ONE)\b)", _HANDED),
    *_made("verb", r"DOER ALSO (?P<v>VERB)(?! (?:over|out|down|in)\b) (?:[^ ,;:]+ ){1,4}?to OTHER", _HANDED),
    *_made("verb", rf"DOER ALSO (?P<v>VERB) (?:[^ ,;:]+ ){{0,4}}?{_GIVEN} WHEN to OTHER", SENDING),
    *_made("verb", r"DOER ALSO (?P<v>VERB) (?P<it>ONE) WHEN to OTHER", SENDING),
    # A saw B in her office; A recalled speaking to B; the evening that A spent with B
    *_made("verb", r"DOER ALSO (?P<v>VERB) OTHER WHEN (?:in|at) (?P<room>ONE)", _SAW),
    *_made(
        "verb",
        r"DOER ALSO (?P<v>VERB) OTHER WHEN (?:in|at) (?:ONE|his|her|their)(?:'s)? (?:own )?(?:office|study|room|home)\b",
        _SAW,
    ),
    *_made(
        "verb",
        r"DOER ALSO (?:recall|remember|admit|acknowledg|describ|mention)(?:s|ed|e[sd]?|ted)? (?P<v>VERB) LY WHEN OTHER",
        RECALLED,
    ),
    *_made("verb", rf"{_WHILE} (?:that |which )?DOER ALSO (?P<v>VERB) with OTHER", _SPENT),
    *_made("verb", r"DOER ALSO (?P<v>(?:joined|hosted|took)) OTHER (?:for|to) (?:ART)?VERB\b", ((_MEAL, IN_PERSON),)),
    *_made("tells", r"DOER ALSO (?P<v>VERB) LY WHEN OTHER", ((TELLING, None),)),
    # A and B met; A drove home and met B; the two men met; their call on Monday
    *_made("joint", rf"DOER(?:, ONE)* and (?:the |his |her )?(?P<b>ONE) OF ASIDE ALSO (?P<v>VERB)\b{_NOT_WITH}", JOINT),
    *_made("verb", r"(?P<a>ONE) OF,? (?P<who>who) ALSO (?P<v>VERB) LY WHEN OTHER", ACTIVE),
    *_made("apart", rf"(?P<a>ONE){_FAR} ALSO (?P<v>VERB) LY WHEN OTHER", ACTIVE),
    # A said after meeting with B; after meeting B, A said
    *_made("apart", rf"(?P<a>ONE)(?: (?!that\b)(?:[\w'-]+|{T}),?){{0,8}}? after (?P<v>VERB) LY WHEN OTHER", RECALLED),
    *_made("verb", r"\b(?:after|before|since|on) (?P<v>VERB) LY OTHER OF WHEN, (?P<a>ONE)(?! (?:to|and)\b)", RECALLED),
    *_made("tells apart", rf"(?P<a>ONE){_FAR} ALSO (?P<v>VERB) LY WHEN OTHER", ((TELLING, None),)),
    *_made("pair", rf"(?<!\w)PAIR ALSO (?P<v>VERB)\b{_NOT_WITH}", JOINT),
    *_made(
        "pair",
        rf"(?<!\w)(?:their|ONE) (?:[\w-]+ ){{0,2}}?(?P<v>VERB)\b(?=(?:,? (?:on|in|of|at) {T}| {T}| lasted| took place))",
        NOUNS,
    ),
)

PAIRS = tuple(trigger for trigger in TRIGGERS if not trigger.names_two)
VERBS = {verb: re.compile(verb) for verb in dict.fromkeys(trigger.verb for trigger in TRIGGERS)}

UNREAL = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|without|whether|if|would|will|shall|should|could|can|cannot|may|might|must"
    r"|to(?! have\b)|hardly|unless|den(?:y|ies|ied|ying)|refus\w+|declin\w+|plan\w*|hop\w+|want\w*|fail\w*|avoid\w*|offer\w*|due|suppose"
    r"|imagine|possible|proposed|n't|\w+n't)\b(?:\s+\S+){0,3}\s*$"
)
"""Words before a verb or noun that say that it did not or not yet happen."""
UNREAL_WITHIN = re.compile(r"\b(?:no|little|few|any)\b")
"""Words inside a verb or noun that say so: "had no contact with"."""
UNREAL_BEFORE = re.compile(
    r"\b(?:whether|if|unless|neither|without|imagine|suppose|nobody|den(?:y|ies|ied|ying)(?: that)?|(?:un|not )true that|"
    r"no (?:\w+ ){0,2}(?:that|of)|should|had)\s*$"
)
"""Words right before whoever acts that say so of the whole clause."""

_OWN = rf"(?:his|her|their|my|your|our|{P})"
CHANNELS: tuple[tuple[re.Pattern[str], Channel], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), channel)
    for pattern, channel in (
        (
            r"(?:by|on|over|down) (?:the )?(?:tele)?phone|in a (?:[\w-]+ )?(?:phone |telephone )?call"
            r"|in a (?:tele)?phone conversation",
            PHONE,
        ),
        (r"(?:by|via) text|in an? (?:[\w-]+ )?text(?: message)?", TEXT),
        (r"(?:by|via) e-?mail|in an? (?:[\w-]+ )?e-?mail", EMAIL),
        (
            r"by letter|in writing|in an? (?:[\w-]+ ){0,2}?(?:letter|memo|memorandum|note|notice|filing|report|submission)",
            DOCUMENT,
        ),
        (
            rf"in person|face to face|to {_OWN} (?:own )?face|behind closed doors"
            r"|(?:over|at) (?:an? |the )?(?:dinner|lunch|breakfast|supper|coffee|drinks?)"
            rf"|in a (?:[\w-]+ )?meeting|at {_OWN} (?:own )?(?:[\w-]+ )?table|in {_OWN} (?:own )?(?:office|study|kitchen)",
            IN_PERSON,
        ),
    )
)
"""Words in the clause of a contact that name its channel."""
