"""Statements → Parties, Claims, Positions, Changes, Conflicts, Origins: what readings say when they are held together."""

from onrecord.linking.linker import SHIPPED, Linker, link
from onrecord.linking.memory import Memory, Shelf
from onrecord.linking.propositions import sentence_of
from onrecord.linking.sentences import Encode

__all__ = ["SHIPPED", "Encode", "Linker", "Memory", "Shelf", "link", "sentence_of"]
