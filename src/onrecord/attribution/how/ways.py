"""A way of saying: the channel, with the words that show it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.vocabulary import Channel, Span


@dataclass(frozen=True, slots=True)
class Way:
    """A channel with the words that show it."""

    channel: Channel
    span: Span
