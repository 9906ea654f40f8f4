"""Dates as sources write them → ISO 8601, only as precise as the source was."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

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
# What publishing systems write where they know no date.
_EMPTY_STAMPS = ("0001-01-01", "1970-01-01T00:00:00")
_FIRST_YEAR = 1600


def parse_date(written: str) -> str | None:
    """An ISO day or instant, or None where the words are no complete date.

    Reads ISO 8601, RFC 2822 ("Fri, 10 Feb 2017 09:21:00 -0500") and English dates ("February 10, 2017", "10 Feb 2017").
    A numeric date such as 02/10/2017 means two days on two continents, and is none.
    """
    written = " ".join(written.split())
    if match := _ISO.fullmatch(written):
        return _checked("T".join(part for part in (match[1], match[2]) if part), match[3])
    for pattern in _WRITTEN:
        if match := pattern.fullmatch(written):
            month = [name[:3] for name in _MONTHS].index(match["month"].lower()) + 1
            return _checked(f"{match['year']}-{month:02}-{int(match['day']):02}", None)
    return _from_mail_header(written)


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


def _from_mail_header(written: str) -> str | None:
    # Without a time of day the mail parser guesses midnight: more than the source said.
    if ":" not in written:
        return None
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
