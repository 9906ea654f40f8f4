"""Statements with their spans → the same with kind, stance, channel and day."""

from __future__ import annotations

from dataclasses import replace

from onrecord.attribution.how.channels import Way, read_channels
from onrecord.attribution.how.days import read_days
from onrecord.attribution.how.frames import Frame, frames, lay_out
from onrecord.attribution.how.kinds import kind_of
from onrecord.attribution.how.scenes import voices
from onrecord.attribution.how.stances import stance_of
from onrecord.vocabulary import Article, Said, Statement


def read_manner(article: Article, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements, in their order, with kind, stance, channel, channel_span and said filled in as far as the text tells."""
    layout = lay_out(article.text)
    framed = frames(article, statements, layout)
    who = voices(framed, layout.folded)
    days = read_days(article, layout, framed, who)
    channels = read_channels(layout, framed, who, days)
    return tuple(_filled(frame, days[n], channels[n]) for n, frame in enumerate(framed))


def _filled(frame: Frame, said: Said | None, way: Way | None) -> Statement:
    return replace(
        frame.statement,
        kind=kind_of(frame),
        stance=stance_of(frame),
        said=said,
        channel=way.channel if way else None,
        channel_span=way.span if way else None,
    )
