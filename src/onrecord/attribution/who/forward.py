"""Who is described before being named: "A resin maker denied it. Kestermann Resins said ...", "His adjutant" and later her name,
"She said no" and later whose name it is."""

from __future__ import annotations

from onrecord.attribution.who import nouns
from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import COMPANIES, Casting
from onrecord.attribution.who.descriptions import Description
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.roles import is_mouthpiece_role, may_be_one

_LEDE = 1
"""The paragraph, or the second after a headline, in which a report says what kind of person or body it is about."""
_SOON = 2
"""How many paragraphs later the name follows."""


def name_the_described(casting: Casting) -> None:
    """Give the mentions of a figure without a name to the one that the text names later, where role or place in the report says so."""
    for figure in [f for f in casting.cast.figures if _is_open(f)]:
        named = (
            _by_report(casting, figure)
            if figure.kind == NameKind.OUTLET
            else _by_name(casting, figure)
            or _by_role(casting, figure)
            or _after_lede(casting, figure)
            or _by_trade(casting, figure)
            or _next_named(casting, figure)
        )
        if named is not None:
            _merge(casting, figure, named)
    _name_who_opens(casting)


def _name_who_opens(casting: Casting) -> None:
    """Give a "she" with which a report opens to the one woman that it names soon after: "She said she had never met him"."""
    words = casting.page.words
    for pronoun in casting.pronouns:
        at = words[pronoun.place]
        if pronoun.gender is None or pronoun.place in casting.cast.at or at.paragraph > _LEDE or at.quoted:
            continue
        named = {
            figure.number: figure
            for name in casting.names
            if (figure := casting.cast.at.get(name.last)) is not None
            and name.last > pronoun.place
            and words[name.last].paragraph - at.paragraph <= _SOON
            and figure.is_person
            and figure.known_gender == pronoun.gender
        }
        if len(named) == 1:
            casting.cast.at[pronoun.place] = next(iter(named.values()))


def _is_open(figure: Figure) -> bool:
    """Whether a figure is one person or body known only by descriptions that stand for somebody in particular."""
    if figure.names or figure.plural or figure.is_document or figure.is_publisher or not figure.descriptions:
        return False
    heads = {d.noun for d in figure.descriptions}
    is_whom = figure.kind in {NameKind.PERSON, NameKind.ORGANIZATION, NameKind.OUTLET}
    return is_whom and not heads & (nouns.SOURCES | nouns.ANYBODY)


def _by_name(casting: Casting, figure: Figure) -> Figure | None:
    """The one body that has the noun in its name: "the bank" and "Bankhaus Orlenhoff"."""
    if figure.kind != NameKind.ORGANIZATION or not all(d.is_definite and d.owner is None for d in figure.descriptions):
        return None
    said = {d.noun for d in figure.descriptions if not d.modifiers}
    fitting = [
        f
        for f in casting.cast.figures
        if f.names and f.kind == NameKind.ORGANIZATION and any(_begins_with(w, said) for n in f.names for w in n.words)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _begins_with(word: str, said: set[str]) -> bool:
    return any(word.lower().startswith(noun) and len(noun) > 3 for noun in said)


def _by_role(casting: Casting, figure: Figure) -> Figure | None:
    """The one named person of whom the text says the very role, and of no other owner."""
    if figure.kind != NameKind.PERSON or not all(d.is_definite for d in figure.descriptions):
        return None
    fitting = [
        f
        for f in casting.cast.figures
        if f.is_named and f.is_person and f is not figure and _has_role_of(casting, f, figure)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _has_role_of(casting: Casting, named: Figure, figure: Figure) -> bool:
    if named.known_gender and figure.known_gender and named.known_gender != figure.known_gender:
        return False
    for mine in figure.descriptions:
        if mine.noun in nouns.KIN and mine.owner is None:
            return False
        for role in named.roles:
            if may_be_one(role, mine.noun, mine.modifiers) < 1:
                continue
            one = casting.figure_at(role.owner) if role.owner is not None else None
            other = casting.owner_of(mine)
            if named in (one, other):
                continue
            if one is None or other is None or one is other or not one.is_named or not other.is_named:
                return True
    return False


def _after_lede(casting: Casting, figure: Figure) -> Figure | None:
    """The first person or body that is named and speaks or acts after a report has opened with what kind of one it is about."""
    words = casting.page.words
    first = min(d.head for d in figure.descriptions)
    if words[first].paragraph > _LEDE or words[first].quoted or not _leads(casting, first):
        return None
    opening = figure.descriptions[0]
    if figure.kind == NameKind.ORGANIZATION and opening.is_definite and not _is_some_company(opening):
        return None
    mentions = sorted(
        (name.last, number)
        for number, name in enumerate(casting.names)
        if name.last > first
        and words[name.last].paragraph - words[first].paragraph <= _SOON
        and not words[name.last].quoted
    )
    for place, _ in mentions:
        named = casting.cast.at.get(place)
        if named is None or not named.names or not _could_be(named, figure):
            continue
        if min(n.first for n in named.names) < first or not _leads(casting, place):
            continue
        if opening.is_definite and words[place].sentence == words[first].sentence:
            continue  # "the contractor at the centre of the Harding school" is not the school
        if any(casting.owner_of(d) is named or d.first <= place <= d.last for d in figure.descriptions):
            continue  # "a representative for Ann Lee" is not Ann Lee
        if named.known_gender and figure.known_gender and named.known_gender != figure.known_gender:
            return None
        trades = named.trades - nouns.RANKS - nouns.ANYBODY
        own = {d.noun for d in figure.descriptions}
        return named if not trades or trades & own else None
    return None


def _by_trade(casting: Casting, figure: Figure) -> Figure | None:
    """The one person whom a report names later by the very trade with which it opens: "after a curator called it a copy ... Ann Lee,
    the curator"."""
    opening = _opening(casting, figure)
    if opening is None or figure.kind != NameKind.PERSON or opening.noun in nouns.SPEAKS_FOR_ANOTHER | nouns.ANYBODY:
        return None
    first = opening.head
    of_trade = [f for f in casting.cast.figures if opening.noun in f.trades and f is not figure]
    named = of_trade[0] if len(of_trade) == 1 else None
    if named is None or not named.is_named or min(n.first for n in named.names) < first:
        return None
    if named.known_gender and figure.known_gender and named.known_gender != figure.known_gender:
        return None
    return named


def _by_report(casting: Casting, figure: Figure) -> Figure | None:
    """The one outlet that a text says to have reported, where its first sentence has it from "a newspaper"."""
    opening = _opening(casting, figure)
    if opening is None:
        return None
    reporting = {
        named.number: named
        for at in casting.scene.reporting
        if (named := casting.cast.at.get(at)) is not None
        and named.kind == NameKind.OUTLET
        and named.names
        and not named.is_publisher
    }
    return next(iter(reporting.values())) if len(reporting) == 1 else None


def _opening(casting: Casting, figure: Figure) -> Description | None:
    """The description of somebody who says something in the first paragraph, where it is the only one and of no one known before."""
    if len(figure.descriptions) != 1 or figure.descriptions[0].plural or figure.descriptions[0].partitive:
        return None
    opening = figure.descriptions[0]
    word = casting.page.words[opening.head]
    is_new = opening.determiner in {"a", "an"} and opening.head in casting.scene.sources
    return opening if is_new and word.paragraph <= _LEDE and not word.quoted else None


def _is_some_company(description: Description) -> bool:
    """Whether a first sentence says by a complement which company it is about: "The lead insurer of a lost satellite declined"."""
    return description.noun in COMPANIES and description.last > description.head


def _next_named(casting: Casting, figure: Figure) -> Figure | None:
    """Whose name follows at once on somebody who speaks for another: "His press officer put it differently ... Ann Lee said"."""
    speaks = {d.noun for d in figure.descriptions} & nouns.SPEAKS_FOR_ANOTHER
    if not speaks and not any(is_mouthpiece_role(role) for role in figure.roles):
        return None
    if len(figure.descriptions) != 1:
        return None
    words, first = casting.page.words, figure.descriptions[0].head
    for name in casting.names:
        if (
            name.first <= figure.descriptions[0].last
            or words[name.first].paragraph - words[first].paragraph > 1
            or name.last not in casting.scene.sources
        ):
            continue
        named = casting.cast.at.get(name.last)
        if named is None or named.kind != NameKind.PERSON or named.trades or min(n.first for n in named.names) < first:
            return None
        if named.known_gender and figure.known_gender and named.known_gender != figure.known_gender:
            return None
        if casting.page.lower(name.last + 1) == "," and casting.page.lower(name.last + 2) in {"who", "whose"}:
            return None  # "Ann Lee, who prosecutes": the clause brings somebody new up
        return named if not _speaks_between(casting, figure, first, name.title_first) else None
    return None


def _speaks_between(casting: Casting, figure: Figure, first: int, last: int) -> bool:
    """Whether somebody else speaks between two places: then whose name comes next is no longer whom the first one was."""
    between = (
        casting.cast.at[at] for at in range(first + 1, last) if at in casting.scene.sources and at in casting.cast.at
    )
    own = {casting.owner_of(d) for d in figure.descriptions}
    return any(other is not figure and other not in own for other in between)


def _could_be(named: Figure, figure: Figure) -> bool:
    """Whether a name is of the kind that was described, or nothing at all says of what kind it is."""
    if named.kind == figure.kind or (named.kind is None and figure.kind == NameKind.PERSON):
        return True
    return max(named.kinds.values(), default=0) < 0.5 and figure.kind == NameKind.ORGANIZATION and not named.gender


def _leads(casting: Casting, place: int) -> bool:
    """Whether a mention is a source, or the first mention of its sentence."""
    if place in casting.scene.sources:
        return True
    sentence = casting.page.words[place].sentence
    return casting.subjects.get(sentence) == place


def _merge(casting: Casting, figure: Figure, named: Figure) -> None:
    """All that was said of one is said of the other."""
    for place, found in casting.cast.at.items():
        if found is figure:
            casting.cast.at[place] = named
    named.descriptions += figure.descriptions
    for role in figure.roles:
        named.plays(role)
    named.trades |= figure.trades
    if figure.kind is not None:
        named.seems(figure.kind, 1)
    figure.descriptions, figure.roles = [], []
