"""Statements with their spans → the same with kind, stance, channel and day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from onrecord.attribution.asides import tells_nothing
from onrecord.attribution.how.channels import hold_channels, read_own_channels
from onrecord.attribution.how.days import Dated, read_days
from onrecord.attribution.how.frames import Frame, frames, lay_out
from onrecord.attribution.how.kinds import kind_of
from onrecord.attribution.how.scenes import hear
from onrecord.attribution.how.stances import stance_of
from onrecord.attribution.how.ways import Way
from onrecord.attribution.when import TimeExpression, day_published
from onrecord.vocabulary import Article, Kind, Party, PartyId, Said, Stance, Statement


def read_manner(
    article: Article,
    statements: tuple[Statement, ...],
    times: Sequence[TimeExpression],
    parties: Mapping[PartyId, Party] = MappingProxyType({}),
) -> tuple[Statement, ...]:
    """The statements, in their order, with kind, stance, channel, channel_span and said filled in as far as the text tells.

    statements: in text order, outer before nested, best with their speakers: what one voice goes on to say keeps day and channel.
    times: the article's time expressions. parties: who the speakers are, as far as that is known.
    """
    layout = lay_out(article.text)
    framed = frames(statements, layout)
    voices = hear(framed, layout.folded, parties)
    stances = [stance_of(frame) for frame in framed]
    own = read_own_channels(layout, framed)
    days = read_days(Dated(day_published(article.published), times), layout, framed, voices, own)
    ways = hold_channels(layout, framed, own, voices, days, stances)
    return tuple(_filled(article.text, *each) for each in zip(framed, stances, days, ways, strict=True))


def _filled(text: str, frame: Frame, stance: Stance, said: Said | None, way: Way | None) -> Statement:
    return replace(
        frame.statement,
        kind=Kind.THOUGHT if tells_nothing(text, frame.statement) else kind_of(frame),
        stance=stance,
        said=said,
        channel=way.channel if way else None,
        channel_span=way.span if way else None,
    )
