"""What a capitalised name is the name of: the words of organisations, outlets and places in it."""

from __future__ import annotations

from enum import StrEnum

from onrecord.attribution.who import nouns
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.words import DEMONYMS, PLACES


class NameKind(StrEnum):
    """What a name is of. A place or a thing becomes a party only where it speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    PLACE = "place"
    THING = "thing"


_OUTLET_WORDS = """
times post daily courier gazette herald tribune journal news press magazine review observer guardian chronicle mail
telegraph mirror star beacon standard globe register examiner inquirer dispatch ledger sentinel argus echo bugle
messenger radio tv television broadcasting newswire wire newspaper newspapers weekly evening morning reporter bulletin
advertiser mercury express independent enquirer intelligencer digest monitor recorder clarion spectator statesman
tatler tidings bee sun today channel online zeitung allgemeine figaro
"""
_KNOWN_OUTLETS = """
cnn cbs nbc abc bbc msnbc npr pbs reuters ap afp dpa politico bloomberg buzzfeed axios breitbart vox slate salon itv
rte cnbc c-span univision telemundo al-jazeera aljazeera tass interfax xinhua ansa efe kyodo propublica vice mashable
gawker huffpost wsj nyt mcclatchy newsweek fortune forbes variety deadline tmz wired backchannel snopes politifact
factcheck.org rt sputnik gq esquire vogue playboy
"""
_KNOWN_PHRASES = frozenset(
    """
associated press
fox news
huffington post
wall street journal
new york times
usa today
financial times
the hill
the nation
the atlantic
the economist
new yorker
rolling stone
vanity fair
daily beast
daily caller
the intercept
al jazeera
der spiegel
le monde
el pais
vice news
time magazine
roll call
national review
press association
agence france-presse
voice of america
sky news
face the nation
meet the press
the independent
weekly standard
""".strip().split("\n")
)

_ORGANIZATION_WORDS = """
resins aggregates chemicals plastics metals minerals timber textiles ceramics instruments devices dynamics materials
products properties estates homes stores markets engines tools ventures resources quarries mines cement concrete
packaging biotech therapeutics diagnostics analytics robotics aerospace aviation freight cargo ferries cruises telecom
telecoms mobile media pictures entertainment cosmetics apparel clothing furniture seeds wines spirits glass rubber
paints coatings adhesives mills foundry forge dredging drilling exploration salvage towage biosciences sciences health
healthcare medical care lawyers solicitors attorneys architects engineers builders contractors developments
construction constructions engineering electronics semiconductors optics photonics motorsport racing sport sports fc
afc albion orchestra philharmonic symphony ensemble ballet choir growers producers exports imports trading traders
merchants haulage inc ltd llc plc corp corporation company co gmbh ag sa spa nv oy ab asa holding holdings group
partners associates industries enterprises ministry department agency authority bureau office commission committee
subcommittee council board panel tribunal court cabinet government parliament senate congress assembly legislature
house party union association federation confederation league club society institute institution academy university
college school hospital clinic bank trust fund foundation church cathedral police force army navy corps guard service
services airlines airways railways rail lines shipping marine maritime energy power grid gas oil petroleum water
electric steel motors pharma pharmaceuticals pharmaceutical laboratories labs technologies technology systems software
networks solutions logistics transport consulting capital securities insurance mutual savings brothers bros sons
centre center centers organization organisation alliance coalition campaign movement front brigade administration
secretariat embassy consulate treasury exchange chamber forum network initiative project watch international national
global team cycling athletic rovers united rangers wanderers kremlin pentagon interpol nato opec unicef unesco fifa
uefa commissioners trustees regents works shipyard shipyards yard yards foods brewery brewers dairy farms fisheries
cooperative co-operative constabulary directorate inspectorate registry regulator watchdog ombudsman observatory
museum gallery theatre theater port harbour airport trades teamsters greens democrats republicans conservatives tories
labour
"""
_PLACE_WORDS = """
street road avenue lane square bridge tunnel river lake sea ocean bay gulf mountain mount mountains hill hills valley
valleys island islands isle peninsula cape beach forest park county state province district borough city town village
north south east west coast airport station hotel inn arena stadium hall tower palace castle building plaza terrace
quay dock docks pier wharf strait channel harbor prison jail cemetery highway motorway heights point falls springs
desert canyon dam gardens
"""
_THING_WORDS = """
act bill law treaty agreement accord pact amendment code tour cup games olympics championship championships prize
award awards festival day week month war battle revolution crisis project operation plan programme program show book
protocol report constitution bible conference summit fair convention debate election elections inquiry trophy marathon
grand prix league-cup scheme
"""

OUTLET_WORDS = listed(_OUTLET_WORDS)
KNOWN_OUTLETS = listed(_KNOWN_OUTLETS)
ORGANIZATION_WORDS = listed(_ORGANIZATION_WORDS)
PLACE_WORDS = listed(_PLACE_WORDS) - {"park", "hill", "lane", "street"}
PLACE_FIRST = listed("lake mount mt port cape fort hotel camp tour river gulf st")
_NEVER_SURNAMES = listed("county avenue airport highway motorway boulevard prefecture peninsula")
"""Words of places that end nobody's name, whatever given name stands before: "Jefferson County"."""
THING_WORDS = listed(_THING_WORDS)
_FIRST_OF_OUTLETS = listed("agence agencia agenzia agentur radio channel tv télé canal rádio televisión telewizja")
_FIRST_OF_BODIES = listed(
    "bank bankhaus banco banque banca université universidad grupo groupe institut fc ac afc real sporting inter cdu"
)
COMPANY_ENDINGS = listed("inc ltd llc plc corp co gmbh ag asa nv oy")


def kind_of_words(words: tuple[str, ...], first: frozenset[str]) -> NameKind | None:
    """What a name is of by its own lower-case words alone, or None; `first` are given names that make a person of it."""
    phrase = " ".join(words)
    last = words[-1].rstrip(".")
    if phrase in _KNOWN_PHRASES or f"the {phrase}" in _KNOWN_PHRASES or (words[0] in KNOWN_OUTLETS and len(words) < 3):
        return NameKind.OUTLET
    if len(words) == 2 and last in _NEVER_SURNAMES:
        return NameKind.PLACE
    if len(words) > 1 and words[0] in first and last not in COMPANY_ENDINGS and "of" not in words:
        return NameKind.PERSON if last not in ORGANIZATION_WORDS | OUTLET_WORDS or len(words) == 2 else _by_last(words)
    return _by_last(words)


def _by_last(words: tuple[str, ...]) -> NameKind | None:
    last = words[-1].rstrip(".")
    if len(words) == 1:
        if last in PLACES:
            return NameKind.PLACE
        if last in DEMONYMS:
            return NameKind.THING
        known = last in nouns.BODY or last in ORGANIZATION_WORDS
        return NameKind.ORGANIZATION if known else None
    if "of" in words and words[0] in THING_WORDS | PLACE_FIRST:
        return NameKind.THING
    if last in COMPANY_ENDINGS:
        return NameKind.ORGANIZATION
    if words[0] in _FIRST_OF_OUTLETS:
        return NameKind.OUTLET
    if words[0] in _FIRST_OF_BODIES:
        return NameKind.ORGANIZATION
    if words[0] in ORGANIZATION_WORDS and ("of" in words or "for" in words or "on" in words):
        return NameKind.ORGANIZATION
    if "of" in words[1:] and words[words.index("of") - 1] in ORGANIZATION_WORDS:
        return NameKind.ORGANIZATION  # "Municipal Museum of Sarne"
    if last in THING_WORDS:
        return NameKind.THING
    if last in OUTLET_WORDS or (
        {"press", "news"} & set(words) and last in {"bureau", "agency", "service", "association", "network"}
    ):
        return NameKind.OUTLET
    if last in ORGANIZATION_WORDS or last in nouns.BODY or last.endswith(("bank", "air", "tech", "soft", "corp")):
        return NameKind.ORGANIZATION
    if last in PLACE_WORDS or words[0] in PLACE_FIRST or phrase_is_place(words):
        return NameKind.PLACE
    return None


def phrase_is_place(words: tuple[str, ...]) -> bool:
    """Whether all words of a name are those of places."""
    return all(
        word.rstrip(".") in PLACES or word in {"new", "north", "south", "east", "west", "saint"} for word in words
    )
