"""The parties of single articles that are one party over all of them.

Who is called by a full name that tells is one with all who have it ("home"). Who is not looks for whom the name can mean: in
lines of those that are called more fully, in the order of time, among the nearest before and behind. If these are one
party, or one of them shares the office or is of the same affair, it is that one. So a name means who was lately called so,
and one more article touches those near it in its lines, however long these are. Unnamed sources stay in their articles,
and what one article tells apart stays apart. What people decided goes over all this.

Names are decided in an order made from the parties themselves, the fullest first, so each rests on what is decided
already, and the order of reading does not matter.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.claims.candidates import moment
from onrecord.linking.memory import FIRST, LAST, Entry, Memory
from onrecord.linking.packing import Packed, pack_party, unpack_party
from onrecord.linking.who import bodies, namesakes, people
from onrecord.linking.who.known import Known, Nearness, know, names_told, nearness
from onrecord.linking.who.leads import Candidate, Fit, Lead, only_one
from onrecord.linking.who.names import body_name
from onrecord.vocabulary import ArticleId, Party, PartyId, content_id

NEAREST = 24
"""How many parties before it, and behind it, in a line one looks at."""

ALL = 2**31

HOMES = ("person ", "body ")
"""How the lines begin that are somebody's home."""

Order = tuple[int, Entry]
"""When a party is decided: by how it is called, then by time."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in an article. published: when it was; spoken: who speaks, and who is spoken for, in each statement."""

    published: str
    parties: Sequence[Party]
    spoken: Sequence[Sequence[PartyId | None]] = ()


@dataclass(frozen=True, slots=True)
class Is:
    """The linked party that a local one is, and why."""

    linked: PartyId
    reason: str


@dataclass(frozen=True, slots=True)
class Met:
    """A local party as it stands among all. place: in lines; order: when it is decided; home: the name under which all who
    have it are one. is_closed: it is what it is by itself, an unnamed source or the second of its article's parties of one
    name, which reading has told apart."""

    number: int
    known: Known
    place: Entry
    order: Order
    home: str | None
    is_closed: bool

    @property
    def leads(self) -> list[Lead]:
        """Where it is looked for who else it may be, the surest first."""
        if self.is_closed:
            return []
        return list(people.leads(self.known) if self.known.is_person else bodies.leads(self.known))

    @property
    def offers(self) -> set[str]:
        """The lines in which others find it."""
        if self.is_closed:
            return set()
        return people.offers(self.known) if self.known.is_person else bodies.offers(self.known)

    @property
    def astray(self) -> set[str]:
        """Of these lines those that are homes of others: it is called so too, beside a fuller name."""
        return {line for line in self.offers - {self.home} if line.startswith(HOMES)}

    @property
    def asks(self) -> set[str]:
        """The lines that it looks at, besides its home."""
        if self.is_closed:
            return set()
        alike = set() if self.known.is_person or self.home else bodies.so_called(self.known)
        return alike.union(*(lead.lines for lead in self.leads))

    @property
    def stands_in(self) -> set[str]:
        """Every line that has it: those in which it is found, and those of who looks where."""
        looking = {*map(_asked, self.asks), *([_at_home(self.home)] if self.home else [])}
        return self.offers | looking | set(map(_astray, self.astray))


def meet(number: int, party: Party, moment: int, *, is_second: bool) -> Met:
    """Work out where a party stands. is_second: of its article's parties of one name."""
    known, place = know(party), (moment, number)
    rank, home = (people.rank, people.home) if known.is_person else (bodies.rank, bodies.home)
    is_closed = party.anonymous or is_second
    return Met(number, known, place, (rank(known), place), None if is_closed else home(known), is_closed)


@dataclass(frozen=True, slots=True)
class Beside:
    """What one has to know of a party that is named in its own article. has_no_office: it has a name, and none is told."""

    number: int
    order: Order
    is_person: bool
    has_no_office: bool

    @staticmethod
    def of(met: Met) -> Beside:
        """That of a party."""
        return Beside(met.number, met.order, met.known.is_person, bool(met.known.proper and not met.known.roles))


class Parties:
    """The local parties of a memory, each with the linked party that it is."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._met: dict[int, Met] = {}
        self._is_empty: dict[str, bool] = {}

    def change(self, gone: Collection[ArticleId], come: Mapping[ArticleId, Cast]) -> dict[PartyId, Is]:
        """Let the parties of articles go and others come. Gives who those are that are another than before, new ones too."""
        leaving = self._of_articles(gone)
        for each in leaving:
            self._move(each, None)
        self._forget(gone, leaving)
        entering = self._meet(come)
        offers = {each.place: each.offers for each in (*leaving, *entering)}
        lines = set().union(*offers.values())
        homes = {line for line in lines if line.startswith(HOMES)}
        self._look_ahead({*map(_asked, lines), *map(_at_home, homes)})
        asked = {line for line in lines if not self._has_none(_asked(line))}
        lived_in = {home for home in homes if not self._has_none(_at_home(home))}
        self._is_empty.clear()
        for listed, change in ((leaving, self._memory.leave), (entering, self._memory.enter)):
            for each in listed:
                for line in sorted(each.stands_in):
                    change(line, each.place)
        strays = set[str]().union(*(each.astray for each in leaving)).union(filter(self._has_stray, lived_in))
        waiting = {each.number for each in entering}
        for place, found_in in offers.items():
            waiting |= self._looking(_asked, found_in & asked, place)
            waiting |= self._looking(_at_home, found_in & lived_in & strays, place)
        for home in sorted(self._tell_apart(leaving, entering)):
            waiting |= {number for _, number in self._memory.after(home, FIRST, ALL)}
        return self._settle(waiting, {each.number for each in entering})

    def named(self, linked: Iterable[PartyId]) -> set[PartyId]:
        """The local parties that are one of these."""
        numbers = {n for id_ in sorted(linked) for _, n in self._memory.after(f"is {id_}", FIRST, ALL)}
        return {met.known.id for met in self._all(numbers).values()}

    def _move(self, met: Met, linked: PartyId | None) -> None:
        """Let a party stand among those that are the same linked one, and no longer among others."""
        before = self._memory.recall_one("party is", str(met.number))
        if before and before[0] != linked:
            self._memory.leave(f"is {before[0]}", met.place)
        if linked and (not before or before[0] != linked):
            self._memory.enter(f"is {linked}", met.place)

    def _settle(self, waiting: Iterable[int], new: Collection[int]) -> dict[PartyId, Is]:
        """Decide who these are, the fullest names first, and then whoever rests on one that is another than before."""
        heap: list[tuple[Order, int]] = []
        queued: set[int] = set()
        changed: dict[PartyId, Is] = {}

        def queue(numbers: Iterable[int]) -> None:
            for met in self._all(n for n in numbers if n not in queued).values():
                queued.add(met.number)
                heapq.heappush(heap, (met.order, met.number))

        queue(waiting)
        self._look_ahead(line for number in queued for line in self._met[number].asks)
        while heap:
            _, number = heapq.heappop(heap)
            queued.discard(number)
            met = self._met[number]
            linked, reason = self._who(met)
            if [linked, reason] == self._memory.recall_one("party is", str(number)):
                continue
            self._move(met, linked)
            self._memory.note("party is", {str(number): [linked, reason]})
            changed[met.known.id] = Is(linked, reason)
            if number not in new:  # all who rest on a new one wait already
                self._look_ahead(_asked(line) for line in met.offers)
                homes = (line for line in met.offers if line.startswith(HOMES))
                resting = self._looking(_asked, met.offers, met.place)
                resting |= self._looking(_at_home, filter(self._has_stray, homes), met.place)
                near = self._all(resting).values()
                queue(other.number for other in near if other.order > met.order)
                queue(other.number for other in self._beside(met.known.article) if other.order > met.order)
        return changed

    # --- who one is ---

    def _who(self, met: Met) -> tuple[PartyId, str]:
        """The linked party, and why."""
        if met.known.party.anonymous:
            return met.known.id, ""
        could_be_others = False
        for lead in met.leads:
            candidates = self._candidates(met, lead.lines)
            could_be_others |= any(lead.fits(each.known) is Fit.ANYWHERE for each in candidates)
            if found := only_one(met.known, lead, candidates):
                return found, lead.reason
        if found := self._called_so_too(met):
            return found, f"elsewhere called so beside a fuller name, {met.known.party.name}"
        is_full = met.home and not (met.home.startswith("bare") and could_be_others)
        alone = PartyId(content_id("q", "alone", met.known.id)), ""
        return self._at_home(met) if is_full else self._so_called(met) or alone

    def _called_so_too(self, met: Met) -> PartyId | None:
        """Who is called by its name beside a fuller one, where as many are as are called by this name alone."""
        if not met.home or not self._has_stray(met.home):
            return None
        near = self._all(self._near(met.home, met.place)).values()
        fuller = [other for other in near if other.home != met.home]
        if not fuller or 2 * len(fuller) < len(near):
            return None
        candidates = self._candidates(met, [met.home])
        return only_one(met.known, Lead((), lambda o: _can_be(met.known, o), ""), candidates)

    def _at_home(self, met: Met) -> tuple[PartyId, str]:
        assert met.home is not None
        apart = namesakes.apart(self._memory.recall_one("namesakes", met.home) or {})
        who = namesakes.which(met.known, apart)
        reason = "the same name" if met.known.is_person else f"the same name, {met.known.party.name}"
        if met.known.is_person:
            reason = "the same full name" if met.known.full else "the same surname, and no full name says otherwise"
        return PartyId(content_id("q", met.home, *([who] if who else []))), reason

    def _so_called(self, met: Met) -> tuple[PartyId, str] | None:
        """The nearest before it in its affair that is called by the same general name."""
        if met.known.is_person or met.is_closed:
            return None
        alike = self._candidates(met, sorted(bodies.so_called(met.known)))
        least = Nearness.WORLD if met.known.proper else Nearness.AFFAIR
        near = [c for c in alike if c.near >= least and not bodies.cannot_be_one_body(met.known, c.known)]
        before = [each for each in near if bodies.home(each.known) is None]
        reason = f"called {' '.join(body_name(met.known.party.name))} alike in one affair"
        return (before[-1].linked, reason) if before else None

    def _candidates(self, met: Met, lines: Iterable[str]) -> list[Candidate]:
        """Who stands near it in these lines and is decided already, in this order; none whom its own article tells from it, or
        who is named in another beside somebody called as it is."""
        numbers = {number for line in lines for number in self._near(line, met.place)}
        found = [o for o in self._all(numbers).values() if o.order < met.order and o.known.article != met.known.article]
        if not found:
            return []
        beside = [
            other.number
            for other in self._beside(met.known.article)
            if other.order < met.order and self._tells_apart(met, other)
        ]
        linked = self._linked([*(o.number for o in found), *beside])
        apart = {linked[number] for number in beside}
        articles = {met.known.article, *(o.known.article for o in found)}
        if not met.known.is_person:
            calls, mine = self._memory.recall("calls", articles), bodies.so_called(met.known)
            alike = {id_: mine.intersection(called) for id_, called in calls.items()}
            apart |= {linked[o.number] for o in found if alike[o.known.article] - bodies.so_called(o.known)}
        told = self._memory.recall("tells of", articles)
        here = told[met.known.article]
        return [
            Candidate(o.known, linked[o.number], nearness(met.known, here, o.known, told[o.known.article]))
            for o in sorted(found, key=lambda o: o.order)
            if linked[o.number] not in apart
        ]

    def _tells_apart(self, met: Met, beside: Beside) -> bool:
        """Whether an article that has both says that they are two. Whom it names without an office may be whom it calls by one:
        "the director" is Ann Lee where only other articles say what Ann Lee is."""
        if beside.is_person is not met.known.is_person:
            return False
        is_office = met.known.is_person and not met.known.proper
        return not (is_office and beside.has_no_office)

    def _linked(self, numbers: Iterable[int]) -> dict[int, PartyId]:
        notes = self._memory.recall("party is", map(str, numbers))
        return {int(name): PartyId(linked) for name, (linked, _) in notes.items()}

    # --- lines ---

    def _near(self, line: str, place: Entry) -> Iterator[int]:
        """Who stands nearest to a place in a line, before and behind it."""
        if not self._has_none(line):
            for _, number in self._memory.before(line, place, NEAREST) + self._memory.after(line, place, NEAREST):
                yield number

    def _looking(self, who: Callable[[str], str], lines: Iterable[str], place: Entry) -> set[int]:
        """Whoever looks at this place in one of these lines, or would if somebody stood there. who: the line of those who
        look at a line."""
        asked = [line for line in sorted(lines) if not self._has_none(who(line))]
        found: set[int] = set()
        for line in asked:
            before, after = self._memory.before(line, place, NEAREST), self._memory.after(line, place, NEAREST)
            first = before[0] if len(before) == NEAREST else FIRST
            last = after[-1] if len(after) == NEAREST else LAST
            found |= {number for _, number in self._memory.between(who(line), first, last)}
        return found

    def _has_stray(self, home: str) -> bool:
        """Whether anybody is found there who is at home elsewhere: only then it matters to others who is near."""
        return not self._has_none(_astray(home))

    def _has_none(self, line: str) -> bool:
        if line not in self._is_empty:
            self._look_ahead([line])
        return self._is_empty[line]

    def _look_ahead(self, lines: Iterable[str]) -> None:
        """Ask at once which of these lines are empty."""
        heads = self._memory.heads(sorted(set(lines) - self._is_empty.keys()), 1)
        self._is_empty.update({line: not entries for line, entries in heads.items()})

    # --- what is known of local parties ---

    def _meet(self, come: Mapping[ArticleId, Cast]) -> list[Met]:
        """Number the parties that come, and note what is known of them."""
        following = self._memory.recall_one("next", "party") or 0
        found: list[Met] = []
        for article, cast in come.items():
            homes: set[str | None] = {None}
            mine: list[Met] = []
            for party in sorted(cast.parties, key=lambda each: each.id):
                start = party.mentions[0].start if party.mentions else 0
                at = moment(cast.published[:10], article, start, party.id)
                number = following + len(found) + len(mine)
                met = meet(number, party, at, is_second=False)
                is_second = met.home in homes and not party.anonymous and met.home is not None
                met = meet(number, party, at, is_second=True) if is_second else met
                homes.add(met.home)
                mine.append(met)
                self._memory.note("met", {str(number): [pack_party(party), at, is_second]})
                self._met[number] = met
            self._memory.note("met in", {article: [_pack(Beside.of(met)) for met in mine]})
            self._memory.note("tells of", {article: sorted(names_told(m.known for m in mine))})
            called = {key for met in mine if not met.known.is_person for key in bodies.so_called(met.known)}
            self._memory.note("calls", {article: sorted(called)})
            found += mine
        self._memory.note("next", {"party": following + len(found)})
        return found

    def _forget(self, articles: Collection[ArticleId], leaving: Iterable[Met]) -> None:
        for kind in ("met", "party is"):
            self._memory.forget(kind, (str(each.number) for each in leaving))
        for kind in ("met in", "tells of", "calls"):
            self._memory.forget(kind, articles)

    def _tell_apart(self, leaving: Iterable[Met], entering: Iterable[Met]) -> set[str]:
        """Count the walks of life of people of one full name anew; gives the names that now mean others than before."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for listed, one in ((leaving, -1), (entering, 1)):
            for each in listed:
                told = namesakes.profile(each.known)
                if each.home and told and each.known.full:
                    counts[each.home][told] += one
        before = self._memory.recall("namesakes", counts)
        other = set()
        for home, more in counts.items():
            was = Counter(before.get(home, {}))
            now = Counter(was)
            now.update(more)
            now = +now
            self._memory.note("namesakes", {home: dict(sorted(now.items())) or None})
            if namesakes.apart(was) != namesakes.apart(now):
                other.add(home)
        return other

    def _beside(self, article: ArticleId) -> Iterator[Beside]:
        """The parties of an article."""
        for number, rank, at, *traits in self._memory.recall_one("met in", article) or ():
            yield Beside(number, (rank, (at, number)), *traits)

    def _of_articles(self, articles: Iterable[ArticleId]) -> list[Met]:
        """The parties of these articles, as far as they are known."""
        notes = self._memory.recall("met in", articles)
        return list(self._all(number for mine in notes.values() for number, *_ in mine).values())

    def _all(self, numbers: Iterable[int]) -> dict[int, Met]:
        """The parties of these numbers."""
        wanted = list(dict.fromkeys(numbers))
        notes = self._memory.recall("met", [str(number) for number in wanted if number not in self._met])
        for name, (party, at, is_second) in notes.items():
            self._met[int(name)] = meet(int(name), unpack_party(party), at, is_second=is_second)
        return {number: self._met[number] for number in wanted}


def _can_be(one: Known, other: Known) -> Fit:
    """Whether nothing keeps them apart."""
    is_kept = people.cannot_be_one_person(one, other) or bodies.cannot_be_one_body(one, other)
    return Fit.NOT if is_kept or one.is_person is not other.is_person else Fit.ANYWHERE


def _pack(each: Beside) -> Packed:
    rank, (at, number) = each.order
    return [number, rank, at, each.is_person, each.has_no_office]


def _asked(line: str) -> str:
    """The line of those that look at a line for whom they may be."""
    return f"who asks for {line}"


def _at_home(line: str) -> str:
    """The line of those whose home it is."""
    return f"at home {line}"


def _astray(line: str) -> str:
    """The line of those that are found there and are at home elsewhere."""
    return f"astray {line}"
