"""Time expressions of English news, by an own grammar: text and day of publication → spans with TIMEX3 values and days."""

from onrecord.attribution.when.find import day_published, find_times
from onrecord.attribution.when.values import Anchor, Days, Meaning, TimeExpression, TimexType

__all__ = ["Anchor", "Days", "Meaning", "TimeExpression", "TimexType", "day_published", "find_times"]
