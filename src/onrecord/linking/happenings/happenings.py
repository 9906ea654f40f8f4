"""The contacts and the events of a memory: told by several articles, and one all the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.linking.happenings import contacts, timeline
from onrecord.linking.happenings.bins import Bins
from onrecord.linking.memory import Memory
from onrecord.linking.packing import (
    Packed,
    pack_contact,
    pack_event,
    unpack_contact,
    unpack_event,
)
from onrecord.vocabulary import ArticleId, LinkedContact, LinkedEvent, PartyId, Reading, content_id

Links = Mapping[PartyId, PartyId]
"""Local party → linked party."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells of contacts and events, as it is kept in bins."""

    contacts: list[Packed]
    events: list[Packed]

    def parties(self) -> set[PartyId]:
        """The local parties in it."""
        return {party for contact, _, _ in self.contacts for party in contact[1]} | {
            party for event, _, _ in self.events for party in event[3]
        }


def tell(reading: Reading) -> Told:
    """What an article tells."""
    text, published = reading.article.text, reading.article.published or ""
    return Told(
        [[pack_contact(c), published, c.span.of(text)] for c in reading.contacts],
        [[pack_event(e), published, sorted(timeline.subject_of(e.span.of(text)))] for e in reading.events],
    )


@dataclass(frozen=True, slots=True)
class Happened:
    """Contacts and events that are new or other than before, and the ids of those that are no more."""

    contacts: tuple[LinkedContact, ...]
    events: tuple[LinkedEvent, ...]
    gone_contacts: frozenset[str]
    gone_events: frozenset[str]


@dataclass(frozen=True, slots=True)
class Around:
    """What has to be known of all articles: links and copies of what is asked for, and whether a linked party is the press."""

    links: Callable[[Iterable[PartyId]], Links]
    copies: Callable[[Iterable[ArticleId]], Mapping[ArticleId, ArticleId]]
    press: Callable[[Iterable[PartyId]], frozenset[PartyId]]


class Happenings:
    """Events by their days; contacts all together: they are few, and who is the press depends on every publisher."""

    def __init__(self, memory: Memory, around: Around) -> None:
        self._memory = memory
        self._around = around
        self._days = Bins(memory, "day")

    def change(self, gone: Mapping[ArticleId, Told], come: Mapping[ArticleId, Told]) -> Happened:
        """Let what articles tell go, and other things come. What is in both is looked at anew."""
        self._memory.forget("talks", gone)
        self._memory.note("talks", {id_: told.contacts for id_, told in come.items() if told.contacts})
        contacts = self._contacts()
        events = self._events(self._days.change(_by_days(gone.values()), _by_days(come.values())))
        kept = self._memory.everything("contact")
        now = {contact.id: content_id("k", contact) for contact in contacts}
        self._memory.note("contact", now | dict.fromkeys(kept.keys() - now.keys()))
        return Happened(
            tuple(contact for contact in contacts if kept.get(contact.id) != now[contact.id]),
            tuple(event for found in events.values() for event in found),
            frozenset(kept.keys() - now.keys()),
            self._replaced("events of", events),
        )

    def _contacts(self) -> tuple[LinkedContact, ...]:
        listed = [told for talks in self._memory.everything("talks").values() for told in talks]
        told = [contacts.Told(unpack_contact(contact), published, words) for contact, published, words in listed]
        party_of = self._around.links({party for each in told for party in each.contact.parties})
        press = self._around.press(set(party_of.values()))
        copies = self._around.copies({each.contact.article for each in told})
        return contacts.link_contacts(told, party_of, press, copies)

    def _events(self, days: Mapping[str, list[Packed]]) -> dict[str, list[LinkedEvent]]:
        party_of = self._around.links({party for told in days.values() for event, _, _ in told for party in event[3]})
        return {
            day: timeline.merge_events(
                [
                    timeline.Told(unpack_event(event), published, frozenset(subject))
                    for event, published, subject in told
                ],
                party_of,
            )
            for day, told in days.items()
        }

    def _replaced(self, kind: str, found: Mapping[str, Collection[LinkedEvent]]) -> frozenset[str]:
        """Note the ids of what is in each bin now; gives those that were and are not."""
        before = {id_ for ids in self._memory.recall(kind, found).values() for id_ in ids}
        ids = {label: [each.id for each in each_found] for label, each_found in found.items()}
        self._memory.note(kind, {label: listed or None for label, listed in ids.items()})
        return frozenset(before - {id_ for listed in ids.values() for id_ in listed})


def _by_days(told: Iterable[Told]) -> Iterator[tuple[str, Packed]]:
    for each in told:
        for event in each.events:
            yield " ".join(event[0][1]), event
