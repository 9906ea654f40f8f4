"""Titles before names: "Mr.", "Sen.", "Prime Minister", "Energy Minister", "the Rev."."""

from __future__ import annotations

from onrecord.attribution.who.gender import BY_NOUN, Gender
from onrecord.attribution.who.lexicon import listed

HONORIFICS = listed(
    "mr mrs ms miss mx dr prof sir lady lord dame madam master rev reverend fr father sister brother rabbi imam herr frau señor"
    " señora signor signora monsieur madame mme hon mum mom dad uncle aunt auntie granny grandma grandpa papa mama"
    " sri datuk dato datin tun haji hajj hajia alhaji alhaja shri smt begum mzee mwalimu pak ibu"
    " maître maitre don doña dona kyai ustaz maulana"
)
ABBREVIATED = {
    "sen": "senator",
    "sens": "senators",
    "rep": "representative",
    "reps": "representatives",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "cpl": "corporal",
    "adm": "admiral",
    "cmdr": "commander",
    "det": "detective",
    "supt": "superintendent",
    "insp": "inspector",
    "pres": "president",
    "amb": "ambassador",
    "sec": "secretary",
    "cdr": "commander",
    "cdre": "commodore",
    "brig": "brigadier",
    "pc": "constable",
    "dc": "detective",
    "di": "inspector",
    "dci": "inspector",
    "ds": "sergeant",
    "pvt": "private",
    "govs": "governors",
    "drs": "doctors",
    "prof": "professor",
    "rev": "reverend",
    "dep": "deputy",
    "cllr": "councillor",
    "hon": "honourable",
    "atty": "attorney",
}
_OFFICES = """
president minister chancellor premier secretary senator senators congressman congresswoman representative
representatives governor mayor councillor councilor councilman councilwoman alderman ambassador envoy commissioner
superintendent sheriff constable marshal magistrate judge justice prosecutor attorney chief chairman chairwoman chair
director executive manager leader speaker bishop archbishop cardinal pope pastor vicar general colonel major captain
lieutenant sergeant admiral commander brigadier corporal king queen prince princess duke duchess emperor sultan emir
sheikh inspector detective officer deputy coach professor doctor spokesman spokeswoman spokesperson mp mep rector dean
baroness baron count countess private coroner counsel aide nominee candidate agent editor commodore lawyer treasurer
auditor comptroller provost warden striker mayor-elect president-elect vice-president congressmen administrator envoys
trooper supervisor
"""
OFFICES = listed(_OFFICES)
HEADS = HONORIFICS | OFFICES | frozenset(ABBREVIATED)
"""Words after which, in a run of capitalised words, a person's name begins."""

KEPT = listed("sir dame lord lady baroness viscount")
OF_GIVEN_NAMES = listed(
    "sir dame sri datuk dato datin tun haji hajj hajia alhaji alhaja pak ibu don doña dona sheikh sultan king queen prince princess"
    " brother sister father kyai ustaz uncle aunt auntie mum dad"
)
"""Titles that stand before a given name alone: "Dame Ruth" is Dame Ruth Abelard."""

"""Titles that news keeps as a part of the name."""

QUALIFIERS = listed(
    "former acting interim deputy vice assistant associate senior junior chief prime first second lead late then-president ex-president"
    " incoming outgoing past current retired then lieutenant attorney major managing sometime one-time onetime longtime long-time ex"
)
SUFFIXES = listed("jr sr ii iii iv phd md mp obe cbe mbe dbe kbe oam qc kc sc frs esq")
OF_WHAT = listed(
    "state defense defence education energy labor labour commerce transportation health agriculture homeland"
)


def bare(word: str) -> str:
    """A word as the lists here have it: lower case, without its dot."""
    return word.lower().rstrip(".")


def is_title(word: str) -> bool:
    """Whether a word can stand as the last of a title before a name."""
    return bare(word) in HEADS


def gender_of_title(title: str) -> Gender | None:
    """Whose a title is, where it says so."""
    found = (BY_NOUN.get(bare(word)) for word in title.split())
    return next((gender for gender in found if gender), None)
