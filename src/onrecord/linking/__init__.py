"""Statements → Parties, Claims, Positions, Changes, Conflicts, Origins: what readings say when they are held together.

The steps, in the order in which `linker.py` takes them: *who* speaks, over all articles; *what* each puts forward; the *claims* that
follow, and the side of each; the *positions*, changes and conflicts of parties; the *origins* that a side rests on; and beside these
the *happenings* that articles tell. What one step knows of earlier articles lies in a `Memory`.
"""

from onrecord.linking.linker import SHIPPED, Linker, link
from onrecord.linking.memory import Memory, Shelf
from onrecord.linking.what.propositions import sentence_of
from onrecord.linking.what.sentences import WIDTH, Encode, nearness

__all__ = ["SHIPPED", "WIDTH", "Encode", "Linker", "Memory", "Shelf", "link", "nearness", "sentence_of"]
