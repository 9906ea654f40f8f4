"""Names as they are compared: without articles, titles and punctuation; given names with their short forms; acronyms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.linking.words import WORD
from onrecord.vocabulary import PartyKind

_TITLES_LISTED = """
lieutenant rear cdr commodore adm brigadier marshal private corporal envoy consul coach
cllr ald det insp supt comm pc dci ds asst atty brig cdr lt. mx mme mlle herr frau don señor senor monsieur signor
the a an mr mrs ms miss dr prof professor sir dame lord lady baroness sen senator rep representative congressman
congresswoman gov governor gen general lt col colonel maj major capt captain sgt sergeant cpl adm admiral cmdr
commander judge justice president minister mayor chief director chancellor premier king queen prince princess pope
cardinal bishop archbishop rev reverend fr father sister rabbi imam sheikh ambassador secretary councillor
councilman councilwoman alderman deputy detective inspector superintendent constable sheriff vice prime first hon
datuk dato datin encik alhaji alhaja mallam shri smt haji hajjah ustaz
honourable honorable mp mep msp td md phd qc kc obe mbe cbe jr sr ii iii iv esq retd rtd chairman chairwoman chairperson
"""
_TITLES = frozenset(_TITLES_LISTED.split())
_TITLES_OF_TWO_WORDS = frozenset({("tan", "sri"), ("puan", "sri"), ("toh", "puan"), ("datuk", "seri"), ("dato", "sri")})
"""Titles of which a word alone is a name as well."""
_BEFORE_A_SURNAME = frozenset({"mr", "mrs", "ms", "miss"})
"""Titles before which no part of a name stands: "Old Mr Tanghe"."""
_COMPANY_FORMS_LISTED = """
inc ltd llc plc corp corporation co company gmbh ag sa nv bv limited group holdings newspaper magazine
"""
_COMPANY_FORMS = frozenset(_COMPANY_FORMS_LISTED.split())
_OF_A_FIELD = frozenset({"department", "ministry"})
"""Bodies that are called by their field before or behind it."""
_SMALL_LISTED = """
of the and for in on at to de la le du der von van al el
"""
_SMALL = frozenset(_SMALL_LISTED.split())
_BEFORE_OTHERS_LISTED = """
about against as between by from into near than under with
"""
_BEFORE_OTHERS = _SMALL | frozenset({"a", "an", *_BEFORE_OTHERS_LISTED.split()})
"""After these a name is not that of whom a description describes."""

_SHORT_FORMS = """
michael mike mick mikey
robert bob rob bobby robbie
william bill will billy liam
richard dick rick rich ricky
james jim jimmy jamie
john jack johnny jon
joseph joe joey
thomas tom tommy
charles charlie chuck
david dave davy
daniel dan danny
edward ed eddie ted teddy ned
andrew andy drew
anthony tony
christopher chris kit
matthew matt
nicholas nick nicky
patrick pat paddy
peter pete
philip phil phillip
ronald ron ronnie
samuel sam sammy
stephen steve steven
timothy tim
benjamin ben benny
alexander alex sasha
gregory greg
jeffrey jeff geoffrey geoff
kenneth ken kenny
lawrence larry laurence
leonard len lenny
donald don donny
douglas doug
francis frank
frederick fred freddie
gerald gerry jerry
harold harry hal
henry hank
vincent vince vinny
walter walt
elizabeth liz beth betty eliza lizzie
katherine kate kathy katie catherine cathy kathryn cate
margaret maggie meg peggy
patricia patty trish
rebecca becky becca
susan sue susie
deborah debbie deb
barbara barb
jennifer jen jenny
jessica jess
victoria vicky tori
christine chris christina tina
pamela pam
sandra sandy
theresa tess terry teresa
abigail abby
amanda mandy
"""


_SPELT_ALIKE = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|c(?![ehiy])"), "k"),
    (re.compile(r"y"), "i"),
    (re.compile(r"([^\W\d_])\1"), r"\1"),
)
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})


@lru_cache(maxsize=32768)
def plain(word: str) -> str:
    """A word in lower case without the marks on its letters: papers differ in whether they print them."""
    apart = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_PLAIN)


def spelt(word: str) -> str:
    """A plain word of a person's name in one spelling for all that papers print: Olivierre and Ollivierre, Casper and Kasper."""
    for pattern, instead in _SPELT_ALIKE:
        word = pattern.sub(instead, word)
    return word


@lru_cache(maxsize=1)
def _given() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for line in _SHORT_FORMS.strip().splitlines():
        first, *rest = map(spelt, line.split())
        for word in (first, *rest):
            table.setdefault(word, first)
    return table


@lru_cache(maxsize=32768)
def parts(name: str) -> tuple[str, ...]:
    """The words of a person's name that tell, as they are spelt: no articles, titles, possessives."""
    told = [plain(match.group()).removesuffix("'s") for match in WORD.finditer(name)]
    untitled = told[2:] if len(told) > 2 and tuple(told[:2]) in _TITLES_OF_TWO_WORDS else told
    titled = [n for n, word in enumerate(untitled[:-1]) if word in _BEFORE_A_SURNAME]
    kept = tuple(spelt(word) for word in untitled[max(titled, default=0) :] if word not in _TITLES)
    return kept or tuple(told)


def without_titles(name: str) -> str:
    """A person's name without the titles before it; a title with no name behind it stays as it is."""
    told = name.split()
    if len(told) > 2 and (told[0].lower(), told[1].lower()) in _TITLES_OF_TWO_WORDS:
        told = told[2:]
    while len(told) > 1 and told[0].lower().strip(".") in _TITLES:
        told = told[1:]
    return " ".join(told) if told and not told[0][0].islower() else name


def is_proper(name: str) -> bool:
    """Whether this is a name rather than a description: its last telling word is written with a capital or a digit."""
    found = [match.group() for match in WORD.finditer(name)]
    telling = [word for word in found if word.lower() not in _SMALL]
    return bool(telling) and telling[-1][0].isupper() and all(w[0].isupper() or w[0].isdigit() for w in telling)


def name_within(description: str) -> str | None:
    """The full name at the end of what begins as a description: "regional manager, Chiara Dossena"; none where it
    belongs to something else, as in "the mayor of Port Marrow"."""
    told = description.split()
    first = next((n for n in range(len(told), 0, -1) if not told[n - 1][0].isupper()), 0)
    before = told[first - 1].lower() if first else ""
    if len(told) - first < 2 or not before.strip(",").isalpha() or before in _BEFORE_OTHERS:
        return None
    return " ".join(told[first:])


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: given is None for a bare surname; before: all that stands before the surname."""

    given: str | None
    last: str
    before: tuple[str, ...] = ()

    def agrees(self, other: PersonName) -> bool:
        """Whether both can be one person's: the surname is the same, and the given names do not differ."""
        if self.last != other.last:
            return False
        if self.given is None or other.given is None or self.ends(other) or other.ends(self):
            return True
        one, two = self.given, other.given
        if min(len(one), len(two)) == 1:
            return one[0] == two[0]
        return _given().get(one, one) == _given().get(two, two)

    @property
    def plain_given(self) -> str:
        """The given name of which this may be a short form: michael for mike."""
        return _given().get(self.given or "", self.given or "")

    def ends(self, longer: PersonName) -> bool:
        """Whether the longer name is this one with more before it, such as a title that no list knows."""
        shown = len(self.before)
        return 0 < shown < len(longer.before) and self.last == longer.last and longer.before[-shown:] == self.before


@lru_cache(maxsize=32768)
def person_name(name: str) -> PersonName | None:
    """A person's name in its parts; None where no word tells."""
    told = tuple(word for word in parts(name) if word)
    if not told:
        return None
    if len(told) == 1:
        return PersonName(None, told[0])
    return PersonName(told[0], told[-1], told[:-1])


@lru_cache(maxsize=32768)
def body_name(name: str) -> tuple[str, ...]:
    """An organisation's name as compared: without its article and the form of the company; the Department of Health is the
    Health Department."""
    told = tuple(word for word in (plain(m.group()) for m in WORD.finditer(name)) if word not in {"the", "a"})
    told = tuple(word.removesuffix("'s") for word in told)
    if len(told) > 2 and told[0] in _OF_A_FIELD and told[1] in {"of", "for"}:
        told = (*told[2:], told[0])
    while len(told) > 1 and told[-1] in _COMPANY_FORMS:
        told = told[:-1]
    return told


_INNER_CAPITAL = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")


def is_acronym_of(short: str, name: str) -> bool:
    """Whether `short` is made of the first letters of the name: FBI, U.N."""
    letters = short.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper() and letters.lower() in first_letters(name)


@lru_cache(maxsize=32768)
def first_letters(name: str) -> frozenset[str]:
    """Those of all words of a name of several, and of those that tell."""
    parted = _INNER_CAPITAL.sub(" ", name)  # SportsDesk: S, D
    told = [match.group() for match in WORD.finditer(parted) if match.group().lower() != "the"]
    telling = "".join(word[0] for word in told if word.lower() not in _SMALL)
    return frozenset({telling.lower(), "".join(word[0] for word in told).lower()} if len(told) > 1 else ())


def is_body(kind: PartyKind) -> bool:
    """Whether a party of this kind goes by the name of an institution rather than a person's."""
    return kind is not PartyKind.PERSON
