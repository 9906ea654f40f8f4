"""The words that times are made of, as patterns and as numbers."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    **{"morning": "MO", "dawn": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "T12:00"},
    **{"noon": "T12:00", "midnight": "T24:00"},
}
"""Parts of a day, as TIMEX3 has them; a T begins a time of the clock."""

UNIT_CODES = {
    **{"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "night": "NI", "fortnight": "W"},
    **{"month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "morning": "MO", "season": "S"},
}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
NUMBERS = {**{word: n for n, word in enumerate(_SMALL)}, **_TENS, "a": 1, "an": 1, "hundred": 100, "dozen": 12}
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"twenty-first": 21}
VAGUE = ("a few", "few", "several", "some", "many", "a couple of", "a number of", "recent", "a handful of")
DECADES = {name: tens for tens, name in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)}


def one_of(words: object) -> str:
    """A pattern for any of some words, the longest first."""
    return "(?:" + "|".join(sorted((str(w).replace(" ", r"\s+") for w in words), key=len, reverse=True)) + ")"  # type: ignore[attr-defined]


_FULL_MONTHS = [m for m in MONTHS if len(m) > 4 or m in ("may", "june", "july")]
_SHORT_MONTHS = [m for m in MONTHS if m not in ("may", "june", "july") and len(m) <= 4]
MONTH = rf"(?:{one_of(_FULL_MONTHS)}\b|{one_of(_SHORT_MONTHS)}\b\.?)"
WEEKDAY = rf"(?:{one_of(w for w in WEEKDAYS if w.endswith('day'))}\b|{one_of(w for w in WEEKDAYS if not w.endswith('day'))}\.(?=[\s,]))"
SEASON = one_of(SEASON_CODES)
PART = r"(?:morning|afternoon|evening|night|midday|noon|midnight)"
UNIT = one_of(UNIT_CODES)
UNITS = rf"(?:centuries|{one_of(u for u in UNIT_CODES if u not in ('century', 'morning', 'weekend'))}s?)"
_ONES = one_of(_SMALL[1:10])
NUMBER = (
    rf"(?:{one_of(VAGUE)}|half\s+an?|an?\s+(?:hundred|dozen)|{one_of(_TENS)}(?:[-\s]{_ONES})?(?:\s+hundred)?"
    rf"|{one_of(_SMALL[1:])}(?:\s+hundred)?|an?|\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:\s+\d/\d)?)"
)
ORDINAL = rf"(?:{one_of(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"


def number(words: str) -> float | None:
    """What a number is, in words or figures; None where it is vague ("several")."""
    words = " ".join(words.lower().replace("-", " ").split())
    if words in VAGUE:
        return None
    if words.startswith("half"):
        return 0.5
    total = 0.0
    for word in words.replace(",", "").split():
        if "/" in word:
            above, below = word.split("/")
            total += int(above) / int(below) if int(below) else 0
        elif word == "hundred":
            total = max(total, 1) * 100
        elif word == "dozen":
            total = max(total, 1) * 12
        else:
            total += NUMBERS[word] if word in NUMBERS else float(word)
    return total


def ordinal(words: str) -> int:
    """What an ordinal is, in words or figures."""
    words = words.lower()
    return ORDINALS[words] if words in ORDINALS else int("".join(c for c in words if c.isdigit()))


def unit_of(words: str) -> str:
    """The singular of a unit."""
    words = words.lower()
    return "century" if words == "centuries" else words.removesuffix("s") if words not in UNIT_CODES else words


def duration(count: float | None, unit: str) -> str:
    """TIMEX3 value of a length of time; X where nothing says how many."""
    code, factor = UNIT_CODES[unit], 1
    if unit in ("decade", "century") and count is not None:
        code, factor = "Y", 10 if unit == "decade" else 100
    if unit == "fortnight":
        factor = 2
    shown = "X" if count is None else f"{count * factor:g}"
    if count is not None and count != int(count):
        whole, rest = int(count), count - int(count)
        parts = {"year": ("Y", 12, "M"), "hour": ("H", 60, "M"), "minute": ("M", 60, "S"), "day": ("D", 24, "H")}.get(unit)
        if parts:
            clock = "T" if unit in ("hour", "minute") else ""
            middle = "T" if unit == "day" else ""
            return f"P{clock}" + (f"{whole}{parts[0]}" if whole else "") + f"{middle}{rest * parts[1]:g}{parts[2]}"
    return f"PT{shown}{code[1:]}" if code.startswith("T") else f"P{shown}{code}"
