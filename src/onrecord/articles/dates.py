"""Dates as sources write them → ISO 8601, only as precise as the source was."""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|z|[+-]\d\d:?\d\d)?)?")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(month[:3] for month in _MONTHS)})[a-z]*\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_WRITTEN = (
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})", re.IGNORECASE),
)
_TIME = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s*(?P<zone>(?:GMT|UTC)?[+-]\d\d:?\d\d|[a-z]{1,4}\b)(?:\s*\([^()]*\))?)?"
)
_TIME_BEHIND = re.compile(rf",?\s+(?:at\s+)?{_TIME}", re.IGNORECASE)
_TIME_BETWEEN = re.compile(rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})\s+{_TIME}\s+(?P<year>\d{{4}})", re.IGNORECASE)
_SOME_TIME = re.compile(r",?\s+(?:at\s+)?\d{1,2}(?::\d|\s*[ap]\.?m\b)", re.IGNORECASE)
# The names of zones that RFC 2822 knows; others mean one thing here and another there.
_ZONES = {
    "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
}  # fmt: skip
# What publishing systems write where they know no date.
_EMPTY_STAMPS = ("0001-01-01", "1970-01-01T00:00:00")
_FIRST_YEAR = 1600


def parse_date(written: str) -> str | None:
    """An ISO day or instant, or None where the words are no complete date.

    Reads ISO 8601, RFC 2822 ("Fri, 10 Feb 2017 09:21:00 -0500") and English dates ("February 10, 2017", "10 Feb 2017,
    9:21 p.m."). Of a date whose time is not wholly understood ("9:21 ET") the day remains.
    A numeric date such as 02/10/2017 means two days on two continents, and is none.
    """
    written = " ".join(written.split())
    if match := _ISO.fullmatch(written):
        return _checked("T".join(part for part in (match[1], match[2]) if part), match[3])
    if match := _TIME_BETWEEN.fullmatch(written):
        return _with_time(_day(match), match)
    for pattern in _WRITTEN:
        if match := pattern.match(written):
            return _with_rest(_day(match), written[match.end() :])
    return None


def find_date(words: str) -> str | None:
    """The first date, ISO or in English, inside other words."""
    matches = [match for pattern in (_ISO, *_WRITTEN) if (match := pattern.search(words))]
    return parse_page_date(min(matches, key=lambda match: match.start())[0]) if matches else None


def parse_page_date(written: str) -> str | None:
    """As parse_date, but the stamps that publishing systems write for "no date" are none."""
    found = parse_date(written)
    return None if found is None or found.startswith(_EMPTY_STAMPS) else found


def _checked(stamp: str, zone: str | None) -> str | None:
    zone = zone or ""
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    stamp += zone.upper()
    try:
        year = datetime.fromisoformat(stamp).year if "T" in stamp else date.fromisoformat(stamp).year
    except ValueError:
        return None
    return stamp if year >= _FIRST_YEAR or stamp.startswith(_EMPTY_STAMPS) else None


def _day(match: re.Match[str]) -> str | None:
    month = [name[:3] for name in _MONTHS].index(match["month"].lower()) + 1
    return _checked(f"{match['year']}-{month:02}-{int(match['day']):02}", None)


def _with_rest(day: str | None, rest: str) -> str | None:
    if match := _TIME_BEHIND.fullmatch(rest):
        return _with_time(day, match)
    return day if not rest or _SOME_TIME.match(rest) else None


def _with_time(day: str | None, match: re.Match[str]) -> str | None:
    """The instant, or the day alone where the clock or the zone is none that is known."""
    if day is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    zone = (match["zone"] or "").lower()
    offset = _ZONES.get(zone, zone.removeprefix("gmt").removeprefix("utc"))
    if (half and not 1 <= hour <= 12) or (offset.isalpha() and offset != "Z"):
        return day
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    seconds = f":{match['second']}" if match["second"] else ""
    return _checked(f"{day}T{hour:02}:{match['minute']}{seconds}", offset) or day
