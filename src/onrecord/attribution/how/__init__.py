"""How and when: whether it was said or thought, with what stance, by which channel, and on which day."""

from onrecord.attribution.how.manner import read_manner

__all__ = ["read_manner"]
