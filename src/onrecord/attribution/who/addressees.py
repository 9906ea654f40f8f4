"""To whom something was said: "told the Courier", "urged the council to", "in a letter to the minister", "in an interview with"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.attribution.cues import SPEECH
from onrecord.attribution.who import nouns
from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.phrases import figure_of, noun_phrase_at
from onrecord.attribution.who.sittings import whose_members
from onrecord.attribution.who.words import AUXILIARIES, CONJUNCTIONS, DAYS, DETERMINERS, POSSESSIVES, PREPOSITIONS
from onrecord.vocabulary import Span, Statement

_TAKES_PERSON = re.compile(
    r"\b(?:tell|tells|told|telling|ask|asks|asked|asking|urge|urges|urged|urging|warn|warns|warned|warning|inform\w*|remind\w*"
    r"|assur\w+|advis\w+|order|orders|ordered|ordering|instruct\w*|beg|begs|begged|press|pressed|pressing|notif\w+|brief|briefed"
    r"|promis\w+|persuad\w+|implor\w+|direct|directed|invit\w+|encourag\w+|challeng\w+|thank\w*|caution\w*|counsel\w*"
    r"|command\w*|plead\w* with|call(?:s|ed|ing)? (?:up)?on|appeal\w* to|reassur\w+|convinc\w+|alert\w*|petition\w*|lobb(?:y|ied)"
    r"|interrupt\w*|quizz\w*|confid\w+ (?:in|to)|text(?:s|ed|ing)?|messag(?:e|es|ed|ing)|e-?mail(?:s|ed|ing)?|phon(?:es|ed|ing)"
    r"|rang|cabled|said to|says to|wrote to|writes to|put (?:it|that|this) to)\s*$",
    re.I,
)
_DEMANDS_OF = re.compile(
    r"(?:(?:has|have|had|also|again|repeatedly) )*(?:called (?:up)?on|asked|urged|begged|implored|ordered|told|warned|reminded|invited) ",
    re.I,
)
_TELLS = re.compile(r"\b(?:tells?|told|telling|inform(?:s|ed|ing)?|assur(?:es|ed|ing))$", re.I)
_TO = re.compile(
    r"\b(?:speaking|spoke|speaks|talking|talked|testimony|remarks?|statement|speech|address|letter|e-?mail|message|note|memo|memorandum"
    r"|submission|filing|text|report|presentation|comments?|appeal|put (?:it|that|this)|puts (?:it|that)|plea|reply|response|answer"
    r"|apology|notice|cable|dispatch|petition|complaint|toast|sermon|briefing|evidence|deposition|affidavit|telegram|whatsapp|post"
    r"|postcard|fax|circular|lecture|brief)"
    r"(?:\s+(?:\w+\s+){0,2}?)?\s*(?:to|before)\s+$",
    re.I,
)
_REACHED = re.compile(r"\b(?:reached|contacted)\b(?: \w+){0,5}? by (?:tele)?phone\b")
_UTTERS = SPEECH | listed(
    "wrote written presented suggested apologised apologized apologise apologize conceded swore spoke speaking talked"
)
_OF_A_THING = listed(
    "refer object according per version versions words account accounts claim claims statement statements denial"
)
_TIME_BETWEEN = DAYS | listed(
    "on at in last late early this yesterday today earlier later it that this so as much again also privately"
)
_INTERVIEW = re.compile(
    r"\b(?:interviews?|conversation|conversations|chat|discussion|phone call|appearance|call|q&a|sit-down|exchange|interviewed)"
    r"\s+(?:\w+ly\s+)?(?:with|on|for|to|by)\s+$"
    r"|\b(?:speaking|talking|spoke|talked)\s+(?:\w+ly\s+)?(?:with|to|on)\s+$|\b(?:appear\w+|said|told|interviewed)\s+on\s+$"
    r"|\b(?:question|questions)\s+(?:from|by|of)\s+$",
    re.I,
)
_GAVE_INTERVIEW = re.compile(
    r"\b(?:in|during|for|of|from)\s+(?:an?|the|this|that|another|his|her|their)\s+(?:\w+\s+){0,2}?interviews?\b", re.I
)
_WITH_OTHERS = re.compile(
    r"\s+(?:\w+ly\s+)?(?:with|by|to|for|on\s+(?!\w+day\b|the\s+(?:phone|telephone|record|sidelines)\b|\w+\s+\d))"
)
"""How an interview goes on that somebody else has held; on a day it may be the paper's own."""
_OURS = listed("this our your")
_OUR_PEOPLE = listed(
    "reporter correspondent columnist writer journalist newspaper magazine blog newsletter column podcast programme show"
    " masthead station website site broadcaster newsroom outlet paper desk"
)
_PEOPLE = re.compile(r"(?:[aeo]rs|ists|i?ans|(?<!m)ents|ants|ees|women|men|ives|ates|folk)$")
_THINGS = listed("letters orders papers matters numbers offers answers errors factors powers quarters corners dollars computers rates"
                 " archives motives objectives perspectives dates debates states estates events patents plants restaurants years fears"
             " tears ears cheers jeers"
                 " wars cars bars doors floors colours colors rumours rumors plans loans means trees fees")  # fmt: skip
_ASIDE = re.compile(r"\b(?:whose|which|who)\b")
_NOBODY = listed(
    "reporter journalist press medium media conference briefing rally meeting gathering audience interviewer interview hearing news"
    " session event dinner breakfast lunch forum summit event correspondent everybody everyone nobody anybody"
)
_OCCASIONS = listed(
    "meeting gathering rally assembly conference congress session hall crowd audience hearing dinner event room gym stadium arena church"
)
_PRESS_PEOPLE = listed("reporter journalist correspondent newsman cameraman press media")
_OPENS_CONTENT = listed("that whether if to not how why what when where who")
_US = frozenset({"us", "me"})
_REFLEXIVE = listed("himself herself itself themselves each")


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom the sentence of a statement says that it was said to. is_said: it says so, if only "reporters" or "a packed hall"."""

    figure: Figure | None
    is_said: bool


def addressee_of(
    casting: Casting, statement: Statement, speaker: Figure | None, teller: Figure | None = None
) -> Addressee:
    """To whom a statement was said, as far as its own sentence says.

    teller: who utters the statement that this one stands in; in a quotation "me" is that one.
    """
    if statement.cue is None:
        return Addressee(None, is_said=False)
    phrase = _object_of(casting, statement) or _after_to(casting, statement)
    if phrase is None and _tells_somebody(casting, statement):
        return Addressee(None, is_said=True)
    if phrase is None:
        was_asked = _gave_interview(casting, statement) or _was_reached(casting, statement)
        interviewer = casting.publisher if was_asked else None
        return Addressee(interviewer, is_said=interviewer is not None)
    figure = _us(casting, phrase, teller) if phrase.of(casting.page.text).lower() in _US else _party(casting, phrase)
    if figure is not None and (figure is speaker or figure.is_document):
        return Addressee(None, is_said=False)
    return Addressee(figure, is_said=True)


def _tells_somebody(casting: Casting, statement: Statement) -> bool:
    """Whether the verb takes an object, though one that no list here knows: "told a packed gym that"."""
    page, cue = casting.page, statement.cue
    assert cue is not None
    if not _TELLS.search(cue.of(page.text)):
        return False
    at = page.places(cue)[-1] + 1
    return (
        at < len(page.words)
        and page.words[at].is_word
        and not (_in_content(page.words[at].start, statement) or page.lower(at) in _OPENS_CONTENT | PREPOSITIONS | DAYS)
    )


def _gave_interview(casting: Casting, statement: Statement) -> bool:
    """Whether the sentence tells of an interview without saying with whom: with the outlet that prints it."""
    if not casting.speaks_of_interviews:
        return False
    first, last = _clause(casting, statement)
    page = casting.page
    words = " ".join(page.lower(at) for at in range(first, last) if not _in_content(page.words[at].start, statement))
    given = _GAVE_INTERVIEW.search(words)
    return given is not None and _WITH_OTHERS.match(words, given.end()) is None


def _was_reached(casting: Casting, statement: Statement) -> bool:
    """Whether the sentence says that its speaker was reached by telephone, as papers say of those whom they have rung themselves."""
    if not casting.speaks_of_telephones:
        return False
    first, last = _clause(casting, statement)
    page = casting.page
    words = (page.lower(at) for at in range(first, last) if not _in_content(page.words[at].start, statement))
    return _REACHED.search(" ".join(words)) is not None


def _object_of(casting: Casting, statement: Statement) -> Span | None:
    """Whom the verb of the cue takes: told | her, asked | the board, called on | Renfeldt."""
    page, cue = casting.page, statement.cue
    assert cue is not None
    if within := _within_cue(casting, cue):
        return within
    if not _TAKES_PERSON.search(cue.of(page.text)):
        return None
    places = page.places(cue)
    if not places or re.search(r"\b(?:was|were|been|being|is|are)\s+\w+(?<!ing)$", cue.of(page.text)):
        return None
    at = places[-1] + 1
    while page.lower(at).endswith("ly") or page.lower(at) in {"on", "upon", "also", "again"}:
        at += 1
    if page.lower(at) in _OPENS_CONTENT:
        return None
    return _noun_phrase(casting, at, statement) or _between(casting, at, statement)


def _within_cue(casting: Casting, cue: Span) -> Span | None:
    """The addressee that a reader has taken into the cue: "called on the minister", "asked the town"."""
    words = cue.of(casting.page.text)
    verb = _DEMANDS_OF.match(words)
    if verb is None or verb.end() >= len(words):
        return None
    phrase = noun_phrase_at(casting, casting.page.place(cue.start + verb.end()))
    return phrase if phrase is not None and phrase.end <= cue.end else None


def _between(casting: Casting, at: int, statement: Statement) -> Span | None:
    """A few words between the verb and what it says: "urged | cadets | not to delete"."""
    page = casting.page
    starts = [piece.start for piece in statement.content if at < len(page.words) and piece.start > page.words[at].start]
    if not starts:
        return None
    end = page.place(min(starts))
    words = [page.words[p] for p in range(at, end)]
    cut = next(
        (n for n, w in enumerate(words) if not w.is_word or w.lower in PREPOSITIONS or w.lower in DAYS), len(words)
    )
    words = words[:cut]
    if not 0 < len(words) <= 5 or any(w.lower in AUXILIARIES or w.lower in CONJUNCTIONS for w in words):
        return None
    if words[0].lower in DETERMINERS | POSSESSIVES or nouns.is_plural(words[-1].lower) or words[-1].is_capital:
        return Span(words[0].start, words[-1].end)
    return None


def _after_to(casting: Casting, statement: Statement) -> Span | None:
    """To whom by a preposition: "said to", "wrote in a letter to", "in an interview with", in the clause of the cue."""
    page, cue = casting.page, statement.cue
    assert cue is not None
    first, last = _clause(casting, statement)
    best: tuple[int, int] | None = None
    for at in range(first, last):
        start = page.words[at].start
        if page.lower(at) not in {"to", "with", "before", "on", "for", "by"} or (
            _in_content(start, statement) and not _is_denied_to(casting, at, statement)
        ):
            continue
        head = page.text[max(0, page.words[first].start) : page.words[at].end] + " "
        if at > page.place(cue.start) and _ASIDE.search(page.text[cue.end : page.words[at].start]):
            break
        pattern = _TO if page.lower(at) in {"to", "before"} else _INTERVIEW
        if (
            pattern.search(head)
            or (page.lower(at) == "to" and _INTERVIEW.search(head))
            or (page.lower(at) in {"to", "before"} and _is_uttered_to(casting, statement, at))
        ):
            if page.lower(at) == "on" and not _is_outlet_at(casting, at + 1):
                continue
            distance = abs(page.words[at].start - cue.start)
            if best is None or distance < best[0]:
                best = (distance, at + 1)
    if best is None:
        return None
    if _in_content(page.words[best[1]].start, statement):
        return noun_phrase_at(casting, best[1])
    return _noun_phrase(casting, best[1], statement) or _people_at(casting, best[1], statement)


def _is_denied_to(casting: Casting, at: int, statement: Statement) -> bool:
    """Whether a content begins with to whom it is said: "denied | to the committee having met him"."""
    cue, page = statement.cue, casting.page
    if cue is None or page.words[at].lower != "to" or not _leads_content(page.words[at].start, statement):
        return False
    uttered = cue.of(page.text).split()[-1].lower()
    return uttered in _UTTERS and page.lower(at + 1) in DETERMINERS | POSSESSIVES


def _people_at(casting: Casting, at: int, statement: Statement) -> Span | None:
    """A bare plural for people that no list here knows: "wrote to subscribers on Friday"."""
    page = casting.page
    if at >= len(page.words) or _in_content(page.words[at].start, statement):
        return None
    is_end = not page.words[at + 1].is_word if at + 1 < len(page.words) else True
    follows = page.lower(at + 1)
    if not (is_end or follows in PREPOSITIONS | DAYS | _OPENS_CONTENT):
        return None
    return page.words[at].span if _PEOPLE.search(page.lower(at)) and page.lower(at) not in _THINGS else None


def _is_uttered_to(casting: Casting, statement: Statement, at: int) -> bool:
    """Whether a "to" leans on the cue, with nothing but time and manner between: "admitted on Monday to investigators"."""
    page, cue = casting.page, statement.cue
    assert cue is not None
    uttered = page.places(cue)
    if not uttered or not page.words[uttered[-1]].start < page.words[at].start:
        return False
    verb = page.lower(uttered[-1])
    if verb not in _UTTERS or verb in _OF_A_THING or verb.startswith(("refer", "object")):
        return False
    between = [page.lower(place) for place in range(uttered[-1] + 1, at)]
    return len(between) < 5 and all(w in _TIME_BETWEEN or w.endswith("ly") or w.isdigit() for w in between)


def _is_outlet_at(casting: Casting, at: int) -> bool:
    """Whether a programme or an outlet is named at a place: "said on Radio Marl", not "said on its website"."""
    phrase = noun_phrase_at(casting, at)
    figure = figure_of(casting, phrase) if phrase else None
    return figure is not None and figure.kind == NameKind.OUTLET and figure.is_named


def _in_content(offset: int, statement: Statement) -> bool:
    return any(piece.start <= offset < piece.end for piece in statement.content)


def _clause(casting: Casting, statement: Statement) -> tuple[int, int]:
    """The places of the sentence that the cue stands in."""
    page, cue = casting.page, statement.cue
    assert cue is not None
    at = page.place(cue.start)
    sentence = page.words[min(at, len(page.words) - 1)].sentence
    first = last = at
    while first > 0 and page.words[first - 1].sentence == sentence:
        first -= 1
    while last < len(page.words) and page.words[last].sentence == sentence:
        last += 1
    return first, last


def _noun_phrase(casting: Casting, at: int, statement: Statement) -> Span | None:
    """The noun phrase that begins at a place; None where none does, or where the content does."""
    page = casting.page
    if at >= len(page.words) or page.words[at].lower in _REFLEXIVE:
        return None
    start = page.words[at].start
    if _in_content(start, statement) and not _leads_content(start, statement):
        return None
    return page.words[at].span if page.lower(at) in _US else noun_phrase_at(casting, at)


def _leads_content(offset: int, statement: Statement) -> bool:
    """Whether a place is where the content begins: a reader that took the addressee into it."""
    return any(piece.start == offset for piece in statement.content)


def _us(casting: Casting, phrase: Span, teller: Figure | None) -> Figure | None:
    """Who "me" and "us" are: whoever is quoted with it, else the paper itself."""
    is_quoted = casting.page.words[casting.page.place(phrase.start)].quoted
    return teller if is_quoted else casting.publisher


def _party(casting: Casting, phrase: Span) -> Figure | None:
    """The figure of an addressee, None for the press at large and for occasions."""
    page = casting.page
    places = page.places(phrase)
    if (body := whose_members(casting, phrase)) is not None:
        return body
    if page.lower(places[0]) in _OURS and nouns.singular(page.lower(places[-1])) in _OUR_PEOPLE:
        return casting.publisher
    after = page.lower(places[-1] + 1)
    if nouns.singular(after) in _PRESS_PEOPLE and page.words[places[-1] + 1].start - page.words[places[-1]].end == 1:
        return None
    if after in _OCCASIONS and page.words[places[-1] + 1].start - page.words[places[-1]].end == 1:
        return _whose_occasion(casting, places[-1] + 1)
    described = next((d for d in casting.descriptions if d.first in places and d.head in places), None)
    named = any(name.last in places for name in casting.names)
    if described is not None and described.noun in _PRESS_PEOPLE:
        return None  # "White House reporters", "journalists at the gate"
    occasion = next((d for d in casting.descriptions if d.head == places[-1] and d.head > places[0]), None)
    if (
        page.lower(places[0]) in DETERMINERS
        and any(page.lower(at) in _OCCASIONS for at in places)
        and occasion is not None
    ):
        return casting.cast.at.get(occasion.head)
    if page.lower(places[-1]) in _OCCASIONS:
        return _whose_occasion(casting, places[-1])
    if described is not None and not named and (described.noun in _NOBODY or page.lower(described.head) in _NOBODY):
        return None
    if described is None and not named and any(nouns.singular(page.lower(at)) in _NOBODY for at in places):
        return None
    return figure_of(casting, phrase)


def _whose_occasion(casting: Casting, at: int) -> Figure | None:
    """The body that holds an occasion: "a meeting of the union branch"."""
    phrase = noun_phrase_at(casting, at + 2) if casting.page.lower(at + 1) == "of" else None
    return figure_of(casting, phrase) if phrase else None
