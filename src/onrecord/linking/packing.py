"""What linking has worked out of an article, as JSON can say it, and back.

Parties are those of the article itself: whom they are linked to may change, and is looked up when a value is unpacked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from onrecord.linking.claims.pairs import Compared
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.who.voices import is_of_their_own
from onrecord.vocabulary import (
    ArticleId,
    Channel,
    Contact,
    Event,
    Form,
    Interval,
    Kind,
    LinkedParty,
    Party,
    PartyId,
    PartyKind,
    Side,
    Span,
    Stance,
    Statement,
    StatementId,
)

Packed = list[Any]

# --- propositions ---


def pack_proposition(each: Proposition) -> Packed:
    """A proposition whose parties are those of its article."""
    return [
        each.id,
        _pack_statement(each.statement),
        each.text,
        each.cue,
        each.sentence,
        " ".join(word if affirmed else f"-{word}" for word, affirmed in each.words.items()),
        sorted(each.refs),
        sorted(each.about),
        each.commitment,
        pack_interval(each.said),
        each.published,
        each.place,
        each.paragraph,
        " ".join(sorted(each.context)),
        each.context_weight,
        each.weight,
        dict(each.departs_from),
        each.not_after,
    ]


def unpack_proposition(
    packed: Packed, party_of: Mapping[PartyId, PartyId], voices: Mapping[PartyId, PartyId]
) -> Proposition:
    """The proposition with its parties linked. voices: for whom a linked speaker speaks where the article does not say."""
    (id_, statement, text, cue, sentence, words, refs, about, commitment, said, published, place, paragraph, *rest) = (
        packed
    )
    context, context_weight, weight, departs_from, not_after = rest
    told = _unpack_statement(statement)
    speaker = party_of.get(told.speaker, told.speaker) if told.speaker else None
    principal = party_of.get(told.on_behalf_of, told.on_behalf_of) if told.on_behalf_of else speaker
    if speaker in voices and speaker and not told.on_behalf_of and not is_of_their_own(text):
        principal = voices[speaker]
    return Proposition(
        id=StatementId(id_),
        statement=told,
        text=text,
        cue=cue,
        sentence=sentence,
        words={word.removeprefix("-"): not word.startswith("-") for word in words.split()},
        refs=frozenset(party_of.get(ref, ref) for ref in refs),
        about=frozenset(party_of.get(ref, ref) for ref in about),
        speaker=speaker,
        principal=principal,
        commitment=Side(commitment) if commitment else None,
        said=unpack_interval(said),
        published=published,
        place=place,
        paragraph=paragraph,
        context=frozenset(context.split()),
        context_weight=context_weight,
        weight=weight,
        departs_from={StatementId(id_): plainness for id_, plainness in departs_from.items()},
        not_after=not_after,
    )


def pack_compared(each: Proposition) -> Packed:
    """What a proposition is compared by save its parties, which may become other than they are."""
    told = Compared.of(each)
    words = [" ".join(told.words), " ".join(sorted(told.context))]
    weights = [told.weight, told.context_weight, told.paragraph]
    return [told.id, told.article, told.nested_in, *words, *weights, list(map(int, told.traits))]


def unpack_compared(packed: Packed, principal: PartyId | None, about: Collection[PartyId]) -> Compared:
    """What a proposition is compared by, with its parties as they are now."""
    id_, article, nested_in, words, context, weight, context_weight, paragraph, traits = packed
    return Compared(
        id=id_,
        article=article,
        nested_in=nested_in,
        principal=principal,
        about=about,
        words=words.split(),
        context=context.split(),
        weight=weight,
        context_weight=context_weight,
        paragraph=paragraph,
        traits=traits,
    )


def parties_in(packed: Packed) -> set[PartyId]:
    """The parties of its article that a packed proposition refers to."""
    return {*map(PartyId, packed[6]), *map(PartyId, packed[7]), *named_in(packed)}


def named_in(packed: Packed) -> set[PartyId]:
    """The parties of its article that the statement of a packed proposition names: see `Statement.named`."""
    statement = packed[1]
    return {PartyId(party) for party in (*statement[8:11], *statement[11]) if party}


def _pack_statement(each: Statement) -> Packed:
    spans = [_pack_span(span) for span in (each.source, each.cue)]
    content = [_pack_span(span) for span in each.content]
    return [
        each.article,
        *spans,
        content,
        each.form,
        each.kind,
        each.nested_in,
        each.stance,
        each.speaker,
        each.on_behalf_of,
        each.told_to,
        list(each.via),
        each.anonymous,
        each.confidence,
    ]


def _unpack_statement(packed: Packed) -> Statement:
    article, source, cue, content, form, kind, nested_in, stance, speaker, on_behalf_of, told_to, via, *rest = packed
    anonymous, sure = rest
    return Statement(
        article=ArticleId(article),
        source=Span(*source) if source else None,
        cue=Span(*cue) if cue else None,
        content=tuple(Span(*piece) for piece in content),
        form=Form(form),
        kind=Kind(kind) if kind else None,
        nested_in=StatementId(nested_in) if nested_in else None,
        stance=Stance(stance) if stance else None,
        speaker=speaker,
        on_behalf_of=on_behalf_of,
        told_to=told_to,
        via=tuple(via),
        anonymous=anonymous,
        confidence=sure,
    )


# --- parties ---


def pack_party(each: Party) -> Packed:
    """A party without its mentions, of which only the first is needed: its id is made from it."""
    mentions = [_pack_span(span) for span in each.mentions[:1]]
    names = [list(each.aliases), list(each.roles), list(each.members)]
    return [each.article, each.name, each.kind, mentions, *names, each.anonymous]


def unpack_party(packed: Packed) -> Party:
    """The party."""
    article, name, kind, mentions, aliases, roles, members, anonymous = packed
    spans = tuple(Span(*span) for span in mentions)
    return Party(
        ArticleId(article), name, PartyKind(kind), spans, tuple(aliases), tuple(roles), tuple(members), anonymous
    )


def pack_linked(each: LinkedParty) -> Packed:
    """A linked party without its local ones."""
    names = [list(each.aliases), list(each.roles), list(each.members)]
    return [each.id, each.name, each.kind, *names, each.anonymous, list(each.because), each.statements, each.articles]


def unpack_linked(packed: Packed) -> LinkedParty:
    """The linked party."""
    id_, name, kind, aliases, roles, members, anonymous, because, statements, articles = packed
    return LinkedParty(
        PartyId(id_),
        name,
        PartyKind(kind),
        tuple(aliases),
        tuple(roles),
        (),
        tuple(members),
        anonymous,
        tuple(because),
        statements,
        articles,
    )


# --- contacts and events ---


def pack_contact(each: Contact) -> Packed:
    """A contact."""
    on = pack_interval(each.on)
    return [each.article, list(each.parties), _pack_span(each.span), each.channel, on, each.confidence]


def unpack_contact(packed: Packed) -> Contact:
    """The contact."""
    article, parties, span, channel, on, sure = packed
    return Contact(
        ArticleId(article),
        tuple(parties),
        Span(*span),
        Channel(channel) if channel else None,
        unpack_interval(on),
        sure,
    )


def pack_event(each: Event) -> Packed:
    """An event."""
    return [each.article, pack_interval(each.on), _pack_span(each.span), list(each.parties)]


def unpack_event(packed: Packed) -> Event:
    """The event."""
    article, on, span, parties = packed
    days = unpack_interval(on)
    assert days is not None
    return Event(ArticleId(article), days, Span(*span), tuple(parties))


# --- spans and days ---


def _pack_span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def pack_interval(days: Interval | None) -> Packed | None:
    """Days."""
    return [days.start.isoformat(), days.end.isoformat(), days.granularity] if days else None


def unpack_interval(packed: Packed | None) -> Interval | None:
    """The days."""
    return Interval(date.fromisoformat(packed[0]), date.fromisoformat(packed[1]), packed[2]) if packed else None
