"""Nouns that stand for somebody: people by office, work or kin, bodies, outlets, documents; and which of them speak for another.

A description ("the city engineer", "her lawyer", "the union") is found by its head noun, so the lists here decide what can be one.
Those in this file were chosen one by one; wordnet_nouns.txt adds what WordNet 3.0 has beside them (training/wordnet_nouns.py).
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from importlib import resources

from onrecord.attribution.who.lexicon import listed


class Sort(StrEnum):
    """What a noun stands for."""

    PERSON = "person"
    BODY = "body"
    OUTLET = "outlet"
    DOCUMENT = "document"
    POPULATION = "population"


_OFFICES = """
master mistress commodore adjutant commandant president minister chancellor premier secretary senator congressman congresswoman
congressperson representative governor mayor deputy-mayor councillor councilor councilman councilwoman alderman
alderwoman assemblyman assemblywoman lawmaker legislator parliamentarian mp mep ambassador envoy consul attaché
commissioner comptroller treasurer auditor ombudsman ombudswoman regulator inspector superintendent sheriff constable
marshal magistrate judge justice prosecutor solicitor attorney-general chief chair chairman chairwoman chairperson
director ceo cfo coo cto executive manager head leader boss founder co-founder owner co-owner partner trustee dean
provost rector principal headteacher headmaster headmistress vice-chancellor bishop archbishop cardinal pope imam
rabbi pastor vicar priest reverend general colonel major captain lieutenant sergeant admiral commander brigadier
corporal king queen prince princess duke duchess emperor sultan emir sheikh shah coach skipper conductor curator
editor publisher producer registrar harbourmaster harbormaster nominee candidate frontrunner front-runner incumbent
challenger running-mate vice-president speaker whip coroner governor-general president-elect mayor-elect
governor-elect vp svp evp czar undersecretary negotiator administrator controller quartermaster foreman chaplain warden
convener coordinator organiser organizer strategist chieftain postmaster stationmaster
"""
_SPEAKS_FOR_ANOTHER = """
spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen lawyer attorney solicitor barrister counsel
agent publicist aide flack mouthpiece
"""
_WORK = """
predecessor successor counterpart namesake replacement teller stand-in understudy cleaner bidder caretaker teacher
professor lecturer researcher scientist economist analyst expert historian engineer architect surveyor doctor
physician surgeon nurse midwife paramedic pharmacist psychologist psychiatrist therapist vet veterinarian farmer
fisherman fisherwoman sailor pilot driver conductor mechanic electrician plumber carpenter builder contractor
developer landlord tenant shopkeeper grocer baker butcher chef cook waiter waitress bartender barman porter guard
watchman janitor clerk cashier secretary assistant accountant banker broker trader investor consultant lobbyist
adviser advisor counsellor counselor strategist pollster journalist reporter correspondent columnist commentator
blogger author writer novelist poet playwright biographer photographer filmmaker actor actress singer musician
composer pianist violinist cellist drummer guitarist rapper dancer choreographer painter sculptor artist designer
model athlete player footballer goalkeeper striker defender midfielder runner sprinter swimmer cyclist rider jockey
boxer golfer skier skater rower racer referee umpire trainer physio officer detective investigator policeman
policewoman constable firefighter fireman soldier veteran marine agent spy diplomat translator interpreter monk nun
activist campaigner protester demonstrator organiser volunteer unionist student pupil apprentice intern graduate
scholar chemist biologist physicist geologist ecologist meteorologist forecaster statistician mathematician programmer
technician inventor entrepreneur businessman businesswoman industrialist tycoon billionaire millionaire magnate heir
heiress socialite retiree pensioner worker employee staffer staff colleague co-worker subordinate supervisor
receptionist librarian archivist tester inspector examiner assessor planner courier messenger smuggler dealer thief
burglar hacker gunman attacker suspect defendant plaintiff claimant complainant accuser accused victim survivor
witness bystander onlooker passer-by passenger commuter motorist customer client patient neighbour neighbor resident
villager local tourist visitor guest host hostess caller voter supporter backer donor fan critic opponent rival ally
friend companion teammate team-mate classmate roommate flatmate acquaintance confidant insider source whistleblower
whistle-blower official figure representative delegate member negotiator mediator arbitrator juror operative
pal chum doc buddy crony boatman conservator showrunner stuntman stuntwoman stylist hairdresser barber crewmate cabbie trucker
rep advocate operator-general canvasser statesman politician democrat republican conservative liberal socialist nationalist
independent progressive mogul star celebrity comedian presenter broadcaster anchor anchorman anchorwoman moderator
runner-up winner champion loser medallist medalist record-holder title-holder steward warden ranger gardener forester
miner welder docker stevedore shipbuilder shipowner trawlerman lifeguard crewman crewmember bookkeeper notary bailiff
executor trustee beneficiary creditor shareholder stakeholder holder buyer seller supplier subcontractor brewer grower
breeder producer distributor importer exporter wholesaler retailer vendor virologist epidemiologist pathologist
immunologist pediatrician paediatrician cardiologist radiologist neurologist oncologist gp technologist
physiotherapist nutritionist dentist contestant question-setter tracker plumber roofer bricklayer decorator stargazer stockman
shepherd vintner winemaker beekeeper undertaker optician seamstress tailor cobbler locksmith jeweller jeweler florist
butler nanny maid housekeeper cleaner-up lorry-driver bus-driver taxi-driver postman postwoman milkman dustman
quizmaster quizzer puzzler presenter compere usher busker comic magician acrobat juggler gymnast fencer archer shooter
sailor yachtsman yachtswoman climber mountaineer hiker walker angler diver surfer
"""
_KIN = """
dad mum mom grandma grandpa granny nan stepdad stepmum
father mother son daughter brother sister husband wife spouse partner fiancé fiancée boyfriend girlfriend uncle aunt
nephew niece cousin grandfather grandmother grandson granddaughter stepfather stepmother stepson stepdaughter widow
widower ex-wife ex-husband parent sibling twin relative in-law father-in-law mother-in-law son-in-law daughter-in-law
brother-in-law sister-in-law
"""
_ANYBODY = """
couple duo trio quartet
mole whistleblower whistle-blower informant pundit constituent superstar hopeful freshman man woman boy girl person
individual somebody someone teenager youth child baby adult gentleman lady guy fellow
"""
_BODIES = """
company firm corporation business group conglomerate manufacturer maker producer operator carrier airline railway
retailer supermarket chain bank lender insurer brokerage fund startup start-up developer contractor supplier utility
consortium subsidiary partnership cooperative co-operative shipyard shipbuilder brewery distillery bakery factory
plant refinery foundation charity trust nonprofit non-profit ngo organisation organization association federation
confederation union guild league club team society institute institution academy university college school faculty
department ministry agency authority bureau office commission committee subcommittee council board panel tribunal
court jury inquiry cabinet government administration parliament senate house congress assembly legislature
municipality police force army navy military coastguard service services church diocese parish mosque synagogue
hospital clinic museum gallery theatre theater orchestra opera choir band party opposition coalition caucus campaign
movement lobby regulator watchdog ombudsman embassy consulate mission delegation secretariat treasury exchange
laboratory lab observatory network taskforce task-force unit squad brigade directorate port airport harbour-authority
kremlin pentagon white-house think-tank thinktank management leadership defence defense prosecution city town county
state province district borough village nation country kingdom republic region side outfit practice venture landlord
publisher label studio hotel prison jail station registry registrar commissariat chancellery presidency
library archive archives zoo aquarium hospice hostel restaurant pub inn mill mine quarry dairy farm ranch vineyard winery depot
stadium arena resort spa salon garage pharmacy cinema abbey monastery convent orphanage nursery shop store casino cruise-line
prosecutors-office family household clan tribe syndicate cartel militia junta regime crew staff centre center tracker bloc alliance pollster
"""
_OUTLETS = """
newspaper paper daily weekly tabloid broadsheet broadcaster magazine journal website site outlet agency-report
newsletter podcast programme program channel wire wire-service news-agency blog portal periodical gazette newscast
"""
_DOCUMENTS = """
report statement e-mail email memo memorandum letter filing complaint lawsuit indictment affidavit document dossier
record minutes transcript note notice study survey poll review audit paper analysis book memoir diary article story
editorial op-ed column post tweet message text release bulletin newsletter brief ruling judgment judgement verdict
decision order decree law act bill treaty contract agreement resolution petition submission application plaque sign
poster leaflet pamphlet brochure advertisement ad commercial video recording tape footage log ledger invoice receipt
schedule plan manifesto platform motion assessment estimate forecast summary draft page website account testimony
deposition warrant certificate questionnaire figures data statistics documents findings results cable cables
"""
_POPULATIONS = """
people residents villagers locals voters citizens taxpayers americans britons republicans democrats conservatives
liberals tories socialists police prosecutors doctors scientists farmers workers unions companies banks experts
economists women men children parents students teachers authorities organisers organizers observers markets investors
shareholders customers consumers fans readers users drivers
"""

SPEAKS_FOR_ANOTHER = listed(_SPEAKS_FOR_ANOTHER)
OFFICE = listed(_OFFICES)
SOURCES = listed(
    "source insider official mole whistleblower whistle-blower informant figure person man woman adviser aide member"
)
"""Nouns by which a source that stays without a name is taken up again."""
RANKS = listed(
    "commodore admiral general colonel major captain lieutenant sergeant corporal commander brigadier private constable doctor professor"
    " reverend sir dame mr mrs ms"
)
"""Ranks and degrees: they go with any office."""
ALSO_BODIES = listed(
    "owner co-owner partner contractor subcontractor developer broker publisher producer broadcaster supplier distributor importer exporter"
    " wholesaler retailer buyer seller holder shareholder creditor landlord client customer backer donor rival bidder dealer opponent"
    " claimant plaintiff defendant complainant investor trader builder brewer"
)
"""Nouns for somebody that a company may be as well as a person."""
KIN = listed(_KIN)
ANYBODY = listed(_ANYBODY)
OUTLET = listed(_OUTLETS)
DOCUMENT = listed(_DOCUMENTS)
POPULATION = listed(_POPULATIONS)
_CURATED_PERSON = OFFICE | SPEAKS_FOR_ANOTHER | listed(_WORK) | KIN | ANYBODY
_CURATED_BODY = listed(_BODIES)
CURATED = _CURATED_PERSON | _CURATED_BODY | OUTLET | DOCUMENT | POPULATION
"""What was chosen here; WordNet has no say in it."""


def _wordnet(sort: str) -> frozenset[str]:
    lines = resources.files(__package__).joinpath("wordnet_nouns.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(noun for name, noun in map(str.split, lines) if name == sort) - CURATED


PERSON = _CURATED_PERSON | _wordnet("person")
BODY = _CURATED_BODY | _wordnet("body")

PLURALS = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "spokespeople": "spokesperson",
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "wives": "wife",
    "staff": "staff",
    "police": "police",
    "fishermen": "fisherman",
    "businessmen": "businessman",
    "policemen": "policeman",
    "congressmen": "congressman",
    "firemen": "fireman",
    "thieves": "thief",
    "craftsmen": "craftsman",
    "servicemen": "serviceman",
    "salespeople": "salesperson",
    "businesspeople": "businessperson",
    "chiefs": "chief",
    "attorneys-general": "attorney-general",
    "in-laws": "in-law",
    "passers-by": "passer-by",
    "runners-up": "runner-up",
    "aldermen": "alderman",
    "gunmen": "gunman",
    "crewmen": "crewman",
}
"""Plural forms that no rule gives → the noun they are forms of."""


@lru_cache(maxsize=8192)
def singular(noun: str) -> str:
    """The singular of a lower-case noun; a singular is its own."""
    if noun in PLURALS:
        return PLURALS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def is_plural(noun: str) -> bool:
    """Whether a lower-case noun is spoken of as several."""
    return noun in PLURALS or singular(noun) != noun


@lru_cache(maxsize=8192)
def sorts_of(noun: str) -> frozenset[Sort]:
    """What a lower-case noun, singular or plural, can stand for; empty for most nouns."""
    one = singular(noun)
    if noun.endswith("-year-old"):
        return frozenset({Sort.PERSON})
    found = {sort for sort, nouns in _BY_SORT if one in nouns or noun in nouns}
    return frozenset(found)


_BY_SORT = (
    (Sort.PERSON, PERSON),
    (Sort.BODY, BODY),
    (Sort.OUTLET, OUTLET),
    (Sort.DOCUMENT, DOCUMENT),
    (Sort.POPULATION, POPULATION),
)
