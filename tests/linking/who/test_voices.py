from __future__ import annotations

from telling import Teller

from onrecord.linking import link
from onrecord.linking.who.voices import is_of_their_own
from onrecord.vocabulary import Linked, PartyKind, Stance

ABOUT = ("Elena Marsh", "Bert Orr")


def told(role: str, *later: str) -> Linked:
    """One article in which Ann Rowe speaks for Halden Grid, and one that does not say for whom she speaks."""
    first = Teller("a", published="2031-03-04").party("Halden Grid", PartyKind.ORGANIZATION)
    first.party("Ann Rowe", roles=(role,)).says(
        "Ann Rowe", "denied", "that the dockside valve leaked", Stance.DENIES, behalf="Halden Grid"
    )
    second = Teller("b", published="2031-03-06")
    for content in later:
        second.says("Ann Rowe", "said", content)
    for teller in (first, second):
        for name in ABOUT:
            teller.says(name, "said", "that the dockside valve had leaked")
    return link([first.reading(), second.reading()])


def principals(linked: Linked) -> list[str | None]:
    names = {party.id: party.name for party in linked.parties}
    speaking = {p.id for p in linked.parties if p.name in ("Ann Rowe", "Halden Grid")}
    stands = [stand for claim in linked.claims for stand in claim.stands if stand.principal in speaking]
    return [stand.principal and names[stand.principal] for stand in stands]


def test_who_speaks_for_a_body_in_one_article_does_in_the_next() -> None:
    assert principals(told("spokeswoman", "that the dockside valve may have leaked")) == ["Halden Grid", "Halden Grid"]


def test_who_speaks_for_nobody_by_office_speaks_for_themselves() -> None:
    assert principals(told("engineer", "that the dockside valve may have leaked")) == ["Halden Grid", "Ann Rowe"]


def test_what_is_said_in_the_first_person_is_their_own() -> None:
    assert principals(told("spokeswoman", "that I saw the dockside valve leak")) == ["Halden Grid", "Ann Rowe"]
    assert not is_of_their_own("that the IT office and Iris leaked")


def test_who_speaks_to_the_press_by_office_does_so_however_seldom_an_article_says_for_whom() -> None:
    later = [f"that the dockside valve number {n} may have leaked" for n in range(4)]
    assert set(principals(told("spokeswoman", *later))) == {"Halden Grid"}
    assert "Ann Rowe" in principals(told("lawyer", *later))


def test_whom_one_article_among_many_calls_a_spokeswoman_speaks_for_themselves() -> None:
    readings = [
        Teller("a").party("Halden Grid", PartyKind.ORGANIZATION).party("Ann Rowe", roles=("spokeswoman",))
        .says("Ann Rowe", "denied", "that the dockside valve leaked", Stance.DENIES, behalf="Halden Grid"),
    ]  # fmt: skip
    for n in range(3):
        teller = Teller(f"b{n}").party("Ann Rowe", roles=("senator",))
        readings.append(teller.says("Ann Rowe", "said", f"that the dockside valve number {n} may have leaked"))
    for teller in readings:
        for name in ABOUT:
            teller.says(name, "said", "that the dockside valve had leaked")
    found = principals(link([teller.reading() for teller in readings]))
    assert found.count("Halden Grid") == 1
    assert "Ann Rowe" in found
