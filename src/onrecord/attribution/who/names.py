"""Capitalised names of a text: where they stand, the title before them, and what they are names of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.attribution.who import nouns
from onrecord.attribution.who.gender import Gender
from onrecord.attribution.who.given_names import GIVEN, gender_of
from onrecord.attribution.who.kinds import (
    COMPANY_ENDINGS,
    KNOWN_OUTLETS,
    ORGANIZATION_WORDS,
    OUTLET_WORDS,
    THING_WORDS,
    NameKind,
    kind_of_words,
)
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.page import Page, Word
from onrecord.attribution.who.titles import (
    HEADS,
    HONORIFICS,
    OF_WHAT,
    QUALIFIERS,
    SUFFIXES,
    bare,
    gender_of_title,
    is_title,
)
from onrecord.attribution.who.words import (
    BOTH_NOUN_AND_VERB,
    DAYS,
    DEMONYMS,
    NEVER_NAMES,
    NUMBERS,
    PRONOUNS,
    STOPS,
    VERBS,
)
from onrecord.vocabulary import Span

_PARTICLES = listed("de van von der den del della di da dos du la le bin ibn al el ter ten zu y af av und")
_CONNECTORS = listed("of for on")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands. first, last: its places in the page; title_first: where the title before it begins, or `first`."""

    first: int
    last: int
    title_first: int
    words: tuple[str, ...]
    title: str
    kind: NameKind | None
    gender: Gender | None

    @property
    def is_single(self) -> bool:
        """Whether it is one word: a surname, a given name, a short name."""
        return len(self.words) == 1


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name that a tagger found: its span and what it is of."""

    span: Span
    kind: NameKind


def find_names(page: Page, tagged: Sequence[TaggedName] | None = None) -> tuple[Name, ...]:
    """Every name of the text, in text order. Where a tagger has marked names, its spans and kinds stand beside the patterns here."""
    inside = _capitals_inside(page)
    lower = {w.text for w in page.words if w.text[0].islower()}
    found = [name for run in _runs(page) for name in _names_of(page, run, inside, lower)]
    found = _outside_headlines(page, found)
    return _with_tags(page, found, tagged or ())


def _outside_headlines(page: Page, found: list[Name]) -> list[Name]:
    """The names without those in lines that capitalise every word, unless the running text has them too."""
    small = (VERBS - BOTH_NOUN_AND_VERB) | STOPS
    signs = {w.sentence for w in page.words if w.lower in small and not w.opens and w.is_capital}
    headlines = {s for s in signs if _is_headline([w for w in page.words if w.sentence == s])}
    if not headlines:
        return found
    known = {part for n in found if page.words[n.first].sentence not in headlines for part in (n.words, (n.words[-1],))}
    return [n for n in found if page.words[n.first].sentence not in headlines] + [
        kept for n in found if page.words[n.first].sentence in headlines for kept in _known_parts(n, known)
    ]


def _is_headline(words: list[Word]) -> bool:
    """Whether nearly every word of a sentence that tells something has a capital."""
    telling = [w for w in words if w.is_word and w.lower not in STOPS]
    return len(telling) >= 4 and sum(w.is_capital for w in telling) >= 0.75 * len(telling)


def _known_parts(name: Name, known: set[tuple[str, ...]]) -> Iterator[Name]:
    """The names of the running text that a run of capitals in a headline holds."""
    at = 0
    while at < len(name.words):
        for end in range(min(len(name.words), at + 4), at, -1):
            if name.words[at:end] in known and (end - at > 1 or len(name.words[at]) > 3):
                yield replace(
                    name, first=name.first + at, last=name.first + end - 1, title_first=name.first + at,
                    words=name.words[at:end], title="", kind=None, gender=None,
                )  # fmt: skip
                at = end - 1
                break
        at += 1


def _with_tags(page: Page, found: list[Name], tagged: Sequence[TaggedName]) -> tuple[Name, ...]:
    """The names with the kinds that a tagger gives them, and those that it alone found."""
    kinds = {at: tag.kind for tag in tagged for at in page.places(tag.span)}
    kept = []
    covered: set[int] = set()
    for name in found:
        kind = Counter(kinds[at] for at in range(name.first, name.last + 1) if at in kinds).most_common(1)
        kept.append(replace(name, kind=kind[0][0]) if kind and not name.title else name)
        covered.update(range(name.title_first, name.last + 1))
    for tag in tagged:
        places = page.places(tag.span)
        if places and not covered.intersection(places):
            words = tuple(page.words[at].text for at in places)
            gender = gender_of(words[0]) if tag.kind == NameKind.PERSON and len(words) > 1 else None
            kept.append(Name(places[0], places[-1], places[0], words, "", tag.kind, gender))
    return tuple(sorted(kept, key=lambda name: name.first))


def _capitals_inside(page: Page) -> set[str]:
    """The words that stand capitalised where no sentence begins: names even where one does."""
    return {w.text for w in page.words if w.is_capital and not w.opens and w.lower not in NEVER_NAMES}


def _is_part(word: Word) -> bool:
    """Whether a word can be a part of a name."""
    if not word.is_capital or word.lower.rstrip(".") in DAYS or word.lower in _LEADS_IN:
        return False
    return word.lower not in PRONOUNS and not (word.opens and word.lower in NEVER_NAMES)


def _is_sunday_paper(page: Page, at: int) -> bool:
    """Whether a Sunday belongs to the name of a paper: "the Sunday Lantern"."""
    if page.lower(at) not in {"sunday", "saturday"} or page.lower(at - 1) != "the" or at + 1 >= len(page.words):
        return False
    after = page.words[at + 1]
    return after.is_capital and _adjoin(page, at, at + 1) and _is_part(after)


_LEADS_IN = listed("now then but and so yet also when while")
"""Words that lead into a sentence, also behind a time or a mark after which nothing else shows that one begins."""


def _adjoin(page: Page, one: int, other: int) -> bool:
    """Whether nothing but a space stands between two words."""
    gap = page.text[page.words[one].end : page.words[other].start]
    return gap == " " or gap == "\u00a0" or (gap.isspace() and "\n\n" not in gap and len(gap) < 3)


def _runs(page: Page) -> Iterator[tuple[int, int]]:
    """First and last place of every run of capitalised words."""
    words, at = page.words, 0
    while at < len(words):
        if not (_is_part(words[at]) or _is_sunday_paper(page, at)):
            at += 1
            continue
        last = at
        while (following := _goes_on(page, at, last)) is not None:
            last = following
        yield at, last
        at = last + 1


def _goes_on(page: Page, first: int, last: int) -> int | None:
    """The next place of a run, over particles and the "of" of organisations."""
    words, at = page.words, last + 1
    if at >= len(words) or not _adjoin(page, last, at) or words[last].text.endswith("’"):
        return None
    word = words[at]
    if _is_part(word) or word.text == "One" or (last == first and _is_sunday_paper(page, at)):  # "Channel One"
        return at if not word.opens else None
    over = at
    if word.lower in _PARTICLES and word.text.islower():
        while over < len(words) and words[over].lower in _PARTICLES and words[over].text.islower():
            over += 1
    elif word.text == "&":
        over = at + 1
    elif word.lower in _CONNECTORS and _takes_of(page, first, last):
        over = at + 1
        if page.lower(over) == "the":
            over += 1
    elif word.lower == "and" and any(page.lower(p) in {"of", "for"} for p in range(first, last)):
        over = at + 1
        if page.lower(last) not in OF_WHAT and page.lower(first) not in {
            "ministry",
            "department",
            "office",
            "committee",
            "board",
        }:
            return None
    if over > at and over < len(words) and _is_part(words[over]) and _adjoin(page, over - 1, over):
        return over
    return None


_TAKE_OF = listed(
    "secretary minister chief speaker chancellor mayor governor director house tour bank university archbishop bishop duke duchess"
)


def _takes_of(page: Page, first: int, last: int) -> bool:
    word = bare(page.words[last].text)
    if word in _TAKE_OF:
        return True
    if page.words[last].opens and nouns.is_plural(word) and nouns.Sort.PERSON in nouns.sorts_of(word):
        return False  # "Lawyers for Ann Lee said"
    return (word in ORGANIZATION_WORDS or word in nouns.BODY or word in THING_WORDS) and word not in COMPANY_ENDINGS


def _names_of(page: Page, run: tuple[int, int], inside: set[str], lower: set[str]) -> Iterator[Name]:
    """The name in a run, without title and without what only the start of a sentence has made a capital of."""
    first, last = run
    words = page.words
    if _is_dateline(page, first, last):
        return
    title_first, name_first = _split_title(page, first, last)
    if name_first > last or (name_first > first and words[name_first].lower in _CONNECTORS):
        return  # an office and no name: "the Minister for Energy"
    name_first = _after_adjectives(words, name_first, last)
    if (
        name_first == first < last
        and words[first].opens
        and words[first].text not in inside
        and _is_trade(words[first])
    ):
        name_first = title_first = first + 1  # "Engineer Bo Tan said", "Broadcaster TV Aurora reported"
        first = name_first
    if name_first == first and words[first].opens and not _stands_as_name(page, first, last, inside, lower):
        if first == last:
            return
        first = title_first = name_first = first + 1
        title_first, name_first = _split_title(page, first, last)
        if name_first > last:
            return
        name_first = _after_adjectives(words, name_first, last)
    while last > name_first and (bare(words[last].text) in SUFFIXES or words[last].lower in _POLLS):
        last -= 1
    title_first = _over_retirement(page, title_first) if title_first == name_first else title_first
    parts = tuple(words[at].text for at in range(name_first, last + 1))
    if all(part.lower() in NEVER_NAMES or part.lower() in NUMBERS for part in parts):
        return
    if len(parts) == 1 and parts[0].isupper() and parts[0].lower() in nouns.OFFICE:
        return  # "its SVP of communications"
    if len(parts) == 1 and (
        parts[0].lower() in DEMONYMS or len(parts[0].rstrip(".")) == 1 or parts[0].lower() in _NO_NAME_ALONE
    ):
        return
    title = " ".join(words[at].text for at in range(title_first, name_first) if _is_of_title(words[at]))
    yield Name(name_first, last, title_first, parts, title, *_kind_and_gender(page, name_first, last, parts, title))


def _over_retirement(page: Page, first: int) -> int:
    """Where a title begins that has "(retired)" between it and the name: "Justice (rtd) Ann Lee"."""
    at = first - 1
    if page.lower(at) != ")":
        return first
    while at > first - 5 and page.lower(at) != "(":
        at -= 1
    if bare(page.lower(at + 1)) not in _RETIRED or at < 1 or not is_title(page.words[at - 1].text):
        return first
    return at - 1


_RETIRED = listed("rtd retd ret retired")


def _is_of_title(word: Word) -> bool:
    return word.is_word and bare(word.text) not in _RETIRED


_POLLS = listed("poll polls survey surveys")
"""What an outlet's name gets at its end where it polls: "a Harbour News Poll"."""


def _is_trade(word: Word) -> bool:
    """Whether a word that opens a sentence says of what trade the name after it is."""
    if word.lower in _CALLS_OUTLET:
        return True
    return word.lower in nouns.PERSON and word.lower not in GIVEN and bare(word.text) not in HEADS


_CALLS_OUTLET = listed("broadcaster newspaper magazine website tabloid newsletter")


def _after_adjectives(words: tuple[Word, ...], first: int, last: int) -> int:
    """Where the name begins after adjectives of nationality and party ("Republican Ann Lee"), which belong to no name of a person."""
    at = first
    while at < last and (words[at].lower in DEMONYMS or words[at].lower in QUALIFIERS):
        at += 1
    while first < at < last and bare(words[at].text) in HEADS:
        at += 1
    return at if at > first and words[at].lower in GIVEN else first


_LONG_PLACE = 4
"""Words of a place before a report."""


def _is_dateline(page: Page, first: int, last: int) -> bool:
    """Whether a run is the place before a report: "SARNE, June 14 (SDI) —"."""
    words = page.words
    if first == 0 and last - first < _LONG_PLACE and page.lower(last + 1) in {"—", "–"}:
        return True  # "Port Marrow — The mayor denied it": a report may begin so without capitals
    if first and words[first - 1].paragraph == words[first].paragraph and page.lower(first - 1) != "(":
        return False
    if first and page.lower(first - 1) == "(":
        return False
    if not all(w.text.isupper() for w in words[first : last + 1]):
        return False
    closing = next((at for at in range(last + 1, min(last + 6, len(words))) if page.lower(at) == ")"), last)
    if page.lower(closing + 1) == ":":
        return False  # "BO TAN (by phone): It was late" is a turn of a conversation
    return any(page.lower(at) in {"—", "–", "-", "("} for at in range(last + 1, min(last + 9, len(words))))


_NO_NAME_ALONE = listed("internet god bible web")


def _stands_as_name(page: Page, first: int, last: int, inside: set[str], lower: set[str]) -> bool:
    """Whether the capital of a word that opens a sentence is a name's."""
    word = page.words[first]
    if word.text in inside or (word.text.isupper() and len(word.text) > 1):
        return True
    if word.lower in NEVER_NAMES or word.lower in lower:
        return False
    if first < last:
        known = page.words[first + 1].text in inside and word.lower not in GIVEN
        return not (known and word.lower.endswith(("ing", "ed")))  # "Beaming Yelland said", of a Yelland known before
    noun = nouns.sorts_of(word.lower)
    if noun or word.lower in DEMONYMS or nouns.singular(word.lower) in lower:
        return False
    if word.lower in GIVEN or word.lower in KNOWN_OUTLETS:
        return True
    after = page.lower(first + 1)
    says = after in _AFTER_A_NAME or (after in VERBS and not word.lower.endswith("s"))
    return says and not word.lower.endswith(("ing", "ly", "ed"))


_AFTER_A_NAME = listed("said says told has had was is ’s 's , did will would denied also declined wrote added")


def _split_title(page: Page, first: int, last: int) -> tuple[int, int]:
    """Where in a run the title begins and where the name after it; a run that is an office and no name has its name past its end."""
    words = page.words
    heads = [at for at in range(first, last + 1) if is_title(words[at].text)]
    if not heads:
        return first, first
    head = heads[-1]
    if first == head < last and bare(words[head].text) in _ALSO_GIVEN and words[head + 1].lower not in GIVEN:
        return first, first  # "Don Stewart" is no Spanish gentleman, as Don Pedro is
    if words[first].lower in GIVEN and first not in heads and len(heads) == 1 and head == last:
        return first, first
    if (
        words[first].lower in GIVEN
        and head > first
        and head == first + 1
        and last - first <= 2
        and bare(words[head].text) not in HONORIFICS
    ):
        return first, first
    if head == last:
        if last > first and all(_is_of_office(w) for w in words[first : last + 1]):
            return first, last + 1
        alone = first == last
        return (first, last + 1) if alone or not _is_body(page, first, last) else (first, first)
    after = head + 1
    if words[after].lower == "of" and page.lower(after + 1) == "staff":
        return first, after + 2
    if words[after].lower == "of" and after + 1 <= last:
        after += 2
        if words[after - 1].lower == "the":
            after += 1
        while after <= last and last - after > 1:
            after += 1
        return first, after
    # "Police Department", "Judge Council": a body that has a title's word in it
    if bare(words[last].text) in ORGANIZATION_WORDS and (
        last - head == 1 or words[last - 1].lower in ORGANIZATION_WORDS
    ):
        return first, first
    return first, after


_ALSO_GIVEN = listed("don")
"""Titles that are given names where a surname follows."""


def _is_of_office(word: Word) -> bool:
    text = bare(word.text)
    return (
        text in HEADS
        or text in QUALIFIERS
        or text in DEMONYMS
        or text in OF_WHAT
        or text in nouns.OFFICE
        or text == "of"
    )


def _is_body(page: Page, first: int, last: int) -> bool:
    """Whether a run that ends in a title's word still names something: "Board of Governors", "Office of the President"."""
    return any(bare(page.words[at].text) in ORGANIZATION_WORDS for at in range(first, last)) and any(
        page.lower(at) == "of" for at in range(first, last)
    )


def _kind_and_gender(
    page: Page, first: int, last: int, parts: tuple[str, ...], title: str
) -> tuple[NameKind | None, Gender | None]:
    """What a name is of, by its title, its words and what stands directly around it."""
    lowered = tuple(p.lower() for p in parts)
    if title:
        return NameKind.PERSON, gender_of_title(title) or (gender_of(parts[0]) if len(parts) > 1 else None)
    if _is_sunday_paper(page, last - len(parts) + 1) or _is_sunday_paper(page, last - len(parts) + 2):
        return NameKind.OUTLET, None
    kind = kind_of_words(lowered, GIVEN) or _kind_around(page, first, last, parts)
    if kind == NameKind.PERSON:
        return kind, gender_of(parts[0])
    return kind, gender_of(parts[0]) if kind is None else None


_STREETS = listed("lane street road park hill square avenue drive close court row way mews gate")
_QUOTES = frozenset("“”\"‘’'„«»")
_SAYS_OUTLET = listed("newspaper magazine website broadcaster tabloid newspapers newsletter podcast")


def _kind_around(page: Page, first: int, last: int, parts: tuple[str, ...]) -> NameKind | None:
    before, after = page.lower(first - 1), page.lower(last + 1)
    if before in _QUOTES and after in _QUOTES:
        return NameKind.THING
    if nouns.singular(after) in _SAYS_OUTLET and page.words[last + 1].start - page.words[last].end == 1:
        return NameKind.OUTLET
    following = page.lower(last + 2)
    if after == "," and (following == "who" or (following.isdigit() and 15 < int(following) < 105)):
        return NameKind.PERSON
    if after == "," and following == "which":
        return NameKind.ORGANIZATION
    if before == "the" and not (
        nouns.sorts_of(after)
        or (
            page.text[page.words[last].end : page.words[last].end + 2].strip().islower()
            and after not in STOPS
            and after not in VERBS
        )
    ):
        return NameKind.OUTLET if parts[-1].lower() in OUTLET_WORDS else NameKind.ORGANIZATION
    if before in {"magazine", "newspaper", "website", "site", "broadcaster", "agency", "tabloid", "daily", "weekly"}:
        return NameKind.OUTLET
    sorts = nouns.sorts_of(before)
    if nouns.Sort.PERSON in sorts and not nouns.is_plural(before):
        return NameKind.PERSON
    if nouns.Sort.BODY in sorts:
        return NameKind.ORGANIZATION
    if len(parts) == 1 and parts[0].isupper() and 1 < len(parts[0]) < 7:
        return NameKind.THING if any(letter.isdigit() for letter in parts[0]) else NameKind.ORGANIZATION
    if before == "at" and nouns.Sort.PERSON in nouns.sorts_of(page.lower(first - 2)):
        return NameKind.ORGANIZATION
    if before in {"in", "near", "outside", "across"} or (before == "at" and parts[-1].lower() in _STREETS):
        return NameKind.PLACE if parts[0].lower() not in GIVEN else None
    return None
