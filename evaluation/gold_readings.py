"""A story's answer key as the readings of a perfect reader: to develop and measure linking by itself.

    python evaluation/gold_readings.py STORY... --export DIR

links each story by itself on perfect statements and writes an export that the stories' scorer understands, so that what
it finds wrong is linking's fault alone.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.linking.linker import link
from onrecord.views import links
from onrecord.views.present import Row, article_row, statement_row
from onrecord.vocabulary import (
    Article,
    Basis,
    Channel,
    Contact,
    Form,
    Interval,
    Kind,
    Linked,
    Party,
    PartyId,
    PartyKind,
    Reading,
    Run,
    Said,
    Span,
    Stance,
    Statement,
    in_text_order,
)

GOLD = Run(model="gold", code="gold")


def readings(folder: Path) -> list[Reading]:
    """One reading for each article of a story."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    return [_reading(folder, key, row) for row in key["articles"]]


def _reading(folder: Path, key: Mapping[str, Any], row: Mapping[str, Any]) -> Reading:
    article = _article(folder, key, row)
    mine = [s for s in key["statements"] if s["article"] == row["file"]]
    contacts = [c for c in key["contacts"] if c["article"] == row["file"]]
    parties = _parties(article, key, mine, contacts)
    made = _nested([(s, _statement(article, s, parties)) for s in mine])
    return Reading(
        article,
        in_text_order(made),
        GOLD,
        parties=tuple(parties.values()),
        contacts=tuple(_contact(article, c, parties) for c in contacts),
    )


def _article(folder: Path, key: Mapping[str, Any], row: Mapping[str, Any]) -> Article:
    return Article(
        ref=f"{key['story']}/{row['file']}",
        text=(folder / row["file"]).read_text(encoding="utf-8"),
        publisher=row["publisher"],
        title=row["title"],
        byline=row.get("byline"),
        published=row["published"],
    )


def _parties(
    article: Article,
    key: Mapping[str, Any],
    statements: Sequence[Mapping[str, Any]],
    contacts: Sequence[Mapping[str, Any]],
) -> dict[str, Party]:
    """Every party of the key that the article names or a statement of it needs, by its id in the key."""
    needed = {id_ for s in statements for id_ in (s["speaker"], s["on_behalf_of"], s["told_to"], *s["via"]) if id_}
    needed |= {id_ for c in contacts for id_ in c["parties"]}
    unnamed = {s["speaker"]: s["count"] for s in statements if s["anonymous"]}
    found = {}
    for row in key["parties"]:
        mentions = _mentions(article.text, [row["name"], *row["aliases"]])
        if not mentions and row["id"] not in needed:
            continue
        said = [span.of(article.text) for span in mentions]
        names = [name for name in [row["name"], *row["aliases"]] if name in said]
        found[row["id"]] = Party(
            article.id,
            name=names[0] if names else row["name"],
            kind=PartyKind(row["kind"]),
            mentions=tuple(mentions),
            aliases=tuple(name for name in names[1:] if name[0].isupper()),
            roles=tuple(role for role in row["roles"] if role != "unnamed sources"),
            anonymous=row["id"] in unnamed,
            count=unnamed.get(row["id"]),
        )
    return found


def _mentions(text: str, names: Iterable[str]) -> list[Span]:
    taken: list[Span] = []
    for name in sorted(set(names), key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            span = Span(match.start(), match.end())
            if not any(t.start < span.end and span.start < t.end for t in taken):
                taken.append(span)
    return sorted(taken)


def _statement(article: Article, row: Mapping[str, Any], parties: Mapping[str, Party]) -> Statement:
    text = article.text
    content, at = [], 0
    for piece in row["content"] if isinstance(row["content"], list) else [row["content"]]:
        start = text.find(piece, at)
        start = start if start >= 0 else text.find(piece)
        at = start + len(piece)
        content.append(Span(start, at))

    def near(piece: str | None) -> Span | None:
        starts = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(piece)}(?!\w)", text)] if piece else []
        outside = [s for s in starts if not any(c.start <= s < c.end for c in content)] or starts
        start = min(
            outside, key=lambda s: min(abs(s - c) for span in content for c in (span.start, span.end)), default=None
        )
        return Span(start, start + len(piece or "")) if start is not None else None

    def party(id_: str | None) -> PartyId | None:
        return parties[id_].id if id_ else None

    days = interval(row["said"])
    return Statement(
        article=article.id,
        source=near(row["source"]),
        cue=near(row["cue"]),
        content=tuple(sorted(content)),
        form=Form(row["form"]),
        kind=Kind.SAID,
        stance=Stance(row["stance"]),
        speaker=party(row["speaker"]),
        on_behalf_of=party(row["on_behalf_of"]),
        anonymous=row["anonymous"],
        count=row["count"],
        said=Said(days, Basis.EXPLICIT) if days else None,
        channel=Channel(row["channel"]) if row["channel"] else None,
        told_to=party(row["told_to"]),
        via=tuple(parties[v].id for v in row["via"]),
    )


def _nested(made: Sequence[tuple[Mapping[str, Any], Statement]]) -> list[Statement]:
    """The statements, each under the smallest one whose content holds all of its own and more."""
    whole = [(s, {i for span in s.content for i in range(span.start, span.end)}) for _, s in made]
    ids: dict[int, Statement] = {}
    for statement, inside in sorted(whole, key=lambda w: -len(w[1])):
        around = [o for o, outside in whole if inside < outside]
        outer = min(around, key=lambda o: sum(c.end - c.start for c in o.content), default=None)
        ids[id(statement)] = replace(statement, nested_in=outer.id) if outer else statement
    return list({s.id: s for s in ids.values()}.values())


def parties_of(folder: Path) -> list[dict[str, Party]]:
    """For each article of a story its parties, by their ids in the key."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    found = []
    for row in key["articles"]:
        mine = [s for s in key["statements"] if s["article"] == row["file"]]
        contacts = [c for c in key["contacts"] if c["article"] == row["file"]]
        found.append(_parties(_article(folder, key, row), key, mine, contacts))
    return found


def claims_of(folder: Path) -> dict[str, str | None]:
    """The claim on which the key puts each statement, by the id that the statement has in `readings`."""
    return {id_: row["claim"] for id_, row in _by_id(folder)}


def sides_of(folder: Path) -> dict[str, str | None]:
    """The side that the key gives each statement, by the id that the statement has in `readings`."""
    return {id_: row["side"] for id_, row in _by_id(folder)}


def _by_id(folder: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    for row in key["articles"]:
        mine = [s for s in key["statements"] if s["article"] == row["file"]]
        contacts = [c for c in key["contacts"] if c["article"] == row["file"]]
        article = _article(folder, key, row)
        parties = _parties(article, key, mine, contacts)
        yield from ((_statement(article, s, parties).id, s) for s in mine)


def _contact(article: Article, row: Mapping[str, Any], parties: Mapping[str, Party]) -> Contact:
    start = max(article.text.find(row["text"]), 0)
    return Contact(
        article.id,
        parties=tuple(parties[id_].id for id_ in row["parties"]),
        span=Span(start, start + len(row["text"])),
        channel=Channel(row["channel"]) if row["channel"] else None,
        on=interval(row["on"]),
    )


def interval(value: str | None) -> Interval | None:
    """A day, month, year or interval of the key."""
    if value is None:
        return None
    first, _, last = value.partition("/")
    start, unit = _days(first)
    end, _ = _days(last or first)
    return Interval(start[0], end[1], unit if not last else "span")


def _days(value: str) -> tuple[tuple[date, date], str]:
    numbers = [int(n) for n in value[:10].split("-")]
    if len(numbers) == 3:
        day = date(*numbers)
        return (day, day), "day"
    if len(numbers) == 2:
        year, month = numbers
        after = date(year + month // 12, month % 12 + 1, 1)
        return (date(year, month, 1), after - timedelta(days=1)), "month"
    return (date(numbers[0], 1, 1), date(numbers[0], 12, 31)), "year"


def rows_of(readings: Sequence[Reading], linked: Linked) -> Iterator[tuple[str, Row]]:
    """The export of a linked pile of readings, without a record."""
    parties = {p.id: p for p in linked.parties}
    articles = {r.article.id: r.article for r in readings}
    shown = parties | {local: parties[id_] for local, id_ in linked.party_of.items()}
    stands = {s.statement: (claim.id, s) for claim in linked.claims for s in claim.stands}
    for reading in readings:
        yield "articles", article_row(reading.article, 1, linked.copies.get(reading.article.id))
        for each in reading.statements:
            yield "statements", statement_row(each, reading.article, shown, stands.get(each.id))
    yield from (("claims", links.claim_row(c, parties)) for c in linked.claims)
    yield from (("changes", links.change_row(c, parties)) for c in linked.changes)
    yield from (("conflicts", links.conflict_row(c, parties)) for c in linked.conflicts)
    yield from (("origins", links.origin_row(o)) for o in linked.origins)
    yield from (("contacts", links.contact_row(c, parties, articles)) for c in linked.contacts)
    yield from (("timeline", links.event_row(e, parties, articles)) for e in linked.events)


def main(arguments: Sequence[str]) -> int:
    """Link each story on perfect statements and write one export of all; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--export", type=Path, required=True)
    args = parser.parse_args(arguments)
    args.export.mkdir(parents=True, exist_ok=True)
    rows: dict[str, list[Row]] = {}
    for folder in args.stories:
        perfect = readings(folder)
        for kind, row in rows_of(perfect, link(perfect)):
            rows.setdefault(kind, []).append(row)
    for kind, some in rows.items():
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in some)
        (args.export / f"{kind}.jsonl").write_text("".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
