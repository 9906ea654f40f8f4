"""Statements → Parties, Claims, Positions, Changes, Conflicts, Origins: what readings say when they are held together."""

from onrecord.linking.linker import SHIPPED, link
from onrecord.linking.propositions import sentence_of
from onrecord.linking.sentences import Encode

__all__ = ["SHIPPED", "Encode", "link", "sentence_of"]
