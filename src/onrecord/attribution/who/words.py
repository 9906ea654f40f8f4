"""Small closed classes of words: what ends a noun phrase, what is never part of a name, numbers, demonyms, places."""

from __future__ import annotations

from onrecord.attribution.cues import SPEECH
from onrecord.attribution.who.lexicon import listed

DETERMINERS = listed("the a an this that these those another each every either neither any some no both all such")
POSSESSIVES = listed("his her its their our my your whose")
QUANTITIES = listed("several many few most more numerous multiple various dozens scores hundreds other")
PRONOUNS = listed(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself"
    " it its itself they them their theirs themselves who whom whose which that this these those one ones somebody someone"
    " anybody anyone everybody everyone nobody none what whoever"
)
PREPOSITIONS = listed(
    "of for to at in on by with from about against between among amid after before during since until till under over above below"
    " through throughout across into onto upon within without toward towards near around behind beyond beside besides despite except"
    " inside outside off up down out than as via per plus like unlike alongside following including regarding concerning"
)
AUXILIARIES = listed(
    "is are was were be been being am has have had having do does did doing will would shall should can could may might must"
    " cannot won't wouldn't can't couldn't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't"
)
CONJUNCTIONS = listed(
    "and or but nor yet so if because although though while when where whether once unless whereas how why then not n't also too very"
    " just only even still never ever always often again already soon later earlier now here there however meanwhile instead rather"
    " perhaps maybe indeed moreover furthermore thus hence otherwise nonetheless nevertheless anyway ago twice thrice"
    " yesterday today tomorrow tonight last next early late"
)
STOPS = (DETERMINERS | POSSESSIVES | PRONOUNS | PREPOSITIONS | AUXILIARIES | CONJUNCTIONS) - {"late"}
"""Words that no noun phrase runs over, read from its head to the left."""

_VERBS = """
make makes made making take takes took taken taking go goes went gone going come comes came coming get gets got
getting give gives gave given giving find finds found keep keeps kept leave leaves left meet meets met see sees saw
seen show shows showed shown run runs ran lead leads led hold holds held bring brings brought begin begins began
become becomes became call calls called want wants wanted know knows knew known let lets put puts set sets win wins
won lose loses lost send sends sent sit sits sat stand stands stood pay pays paid buy buys bought sell sells sold
build builds built fall falls fell rise rises rose grow grows grew hear hears heard feel feels felt think thinks
thought seem seems seemed look looks looked work works worked use uses used try tries tried visit visits visited join
joins joined elect elects elected appoint appoints appointed named hired hires fire fires fired sue sues sued arrest
arrests arrested urges urged declined declines refuses refused awaits awaited
"""
VERBS = listed(_VERBS) | (
    SPEECH - listed("counsel report statement claim claims account version words testimony note post")
)
"""Common verbs in their finite forms: what stands before a head noun and is one of these is no part of its phrase."""

BOTH_NOUN_AND_VERB = listed(
    "state press fire work call show lead charge report order run set look use claim comment question answer note post pledge play fall"
    " counsel record text offer demand dispute appeal protest cut rule study plan project campaign issue"
)
"""Verbs that may as well be nouns before a noun: "state employees", "press officer"."""

DAYS = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun christmas easter"
    " ramadan thanksgiving halloween"
)
NEVER_NAMES = (
    STOPS
    | DAYS
    | listed(
        "i ok okay yes no well oh ah hello dear please thanks sorry asked according speaking despite citing quoting added told said"
        " both some most many several few one two three four five six seven eight nine ten eleven twelve first second third another other"
        " new old much everything something nothing everyone let's it's that's there's he's she's we're they're i'm don't"
    )
)
"""Lower-case words that a capital at the start of a sentence does not make a name of."""

_COUNTED = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""
NUMBERS = {
    **{word: value for value, word in enumerate(_COUNTED.split(), 1)},
    "a": 1,
    "an": 1,
    "another": 1,
    "both": 2,
    "dozen": 12,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}

DEMONYMS = listed(
    "russian american british english scottish welsh irish french german spanish italian portuguese dutch belgian danish swedish norwegian"
    " finnish icelandic polish czech slovak hungarian austrian swiss greek turkish ukrainian belarusian romanian bulgarian serbian croatian"
    " slovenian bosnian albanian macedonian estonian latvian lithuanian georgian armenian israeli palestinian egyptian syrian iraqi iranian"
    " saudi lebanese jordanian kuwaiti qatari emirati yemeni afghan pakistani indian bangladeshi nepalese chinese japanese korean taiwanese"
    " vietnamese thai filipino indonesian malaysian australian canadian mexican brazilian argentine argentinian chilean peruvian colombian"
    " venezuelan cuban haitian african nigerian kenyan ethiopian somali sudanese moroccan algerian tunisian libyan european asian latin"
    " western eastern northern southern soviet muslim christian catholic protestant jewish islamic orthodox hispanic latino republican"
    " democratic conservative labour liberal"
)
PLACES = listed(
    "russia america britain england scotland wales ireland france germany spain italy portugal netherlands holland belgium denmark sweden"
    " norway finland iceland poland czechia slovakia hungary austria switzerland greece turkey ukraine belarus romania bulgaria serbia"
    " croatia slovenia bosnia albania estonia latvia lithuania georgia armenia israel palestine egypt syria iraq iran lebanon jordan kuwait"
    " qatar yemen afghanistan pakistan india bangladesh nepal china japan korea taiwan vietnam thailand philippines indonesia malaysia"
    " australia canada mexico brazil argentina chile peru colombia venezuela cuba haiti africa nigeria kenya ethiopia somalia sudan morocco"
    " algeria tunisia libya europe asia london paris berlin moscow washington brussels beijing tokyo rome madrid vienna geneva oslo"
    " stockholm copenhagen helsinki dublin edinburgh cardiff belfast manchester birmingham liverpool chicago boston philadelphia houston"
    " dallas atlanta miami detroit seattle denver phoenix cleveland pittsburgh baltimore milwaukee alabama alaska arizona arkansas"
    " california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland"
    " massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah"
    " vermont virginia wisconsin wyoming crimea kiev kyiv jerusalem cairo baghdad tehran kabul delhi mumbai hong kong singapore sydney"
    " melbourne toronto ottawa montreal"
    " calif conn mich minn okla ariz ark colo fla tenn wash wis wyo neb nev n.h n.j n.m n.y n.c n.d s.c s.d r.i w.va d.c"
    " york jersey hampshire zealand angeles francisco vegas orleans carolina dakota mexico lanka rica u.s us usa uk u.k eu un u.n nato"
) - {"us"}
"""A few hundred places that news names most; names that are also given names stay out."""
