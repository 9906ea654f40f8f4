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


FAMILY = family(
    r"\b(?:now|currently|presently|present|moment|nowadays|days|time|current|recently|recent|past|lately|ago|soon|future|someday|some day|term|coming|point)\b",
    rule(
        "now",
        r"(?:right |just )?now(?! (?:that|and then)\b)|currently|at present|at the moment|nowadays|these days|at this (?:time|moment)|the present"
        r"|current",
        now,
    ),
    rule("once", r"(?:more |most )?recently|lately|the (?:recent |distant )?past|not (?:so |too )?long ago|long ago|(?:a while|some time|years|months|weeks) ago", once),
    rule(
        "some-day",
        r"the (?:near |not-too-distant |immediate |distant )?future|in (?:the )?future|someday|some day|the (?:near|short|long) term"
        r"|the coming (?:days|weeks|months|years)|coming (?:days|weeks|months|years)",
        some_day,
    ),
)
