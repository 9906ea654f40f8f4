"""Annotate what PolNeAR's attributions mean, by guidelines.md: words in, offsets out; no text is kept.

    python training/annotate.py draw  --gold FOLDER --split train --count 2000      article ids, drawn by seed
    python training/annotate.py show  --gold FOLDER ARTICLE...                      text and numbered attributions
    python training/annotate.py keep  --gold FOLDER ANSWERS.jsonl... --out FILE     check answers, write offsets
    python training/annotate.py agree ONE.jsonl TWO.jsonl                           kappa, F1 and confusions

An answer is one line of JSON: {"article", "n", "kind", "stance", "speaker", and where they are not empty "on_behalf_of",
"anonymous", "count", "channel", "channel_words", "told_to", "said_words", "via"}, or {"article", "n", "bad": true}.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.vocabulary import Kind

KINDS = tuple(kind.value for kind in Kind)
STANCES = ("asserts", "denies", "hedges", "declines", "asks", "urges", "vows")
CHANNELS = (
    *("interview", "statement", "press conference", "phone", "text message", "e-mail"),
    *("in person", "social media", "court", "document", "testimony", "speech"),
)
WORDS = ("speaker", "on_behalf_of", "channel_words", "told_to", "said_words")
REQUIRED = ("article", "n", "kind", "stance", "speaker")
EMPTY = {"anonymous": False, "count": None, "channel": None, **dict.fromkeys(WORDS[1:]), "via": []}
FIELDS = ("kind", "stance", "anonymous", "count", "channel", *WORDS, "via")

Row = dict[str, Any]


def main() -> int:
    """Run one of the four commands; gives the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("command", choices=("draw", "show", "keep", "agree"))
    parser.add_argument("names", nargs="*", help="articles, or files of answers")
    parser.add_argument("--gold", type=Path, help="folder with polnear/train.jsonl.gz and dev.jsonl.gz")
    parser.add_argument("--split", default="train")
    parser.add_argument("--count", type=int, default=2000, help="attributions to draw, at least")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path)
    options = parser.parse_intermixed_args()
    if options.command == "agree":
        one, two = ({(r["article"], r["n"]): r for r in read(Path(name))} for name in options.names)
        print("\n".join(agreement(one, two)))
        return 0
    articles = {a["id"]: a for split in ("train", "dev") for a in read(options.gold / f"polnear/{split}.jsonl.gz")}
    if options.command == "draw":
        print(
            "\n".join(draw(list(read(options.gold / f"polnear/{options.split}.jsonl.gz")), options.count, options.seed))
        )
        return 0
    if options.command == "show":
        for name in options.names:
            print("\n".join(shown(articles[name])))
        return 0
    kept, faults = [], []
    for name in options.names:
        for at, answer in enumerate(read(Path(name)), 1):
            try:
                kept.append(located(articles, answer))
            except (KeyError, ValueError, IndexError) as error:
                faults.append(f"{name}:{at}: {error}")
    kept.sort(key=lambda r: (r["article"], r["n"]))
    if options.out and not faults:
        options.out.write_text("".join(json.dumps(r) + "\n" for r in kept), encoding="utf-8")
    answered = {(r["article"], r["n"]) for r in kept}
    for name in sorted({r["article"] for r in kept}):
        missing = [n for n in range(len(attributions(articles[name]))) if (name, n) not in answered]
        faults += [f"{name}: no answer for attribution {missing}"] if missing else []
    print(*faults, f"{len(kept)} answers, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


def read(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON Lines."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def attributions(article: Row) -> list[Row]:
    """Those of the first annotator."""
    found: list[Row] = article["annotations"][0]["attributions"]
    return found


def draw(articles: list[Row], count: int, seed: int) -> list[str]:
    """Ids of whole articles, the publishers taking turns, until there are enough attributions."""
    random.Random(seed).shuffle(articles)
    turns: Counter[str] = Counter()
    order = []
    for article in articles:
        turns[article["publisher"]] += 1
        order.append((turns[article["publisher"]], article))
    drawn, total = [], 0
    for _, article in sorted(order, key=lambda each: each[0]):
        if total >= count:
            break
        drawn.append(article["id"])
        total += len(attributions(article))
    return drawn


def words(text: str, spans: Iterable[Iterable[int]]) -> str:
    """What stands at the spans, on one line."""
    return " [...] ".join(" ".join(text[a:b].split()) for a, b in spans)


def shown(article: Row) -> Iterator[str]:
    """The article for a person who annotates it."""
    yield f"=== {article['id']} · {article['publisher']} · published {article['published']} · {article['byline']}"
    yield f"    {article['title']}"
    yield article["text"]
    yield "--- attributions: source | cue | content"
    for n, a in enumerate(attributions(article)):
        yield f"[{n}] " + " | ".join(words(article["text"], a[role]) or "-" for role in ("source", "cue", "content"))


def located(articles: dict[str, Row], answer: Row) -> Row:
    """An answer with offsets in place of words."""
    article = articles[answer["article"]]
    text, marked = article["text"], attributions(article)[answer["n"]]
    at = min(a for role in ("cue", "content") for a, _ in marked[role] or [[len(text), 0]])
    head = {"article": answer["article"], "n": answer["n"], "at": marked["cue"] or marked["content"]}
    if answer.get("bad"):
        return {**head, "bad": True}
    if absent := [f for f in REQUIRED if f not in answer]:
        raise ValueError(f"found no {', '.join(absent)}; expected at least {', '.join(REQUIRED)}")
    if unknown := answer.keys() - {*REQUIRED, *EMPTY}:
        raise ValueError(f"found {', '.join(sorted(unknown))}; expected only known fields")
    answer = {**EMPTY, **answer}
    if (answer["channel"] is None) != (answer["channel_words"] is None):
        raise ValueError("channel: expected channel and channel_words together")
    for field, values in (
        ("kind", KINDS),
        ("stance", STANCES),
        ("channel", (*CHANNELS, None)),
        ("anonymous", (True, False)),
    ):
        if answer[field] not in values:
            raise ValueError(f"{field}: found {answer[field]!r}; expected one of {values}")
    if not (answer["count"] is None or type(answer["count"]) is int):
        raise ValueError(f"count: found {answer['count']!r}; expected a number or null")
    if answer["count"] is not None and not answer["anonymous"]:
        raise ValueError("count: expected null where anonymous is false")
    row = {**head, **{f: answer[f] for f in FIELDS}}
    for field in WORDS:
        row[field] = answer[field] and place(text, answer[field], at, first=field in ("speaker", "on_behalf_of"))
    row["via"] = [place(text, each, at, first=False) for each in answer["via"]]
    return row


def place(text: str, what: str, at: int, *, first: bool) -> list[int]:
    """Where words stand: at the first place, or at the one nearest to `at`. White space may differ, half words are none."""
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(word) for word in what.split()) + r"(?!\w)"
    places = [match.span() for match in re.finditer(pattern, text)]
    if not places:
        raise ValueError(f"found no {what!r} in the article; expected its exact words")
    return list(places[0] if first else min(places, key=lambda p: abs(p[0] - at)))


def agreement(one: dict[tuple[str, int], Row], two: dict[tuple[str, int], Row]) -> Iterator[str]:
    """Agreement of two annotators on what both have answered."""
    both = [(one[k], two[k]) for k in sorted(one.keys() & two.keys())]
    whole = [(a, b) for a, b in both if not a.get("bad") and not b.get("bad")]
    yield f"{len(both)} attributions; both call {len(both) - len(whole)} bad or one does"
    for field in ("kind", "stance", "anonymous", "count", "channel"):
        pairs = [(str(a[field]), str(b[field])) for a, b in whole]
        confused = Counter(p for p in pairs if p[0] != p[1]).most_common(6)
        yield (
            f"{field}: agreement {100 * sum(a == b for a, b in pairs) / len(pairs):.1f} %, kappa {kappa(pairs):.2f}; "
            + ", ".join(f"{a}/{b} {n}" for (a, b), n in confused)
        )
    for field in (*WORDS, "via"):
        pairs = [(a[field] or None, b[field] or None) for a, b in whole]
        same = sum(a is not None and touch(a, b) for a, b in pairs)
        given = sum(a is not None for a, _ in pairs) + sum(b is not None for _, b in pairs)
        alike = sum(touch(a, b) for a, b in pairs)
        yield f"{field}: F1 {200 * same / given if given else 100:.1f}; the same {100 * alike / len(pairs):.1f} %"


def touch(one: Any, two: Any) -> bool:
    """Whether two answers overlap, or both are empty."""
    if one is None or two is None:
        return one is two
    if isinstance(one[0], list):
        return len(one) == len(two) and all(touch(a, b) for a, b in zip(one, two, strict=True))
    return bool(one[0] < two[1] and two[0] < one[1])


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Cohen's kappa (1960)."""
    total = len(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[value] * right[value] for value in left) / total**2
    observed = sum(a == b for a, b in pairs) / total
    return (observed - chance) / (1 - chance) if chance < 1 else 1.0


if __name__ == "__main__":
    sys.exit(main())
