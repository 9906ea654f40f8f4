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

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*|\d+(?:[.,:]\d+)*")

# What carries no subject of its own. Negations are read elsewhere, as polarity.
STOP = frozenset(
    "a an the this that these those such same it its itself he him his himself she her hers herself they them their "
    "theirs themselves i me my mine myself we us our ours ourselves you your yours who whom whose which what when where "
    "why how there here and or but nor so yet if then than as of in on at by for from to with without into onto over "
    "under up down out off about above below between among through during before after since until while because "
    "although though whether be am is are was were been being do does did doing done have has had having will would "
    "shall should can could may might must ought not no n't never ever any some all both each every either neither "
    "none nothing nobody anything anybody anyone something someone everything everyone more most less least very too "
    "also just only even still already again once now ago today yesterday tomorrow well really quite rather much many "
    "few little lot one other others another own like get got go goes going went gone come came make made take took "
    "say says said saying tell told tells telling mr mrs ms dr sir per via etc else however therefore thus s t re ve ll "
    "d m don doesn didn isn wasn aren weren won wouldn couldn shouldn hasn haven hadn can't won't don't didn't doesn't "
    "isn't wasn't aren't weren't wouldn't couldn't shouldn't hasn't haven't hadn't i'm i've i'd i'll we've we're "
    "they're it's that's there's he's she's what's let let's us of course oh yes ah okay ok".split()
)

# Groups of words that news uses for one thing; the first of each stands for all.
_GROUPS = """
attack hack hacker intrusion intruder breach cyberattack cyber-attack sabotage saboteur assault break-in infiltrate
call phone telephone ring rang rung dial
know aware knew known knowledge
tell warn warning alert inform notify brief advise tip
meet met meeting encounter
talk speak spoke spoken discuss discussion conversation converse chat
pay paid payment bribe money cash payout kickback remuneration
resign resignation quit depart departure step-down
dismiss fire sack oust
approve approval sign signature authorise authorize authorisation authorization endorse consent permit permission clear
kill death die dead dying fatal
injure injury hurt wound
steal stole stolen theft thief embezzle pocket
lie lied liar mislead misled deceive deception dishonest untrue
pollute pollution contaminate contamination toxic poison poisonous
faulty fault defect defective broken malfunction flaw
safe safety secure
outage blackout
leave left depart exit
begin begun start commence
stop halt cease end
buy bought purchase acquire acquisition
sell sold sale
hire employ employee appoint appointment
increase rise rose raise grow grew growth climb
decrease fall fell drop decline cut reduce reduction
investigate investigation inquiry enquiry probe examine examination
document file memo memorandum paper record
letter mail e-mail email
see saw seen witness
show shown demonstrate prove proof evidence
agree agreement deal contract accord pact
order instruct instruction command direct
ask request
want wish
hide hid hidden conceal concealment cover-up withhold withheld suppress
fake forge forgery falsify fabricate fabrication invent doctored
child children kid
police officer
car vehicle
firm company corporation
doctor physician
drug medicine medication
vote ballot
win won victory
lose lost loss defeat
build built construct construction
test sample
bad wrong
house home
transfer move
offer bid
delay postpone put-off
cause
close shut closure
open reopen
vaccine jab
dismissal
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
    "ational", "isation", "ization", "fulness", "iveness", "ations", "ation", "ments", "ment", "nesses", "ness",
    "ically", "ities", "ity", "ively", "ions", "ion", "ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ers",
    "er", "ors", "or", "ly", "al", "s", "e", "y",
)  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A lower-case word without its ending, crudely: what matters is that inflections of one word meet."""
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    word = _IRREGULAR.get(word, word)
    if not word.isalpha() or len(word) <= 3:
        return word
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
        head = stem(first)
        for word in (first, *rest):
            table.setdefault(stem(word), head)
    return table


@lru_cache(maxsize=65536)
def meaning(word: str) -> str:
    """What a word is compared as: its stem, or the first of the group of near synonyms that it belongs to."""
    stemmed = stem(word)
    return _synonyms().get(stemmed, stemmed)


def words(text: str) -> tuple[str, ...]:
    """The lower-case words and numbers of a text, in order, without a possessive ending."""
    found = (match.group().lower().replace("’", "'") for match in WORD.finditer(text))
    return tuple(word.removesuffix("'s") for word in found)


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
