"""What happened, as an article tells it: contacts between its parties, and dated events."""

from onrecord.attribution.what.contacts import find_contacts
from onrecord.attribution.what.events import find_events
from onrecord.attribution.what.told import Told

__all__ = ["Told", "find_contacts", "find_events"]
