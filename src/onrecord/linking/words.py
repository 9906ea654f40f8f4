"""The words of a text as they are compared: lower case, without endings, near synonyms alike, each with its rarity.

Rarity comes from a table of common English words that ships, not from the record at hand: what two statements have in
common must not depend on what else was read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources

WORD = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:[’'-][^\W_]+)*")

# What carries no subject of its own. Negations are read elsewhere, as polarity.
_STOP = """
a an the this that these those such same it its itself he him his himself she her hers herself they them their
theirs themselves i me my mine myself we us our ours ourselves you your yours who whom whose which what when where
why how there here and or but nor so yet if then than as of in on at by for from to with without into onto over
under up down out off about above below between among through during before after since until while because although
though whether be am is are was were been being do does did doing done have has had having will would shall should
can could may might must ought not no n't never ever any some all both each every either neither none nothing nobody
anything anybody anyone something someone everything everyone more most less least very too also just only even
still already again once now ago today yesterday tomorrow well really quite rather much many few little lot one
other others another own like get got go goes going went gone come came make made take took say says said saying mr
mrs ms dr sir per via etc else however therefore thus s t re ve ll d m don doesn didn isn
wasn aren weren won wouldn couldn shouldn hasn haven hadn can't won't don't didn't doesn't isn't wasn't aren't
weren't wouldn't couldn't shouldn't hasn't haven't hadn't i'm i've i'd i'll we've we're they're it's that's there's
he's she's what's let let's us of course oh yes ah okay ok
"""
STOP = frozenset(_STOP.split())

# Groups of words that news uses for one thing; the first of each stands for all. Inflections are understood.
_GROUPS = """
attack hack hacker hacking intrusion intruder breach cyberattack cyber-attack sabotage saboteur assault break-in
ring rang rung phone telephone phoned telephoned ringtone
know aware knowledge knowing learn learnt tell told inform notify brief briefed warn warning alert hear heard tip-off
remember recall recollection memory forget forgot forgotten
meet met meeting encounter
dine dined dinner lunch supper
talk discuss discussion conversation converse chat spoke speak spoken
money cash penny dime pay paid payment bribe bribery kickback payoff payout grant donation sum remuneration
promise pledge guarantee assurance assure
resign resignation step-down quit
dismiss sack sacked sacking oust ousted dismissal
approve approval authorise authorize authorisation authorization authorised authorized consent permission waiver
limit limited cap ceiling threshold quota permit permitted allowance exceed exceeded excess
sign signature signed initial initialed initialled
kill killed killing death die died dead dying fatal
injure injury injured wound wounded
steal stole stolen theft thief embezzle embezzled
lie lied lying liar lies mislead misled deceive deceived
pollute pollution polluted contaminate contamination contaminated discharge discharged
faulty fault defect defective broken malfunction flaw flawed
outage blackout
depart departure departed
begin began begun start started commence
stop stopped halt cease suspend suspended suspension
sell sold sale buy bought purchase
hire hired employ employed appoint appointed
job post posts salary salaries wage wages layoff redundancy redundancies
increase rise rose raise risen
decrease decline declined reduce reduction reduced
investigate investigation inquiry enquiry probe investigating
letter memo memorandum note message cable e-mail email mail text texted
see saw seen witness witnessed
evidence proof prove proven proved
agreement accord pact contract deal
order ordered instruct instruction instructed command
pressure press pressed pressing lean leaned lobby lobbied pressurise
hide hid hidden hiding conceal concealed concealment cover-up withhold withheld suppress suppressed
silence silenced mute muted bypass bypassed disable disabled
alarm siren sounder buzzer
forge forged forgery falsify falsified fabricate fabricated doctored
copy copied photocopy photograph photographed photo
child children kid
officer policeman policewoman
firm company corporation
doctor physician
drug medicine medication
vote voted ballot poll
win won winner victory
lose lost loss
build built building construct construction
bid offer offered
delay delayed postpone postponed
close closed shut closure
reopen reopened
vaccine vaccination vaccinated jab
tester tested testing test
hotel inn
asleep sleep slept sleeping bed
negotiate negotiation negotiating
leak leaked leaking leakage
spill spilled spilt
crash crashed collision collide
rig rigged
fake faked
drink drunk drank drinking
refuse refused refusal
visit visited
secret secretly
cause culprit blame responsible
gift donate donated present
count counted recount tally
reason motive purpose intent intention
"""

_IRREGULAR = {
    "knew": "know", "known": "know", "rang": "ring", "rung": "ring", "met": "meet", "spoke": "speak", "spoken": "speak",
    "paid": "pay", "stole": "steal", "stolen": "steal", "left": "leave", "saw": "see", "seen": "see", "shown": "show",
    "hid": "hide", "hidden": "hide", "won": "win", "lost": "lose", "built": "build", "bought": "buy", "sold": "sell",
    "rose": "rise", "risen": "rise", "grew": "grow", "grown": "grow", "fell": "fall", "fallen": "fall", "began": "begin",
    "begun": "begin", "gave": "give", "given": "give", "knew ": "know", "thought": "think", "brought": "bring",
    "wrote": "write", "written": "write", "broke": "break", "broken": "break", "took": "take", "taken": "take",
    "sent": "send", "held": "hold", "kept": "keep", "found": "find", "felt": "feel", "heard": "hear", "drove": "drive",
    "driven": "drive", "ran": "run", "sat": "sit", "stood": "stand", "spent": "spend", "read": "read", "led": "lead",
    "lied": "lie", "lying": "lie", "died": "die", "dying": "die", "children": "child", "men": "man", "women": "woman",
    "people": "person", "misled": "mislead", "withheld": "withhold", "slept": "sleep", "flew": "fly", "flown": "fly",
    "drank": "drink", "drunk": "drink", "ate": "eat", "eaten": "eat", "chose": "choose", "chosen": "choose",
    "fought": "fight", "caught": "catch", "taught": "teach", "sought": "seek", "meant": "mean", "dealt": "deal",
    "swore": "swear", "sworn": "swear", "threw": "throw", "thrown": "throw", "wore": "wear", "worn": "wear",
    "shot": "shoot", "hurt": "hurt", "struck": "strike", "swam": "swim", "dug": "dig", "fed": "feed", "fled": "flee",
}  # fmt: skip

_ENDINGS = (
    "ational", "isation", "ization", "fulness", "iveness", "ation", "ment", "ness", "ically", "itie", "ity", "ively",
    "ion", "ingly", "edly", "ing", "ied", "ie", "ed", "er", "or", "ly", "al", "e", "y",
)  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A lower-case word without its ending, crudely: what matters is that inflections of one word meet."""
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    word = _IRREGULAR.get(word, word)
    if not word.isalpha() or len(word) <= 3:
        return word
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word


@cache
def _synonyms() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for line in _GROUPS.strip().splitlines():
        first, *rest = line.split()
        for word in (first, *rest):
            for form in _forms(word):
                table.setdefault(form, stem(first))
    return table


def _forms(word: str) -> Iterable[str]:
    """A word with its regular inflections."""
    base = word[:-1] if word.endswith("e") else word
    doubled = word + word[-1]
    yield from (word, word + "s", base + "ed", base + "ing", base + "es", doubled + "ed", doubled + "ing")
    if word.endswith("y"):
        yield from (word[:-1] + "ies", word[:-1] + "ied")


@lru_cache(maxsize=65536)
def meaning(word: str) -> str:
    """What a word is compared as: the first of the group of near synonyms that it belongs to, or its stem."""
    return _synonyms().get(word) or stem(word)


def tokens(text: str) -> list[str]:
    """The lower-case words and numbers of a text, in order, without a possessive ending."""
    return [match.group().lower().replace("’", "'").removesuffix("'s") for match in WORD.finditer(text)]


def words(text: str) -> tuple[str, ...]:
    """The same as `tokens`, for keeping."""
    return tuple(tokens(text))


def subject_words(text: str) -> tuple[str, ...]:
    """The stems of the words that say what a text is about, in order: no function words, no verbs of saying."""
    return tuple(stem(word) for word in words(text) if word not in STOP and (len(word) > 1 or word.isdigit()))


@cache
def _ranks() -> Mapping[str, int]:
    listed = resources.files("onrecord.linking").joinpath("common_words.txt").read_text(encoding="utf-8").split()
    ranks: dict[str, int] = {}
    for rank, word in enumerate(listed, start=1):
        ranks.setdefault(word, rank)
    return ranks


@lru_cache(maxsize=65536)
def rarity(stemmed: str) -> float:
    """How much it says that two texts share this stem: near 0 for "make", 1 for what the table of common words lacks.

    By Zipf's law the frequency of a word is the inverse of its rank, so the logarithm of the rank is its information.
    """
    ranks = _ranks()
    rank = ranks.get(stemmed, len(ranks) + 1)
    return math.log(1 + rank) / math.log(2 + len(ranks))


def weight(stems: Iterable[str]) -> float:
    """The rarities of several stems together."""
    return sum(rarity(each) for each in stems)
