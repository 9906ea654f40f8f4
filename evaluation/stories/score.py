#!/usr/bin/env python3
"""Score an exported record against the answer keys of fictional stories (see ../stories/README.md).

    stories.py articles STORY... > articles.jsonl      the stories' articles as input for `onrecord read`
    stories.py score STORY... --export DIR [--json]    DIR holds statements.jsonl, changes.jsonl, conflicts.jsonl, contacts.jsonl,
                                                       origins.jsonl, articles.jsonl (`onrecord export all`)
    stories.py perfect STORY... --export DIR           writes the export that a perfect reader would give (to test this scorer)

Statements are paired one to one with the gold statements of the same article by the overlap of their contents (character F1 of at least
0.5); kind `thought` is left out, since the keys hold what was said. Field rows are on the pairs (look at the recall of `statements`
beside them); `who, stance and when` counts every gold and predicted statement. Parties are mapped one to one by where they occur and
whether the names go together, so merging two people or splitting one costs; only unnamed sources may be split. Claims are mapped one to
one, each turned round as a whole where it is worded the other way. A change needs both its statements, or restatements of them.
Standard library only.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

FLIP = {"affirms": "denies", "denies": "affirms"}
TITLES = {
    "the",
    "a",
    "an",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "sen",
    "rep",
    "gov",
    "gen",
    "lt",
    "col",
    "judge",
    "president",
    "minister",
    "mayor",
    "chief",
    "director",
    "of",
    "and",
    "for",
    "to",
    "in",
    "s",
}


def read_jsonl(path: Path) -> list[dict]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line.strip()]


def as_list(value) -> list:
    return [] if value is None else value if isinstance(value, list) else [value]


class Story:
    def __init__(self, folder: Path):
        self.folder = folder
        self.key = json.loads((folder / "key.json").read_text(encoding="utf8"))
        self.slug = self.key["story"]
        self.texts = {a["file"]: (folder / a["file"]).read_text(encoding="utf8") for a in self.key["articles"]}
        self.parties = {p["id"]: p for p in self.key["parties"]}

    def ref(self, file: str) -> str:
        return f"{self.slug}/{file}"

    def articles(self):
        for a in self.key["articles"]:
            yield {
                "id": self.ref(a["file"]),
                "title": a["title"],
                "publisher": a["publisher"],
                "byline": a.get("byline"),
                "published": a["published"],
                "text": self.texts[a["file"]],
            }

    def spans(self, statement: dict, field: str) -> list[tuple[int, int]]:
        """Offsets of a statement's substrings; pieces of one field are looked for one after the other."""
        text, found, at = self.texts[statement["article"]], [], 0
        anchor = min((text.find(c) for c in as_list(statement["content"]) if c in text), default=0)
        for piece in as_list(statement.get(field)):
            if field == "content":
                start = text.find(piece, at)
                start = text.find(piece) if start < 0 else start
                at = start + len(piece)
            else:  # of several occurrences the nearest to the content
                starts = [m.start() for m in re.finditer(re.escape(piece), text)]
                start = min(starts, key=lambda s: abs(s - anchor)) if starts else -1
            if start >= 0:
                found.append((start, start + len(piece)))
        return found


def chars(spans) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def span_list(value) -> list[tuple[int, int]]:
    return [(x["start"], x["end"]) for x in as_list(value)]


def overlap_f1(a: set[int], b: set[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def words(name: str | None) -> list[str]:
    name = re.sub(r"[’']s\b", "", (name or "").lower())
    return [w for w in re.sub(r"[^\w\s]", " ", name).split() if w not in TITLES]


def names_agree(predicted: dict, gold: dict) -> bool:
    """The names could be one party's: they share a word that tells, and two full names of people do not differ in the first name."""
    mine = [words(n) for n in [predicted.get("name"), *as_list(predicted.get("aliases"))]]
    theirs = [words(n) for n in [gold["name"], *gold.get("aliases", []), *gold.get("roles", [])]]
    shared = {w for n in mine for w in n} & {w for n in theirs for w in n}
    if not shared:
        return False
    one, two = words(predicted.get("name")), words(gold["name"])
    if gold["kind"] == "person" and len(one) >= 2 and len(two) >= 2 and one[-1] == two[-1]:
        return one[0] == two[0] or (one[0][0] == two[0][0] and min(len(one[0]), len(two[0])) == 1)
    return True


def interval(value) -> tuple[str, str] | None:
    """ISO day, month, year, or interval START/END (or an object with start and end), as first and last day."""
    if value is None:
        return None
    if isinstance(value, dict):
        if not value.get("start") and not value.get("end"):
            return None
        start, end = value.get("start") or value.get("end"), value.get("end") or value.get("start")
    else:
        start, _, end = value.partition("/")
        end = end or start
    first, last = start[:10], end[:10]
    first += {4: "-01-01", 7: "-01"}.get(len(first), "")
    if len(last) == 4:
        last += "-12-31"
    elif len(last) == 7:
        month = last[5:]
        last += (
            "-29"
            if month == "02" and int(last[:4]) % 4 == 0
            else "-28"
            if month == "02"
            else "-30"
            if month in {"04", "06", "09", "11"}
            else "-31"
        )
    return first, last


class Tally:
    """True positives, predicted and gold counts by measure."""

    def __init__(self):
        self.hit, self.predicted, self.gold = Counter(), Counter(), Counter()

    def add(self, measure: str, hit: float, predicted: float, gold: float):
        self.hit[measure] += hit
        self.predicted[measure] += predicted
        self.gold[measure] += gold

    def f1(self, measure: str) -> float | None:
        if not self.gold[measure] and not self.predicted[measure]:
            return None
        return 100 * 2 * self.hit[measure] / (self.predicted[measure] + self.gold[measure])

    def row(self, measure: str) -> dict:
        p, g = self.predicted[measure], self.gold[measure]
        return {
            "precision": 100 * self.hit[measure] / p if p else None,
            "recall": 100 * self.hit[measure] / g if g else None,
            "f1": self.f1(measure),
            "gold": g,
            "predicted": p,
        }


def pair_up(predicted: list[dict], story: Story) -> dict[str, dict]:
    """Gold statement id → predicted statement."""
    by_article = defaultdict(list)
    for p in predicted:
        by_article[p["article_ref"]].append(p)
    scored = []
    for g in story.key["statements"]:
        gold_chars = chars(story.spans(g, "content"))
        speaker = story.parties[g["speaker"]]
        for p in by_article[story.ref(g["article"])]:
            score = overlap_f1(gold_chars, chars(span_list(p["content"])))
            if score >= 0.5:
                agree = bool(p.get("speaker")) and (
                    names_agree(p["speaker"], speaker) or bool(g["anonymous"] and p.get("anonymous"))
                )
                scored.append((score + 0.2 * agree, g["id"], p["id"], p))
    pairs, used = {}, set()
    for _, gold_id, predicted_id, p in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if gold_id not in pairs and predicted_id not in used:
            pairs[gold_id] = p
            used.add(predicted_id)
    return pairs


def one_to_one(votes: Counter, many=frozenset()) -> dict:
    """Predicted → gold by most votes; a gold in `many` may be had by several predicted."""
    mapped, taken = {}, set()
    for (p, g), _ in sorted(votes.items(), key=lambda v: (-v[1], str(v[0]))):
        if p not in mapped and (g not in taken or g in many):
            mapped[p] = g
            taken.add(g)
    return mapped


def map_parties(story: Story, pairs: dict[str, dict], export: dict) -> dict[str, str]:
    gold = {g["id"]: g for g in story.key["statements"]}
    unnamed = frozenset(g["speaker"] for g in gold.values() if g["anonymous"])
    votes: Counter = Counter()
    for g_id, p in pairs.items():
        g = gold[g_id]
        for field, weight in (("speaker", 3), ("on_behalf_of", 2), ("told_to", 2)):
            if p.get(field) and g[field]:
                party = story.parties[g[field]]
                if names_agree(p[field], party) or (field == "speaker" and g["anonymous"] and p.get("anonymous")):
                    votes[p[field]["id"], party["id"]] += weight
        for mine, theirs in zip(as_list(p.get("via")), g["via"], strict=False):
            if names_agree(mine, story.parties[theirs]) or theirs in unnamed:
                votes[mine["id"], theirs] += 1
    seen = {p for p, _ in votes}
    for row in export["contacts"]:  # those that only act
        for mine in as_list(row.get("parties")):
            if mine["id"] not in seen:
                for theirs in story.parties.values():
                    if names_agree(mine, theirs):
                        votes[mine["id"], theirs["id"]] += 0.1 + 0.2 * (
                            words(mine.get("name")) == words(theirs["name"])
                        )
    return one_to_one(votes, unnamed)


def score_story(story: Story, export: dict[str, list[dict]], tally: Tally, stances: Counter) -> None:
    key = story.key
    refs = {story.ref(a["file"]) for a in key["articles"]}
    predicted = [s for s in export["statements"] if s["article_ref"] in refs and (s.get("kind") or "said") == "said"]
    ours = {p["id"] for p in predicted}
    pairs = pair_up(predicted, story)
    gold_of = {p["id"]: g for g, p in pairs.items()}
    gold = {g["id"]: g for g in key["statements"]}
    party_of = map_parties(story, pairs, export)
    tally.add("statements", len(pairs), len(predicted), len(gold))

    def party(p) -> str | None:
        return party_of.get(p["id"]) if p else None

    where = {g: chars(story.spans(gold[g], "content")) for g in gold}
    outer = {}
    for g in gold:
        around = [o for o in gold if o != g and gold[o]["article"] == gold[g]["article"] and where[g] < where[o]]
        outer[g] = min(around, key=lambda o: len(where[o])) if around else None

    whole = 0
    for g_id, p in pairs.items():
        g = gold[g_id]
        who = party(p.get("speaker")) == g["speaker"]
        stance = p.get("stance") == g["stance"]
        wanted, got = interval(g["said"]), interval(p.get("said"))
        whole += who and stance and wanted == got
        tally.add("speaker", who, 1, 1)
        tally.add("stance", stance, 1, 1)
        stances[g["stance"], p.get("stance") or "none"] += 1
        tally.add("form", p.get("form") == g["form"], 1, 1)
        for field in ("source", "cue"):
            mine, theirs = chars(span_list(p.get(field))), chars(story.spans(g, field))
            tally.add(field, bool(mine and theirs) and overlap_f1(mine, theirs) >= 0.5, bool(mine), bool(theirs))
        nested = gold_of.get(p.get("nested_in"))
        tally.add(
            "nested",
            outer[g_id] is not None and nested == outer[g_id],
            p.get("nested_in") is not None,
            outer[g_id] is not None,
        )
        tally.add(
            "on behalf of",
            bool(g["on_behalf_of"]) and party(p.get("on_behalf_of")) == g["on_behalf_of"],
            bool(p.get("on_behalf_of")),
            bool(g["on_behalf_of"]),
        )
        tally.add(
            "anonymous", bool(g["anonymous"] and p.get("anonymous")), bool(p.get("anonymous")), bool(g["anonymous"])
        )
        tally.add(
            "count",
            g["count"] is not None and p.get("count") == g["count"],
            p.get("count") is not None,
            g["count"] is not None,
        )
        tally.add("said", wanted is not None and wanted == got, got is not None, wanted is not None)
        tally.add(
            "channel",
            g["channel"] is not None and p.get("channel") == g["channel"],
            p.get("channel") is not None,
            g["channel"] is not None,
        )
        tally.add(
            "told to",
            bool(g["told_to"]) and party(p.get("told_to")) == g["told_to"],
            bool(p.get("told_to")),
            bool(g["told_to"]),
        )
        relay = [party(v) for v in as_list(p.get("via"))]
        tally.add("via", bool(g["via"]) and relay == g["via"], bool(relay), bool(g["via"]))
    tally.add("who, stance and when", whole, len(predicted), len(gold))

    # claims: pairs of statements put on one claim; statements that the key puts on none say nothing about each other
    claim_of = {g: gold[g]["claim"] for g in gold}
    got_claim = {g: p["claim"] for g, p in pairs.items() if p.get("claim")}
    gold_pairs = {frozenset(c) for c in combinations(gold, 2) if claim_of[c[0]] and claim_of[c[0]] == claim_of[c[1]]}
    got_pairs = {
        frozenset(c)
        for c in combinations(got_claim, 2)
        if got_claim[c[0]] == got_claim[c[1]] and (claim_of[c[0]] or claim_of[c[1]])
    }
    tally.add("claims", len(gold_pairs & got_pairs), len(got_pairs), len(gold_pairs))
    votes: Counter = Counter((c, claim_of[g]) for g, c in got_claim.items() if claim_of[g])
    claim_map = one_to_one(votes)
    flipped = {}
    for c, theirs in claim_map.items():
        both = [
            (p.get("side"), gold[g]["side"]) for g, p in pairs.items() if p.get("claim") == c and claim_of[g] == theirs
        ]
        flipped[c] = sum(FLIP.get(m, m) == t for m, t in both) > sum(m == t for m, t in both)

    def side(claim, value):
        return FLIP.get(value, value) if flipped.get(claim) else value

    for g in gold:
        if claim_of[g]:
            p = pairs.get(g)
            there = p is not None and claim_map.get(p.get("claim")) == claim_of[g]
            tally.add(
                "side", there and side(p["claim"], p.get("side")) == gold[g]["side"], bool(p and p.get("claim")), 1
            )

    # changes of position: both statements, or restatements of them by the same party on the same day
    def principal(g):
        return gold[g]["on_behalf_of"] or gold[g]["speaker"]

    def same(a, b):
        return a == b or (
            a is not None
            and b is not None
            and (principal(a), claim_of[a], gold[a]["side"]) == (principal(b), claim_of[b], gold[b]["side"])
        )

    def copies_of(g):
        return {
            o
            for o in gold
            if gold[o]["speaker"] == gold[g]["speaker"] and as_list(gold[o]["content"]) == as_list(gold[g]["content"])
        }

    changes = [c for c in export["changes"] if any(s in ours for s in c["statements"])]
    found, found_kind, alarmed = set(), 0, set()
    for c in changes:
        before, after = (gold_of.get(s) for s in (c["statements"][0], c["statements"][-1]))
        if before is None or after is None:
            continue
        for n, pair in enumerate(key["steady"]):
            if len(pair["statements"]) == 2 and all(copies_of(x) & {before, after} for x in pair["statements"]):
                alarmed.add(n)
        for n, g in enumerate(key["changes"]):
            first, last = g["statements"][0], g["statements"][-1]
            on_time = after in copies_of(last) or interval(gold[after]["said"]) == interval(gold[last]["said"])
            if (
                n not in found
                and party(c["party"]) == g["party"]
                and same(before, first)
                and same(after, last)
                and before != after
                and on_time
            ):
                found.add(n)
                sides = (side(c["claim"], c["from"]), side(c["claim"], c["to"])) == (g["from"], g["to"])
                found_kind += c["kind"] == g["kind"] and sides
                break
    tally.add("changes", len(found), len(changes), len(key["changes"]))
    tally.add("changes, kind too", found_kind, len(changes), len(key["changes"]))
    tally.add("steady pairs called changes", len(alarmed), len(alarmed), len(key["steady"]))

    # conflicts: found, and who stands on which side (a spokesperson may stand for the principal)
    stands_for = defaultdict(set)
    for g in gold.values():
        if g["on_behalf_of"]:
            stands_for[g["speaker"]].add(g["on_behalf_of"])
            stands_for[g["on_behalf_of"]].add(g["speaker"])
    mine = [
        c
        for c in export["conflicts"]
        if c["claim"] in claim_map or any(s in ours for s in as_list(c.get("statements")))
    ]
    sets = [
        (
            claim_map.get(c["claim"]),
            {
                "affirms": {party(p) for p in as_list(c[side(c["claim"], "affirms")])},
                "denies": {party(p) for p in as_list(c[side(c["claim"], "denies")])},
            },
        )
        for c in mine
    ]
    found, placed, wanted_n = set(), 0, 0
    for g in key["conflicts"]:
        for m, (claim, got) in enumerate(sets):
            hits = {s: [q for q in g[s] if q in got[s] or stands_for[q] & got[s]] for s in ("affirms", "denies")}
            if claim == g["claim"] and all(hits.values()) and m not in found:
                found.add(m)
                placed += sum(map(len, hits.values()))
                break
        wanted_n += len(g["affirms"]) + len(g["denies"])
    tally.add("conflicts", len(found), len(mine), len(key["conflicts"]))
    tally.add("conflict parties", placed, sum(len(got["affirms"]) + len(got["denies"]) for _, got in sets), wanted_n)

    # contacts, wherever told
    mine = [
        c
        for c in export["contacts"]
        if any(r in refs for r in [c.get("article_ref"), *(e.get("article_ref") for e in as_list(c.get("evidence")))])
    ]
    scored = []
    for m, c in enumerate(mine):
        got = {party(p) for p in as_list(c.get("parties"))} - {None}
        for n, g in enumerate(key["contacts"]):
            if len(got & set(g["parties"])) >= min(2, len(g["parties"])):
                day = g["on"] is not None and interval(c.get("on")) == interval(g["on"])
                clash = g["on"] is not None and c.get("on") is not None and not day
                scored.append(
                    (
                        2 * day
                        - 2 * clash
                        + (c.get("channel") == g["channel"])
                        + (c.get("article_ref") == story.ref(g["article"])),
                        n,
                        m,
                    )
                )
    found, used = {}, set()
    for _, n, m in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
        if n not in found and m not in used:
            found[n] = mine[m]
            used.add(m)
    tally.add("contacts", len(found), len(mine), len(key["contacts"]))
    for n, c in found.items():
        g = key["contacts"][n]
        tally.add(
            "contact channel",
            g["channel"] is not None and c.get("channel") == g["channel"],
            c.get("channel") is not None,
            g["channel"] is not None,
        )
        tally.add(
            "contact day",
            g["on"] is not None and interval(c.get("on")) == interval(g["on"]),
            c.get("on") is not None,
            g["on"] is not None,
        )

    # independent origins: how many; and how far the always-one answer would get
    mapped = [
        ((claim_map[o["claim"]], side(o["claim"], o["side"])), o["independent"])
        for o in export["origins"]
        if o["claim"] in claim_map
    ]
    wanted_origins = {(o["claim"], o["side"]): o["independent"] for o in key["origins"]}
    known = [(k, n) for k, n in mapped if k in wanted_origins]
    tally.add("origins", sum(wanted_origins[k] == n for k, n in dict(known).items()), len(known), len(wanted_origins))
    tally.add(
        "origins, several",
        sum(wanted_origins[k] == n and n > 1 for k, n in dict(known).items()),
        sum(n > 1 for _, n in known),
        sum(n > 1 for n in wanted_origins.values()),
    )

    # copies: pairs of articles in one group
    def groups(pairs_):
        root: dict[str, str] = {}

        def find(x):
            while root.setdefault(x, x) != x:
                x = root[x]
            return x

        for a, b in pairs_:
            root[find(a)] = find(b)
        return {frozenset(c) for c in combinations(sorted(root), 2) if find(c[0]) == find(c[1])}

    ids = {a["id"]: a["ref"] for a in export["articles"]}
    got = groups(
        (a["ref"], ids.get(a["copy_of"], a["copy_of"]))
        for a in export["articles"]
        if a["ref"] in refs and a.get("copy_of")
    )
    want = groups((story.ref(a["file"]), story.ref(a["copy_of"])) for a in key["articles"] if a.get("copy_of"))
    tally.add("copies", len(got & want), len(got), len(want))


MEASURES = [
    "statements",
    "who, stance and when",
    "speaker",
    "on behalf of",
    "anonymous",
    "count",
    "form",
    "source",
    "cue",
    "nested",
    "stance",
    "said",
    "channel",
    "told to",
    "via",
    "claims",
    "side",
    "changes",
    "changes, kind too",
    "steady pairs called changes",
    "conflicts",
    "conflict parties",
    "contacts",
    "contact channel",
    "contact day",
    "origins",
    "origins, several",
    "copies",
]


def perfect(stories: list[Story]) -> dict[str, list[dict]]:
    out = defaultdict(list)
    for story in stories:

        def party(p, story=story):
            return None if p is None else {**story.parties[p], "id": f"{story.slug}:{p}"}

        def sid(s, story=story):
            return f"{story.slug}:{s}"

        for a in story.key["articles"]:
            out["articles"].append(
                {
                    "id": story.ref(a["file"]),
                    "ref": story.ref(a["file"]),
                    "copy_of": a.get("copy_of") and story.ref(a["copy_of"]),
                }
            )
        whole = {s["id"]: chars(story.spans(s, "content")) for s in story.key["statements"]}
        inside = {}
        for s in story.key["statements"]:
            around = [
                o["id"]
                for o in story.key["statements"]
                if o["article"] == s["article"] and whole[s["id"]] < whole[o["id"]]
            ]
            if around:
                inside[s["id"]] = sid(min(around, key=lambda o: len(whole[o])))
        for s in story.key["statements"]:
            where = {f: [{"start": a, "end": b} for a, b in story.spans(s, f)] for f in ("content", "source", "cue")}
            out["statements"].append(
                {
                    **s,
                    "id": sid(s["id"]),
                    "article_ref": story.ref(s["article"]),
                    "content": where["content"],
                    "source": (where["source"] or [None])[0],
                    "cue": (where["cue"] or [None])[0],
                    "nested_in": inside.get(s["id"]),
                    "kind": "said",
                    "speaker": party(s["speaker"]),
                    "on_behalf_of": party(s["on_behalf_of"]),
                    "told_to": party(s["told_to"]),
                    "via": [party(v) for v in s["via"]],
                    "claim": s["claim"] and sid(s["claim"]),
                }
            )
        for c in story.key["changes"]:
            out["changes"].append(
                {
                    **c,
                    "party": party(c["party"]),
                    "claim": sid(c["claim"]),
                    "statements": [sid(s) for s in c["statements"]],
                }
            )
        for c in story.key["conflicts"]:
            out["conflicts"].append(
                {
                    **c,
                    "claim": sid(c["claim"]),
                    "affirms": [party(p) for p in c["affirms"]],
                    "denies": [party(p) for p in c["denies"]],
                }
            )
        for c in story.key["contacts"]:
            out["contacts"].append(
                {**c, "parties": [party(p) for p in c["parties"]], "article_ref": story.ref(c["article"])}
            )
        for o in story.key["origins"]:
            out["origins"].append({**o, "claim": sid(o["claim"])})
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=["articles", "score", "perfect"])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--export", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    stories = [Story(f) for f in args.stories if (f / "key.json").exists()]
    if not stories:
        parser.error("no key.json in the folders named")
    if args.verb == "articles":
        for story in stories:
            for article in story.articles():
                print(json.dumps(article, ensure_ascii=False))
        return 0
    if args.export is None:
        parser.error("--export DIR is needed")
    if args.verb == "perfect":
        args.export.mkdir(parents=True, exist_ok=True)
        made = perfect(stories)
        for kind in ("articles", "statements", "claims", "changes", "conflicts", "contacts", "origins"):
            (args.export / f"{kind}.jsonl").write_text(
                "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in made[kind]), encoding="utf8"
            )
        return 0
    export = {
        k: read_jsonl(args.export / f"{k}.jsonl")
        for k in ("articles", "statements", "claims", "changes", "conflicts", "contacts", "origins")
    }
    tally, stances = Tally(), Counter()
    for story in stories:
        score_story(story, export, tally, stances)
    rows = {m: tally.row(m) for m in MEASURES}
    labels = sorted({g for g, _ in stances} | {p for _, p in stances})
    per = {}
    for label in labels:
        hit = stances[label, label]
        gold, got = (
            sum(n for (g, _), n in stances.items() if g == label),
            sum(n for (_, p), n in stances.items() if p == label),
        )
        per[label] = 100 * 2 * hit / (gold + got) if gold + got else None
    seen = [v for label, v in per.items() if any(g == label for g, _ in stances)]
    rows["stance macro F1"] = {"f1": sum(seen) / len(seen) if seen else None}
    if args.json:
        print(json.dumps({"stories": len(stories), "measures": rows, "stance by label": per}, indent=1))
        return 0
    print(f"{len(stories)} stories; F1 (precision / recall), gold / predicted")
    steady = rows["steady pairs called changes"]
    for m, r in rows.items():
        if m == "steady pairs called changes":
            print(
                f"  {m:28s} {steady['predicted']:g} of {steady['gold']:g}: {steady['recall'] or 0:.0f} % (the fewer the better)"
            )
        elif r.get("f1") is None:
            print(f"  {m:28s}  –")
        elif "gold" not in r:
            print(f"  {m:28s} {r['f1']:5.1f}")
        else:
            shown = [f"{x:5.1f}" if x is not None else "  –  " for x in (r["f1"], r["precision"], r["recall"])]
            print(f"  {m:28s} {shown[0]}  ({shown[1]} / {shown[2]})  {r['gold']:g} / {r['predicted']:g}")
    print("  stance by label: " + ", ".join(f"{k} {v:.0f}" for k, v in per.items() if v is not None))
    return 0


if __name__ == "__main__":
    sys.exit(main())
