"""The words that times are made of, as patterns over folded text and as numbers."""

from __future__ import annotations

from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def listed(words: str) -> list[str]:
    """The words of a list that is written as a sentence is."""
    return words.split()


def _numbered(names: str, start: int) -> dict[str, int]:
    """Lines of names for one thing each, so that every name has its line's number."""
    lines = names.strip().splitlines()
    return {name: number for number, line in enumerate(lines, start) for name in line.split()}


MONTHS = _numbered(
    """
    january jan
    february feb
    march mar
    april apr
    may
    june jun
    july jul
    august aug
    september sept sep
    october oct
    november nov
    december dec
    """,
    start=1,
)
WEEKDAYS = _numbered(
    """
    monday mon
    tuesday tues tue
    wednesday wed
    thursday thurs thur thu
    friday fri
    saturday sat
    sunday sun
    """,
    start=0,
)
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    **dict.fromkeys(("morning", "dawn", "daybreak", "sunrise"), "MO"),
    **dict.fromkeys(("evening", "dusk", "sunset"), "EV"),
    "afternoon": "AF",
    "night": "NI",
    "overnight": "NI",
    "daytime": "DT",
    **dict.fromkeys(("noon", "midday", "mid-day"), "T12:00"),
    **dict.fromkeys(("midnight", "mid-night"), "T24:00"),
}
"""Parts of a day, as TIMEX3 has them; a T begins a time of the clock."""

_SMALL = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = {
    word: 10 * tens for tens, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
_SMALL_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_NUMBERS = {**{word: number for number, word in enumerate(_SMALL)}, **_TENS, "a": 1, "an": 1}
_FACTORS = {"dozen": 12, "hundred": 100, "thousand": 1000}
ORDINALS = {
    **{word: number for number, word in enumerate(_SMALL_ORDINALS, 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_SMALL_ORDINALS[:9], 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
DECADES = {word.replace("y", "ies"): tens for word, tens in _TENS.items()}

_SHORT_MONTHS = [name for name in MONTHS if len(name) <= 4 and name not in ("may", "june", "july")]
MONTHS_IN_FULL = [name for name in MONTHS if name not in _SHORT_MONTHS]
FULL_MONTH = one_of(MONTHS_IN_FULL)
SHORT_MONTH = rf"{one_of(_SHORT_MONTHS)}\b\.?"
MONTH = rf"(?:{FULL_MONTH}\b|{SHORT_MONTH})"
FULL_WEEKDAY = one_of(name for name in WEEKDAYS if name.endswith("day"))
SHORT_WEEKDAY = one_of(name for name in WEEKDAYS if not name.endswith("day"))
WEEKDAY = rf"(?:{FULL_WEEKDAY}\b|{SHORT_WEEKDAY}\.(?=[ ,]))"
SEASON = one_of(SEASONS)
PART = one_of(PARTS)

UNITS = listed("second minute hour day night week weekend fortnight month quarter season year decade century")
UNIT = one_of([*(f"{unit}s?" for unit in UNITS if unit != "century"), "century", "centuries"])
_SHORTENED = {"sec": "second", "min": "minute", "hr": "hour", "wk": "week", "yr": "year"}

_ONES = one_of(_SMALL[1:10])
_TEENS = one_of(_SMALL[1:])
_MANY = r"(?: (?:hundred|thousand|dozen))"
_IN_WORDS = rf"(?:{one_of(_TENS)}(?:[- ]{_ONES})?{_MANY}?|{_TEENS}{_MANY}?|an?{_MANY}|an?)"
_IN_FIGURES = r"(?<![$£€#.,:/])(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,4}(?:\.[0-9]{1,2})?(?:[- ][1-9]/[2-9])?)"
_VAGUE = (
    r"(?:(?:the )?(?:last|past|next|first) few|(?:an?|the) (?:few|couple|number|handful|matter|series) of|quite a few|a good many|a few|few"
    r"|several|some|many|most|countless|untold|recent|a couple|dozens of|scores of|hundreds of|thousands of|various|numerous)"
)
NUMBER = rf"(?:{_VAGUE}|half an?|{_IN_WORDS}|{_IN_FIGURES})"
EXACT_NUMBER = rf"(?:half an?|{_IN_WORDS}|{_IN_FIGURES})"
ORDINAL_IN_WORDS = one_of(word.replace("-", "[- ]") for word in ORDINALS)
ORDINAL = rf"(?:{ORDINAL_IN_WORDS}|[0-9]{{1,2}}(?:st|nd|rd|th))"
_TEENS_ONLY = one_of(_SMALL[10:])
YEAR_IN_FIGURES = r"(?:1[5-9]|20)[0-9]{2}"
YEAR_IN_WORDS = (
    rf"(?:two thousand(?: (?:and )?(?:{_ONES}|{_TEENS_ONLY})(?! (?:hundred|thousand)))?"
    rf"|(?:nineteen|twenty)[- ](?:{one_of(_TENS)}(?:[- ]{_ONES})?|{_TEENS_ONLY}))"
)
YEAR = rf"(?:{YEAR_IN_FIGURES}|{YEAR_IN_WORDS})"
HALVES = r"(?: and (?:an? )?half| and an? quarter)"


def number(words: str) -> float | None:
    """What a number says, in words or figures; None where it is vague ("several")."""
    if words.startswith("half"):
        return 0.5
    if "couple" in words:
        return 2
    total = 0.0
    for word in words.replace(",", "").replace("-", " ").split():
        if word in _FACTORS:
            total = max(total, 1) * _FACTORS[word]
        elif word in _NUMBERS:
            total += _NUMBERS[word]
        elif "/" in word:
            above, below = word.split("/")
            total += int(above) / int(below)
        elif word[0].isdigit():
            total += float(word)
        else:
            return None
    return total


def ordinal(words: str) -> int:
    """What an ordinal says, in words or figures."""
    words = words.replace(" ", "-")
    return ORDINALS[words] if words in ORDINALS else int("".join(c for c in words if c.isdigit()))


def month_number(name: str) -> int:
    """1 to 12."""
    return MONTHS[name.rstrip(".")]


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return WEEKDAYS[name.rstrip(".")]


def unit_of(words: str) -> str:
    """The singular of a unit."""
    if words == "centuries":
        return "century"
    singular = words.rstrip(".").removesuffix("s")
    return _SHORTENED.get(singular, singular)


def year_number(words: str) -> int:
    """A year of four figures, of two as newspapers shorten it, or in words."""
    if words[0].isdigit():
        short = int(words)
        return short if len(words) > 2 else short + (2000 if short < 50 else 1900)
    first, _, rest = words.replace("-", " ").partition(" ")
    if first == "two":
        return int(number(words.replace(" and ", " ")) or 0)
    return 100 * _NUMBERS[first] + int(number(rest) or 0)
