"""Who speaks: names, descriptions and pronouns of an article, whose word each statement is, and through whom the article has it."""

from onrecord.attribution.who.reading import read_parties

__all__ = ["read_parties"]
