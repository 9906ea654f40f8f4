"""From the words of a source, an addressee or a relay to the figure that they mean."""

from __future__ import annotations

import re

from onrecord.attribution.who import nouns
from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.page import Page
from onrecord.attribution.who.words import NUMBERS, PREPOSITIONS, QUANTITIES, STOPS, VERBS
from onrecord.vocabulary import Span


def figure_of(casting: Casting, phrase: Span) -> Figure | None:
    """Whom a noun phrase means: its head, several joined by "and", or a newcomer where no mention is in it."""
    places = casting.page.places(phrase)
    if not places:
        return None
    if (words := phrase.of(casting.page.text).lower()) in _RELATIVE:
        figure = _antecedent(casting, places[0])
        return None if words == "which" and figure is not None and figure.kind == NameKind.PERSON else figure
    if (relative := _of_whom(casting, places)) is not None:
        return relative
    if len(places) == 1 and (letter := _letter(casting.page, places[0])):
        return casting.publisher if letter == "q" else _answerer(casting)
    if _is_publishers_label(casting, places):
        return casting.publisher
    if casting.page.lower(places[0]) in _WRITTEN and casting.page.lower(places[0] + 1) == "by" and len(places) > 2:
        return figure_of(casting, Span(casting.page.words[places[2]].start, phrase.end))  # "signed by Ann Lee, asks"
    heads = _leading(casting, places, _heads(casting, places))
    partitive = any(d.first == places[0] and d.partitive for d in casting.descriptions)
    if casting.page.lower(places[0]) in _COUNTING and casting.page.lower(places[0] + 1) == "of" and not partitive:
        return _counted(casting, places) or _newcomer(casting, phrase)
    if not heads:
        return _counted(casting, places) or _newcomer(casting, phrase)
    heads = [h for h in heads if not (_owns_a_name(casting, h) and len(heads) > 1)] or heads
    first = casting.cast.at[heads[0]]
    if (members := _members_of(casting, heads)) is not None:
        first.members = members
        return first
    joined = _joined(casting, heads)
    return _joint(casting, _extent(casting, heads, joined), joined) if len(joined) > 1 else first


def _letter(page: Page, place: int) -> str | None:
    """The "Q" or the "A" with which a turn of a conversation is labelled."""
    letter = page.lower(place).rstrip(".")
    return letter if letter in {"q", "a"} and page.words[place].is_capital and page.lower(place + 1) == ":" else None


def _is_publishers_label(casting: Casting, places: range) -> bool:
    """Whether a turn is labelled with the name of the paper, which may look like a person's: "Patchwork: Why?"."""
    if casting.publisher_name is None or casting.page.lower(places[-1] + 1) != ":":
        return False
    words = casting.publisher_name.lower().removeprefix("the ").split()
    return [casting.page.lower(at) for at in places if casting.page.lower(at) != "the"] == words


def _answerer(casting: Casting) -> Figure | None:
    """Who answers by turns under an "A": the person whom the text before them names most."""
    page = casting.page
    first = next((at for at in range(len(page.words)) if _letter(page, at)), 0)
    people = [
        figure
        for name in casting.names
        if name.last < first and (figure := casting.cast.at.get(name.last)) is not None and figure.is_person
    ]
    return max(people, key=people.count, default=None)


def _of_whom(casting: Casting, places: range) -> Figure | None:
    """The several people that "both of whom" takes up."""
    page = casting.page
    if len(places) != 3 or [page.lower(at) for at in places[1:]] != ["of", "whom"]:
        return None
    figure = _antecedent(casting, places[0])
    return figure if figure is not None and (figure.plural or figure.members) else None


def _members_of(casting: Casting, heads: list[int]) -> list[Figure] | None:
    """Those whose names say who a group is: "the couple, Ann and Bo Lee", "two analysts, Ann Lee and Bo Tan"."""
    page, group = casting.page, casting.cast.at[heads[0]]
    if not group.plural or group.names or group.members or len(heads) < 2:
        return None
    description = next((d for d in casting.descriptions if d.head == heads[0]), None)
    if description is None or page.lower(description.last + 1) != "," or heads[1] <= description.last:
        return None
    named = [head for head in heads[1:] if casting.cast.at[head].names and casting.cast.at[head].is_person]
    if len(named) != len(heads) - 1:
        return None
    figures = list(dict.fromkeys(casting.cast.at[head] for head in named))
    given = next((n for n in casting.names if n.last == heads[1]), None)
    if given is None or given.title_first != description.last + 2:
        return None
    return figures if len(figures) > 1 and group.count in {None, len(figures)} else None


def _extent(casting: Casting, heads: list[int], members: list[Figure]) -> Span:
    """The words from the first of several joined mentions to the last, without what is said of them beside."""
    mine = [head for head in heads if any(casting.cast.at[head] is member for member in members)]
    mentions = [(d.first, d.last) for d in casting.descriptions if d.head in mine]
    mentions += [(n.title_first, n.last) for n in casting.names if n.last in mine]
    mentions += [(p.place, p.place) for p in casting.pronouns if p.place in mine]
    return casting.page.span(min(first for first, _ in mentions), max(last for _, last in mentions))


def noun_phrase_at(casting: Casting, at: int) -> Span | None:
    """The noun phrase for somebody that begins at a place; None where none does."""
    page = casting.page
    if at >= len(page.words):
        return None
    word = page.words[at]
    if at in casting.pronoun_at and not casting.pronoun_at[at].owns:
        return word.span
    for name in casting.names:
        if at in {name.title_first, name.first} or (name.first == at + 1 and word.lower == "the"):
            following = page.lower(name.last + 1)
            further = next((n.last for n in casting.names if n.first == name.last + 2), None)
            if following in {"’s", "'s"} and further is not None:
                return page.span(at, further)  # "NBC's Morning Show"
            if _qualifies(casting, at, name.last):
                continue  # "the House commerce committee" is not the House
            if following not in {"’s", "'s"} and not (name.first == at + 1 and nouns.sorts_of(following)):
                return page.span(at, name.last)
    beginning = [
        d.last for d in casting.descriptions if d.first == at and page.lower(d.head + 1) not in {"’s", "'s", "’"}
    ]
    if beginning:
        return page.span(at, max(beginning))
    if not word.is_word or word.lower in VERBS or (word.lower in STOPS and word.lower not in _OPENS):
        return None
    start = at + 1 if word.lower in _OPENS else at
    return page.span(at, start) if nouns.sorts_of(page.lower(start)) else None


def _qualifies(casting: Casting, at: int, last: int) -> bool:
    """Whether a name that ends at a place only qualifies the noun of a description that begins where the phrase does."""
    return any(d.first == at and d.owner == last and d.head > last + 1 for d in casting.descriptions)


_OPENS = listed("the a an his her their its")


def _owns_a_name(casting: Casting, head: int) -> bool:
    """Whether a mention only says whose the next name is: "NBC's Morning Show"."""
    return casting.page.lower(head + 1) in {"’s", "'s"} and any(n.first == head + 2 for n in casting.names)


def _heads(casting: Casting, places: range) -> list[int]:
    """The places of mentions in a phrase whose phrase begins in it, the leading one first."""
    found: list[tuple[int, int, int]] = []
    for description in casting.descriptions:
        if description.head in places and description.head in casting.cast.at:
            found.append((max(description.first, places[0]), -description.head, description.head))
    for name in casting.names:
        if name.last in places and name.last in casting.cast.at:
            found.append((max(name.title_first, places[0]), -name.last, name.last))
    for pronoun in casting.pronouns:
        if pronoun.place in places and pronoun.place in casting.cast.at:
            found.append((pronoun.place, -pronoun.place, pronoun.place))
    return [head for _, _, head in sorted(found)]


def _leading(casting: Casting, places: range, heads: list[int]) -> list[int]:
    """The heads, none if even the first only belongs to a noun that no list knows: the "museum" of "two conservators at the museum"."""
    if not heads:
        return heads
    page, head = casting.page, heads[0]
    first = min(
        [d.first for d in casting.descriptions if d.head == head]
        + [n.title_first for n in casting.names if n.last == head]
        + [head]
    )
    joint = next((at for at in range(places[0] + 1, first) if page.lower(at) in _LEADS_ON), None)
    if joint is None or page.lower(places[0]) in PREPOSITIONS or page.lower(joint - 1) in _QUANTITY:
        return heads
    return []


_QUANTITY = (
    QUANTITIES
    | frozenset(NUMBERS)
    | listed("hundreds thousands handful number group majority lot couple all half dozens pair")
)
_LEADS_ON = listed("of for at from in with who which whose that near on by to")
_RELATIVE = listed("who which that whose whom")
_WRITTEN = listed("signed written drafted penned authored composed dictated")
"""Participles of papers: whoever they are by says what stands there."""
_STANDS_FOR_ANOTHER = _RELATIVE | listed(
    "he she it they him her them his hers its their theirs this that these those himself herself itself themselves"
)
_COUNTING = listed(
    "one two three four five six seven eight nine ten both each another others some all none neither either"
)
_ORDINAL = listed("second third fourth fifth sixth seventh other")


def _antecedent(casting: Casting, place: int) -> Figure | None:
    """Whom a relative pronoun takes up: the mention that ends just before it."""
    page = casting.page
    is_person = page.lower(place) in {"who", "whom"}
    if is_person and page.lower(place - 1) == "and" and (other := _relative_before(casting, place)) is not None:
        return _antecedent(casting, other)  # "Ann Lee, whom they sent to Sarne, and who now denies it"
    before = place - 1
    while before >= 0 and not page.words[before].is_word and page.lower(before) not in {"’s", "'s"}:
        before -= 1
    ends = [(d.first, d.head) for d in casting.descriptions if before in {d.last, d.head}]
    ends += [(n.title_first, n.last) for n in casting.names if n.last == before]
    ends = [(first, head) for first, head in ends if head in casting.cast.at]
    people = [e for e in ends if casting.cast.at[e[1]].is_person or casting.cast.at[e[1]].plural]
    near = [at for at in range(place - 6, place) if at in casting.cast.at]
    if is_person and not people:
        # "Sen. Ann Lee of Texas, who": a place is nobody
        named = [at for at in near if casting.cast.at[at].is_person and casting.cast.at[at].is_named]
        if named and not any(casting.cast.at[head].kind == NameKind.ORGANIZATION for _, head in ends):
            return casting.cast.at[named[-1]]
    chosen = people or ends if is_person else ends
    if chosen:
        return casting.cast.at[min(chosen)[1]]
    return casting.cast.at[near[-1]] if near else None


def _relative_before(casting: Casting, place: int) -> int | None:
    """The place of the relative pronoun of the clause before, in the same sentence."""
    words = casting.page.words
    before = (at for at in range(place - 2, -1, -1) if words[at].sentence == words[place].sentence)
    return next((at for at in before if words[at].lower in {"who", "whom", "whose"}), None)


def _counted(casting: Casting, places: range) -> Figure | None:
    """The people whom a number alone takes up: "the two", "one of the four", "a fifth"."""
    page = casting.page
    words = [page.lower(at) for at in places]
    if not any(w in _COUNTING or w in _ORDINAL for w in words[:2]):
        return None
    if "those" in words and words[words.index("those") + 1 :][:1] in (["who"], ["whose"]):
        return None  # "some of those who work there" says itself whom it means
    clause = next((n for n, w in enumerate(words) if not w[0].isalnum() or w in _RELATIVE), len(words))
    if not set(words[:clause]) <= _COUNTING | _ORDINAL | {
        "the",
        "of",
        "them",
        "these",
        "those",
        "a",
        "at",
        "least",
        "us",
    }:
        return None
    stated = [NUMBERS[w] for w in words if NUMBERS.get(w, 0) > 1]
    now = casting.clock[page.words[places[0]].sentence]
    come_up = {id(figure) for at, figure in casting.cast.at.items() if at < places[0]}
    groups = [
        f
        for f in casting.cast.figures
        if f.plural and not f.is_named and id(f) in come_up and f.kind in {NameKind.PERSON, None}
    ]
    if stated:
        groups = [f for f in groups if f.count == stated[-1]] or [f for f in groups if (f.count or 0) > stated[-1]]
    return max(groups, key=lambda f: f.fades_to(now), default=None)


def _joined(casting: Casting, heads: list[int]) -> list[Figure]:
    """The figures of a phrase that "and" joins on one level: "Ann Lee and the mayor", "the Post, CNN and CBS"."""
    page = casting.page
    figures = [casting.cast.at[heads[0]]]
    last = heads[0]
    clause = next((at for at in range(heads[0], heads[-1]) if page.lower(at) in {"who", "which", "whose"}), None)
    if clause is not None and not any(
        page.lower(at) == "," and page.lower(at + 1) == "and" for at in range(clause, heads[-1])
    ):
        heads = [
            head for head in heads if head < clause
        ]  # "Ann Lee, who chairs the board and is no relation of the mayor"
    for head in heads[1:]:
        if head <= last:
            continue
        between = [page.lower(at) for at in range(last + 1, head + 1)]
        link = next((w for w in between if w in {"and", "or", "nor", "&", ","}), None)
        if link is None or any(w in PREPOSITIONS or w in {"who", "which", "that", "’s", "'s"} for w in between):
            return figures if len(figures) > 1 else figures[:1]
        figure = casting.cast.at[head]
        if link == ",":
            if figure is figures[-1]:
                last = head
                continue
            if not any(page.lower(at) in {"and", "or"} for at in range(head, heads[-1])):
                return figures
        if figure not in figures:
            figures.append(figure)
        last = head
    return figures


def _joint(casting: Casting, phrase: Span, members: list[Figure]) -> Figure:
    """The figure of several that speak as one; the same several are one figure."""
    for figure in casting.cast.figures:
        if figure.members and set(map(id, figure.members)) == set(map(id, members)):
            return figure
    figure = casting.cast.new()
    figure.members, figure.plural, figure.phrase = members, True, phrase
    return figure


def _newcomer(casting: Casting, phrase: Span) -> Figure | None:
    """A figure for words that no list here knows, one for the same words; None for a pronoun, which by itself is nobody."""
    page = casting.page
    if all(page.lower(at) in _STANDS_FOR_ANOTHER for at in page.places(phrase)):
        return None
    words = tuple(page.lower(at) for at in page.places(phrase) if page.lower(at) not in {"the", "a", "an"})
    for figure in casting.cast.figures:
        if figure.phrase is not None and not figure.members:
            theirs = tuple(
                page.lower(at) for at in page.places(figure.phrase) if page.lower(at) not in {"the", "a", "an"}
            )
            if theirs == words:
                return figure
    figure = casting.cast.new()
    figure.phrase = phrase
    first = page.places(phrase)[0]
    lower = page.lower(first)
    figure.count = NUMBERS.get(lower)
    stated = [NUMBERS[w] for w in words[:5] if NUMBERS.get(w, 0) > 1]
    if len(words) > 1 and words[1] == "of":
        figure.count = figure.count if words[0] != "each" else stated[0] if stated else None
        figure.plural = True
    else:
        figure.plural = bool(words) and nouns.is_plural(words[0]) and figure.count != 1
    if page.words[first].is_capital and lower not in {"the", "a", "an"} and not page.words[first].opens:
        figure.seems(NameKind.ORGANIZATION, 1)
    elif _is_of_things(page, phrase):
        figure.is_thing, figure.count = True, None
    return figure


def _is_of_things(page: Page, phrase: Span) -> bool:
    """Whether the head of a phrase, a noun that no list has for somebody, is not even one for people by its form: "a provocative
    headline from", "two past elections". What only counts ("a third", "two of them") stands for people."""
    head = None
    for at in page.places(phrase):
        lower = page.lower(at)
        if not page.words[at].is_word or lower in PREPOSITIONS | _RELATIVE | {"and", "or"}:
            break
        if not (lower in STOPS or lower in NUMBERS or lower in QUANTITIES or lower in _COUNTING | _ORDINAL):
            head = at
    if head is None or page.words[head].is_capital:
        return False
    noun = nouns.singular(page.lower(head))
    if sorts := nouns.sorts_of(noun):
        return sorts == {nouns.Sort.DOCUMENT}
    return noun not in _GROUPS and _OF_PEOPLE.search(noun) is None


_OF_PEOPLE = re.compile(
    r"(?:[eoia]r|[ie]st|[iy]an|[ae]nt|ee|m[ae]n|ite|wright|smith|folk|hand|mate|old|kin|star|head|some)$"
)
"""How nouns for people end."""
_GROUPS = listed(
    "handful number majority minority lot couple pair trio dozen score hundred thousand million percent third quarter half rest bunch host"
    " left right public rich poor young old faithful population electorate base bulk"
)
