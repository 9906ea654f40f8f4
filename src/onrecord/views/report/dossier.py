"""What stands in a report: the affair at a glance, and the parts of it that there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.views.affair import (
    Affair,
    ChangeShown,
    ClaimShown,
    ConflictShown,
    ContactShown,
    EventShown,
    Part,
    Wanted,
    covering,
)
from onrecord.views.quoting import Cited, Quoted
from onrecord.vocabulary import Article, Interval

CLAIMS, CHANGES, CONFLICTS, CONTACTS, EVENTS = 24, 40, 16, 60, 120
"""How much of each kind a report has: what can be read in an hour, and printed."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that a report tells. articles: how many the record holds."""

    wanted: Wanted
    articles: int
    claims: Part[ClaimShown]
    changes: Part[ChangeShown]
    conflicts: Part[ConflictShown]
    contacts: Part[ContactShown]
    timeline: Part[EventShown]

    @property
    def days(self) -> Interval | None:
        """From the first day on which something on record was said to the last."""
        return covering(shown.days for shown in self.claims.things)

    @property
    def is_reviewed(self) -> bool:
        """Whether a person looked at any of the changes."""
        return any(shown.is_reviewed for shown in self.changes.things)

    @property
    def cited(self) -> tuple[Cited, ...]:
        """All the words that the report leads back to."""
        return tuple(dict.fromkeys(self._cited()))

    @property
    def sources(self) -> tuple[Article, ...]:
        """The articles that the report leads back to, by day of publication."""
        found = {cited.article.id: cited.article for cited in self.cited}
        return tuple(sorted(found.values(), key=lambda article: (article.published or "~", article.ref)))

    def _cited(self) -> Iterator[Cited]:
        for shown in self.claims.things:
            for track in shown.tracks:
                yield from map(said_at, track.quoted)
            yield from map(said_at, shown.unclaimed)
        for change in self.changes.things:
            yield from (said_at(change.before), said_at(change.after))
        for conflict in self.conflicts.things:
            yield from (said_at(track.quoted[-1]) for track in (*conflict.affirms.tracks, *conflict.denies.tracks))
        told: Iterable[ContactShown | EventShown] = (*self.contacts.things, *self.timeline.things)
        for each in told:
            yield from each.told


def said_at(quoted: Quoted) -> Cited:
    """Where the words of a statement begin."""
    return Cited(quoted.article, quoted.statement.content[0])


def gather_dossier(affair: Affair) -> Dossier:
    """Gather what a report tells of an affair."""
    return Dossier(
        wanted=affair.wanted,
        articles=affair.counts.articles,
        claims=affair.claims(CLAIMS),
        changes=affair.changes(CHANGES),
        conflicts=affair.conflicts(CONFLICTS),
        contacts=affair.contacts(CONTACTS),
        timeline=affair.timeline(EVENTS),
    )
