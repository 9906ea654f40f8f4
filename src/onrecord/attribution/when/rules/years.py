"""Years, decades and centuries: "in 1998", "fiscal 2017", "nineteen ninety-six", "the late 1990s", "the 19th century"."""

from __future__ import annotations

import re

from onrecord.attribution.when import words as w
from onrecord.attribution.when.grammar import EDGE, Match, Scene, edge_of, family, named, rule, said
from onrecord.attribution.when.values import CALENDAR, Days, Meaning, century, decade, year

_MEASURED = re.compile(
    r" ?(?:%|percent|per cent|million|billion|trillion|points?|feet|foot|miles?|meters?|metres?|km|kilometers?|acres?"
    r"|people|persons|dollars|pounds|euros|tons?|tonnes|votes?|seats|barrels|shares|words|jobs|employees|workers|homes"
    r"|men|women|children|troops|soldiers|hours|days|rpm|cc|block|street|avenue|-(?:foot|mile|seat|page|member|acre))\b"
    r"|,[0-9]|\.[0-9]|:[0-9]|/[0-9]|-[0-9]{3,4}-|-[a-z]+\b"
)
_PART_OF_FIGURES = re.compile(
    r"(?:[$£€#/:+]|[0-9][.,-]|no\. ?|nos\. ?|route |highway |section |flight |room |article |page |windows |boeing )$"
)


def plain_year(match: Match, scene: Scene) -> Meaning | None:
    """Four figures that are no amount; 2016-17 and 1999-2004 are several years."""
    folded, start = match.string, match.start("year")
    before, after = folded[max(0, start - 14) : start], folded[match.end() : match.end() + 24]
    if _PART_OF_FIGURES.search(before) or _MEASURED.match(after):
        return None
    first = w.year_number(said(match, "year"))
    if not match["last"]:
        return named(year(first), modifier=edge_of(match))
    last = w.year_number(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    if last <= first or last not in CALENDAR:
        return None
    return named(Days(year(first).start, year(last).end, "span"), modifier=edge_of(match))


def year_in_words(match: Match, scene: Scene) -> Meaning | None:
    """Nineteen ninety-six, two thousand and four; a bare "two thousand" is an amount."""
    words = said(match, "year")
    return None if words == "two thousand" and not said(match, "lead") else named(year(w.year_number(words)))


_WEATHER = re.compile(r"\b(?:temperatures?|highs?|lows?|degrees|fahrenheit|celsius|cloudy|sunny|forecast|weather)\b")


def _around(match: Match) -> str:
    return match.string[max(0, match.start() - 80) : match.end() + 40]


def plain_decade(match: Match, scene: Scene) -> Meaning | None:
    """The 1990s, the '60s, the late eighties: of the twentieth century where nothing says which, but for the '00s and '10s."""
    if figures := said(match, "figures"):
        if len(figures) == 2 and match.string[match.start("figures") - 1] == " " and _WEATHER.search(_around(match)):
            return None
        short = int(figures)
        first = short if len(figures) == 4 else short + (2000 if short < 20 else 1900)
    else:
        first = 1900 + w.DECADES[match["words"]]
    return named(decade(first), modifier=edge_of(match))


def plain_century(match: Match, scene: Scene) -> Meaning | None:
    """The 21st century."""
    which = w.ordinal(match["which"])
    return named(century(which), modifier=edge_of(match)) if 11 <= which <= 28 else None


FAMILY = family(
    rf"[0-9]{{2}}|\b(?:nineteen|twenty|thousand|century|{w.one_of(w.DECADES)})\b",
    rule(
        "year",
        rf"{EDGE}(?:the )?(?:(?:fiscal|calendar|financial) (?:year )?|year )?(?P<year>{w.YEAR_IN_FIGURES})"
        r"(?: ?[-/] ?(?P<last>[0-9]{2}|(?:1[5-9]|20)[0-9]{2}))?(?![0-9])",
        plain_year,
    ),
    rule(
        "year-in-words",
        rf"(?P<lead>the year )?(?P<year>{w.YEAR_IN_WORDS})(?![- ](?:{w.UNIT}|percent|people|dollars|hundred|thousand|million)\b)",
        year_in_words,
    ),
    rule(
        "decade",
        rf"(?:the )?{EDGE}(?:the )?'?(?P<figures>(?:1[5-9]|20)[0-9]0"
        r"|(?<=')[0-9]0|(?<=the[ ])[2-9]0|(?<=the[ ]late[ ])[2-9]0|(?<=the[ ]early[ ])[2-9]0|(?<=0s[ ]and[ ])[3-9]0)'?s",
        plain_decade,
    ),
    rule("decade-in-words", rf"(?:the {EDGE}|(?:nineteen)[- ])(?P<words>{w.one_of(w.DECADES)})", plain_decade),
    rule("century", rf"(?:the )?{EDGE}(?:the )?(?P<which>{w.ORDINAL})[- ]century", plain_century),
)
