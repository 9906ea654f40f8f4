"""Who speaks: names, descriptions and pronouns of an article, whose word each statement is, and through whom the article has it."""

from onrecord.attribution.who.reading import read_parties
from onrecord.attribution.who.roll import Roll
from onrecord.attribution.who.sittings import address_testimony
from onrecord.attribution.who.turns import interview_turns, without_questions

__all__ = ["Roll", "address_testimony", "interview_turns", "read_parties", "without_questions"]
