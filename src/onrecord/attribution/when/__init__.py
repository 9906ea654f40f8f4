"""Time expressions of English news, by an own grammar: text and day of publication → spans with TIMEX3 values and days."""

from onrecord.attribution.when.find import find_times
from onrecord.attribution.when.values import Anchor, Days, TimeExpression, TimexType

__all__ = ["Anchor", "Days", "TimeExpression", "TimexType", "find_times"]
