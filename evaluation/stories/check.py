#!/usr/bin/env python3
"""Check story folders against the format in README.md.

    python3 check_stories.py harbour-contract vial-recall ...

Faults (exit 1): broken JSON, unknown or missing keys, values outside the lists, substrings that the article lacks, ids that lead
nowhere, dates that are not ISO, files that do not match.  Notes (exit 0): what an author should look at again, such as a party whose
side differs between two statements where neither `changes` nor a side `unsure` explains it.
"""

import json
import re
import sys
from datetime import date, datetime
from pathlib import Path

KEYS = {
    "articles": "file title publisher published byline copy_of",
    "parties": "id name kind aliases roles",
    "statements": "id article content source cue speaker on_behalf_of anonymous count form stance said channel told_to via claim side",
    "claims": "id text",
    "changes": "party claim kind from to on statements",
    "steady": "party claim why statements",
    "conflicts": "claim affirms denies",
    "contacts": "parties channel on article text",
    "origins": "claim side independent why",
}
KEYS = {name: set(keys.split()) for name, keys in KEYS.items()}
PARTY_KINDS = {"person", "organization", "outlet", "group"}
FORMS = {"direct", "indirect", "mixed"}
STANCES = {"asserts", "denies", "hedges", "declines", "asks", "urges", "vows"}
CHANNELS = {
    "interview",
    "statement",
    "press conference",
    "phone",
    "text message",
    "e-mail",
    "in person",
    "social media",
    "court",
    "document",
    "testimony",
    "speech",
    None,
}
SIDES = {"affirms", "denies", "unsure", "declines"}
CHANGES = {
    "reversal": {("affirms", "denies"), ("denies", "affirms")},
    "walk-back": {(a, b) for a in ("affirms", "denies") for b in ("unsure", "declines", a)},
    "hardening": {(a, b) for a in ("unsure", "declines") for b in ("affirms", "denies")},
}


def iso_span(text):
    """First and last day of 2023, 2023-03, 2023-03-14 or an interval of those; ValueError if it is none."""
    if not isinstance(text, str):
        raise ValueError(text)
    if "/" in text:
        first, last = (iso_span(part) for part in text.split("/"))
        if first[0] > last[1]:
            raise ValueError(text)
        return first[0], last[1]
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        raise ValueError(text)
    year, month, day = ([int(part) for part in text.split("-")] + [None, None])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), date.fromordinal(after.toordinal() - 1)
    return date(year, 1, 1), date(year, 12, 31)


class Story:
    def __init__(self, folder):
        self.folder, self.faults, self.notes = Path(folder), [], []

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def expect(self, ok, where, what):
        if not ok:
            self.fault(where, what)

    def check(self):
        try:
            key = json.loads((self.folder / "key.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            return self.fault("key.json", error)
        self.expect(set(key) == {"story", *KEYS}, "key.json", f"keys differ: {sorted(set(key) ^ {'story', *KEYS})}")
        self.expect(
            key.get("story") == self.folder.resolve().name, "story", f"{key.get('story')!r} is not the folder's name"
        )
        for name, allowed in KEYS.items():
            key.setdefault(name, [])
            for number, row in enumerate(key[name]):
                wrong = set(row) ^ allowed
                self.expect(not wrong, f"{name}[{number}]", f"unknown or missing keys {sorted(wrong)}")
                for each in wrong & allowed:
                    row[each] = None
        self.key = key
        self.bodies, self.published = {}, {}
        self.check_articles()
        self.parties = self.by_id("parties")
        self.claims = self.by_id("claims")
        self.statements = self.by_id("statements")
        for row in key["parties"]:
            where = f"party {row['id']}"
            self.expect(row["kind"] in PARTY_KINDS, where, f"kind {row['kind']!r}")
            for field in ("aliases", "roles"):
                self.expect(isinstance(row[field], list), where, f"{field} is not a list")
        for row in key["statements"]:
            self.check_statement(row, f"statement {row['id']}")
        self.check_links()
        self.look_again()
        return None

    def by_id(self, name):
        rows = {row["id"]: row for row in self.key[name]}
        self.expect(len(rows) == len(self.key[name]), name, "an id is used twice")
        return rows

    def check_articles(self):
        for row in self.key["articles"]:
            where, path = f"article {row['file']}", self.folder / str(row["file"])
            if not path.is_file():
                self.fault(where, "no such file")
                continue
            body = path.read_bytes().decode("utf-8", "strict").replace("\r\n", "\n")
            self.bodies[row["file"]] = body
            try:
                self.published[row["file"]] = datetime.fromisoformat(row["published"]).date()
            except (TypeError, ValueError):
                self.fault(where, f"published {row['published']!r}")
            self.expect(
                row["title"] and not body.startswith(row["title"]), where, "title missing, or repeated in the body"
            )
            self.expect(row["publisher"], where, "no publisher")
            if not 250 <= len(body.split()) <= 450:
                self.notes.append(f"{where}: {len(body.split())} words")
        on_disk = {path.name for path in self.folder.glob("*.txt")}
        self.expect(
            on_disk == set(self.bodies), "articles", f"files and key differ: {sorted(on_disk ^ set(self.bodies))}"
        )
        for row in self.key["articles"]:
            of = row["copy_of"]
            if of is not None:
                where = f"article {row['file']}"
                self.expect(of in self.bodies and of != row["file"], where, f"copy_of {of!r}")
                if of in self.published and row["file"] in self.published:
                    self.expect(self.published[of] <= self.published[row["file"]], where, "older than what it copies")

    def substring(self, text, article, where, what):
        self.expect(
            isinstance(text, str) and text and text == text.strip() and text in self.bodies.get(article, ""),
            where,
            f"{what} is no substring of {article}: {text!r}",
        )

    def party(self, party, where, what):
        self.expect(party in self.parties, where, f"{what} {party!r} is no party")

    def day(self, text, where, what, article=None):
        if text is None:
            return None
        try:
            first, _ = iso_span(text)
        except ValueError:
            return self.fault(where, f"{what} {text!r}")
        if article in self.published:
            self.expect(first <= self.published[article], where, f"{what} {text} lies after the article")
        return None

    def check_statement(self, row, where):
        article = row["article"]
        self.expect(article in self.bodies, where, f"article {article!r}")
        parts = row["content"] if isinstance(row["content"], list) else [row["content"]]
        self.expect(parts, where, "no content")
        for part in parts:
            self.substring(part, article, where, "content")
        for field in ("source", "cue"):
            if row[field] is not None:
                self.substring(row[field], article, where, field)
        self.party(row["speaker"], where, "speaker")
        for field in ("on_behalf_of", "told_to"):
            if row[field] is not None:
                self.party(row[field], where, field)
        self.expect(row["on_behalf_of"] != row["speaker"], where, "speaks on behalf of itself")
        self.expect(isinstance(row["via"], list), where, "via is not a list")
        for party in row["via"] or []:
            self.party(party, where, "via")
        self.expect(isinstance(row["anonymous"], bool), where, "anonymous is not true or false")
        count = row["count"]
        self.expect(count is None or (type(count) is int and count > 0), where, f"count {count!r}")
        self.expect(row["form"] in FORMS, where, f"form {row['form']!r}")
        self.expect(row["stance"] in STANCES, where, f"stance {row['stance']!r}")
        self.expect(row["channel"] in CHANNELS, where, f"channel {row['channel']!r}")
        self.day(row["said"], where, "said", article)
        self.expect(row["claim"] is None or row["claim"] in self.claims, where, f"claim {row['claim']!r}")
        self.expect(row["side"] is None or row["side"] in SIDES, where, f"side {row['side']!r}")
        self.expect((row["claim"] is None) == (row["side"] is None), where, "claim and side go together")

    def holders(self, row):
        return {row["speaker"], row["on_behalf_of"]} - {None}

    def check_links(self):
        for name in ("changes", "steady", "conflicts", "origins"):
            for number, row in enumerate(self.key[name]):
                where = f"{name}[{number}]"
                self.expect(row["claim"] in self.claims, where, f"claim {row['claim']!r}")
                if "party" in row:
                    self.party(row["party"], where, "party")
                if "statements" in row:
                    ids = row["statements"] or []
                    self.expect(len(ids) >= 2, where, "needs two statements")
                    for each in ids:
                        self.expect(each in self.statements, where, f"statement {each!r}")
        for number, row in enumerate(self.key["changes"]):
            where = f"changes[{number}]"
            self.expect(
                (row["from"], row["to"]) in CHANGES.get(row["kind"], ()),
                where,
                f"{row['kind']} {row['from']} to {row['to']}",
            )
            self.day(row["on"], where, "on")
            ends = [self.statements[each] for each in row["statements"] or [] if each in self.statements]
            if len(ends) < 2:
                continue
            for end, side in ((ends[0], row["from"]), (ends[-1], row["to"])):
                self.expect(
                    end["claim"] == row["claim"] and end["side"] == side, where, f"{end['id']} does not hold {side}"
                )
                self.expect(row["party"] in self.holders(end), where, f"{end['id']} is not the party's")
            self.expect(
                ends[-1]["said"] == row["on"],
                where,
                f"on {row['on']}, but {ends[-1]['id']} was said {ends[-1]['said']}",
            )
        for number, row in enumerate(self.key["conflicts"]):
            where = f"conflicts[{number}]"
            for side in ("affirms", "denies"):
                self.expect(row[side], where, f"nobody {side}")
                for party in row[side] or []:
                    self.party(party, where, side)
                    held = any(
                        party in self.holders(each) and each["claim"] == row["claim"] and each["side"] == side
                        for each in self.key["statements"]
                    )
                    self.expect(held, where, f"no statement by which {party} {side}")
        for number, row in enumerate(self.key["contacts"]):
            where = f"contacts[{number}]"
            self.expect(len(row["parties"] or []) >= 2, where, "needs two parties")
            for party in row["parties"] or []:
                self.party(party, where, "contact")
            self.expect(row["channel"] in CHANNELS, where, f"channel {row['channel']!r}")
            self.day(row["on"], where, "on", row["article"])
            self.substring(row["text"], row["article"], where, "text")
        for number, row in enumerate(self.key["origins"]):
            where, sides = f"origins[{number}]", [(each["claim"], each["side"]) for each in self.key["statements"]]
            self.expect(
                type(row["independent"]) is int and row["independent"] > 0, where, f"independent {row['independent']!r}"
            )
            self.expect(row["side"] in SIDES, where, f"side {row['side']!r}")
            self.expect((row["claim"], row["side"]) in sides, where, "no statement takes that side")

    def look_again(self):
        """Notes: shifts of side and clashes that the key leaves out, claims and parties that nothing uses."""
        changed = {(row["party"], row["claim"]) for row in self.key["changes"]}
        clashing = {row["claim"] for row in self.key["conflicts"]}
        held, sides = {}, {}
        for row in self.key["statements"]:
            if row["claim"] is not None:
                principal = row["on_behalf_of"] or row["speaker"]
                held.setdefault((principal, row["claim"]), {}).setdefault(row["side"], row["id"])
                sides.setdefault(row["claim"], set()).add(row["side"])
        for (party, claim), ids in held.items():
            if len(ids) > 1 and (party, claim) not in changed:
                self.notes.append(f"{party} on {claim}: {ids}, and no change in the key")
        for claim, found in sides.items():
            if {"affirms", "denies"} <= found and claim not in clashing:
                self.notes.append(f"{claim}: affirmed and denied, and no conflict in the key")
        for claim in sorted(set(self.claims) - set(sides)):
            self.notes.append(f"claim {claim}: no statement")
        used = json.dumps({name: self.key[name] for name in KEYS if name != "parties"})
        publishers = {row["publisher"] for row in self.key["articles"]}
        for row in self.key["parties"]:
            if f'"{row["id"]}"' not in used and row["name"] not in publishers:
                self.notes.append(f"party {row['id']}: not used")

    def report(self):
        words = [len(body.split()) for body in getattr(self, "bodies", {}).values()]
        counts = ", ".join(f"{len(self.key[name])} {name}" for name in KEYS) if hasattr(self, "key") else "no key"
        print(
            f"{self.folder.resolve().name}: {counts}; words {min(words, default=0)}-{max(words, default=0)}; {len(self.faults)} faults"
        )
        for line in self.faults:
            print(f"  FAULT {line}")
        for line in self.notes:
            print(f"  note  {line}")


def main(folders):
    stories = [Story(folder) for folder in folders]
    for story in stories:
        story.check()
        story.report()
    if not folders:
        print(__doc__)
    return 1 if not folders or any(story.faults for story in stories) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
