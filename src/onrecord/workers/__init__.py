"""Where articles are read: in this process, and in others beside it. What is read in them is the same."""

from onrecord.workers.crew import ENOUGH, Crew

__all__ = ["ENOUGH", "Crew"]
