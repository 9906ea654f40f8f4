"""Short invented passages of many registers: who speaks, for whom, to whom, through whom, how many and by which channel.

    python evaluation/passages.py [FILE...] [--misses]

A file of passages/ has blocks: a text in which [source], {cue} and <content> are marked (a second statement as [2:source] and
so on), then a line "=> field=value | ..." for each statement. Fields: speaker, behalf, told, via, anon, count, channel;
what is left out is none, "a/b" is either, "anon?" leaves open whether and how many are unnamed. A party is right if it has
the words of the value, or all of its words are of the value. Scored twice: with the marked spans, and as the reader reads.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.attribution.edges import form_of
from onrecord.attribution.how import read_manner
from onrecord.attribution.quotes import find_quotations
from onrecord.attribution.who import read_parties
from onrecord.pipeline import Reader
from onrecord.quality import Score
from onrecord.vocabulary import Article, Party, PartyId, Span, Statement, in_text_order

FOLDER = Path(__file__).parent / "passages"
ROWS = ("speaker", "on behalf of", "told to", "via", "anonymous", "count", "channel")
_MARK = re.compile(r"[\[{<](?:(\d):)?|[\]}>]")
_ROLES = {"[": "source", "]": "source", "{": "cue", "}": "cue", "<": "content", ">": "content"}
_EMPTY = frozenset(
    {"the", "a", "an", "of", "for", "to", "in", "at", "who", "s", "mr", "mrs", "ms", "her", "his", "their", "its"}
)


@dataclass(slots=True)
class Marked:
    """One statement of a passage: its spans by role, and what is expected of it."""

    spans: dict[str, list[Span]] = field(default_factory=dict)
    expected: dict[str, str] = field(default_factory=dict)

    def statement(self, article: Article) -> Statement:
        """The statement as a reader that finds every span would give it."""
        content = tuple(sorted(self.spans["content"]))
        quotations = find_quotations(article.text)
        one = {role: self.spans.get(role, [None])[0] for role in ("source", "cue")}
        return Statement(article.id, one["source"], one["cue"], content, form_of(article.text, content, quotations))


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its statements."""

    article: Article
    marked: tuple[Marked, ...]


def read_passages(path: Path) -> list[Passage]:
    """The passages of a file."""
    blocks = [block for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    return [_passage(f"{path.stem}/{number}", block) for number, block in enumerate(blocks, start=1)]


def _passage(ref: str, block: str) -> Passage:
    lines = block.strip().splitlines()
    marked: dict[str, Marked] = {}
    text, at, open_marks = "", 0, list[tuple[str, str, int]]()
    source = "\n".join(line for line in lines if not line.startswith("=>"))
    for mark in _MARK.finditer(source):
        text += source[at : mark.start()]
        at = mark.end()
        if mark[0][0] in "[{<":
            open_marks.append((mark[1] or "1", _ROLES[mark[0][0]], len(text)))
        else:
            number, role, start = open_marks.pop()
            assert role == _ROLES[mark[0]], f"{ref}: {mark[0]} closes a {role}"
            marked.setdefault(number, Marked()).spans.setdefault(role, []).append(Span(start, len(text)))
    text += source[at:]
    answers = [line.removeprefix("=>") for line in lines if line.startswith("=>")]
    for each, answer in zip((marked[n] for n in sorted(marked)), answers, strict=True):
        each.expected = dict(part.strip().partition("=")[::2] for part in answer.split("|") if part.strip())
    article = Article(ref=ref, text=text, publisher="The Evening Ledger", published="2023-05-19")
    return Passage(article, tuple(marked[n] for n in sorted(marked)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of one statement: what was expected, what was found, and whether it is right."""

    ref: str
    row: str
    expected: str
    found: str
    right: bool
    about: str


def with_marked_spans(passages: Iterable[Passage]) -> list[Outcome]:
    """The outcomes where every span is given."""
    outcomes = []
    for passage in passages:
        article = passage.article
        pairs = [(each, each.statement(article)) for each in passage.marked]
        roll, found = read_parties(article, in_text_order(s for _, s in pairs))
        by_id = {s.id: s for s in read_manner(article, found, ())}
        for each, statement in pairs:
            outcomes += _outcomes(passage, each, by_id[statement.id], roll.parties)
    return outcomes


def as_read(passages: Iterable[Passage], reader: Reader) -> list[Outcome]:
    """The outcomes of the reader's own spans; a statement that it does not find has nothing right."""
    outcomes = []
    for passage in passages:
        reading = reader(passage.article)
        parties = {party.id: party for party in reading.parties}
        for each in passage.marked:
            wanted = _characters(each.spans["content"])
            best = max(reading.statements, key=lambda s: _overlap(wanted, _characters(s.content)), default=None)
            if best is not None and _overlap(wanted, _characters(best.content)) < 0.5:
                best = None
            outcomes += _outcomes(passage, each, best, parties)
    return outcomes


def _characters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _overlap(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _outcomes(
    passage: Passage, marked: Marked, found: Statement | None, parties: Mapping[PartyId, Party]
) -> Iterable[Outcome]:
    def party(id_: PartyId | None) -> str:
        if id_ is None:
            return ""
        return "; ".join((parties[id_].name, *parties[id_].aliases))

    got = dict.fromkeys(ROWS, "")
    if found is not None:
        got = {
            "speaker": party(found.speaker),
            "on behalf of": party(found.on_behalf_of),
            "told to": party(found.told_to),
            "via": ", ".join(party(id_) for id_ in found.via),
            "anonymous": "yes" if found.anonymous else "",
            "count": str(found.count or "") if found.anonymous else "",
            "channel": found.channel.value if found.channel else "",
        }
    wanted = marked.expected
    asked = {
        "speaker": wanted.get("speaker", ""),
        "on behalf of": wanted.get("behalf", ""),
        "told to": wanted.get("told", ""),
        "via": wanted.get("via", ""),
        "anonymous": "yes" if "anon" in wanted else "",
        "count": wanted.get("count", ""),
        "channel": wanted.get("channel", ""),
    }
    about = passage.article.text
    for row in ROWS:
        if row in {"anonymous", "count"} and "anon?" in wanted:
            continue
        right = any(_fits(row, each, got[row]) for each in asked[row].split("/"))
        yield Outcome(passage.article.ref, row, asked[row], got[row], right, about)


def _fits(row: str, wanted: str, got: str) -> bool:
    if row in {"anonymous", "count", "channel"} or not wanted or not got:
        return wanted == got
    one = _words(wanted)
    return any(_are_one(one, _words(name)) for name in got.split("; ")) or one <= _words(got)


def _are_one(wanted: set[str], got: set[str]) -> bool:
    return bool(wanted and got) and (wanted <= got or got <= wanted)


def _words(name: str) -> set[str]:
    return {w for w in re.findall(r"[\w-]+", name.lower()) if w not in _EMPTY}


def scores(outcomes: Iterable[Outcome]) -> dict[str, Score]:
    """Each row's hits, predicted and gold."""
    hit, predicted, gold = Counter[str](), Counter[str](), Counter[str]()
    for each in outcomes:
        hit[each.row] += bool(each.right and each.expected)
        predicted[each.row] += bool(each.found)
        gold[each.row] += bool(each.expected)
        # "a/b/" may also be nothing
        if each.right and not each.found and each.expected:
            predicted[each.row] += 1
    return {row: Score(hit[row], predicted[row], gold[row]) for row in ROWS}


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the passages and print them."""
    from onrecord.attribution import load_reader

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", default=sorted(FOLDER.glob("*.txt")))
    parser.add_argument("--misses", action="store_true", help="list every wrong cell")
    options = parser.parse_args(arguments)
    reader = load_reader()
    for path in options.files:
        passages = read_passages(path)
        for name, outcomes in (
            ("marked spans", with_marked_spans(passages)),
            ("as read", as_read(passages, reader)),
        ):
            print(f"{path.stem}, {name}: " + ", ".join(f"{row} {_f1(s)}" for row, s in scores(outcomes).items()))
            if options.misses:
                for row in ROWS:
                    for each in (o for o in outcomes if o.row == row and not o.right):
                        print(f"  {row}: {each.expected or '–'} ← {each.found or '–'} | {each.ref} {each.about}")
    return 0


def _f1(score: Score) -> str:
    return "–" if score.f1 is None else f"{score.f1:.1f}"


if __name__ == "__main__":
    sys.exit(main())
