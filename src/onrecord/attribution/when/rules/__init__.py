"""The rules of the grammar, a module for each subject."""

from onrecord.attribution.when.rules import (
    calendar_days,
    clock,
    distances,
    holidays,
    lengths,
    months,
    periods,
    seasons,
    sets,
    todays,
    units,
    vague,
    weekdays,
    years,
)

FAMILIES = (
    calendar_days.FAMILY,
    months.FAMILY,
    weekdays.FAMILY,
    todays.FAMILY,
    clock.FAMILY,
    years.FAMILY,
    periods.FAMILY,
    seasons.FAMILY,
    holidays.FAMILY,
    units.FAMILY,
    distances.FAMILY,
    sets.FAMILY,
    vague.FAMILY,
    lengths.FAMILY,
)
"""In this order: of two rules that read the very same characters, the first is asked first."""
