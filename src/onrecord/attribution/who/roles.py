"""Roles of somebody: an office, work or kinship by its noun, what qualifies it, and when two descriptions of it can be of one person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.nouns import singular
from onrecord.attribution.who.titles import ABBREVIATED, bare

_SAME = (
    "spokesman spokeswoman spokesperson secretary",
    "lawyer attorney solicitor barrister counsel",
    "chairman chairwoman chair chairperson president",
    "head chief boss leader director executive ceo manager",
    "councillor councilor councilman councilwoman",
    "congressman congresswoman representative lawmaker mp",
    "senator lawmaker",
    "doctor physician",
    "policeman policewoman officer constable",
    "owner proprietor landlord landlady",
    "vp president",
    "pm minister premier",
    "engineer surveyor",
    "journalist reporter correspondent",
    "agent representative",
    "tester officer inspector",
    "committee panel subcommittee",
    "lead leader",
)
_FAMILY = {word: number for number, words in reversed(list(enumerate(_SAME))) for word in words.split()}
_RANKS = listed("vice deputy prime assistant under former")
MOUTHPIECES = listed("spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople flack mouthpiece")
_PRESS = listed("press media information communication communications publicity affairs relations pr campaign")
_PRESS_NOUNS = listed(
    "secretary officer director chief head manager coordinator adviser advisor team office official chairman chairwoman chair attaché"
    " attache assistant aide representative rep contact consultant vp svp evp president service desk department person lead"
)
_WRITTEN_AS_ONE = {"vp": ("vice", "president"), "pm": ("prime", "minister"), "ceo": ("chief", "executive")}


@dataclass(frozen=True, slots=True)
class Role:
    """One role. noun: its head, singular; modifiers: lower-case words before it; text: as it stands; owner: place of whose it is."""

    noun: str
    modifiers: tuple[str, ...]
    text: str
    owner: int | None = None
    plural: bool = False


def role_of_title(title: str) -> Role | None:
    """The role that a title before a name says, None for "Mr." and its like."""
    words = [ABBREVIATED.get(bare(w), bare(w)) for w in title.split()]
    if not words:
        return None
    head = len(words) - 1
    if "of" in words:
        head = words.index("of") - 1
    return Role(singular(words[head]), tuple(words[:head]), title)


def spelled_out(noun: str, modifiers: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A role's noun and modifiers with "vp" and its like in full words."""
    if noun in _WRITTEN_AS_ONE:
        *before, head = _WRITTEN_AS_ONE[noun]
        return head, (*modifiers, *before)
    return noun, modifiers


@lru_cache(maxsize=2048)
def akin(noun: str) -> frozenset[str]:
    """Every noun that can be said of the bearer of a role: the noun itself, its full words, those of its family."""
    family = _FAMILY.get(noun, -1)
    words = {word for word, number in _FAMILY.items() if number == family}
    return frozenset(
        {
            noun,
            spelled_out(noun, ())[0],
            *words,
            *(short for short, full in _WRITTEN_AS_ONE.items() if full[-1] == noun),
        }
    )


def may_be_one(known: Role, noun: str, modifiers: tuple[str, ...]) -> float:
    """How well a description fits a known role: 0 not at all, 1 the same noun, more where modifiers agree."""
    noun, modifiers = spelled_out(noun, modifiers)
    known_noun, known_modifiers = spelled_out(known.noun, known.modifiers)
    if known_noun == noun:
        fit = 1.0
    elif _FAMILY.get(known_noun, -1) == _FAMILY.get(noun, -2) and not set(modifiers) - _EMPTY - {"former"}:
        fit = 0.7
    else:
        return 0.0
    ranks, known_ranks = _RANKS.intersection(modifiers), _RANKS.intersection(known_modifiers)
    if ranks - {"former"} != known_ranks - {"former"}:
        return 0.0
    telling = set(modifiers) - _RANKS - _EMPTY
    known_telling = set(known_modifiers) - _RANKS - _EMPTY
    if telling and known_telling and not telling & known_telling:
        return 0.0
    return fit + 0.5 * len(telling & known_telling)


def is_mouthpiece_role(role: Role) -> bool:
    """Whether a role is that of a spokesperson or of somebody who answers the press."""
    if role.noun in MOUTHPIECES:
        return True
    said = {*role.modifiers, *(w.lower() for w in role.text.split())} - {role.noun}
    return role.noun.split("-")[-1] in _PRESS_NOUNS and bool(_PRESS & said)


_EMPTY = listed("then new own top senior chief current longtime long-time")
