"""Steps of linking, put together to all that follows after the last, where nothing was known before the first."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.linking.who.directory import with_locals
from onrecord.vocabulary import (
    Change,
    ClaimId,
    Conflict,
    Linked,
    LinkedContact,
    Origin,
    Position,
    Relinked,
)


def gather(steps: Iterable[Relinked]) -> Linked:
    """Everything, in the orders in which it is shown: parties by name, the rest by time."""
    whole = Linked()
    places: dict[ClaimId, str] = {}
    for step in steps:
        places = {**places, **step.places}
        whole = _after(whole, step)
    return _in_order(whole, places)


def _after(whole: Linked, step: Relinked) -> Linked:
    put, gone = step.put, step.gone
    other = gone.claims | {claim.id for claim in put.claims}
    parties = {p.id: p for p in (*whole.parties, *put.parties) if p.id not in gone.parties}
    party_of = {local: id_ for local, id_ in {**whole.party_of, **put.party_of}.items() if local not in gone.locals}
    contacts = {c.id: c for c in whole.contacts if c.id not in gone.contacts} | {c.id: c for c in put.contacts}
    events = {e.id: e for e in whole.events if e.id not in gone.events} | {e.id: e for e in put.events}
    copies = {copy: of for copy, of in {**whole.copies, **put.copies}.items() if copy not in gone.copies}
    return Linked(
        parties=tuple(parties.values()),
        party_of=party_of,
        claims=(*(c for c in whole.claims if c.id not in other), *put.claims),
        positions=(*(p for p in whole.positions if p.claim not in other), *put.positions),
        changes=(*(c for c in whole.changes if c.claim not in other), *put.changes),
        conflicts=(*(c for c in whole.conflicts if c.claim not in other), *put.conflicts),
        origins=(*(o for o in whole.origins if o.claim not in other), *put.origins),
        contacts=tuple(contacts.values()),
        events=tuple(events.values()),
        copies=copies,
    )


def _in_order(whole: Linked, places: dict[ClaimId, str]) -> Linked:
    def by_claim(each: Position | Change | Conflict | Origin) -> str:
        return places[each.claim]

    return Linked(
        parties=with_locals(whole.parties, whole.party_of),
        party_of=whole.party_of,
        claims=tuple(sorted(whole.claims, key=lambda c: places[c.id])),
        positions=tuple(sorted(whole.positions, key=by_claim)),
        changes=tuple(sorted(whole.changes, key=by_claim)),
        conflicts=tuple(sorted(whole.conflicts, key=by_claim)),
        origins=tuple(sorted(whole.origins, key=by_claim)),
        contacts=tuple(sorted(whole.contacts, key=when_in_contact)),
        events=tuple(sorted(whole.events, key=lambda e: (e.on, e.evidence[0]))),
        copies=whole.copies,
    )


def when_in_contact(each: LinkedContact) -> tuple[object, ...]:
    """What orders contacts: dated ones first, by day."""
    return each.on is None, each.on.start if each.on else None, each.evidence[0]
