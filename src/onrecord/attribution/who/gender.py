"""Whether somebody is spoken of as a man or a woman: by pronoun, title, and nouns that say it."""

from __future__ import annotations

from enum import StrEnum

from onrecord.attribution.who.lexicon import listed


class Gender(StrEnum):
    """How the text speaks of a person; None everywhere else stands for not known."""

    MAN = "man"
    WOMAN = "woman"


_MEN = """
man men boy boys father fathers son sons brother brothers husband uncle nephew grandfather grandson widower king
prince lord sir mr mister gentleman actor waiter policeman fireman fisherman fishermen salesman businessman
congressman chairman spokesman alderman councilman assemblyman anchorman foreman cameraman sportsman workman craftsman
stepfather stepson groom boyfriend monk priest pope imam duke baron count
"""
_WOMEN = """
woman women girl girls mother mothers daughter daughters sister sisters wife aunt niece grandmother granddaughter
widow queen princess lady dame mrs ms miss madam madame actress waitress policewoman saleswoman businesswoman
congresswoman chairwoman spokeswoman alderwoman councilwoman assemblywoman anchorwoman forewoman sportswoman
stepmother stepdaughter bride girlfriend nun duchess baroness countess midwife heroine mum mom granny grandma mama
auntie
"""
# Read as they stand in news: "chairman" and "actor" are said of women too, so they are no evidence.
_EITHER = listed("chairman actor alderman foreman priest count")

BY_NOUN = {
    **{word: Gender.MAN for word in _MEN.split() if word not in _EITHER},
    **dict.fromkeys(_WOMEN.split(), Gender.WOMAN),
}
"""Noun or title → gender of whom it is said."""

BY_PRONOUN = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MAN),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.WOMAN),
}
