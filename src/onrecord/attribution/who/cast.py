"""Who is in an article: the people and bodies it names or describes, each once, with what is known of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.attribution.who.descriptions import Description
from onrecord.attribution.who.gender import Gender
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.names import Name
from onrecord.attribution.who.roles import Role
from onrecord.vocabulary import Span


@dataclass(eq=False, slots=True)
class Figure:
    """Somebody or something of an article while it is read; grows with every mention.

    names, descriptions: its mentions. kinds, genders: votes; kind, gender: what most of them say. members: of several who speak as one.
    phrase: its words, where neither names nor descriptions are its own.
    """

    number: int
    names: list[Name] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    kinds: defaultdict[NameKind, float] = field(default_factory=lambda: defaultdict(float))
    genders: defaultdict[Gender, float] = field(default_factory=lambda: defaultdict(float))
    kind: NameKind | None = None
    gender: Gender | None = None
    plural: bool = False
    count: int | None = None
    members: list[Figure] = field(default_factory=list)
    is_document: bool = False
    is_population: bool = False
    is_thing: bool = False  # words for neither people nor papers, as far as their form tells
    is_publisher: bool = False
    phrase: Span | None = None
    phrases: list[Span] = field(default_factory=list)
    salience: float = 0.0
    trades: set[str] = field(default_factory=set)  # nouns that appositions anywhere in the text say of it
    keys: set[str] = field(default_factory=set)  # nouns of its roles, and last words of its names
    seen_in: int = -1  # the sentence in which it was mentioned last
    seen_at: float = 0.0  # and its time
    last_place: int = -1
    mentioned: int = 0

    @property
    def is_named(self) -> bool:
        """Whether the article gives a name to it."""
        return bool(self.names) or self.is_publisher

    def plays(self, role: Role) -> None:
        """One more role of it."""
        self.roles.append(role)
        self.keys.add(role.noun)

    def seems(self, kind: NameKind, weight: float = 1) -> None:
        """One more sign of what it is."""
        self.kinds[kind] += weight
        self.kind = max(self.kinds.items(), key=lambda vote: (vote[1], -_ORDER.index(vote[0])))[0]

    def is_called(self, gender: Gender, weight: float = 1) -> None:
        """One more sign of whose pronouns the text uses of it; its gender is where the evidence leans."""
        self.genders[gender] += weight
        men, women = self.genders[Gender.MAN], self.genders[Gender.WOMAN]
        self.gender = None if men == women else Gender.MAN if men > women else Gender.WOMAN

    @property
    def known_gender(self) -> Gender | None:
        """Its gender where title, name or noun says it, not a pronoun alone that may mean another."""
        return self.gender if max(self.genders.values(), default=0) >= 1 else None

    @property
    def is_person(self) -> bool:
        """Whether it is one human being, or may be one as far as the text says."""
        return not self.plural and not self.is_document and self.kind in {NameKind.PERSON, None}

    def fades_to(self, time: float) -> float:
        """How much it stands in the foreground at a time of the text."""
        return self.salience * FADING ** max(time - self.seen_at, 0.0) if self.seen_in >= 0 else 0.0

    def comes_up(self, place: int, sentence: int, time: float, weight: float) -> None:
        """It is mentioned once more."""
        # Three mentions in one breath ("its spokesman, Ann Lee") are one appearance.
        again = sentence == self.seen_in
        self.salience = max(self.salience, weight) + 0.2 if again else self.fades_to(time) + weight
        self.seen_in, self.seen_at, self.last_place = sentence, time, place
        self.mentioned += 1


_ORDER = (NameKind.PERSON, NameKind.OUTLET, NameKind.ORGANIZATION, NameKind.PLACE, NameKind.THING)

FADING = 0.5
"""What is left of a mention's weight one sentence later."""


@dataclass(slots=True)
class Cast:
    """The figures of an article and where each is mentioned: head place → figure."""

    figures: list[Figure] = field(default_factory=list)
    at: dict[int, Figure] = field(default_factory=dict)

    def new(self) -> Figure:
        """A further figure."""
        figure = Figure(len(self.figures))
        self.figures.append(figure)
        return figure


def people(figures: Iterable[Figure]) -> list[Figure]:
    """Those of the figures that are, or may be, one human being."""
    return [figure for figure in figures if figure.is_person]
