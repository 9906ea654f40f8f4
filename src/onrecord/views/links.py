"""Rows of what follows from holding articles together, shaped once for exports, JSON and pages.

Parties in these rows are linked ones: one row a party, whichever articles call it what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.views.present import Row, blank, interval_row, party_row, span_row
from onrecord.vocabulary import (
    Article,
    ArticleId,
    Change,
    Claim,
    Conflict,
    Interval,
    LinkedContact,
    LinkedEvent,
    LinkedParty,
    Origin,
    PartyId,
    Passage,
    Position,
    Review,
    Side,
    Stand,
)

if TYPE_CHECKING:
    from onrecord.record import ClaimSides

LinkedParties = Mapping[PartyId, LinkedParty]
Articles = Mapping[ArticleId, Article]


def linked_party_row(party: LinkedParty) -> Row:
    """A party over all articles, with how many statements are its own and how many articles name it."""
    return blank("parties") | {
        "id": party.id,
        "name": party.name,
        "kind": party.kind.value,
        "aliases": list(party.aliases),
        "roles": list(party.roles),
        "members": list(party.members),
        "statements": party.statements,
        "articles": party.articles,
    }


def claim_row(claim: Claim, parties: LinkedParties) -> Row:
    """A claim with the parties on each side; one that switched stands on every side that it took."""
    days = [stand.said for stand in claim.stands if stand.said]
    return blank("claims") | {
        "id": claim.id,
        "text": claim.text,
        "statements": [stand.statement for stand in claim.stands],
        **{side.value: _on_side(claim.stands, side, parties) for side in Side},
        "first": interval_row(min(days, default=None)),
        "last": interval_row(max(days, key=_latest, default=None)),
    }


def _latest(days: Interval) -> tuple[object, object]:
    return days.end, days.start


def _on_side(stands: Iterable[Stand], side: Side, parties: LinkedParties) -> list[Row]:
    who = dict.fromkeys(s.principal for s in stands if s.side is side and s.principal)
    return [party_row(parties[party]) for party in who if party]


def position_row(position: Position, parties: LinkedParties) -> Row:
    """The dated sides of one party on one claim."""
    sides = [
        {"side": stand.side.value, "said": interval_row(stand.said), "statement": stand.statement}
        for stand in position.stands
    ]
    return blank("positions") | {"party": party_row(parties[position.party]), "claim": position.claim, "sides": sides}


def change_row(change: Change, parties: LinkedParties, review: Review = Review.UNREVIEWED) -> Row:
    """A change of position with both its statements; `on` is the day of the later one."""
    return blank("changes") | {
        "id": change.id,
        "party": party_row(parties[change.party]),
        "claim": change.claim,
        "kind": change.kind.value,
        "from": change.before.side.value,
        "to": change.after.side.value,
        "on": interval_row(change.after.said),
        "statements": [change.before.statement, change.after.statement],
        "confidence": change.confidence,
        "review": review.value,
    }


def cut_claim_row(claim: ClaimSides, stands: Sequence[Stand], parties: LinkedParties) -> Row:
    """A claim as exported, but with no more statements and parties than are given; `totals` says how many there are."""
    sides = {side.value: claim.sides.get(side) for side in Side}
    return blank("claims") | {
        "id": claim.id,
        "text": claim.text,
        "statements": [stand.statement for stand in stands],
        **{name: [party_row(parties[id_]) for id_ in on.first] if on else [] for name, on in sides.items()},
        "first": interval_row(claim.first),
        "last": interval_row(claim.last),
        "totals": {"statements": claim.statements} | {name: on.parties if on else 0 for name, on in sides.items()},
    }


def cut_conflict_row(conflict: Conflict, parties: LinkedParties, most: int) -> Row:
    """A conflict as exported, but with at most so many parties a side and statements; `totals` says how many there are."""
    shown = replace(
        conflict,
        affirms=conflict.affirms[:most],
        denies=conflict.denies[:most],
        statements=conflict.statements[:most],
    )
    totals = {name: len(getattr(conflict, name)) for name in ("affirms", "denies", "statements")}
    return conflict_row(shown, parties) | {"totals": totals}


def conflict_row(conflict: Conflict, parties: LinkedParties) -> Row:
    """A conflict with the parties on both sides."""
    return blank("conflicts") | {
        "id": conflict.id,
        "claim": conflict.claim,
        "affirms": [party_row(parties[party]) for party in conflict.affirms],
        "denies": [party_row(parties[party]) for party in conflict.denies],
        "statements": list(conflict.statements),
    }


def origin_row(origin: Origin) -> Row:
    """On how many independent origins a side of a claim rests."""
    return blank("origins") | {
        "claim": origin.claim,
        "side": origin.side.value,
        "independent": len(origin.groups),
        "groups": [list(group) for group in origin.groups],
        "why": origin.why,
    }


def contact_row(contact: LinkedContact, parties: LinkedParties, articles: Articles) -> Row:
    """A contact, with the words of the first article that tells it, and all its evidence."""
    first = contact.evidence[0]
    return blank("contacts") | {
        "id": contact.id,
        "parties": [party_row(parties[party]) for party in contact.parties],
        "channel": contact.channel and contact.channel.value,
        "on": interval_row(contact.on),
        "article": first.article,
        "article_ref": articles[first.article].ref,
        "span": span_row(first.span, articles[first.article].text),
        "evidence": [passage_row(each, articles) for each in contact.evidence],
        "confidence": contact.confidence,
    }


def event_row(event: LinkedEvent, parties: LinkedParties, articles: Articles) -> Row:
    """An event of the timeline; `what` is in the words of the first article that tells it."""
    first = event.evidence[0]
    return blank("timeline") | {
        "id": event.id,
        "on": interval_row(event.on),
        "what": " ".join(first.span.of(articles[first.article].text).split()),
        "evidence": [passage_row(each, articles) for each in event.evidence],
        "parties": [party_row(parties[party]) for party in event.parties],
        "claim": event.claim,
    }


def passage_row(passage: Passage, articles: Articles) -> Row:
    """The words of an article that something rests on."""
    article = articles[passage.article]
    return {"article": article.id, "article_ref": article.ref, "span": span_row(passage.span, article.text)}
