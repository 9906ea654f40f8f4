"""The rules: patterns over words, and what each of them means on a given day of publication.

A rule that needs a day it does not have (no date of publication, nothing named before) still gives type and value, with X for what is open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.attribution.when import words as w
from onrecord.attribution.when.values import (
    Anchor,
    Days,
    Meaning,
    TimexType,
    around,
    day,
    decade,
    half,
    month,
    quarter,
    season,
    shifted,
    value_of,
    weekend,
    year,
)

DATE, TIME, DURATION, SET = TimexType


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where an expression stands. direction: 1 ahead of publication, -1 behind. previous: what the text named last."""

    published: date | None
    direction: int = -1
    previous: Days | None = None


Match = re.Match[str]
Read = Callable[[Match, Scene], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what its words mean; None where they are no time after all."""

    id: str
    pattern: re.Pattern[str]
    read: Read


RULES: list[Rule] = []


def rule(name: str, pattern: str, *, case: bool = False) -> Callable[[Read], Read]:
    """Adds a rule. Words are matched whatever their case, unless `case` says that it matters."""

    def add(read: Read) -> Read:
        RULES.append(Rule(name, re.compile(rf"(?<![\w]){pattern}(?![\w])", 0 if case else re.I), read))
        return read

    return add


def named(days: Days, anchor: Anchor = Anchor.NONE, modifier: str | None = None) -> Meaning:
    """A date whose days have a name of their own."""
    return Meaning(DATE, value_of(days), days, anchor, modifier)


def open_date(value: str, anchor: Anchor = Anchor.PUBLICATION, modifier: str | None = None) -> Meaning:
    """A date of which nothing says which days it covers."""
    return Meaning(DATE, value, None, anchor, modifier)


EDGE = r"(?:(?P<edge>early|earlier|late|later|mid|middle|beginning|start|end|close|turn|rest|latter\s+part|first\s+half)(?:\s+(?:of|in|on|this|that))?[-\s]+)?"
MODIFIERS = {
    **dict.fromkeys(("early", "beginning", "start", "turn", "first half"), "START"),
    **dict.fromkeys(("mid", "middle"), "MID"),
    **dict.fromkeys(("late", "end", "close", "latter part", "rest"), "END"),
}


def edge_of(match: Match) -> str | None:
    """START, MID or END, as far as words like "early" say so."""
    found = match.groupdict().get("edge")
    return MODIFIERS.get(" ".join(found.lower().split())) if found else None


def month_number(name: str) -> int:
    """1 to 12."""
    return w.MONTHS[name.lower().rstrip(".")]


def full_year(figures: str) -> int:
    """A year of four figures, or of two as newspapers shorten it."""
    number = int(figures)
    return number if number > 99 else number + (2000 if number < 50 else 1900)


def day_of(number: int, which: int, at: int) -> Days | None:
    """A day of the calendar; None where there is no such day."""
    try:
        return day(date(number, which, at))
    except ValueError:
        return None


def nearest_year(scene: Scene, which: int, at: int | None) -> int | None:
    """The year of a month or of a day without one: the last before publication, or the next after it."""
    if scene.published is None:
        return None
    here = scene.published
    key, today = (which, at or here.day), (here.month, here.day)
    if scene.direction > 0:
        return here.year + (key < today)
    return here.year - (key > today)


# ---------------------------------------------------------------- days of the calendar
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WITH_WEEKDAY = rf"(?:(?P<weekday>{w.WEEKDAY})(?:\s+(?:morning|afternoon|evening|night))?,?\s+(?:the\s+)?)?"


@rule("iso", r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})")
def iso(match: Match, scene: Scene) -> Meaning | None:
    days = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
    return named(days) if days else None


@rule("figures", r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}|\d{2})")
def figures(match: Match, scene: Scene) -> Meaning | None:
    days = day_of(full_year(match["y"]), int(match["m"]), int(match["d"]))
    return named(days) if days else None


@rule("month-day", rf"{EDGE}{WITH_WEEKDAY}(?P<month>{w.MONTH})\s+{DAY}(?:\s*(?:-|–|—|to|through)\s*(?P<last>\d{{1,2}}))?(?:,?\s+(?P<year>{w.YEAR}))?(?!\d|,\d|\s*(?:percent|%))")  # fmt: skip
@rule("day-month", rf"{EDGE}{WITH_WEEKDAY}{DAY}(?:\s*(?:-|–|to)\s*(?P<last>\d{{1,2}}))?\s+(?:of\s+|day\s+of\s+)?(?P<month>{w.MONTH})(?:,?\s+(?P<year>{w.YEAR}))?")  # fmt: skip
def calendar_day(match: Match, scene: Scene) -> Meaning | None:
    which, at = month_number(match["month"]), int(match["day"])
    if not 1 <= at <= 31:
        return None
    number = int(match["year"]) if match["year"] else nearest_year(scene, which, at)
    anchor = Anchor.NONE if match["year"] else Anchor.PUBLICATION
    if number is None:
        return open_date(f"XXXX-{which:02d}-{at:02d}", anchor, edge_of(match))
    days = day_of(number, which, at)
    last = day_of(number, which, int(match["last"])) if match["last"] else None
    if days and last and last.start > days.start:
        days = Days(days.start, last.end, "span")
    return named(days, anchor, edge_of(match)) if days else None


@rule("month-year", rf"{EDGE}(?P<month>{w.MONTH})(?:,?\s+(?:of\s+)?(?P<year>{w.YEAR})|\s+(?P<rel>of\s+(?:this|last|next)\s+year|this\s+year|last\s+year|next\s+year))")  # fmt: skip
def month_year(match: Match, scene: Scene) -> Meaning | None:
    which = month_number(match["month"])
    if match["year"]:
        return named(month(int(match["year"]), which), modifier=edge_of(match))
    if scene.published is None:
        return open_date(f"XXXX-{which:02d}")
    offset = 1 if "next" in match["rel"].lower() else -1 if "last" in match["rel"].lower() else 0
    return named(month(scene.published.year + offset, which), Anchor.PUBLICATION, edge_of(match))


@rule(
    "month",
    rf"(?:(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming)\s+)?{EDGE}(?P<month>{one if (one := w.one_of(m.capitalize() for m in w.MONTHS if m not in ('may', 'march') and len(m) > 3)) else ''}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.)",
    case=True,
)
@rule(
    "month-after-preposition",
    rf"(?P<lead>(?:[Ii]n|[Ll]ast|[Tt]his|[Nn]ext|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y|[Dd]uring|[Bb]efore|[Aa]fter|[Oo]f|[Tt]o|[Ee]ach|[Ee]very|[Ee]arly|[Ll]ate|[Mm]id)[-\s]+)(?P<month>May|March)(?!\s+\d|\s+[A-Z])",
    case=True,
)
def bare_month(match: Match, scene: Scene) -> Meaning | None:
    which = month_number(match["month"])
    lead = (match.groupdict().get("rel") or match.groupdict().get("lead") or "").lower().strip(" -")
    edge = edge_of(match) or MODIFIERS.get(lead)
    if lead in ("each", "every"):
        return Meaning(SET, f"XXXX-{which:02d}")
    if scene.published is None:
        return open_date(f"XXXX-{which:02d}", modifier=edge)
    here = scene.published
    if lead == "next":
        number = here.year + (which <= here.month)
    elif lead == "last":
        number = here.year - (which >= here.month)
    elif lead.startswith("this"):
        number = here.year
    else:
        number = here.year + (which < here.month) if scene.direction > 0 else here.year - (which > here.month)
    return named(month(number, which), Anchor.PUBLICATION, edge)


@rule("day-number", rf"the\s+(?P<day>{w.ORDINAL})(?=\s+(?:of\s+the\s+month)|[.,;]|\s*$)(?:\s+of\s+the\s+month)?")
def day_number(match: Match, scene: Scene) -> Meaning | None:
    if not match["day"][0].isdigit():
        return None
    at, base = w.ordinal(match["day"]), scene.previous.start if scene.previous else scene.published
    if base is None or not 1 <= at <= 31:
        return None
    days = day_of(base.year, base.month, at)
    return named(days, Anchor.PREVIOUS if scene.previous else Anchor.PUBLICATION) if days else None


# ---------------------------------------------------------------- years and more
BEFORE_YEAR = r"(?:in|since|by|of|until|till|from|during|before|after|for|early|late|mid|fiscal|around|about|through|and|to|between|the\s+year|calendar|than|pre|post|until|circa|election|campaign|year)"  # fmt: skip


@rule("year", rf"{EDGE}(?:(?P<fiscal>fiscal|calendar)\s+(?:year\s+)?|the\s+year\s+)?(?P<year>{w.YEAR})(?:\s*[-–/]\s*(?P<to>\d{{2}}|{w.YEAR}))?")
def plain_year(match: Match, scene: Scene) -> Meaning | None:
    text, start, end = match.string, match.start("year"), match.end()
    before, after = text[max(0, start - 14) : start], text[end : end + 24]
    if re.search(r"[$£€#.,:/-]\s?$", before) and not re.search(r"(?:\w,|mid-|pre-|post-|late-|early-|\.)\s?$", before, re.I):
        return None
    if re.match(r"\s*(?:%|percent|per\s+cent|million|billion|points?|feet|miles|meters|people|dollars|pounds|tons|votes)\b|,\d|\.\d|:\d|/\d", after):
        return None
    led = re.search(rf"\b{BEFORE_YEAR}[-\s]+$|^\s*$|[(–,]\s?$|{w.MONTH}\s*$", before, re.I) or match["fiscal"] or match["edge"]
    if not led and re.match(r"\s+[a-z]+s\b", after) and not re.match(r"\s+(?:was|is|has|results|elections?|sales|levels|earnings|figures|estimates|losses|profits|prices|rules)\b", after):
        return None
    days = year(int(match["year"]))
    if match["to"]:
        last = int(match["to"]) if len(match["to"]) == 4 else int(match["year"][:2] + match["to"])
        if last <= int(match["year"]):
            return None
        days = Days(days.start, year(last).end, "span")
    return named(days, modifier=edge_of(match))


@rule("decade", rf"(?:the\s+)?{EDGE}(?P<figures>(?:1[5-9]|20)\d0|['’]\d0)['’]?s")
@rule("decade-in-words", rf"(?:the\s+)?{EDGE}(?:nineteen[-\s]+)?(?P<words>{w.one_of(w.DECADES)})")
def plain_decade(match: Match, scene: Scene) -> Meaning | None:
    found = match.groupdict()
    if found.get("figures"):
        figures = found["figures"].lstrip("'’")
        first = int(figures) if len(figures) == 4 else 1900 + int(figures)
    else:
        if not match.group().lower().startswith(("the", "nineteen", "early", "late", "mid")):
            return None
        first = 1900 + 10 * w.DECADES[found["words"].lower()]
    return named(decade(first), modifier=edge_of(match))


@rule("century", rf"(?:the\s+)?{EDGE}(?P<which>{w.ORDINAL})[-\s]+century")
def plain_century(match: Match, scene: Scene) -> Meaning | None:
    which = w.ordinal(match["which"])
    if not 1 <= which <= 30:
        return None
    first = (which - 1) * 100 + 1
    return Meaning(DATE, f"{which - 1:02d}", Days(date(first, 1, 1), date(first + 99, 12, 31), "century"), Anchor.NONE, edge_of(match))


# ---------------------------------------------------------------- quarters, halves, seasons
PERIOD_YEAR = rf"(?:,?\s+(?:of\s+)?(?:(?:fiscal|calendar)\s+)?(?:(?P<year>{w.YEAR})|(?P<rel>this\s+year|last\s+year|next\s+year|the\s+year)))?"


@rule("quarter", rf"(?:the\s+)?{EDGE}(?:fiscal\s+)?(?P<which>first|second|third|fourth|1st|2nd|3rd|4th)[-\s]+(?:fiscal[-\s]+)?(?P<unit>quarter|half){PERIOD_YEAR}")  # fmt: skip
def plain_quarter(match: Match, scene: Scene) -> Meaning | None:
    which, unit = w.ordinal(match["which"]), match["unit"].lower()
    if unit == "half" and which > 2:
        return None
    make = quarter if unit == "quarter" else half
    if match["year"]:
        return named(make(int(match["year"]), which), modifier=edge_of(match))
    if scene.published is None:
        return open_date(f"XXXX-{'Q' if unit == 'quarter' else 'H'}{which}")
    number = scene.published.year
    rel = (match["rel"] or "").lower()
    if rel.startswith(("last", "next")):
        number += 1 if rel.startswith("next") else -1
    elif not rel and scene.direction < 0 and make(number, which).start > scene.published:
        number -= 1
    elif not rel and scene.direction > 0 and make(number, which).end < scene.published:
        number += 1
    return named(make(number, which), Anchor.PUBLICATION, edge_of(match))


@rule("season", rf"(?:(?P<rel>last|this|next|this\s+past|this\s+coming|that)\s+|(?P<in>in\s+(?:the\s+)?|the\s+))?{EDGE}(?P<season>{w.SEASON})(?:\s+(?:of\s+)?(?P<year>{w.YEAR})|\s+of\s+(?P<of>this|last|next)\s+year)?")  # fmt: skip
def plain_season(match: Match, scene: Scene) -> Meaning | None:
    code = w.SEASON_CODES[match["season"].lower()]
    rel = (match["rel"] or match["of"] or "").lower()
    if match["year"]:
        return named(season(int(match["year"]), code), modifier=edge_of(match))
    if not rel and not match["in"] and not match["edge"]:
        return None
    if match["season"].lower() in ("fall", "spring") and not rel and not (match["in"] or "").lower().startswith("in"):
        return None
    if scene.published is None:
        return open_date(f"XXXX-{code}")
    here, number = scene.published, scene.published.year
    if match["of"]:
        number += {"this": 0, "last": -1, "next": 1}[rel]
    elif rel == "last" or (rel != "next" and not rel.startswith("this") and scene.direction < 0):
        number -= season(number, code).start > here or (rel == "last" and season(number, code).end >= here)
    elif rel == "next" or scene.direction > 0:
        number += season(number, code).end < here or (rel == "next" and season(number, code).start <= here)
    return named(season(number, code), Anchor.PUBLICATION, edge_of(match))


# ---------------------------------------------------------------- days of the week, today and its neighbours
CLOCK = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>a\.?m\.?|p\.?m\.?|o['’]clock)(?:\s+(?:in\s+the\s+(?P<inthe>morning|afternoon|evening)|at\s+night))?(?:\s+\(?(?:[ECMP][SD]?T|GMT|UTC|Eastern|Pacific|local\s+time)\)?(?:\s+time)?)?"  # fmt: skip
DAYPART = rf"(?:\s+(?P<part>{w.PART}))?"


def clock(match: Match) -> str | None:
    """Thh:mm of a time of the clock; None where it is no such time."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    which = (match["half"] or "").lower().replace(".", "")
    inthe = (match["inthe"] or "").lower()
    if not 0 <= hour <= 24 or minute > 59:
        return None
    if (which == "pm" or inthe in ("afternoon", "evening")) and hour < 12:
        hour += 12
    if which == "am" and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}"


def timed(days: Days | None, part: str | None, open_value: str, anchor: Anchor, modifier: str | None) -> Meaning:
    """A day, or a part or a time of it (part: a word like "morning", or Thh:mm)."""
    at = days.start.isoformat() if days else open_value
    if not part:
        return Meaning(DATE, at, days, anchor, modifier)
    code = part if part.startswith("T") else w.PARTS[part.lower()]
    value = at + (code if code.startswith("T") else f"T{code}")
    return Meaning(TIME, value, days and Days(days.start, days.end, "time"), anchor, modifier)


def weekday_days(scene: Scene, which: int, rel: str) -> Days | None:
    """The weekday that is meant; today where today is one, unless "last" or "next" says otherwise."""
    here = scene.published
    if here is None:
        return None
    back, ahead = (here.weekday() - which) % 7, (which - here.weekday()) % 7
    if rel.startswith("last") or "past" in rel:
        return day(here - timedelta(days=back or 7))
    if rel.startswith("next"):
        return day(here + timedelta(days=ahead or 7))
    if rel.startswith("this coming") or scene.direction > 0:
        return day(here + timedelta(days=ahead))
    return day(here - timedelta(days=back))


@rule("weekday", rf"(?:(?P<each>each|every)\s+)?{EDGE}(?:(?P<rel>last|next|this|this\s+past|this\s+coming|the\s+following|the\s+previous)\s+)?(?P<weekday>{w.WEEKDAY}){DAYPART}")  # fmt: skip
@rule("clock-weekday", rf"(?:(?:about|around|at)\s+)?(?:{CLOCK}|(?P<part>noon|midnight))(?:\s+on)?\s+(?P<weekday>{w.WEEKDAY})")
@rule("weekday-clock", rf"(?P<weekday>{w.WEEKDAY})\s+at\s+(?:{CLOCK}|(?P<part>noon|midnight))")
def plain_weekday(match: Match, scene: Scene) -> Meaning | None:
    found = match.groupdict()
    which = w.WEEKDAYS[match["weekday"].lower().rstrip(".")]
    part = clock(match) if found.get("hour") else found.get("part")
    if found.get("each"):
        return Meaning(SET, f"XXXX-WXX-{which + 1}" + (f"T{w.PARTS[part.lower()]}" if part else ""))
    rel = " ".join((found.get("rel") or "").lower().split())
    if rel in ("the following", "the previous"):
        base = scene.previous.start if scene.previous else scene.published
        scene = Scene(base, 1 if rel.endswith("following") else -1)
        rel = "next" if rel.endswith("following") else "last"
        return timed(weekday_days(scene, which, rel), part, f"XXXX-WXX-{which + 1}", Anchor.PREVIOUS, edge_of(match))
    edge = edge_of(match) if found.get("edge") else None
    return timed(weekday_days(scene, which, rel), part, f"XXXX-WXX-{which + 1}", Anchor.PUBLICATION, edge)


@rule("weekdays", rf"(?P<weekday>{w.one_of(d for d in w.WEEKDAYS if d.endswith('day'))})s(?:\s+(?P<part>{w.PART})s?)?|(?P<only>{w.one_of(d for d in w.WEEKDAYS if d.endswith('day'))})\s+(?P<parts>{w.PART})s")  # fmt: skip
def weekdays(match: Match, scene: Scene) -> Meaning | None:
    which = w.WEEKDAYS[(match["weekday"] or match["only"]).lower()]
    part = match["part"] or match["parts"]
    return Meaning(SET, f"XXXX-WXX-{which + 1}" + (f"T{w.PARTS[part.lower()]}" if part else ""))


TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0}


@rule("today", rf"(?:the\s+day\s+(?P<beside>before|after)\s+)?{EDGE}(?P<word>today|yesterday|tomorrow|tonight){DAYPART}(?:\s+at\s+{CLOCK})?")
@rule("clock-today", rf"(?:(?:about|around|at)\s+)?{CLOCK}\s+(?P<word>today|yesterday|tomorrow|tonight)")
def today(match: Match, scene: Scene) -> Meaning | None:
    found = match.groupdict()
    word = match["word"].lower()
    offset = TODAY[word] + {"before": -1, "after": 1, None: 0}[(found.get("beside") or "").lower() or None]
    part = clock(match) if found.get("hour") else found.get("part") or ("night" if word == "tonight" else None)
    days = day(scene.published + timedelta(days=offset)) if scene.published else None
    return timed(days, part, "XXXX-XX-XX", Anchor.PUBLICATION, edge_of(match) if found.get("edge") else None)


@rule("this-morning", rf"(?:(?P<edge>early|earlier|late|later)\s+)?(?P<rel>this|last|that|the\s+same|the\s+next|the\s+following|the\s+previous)\s+(?P<part>morning|afternoon|evening|night)")  # fmt: skip
def this_morning(match: Match, scene: Scene) -> Meaning | None:
    rel = " ".join(match["rel"].lower().split())
    if rel in ("this", "last"):
        base, anchor = scene.published, Anchor.PUBLICATION
        offset = -1 if rel == "last" else 0
    else:
        base, anchor = scene.previous.end if scene.previous else None, Anchor.PREVIOUS
        offset = {"that": 0, "the same": 0, "the next": 1, "the following": 1, "the previous": -1}[rel]
    return timed(day(base + timedelta(days=offset)) if base else None, match["part"], "XXXX-XX-XX", anchor, edge_of(match))


@rule("clock", rf"(?:(?:about|around|at)\s+)?(?:{CLOCK}|(?P<part>noon|midnight|midday))")
def plain_clock(match: Match, scene: Scene) -> Meaning | None:
    part = clock(match) if match["hour"] else match["part"]
    base = scene.previous if scene.previous and scene.previous.granularity in ("day", "time") else None
    days = base or (day(scene.published) if scene.published else None)
    return timed(days, part, "XXXX-XX-XX", Anchor.PREVIOUS if base else Anchor.PUBLICATION, None) if part else None


# ---------------------------------------------------------------- this week, last year, the next month
PLAIN_UNIT = r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)"


@rule("relative-unit", rf"(?:the\s+)?{EDGE}(?P<rel>this|last|next|the\s+past|past|the\s+last|the\s+next|the\s+previous|previous|the\s+coming|coming|the\s+current|current|the\s+latest|latest|the\s+following|following|that|that\s+same|the\s+same|the\s+year-ago|the\s+year-earlier|the\s+prior|prior)\s+(?:fiscal\s+|calendar\s+)?{PLAIN_UNIT}")  # fmt: skip
def relative_unit(match: Match, scene: Scene) -> Meaning | None:
    rel = " ".join(match["rel"].lower().removeprefix("the ").split())
    unit = match["unit"].lower()
    if unit == "day" and rel in ("this", "last", "past", "next", "coming", "latest", "current", "previous", "prior"):
        if rel not in ("next", "previous", "prior"):
            return None
    to_previous = rel in ("following", "that", "that same", "same") or (unit == "day")
    to_previous = to_previous or (rel in ("previous", "next", "prior") and "the" in match["rel"].lower() and unit != "year")
    offset = {"last": -1, "past": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1, "following": 1}.get(rel, 0)
    if rel in ("year-ago", "year-earlier"):
        base = scene.published and around(shifted(scene.published, -1, "year"), unit)
        return named(base, Anchor.PUBLICATION) if base else open_date("XXXX")
    if to_previous and scene.previous is None and rel not in ("next", "previous", "prior"):
        return open_date("XXXX-XX-XX" if unit == "day" else "XXXX", Anchor.PREVIOUS) if unit in ("day", "year", "week", "month") else None
    base_day = scene.previous.start if to_previous and scene.previous else scene.published
    anchor = Anchor.PREVIOUS if to_previous and scene.previous else Anchor.PUBLICATION
    if base_day is None:
        return open_date({"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX"}.get(unit, "XXXX"), anchor, edge_of(match))
    if rel == "latest" and unit == "quarter":
        offset = -1
    step = "week" if unit == "weekend" else unit
    at = shifted(base_day, offset, step)
    days = weekend(at) if unit == "weekend" else around(at, unit)
    return named(days, anchor, edge_of(match))


@rule("the-weekend", r"(?:over\s+)?the\s+weekend|over\s+the\s+week-end")
def the_weekend(match: Match, scene: Scene) -> Meaning | None:
    if scene.published is None:
        return open_date("XXXX-WXX-WE")
    here = scene.published
    at = here if here.weekday() >= 5 or scene.direction > 0 else here - timedelta(days=7)
    return named(weekend(at), Anchor.PUBLICATION)


@rule("end-of-unit", r"(?:the\s+)?(?P<edge>end|beginning|start|close|middle|rest|turn|remainder)\s+of\s+(?:the|this)\s+(?P<unit>week|month|quarter|year|decade|century)")
@rule("year-end", r"(?P<edge>year)-end|year['’]s\s+end")
def end_of_unit(match: Match, scene: Scene) -> Meaning | None:
    unit = (match.groupdict().get("unit") or "year").lower()
    if scene.published is None:
        return open_date("XXXX", modifier="END")
    return named(around(scene.published, unit), Anchor.PUBLICATION, edge_of(match) or "END")


# ---------------------------------------------------------------- so many units ago, later, long
APPROX = r"(?:(?P<about>about|almost|nearly|around|some|roughly|approximately|more\s+than|less\s+than|over|at\s+least|at\s+most|up\s+to|under|fewer\s+than|no\s+more\s+than|just|only|exactly)\s+)?"
COUNT = rf"(?P<count>{w.NUMBER})[-\s]+(?:(?P<more>more|additional|other|full|straight|consecutive|whole|long|fiscal)\s+)?"
APPROX_MODIFIERS = {
    **dict.fromkeys(("about", "almost", "nearly", "around", "some", "roughly", "approximately"), "APPROX"),
    **dict.fromkeys(("more than", "over"), "MORE_THAN"),
    **dict.fromkeys(("less than", "under", "fewer than"), "LESS_THAN"),
    **{"at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS"},
}


def about(match: Match) -> str | None:
    """How exact a length is meant."""
    return APPROX_MODIFIERS.get(" ".join((match["about"] or "").lower().split()))


def counted(match: Match) -> tuple[float | None, str]:
    """How many of which unit."""
    return w.number(match["count"]), w.unit_of(match["unit"])


def moved(base: date, count: float, unit: str, sign: int) -> Days | None:
    """The day, month or year so far away, no more exact than its unit."""
    unit = {"fortnight": "week", "night": "day", "weekend": "week"}.get(unit, unit)
    if unit in ("second", "minute", "hour"):
        return day(base)
    if unit not in ("day", "week", "month", "quarter", "year", "decade", "century"):
        return None
    try:
        if unit in ("week", "month", "quarter", "year") and count != int(count):
            days_of = {"week": 7, "month": 30.4, "quarter": 91.3, "year": 365.25}[unit]
            return around(base + timedelta(days=round(sign * count * days_of)), "month" if unit != "week" else "day")
        at = shifted(base, sign * int(count), unit)
    except (ValueError, OverflowError):
        return None
    return year(at.year) if unit in ("decade", "century") else around(at, unit)


@rule("ago", rf"{APPROX}{COUNT}(?P<unit>{w.UNITS})\s+(?P<way>ago|back(?=[\s,.;](?!to|in|at|from|on))|from\s+now|hence|from\s+today)")
def ago(match: Match, scene: Scene) -> Meaning | None:
    count, unit = counted(match)
    sign = -1 if match["way"].lower() in ("ago", "back") else 1
    if count is None:
        return open_date("PAST_REF" if sign < 0 else "FUTURE_REF", Anchor.PUBLICATION, about(match))
    if scene.published is None:
        return open_date("XXXX", Anchor.PUBLICATION, about(match))
    days = moved(scene.published, count, unit, sign)
    return named(days, Anchor.PUBLICATION, about(match)) if days else None


@rule("later", rf"{APPROX}{COUNT}(?P<unit>{w.UNITS})\s+(?P<way>later|earlier|before(?=[.,;])|after(?=[.,;])|afterwards?|afterward|beforehand|previously)")
@rule("the-day-before", r"the\s+(?P<unit>day|week|month|year|night)\s+(?P<way>before|after)(?=[.,;]|\s+(?:in|at|on|by|and|when|he|she|they|that)\b)")
def later(match: Match, scene: Scene) -> Meaning | None:
    found = match.groupdict()
    count = w.number(found["count"]) if found.get("count") else 1.0
    unit = w.unit_of(match["unit"])
    sign = 1 if match["way"].lower().startswith(("later", "after")) else -1
    modifier = about(match) if found.get("count") else None
    base, anchor = (scene.previous.start, Anchor.PREVIOUS) if scene.previous else (None, Anchor.EVENT)
    if base is None and sign < 0 and scene.published and unit in ("year", "quarter", "month"):
        base, anchor = scene.published, Anchor.PUBLICATION  # "up from a year earlier"
    if count is None or base is None:
        return open_date("XXXX", anchor, modifier)
    days = moved(base, count, unit, sign)
    return named(days, anchor, modifier) if days else None


@rule("event-anchored", rf"(?:(?:just|only|shortly|mere)\s+)?(?:{COUNT})?(?P<unit>{w.UNITS})\s+(?P<way>before|after|following|into|since)\s+(?=(?:the|his|her|their|its|an?|[A-Z])\b)")
def event_anchored(match: Match, scene: Scene) -> Meaning | None:
    unit = w.unit_of(match["unit"])
    if not match["count"] and (match["unit"].lower() == unit):
        return None
    count = w.number(match["count"]) if match["count"] else None
    return Meaning(DURATION, w.duration(count, unit), None, Anchor.EVENT, match["way"].upper() if match["way"].lower() in ("before", "after") else None)


@rule("past-units", rf"(?:the\s+|these\s+|those\s+)?(?P<rel>past|last|next|previous|coming|following|first|recent|latest|final)\s+(?:{COUNT})?(?P<unit>{w.UNITS})")
def past_units(match: Match, scene: Scene) -> Meaning | None:
    rel, unit = match["rel"].lower(), w.unit_of(match["unit"])
    if not match["count"] and match["unit"].lower() == unit:
        return None
    count = w.number(match["count"]) if match["count"] else None
    days = None
    if count and scene.published and rel in ("past", "last", "next", "coming", "recent"):
        far = moved(scene.published, count, unit, -1 if rel in ("past", "last", "recent") else 1)
        if far:
            days = Days(far.start, scene.published, "span") if far.start <= scene.published else Days(scene.published, far.end, "span")
    anchor = Anchor.PUBLICATION if rel in ("past", "last", "next", "coming", "recent", "latest") else Anchor.EVENT
    return Meaning(DURATION, w.duration(count, unit), days, anchor)


@rule("year-of-age", rf"(?:{w.NUMBER})[-\s]+(?:year|month|day|week)s?[-\s]+olds?")
def year_of_age(match: Match, scene: Scene) -> Meaning | None:
    return None


@rule("duration", rf"{APPROX}{COUNT}(?P<unit>{w.UNITS})(?:[-\s]long)?")
@rule("duration-and-half", rf"{APPROX}(?P<count>an?|one)\s+(?P<unit>{w.UNITS})(?P<half>\s+and\s+a\s+half)")
def plain_duration(match: Match, scene: Scene) -> Meaning | None:
    count, unit = counted(match)
    before = match.string[max(0, match.start() - 24) : match.start()]
    if count is not None and match.groupdict().get("half"):
        count += 0.5
    if match["count"].lower() in ("a", "an") and match["unit"].lower() == unit:
        if re.search(r"(?:\d|percent|%|cents|million|billion|thousand|times|once|twice|dollars|hours|days)\s+$", before, re.I):
            return Meaning(SET, w.duration(1, unit))
        if unit in ("second", "quarter", "season", "night", "minute") or match.string[match.end() : match.end() + 1] == "-":
            return None
    if unit in ("season", "morning", "quarter") or (unit == "second" and not match["count"][0].isdigit()):
        return None if unit != "quarter" else Meaning(DURATION, w.duration(count, unit), None, Anchor.NONE, about(match))
    return Meaning(DURATION, w.duration(count, unit), None, Anchor.NONE, about(match))


@rule("units", r"(?:for\s+)?(?P<unit>decades|centuries|years|months|weeks|days|hours|minutes)(?:[-\s]long)?")
def bare_units(match: Match, scene: Scene) -> Meaning | None:
    before = match.string[max(0, match.start() - 16) : match.start()]
    if not match.group().lower().startswith("for") and not re.search(r"\b(?:in|within|of|over|took|take|takes|after|before|the)\s+$", before, re.I):
        return None
    return Meaning(DURATION, w.duration(None, w.unit_of(match["unit"])))


# ---------------------------------------------------------------- again and again
@rule("every", rf"(?:each|every)\s+(?:(?P<count>{w.NUMBER}|other)\s+)?(?P<unit>{w.UNITS}|morning|weekend)")
def every(match: Match, scene: Scene) -> Meaning | None:
    unit = w.unit_of(match["unit"])
    count = 2.0 if (match["count"] or "").lower() == "other" else w.number(match["count"]) if match["count"] else 1.0
    return Meaning(SET, w.duration(count, unit))


@rule("per", r"(?:per|a)[-\s](?P<unit>day|week|month|year|hour|minute)(?=-)|per\s+(?P<unit2>day|week|month|year|hour|minute)")
def per(match: Match, scene: Scene) -> Meaning | None:
    return Meaning(SET, w.duration(1, (match["unit"] or match["unit2"]).lower()))


ADVERBS = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y"}


@rule("adverb-of-set", w.one_of(ADVERBS))
def adverb_of_set(match: Match, scene: Scene) -> Meaning | None:
    after = match.string[match.end() : match.end() + 12]
    if match.group()[0].isupper() and re.match(r"\s+[A-Z]", after):
        return None  # the Daily Flare
    return Meaning(SET, ADVERBS[match.group().lower()])


# ---------------------------------------------------------------- holidays
def nth_weekday(number: int, which: int, weekday: int, count: int) -> date:
    """The count-th such weekday of a month; the last of them where count is -1."""
    days = [d for d in range(1, 32) if (found := day_of(number, which, d)) and found.start.weekday() == weekday]
    return date(number, which, days[count if count < 0 else count - 1])


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's eve": lambda y: date(y, 12, 31),
    "new year's day": lambda y: date(y, 1, 1),
    "martin luther king day": lambda y: nth_weekday(y, 1, 0, 3),
    "valentine's day": lambda y: date(y, 2, 14),
    "presidents day": lambda y: nth_weekday(y, 2, 0, 3),
    "st. patrick's day": lambda y: date(y, 3, 17),
    "memorial day": lambda y: nth_weekday(y, 5, 0, -1),
    "independence day": lambda y: date(y, 7, 4),
    "fourth of july": lambda y: date(y, 7, 4),
    "labor day": lambda y: nth_weekday(y, 9, 0, 1),
    "columbus day": lambda y: nth_weekday(y, 10, 0, 2),
    "halloween": lambda y: date(y, 10, 31),
    "veterans day": lambda y: date(y, 11, 11),
    "thanksgiving": lambda y: nth_weekday(y, 11, 3, 4),
    "thanksgiving day": lambda y: nth_weekday(y, 11, 3, 4),
    "christmas eve": lambda y: date(y, 12, 24),
    "christmas": lambda y: date(y, 12, 25),
    "christmas day": lambda y: date(y, 12, 25),
    "boxing day": lambda y: date(y, 12, 26),
}


@rule("holiday", rf"(?:(?P<rel>last|next|this)\s+)?(?P<name>{w.one_of(n.replace(chr(39), '[' + chr(39) + '’]') if True else n for n in HOLIDAYS)})(?:,?\s+(?P<year>{w.YEAR}))?")  # fmt: skip
def holiday(match: Match, scene: Scene) -> Meaning | None:
    make = HOLIDAYS[" ".join(match["name"].lower().replace("’", "'").split())]
    if match["year"]:
        return named(day(make(int(match["year"]))))
    if scene.published is None:
        return None
    here, rel = scene.published, (match["rel"] or "").lower()
    if rel == "next" or (scene.direction > 0 and rel != "last"):
        number = here.year + (make(here.year) < here)
    else:
        number = here.year - (make(here.year) > here)
    return named(day(make(number)), Anchor.PUBLICATION)


# ---------------------------------------------------------------- now, then, some day
@rule("present", r"(?:right\s+)?now|currently|presently|at\s+present|at\s+the\s+moment|nowadays|these\s+days|at\s+this\s+(?:time|point|moment)|the\s+present|(?<=\bthe )current|(?<=\bits )current|(?<=\btheir )current")
def present(match: Match, scene: Scene) -> Meaning | None:
    days = day(scene.published) if scene.published else None
    return Meaning(DATE, "PRESENT_REF", days, Anchor.PUBLICATION)


@rule("past", r"recently|lately|previously|(?:in\s+)?the\s+(?:recent\s+)?past|formerly|in\s+the\s+old\s+days|not\s+long\s+ago|long\s+ago|a\s+while\s+ago")
def past(match: Match, scene: Scene) -> Meaning | None:
    return open_date("PAST_REF")


@rule("future", r"soon|(?:in\s+)?the\s+(?:near\s+|foreseeable\s+)?future|someday|some\s+day|in\s+the\s+coming\s+(?:days|weeks|months|years)")
def future(match: Match, scene: Scene) -> Meaning | None:
    return open_date("FUTURE_REF")
