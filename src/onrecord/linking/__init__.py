"""Statements → Parties, Claims, Positions, Changes, Conflicts, Origins: what readings say when they are held together."""

from onrecord.linking.linker import link

__all__ = ["link"]
