"""Changes of position that an article itself tells: two of its statements by one party, of which it says in so many words, or
by how it puts the one beside the other, that the later departs from the earlier.

The earlier one is told as such ("had maintained", "initially said", "on 4 March it told the exchange"), or a turn is told
after it ("she later walked that back"). That alone is no departure: reporters also recall what fits. So it takes something
more: words of a turn, a contrast of now with then, or that the two are put forward differently, the one firmly or negated
and the other not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from onrecord.linking.positions.looking_back import Before, told_before
from onrecord.linking.positions.turns import Turn, find_turns
from onrecord.linking.what.commitment import leaves_open
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.words import rarity
from onrecord.sentences import start_of_sentence
from onrecord.vocabulary import Basis, Form, PartyId, Reading, Side, Span, Stance, StatementId

NEAR = 350
"""Characters that may lie between the two."""

ON = 80
"""Characters between what is told in other words and the quotation of it."""

_NOW = re.compile(
    r"\b(?:now|no\s+longer|after\s+all|ha(?:s|ve)\s+since|since\s+then|finally|for\s+the\s+first\s+time|these\s+days|belatedly|today"
    r"|any\s*more|any\s+longer|later|changed|plainer|surer|softer|less)\b",
    re.I,
)
_NO_MORE = re.compile(
    r"\b(?:no\s+longer|after\s+all|ha(?:s|ve)\s+since|used\s+to|any\s*more|any\s+longer|changed)\b", re.I
)
"""What says "now" inside a quotation, where "now" itself says little."""

_CONTRAST = re.compile(r"\b(?:but|however|yet|though|although|instead|nevertheless|whereas|only\s+to)\b", re.I)
_AGAIN = re.compile(
    r"\b(?:again|repeat\w*|reiterat\w*|also|likewise|similarly|too|echo\w*|still|continu\w+|st(?:ands?|ood)\s+by|once\s+more|consistent\w*|add(?:ed|s|ing))\b",
    re.I,
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|\w+(?:ed|ing)|knew|met|saw|took|gave|told"
    r"|went|came|sold|bought|paid|wrote|read|sent|held|left|lost|made|found|broke|fell|ran|began|got|put|set|let|cut|kept|hid|lied|rose|drove)\b"
    r"|n[’']t\b|^to\s",
    re.I,
)
_BLAMES = re.compile(r"\b(?:blam|credit|attribut|pinn|chalk)(?:e[sd]?|ed|s|ing)?\b", re.I)
"""Cues that make of two names what can be taken back: "blamed the breach on hackers"."""

_NEGATED = re.compile(
    r"\b(?:no|not|never|nothing|nobody|none|only|neither|nor|without|false|untrue|wrong)\b|n[’']t\b", re.I
)
_NOT_KNOWN = re.compile(
    r"\b(?:may|might)\s+(?:well\s+)?(?:have|be\s+that)\b|\bno\s+longer\b|\b(?:can(?:not|\s+not|[’']t)|(?:could|do|does|did|would|will|wo|is|am|are|was|were)\s*(?:not|n[’']t))"
    r"\s+(?:\w+\s+){0,4}?(?:certain|sure|know|recall|remember|aware|swear|categorical|exclude|rule|say|name|confirm|vouch|promise|able|guess|in\s+a\s+position)\b"
    r"|\bnot\s+(?:\w+\s+)?(?:certain|sure|recall|remember|aware)\b|\bpossib\w+|\b(?:is|am|are|was|were|be|remains?|now)\s+(?:unsure|uncertain|unclear)\b"
    r"|\b(?:no|any)\s+(?:recollection|memory|way\s+of)\b|\btoo\s+early\b|\bonly\s+say\b|\bsay\s+only\b|\bwhat\s+\w+\s+was\s+told\b|\bposition\s+to\b"
    r"|\bnot\s+rul(?:e|ed|ing)\s+(?:\w+\s+){0,2}out\b|\bbefore\s+saying\b|\bto\s+the\s+best\s+of\b|\bas\s+far\s+as\b",
    re.I,
)
_OF_OTHERS = re.compile(r"\bwho,?\s[^,.;]*", re.I)
"""What others do not know: "women who didn't know him"."""

_NOBODYS = re.compile(r"^(?:an?|is|are|was|were|been|being|has\s+been|had\s+been)\b", re.I)
_SILENT = re.compile(
    r"\b(?:comment\w*|say|saying|word|tell|discuss\w*|talk\w*|speak\w*|answer\w*|confirm\w*|deny|elaborate|respond\w*|reply|repl\w+|name|names|identify|identified|describe|explain\w*|address"
    r"|questions?|interview\w*|detail\w*|position|disclose|reveal|specify|be\s+drawn|remark|silent|rule\s+out|speculat\w+|drawn)\b",
    re.I,
)
_ADMITS = re.compile(
    r"\b(?:admit|conced|acknowledg|confess|own(?:ed|s|ing)?\s+up|accept|apologi[sz]|came\s+clean|fess)", re.I
)

PLAINNESS: Mapping[str, float] = {
    "earlier": 1.2,
    "what did not last": 2.5,
    "and so in one sentence": 0.8,
    "an earlier day": 0.7,
    "the later too looks back": -1.0,
    "a turn": 3.0,
    "contrast": 0.7,
    "now": 1.3,
    "again": -1.5,
    "others between": -1.0,
    "apart": -1.0,
    "one is firm, one not": 2.0,
    "one is negated, one not": 0.4,
    "both put alike": -1.1,
    "both negated": -2.0,
    "words shared": 0.3,
    "words that stand against": 0.8,
    "the later admits": 0.7,
    "no clause": -2.5,
    "goes on": -1.5,
    "one day": -0.5,
}
LEAST = 2.2


ONE_CLAIM = 1.5
"""What it adds to the log odds of one claim that an article tells a departure."""


@dataclass(frozen=True, slots=True)
class Departure:
    """Two statements, the later of which is told to depart from the earlier; plainness: above 0, the more the plainer."""

    before: StatementId
    after: StatementId
    plainness: float


def find_departures(reading: Reading, propositions: Sequence[Proposition]) -> Iterator[Departure]:
    """Every departure that an article tells between two statements of one party."""
    article = _Article(reading, propositions)
    for before, after in article.pairs():
        found = article.signs(before, after)
        plainness = sum(PLAINNESS[name] * value for name, value in found.items()) - LEAST
        if plainness > 0:
            yield Departure(before.id, after.id, plainness)


def with_departures(reading: Reading, propositions: Sequence[Proposition]) -> tuple[Proposition, ...]:
    """The propositions, knowing from which of the others each departs, and before which it was said."""
    by_id = {each.id: each for each in propositions}
    departs: dict[StatementId, dict[StatementId, float]] = defaultdict(dict)
    days: dict[StatementId, str] = {}
    for each in find_departures(reading, propositions):
        departs[each.after][each.before] = each.plainness
        day = by_id[each.after].order[0]
        days[each.before] = min(day, days.get(each.before, day))
    return tuple(replace(p, departs_from=departs.get(p.id, {}), not_after=days.get(p.id)) for p in propositions)


def departure(one: Proposition, other: Proposition) -> float | None:
    """How plainly one is told to depart from the other, whichever came first; None where nothing says so."""
    found = [
        each.departs_from[beside.id] for each, beside in ((one, other), (other, one)) if beside.id in each.departs_from
    ]
    return max(found, default=None)


def likely_with(log_odds: float, one: Proposition, other: Proposition) -> float:
    """The log odds that both speak to one claim, knowing too whether one is told to depart from the other."""
    plainness = departure(one, other)
    return log_odds if plainness is None else log_odds + ONE_CLAIM + plainness


def wavers(each: Proposition) -> bool:
    """Whether it is put forward as not known or not told; "suggested that" and "seemed to" are ways of telling, and who
    declines to go on with a case has not declined to speak."""
    if each.commitment is Side.DECLINES:
        return bool(_SILENT.search(f"{each.cue} {each.text}"))
    told = _OF_OTHERS.sub(" ", f"{each.cue} {each.text}")
    return each.commitment is Side.UNSURE and (leaves_open(told) or bool(_NOT_KNOWN.search(told)))


class _Article:
    """What bears on departures in one article."""

    def __init__(self, reading: Reading, propositions: Sequence[Proposition]) -> None:
        self._text = reading.article.text
        self._told = [each for each in propositions if each.principal and each.commitment and not _is_nobodys(each)]
        self._before = {each.id: told_before(self._text, each.statement) for each in self._told}
        self._mentions = sorted((span, party.id) for party in reading.parties for span in party.mentions)
        self._turns = [(turn, self._whose(turn)) for turn in find_turns(self._text)]

    def _whose(self, turn: Turn) -> PartyId | None:
        """The party last named before it in its clause; None where a pronoun or nothing stands there."""
        named = [id_ for span, id_ in self._mentions if turn.clause <= span.start and span.end <= turn.words.start]
        return named[-1] if named else None

    def pairs(self) -> Iterator[tuple[Proposition, Proposition]]:
        """Pairs of one party's statements near each other of which the first may be told as the earlier."""
        for before, after in permutations(self._told, 2):
            if (
                before.principal == after.principal
                and self._are_near(before, after)
                and self._may_precede(before, after)
            ):
                yield before, after

    def _are_near(self, one: Proposition, other: Proposition) -> bool:
        if one.statement.nested_in == other.id or other.statement.nested_in == one.id:
            return False
        if any(_overlap(a, b) for a in one.statement.content for b in other.statement.content):
            return False
        return _gap(one, other) <= NEAR

    def _may_precede(self, before: Proposition, after: Proposition) -> bool:
        if before.said and after.said and after.said.end < before.said.start:
            return False
        if self._before[before.id]:
            return True
        return before.place < after.place and bool(self._turn(before, after))

    def _turn(self, before: Proposition, after: Proposition) -> Turn | None:
        """Words of a turn that stand between the two, or in the sentence that begins with the first of them."""
        first, last = sorted((before, after), key=lambda each: each.place)
        start = start_of_sentence(self._text, first.statement.start)
        whose = {before.principal, before.speaker, after.speaker, None}
        for turn, party in self._turns:
            is_here = start <= turn.words.start <= last.statement.content[-1].end and party in whose
            is_onward = before is last or turn.onward or bool(self._before[before.id])
            if is_here and is_onward and self._turns_from(turn, before, after):
                return turn
        return None

    def _turns_from(self, turn: Turn, before: Proposition, after: Proposition) -> bool:
        """Whether no other statement of the party is nearer to the turn on either side."""
        at = turn.words.start
        mine = [p for p in self._told if p.principal == before.principal and (_is_clause(p) or _BLAMES.search(p.cue))]
        others = [p for p in mine if p.id not in (before.id, after.id)]
        for each in (before, after):
            low, high = sorted((at, each.place))
            if any(low < other.place < high for other in others):
                return False
        return True

    def signs(self, before: Proposition, after: Proposition) -> dict[str, float]:
        """What speaks for or against a departure, each by name."""
        first, last = sorted((before, after), key=lambda each: each.place)
        between = self._text[first.statement.content[-1].end : last.place]
        ended = first.statement.content[-1].end if after is last else 0
        beside = self._text[max(0, after.statement.start - 60, ended) : after.place]
        said = self._text[after.place : after.place + 60]
        gave_up = self._before[before.id] is Before.GIVEN_UP
        firm = [not wavers(each) for each in (before, after)]
        shared = before.words.keys() & after.words.keys()
        unlike = _is_negated(before) is not _is_negated(after)
        return {
            "earlier": float(self._before[before.id] is Before.EARLIER),
            "what did not last": float(gave_up),
            "and so in one sentence": float(gave_up and start_of_sentence(self._text, last.place) <= first.place),
            "an earlier day": float(_is_dated_before(before, after)),
            "the later too looks back": float(self._before[after.id] is not Before.NOT),
            "a turn": float(self._turn(before, after) is not None),
            "contrast": float(bool(_CONTRAST.search(between))),
            "now": float(bool(_NOW.search(beside) or (_NO_MORE if _is_direct(after) else _NOW).search(said))),
            "again": float(any(_AGAIN.search(words) for words in (between, before.cue, after.cue))),
            "others between": float(min(2, self._others_between(first, last))),
            "apart": max(0, _gap(before, after)) / 200,
            "one is firm, one not": float(firm[0] is not firm[1]),
            "one is negated, one not": float(all(firm) and unlike),
            "both put alike": float(all(firm) and not unlike),
            "both negated": float(all(firm) and _is_negated(before) and _is_negated(after)),
            "the later admits": float(bool(_ADMITS.search(after.cue))),
            "no clause": float(not ((_is_clause(before) or _BLAMES.search(before.cue)) and _is_clause(after))),
            "words shared": min(2.0, sum(map(rarity, shared))),
            "words that stand against": min(
                1.0, sum(rarity(w) for w in shared if before.words[w] is not after.words[w])
            ),
            "goes on": float(not gave_up and firm[0] is firm[1] and self._goes_on(first, last)),
            "one day": float(before.said is not None and before.said == after.said),
        }

    def _goes_on(self, first: Proposition, last: Proposition) -> bool:
        """Whether the second is a quotation of what was just told in other words, and not of another day."""
        between = self._text[first.statement.content[-1].end : last.statement.start]
        if _is_direct(first) or last.statement.form is Form.INDIRECT or len(between) > ON:
            return False
        dated = all(p.statement.said and p.statement.said.basis is not Basis.ARTICLE_DATE for p in (first, last))
        if dated and first.said != last.said:
            return False
        return not any(pattern.search(between) for pattern in (_NOW, _CONTRAST))

    def _others_between(self, first: Proposition, last: Proposition) -> int:
        return sum(
            each.principal != first.principal and first.statement.start < each.statement.start < last.statement.start
            for each in self._told
        )


def _is_nobodys(each: Proposition) -> bool:
    """Whether no words name the one who said it: "it was revealed that", "an argument that"."""
    return each.statement.source is None and bool(_NOBODYS.search(each.cue))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _gap(one: Proposition, other: Proposition) -> int:
    ends = one.statement.content[-1].end, other.statement.content[-1].end
    return max(one.statement.start, other.statement.start) - min(ends)


def _is_dated_before(before: Proposition, after: Proposition) -> bool:
    if before.said is None:
        return False
    return before.said.end.isoformat() < (after.said.start.isoformat() if after.said else after.published[:10])


def _is_direct(each: Proposition) -> bool:
    return each.statement.form is Form.DIRECT


def _is_negated(each: Proposition) -> bool:
    return each.statement.stance is Stance.DENIES or not all(each.words.values()) or bool(_NEGATED.search(each.text))


def _is_clause(each: Proposition) -> bool:
    """Whether what is put forward is more than a name for something: "the deal" is none."""
    return len(each.text.split()) > 2 and (_is_direct(each) or bool(_CLAUSE.search(each.text)))
