"""What a linked party looks like, out of how its local ones are called: counted, so that one more article only adds to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.linking.who.known import know
from onrecord.linking.who.names import is_body, parts, person_name, without_titles
from onrecord.vocabulary import LinkedParty, Party, PartyId, PartyKind

Tally = Counter[str]
"""How often what was seen of a party: under "name", "role" and so on, each with its value behind a tab."""

FEW = 5
"""Up to 2 ** FEW statements of a party in a record are as many as it has in the stories that changes of position were weighed on."""

IN_COMMON = "the same "
"""How a reason begins that says something from the second party on."""


def seen(
    parties: Iterable[Party],
    spoken: Iterable[Sequence[PartyId | None]],
    linked: Mapping[PartyId, PartyId],
    because: Mapping[PartyId, str],
) -> dict[PartyId, Tally]:
    """What an article shows of the linked parties of its local ones. spoken: who speaks and who is spoken for in each
    statement. because: for each local party why it is the linked one."""
    tallies: defaultdict[PartyId, Tally] = defaultdict(Counter)
    for party in parties:
        tallies[linked[party.id]].update(_traits(party, linked, because[party.id]))
    for speaker, principal in spoken:
        who, whose = (linked.get(each) if each else None for each in (speaker, principal))
        for id_ in {who, whose} - {None}:
            tallies[id_]["statements"] += 1  # type: ignore[index]
        if who:
            tallies[who]["said"] += 1
        if who and whose:
            tallies[who][f"for\t{whose}"] += 1
    for tally in tallies.values():
        tally["articles"] = 1
    return dict(tallies)


def _traits(party: Party, linked: Mapping[PartyId, PartyId], reason: str) -> Iterator[str]:
    known = know(party)
    yield "parties"
    yield f"kind\t{party.kind}"
    if party.anonymous:
        yield "anonymous"
    for name in known.proper or (party.name,):
        yield f"{'proper' if known.proper else 'described'}\t{name}"
    for name in dict.fromkeys((party.name, *party.aliases)):
        yield f"name\t{name}"
    for role in party.roles:
        yield f"role\t{role}"
    for member in party.members:
        if member in linked:
            yield f"member\t{linked[member]}"
    if reason:
        yield f"because\t{reason}"


def portrait(id_: PartyId, tally: Tally) -> LinkedParty:
    """The linked party of which this was seen; without the local ones."""
    counts = {what: values_of(tally, what) for what in ("kind", "name", "role", "member", "because")}
    kind = PartyKind(max(counts["kind"], key=lambda k: (counts["kind"][k], k == PartyKind.OUTLET, k)))
    names = counts["name"]
    telling = set(values_of(tally, "proper") or values_of(tally, "described"))
    is_a_person = any(not is_body(PartyKind(each)) for each in counts["kind"])
    plain = telling - (_with_unknown_titles(telling) if is_a_person else set())
    shown = max(
        plain, key=lambda name: (min(len(parts(name)), 2), names.get(name, 0), len(parts(name)), len(name), name)
    )
    if not is_body(kind):
        shown = without_titles(shown)
        shown = next(
            (n for n in sorted(names) if n.lower() in {f"sir {shown.lower()}", f"dame {shown.lower()}"}), shown
        )
    return LinkedParty(
        id=id_,
        name=shown,
        kind=kind,
        aliases=tuple(sorted(names.keys() - {shown})),
        roles=tuple(sorted(counts["role"])),
        locals=(),
        members=tuple(sorted(map(PartyId, counts["member"]))),
        anonymous=tally["anonymous"] == tally["parties"],
        because=tuple(sorted(_reasons(counts["because"]))),
        statements=tally["statements"],
        articles=tally["articles"],
    )


def plenty(statements: int) -> int:
    """How often what a record has of a party doubles what is few. So coarse, since whoever asks is asked anew for each more."""
    return max(0, statements.bit_length() - FEW)


def values_of(tally: Tally, what: str) -> dict[str, int]:
    """The values seen of something, and how often."""
    return {key.split("\t", 1)[1]: count for key, count in tally.items() if key.startswith(f"{what}\t")}


def _reasons(counted: Mapping[str, int]) -> set[str]:
    """Why its local parties are one; each begins with the id of the party that they are by their names."""
    told = ((reason.split(" ", 1)[1], count) for reason, count in counted.items())
    return {reason for reason, count in told if count > 1 or not reason.startswith(IN_COMMON)}


def _with_unknown_titles(names: set[str]) -> set[str]:
    """Of a person's names those that are another of them with more before it: "Showrunner Olu Vance" beside "Olu Vance"."""
    read = {name: person for name in names if (person := person_name(name))}
    return {name for name, person in read.items() if any(other.ends(person) for other in read.values())}
