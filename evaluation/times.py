"""How well time expressions are read: TempEval-3 and the cases of Microsoft's recognisers, from the archives as published.

    python evaluation/times.py --gold FOLDER            the tables
    python evaluation/times.py --gold FOLDER --misses   and every case in scope that is read otherwise

FOLDER holds tempeval3/ (TimeBank.tar.gz, AQUAINT.tar.gz) and datetime_specs/ (recognizers_text_datetime_english.tar.gz);
what is absent is said, and the rest is measured. Nothing of the texts is printed unless --misses asks for it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from onrecord.attribution.when import TimeExpression, day_published, find_times

# ---------------------------------------------------------------- TempEval-3: what the texts have marked

CORPORA = ("tempeval3/TimeBank.tar.gz", "tempeval3/AQUAINT.tar.gz")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression of either side: half-open offsets, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its marked expressions. is_aside: set apart by its name, so that rules are never made from it."""

    published: date | None
    text: str
    gold: tuple[Timex, ...]
    is_aside: bool


def documents(folder: Path) -> Iterator[Document]:
    for archive in CORPORA:
        with tarfile.open(folder / archive) as files:
            for member in files:
                opened = files.extractfile(member) if member.name.endswith(".tml") else None
                if opened:
                    yield document(Path(member.name).name, ElementTree.fromstring(opened.read()))


def document(name: str, root: ElementTree.Element) -> Document:
    """The text between <TEXT> and </TEXT>, without its marks; the day of writing is <DCT>'s."""
    text, gold = "", []

    def walk(element: ElementTree.Element) -> None:
        nonlocal text
        start = len(text)
        text += element.text or ""
        for child in element:
            walk(child)
            text += child.tail or ""
        if element.tag == "TIMEX3":
            gold.append(Timex(start, len(text), element.get("type", ""), element.get("value", "")))

    written, body = root.find("DCT/TIMEX3"), root.find("TEXT")
    if body is not None:
        walk(body)
    is_aside = int(hashlib.md5(name.encode()).hexdigest(), 16) % 5 == 0
    return Document(day_published(written.get("value") if written is not None else None), text, tuple(gold), is_aside)


# ---------------------------------------------------------------- TempEval-3: relaxed spans, strict values

TYPES = {
    "dates and times": {"DATE", "TIME"},
    "DATE": {"DATE"},
    "TIME": {"TIME"},
    "all types": {"DATE", "TIME", "DURATION", "SET"},
}


def score(read: Iterable[tuple[Document, list[Timex]]], types: set[str]) -> dict[str, float]:
    """F1 of spans that overlap (one with one), and of those that have the same value too (UzZaman et al. 2013).

    "one form" compares values after `one_form`; every other figure takes them as they are written.
    """
    counts: Counter[str] = Counter()
    for each, found in read:
        gold = [timex for timex in each.gold if timex.type in types]
        left = [timex for timex in found if timex.type in types]
        counts.update(gold=len(gold), found=len(left))
        for timex in gold:
            over = next((f for f in left if f.start < timex.end and timex.start < f.end), None)
            if over:
                left.remove(over)
                same_form = one_form(over.value) == one_form(timex.value)
                counts.update(spans=1, values=over.value == timex.value, forms=same_form)
    both = counts["gold"] + counts["found"]
    return {
        "gold": counts["gold"],
        "found": counts["found"],
        "span F1": 200 * counts["spans"] / both if both else 0.0,
        "value F1": 200 * counts["values"] / both if both else 0.0,
        "one form": 200 * counts["forms"] / both if both else 0.0,
        "value accuracy": 100 * counts["values"] / counts["spans"] if counts["spans"] else 0.0,
    }


def one_form(value: str) -> str:
    """A value as the standard has it: annotators wrote 2000-W7 for 2000-W07, 1949-XX for 1949, 197X for 197."""
    value = re.sub(r"-W(\d)$", r"-W0\1", re.sub(r"(?:-XX)+$", "", value))
    return re.sub(r"^(\d{3})X$", r"\1", re.sub(r"T(\d\d)$", r"T\1:00", value))


def read_document(each: Document) -> list[Timex]:
    return [
        Timex(t.span.start, t.span.end, t.meaning.type.value, t.meaning.value)
        for t in find_times(each.text, each.published)
    ]


def tell_tempeval(folder: Path) -> None:
    read = [(each, read_document(each)) for each in documents(folder)]
    parts = {
        "all documents": read,
        "for making rules": [pair for pair in read if not pair[0].is_aside],
        "set aside": [pair for pair in read if pair[0].is_aside],
    }
    print("TempEval-3 (TimeBank and AQUAINT), day of writing given, overlapping spans, equal values\n")
    for name, pairs in parts.items():
        print(f"{name}: {len(pairs)} documents")
        for kind, types in TYPES.items():
            figures = score(pairs, types)
            shown = "  ".join(
                f"{figure} {n:.1f}" if "." in f"{n}" else f"{figure} {n}" for figure, n in figures.items()
            )
            print(f"  {kind:16} {shown}")


# ---------------------------------------------------------------- datetime_specs: cases and which are in scope

SPECS = "datetime_specs/recognizers_text_datetime_english.tar.gz"
CLASSES = (
    "DateParser",
    "DatePeriodParser",
    "DateTimeParser",
    "DateTimePeriodParser",
    "DurationParser",
    "HolidayParser",
    "SetParser",
    "TimeParser",
    "TimePeriodParser",
    "MergedParser",
    "DateTimeModel",
)
OTHER_CLASSES = {
    "DateTimeModelCalendarMode": "an appointment book: the same words, read as the book would",
    "DateTimeModelComplexCalendar": "an appointment book",
    "DateTimeModelExperimentalMode": "an appointment book",
    "DateTimeModelExtendedTypes": "alternatives for an appointment",
    "DateTimeModelSplitDateAndTime": "an appointment book",
    "DateTimeModelTasksMode": "a list of tasks",
    "MergedExtractorSkipFromTo": "spans without values",
    "TimeZoneParser": "time zones by themselves",
    "*Extractor": "spans without values; the parsers have the same sentences",
}
NO_REFERENCE = date(2016, 11, 7)  # for times of the clock, whose cases have no day

OUT_OF_SCOPE: dict[str, tuple[str, ...]] = {
    "two ends in one expression, which are two expressions here": (
        r"\b(?:from|between)\b",
        r"\b(?:til|till|until)\b.*\w",
        r"\w (?:to|through) \w",
        r"(?:am|pm|m\.|\d:\d\d) ?- ?\d",
        r"\d{4} - \d",
        r"\d\d?-\d\d?$",
        r"\bto date\b",
    ),
    "an hour without a.m., p.m., o'clock or figures of minutes": (
        r"\b(?:seven|eight|nine|ten|eleven|twelve)\b(?! (?:am|pm|o'clock))",
        r"\b(?:past|quarter to|minutes to|mins to|half past|quarter past)\b",
        r"^\d\d?$",
        r", (?:tonight|this morning)$",
        r"(?:around|at|on|for) \d\d?$",
        r"for \d\d? in",
        r"fifteen|twenty$|three thirty|six pm",
    ),
    "a day without its month": (
        r"\bthe (?:\d\d?|second|thirty|twenty \w+|thirty.first)\b(?!th|st|rd|nd| of)",
        r"^\d\d? at",
        r"^\d\d?, \d",
        r"on (?:the )?\d\d?$",
        r"^5th at",
        r"\w+ the \d\d?(?:th|st|rd|nd)$",
        r"the (?:fifteen|twenty \w+|thirty first)",
    ),
    "figures for a day without a year of four figures, or run together": (
        r"(?<!\d)\d\d?[./-]\d\d?(?![\d:])(?!.*(?:am|pm))",
        r"[a-z]{3}[/-]\d\d?$|/22\(",
        r"mar\d",
        r"\b\d\d?[/.-]\d\d?,? ?\d\d$",
        r"\d-\d{1,2}-\d\d$",
        r"08/12|7\.6|29/03",
        r"^\d{8}$|^\d{4} \d\d \d\d$",
        r"^\d{4}/\d\d/[a-z]|^\d\d-\d{4}-[a-z]",
    ),
    "a month in figures": (r"^(?:\w+ )?\d{4} ?[-/.] ?\d\d?$", r"^\d\d? ?[-/] ?\d{4}$"),
    "shorthand of appointments": (
        r"\d(?:h|a|p)\b",
        r"\b(?:eod|eoy|w/c|ampm|asap|mins?|hrs?|sec)\b",
        r"as soon as possible",
        r"\d(?:day|year|min|hr)",
        r"ish\b",
        r"\d{3,4} ?[ap]\.?m|p m\b",
        r"@|any time|\b9\.am",
    ),
    "my day, lunchtime, and words that news has otherwise": (
        r"\bmy\b|lunchtime|yuandan|freedom day|jubilee day|int'l|thanks giving|\blast minute\b|one a day|early.night|½",
        r"\bafternoon (?:seven|\d)|\bmidnight tonight|o'clock midnight|in the night",
    ),
    "weeks by their number": (r"^week \d+", r"first week of|last week of \d", r"(?:week|month) of september\.16"),
    "a time reckoned from this minute, or the last second of a day": (
        r"\bin \d+ (?:minutes?|hours?)$",
        r"\b(?:next|last|past|previous) (?:\d+ |few )?(?:hours?|minutes?)$",
        r"\brest (?:of )?(?:the|this|current) day$",
        r"\bend of (?:the )?(?:day|tomorrow|sunday)$",
    ),
    "a day so many months or years ago, where news means the month or the year": (r"\b(?:month|year)s? ago$",),
    "a few, taken for three": (r"\bfew\b",),
    "mid-morning and its like, taken for an hour": (r"^mid[- ]?(?:morning|afternoon|night|day)$",),
    "adjectives and habits": (
        r"^(?:annual|quarterly|everyday)$",
        r"^(?:in the )?(?:early-|late-)?(?:mornings|evenings)$",
    ),
    "a numbered weekday of no month": (r"^(?:first|second|third|fifth) (?:sunday|tuesday|saturday)$",),
    "words left out as in notes": (
        r"^rest (?:of week|the week)$",
        r"^(?:next|last|the last|this|past) day$",
        r"^weekend$|^twenty and four|^the remaining of",
    ),
    "seconds of a clock": (r"\d:\d\d:\d\d",),
    "no day of the calendar": (r"feb 30|2016-2-30|31st of this month|fifth sunday",),
}
"""Why an expected text is outside what English news writes, and patterns of such texts.

Drawn up with the misses in sight; so the table has the share of all supported cases, too.
"""


def why_out_of_scope(texts: Iterable[str]) -> str | None:
    known = [text.lower() for text in texts]
    for why, patterns in OUT_OF_SCOPE.items():
        if any(re.search(pattern, text) for pattern in patterns for text in known):
            return why
    return None


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the day it is said, and what stands in it: each expected text with every value that is right."""

    sentence: str
    said_on: date
    expected: tuple[tuple[int, int, frozenset[str]], ...]
    reason: str | None  # why it is out of scope


def cases(folder: Path) -> Iterator[tuple[str, list[Case], int]]:
    """Each class of cases, and how many of it its makers call unsupported."""
    with tarfile.open(folder / SPECS) as files:
        rows = {
            Path(member.name).stem: json.loads(opened.read().decode("utf-8-sig"))
            for member in files
            if member.name.endswith(".json") and (opened := files.extractfile(member))
        }
    for name in CLASSES:
        supported = [row for row in rows[name] if not any(key.startswith("NotSupported") for key in row)]
        yield name, [case(row) for row in supported], len(rows[name]) - len(supported)


def case(row: dict[str, Any]) -> Case:
    reference = row.get("Context", {}).get("ReferenceDateTime")
    expected = tuple(
        (each["Start"], each["Start"] + len(each["Text"]), frozenset(right_values(each))) for each in row["Results"]
    )
    reason = why_out_of_scope(each["Text"] for each in row["Results"])
    return Case(row["Input"], day_published(reference) or NO_REFERENCE, expected, reason)


def right_values(result: dict[str, Any]) -> Iterator[str]:
    """Every value that is right: the timex, and where it leaves the year or the week open, each way to fill it in."""
    value = result.get("Value") or result.get("Resolution") or {}
    readings = value.get("values") or [
        {"timex": value.get("Timex"), **value.get("FutureResolution", {})},
        {"timex": value.get("Timex"), **value.get("PastResolution", {})},
    ]
    for each in readings:
        timex = each.get("timex") or ""
        yield comparable(timex)
        if timex.startswith("(") and (length := timex.strip("()").split(",")[-1]).startswith("P"):
            yield comparable(length)  # the next three days: TIMEX3 has the length
        first = next(
            (
                str(each[key])
                for key in ("start", "startDate", "startDateTime", "date", "dateTime", "value")
                if key in each
            ),
            "",
        )
        last = next((str(each[key]) for key in ("end", "endDate", "endDateTime") if key in each), "")
        if day_published(first):
            clock = timex.partition("T")[2] if not timex.startswith("(") else ""
            yield comparable(first[:10] + ("T" + clock if clock else ""))
            yield timex.replace("XXXX", first[:4])
        if (start := day_published(first)) and (end := day_published(last)):
            yield f"{start}/{end - timedelta(days=1)}" if end > start else f"{start}/{start}"
            yield f"{start}/{end}"


def first_of(row: dict[str, Any], *names: str) -> str:
    return next((str(row[name]) for name in names if name in row), "")


def comparable(value: str) -> str:
    """One spelling of a value: minutes with an hour, days without a part, a length in its smaller unit."""
    value = re.sub(r"T(\d\d)$", r"T\1:00", value)
    value = value.replace("T24:00", "T00:00")
    fraction = re.fullmatch(r"P(T?)([\d.]+)([YHMD])", value)
    if fraction and "." in fraction[2]:
        smaller = {"Y": (12, "M"), "H": (60, "M"), "D": (24, "H")}.get(fraction[3])
        whole, _, rest = fraction[2].partition(".")
        if smaller:
            part = f"{float('0.' + rest) * smaller[0]:g}{smaller[1]}"
            return f"P{fraction[1]}" + (f"{int(whole)}{fraction[3]}" if int(whole) else "") + part
    return value


def is_right(each: Case) -> bool:
    """Whether every expected text is overlapped by an expression with a right value, and nothing is found where nothing is."""
    found = find_times(each.sentence, each.said_on)
    if not each.expected:
        return not found
    return all(any(overlaps(t, start, end) and says(t, values) for t in found) for start, end, values in each.expected)


def overlaps(found: TimeExpression, start: int, end: int) -> bool:
    return found.span.start < end and start < found.span.end


def says(found: TimeExpression, values: frozenset[str]) -> bool:
    meaning = found.meaning
    value = comparable(meaning.value)
    own = {value, value[value.find("T") :] if "T" in value else value}
    if meaning.days:
        own.add(f"{meaning.days.start}/{meaning.days.end}")
    return bool(own & values)


def tell_specs(folder: Path, *, with_misses: bool) -> None:
    print("\ndatetime_specs: cases in scope, each right where every expected expression has a right value\n")
    print(f"  {'class':24}{'cases':>7}{'unsupported':>13}{'out of scope':>14}{'in scope':>10}{'right':>7}{'%':>7}")
    reasons: Counter[tuple[str, str]] = Counter()
    in_all = right_in_all = supported = right_of_supported = 0
    missed: list[Case] = []
    for name, known, unsupported in cases(folder):
        reasons.update((each.reason, name) for each in known if each.reason)
        inside = [each for each in known if each.reason is None]
        wrong = [each for each in inside if not is_right(each)]
        missed += wrong
        right = len(inside) - len(wrong)
        supported += len(known)
        right_of_supported += right + sum(is_right(each) for each in known if each.reason)
        in_all, right_in_all = in_all + len(inside), right_in_all + right
        share = f"{100 * right / len(inside):.1f}" if inside else ""
        outside = len(known) - len(inside)
        print(f"  {name:24}{len(known) + unsupported:7}{unsupported:13}{outside:14}{len(inside):10}{right:7}{share:>7}")
    print(f"  {'all':24}{'':34}{in_all:10}{right_in_all:7}{100 * right_in_all / in_all:7.1f}")
    print(f"  of all {supported} supported cases, in scope or not: {100 * right_of_supported / supported:.1f} % right")
    print("\nout of scope, since news does not write so, or means two expressions by it:\n")
    for why in OUT_OF_SCOPE:
        per_class = ", ".join(f"{name} {reasons[why, name]}" for name in CLASSES if reasons[why, name])
        print(f"  {why}: {per_class}")
    print("\nclasses that are out of scope as a whole:\n")
    for name, why in OTHER_CLASSES.items():
        print(f"  {name}: {why}")
    for each in missed if with_misses else ():
        read = [(t.span.of(each.sentence), t.meaning.value, t.rule) for t in find_times(each.sentence, each.said_on)]
        print(f"  {each.sentence!r} on {each.said_on}: {[sorted(v) for *_, v in each.expected]} read as {read}")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True, metavar="FOLDER")
    parser.add_argument(
        "--misses", action="store_true", help="print every case of datetime_specs that is read otherwise"
    )
    options = parser.parse_args()
    absent = [name for name in (*CORPORA, SPECS) if not (options.gold / name).is_file()]
    for name in absent:
        print(f"absent: {options.gold / name}", file=sys.stderr)
    if not set(CORPORA) & set(absent):
        tell_tempeval(options.gold)
    if SPECS not in absent:
        tell_specs(options.gold, with_misses=options.misses)
    return 2 if absent else 0


if __name__ == "__main__":
    sys.exit(main())
