"""Which way a day lies, measured without marks: on days that articles name in full, with what makes them full taken away.

    python evaluation/directions.py ARTICLES.jsonl[.gz] ...             the table
    python evaluation/directions.py ARTICLES.jsonl[.gz] ... --misses    and each that is read otherwise, in its words

"On Friday, April 3" is read again as "on Friday", "in May 1986" as "in May", "May 3, 1986" as "May 3"; right is what begins on
the same day. What is joined to another month is left out, since "May 1986 to June 1987" says something else without its first
year. A weekday counts where it is at most six days off, a month or a day of it at most 330. Articles are JSON
Lines with `text` and `published`. Newspapers write in full what would be misread: this is the hard part of what they write.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.attribution.when import day_published, find_times

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_YEAR = r"(?:19|20)\d\d"
KINDS = {
    "weekday": re.compile(
        rf"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(,? (?:the )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?"
        rf"|,? \d{{1,2}} {_MONTH}(?: {_YEAR})?)\b(?! ?[-/])"
    ),
    "month": re.compile(rf"\b({_MONTH})(,? {_YEAR})\b"),
    "day of a month": re.compile(rf"\b({_MONTH} \d{{1,2}})(,? {_YEAR})\b"),
}
"""What is kept, and what is taken away behind it."""
_JOINT = r" ?(?:,? ?and|-|to|through|until|till|/|,) ?"
JOINED_BEFORE = re.compile(rf"\d{{4}},?{_JOINT}$")
JOINED_BEHIND = re.compile(rf"{_JOINT}(?:the )?{_MONTH}")
REACH = {"weekday": 6, "month": 329, "day of a month": 329}
BEFORE, BEHIND = 600, 300
"""How many characters of the article are read around it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text in which start to end is less than it was, and the day on which what it named begins."""

    kind: str
    text: str
    start: int
    end: int
    published: date
    begins: date
    ends: date

    @property
    def side(self) -> str:
        return "ahead" if self.begins > self.published else "behind" if self.ends < self.published else "now"

    @property
    def is_right(self) -> bool:
        found = next(
            (t for t in find_times(self.text, self.published) if t.span.start < self.end and self.start < t.span.end),
            None,
        )
        return found is not None and found.meaning.days is not None and found.meaning.days.start == self.begins


def cases(files: Sequence[Path]) -> Iterator[Case]:
    """Every case of the articles, each passage once."""
    seen: set[str] = set()
    for path in files:
        with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
            for line in lines:
                row = json.loads(line)
                published = day_published(row.get("published"))
                for case in cases_of(row.get("text") or "", published) if published else ():
                    passage = case.text[max(0, case.start - 60) : case.end + 30]
                    if passage not in seen:
                        seen.add(passage)
                        yield case


def cases_of(text: str, published: date) -> Iterator[Case]:
    """The cases of one article."""
    for kind, pattern in KINDS.items():
        for match in pattern.finditer(text):
            full = find_times(f"{match.group()} ", published)
            days = full[0].meaning.days if full else None
            if days is None or abs((days.start - published).days) > REACH[kind]:
                continue
            if JOINED_BEFORE.search(text, max(0, match.start() - 20), match.start()) or JOINED_BEHIND.match(
                text, match.end()
            ):
                continue
            begin = max(0, match.start() - BEFORE)
            left = text[begin : match.end(1)]
            start = match.start() - begin
            yield Case(
                kind, left + text[match.end() : match.end() + BEHIND], start, len(left), published, days.start, days.end
            )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each that is read otherwise")
    options = parser.parse_args(arguments)
    counts: Counter[tuple[str, str, bool]] = Counter()
    for case in cases(options.articles):
        counts[case.kind, case.side, case.is_right] += 1
        if options.misses and not case.is_right:
            before, behind = case.text[max(0, case.start - 90) : case.start], case.text[case.end : case.end + 60]
            words = f"{before}[{case.text[case.start : case.end]}]{behind}"
            print(f"{case.published}, meant {case.begins}: {' '.join(words.split())}")
    print(f"{'':16}{'behind':>14}{'now':>14}{'ahead':>14}{'all':>14}")
    for kind in (*KINDS, None):
        row = [_share(counts, kind, side) for side in ("behind", "now", "ahead", None)]
        print(f"{kind or 'all':16}" + "".join(f"{cell:>14}" for cell in row))
    return 0


def _share(counts: Counter[tuple[str, str, bool]], kind: str | None, side: str | None) -> str:
    of = [(is_right, n) for (k, s, is_right), n in counts.items() if kind in (k, None) and side in (s, None)]
    return f"{sum(n for is_right, n in of if is_right)} of {sum(n for _, n in of)}"


if __name__ == "__main__":
    raise SystemExit(main())
