"""Origins: what a side of a claim really rests on, once copies and statements that lean on one source are counted once.

Statements have one origin where one party stands behind them or utters them (a spokeswoman counts once, for herself, for
her ministry and for its minister), where one text carries them (wire copies), and where unnamed sources and outlets stand
behind one report: however many people "familiar with the matter" an outlet quotes, and however many others repeat it, it is
that outlet's report.

A claim also gathers statements that speak of something else or are given the wrong side, and it lacks some that speak to it.
So an origin counts by how surely one of its statements speaks to the claim: there are as many as sides of claims usually have
whose chances add up to as much, and they are the surest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from onrecord.linking.groups import Groups
from onrecord.linking.origins.footing import FIRM
from onrecord.linking.what.propositions import Proposition
from onrecord.vocabulary import (
    ArticleId,
    Claim,
    LinkedParty,
    Origin,
    PartyId,
    PartyKind,
    Side,
    StatementId,
)

USUALLY = 1.05
FOR_EACH = 0.46
"""How many origins a side really has whose chances add up to x: 1.05 + 0.46 x. Claims with few accounts lack some, those with
many hold foreign ones. By least squares it is that over sides of shorter affairs, 1.4 + 0.6 x over those of longer ones, which
finds more there and says two too often elsewhere (training/LOG.md, 2026-12-01)."""

IN_NO_DOUBT = 0.85
"""From this chance on an origin counts whatever is expected: several that surely say it are several."""

Surely = Callable[[], Mapping[StatementId, float]]
"""For each statement that affirms or denies the probability that it speaks to its claim, on its side; asked only where that
matters."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around the statements. outlets: the linked outlet that published each article, where it is known;
    via: for each statement the linked parties through whom the article has it, outermost first; told_to: to whom."""

    parties: Mapping[PartyId, LinkedParty]
    copies: Mapping[ArticleId, ArticleId]
    publishers: Mapping[ArticleId, str]
    via: Mapping[StatementId, tuple[PartyId, ...]]
    told_to: Mapping[StatementId, PartyId]


def find_origins(
    claim: Claim, propositions: Mapping[StatementId, Proposition], around: Surroundings, surely: Surely
) -> tuple[Origin, ...]:
    """The origins of each side of a claim that somebody takes."""
    found = []
    for side in Side:
        told = [propositions[s.statement] for s in claim.stands if s.side is side]
        if told:
            groups, why = _groups(told, around, surely if side in FIRM else None)
            found.append(Origin(claim.id, side, groups, why))
    return tuple(found)


def _groups(
    told: list[Proposition], around: Surroundings, surely: Surely | None
) -> tuple[tuple[tuple[StatementId, ...], ...], str]:
    groups: Groups[StatementId] = Groups(p.id for p in told)
    reasons: Counter[str] = Counter()
    holder: dict[str, StatementId] = {}
    for each in told:
        for key, reason in _keys(each, around):
            if key in holder and not groups.together(holder[key], each.id):
                groups.join(holder[key], each.id)
                reasons[reason] += 1
            holder.setdefault(key, each.id)
    order = {p.id: n for n, p in enumerate(told)}
    members = sorted((tuple(sorted(g, key=order.__getitem__)) for g in groups.all()), key=lambda g: order[g[0]])
    by_id = {p.id: p for p in told}
    # "She said" of nobody known may be anybody who is counted already
    known = [group for group in members if any(by_id[id_].principal in around.parties for id_ in group)] or members
    counted = _surest(known, surely) if surely else known
    left = {"may speak of something else": len(known) - len(counted), "is of nobody known": len(members) - len(known)}
    why = _why([by_id[g[0]] for g in counted], reasons, around, left)
    return tuple(counted), why


def _surest(groups: list[tuple[StatementId, ...]], surely: Surely) -> list[tuple[StatementId, ...]]:
    """As many of these as can be expected to be origins of this side, or surely are, in their order."""
    if len(groups) == 1:
        return groups
    chances = [max(surely()[statement] for statement in group) for group in groups]
    expected = max(round(USUALLY + FOR_EACH * sum(chances)), sum(chance >= IN_NO_DOUBT for chance in chances))
    surest = sorted(range(len(groups)), key=lambda n: (-chances[n], n))[:expected]
    return [groups[n] for n in sorted(surest)]


def _keys(each: Proposition, around: Surroundings) -> Iterable[tuple[str, str]]:
    """What a statement rests on; two with one key in common have one origin."""
    article = each.statement.article
    text = around.copies.get(article, article)
    party = around.parties.get(each.principal) if each.principal else None
    yield f"text {text} {' '.join(each.text.lower().split())[:80]}", "copies of one text are counted once"
    if party is None:
        yield f"nobody {text}", "what names no source is counted once an article"
    elif party.anonymous or party.kind is PartyKind.OUTLET:
        yield f"report {_report(each, party, around)}", "one report is one origin, however many stand behind it"
    else:
        for source in {party.id: None, each.speaker or party.id: None}:
            yield f"party {source}", "the same source each time is counted once"


def _report(each: Proposition, party: LinkedParty, around: Surroundings) -> str:
    """The report through which the public has what an outlet or its unnamed sources say."""
    if party.kind is PartyKind.OUTLET:
        return party.id
    outlets = [v for v in around.via.get(each.id, ()) if around.parties[v].kind is PartyKind.OUTLET]
    if outlets:
        return outlets[-1]
    told = around.told_to.get(each.id)
    if told and around.parties[told].kind is PartyKind.OUTLET:
        return told
    first = around.copies.get(each.statement.article, each.statement.article)
    return around.publishers.get(first, first)  # a copy has it from whoever published the first


def _why(firsts: list[Proposition], reasons: Counter[str], around: Surroundings, left: Mapping[str, int]) -> str:
    named = [_name(p, around) for p in firsts]
    who = ", ".join(dict.fromkeys(named[:6])) + (f" and {len(named) - 6} more" if len(named) > 6 else "")
    known = [reason for reason, _ in sorted(reasons.items(), key=lambda r: (-r[1], r[0]))]
    known += [f"{count} more {what}" for what, count in left.items() if count]
    return f"Rests on {who}" + (f"; {'; '.join(known)}" if known else "") + "."


def _name(each: Proposition, around: Surroundings) -> str:
    party = around.parties.get(each.principal) if each.principal else None
    return party.name if party else "a source that is not named"
