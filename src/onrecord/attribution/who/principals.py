"""For whom somebody speaks: the principal of spokespeople, lawyers, agents and aides, unless they speak of themselves."""

from __future__ import annotations

import re

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.nouns import SPEAKS_FOR_ANOTHER
from onrecord.attribution.who.page import Page
from onrecord.attribution.who.phrases import figure_of, noun_phrase_at
from onrecord.attribution.who.roles import MOUTHPIECES, Role, is_mouthpiece_role
from onrecord.attribution.who.sittings import HEARING
from onrecord.vocabulary import Span, Statement

_REPRESENTS = listed("representative rep proxy mouthpiece")
_OF_A_PERSON = listed("assistant adjutant aide staff staffer surrogate publicist strategist manager handler fixer")
_OF_A_SECRETARY = listed("private personal social principal own")
_COUNSEL = listed("lawyer attorney solicitor barrister counsel advocate")
_HEARINGS = listed("inquiry inquest committee subcommittee commission panel tribunal hearing investigation")
_PROSECUTES = listed("independent special district prosecuting county state u.s us commonwealth crown federal")
_ADVOCATES = listed("senior lead defence defense legal leading own chief former")
_ADVISES = listed("adviser advisor")
_POLITICAL = listed("opposition party labour conservatives tories greens democrats republicans liberals")
_CONSTITUENCIES = listed("district county state constituency city town borough ward region voters residents people")
_FORMER = listed("former ex one-time onetime sometime erstwhile")
_FIRST_PERSON = re.compile(r"\b(?:I|I[’']\w+|me|my|myself)\b")
_HIMSELF = re.compile(r"\b(?:he|she) (?:himself|herself)\b", re.I)
_INNER = re.compile(
    r"\b(?:recollection|recall\w*|remember\w*|certain|sure|aware|unaware|knowledge|knew|regret\w*|believ\w+|think\w*|thought|intend\w*"
    r"|den(?:y|ies|ied)|(?:was|were|been) (?:never |not |ever )?(?:told|shown|informed|asked)"
    r"|memory|mind|feel\w*|felt|want\w*|hop\w+|confident|stands? by|stood by|sorry|apolog\w+|misspoke|understood|understanding)\b",
    re.I,
)
_GERUND = re.compile(r"^\W*(?:ever |having )?\w+ing\b", re.I)
_SPEAKS_FOR = re.compile(
    r"(?:,?\s+(?:who\s+(?:also\s+)?)?(?:speaks|spoke|is speaking|was speaking|acts|acted|is acting|answers|appears|appeared)"
    r"|,?\s+(?:speaking|acting|answering|appearing))\s+(?:only\s+)?(?:for|on behalf of|in the name of)\s+$"
    r"|,?\s+(?:who\s+(?:also\s+)?)?(?:represents|represented|is representing|was representing)\s+$"
    r"|,?\s+representing\s+$|,\s+for\s+$",
    re.I,
)
_DEFENDS = re.compile(r",?\s+(?:who\s+)?(?:is defending|was defending|defends|defended)\s+$", re.I)
_ON_HER_BEHALF = re.compile(r"\bon (his|her|their|its) behalf\b", re.I)
_WITHIN = 40
"""Characters after a cue in which it is said through whom."""


def principal_of(casting: Casting, statement: Statement, speaker: Figure) -> Figure | None:
    """For whom a statement is made, None where its speaker speaks for himself."""
    principal = (
        _said_on_behalf(casting, statement) or _sends_out(casting, statement) or principal_by_role(casting, speaker)
    )
    if principal is None or principal is speaker:
        return None
    text = casting.page.text
    content = " ".join(piece.of(text) for piece in statement.content)
    if _HIMSELF.search(content):
        return None
    if not is_mouthpiece(speaker):
        cue = statement.cue.of(text).lower() if statement.cue else ""
        if (
            (_is_agent(speaker) and _is_of_himself(casting, statement, speaker, content, cue))
            or "testif" in cue
            or (_GERUND.match(content) and "den" in cue)
        ):
            return None
    return _whose_mind(casting, statement, speaker, principal) or principal


_PREDICATE = 18
"""Words after its subject in which a clause tells of somebody's mind, over a first verb and its object."""
_THROUGH = re.compile(r"\b(?:through|via)\s+(?=(?:his|her|its|their|an?|the)\b)", re.I)


def voice_of(casting: Casting, statement: Statement) -> Figure | None:
    """The spokesperson or lawyer through whom the source says it: "Halvorsen said through his attorney that"."""
    page, cue = casting.page, statement.cue
    if cue is None or statement.source is None:
        return None
    match = _THROUGH.search(page.text, cue.start, min(len(page.text), cue.end + _WITHIN))
    if match is None or page.text[cue.end : match.start()].strip(" ,"):
        match = _opening_through(page, statement.source)
    if match is None:
        return None
    phrase = noun_phrase_at(casting, page.place(match.end()))
    voice = figure_of(casting, phrase) if phrase else None
    if voice is None or not any(is_mouthpiece_role(r) or r.noun in SPEAKS_FOR_ANOTHER | _COUNSEL for r in voice.roles):
        return None
    return voice


def _opening_through(page: Page, source: Span) -> re.Match[str] | None:
    """Through whom, where a sentence opens with it: "Through her lawyer, Ann Lee, the miller said"."""
    first = page.place(source.start)
    while first > 0 and page.words[first - 1].sentence == page.words[first].sentence:
        first -= 1
    start = page.words[first].start
    return _THROUGH.match(page.text, start, source.start) if page.text[start : source.start].endswith(", ") else None


def _is_agent(speaker: Figure) -> bool:
    """Whether somebody acts for another without being their lawyer: agents have doings of their own to speak of."""
    return any(role.noun in {"agent", "publicist", "manager", "representative", "assistant"} for role in speaker.roles)


def _is_of_himself(casting: Casting, statement: Statement, speaker: Figure, content: str, cue: str) -> bool:
    """Whether an agent speaks of his own doings: in the first person, or denying what "he" is said to have done."""
    if _FIRST_PERSON.search(content):
        return True
    if not re.search(r"\b(?:den\w+|dismiss\w*|reject\w*)\b", cue) or max(speaker.genders.values(), default=0) < 1:
        return False
    places = [at for piece in statement.content for at in casting.page.places(piece)]
    return any(at in casting.pronoun_at and casting.cast.at.get(at) is speaker for at in places)


def is_mouthpiece(figure: Figure) -> bool:
    """Whether somebody is a spokesperson, who says nothing as a private person."""
    return any(is_mouthpiece_role(role) for role in figure.roles) or not figure.roles


def principal_by_role(casting: Casting, speaker: Figure) -> Figure | None:
    """Whom a figure's roles make it speak for, the first that the text says."""
    if (principal := _answers_for(casting, speaker)) is not None:
        return principal
    is_named = any(is_mouthpiece_role(r) and _owner(casting, r) is not None for r in speaker.roles)
    for role in speaker.roles:
        if _FORMER.intersection((*role.modifiers, role.text.lower().split()[0])):
            continue
        owner = _owner(casting, role)
        if owner is None:
            if is_mouthpiece_role(role) and not is_named and not _POLITICAL.intersection(role.text.lower().split()):
                return _spoken_of_before(casting, speaker) if _is_nothing_else(speaker) else None
            continue
        if role.noun == "agent" and _POLITICAL.intersection(role.text.lower().split()):
            continue  # a party's agent at the polls speaks of what was seen
        if role.noun in _COUNSEL and _PROSECUTES & {*role.modifiers[-1:], _word_before(role)}:
            continue  # a district attorney speaks for herself, an independent counsel inquires into what is named with the office
        if role.noun == "advocate" and set(role.modifiers) - _ADVOCATES:
            continue  # "the council's most zealous advocate for the trams" is nobody's lawyer
        if owner is speaker or _is_portfolio(casting, role, owner) or _is_of_a_hearing(casting, role, owner):
            continue
        owner = _behind_campaign(casting, owner)
        if is_mouthpiece_role(role) or (role.noun in SPEAKS_FOR_ANOTHER | _COUNSEL and owner.kind != NameKind.PLACE):
            return owner
        if role.noun in _REPRESENTS and _is_for(role):
            return owner
        if _is_of_a_person(role) and owner.kind == NameKind.PERSON and not owner.plural:
            return owner
    return _said_to_speak_for(casting, speaker)


def _is_nothing_else(speaker: Figure) -> bool:
    """Whether most of somebody's offices are to speak for another: a chairman whom "a spokesman" was taken for once is none."""
    return 2 * sum(is_mouthpiece_role(role) for role in speaker.roles) >= len(speaker.roles)


def _word_before(role: Role) -> str:
    """The word before the noun of a role, in the words that say it."""
    words = role.text.lower().split()
    return words[words.index(role.noun) - 1] if role.noun in words[1:] else ""


def _owner(casting: Casting, role: Role) -> Figure | None:
    return casting.figure_at(role.owner) if role.owner is not None else None


def _is_for(role: Role) -> bool:
    """Whether it is said for whom somebody is one: "a representative for", not "the representative of a district"."""
    return re.search(rf"\b{role.noun}s? for\b", role.text.lower()) is not None


def _is_of_a_person(role: Role) -> bool:
    """Whether a role is that of somebody who serves one person: an aide, a private secretary, a chief of staff."""
    said = {*role.modifiers, *role.text.lower().split()}
    if role.noun in _OF_A_PERSON | _REPRESENTS:
        return True
    if role.noun in _ADVISES:
        return "special" in said
    if role.noun == "secretary":
        return not set(role.modifiers) - _OF_A_SECRETARY and not said & {"state", "party"}
    return role.noun == "chief" and "staff" in said


def _is_of_a_hearing(casting: Casting, role: Role, owner: Figure) -> bool:
    """Whether counsel belong to an inquiry, which has no word of its own to say; a council may hold one."""
    if role.noun != "counsel":
        return False
    heads = {d.noun for d in owner.descriptions} | {n.words[-1].lower() for n in owner.names}
    return bool(heads & _HEARINGS) or ("council" in heads and HEARING.search(casting.page.text) is not None)


def _behind_campaign(casting: Casting, owner: Figure) -> Figure:
    """The candidate, where somebody speaks for a campaign that is said to be one person's."""
    for description in owner.descriptions:
        if description.noun == "campaign" and not owner.names:
            candidate = casting.owner_of(description)
            return candidate if candidate is not None and candidate.kind == NameKind.PERSON else owner
    return owner


def _spoken_of_before(casting: Casting, speaker: Figure) -> Figure | None:
    """Whom the text was just speaking of where "a spokesman" comes up without saying whose: a body, or somebody in office."""
    places = [d.head for d in speaker.descriptions] + [n.first for n in speaker.names]
    if not places:
        return None
    first, page = min(places), casting.page
    if first >= len(page.words):
        return None
    here = page.words[first]
    subjects = {casting.subjects.get(here.sentence - back) for back in (1, 2)}
    for place in range(first - 1, max(-1, first - 60), -1):
        word, figure = page.words[place], casting.cast.at.get(place)
        if here.paragraph - word.paragraph > 1:
            return None
        if figure is None or figure is speaker or word.quoted:
            continue
        is_body = (figure.kind == NameKind.ORGANIZATION and not _is_somebodys(casting, figure)) or (
            figure.kind == NameKind.OUTLET and place in subjects and not figure.is_publisher
        )
        if is_body or (place in subjects and _has_spokespeople(figure)):
            return figure
    return None


def _is_somebodys(casting: Casting, figure: Figure) -> bool:
    """Whether a body is only known as a person's: "his house"."""
    owned = [
        d.owner in casting.pronoun_at and casting.pronoun_at[d.owner].gender for d in figure.descriptions if d.owner
    ]
    return not figure.names and any(owned)


def _has_spokespeople(figure: Figure) -> bool:
    """Whether somebody whom a sentence is about may be spoken for: in office, a group, or a name of which nothing is known."""
    if any(is_mouthpiece_role(role) or role.noun in SPEAKS_FOR_ANOTHER for role in figure.roles):
        return False
    if figure.names and figure.kind == NameKind.PERSON:
        return bool(figure.roles) or not (figure.gender or max(figure.kinds.values(), default=0) >= 0.5)
    return figure.plural and not figure.is_document and bool(figure.descriptions) and figure.count is None


def _is_portfolio(casting: Casting, role: Role, owner: Figure) -> bool:
    """Whether somebody is a party's spokesman on a subject: a politician who speaks for himself."""
    if role.noun not in MOUTHPIECES or role.owner is None:
        return False
    words = {casting.page.lower(role.owner)} | {w.lower() for name in owner.names for w in name.words}
    if "opposition" in words:
        return True
    return bool(words & _POLITICAL) and bool(set(role.modifiers) - words - {"senior", "chief", "official"})


_ANSWERS_FOR = re.compile(r",?\s+who\s+(?:speaks|spoke|answers|answered)\s+for\s+$", re.I)


def _answers_for(casting: Casting, speaker: Figure) -> Figure | None:
    """Whom a clause on somebody's office says that he answers for: "the army spokesman who answers for the general"."""
    page = casting.page
    if not casting.has_clauses_of_speaking:
        return None
    for description in speaker.descriptions + [
        d for n, d in enumerate(casting.descriptions) if _is_apposed(casting, n, speaker)
    ]:
        for at in range(description.last + 1, min(description.last + 6, len(page.words))):
            if _ANSWERS_FOR.match(page.text[page.words[description.last].end : page.words[at].start]):
                return _principal_at(casting, at)
    return None


def _is_apposed(casting: Casting, number: int, speaker: Figure) -> bool:
    """Whether a description, by its number, stands beside a name of somebody."""
    named = casting.apposed.get(number)
    return named is not None and casting.owners[named] == (speaker,)


def _sends_out(casting: Casting, statement: Statement) -> Figure | None:
    """Who has a spokesperson say it: "Lee declined through a spokeswoman, Bo Tan, to say", where the reader took Tan for the source."""
    page, source = casting.page, statement.source
    if source is None or not any(
        sent.end() >= source.start for sent in _THROUGH.finditer(page.text, max(0, source.start - 10), source.end)
    ):
        return None
    sentence = page.words[page.place(source.start)].sentence
    subject = casting.subjects.get(sentence)
    return casting.cast.at.get(subject) if subject is not None and page.words[subject].start < source.start else None


def _said_to_speak_for(casting: Casting, speaker: Figure) -> Figure | None:
    """Whom a clause beside the name says that somebody speaks for: "Ann Lee, who speaks for the quarry"."""
    page = casting.page
    if not casting.has_clauses_of_speaking:
        return None
    is_counsel = any(role.noun in _COUNSEL for role in speaker.roles) or not speaker.roles
    for last in sorted({name.last for name in speaker.names} | {d.last for d in speaker.descriptions}):
        for at in range(last + 1, min(last + 8, len(page.words))):
            between = page.text[page.words[last].end : page.words[at].start]
            if _SPEAKS_FOR.match(between) or (is_counsel and _DEFENDS.match(between)):
                principal = _principal_at(casting, at)
                if principal is not None and principal is not speaker:
                    return principal
    return None


def _said_on_behalf(casting: Casting, statement: Statement) -> Figure | None:
    """For whom the sentence of a statement says, outside what is said, that it is: "speaking for the drivers, Ann Lee said"."""
    page, anchor = casting.page, statement.cue or statement.source
    if anchor is None or not casting.has_clauses_of_speaking:
        return None
    sentence = page.words[min(page.place(anchor.start), len(page.words) - 1)].sentence
    for start, at in casting.said_on_behalf:
        if page.words[at].sentence != sentence:
            continue
        if not any(piece.start <= start < piece.end for piece in statement.content):
            return _principal_at(casting, at)
    return _whose_behalf(casting, sentence, statement)


def _whose_behalf(casting: Casting, sentence: int, statement: Statement) -> Figure | None:
    """Whom "on her behalf" means."""
    page = casting.page
    for match in _ON_HER_BEHALF.finditer(page.text):
        at = page.place(match.start(1))
        if page.words[at].sentence == sentence and not any(p.start <= match.start() < p.end for p in statement.content):
            return casting.cast.at.get(at)
    return None


def _principal_at(casting: Casting, at: int) -> Figure | None:
    """Whom the noun phrase at a place means, if one can speak for them."""
    phrase = noun_phrase_at(casting, at)
    principal = figure_of(casting, phrase) if phrase else None
    if principal is None or phrase is None or not _can_be_spoken_for(casting, principal, phrase):
        return None
    return principal


def _can_be_spoken_for(casting: Casting, figure: Figure, phrase: Span) -> bool:
    """Whether a clause like "who represents the bank" makes one a principal; a party or a constituency is none."""
    words = {casting.page.lower(at) for at in casting.page.places(phrase)}
    if words & (_POLITICAL | _CONSTITUENCIES):
        return False
    return figure.kind in {NameKind.PERSON, NameKind.ORGANIZATION, NameKind.OUTLET} or bool(figure.members)


def _whose_mind(casting: Casting, statement: Statement, speaker: Figure, principal: Figure) -> Figure | None:
    """A person whose inner state a body's spokesperson reports: it is that person's word."""
    if principal.kind == NameKind.PERSON:
        return None
    page = casting.page
    for piece in statement.content:
        places = page.places(piece)
        subject = next((at for at in places if at in casting.cast.at), None)
        if places and _ends_before(casting, places[0]):
            subject = _ends_before(casting, places[0])  # Garneau "does not have a recollection of this one"
        if subject is None:
            continue
        figure = casting.cast.at[subject]
        predicate = " ".join(w.lower for w in page.words[subject + 1 : subject + _PREDICATE])
        if figure is not speaker and figure.is_person and figure.is_named and _INNER.search(predicate):
            return figure
    return None


def _ends_before(casting: Casting, first: int) -> int | None:
    """The place of a mention that ends directly before a quotation which begins at a place with its verb."""
    page = casting.page
    before = first - 1
    while before > 0 and not page.words[before].is_word and page.lower(before) not in {",", "."}:
        before -= 1
    is_same = before >= 0 and page.words[before].paragraph == page.words[first].paragraph
    return before if is_same and before in casting.cast.at else None
