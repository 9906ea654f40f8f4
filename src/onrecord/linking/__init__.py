"""Statements → Parties, Claims, Positions, Changes, Conflicts, Origins: what readings say when they are held together."""
