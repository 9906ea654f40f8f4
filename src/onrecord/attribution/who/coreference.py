"""Who is meant: every name, description and pronoun of an article in text order, each given to its figure.

Names go by their words, descriptions by the roles known so far, pronouns by gender, number and how much somebody stands in the
foreground: what was mentioned lately, as a subject or as a speaker, before what was mentioned in passing or inside a quotation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.attribution.who import nouns
from onrecord.attribution.who.appositions import find_appositions
from onrecord.attribution.who.cast import Cast, Figure
from onrecord.attribution.who.company import kind_by_company, says_itself
from onrecord.attribution.who.descriptions import Description, Pronoun, find_descriptions, find_pronouns
from onrecord.attribution.who.given_names import GIVEN
from onrecord.attribution.who.kinds import NameKind, phrase_is_place
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.names import Name, TaggedName, find_names
from onrecord.attribution.who.naming import gather_names
from onrecord.attribution.who.nouns import Sort
from onrecord.attribution.who.page import Page
from onrecord.attribution.who.roles import MOUTHPIECES, Role, akin, is_mouthpiece_role, may_be_one
from onrecord.attribution.who.signs import signs_of
from onrecord.attribution.who.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, VERBS
from onrecord.vocabulary import Span

_OURS = listed("us me our we i my")
_OBJECTS = listed("him her them")
_BETWEEN = AUXILIARIES | listed("for to with about on against at by who not never acts acted put it")
_OF_SPEAKING = re.compile(
    r"\b(?:speaks?|spoke|speaking|represent(?:s|ed|ing)|acts|acted|acting|answers|defending|defends)\s"
    r"|\bon (?:behalf of|\w+ behalf)\b|,\s+for\b",
    re.I,
)
_MY_CLIENT = re.compile(r"\b(?:my|our) clients?\b", re.I)
_HAVE_CLIENTS = listed(
    "lawyer attorney solicitor barrister counsel advocate agent adviser advisor accountant consultant"
)
_ON_BEHALF_OF = re.compile(r"\b(?:(?:speaking|acting)\s+for|on behalf of|in the name of)\s+(?=\S)", re.I)
_OWNING = frozenset({"’s", "'s", "’"})
SUBJECT, SOURCE, OBJECT, OWNER, QUOTED = 2.0, 2.6, 1.0, 0.5, 0.25
"""How far a mention brings somebody to the foreground, by where it stands."""
QUOTED_TIME, PARAGRAPH_TIME = 0.3, 0.8
"""How much of a sentence's time a quoted sentence and a new paragraph take."""
FOREGROUND = 0.5
"""How far somebody has to stand in the foreground to be meant by an office that nothing ties to them."""
IN_PASSING = 0.5
"""What the salience of somebody counts who was mentioned once, behind a preposition, by what anybody may be."""
REPORTER = 3.0
"""How much rather "it" that reports is an outlet."""
SURE, COMPANY, LEANING = 2.0, 0.5, 0.7
"""Votes on the kind of a name after which its company is not asked, what the log odds by company count as votes, and from
which odds on they do: a place that is named once and speaks to nobody is else taken for a body."""
JUST_TOLD = 2.0
"""How much rather a pronoun means whom the opening sentence of its paragraph was about."""
HARDLY_A_PERSON = 0.25
"""How well "he" or "she" fits a name that the text has only where places stand, or only as the first word of one sentence."""
UNKNOWN_GENDER = 0.6
"""How well a pronoun fits somebody of whom nothing says man or woman."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the statements say of the text: for each place in a source where that source begins and what it utters."""

    sources: dict[int, tuple[int, tuple[Span, ...]]]
    reporting: frozenset[int] = frozenset()  # those of them whose cue is one of reporting, as outlets do
    asking: frozenset[int] = frozenset()  # those who ask somebody, whose answer may follow

    def phrases(self) -> Iterator[range]:
        """The places of each source."""
        by_start: dict[int, list[int]] = defaultdict(list)
        for place, (start, _) in self.sources.items():
            by_start[start].append(place)
        return (range(min(places), max(places) + 1) for places in by_start.values())


@dataclass
class Casting:
    """The walk through an article. cast: whom it has found so far; names, descriptions, pronouns: what it walks over."""

    page: Page
    scene: Scene
    names: tuple[Name, ...]
    descriptions: tuple[Description, ...]
    pronouns: tuple[Pronoun, ...]
    publisher_name: str | None = None
    cast: Cast = field(default_factory=Cast)
    publisher: Figure | None = None
    owners: dict[int, tuple[Figure, ...]] = field(default_factory=dict)
    apposed: dict[int, int] = field(default_factory=dict)
    name_at: dict[int, int] = field(default_factory=dict)
    sourced: set[int] = field(default_factory=set)
    openers: dict[int, int] = field(default_factory=dict)
    first_named: dict[int, int] = field(default_factory=dict)
    subjects: dict[int, int] = field(default_factory=dict)
    pronoun_at: dict[int, Pronoun] = field(default_factory=dict)
    clock: list[float] = field(default_factory=list)

    @cached_property
    def has_clauses_of_speaking(self) -> bool:
        """Whether the text has a clause like "who speaks for" at all; a quick look before a slow one."""
        return _OF_SPEAKING.search(self.page.text) is not None

    @cached_property
    def speaks_of_interviews(self) -> bool:
        """Whether the text has the word at all; a quick look before a slow one."""
        return "interview" in self.page.text.lower()

    @cached_property
    def speaks_of_telephones(self) -> bool:
        """Whether the text says "by telephone" at all; a quick look before a slow one."""
        return re.search(r"\bby (?:tele)?phone\b", self.page.text) is not None

    @cached_property
    def said_on_behalf(self) -> tuple[tuple[int, int], ...]:
        """Where the text says that somebody speaks for others: the first character, and the place of whom it is for."""
        found = ((match.start(), self.page.place(match.end())) for match in _ON_BEHALF_OF.finditer(self.page.text))
        return tuple((start, at) for start, at in found if at < len(self.page.words))

    @cached_property
    def speaks_of_publisher(self) -> bool:
        """Whether the text speaks of the outlet that prints it, by name or in the first person."""
        return any(f is self.publisher for f in self.cast.at.values()) or any(
            w.lower in _OURS and w.text != "US" and not w.quoted for w in self.page.words
        )

    # --- the walk ---

    def walk(self) -> Cast:
        """Give every mention to its figure."""
        self.gather()
        self._kinds_by_company()
        self._kinds_by_speaking()
        self.name_at = {at: n for n, name in enumerate(self.names) for at in range(name.title_first, name.last + 1)}
        self.pronoun_at = {p.place: p for p in self.pronouns}
        self.clock = _clock(self.page)
        steps: list[tuple[int, int, int]] = []
        steps += [(name.last, 0, n) for n, name in enumerate(self.names)]
        steps += [(d.head, 1, n) for n, d in enumerate(self.descriptions)]
        steps += [(p.place, 2, n) for n, p in enumerate(self.pronouns)]
        for place, what, number in sorted(steps):
            figure: Figure | None
            if what == 0:
                figure = self._of_name(number)
            elif what == 1:
                figure = self._of_description(number)
            else:
                figure = self.of_pronoun(self.pronouns[number])
            if figure is not None:
                self.cast.at[place] = figure
                self._comes_up(figure, place, what, number)
        return self.cast

    def gather(self) -> None:
        """Give every name to its figure, and to figures what appositions say of them."""
        self.owners = gather_names(self.cast, self.names)
        self.publisher = self.publisher or _publisher_of(self.cast, self.publisher_name)
        self.apposed = dict(find_appositions(self.page, self.names, self.descriptions))
        self._kinds_by_descriptions()

    def named_figures(self) -> Iterator[tuple[Figure, tuple[frozenset[Sort], ...]]]:
        """The figures with names, each with the sorts of the nouns that appositions say of it."""
        said: defaultdict[int, list[frozenset[Sort]]] = defaultdict(list)
        for at, number in self.apposed.items():
            for owner in self.owners[number] if len(self.owners[number]) == 1 else ():
                said[owner.number].append(self.descriptions[at].sorts)
        return ((f, tuple(said[f.number])) for f in self.cast.figures if f.names)

    def _kinds_by_company(self) -> None:
        """What the company of a name says it is of, where no title and no apposition does."""
        for figure, apposed in self.named_figures():
            if max(figure.kinds.values(), default=0) < SURE and not any(map(says_itself, figure.names)):
                kind, odds = kind_by_company(self.page, figure.names, apposed)
                if odds > LEANING:
                    figure.seems(kind, min(COMPANY * odds, SURE))

    def _kinds_by_speaking(self) -> None:
        """A programme or a project that says something is a body."""
        for figure in self.cast.figures:
            if figure.kind == NameKind.THING and any(name.last in self.scene.sources for name in figure.names):
                figure.seems(NameKind.ORGANIZATION, 1)

    def _kinds_by_descriptions(self) -> None:
        """What appositions and the words around them say of names, before the walk: that one is a person, another a company."""
        owned = tuple(d for d in self.descriptions if d.owner is not None)
        for number, name in enumerate(self.names):
            if name.kind is None and len(self.owners[number]) == 1:
                for kind, weight in signs_of(self.page, name, owned):
                    self.owners[number][0].seems(kind, weight)
        for at, number in self.apposed.items():
            description, owners = self.descriptions[at], self.owners[number]
            for figure in owners if len(owners) == 1 else ():
                sorts = description.sorts
                if "former" not in description.modifiers:
                    figure.trades.add(description.noun)
                if description.noun in nouns.ALSO_BODIES and not _has_given_name(figure):
                    continue  # "its owner, Halden" may as well be a company
                if Sort.PERSON in sorts and (
                    len(sorts) == 1 or description.noun not in nouns.BODY or _has_given_name(figure) or _is_full(figure)
                ):
                    figure.seems(NameKind.PERSON, 2)
                    if description.gender:
                        figure.is_called(description.gender, 2)
                elif Sort.OUTLET in sorts:
                    figure.seems(NameKind.OUTLET, 2)
                elif Sort.BODY in sorts:
                    figure.seems(NameKind.ORGANIZATION, 2)

    def _comes_up(self, figure: Figure, place: int, what: int, number: int) -> None:
        word = self.page.words[place]
        source = self.scene.sources.get(place, (-1, ()))[0]
        is_label = self.page.lower(place + 1) == ":"
        is_person = what == 0 and figure.kind in {NameKind.PERSON, None}
        if is_person and self._is_where(number):
            is_person = False
        if is_person and not word.quoted and not is_label and not self._is_owner(place, what, number):
            self.first_named.setdefault(word.paragraph, place)
        if (word.quoted and source < 0) or (what == 0 and self._is_in_brackets(self.names[number])):
            weight = QUOTED
        elif self._is_owner(place, what, number):
            weight = OWNER
        elif source >= 0 and source not in self.sourced:
            self.sourced.add(source)
            weight = SOURCE
        elif self._is_subject(place, what, number):
            weight = SUBJECT
        else:
            weight = OBJECT
        figure.comes_up(place, word.sentence, self.clock[word.sentence], weight)

    def _is_where(self, number: int) -> bool:
        """Whether a name opens a sentence as the place of what follows: "In Sarne, Ann Lee waited"."""
        first = self.names[number].title_first
        return first > 0 and self.page.words[first - 1].opens and self.page.lower(first - 1) in {"in", "at", "near"}

    def _is_in_brackets(self, name: Name) -> bool:
        """Whether a name stands alone in brackets: an abbreviation, or the agency of a dateline."""
        return self.page.lower(name.title_first - 1) == "(" and self.page.lower(name.last + 1) == ")"

    def _is_owner(self, place: int, what: int, number: int) -> bool:
        return self.page.lower(place + 1) in _OWNING or (what == 2 and self.pronouns[number].owns)

    def _is_subject(self, place: int, what: int, number: int) -> bool:
        """Whether a mention is the first of its sentence and no preposition stands before it."""
        sentence, paragraph = self.page.words[place].sentence, self.page.words[place].paragraph
        is_first = self.subjects.setdefault(sentence, place) == place
        if what == 0 and self.openers.setdefault(paragraph, place) == place:
            return True  # whom a paragraph names first is whom it is about
        if not is_first:
            return False
        first = self.names[number].title_first if what == 0 else self.descriptions[number].first if what == 1 else place
        return self.page.lower(first - 1) not in PREPOSITIONS

    # --- names ---

    def _of_name(self, number: int) -> Figure:
        name, owners = self.names[number], self.owners[number]
        if len(owners) > 1:
            return self._of_shared_name(name, owners)
        return owners[0]

    def _of_shared_name(self, name: Name, owners: Sequence[Figure]) -> Figure:
        """Whose a surname is that several bear: whoever was named in full last, close by; else the one most spoken of."""
        if len(owners) == 1:
            return owners[0]
        sentence = self.page.words[name.first].sentence
        close = [f for f in owners if f.seen_in >= 0 and sentence - f.seen_in <= 2]
        chosen = max(close or owners, key=lambda f: (f.last_place if close else f.mentioned, -f.number))
        chosen.names.append(name)
        return chosen

    # --- descriptions ---

    def _of_description(self, number: int) -> Figure | None:
        description = self.descriptions[number]
        if number in self.apposed:
            figure = self._of_name(self.apposed[number]) if len(self.owners[self.apposed[number]]) == 1 else None
            if figure is not None:
                self._add_role(figure, description)
                return figure
        figure = self._known(description)
        if figure is None:
            figure = self._newcomer(description)
        if figure is not None:
            self._add_role(figure, description)
            figure.descriptions.append(description)
        return figure

    def _add_role(self, figure: Figure, description: Description) -> None:
        text = self.page.span(description.first, description.last).of(self.page.text)
        modifiers = description.modifiers
        if self.page.lower(description.last + 1) == "until":
            modifiers = (*modifiers, "former")  # "the company's top lawyer until last Friday"
        figure.plays(Role(description.noun, modifiers, text, description.owner, description.plural))
        if description.gender and not description.plural:
            figure.is_called(description.gender, 2)

    def owner_of(self, description: Description) -> Figure | None:
        """Whose somebody is: the figure at the place of the owner, as far as it is known by now."""
        return None if description.owner is None else self.figure_at(description.owner)

    def figure_at(self, place: int) -> Figure | None:
        """Who is mentioned at a place, as far as the walk has come; of names also ahead of it."""
        found = self.cast.at.get(place)
        if found is None and place in self.name_at:
            owners = self.owners[self.name_at[place]]
            return owners[0] if len(owners) == 1 else None
        return found

    def _known(self, description: Description) -> Figure | None:
        """Whom a description takes up again."""
        if Sort.OUTLET in description.sorts and description.determiner in {"this", "our"}:
            return self.publisher
        if description.plural or description.partitive:
            return self._known_group(description)
        if description.noun in _ANYBODY_NEW or (not description.is_definite and description.determiner):
            return None
        sentence = self.page.words[description.head].sentence
        owner = self.owner_of(description)
        best, best_score = None, 0.0
        wanted = akin(description.noun)
        for figure in self.cast.figures:
            if wanted.isdisjoint(figure.keys):
                continue
            if figure.seen_in < 0 or figure.plural or figure is owner or not (figure.roles or figure.names):
                continue
            if not self._gender_fits(figure, description):
                continue
            fit = self._fit(figure, description, owner)
            if fit > 0:
                score = fit + 0.3 * min(figure.fades_to(self.clock[sentence]), 2.0)
                if score > best_score:
                    best, best_score = figure, score
        if best is not None or not description.is_definite:
            return best
        return (
            self._employer(description, owner)
            or self._most_salient(description, owner)
            or self._in_the_foreground(description, owner)
            or self._body_in_the_foreground(description)
        )

    def _fit(self, figure: Figure, description: Description, owner: Figure | None) -> float:
        """How well a description fits somebody's roles or a body's name."""
        best = 0.0
        if owner is not None and self._is_of_another(figure, description.noun, owner):
            return 0.0
        for role in figure.roles:
            fit = may_be_one(role, description.noun, description.modifiers)
            if self._is_named_otherwise(figure, role, description, owner):
                continue
            if fit < 1 and description.last > description.head:
                continue  # "the head of maintenance" is another than "the leader" of a shift
            if fit and owner is not None and role.owner is not None:
                theirs = self.figure_at(role.owner)
                fit = fit + 1 if theirs is owner else 0.0 if theirs is not None else fit
            best = max(best, fit)
        for name in figure.names:
            if figure.kind != NameKind.PERSON and nouns.singular(name.words[-1].lower()) == description.noun:
                best = max(best, 1.2)
        return best

    def _is_named_otherwise(self, figure: Figure, role: Role, description: Description, owner: Figure | None) -> bool:
        """Whether a body was told from others by a name, and is told now by a word: the Zwaanburg museum, the national museum."""
        by_name = role.owner in self.name_at and not role.modifiers
        return figure.kind == NameKind.ORGANIZATION and by_name and bool(description.modifiers) and owner is None

    def _is_of_another(self, figure: Figure, noun: str, owner: Figure) -> bool:
        """Whether a body without a name is said to be others' and never an owner's: the Trump campaign is not the Clinton campaign."""
        if figure.names or not (noun == "office" or noun in nouns.BODY):
            return False
        owners = [self.figure_at(role.owner) for role in figure.roles if role.owner is not None and role.noun == noun]
        known = [theirs for theirs in owners if theirs is not None]
        return bool(known) and owner not in known

    def _gender_fits(self, figure: Figure, description: Description) -> bool:
        return description.gender is None or figure.gender in {None, description.gender}

    def _most_salient(self, description: Description, owner: Figure | None) -> Figure | None:
        """Whom "the rider" or "the company" means where no role says it: who stands most in the foreground."""
        sorts, noun = description.sorts, description.noun
        if noun in nouns.KIN or noun in nouns.SPEAKS_FOR_ANOTHER or description.modifiers:
            return None
        if owner is not None and owner.kind == NameKind.PERSON and not owner.plural and Sort.PERSON in sorts:
            return None  # "her deputy" is of the many one whom nothing has named yet
        if self._is_restricted(description):
            return None
        sentence = self.page.words[description.head].sentence
        if noun in nouns.SOURCES:
            unnamed = [
                f for f in self.cast.figures if f.is_person and not f.is_named and f.seen_in >= 0 and f.count == 1
            ]
            if unnamed:
                return max(unnamed, key=lambda f: f.fades_to(self.clock[sentence]))
        if Sort.PERSON in sorts and noun not in nouns.OFFICE:
            anybody = noun in nouns.ANYBODY
            people = [f for f in self.cast.figures if f.is_person and f is not owner and f.is_named and f.seen_in >= 0]
            wanted = [f for f in people if anybody or not self._has_trade(f)]
            wanted = wanted or [f for f in people if not f.trades & (nouns.OFFICE | nouns.SPEAKS_FOR_ANOTHER)]
        elif Sort.BODY in sorts and noun in _ANY_BODY and owner is None:
            wanted = [f for f in self.cast.figures if f.kind == NameKind.ORGANIZATION and self._can_be_called(f, noun)]
        elif noun in _OUTLETS and description.determiner == "the":
            outlets = [f for f in self.cast.figures if f.kind == NameKind.OUTLET and f.seen_in >= 0]
            # a paper that speaks of itself says "this newspaper"
            wanted = [f for f in outlets if not f.is_publisher] or outlets
        else:
            return None
        wanted = [f for f in wanted if f.seen_in >= 0 and f.is_named and self._gender_fits(f, description)]
        found = max(wanted, key=lambda f: f.fades_to(self.clock[sentence]) + 0.1 * f.mentioned, default=None)
        return None if found is not None and self._goes_on_as_another(found, description) else found

    def _employer(self, description: Description, owner: Figure | None) -> Figure | None:
        """The body that somebody's office says to be theirs: "his bank" of the chairman of Halmark."""
        if owner is None or owner.kind != NameKind.PERSON or description.noun not in COMPANIES:
            return None
        for role in owner.roles:
            body = self.figure_at(role.owner) if role.owner is not None else None
            if body is not None and body.names and body.kind == NameKind.ORGANIZATION:
                return body if self._can_be_called(body, description.noun) else None
        return None

    def _in_the_foreground(self, description: Description, owner: Figure | None) -> Figure | None:
        """The named person whom an office or a trade may describe since nobody else is spoken of just here: "Ann Lee was late.
        The harbour master said"."""
        if Sort.PERSON not in description.sorts or description.noun in nouns.KIN | nouns.SPEAKS_FOR_ANOTHER:
            return None
        if self._is_restricted(description) or not self._speaks_or_acts(description):
            return None
        if description.determiner not in {"the", "’s"} or (owner is not None and owner.kind == NameKind.PERSON):
            return None
        now = self.clock[self.page.words[description.head].sentence]
        foremost = max(
            (f for f in self.cast.figures if f.is_person and f.seen_in >= 0 and self._gender_fits(f, description)),
            key=lambda f: f.fades_to(now),
            default=None,
        )
        if foremost is None or not foremost.is_named or foremost.kind != NameKind.PERSON:
            return None
        if foremost.fades_to(now) < FOREGROUND or self._is_another(foremost, description):
            return None
        return None if self._has_trade(foremost) or self._goes_on_as_another(foremost, description) else foremost

    def _goes_on_as_another(self, figure: Figure, description: Description) -> bool:
        """Whether the next sentence opens with a pronoun that cannot be somebody: "The caretaker agreed. He left" is not about her."""
        words, sentence = self.page.words, self.page.words[description.head].sentence
        for at in range(description.last + 1, len(words)):
            if words[at].sentence > sentence + 1 or words[at].paragraph != words[description.head].paragraph:
                return False
            if words[at].sentence == sentence:
                if at in self.name_at:
                    return False
                continue
            pronoun = self.pronoun_at.get(at)
            if pronoun is None or pronoun.owns or pronoun.gender is None:
                return False
            return figure.known_gender not in {None, pronoun.gender}
        return False

    def _is_another(self, figure: Figure, description: Description) -> bool:
        """Whether somebody has an office of the same noun that is another one: a minister is not the prime minister."""
        alike = [role for role in figure.roles if role.noun == description.noun]
        return bool(alike) and not any(may_be_one(role, description.noun, description.modifiers) for role in alike)

    def _body_in_the_foreground(self, description: Description) -> Figure | None:
        """The body that "the bank" or "the theatre" means where nothing says of what sort the one just spoken of is."""
        noun, sorts = description.noun, description.sorts
        if not sorts & {Sort.BODY, Sort.OUTLET} or noun in (_PUBLIC | _LANDS) - _OUTLETS or description.modifiers:
            return None
        if description.determiner != "the" or description.owner is not None or self._is_restricted(description):
            return None
        now = self.clock[self.page.words[description.head].sentence]
        kinds = {NameKind.ORGANIZATION, NameKind.OUTLET} if Sort.OUTLET in sorts else {NameKind.ORGANIZATION}
        bodies = [f for f in self.cast.figures if f.kind in kinds and f.names and f.seen_in >= 0 and not f.is_publisher]
        foremost = max(bodies, key=lambda f: f.fades_to(now), default=None)
        if foremost is None or foremost.fades_to(now) < FOREGROUND or not self._can_be_called(foremost, noun):
            return None
        return foremost

    def _speaks_or_acts(self, description: Description) -> bool:
        """Whether a description is a source, or opens its sentence."""
        return description.head in self.scene.sources or self.page.words[description.first].opens

    def _is_restricted(self, description: Description) -> bool:
        """Whether a clause without a comma says which one is meant, so that it is nobody known: "the firm that cleans them"."""
        return self.page.lower(description.last + 1) in {"that", "who", "which", "whose", "whom", "where"}

    def _can_be_called(self, figure: Figure, noun: str) -> bool:
        """Whether "the team" may mean a body: none whose name says that it is something else, an agency or a ministry; no town."""
        if any(phrase_is_place(tuple(w.lower() for w in name.words)) for name in figure.names):
            return False
        ends = {nouns.singular(name.words[-1].lower()) for name in figure.names} | {role.noun for role in figure.roles}
        others = (ends & nouns.BODY) - _ANYTHING
        return (noun in _ANYTHING and not others & _PUBLIC) or not others

    def _has_trade(self, figure: Figure) -> bool:
        return bool(figure.trades - nouns.KIN - nouns.RANKS - nouns.ANYBODY)

    def _known_group(self, description: Description) -> Figure | None:
        """The several people that a plural, or one of them, takes up again."""
        sentence = self.page.words[description.head].sentence
        if Sort.DOCUMENT in description.sorts and not description.determiner:
            return None
        groups = [f for f in self.cast.figures if f.plural and f.seen_in >= 0 and not f.names]
        fitting = []
        again = description.is_definite or description.partitive
        if not again and (description.determiner or description.count is not None):
            return None
        if not again and description.noun not in nouns.SOURCES | {"person", "official"}:
            return None
        if not again and description.head not in self.scene.sources:
            return None  # "told members" are none of those who spoke
        for figure in groups:
            same_count = description.count in {None, figure.count} or description.partitive
            if same_count and any(nouns.singular(role.noun) == description.noun for role in figure.roles):
                fitting.append(figure)
        return max(fitting, key=lambda f: f.fades_to(self.clock[sentence]), default=None)

    def _newcomer(self, description: Description) -> Figure | None:
        """Somebody whom a description brings up for the first time."""
        if _says_nothing(description, self.page.lower(description.first - 1)) or self._says_as_what(description):
            return None
        figure = self.cast.new()
        figure.plural = description.plural or description.partitive
        figure.count = description.count if not description.partitive or (description.count or 0) > 1 else None
        if figure.count is None and not figure.plural and description.determiner in {"a", "an", "another"}:
            figure.count = 1
        if description.noun in {"someone", "somebody"}:
            figure.count = 1
        if Sort.PERSON in description.sorts and description.noun not in nouns.BODY:
            figure.seems(NameKind.PERSON, 1)
        elif Sort.DOCUMENT in description.sorts:
            figure.is_document = True
        elif Sort.OUTLET in description.sorts:
            figure.seems(NameKind.OUTLET, 1)
        elif Sort.BODY in description.sorts:
            figure.seems(NameKind.ORGANIZATION, 1)
        figure.is_population = (
            description.plural
            and Sort.POPULATION in description.sorts
            and not description.modifiers
            and description.count is None
        )
        return figure

    def _says_as_what(self, description: Description) -> bool:
        """Whether a description only says as what somebody else did something: "she wrote it while a student in Marl"."""
        is_indefinite = description.determiner in {"a", "an"} and description.sorts == {Sort.PERSON}
        if not is_indefinite or self.page.lower(description.first - 1) not in {"as", "while", "when"}:
            return False
        follows = self.page.lower(description.last + 1)
        return description.head not in self.scene.sources and follows not in VERBS | AUXILIARIES

    # --- pronouns ---

    def of_pronoun(self, pronoun: Pronoun) -> Figure | None:
        """Whom a pronoun of the third person means, of those mentioned before it."""
        word = self.page.words[pronoun.place]
        source, uttered = self.scene.sources.get(pronoun.place, (-1, ()))
        if source != word.start:
            uttered = ()  # "an attorney for him": he is not the one who utters it
        barred = self._cannot_be(pronoun) or self._topic_before(pronoun)
        best, best_score = None, 0.05
        serves = pronoun.owns and self._owns_a_voice(pronoun)
        just_told = self._just_told(pronoun)
        askers = set[int]() if source < 0 or pronoun.owns else self._askers_before(word.sentence)
        has_clients = not pronoun.owns and any(_MY_CLIENT.search(piece.of(self.page.text)) for piece in uttered)
        for figure in self.cast.figures:
            if figure.seen_in < 0 or figure is barred or not self._agrees(figure, pronoun):
                continue
            is_known = figure.gender or not pronoun.gender or figure is just_told
            score = figure.fades_to(self.clock[word.sentence]) * (1.0 if is_known else UNKNOWN_GENDER)
            if figure is just_told:
                score *= JUST_TOLD
            if pronoun.place in self.scene.reporting and figure.kind == NameKind.OUTLET:
                score *= REPORTER
            if uttered and not pronoun.owns and self._is_named_in(figure, uttered):
                score *= 0.15
            if figure.number in askers:
                score *= 0.15  # whoever asks is not the one who answers
            if has_clients and not figure.trades & _HAVE_CLIENTS:
                score *= QUOTED
            if self._is_hardly_there(figure):
                score *= IN_PASSING
            if pronoun.gender and self._is_hardly_a_person(figure):
                score *= HARDLY_A_PERSON
            if serves and any(is_mouthpiece_role(role) for role in figure.roles):
                score *= QUOTED  # a spokesman has no spokeswoman
            if score > best_score:
                best, best_score = figure, score
        if best is not None and pronoun.gender and best.gender is None and not best.plural:
            best.is_called(pronoun.gender, 0.5)
        return best

    def _topic_before(self, pronoun: Pronoun) -> Figure | None:
        """What a sentence names in front as what it tells of: in "Of Sarne he spoke less" he is not Sarne."""
        sentence = self.page.words[pronoun.place].sentence
        if pronoun.owns or pronoun.lower in _OBJECTS:
            return None
        first = pronoun.place
        while first > 0 and self.page.words[first - 1].sentence == sentence:
            first -= 1
        if self.page.lower(first) not in _TELLS_OF:
            return None
        before = [at for at in range(first, pronoun.place) if at in self.cast.at]
        return self.cast.at[before[-1]] if len({self.cast.at[at].number for at in before}) == 1 else None

    def _owns_a_voice(self, pronoun: Pronoun) -> bool:
        """Whether a possessive says whose spokesperson somebody is."""
        return any(
            nouns.singular(self.page.lower(at)) in MOUTHPIECES for at in range(pronoun.place + 1, pronoun.place + 3)
        )

    def _just_told(self, pronoun: Pronoun) -> Figure | None:
        """Whom the sentence before, which opens the paragraph, is about by name: "Ann Lee, in Sarne, did not wait. “Now,” she said"."""
        words, here = self.page.words, self.page.words[pronoun.place]
        if pronoun.gender is None or pronoun.owns or here.quoted:
            return None
        opener = self.first_named.get(here.paragraph)
        if opener is None or words[opener].sentence == here.sentence or words[opener].quoted:
            return None
        between = [
            w for w in words[opener : pronoun.place] if w.sentence not in {words[opener].sentence, here.sentence}
        ]
        if any(not w.quoted and w.is_word for w in between):
            return None
        figure = self._teller_in(words[opener].sentence) or self.cast.at[opener]
        if figure is not self.cast.at[opener]:
            return figure  # "Asked whether Ann Lee would come, Bo Tan said": it is about who answers
        before = (at for at in range(opener - 1, -1, -1) if words[at].sentence == words[opener].sentence)
        if any(self._is_another_subject(at, figure) for at in before):
            return None  # "A boy works for Ann Lee. He said": it is about the boy
        if self.page.lower(self.names[self.name_at[opener]].title_first - 1) in _NOT_OF_WHOM:
            return None
        return figure if figure.kind == NameKind.PERSON and not self._is_hardly_a_person(figure) else None

    def _askers_before(self, sentence: int) -> set[int]:
        """The numbers of those who asked somebody something in the last sentence before one that is not quoted."""
        words, asking = self.page.words, [at for at in self.scene.asking if at in self.cast.at]
        last = max((words[at].sentence for at in asking if words[at].sentence < sentence), default=None)
        if last is None or any(last < w.sentence < sentence and w.is_word and not w.quoted for w in words):
            return set()
        return {self.cast.at[at].number for at in asking if words[at].sentence == last}

    def _teller_in(self, sentence: int) -> Figure | None:
        """The named person who is the only source in a sentence outside quotations."""
        words = self.page.words
        tellers = {
            self.cast.at[at].number: self.cast.at[at]
            for at in self.scene.sources.keys() - self.scene.asking
            if words[at].sentence == sentence
            and at in self.cast.at
            and not words[at].quoted
            and at in self.name_at
            and self.page.lower(at + 1) != ":"
        }
        figure = next(iter(tellers.values())) if len(tellers) == 1 else None
        return figure if figure is not None and figure.kind == NameKind.PERSON and figure.is_named else None

    def _is_another_subject(self, at: int, figure: Figure) -> bool:
        """Whether a mention before somebody's name is of another person, and not only of whose somebody is."""
        other = self.cast.at.get(at)
        if other is None or other is figure or not other.is_person:
            return False
        owns = (at in self.pronoun_at and self.pronoun_at[at].owns) or self.page.lower(at + 1) in _OWNING
        return not owns

    def _is_hardly_there(self, figure: Figure) -> bool:
        """Whether somebody was mentioned once, in passing: "a play about a lighthouse keeper" is not of whom the next "he" is."""
        if figure.mentioned != 1 or figure.is_named or len(figure.descriptions) != 1:
            return False
        description = figure.descriptions[0]
        before = self.page.lower(description.first - 1)
        return (
            description.determiner in {"a", "an"}
            and before in PREPOSITIONS
            and description.head not in self.scene.sources
        )

    def _is_hardly_a_person(self, figure: Figure) -> bool:
        """Whether nothing says that a name is a person's, and it stands only where places do ("at Sarne"), or once and as the
        first word of a sentence, where any word has a capital."""
        names, words = figure.names, self.page.words
        if not names or figure.roles or any(map(says_itself, names)) or _has_given_name(figure):
            return False
        if any(at in self.scene.sources for name in names for at in range(name.first, name.last + 1)):
            return False
        first, after = words[names[0].first], self.page.lower(names[0].last + 1)
        if len(names) == 1 and names[0].is_single and first.opens and not first.quoted and after not in _OWNING:
            return True
        if len(names) == 1 and not names[0].is_single and names[0].words[-1].lower() not in _STREETS:
            return False
        before = {self.page.lower(name.title_first - 1) for name in names}
        return bool(before & _WHERE) and before <= _WHERE | _OF_PLACES

    def _cannot_be(self, pronoun: Pronoun) -> Figure | None:
        """Whom a pronoun cannot mean: "his" of "Ann Lee, his lawyer" not the lawyer, "him" not who does it to him."""
        if pronoun.owns:
            owners = self.owners[self.described_by[pronoun.place]] if pronoun.place in self.described_by else ()
            return owners[0] if len(owners) == 1 else None
        if pronoun.lower not in _OBJECTS:
            return None
        words = self.page.words
        for at in range(pronoun.place - 1, max(-1, pronoun.place - 8), -1):
            if words[at].sentence != words[pronoun.place].sentence or words[at].quoted != words[pronoun.place].quoted:
                return None
            if at in self.cast.at:
                return self.cast.at[at]
            if words[at].text == ",":
                return self._before_an_aside(at)
            relative = self.page.lower(at + 1) == "who"
            is_verb = words[at].lower in VERBS or words[at].lower.endswith(("ed", "ly"))
            # right before it stands what is done to it: "Ann Lee thanked him", "Ann Lee met him"
            is_verb |= at == pronoun.place - 1 and words[at].text.islower() and words[at].lower not in CONJUNCTIONS
            if not (words[at].lower in _BETWEEN or is_verb or relative):
                return None
        return None

    def _before_an_aside(self, comma: int) -> Figure | None:
        """Who does what stands behind an aside that ends in this comma: "Ann Lee, who had met her, thanked him", "an agent, Ann Lee,
        has accused him"."""
        words = self.page.words
        for at in range(comma - 1, 0, -1):
            if words[at].sentence != words[comma].sentence or words[at].quoted:
                return None
            if words[at].text == "," and at + 1 in self.name_at and self.name_at[at + 1] == self.name_at.get(comma - 1):
                return self.cast.at.get(self.names[self.name_at[at + 1]].last)
            if words[at].lower == "who" and words[at - 1].text == ",":
                return self.cast.at.get(at - 2)
        return None

    @cached_property
    def described_by(self) -> dict[int, int]:
        """For the place of a possessive the number of the name that its description is of."""
        found = {}
        for at, number in self.apposed.items():
            owner = self.descriptions[at].owner
            if owner is not None:
                found[owner] = number
        return found

    def _agrees(self, figure: Figure, pronoun: Pronoun) -> bool:
        if pronoun.gender is not None:
            return figure.is_person and figure.gender in {None, pronoun.gender}
        if pronoun.plural:
            return figure.plural or (figure.kind in {NameKind.ORGANIZATION, NameKind.OUTLET} and not figure.is_document)
        return not figure.plural and figure.kind != NameKind.PERSON

    def _is_named_in(self, figure: Figure, contents: tuple[Span, ...]) -> bool:
        words = self.page.words
        return any(c.start <= words[n.first].start < c.end for n in figure.names for c in contents)


def _says_nothing(description: Description, before: str) -> bool:
    """Whether a noun stands bare, as a part of something else: no determiner, no owner, no number, and no body either."""
    if description.noun in {"someone", "somebody"}:
        return False
    if description.noun == "company" and _KEEPS.intersection((*description.modifiers, before)):
        return not description.determiner  # "they part company with the university"
    bare = not (description.determiner or description.plural or description.owner is not None or description.count)
    return bare and not description.sorts & {Sort.BODY, Sort.POPULATION}


def _is_full(figure: Figure) -> bool:
    """Whether some name of it has two words and none of them is a body's: "pollster Daron Shaw", not "pollster Harbour Research"."""
    return any(
        len(n.words) == 2 and n.kind in {None, NameKind.PERSON} and not n.words[-1].isupper() for n in figure.names
    )


def _has_given_name(figure: Figure) -> bool:
    """Whether some name of it is that of a person by its first word or its title."""
    return any(n.title or (len(n.words) > 1 and n.words[0].lower() in GIVEN) for n in figure.names)


_TELLS_OF = listed("of about on concerning regarding")
"""Prepositions that put in front what is spoken of."""
_NOT_OF_WHOM = listed("by for with to about against from")
"""Prepositions behind which whoever a sentence names first is not whom it is about."""
_WHERE = listed("in at near from into outside around past through on along inside toward towards off")
_STREETS = listed("street lane lodge park hill close row crescent inn")
_OF_PLACES = listed("of the to ,")
"""Words behind which places stand, and those behind which places do as often as people."""
_KEEPS = listed("part parts parted parting keep keeps kept keeping")
"""What one does with company that is no firm."""
_ANYBODY_NEW = listed("someone somebody")
"""Who is each time another."""
_ANYTHING = listed("company firm corporation group organisation organization business body institution outfit")
_ANY_BODY = _ANYTHING | listed(
    "agency team club operator side plant works factory mill quarry mine refinery shipyard manufacturer maker carrier airline"
    " charity contractor developer"
)
COMPANIES = _ANY_BODY | listed(
    "owner insurer lender bank builder supplier producer retailer railway shipyard shipbuilder brewery distillery utility broadcaster"
)
"""Nouns for companies, of which a text names one sooner or later."""
_LANDS = listed(
    "government administration cabinet house army navy military force church party opposition coalition campaign city town county state"
    " country nation region village province district borough kingdom republic side crew staff network station port airport embassy"
    " jury prosecution defence defense treasury leadership management band unit centre center service services"
)
_OUTLETS = listed("newspaper magazine website broadcaster outlet tabloid weekly podcast newsletter")
_PUBLIC = listed(
    "ministry department court council parliament committee police commission university hospital school panel subcommittee tribunal"
    " inquiry jury"
)


def cast_of(page: Page, scene: Scene, publisher: str | None, tagged: Sequence[TaggedName] | None = None) -> Casting:
    """Who is in an article, and where each is mentioned."""
    names = find_names(page, tagged)
    descriptions = find_descriptions(page, names, scene.phrases())
    casting = Casting(page, scene, names, descriptions, find_pronouns(page), publisher)
    casting.walk()
    return casting


def _clock(page: Page) -> list[float]:
    """For each sentence how far the text has come: what is quoted takes little of it, a new paragraph more."""
    running = {word.sentence for word in page.words if not word.quoted and word.is_word}
    paragraphs = {word.sentence: word.paragraph for word in reversed(page.words)}
    time, clock = 0.0, list[float]()
    if not page.words:
        return clock
    for sentence in range(page.words[-1].sentence + 1):
        time += 1.0 if sentence in running else QUOTED_TIME
        time += PARAGRAPH_TIME if paragraphs[sentence] != paragraphs.get(sentence - 1, 0) else 0.0
        clock.append(time)
    return clock


def _publisher_of(cast: Cast, publisher: str | None) -> Figure | None:
    """The figure of the outlet that printed the article: one that the text names, else one of its own."""
    if not publisher:
        return None
    wanted = tuple(w for w in publisher.lower().replace(".com", "").split() if w != "the")
    for figure in cast.figures:
        is_one = figure.kind != NameKind.PERSON and any(_names_outlet(n, wanted) for n in figure.names)
        # nobody is only ever called by the one word that is the paper's name, without a title
        is_one = is_one or (bool(figure.names) and all(_bare_words(n) == wanted and not n.title for n in figure.names))
        if is_one or any(_bare_words(n) == wanted and len(wanted) > 1 for n in figure.names):
            break
    else:
        figure = cast.new()
    figure.seems(NameKind.OUTLET, 20)
    figure.is_publisher = True
    return figure


def _bare_words(name: Name) -> tuple[str, ...]:
    return tuple(w.lower() for w in name.words if w.lower() != "the")


def _names_outlet(name: Name, wanted: tuple[str, ...]) -> bool:
    words = _bare_words(name)
    initials = "".join(w[0] for w in wanted)
    return (
        words == wanted
        or (len(words) > 1 and words == wanted[-len(words) :])
        or (len(words) == 1 and (words[0] == wanted[-1] or (words[0] == initials and len(initials) > 1)))
    )
