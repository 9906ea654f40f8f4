"""Now, once and some day: what has a direction and no day."""

from __future__ import annotations

from onrecord.attribution.when.grammar import Match, Scene, family, open_date, rule
from onrecord.attribution.when.values import Anchor, Meaning, TimexType, day


def now(match: Match, scene: Scene) -> Meaning | None:
    """The day of publication, as PRESENT_REF."""
    days = day(scene.published) if scene.published else None
    return Meaning(TimexType.DATE, "PRESENT_REF", days, Anchor.PUBLICATION)


def once(match: Match, scene: Scene) -> Meaning | None:
    """Behind publication, and nobody says how far."""
    return open_date("PAST_REF")


def some_day(match: Match, scene: Scene) -> Meaning | None:
    """Ahead of publication, and nobody says how far."""
    return open_date("FUTURE_REF")


_UNITS = "(?:days|weeks|months|years)"

FAMILY = family(
    r"\b(?:now|currently|present|moment|possible|nowadays|time|current|recently|past|lately|ago|future|day|days|term|coming)\b",
    rule(
        "now",
        r"(?:right |just )?now(?! and then\b)|currently|at present|at the moment|nowadays|these days"
        r"|at this (?:time|moment)|the present|current(?! accounts?\b)",
        now,
    ),
    rule(
        "once",
        r"(?:more |most )?recently|lately|the (?:recent |distant )?past|not (?:so |too )?long ago|long ago"
        rf"|(?:a while|some time|{_UNITS}) ago",
        once,
    ),
    rule(
        "some-day",
        r"the (?:near |not-too-distant |immediate |distant )?future|in (?:the )?future|some ?day|the (?:near|short|long) term"
        rf"|(?:the )?coming {_UNITS}|(?<=will[ ])one day|as soon as possible",
        some_day,
    ),
)
