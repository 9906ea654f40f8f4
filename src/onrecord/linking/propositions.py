"""What a statement puts forward, as it is compared: the words of its content, each standing affirmed or negated there,
with references resolved to parties; and how the speaker is committed to it.

A denial negates everything it denies; "not", "nobody", "no such" and their like negate what follows them in their
clause; two negations cancel. So the polarity of a statement towards a claim is read at the words that both have in
common, which a single sign for the whole sentence would miss: "It was a relay and not an attack".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.words import STOP, WORD, meaning, rarity
from onrecord.vocabulary import (
    Interval,
    Kind,
    Party,
    PartyId,
    PartyKind,
    Reading,
    Side,
    Span,
    Stance,
    Statement,
    StatementId,
)

_NEGATORS_LISTED = """
not never no nobody none nothing neither nor without cannot can't don't didn't doesn't isn't wasn't aren't weren't
won't wouldn't couldn't shouldn't hasn't haven't hadn't ain't n't nowhere hardly
"""
_NEGATORS = frozenset(_NEGATORS_LISTED.split())
_DENIALS_LISTED = """
denied denies deny denying denial refuted rejects rejected disputed disputes ruled
"""
_DENIALS = frozenset(_DENIALS_LISTED.split())
"""Verbs inside a content that negate what follows them."""

_FALSE_LISTED = """
false untrue wrong incorrect nonsense rubbish fabricated fabrication fiction baseless unfounded groundless
inaccurate lie lies myth invention fake ridiculous absurd preposterous fantasy
"""
_FALSE = frozenset(_FALSE_LISTED.split())
"""Said of a proposition, these negate it: "the information is not correct" counts through "not"."""

_CLAUSE_ENDS = re.compile(
    r"[.;:!?—–]|,\s+(?:and|but|though|although|because|while|since|so|or)\b|\s+(?:but|because)\s", re.I
)
_COMMA = re.compile(r",")

_UNSURE = re.compile(
    r"\b(?:"
    r"(?:do|does|did|could|can)(?:n[’']t|\s+not|not)\s+(?:yet\s+|now\s+)?(?:know|recall|remember|rule\b[^.]*\bout|swear|vouch"
    r"|exclude|be\s+(?:certain|sure)|say\s+(?:what|whether|if|how|who|when|where|for\s+(?:certain|sure)|today))"
    r"|no\s+(?:recollection|memory|way\s+of\s+knowing)|not\s+(?:certain|sure|aware\s+(?:whether|of))|unsure|uncertain"
    r"|(?:no\s+longer|never)\s+(?:knows?|knew|certain|sure)|n[’']t\s+(?:certain|sure|in\s+a\s+position\s+to\s+say)"
    r"|not\s+in\s+a\s+position\s+to\s+(?:say|confirm|rule)|(?:may|might)\s+(?:well\s+)?have|one\s+of\s+(?:several|the)\s+possibilities"
    r"|too\s+early\s+to|lets?\s+me\s+rule|(?:remains|is)\s+unclear|not\s+going\s+to\s+guess|will\s+not\s+guess|won[’']t\s+guess"
    r")",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\bbas(?:ed|es|ing)\s+(?:his|her|its|their|my|our|that|this|what)\b|\bbased\s+on\s+(?:what|conversations|assurances|information)\b"
    r"|\b(?:relied|relying|relies)\s+on\s+(?:what|the\s+word|assurances|information)\b|\b(?:went|going|gone)\s+(?:by|on)\s+what\b"
    r"|\bwhat\s+(?:I|he|she|they|we)\s+(?:was|were|had\s+been)\s+(?:told|assured|given)\b"
    r"|\bas\s+(?:he|she|they|I|we)\s+(?:was|were)\s+told\b|\bto\s+the\s+best\s+of\s+(?:my|his|her|our|their)\b"
    r"|\bas\s+far\s+as\s+(?:I|he|she|we|they)\s+(?:know|knew|is\s+aware|am\s+aware|was\s+aware)",
    re.I,
)
"""Words that put a line on somebody else's word, or on what one was told."""

_HYPOTHETICAL = re.compile(r"^\W*(?:if|had|were|unless|suppose|supposing|even\s+if|imagine)\b", re.I)
_SARCASM = re.compile(
    r"^\W*(?:oh,?\s+(?:absolutely|sure|yes|of\s+course|certainly|please)|(?:yeah|sure|right),|well,\s+that\s+settles|of\s+course\b.*!|"
    r"how\s+(?:kind|nice|lovely|generous|convenient)|congratulations|what\s+a\s+(?:surprise|relief|coincidence)|next\s+(?:you|they)[’']?ll)",
    re.I,
)
_SUBJECTLESS = re.compile(r"^(?:that\s+(?:he|she|it|they)\b|\w+ing\b|to\s+\w+)", re.I)
"""A content whose subject is the one who speaks."""

_NO_SIDE = frozenset({Stance.ASKS, Stance.URGES, Stance.VOWS})


@dataclass(frozen=True, slots=True)
class Proposition:
    """One statement as linking sees it.

    words: each compared word with whether it stands affirmed (True) or negated. refs: parties that the content names or
    means; about: these, and the principal where the content leaves its subject out ("denied having known").
    principal: the linked party whose position it is. commitment: how it is put forward, before its polarity is looked at;
    None for what takes no side (demands, promises, hypotheticals, sarcasm).
    """

    statement: Statement
    text: str
    words: Mapping[str, bool]
    refs: frozenset[PartyId]
    about: frozenset[PartyId]
    numbers: frozenset[str]
    speaker: PartyId | None
    principal: PartyId | None
    commitment: Side | None
    said: Interval | None
    published: str
    place: int
    paragraph: int
    context: frozenset[str]
    weight: float

    @property
    def id(self) -> StatementId:
        """The statement's id."""
        return self.statement.id

    @property
    def order(self) -> tuple[str, str, str, int]:
        """The order in time: the day said, then the day published, then the place in the text."""
        day = self.said.end.isoformat() if self.said else self.published[:10]
        return day, self.published, str(self.statement.article), self.place


def read_propositions(reading: Reading, party_of: Mapping[PartyId, PartyId]) -> tuple[Proposition, ...]:
    """The propositions of an article's statements, in text order; bare thoughts put nothing forward."""
    local = {party.id: party for party in reading.parties}
    paragraphs = [m.start() for m in re.finditer(r"\n\s*\n", reading.article.text)]
    said = [s for s in reading.statements if s.kind is not Kind.THOUGHT]
    relaying = {s.id for s in said if any(_is_relayed(inner, s) for inner in said)}
    return tuple(_proposition(reading, s, local, party_of, paragraphs, s.id in relaying) for s in said)


def _is_relayed(inner: Statement, outer: Statement) -> bool:
    """Whether the outer statement only passes on what somebody else said: most of its content is the other's."""
    if inner.nested_in != outer.id:
        return False
    return 2 * _length(inner) >= _length(outer) and _principal(inner) != _principal(outer)


def _length(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)


def _principal(statement: Statement) -> PartyId | None:
    return statement.on_behalf_of or statement.speaker


def _proposition(
    reading: Reading,
    statement: Statement,
    local: Mapping[PartyId, Party],
    party_of: Mapping[PartyId, PartyId],
    paragraphs: Sequence[int],
    relays_another: bool,
) -> Proposition:
    text = reading.article.text
    content = " … ".join(piece.of(text) for piece in statement.content)
    refs, named = _references(reading, statement, local)
    found = _polarities(content, statement.stance is Stance.DENIES, named)
    principal = statement.on_behalf_of or statement.speaker
    mine = party_of.get(principal, principal) if principal else None
    about = frozenset(party_of.get(ref, ref) for ref in refs)
    paragraph = sum(start < statement.content[0].start for start in paragraphs)
    return Proposition(
        statement=statement,
        text=content,
        words=found,
        refs=about,
        about=about | {mine} if mine and _SUBJECTLESS.search(content) else about,
        numbers=frozenset(re.findall(r"\d[\d.,:]*", content)),
        speaker=party_of.get(statement.speaker, statement.speaker) if statement.speaker else None,
        principal=mine,
        commitment=_commitment(statement, content, relays_another),
        said=statement.said.days if statement.said else None,
        published=reading.article.published or "",
        place=statement.content[0].start,
        paragraph=paragraph,
        context=_context(text, paragraphs, paragraph),
        weight=sum(rarity(word) for word in found),
    )


def _context(text: str, paragraphs: Sequence[int], paragraph: int) -> frozenset[str]:
    start = paragraphs[paragraph - 1] if paragraph else 0
    end = paragraphs[paragraph] if paragraph < len(paragraphs) else len(text)
    return frozenset(meaning(w) for w in _tokens(text[start:end]) if w not in STOP)


def _tokens(text: str) -> list[str]:
    return [m.group().lower().replace("’", "'").removesuffix("'s") for m in WORD.finditer(text)]


# --- who it is about ---

_FIRST = frozenset({"i", "me", "my", "mine", "myself", "i'm", "i've", "i'd", "i'll"})
_FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "we're", "we've", "we'd", "we'll"})
_THIRD = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself", "he's", "she's", "he'd", "she'd"})


def _references(
    reading: Reading, statement: Statement, local: Mapping[PartyId, Party]
) -> tuple[frozenset[PartyId], frozenset[str]]:
    """The local parties that the content is about, and the lower-case words that name them there."""
    refs: set[PartyId] = set()
    named: set[str] = set()
    text = reading.article.text
    for party in reading.parties:
        for mention in party.mentions:
            if any(piece.contains(mention) for piece in statement.content):
                refs.add(party.id)
                named.update(_tokens(mention.of(text)))
    tokens = {token for piece in statement.content for token in _tokens(piece.of(text))}
    if tokens & _FIRST and statement.speaker:
        refs.add(statement.speaker)
    if tokens & _FIRST_PLURAL and (who := statement.on_behalf_of or statement.speaker):
        refs.add(who)
    if tokens & _THIRD and (third := _third_person(reading, statement, local)):
        refs.add(third)
    return frozenset(refs), frozenset(named)


def _third_person(reading: Reading, statement: Statement, local: Mapping[PartyId, Party]) -> PartyId | None:
    """Whom "he" or "she" in a content most likely stands for: in a paraphrase the one spoken for or speaking, in a
    quotation the person last named before it who is not speaking."""
    principal = statement.on_behalf_of or statement.speaker
    if statement.on_behalf_of and local[statement.on_behalf_of].kind is PartyKind.PERSON:
        return statement.on_behalf_of
    quoted = statement.form.value == "direct"
    if not quoted and principal and principal in local and local[principal].kind is PartyKind.PERSON:
        return principal
    people = [
        p for p in reading.parties if p.kind is PartyKind.PERSON and p.id != statement.speaker and not p.anonymous
    ]
    before = [(m.end, p.id) for p in people for m in p.mentions if m.end <= statement.content[0].start]
    return max(before)[1] if before else None


# --- polarity ---


def _polarities(content: str, denied: bool, named: frozenset[str]) -> dict[str, bool]:
    """Each compared word of the content, with whether it stands affirmed; one that stands both ways is as it stood last."""
    found: dict[str, bool] = {}
    for clause in _clauses(content):
        negated = denied
        tokens = _tokens(clause)
        # "It is false that ..." and "That is wrong": the whole clause is negated, wherever the word stands.
        if _is_called_false(tokens):
            negated = not negated
        since = 99
        for token in tokens:
            if token in _NEGATORS or token.endswith("n't") or token in _DENIALS:
                negated = not negated if since > 2 else negated
                since = 0
                continue
            since += 1
            if token in STOP or token in named or token in _FALSE:
                continue
            if len(token) > 1 or token.isdigit():
                found[meaning(token)] = not negated
    return found


def _is_called_false(tokens: Sequence[str]) -> bool:
    """Whether the clause calls something false: "that is wrong", "a lie", not "the wrong floor"."""
    return any(
        token in _FALSE and (after is None or after in STOP)
        for token, after in zip(tokens, [*tokens[1:], None], strict=False)
    )


def _clauses(content: str) -> list[str]:
    return [clause for clause in _CLAUSE_ENDS.split(content) if clause and clause.strip()]


def _commitment(statement: Statement, content: str, relays_another: bool) -> Side | None:
    if relays_another or statement.stance in _NO_SIDE or _HYPOTHETICAL.search(content) or _SARCASM.search(content):
        return None
    if statement.stance is Stance.DECLINES:
        return Side.DECLINES
    if statement.stance is Stance.HEDGES or _UNSURE.search(content) or _ELSEWHERE.search(content):
        return Side.UNSURE
    return Side.AFFIRMS


def span_text(text: str, spans: Sequence[Span]) -> str:
    """Pieces of a text in one line."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
