"""Linking some articles after others comes to the same as linking all at once, whatever comes, goes and comes again."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from telling import Teller, event

from onrecord.linking import WIDTH, Linker, Memory, link, linker
from onrecord.linking.gathering import gather
from onrecord.linking.what.sentences import FloatArray
from onrecord.linking.who import parties
from onrecord.linking.who.directory import Directory
from onrecord.linking.who.parties import Cast
from onrecord.vocabulary import (
    Article,
    ArticleId,
    Decisions,
    Linked,
    LinkedParty,
    Party,
    PartyId,
    PartyKind,
    Reading,
    Relinked,
    Stance,
)

NAMES = (
    "Elena Marsh",
    "Marsh",
    "Peter Field",
    "Paul Field",
    "Field",
    "Halden Grid",
    "Halden",
    "the ministry",
    "Energy Ministry",
)
KINDS = {"Halden Grid": PartyKind.ORGANIZATION, "Halden": PartyKind.ORGANIZATION, "the ministry": PartyKind.ORGANIZATION,
         "Energy Ministry": PartyKind.ORGANIZATION}  # fmt: skip
SUBJECTS = ("the dockside valve", "the Halden substation", "the choir fund", "the ferry contract")
DEEDS = (
    "leaked chlorine",
    "was inspected in March",
    "cost nobody a penny",
    "had been sabotaged",
    "was signed in secret",
)
STANCES = {"said": Stance.ASSERTS, "denied": Stance.DENIES, "could not recall": Stance.HEDGES}


def encode(sentences: Sequence[str]) -> FloatArray:
    """Vectors that are near each other where words are shared, without weights."""
    vectors = np.zeros((len(sentences), WIDTH), np.float32)
    for row, sentence in enumerate(sentences):
        for word in sentence.split():
            vectors[row, hash_of(word) % WIDTH] += 1
    return vectors


def hash_of(word: str) -> int:
    return sum(ord(letter) * 31**place for place, letter in enumerate(word))


def pile(seed: int, articles: int) -> list[Reading]:
    chance = random.Random(seed)
    return [article(chance, str(number)) for number in range(articles)]


def article(chance: random.Random, ref: str, sentences: int | None = None) -> Reading:
    day = f"2031-03-{chance.randint(1, 28):02}"
    teller = Teller(ref, chance.choice(("The Lamp", "The Quay")), day)
    for _ in range(sentences or chance.randint(1, 4)):
        speaker, cue = chance.choice(NAMES), chance.choice(tuple(STANCES))
        roles = ("mayor",) if "Marsh" in speaker else ("engineer",) if chance.random() < 0.3 else ()
        teller.party(speaker, KINDS.get(speaker, PartyKind.PERSON), roles=roles)
        if behalf := "Halden Grid" if speaker in ("Peter Field", "Field") and chance.random() < 0.4 else None:
            teller.party(speaker, PartyKind.PERSON, roles=("spokesman for Halden Grid",))
            teller.party(behalf, PartyKind.ORGANIZATION)
        content = f"that {chance.choice(SUBJECTS)} {chance.choice(DEEDS)}"
        on = day if chance.random() < 0.5 else None
        teller.says(speaker, cue, content, STANCES[cue], on=on, behalf=behalf)
    met = ((teller.sentences[0], ("Elena Marsh", "Peter Field"), day),) if chance.random() < 0.4 else ()
    reading = teller.reading(met)
    return replace(reading, events=(event(reading, teller.sentences[-1], day),))


def by_and_by(portions: Iterable[tuple[Sequence[ArticleId], Sequence[Reading]]], decisions: Decisions) -> Linked:
    linking = Linker(Memory(), encode)
    steps: list[Relinked] = []
    for gone, come in portions:
        steps += linking.change(gone, come, decisions)
    return gather(steps)


@pytest.mark.parametrize(("seed", "size"), [(1, 1), (2, 1), (3, 2), (4, 3), (5, 5), (6, 7)])
@pytest.mark.parametrize("again", [False, True])
def test_the_order_and_the_portions_do_not_matter(seed: int, size: int, again: bool) -> None:
    readings = pile(seed, 14)
    expected = link(readings, encode=encode)
    random.Random(seed).shuffle(readings)
    portions = [([], readings[start : start + size]) for start in range(0, 14, size)]
    if again:
        portions += [([r.article.id for r in readings[:4]], []), ([], readings[:6])]
    assert by_and_by(portions, Decisions()) == expected


def test_many_at_once_are_linked_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = [*pile(11, 12), *(article(random.Random(5), f"copy {n}", 30) for n in range(4))]
    expected = link(readings, encode=encode)
    monkeypatch.setattr(linker, "AT_ONCE", 3)
    steps = list(Linker(Memory(), encode).change((), readings))
    assert gather(steps) == expected
    for step in steps:
        assert len({each.id for each in step.put.events}) == len(step.put.events)


def test_what_a_party_says_later_counts_for_changes_found_before() -> None:
    much = Teller("much", published="2031-03-20")
    for number in range(70):
        much.says("Elena Marsh", "said", f"that tram{number} runs{number}")
    valve = "that the dockside valve leaked chlorine"
    denial = Teller("1", published="2031-03-01").says("Elena Marsh", "denied", valve, Stance.DENIES, on="2031-03-01")
    admitted = "“The dockside valve leaked chlorine, and I knew that it leaked chlorine”"
    admission = Teller("2", published="2031-03-09").says("Elena Marsh", "said", admitted, on="2031-03-09", direct=True)
    two = [denial.reading(), admission.reading()]
    linking = Linker(Memory(), linker.SHIPPED)
    before = list(linking.change((), two))
    after = gather([*before, *linking.change((), [much.reading()])])
    assert after == link([*two, much.reading()])
    assert gather(before).changes
    assert gather(before).changes != after.changes


def test_a_decision_that_comes_later_counts_as_if_it_had_been_there() -> None:
    readings = pile(7, 12)
    claim = max(link(readings, encode=encode).claims, key=lambda claim: len(claim.stands))
    one, other = claim.stands[0].statement, claim.stands[-1].statement
    apart = Decisions(different_claims=frozenset({frozenset({one, other})}))
    linking = Linker(Memory(), encode)
    steps = [*linking.change((), readings), *linking.change((), (), apart)]
    assert gather(steps) == link(readings, apart, encode)
    assert gather(steps) != link(readings, encode=encode)
    assert gather([*steps, *linking.change((), ())]) == link(readings, encode=encode)


def test_what_a_person_joined_is_sure_though_it_was_together_before() -> None:
    readings = pile(7, 12)
    before = link(readings, encode=encode)
    claim = max(before.claims, key=lambda claim: len(claim.stands))
    together = {frozenset({claim.stands[0].statement, stand.statement}) for stand in claim.stands[1:]}
    joined = Decisions(same_claims=frozenset(together))
    linking = Linker(Memory(), encode)
    steps = [*linking.change((), readings), *linking.change((), (), joined)]
    assert gather(steps) == link(readings, joined, encode)
    assert gather(steps).origins != before.origins


@pytest.mark.parametrize("known", [50, 200])
def test_one_more_article_touches_few_claims(known: int) -> None:
    linking = Linker(Memory(), encode)
    tellers = (Teller(f"{n}").says(f"Ann B{n}", "denied", f"that pier{n} w{n}", Stance.DENIES) for n in range(known))
    list(linking.change((), [teller.reading() for teller in tellers]))
    (step,) = linking.change((), [Teller("new").says("Ann B7", "said", "that pier7 w7").reading()])
    assert 1 <= len(step.put.claims) <= 12
    assert len(step.put.parties) == 1


CALLED = (*NAMES, "E. Marsh", "Lady Elena Marsh", "the Marsh", "the mayor", "her lawyer", "the engineer", "HG", "the grid",
          "Halden Grid Holding", "Peter Field Foundation", "The Halden Post", "the Post", "Grid")  # fmt: skip
OFFICES = (
    "mayor",
    "mayor of Dunmere",
    "engineer",
    "police sergeant",
    "striker",
    "lawyer of the mayor",
    "grid operator",
)


def cast(chance: random.Random, number: int) -> tuple[ArticleId, Cast]:
    """Who is in an article, called in many ways."""
    article = Article(str(number), "text").id
    found = []
    for name in chance.sample(CALLED, chance.randint(2, 7)):
        kind = KINDS.get(name, chance.choice((PartyKind.PERSON, PartyKind.ORGANIZATION, PartyKind.OUTLET)))
        roles = tuple(chance.sample(OFFICES, chance.choice((0, 0, 1, 2))))
        aliases = tuple(chance.sample(CALLED, chance.choice((0, 0, 0, 1))))
        found.append(Party(article, name, kind, aliases=aliases, roles=roles, anonymous=chance.random() < 0.1))
    spoken = [[one.id, other.id] for one, other in pairwise(found)]
    return article, Cast(f"2031-0{chance.randint(1, 6)}-{chance.randint(1, 28):02}", found, spoken)


@pytest.mark.parametrize("seed", range(6))
def test_parties_are_the_same_whatever_came_went_and_came_again(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parties, "NEAREST", 3)
    chance = random.Random(seed)
    casts = dict(cast(chance, number) for number in range(40))
    known = sorted(party.id for each in casts.values() for party in each.parties)
    told = [frozenset(chance.sample(known, 2)) for _ in range(6)]
    decisions = Decisions(same_parties=frozenset(told[:4]), different_parties=frozenset(told[4:]))
    at_once, memory = Directory(Memory()).change((), casts, decisions), Memory()
    linked: dict[PartyId, LinkedParty] = {}
    party_of: dict[PartyId, PartyId] = {}
    articles = sorted(casts, key=lambda _: chance.random())
    portions = [((), articles[at : at + 3]) for at in range(0, 40, 3)] + [(articles[:9], ()), ((), articles[:12])]
    for gone, come in portions:
        decided = decisions if chance.random() < 0.7 else Decisions()
        for moves in (
            Directory(memory).change(gone, {id_: casts[id_] for id_ in come}, decided),
            Directory(memory).change((), {}, decisions),
        ):
            linked = {id_: each for id_, each in linked.items() if id_ not in moves.gone} | {p.id: p for p in moves.put}
            party_of = {id_: one for id_, one in party_of.items() if id_ not in moves.before} | dict(moves.now)
    assert party_of == at_once.now
    assert linked == {party.id: party for party in at_once.put}
    assert memory.everything("voice") == {str(id_): one for id_, one in sorted(_voices(casts, decisions).items())}


def _voices(casts: Mapping[ArticleId, Cast], decisions: Decisions) -> Mapping[PartyId, PartyId]:
    memory = Memory()
    directory = Directory(memory)
    return directory.voices(party.id for party in directory.change((), casts, decisions).put)


def test_whose_spokesman_has_said_something_may_be_known_by_another_name_later() -> None:
    def told(ref: str, principal: str, content: str, *, says_so: bool) -> Reading:
        teller = Teller(ref, published=f"2031-03-0{ref}")
        teller.party("Paul Field", PartyKind.PERSON, roles=("spokesman",))
        teller.party(principal, PartyKind.ORGANIZATION)
        behalf = principal if says_so else None
        teller.says("Paul Field", "denied", content, Stance.DENIES, behalf=behalf)
        return teller.reading()

    valve, choir = "that the dockside valve had been sabotaged", "that choir money paid for seven ferries"
    two = [told("1", "Halden Grid", valve, says_so=True), told("2", "Halden Grid", choir, says_so=False)]
    later = [told(str(n), "the Halden Grid", f"that tram{n} runs{n} far{n}", says_so=True) for n in range(3, 7)]
    memory = Memory()
    steps = list(Linker(memory, encode).change((), two))
    [halden] = {stand.principal for step in steps for claim in step.put.claims for stand in claim.stands}
    assert halden is not None
    before = Directory(memory).parties([halden])[halden].name
    steps += Linker(memory, encode).change((), later)
    assert Directory(memory).parties([halden])[halden].name != before
    assert gather(steps) == link([*two, *later], encode=encode)
