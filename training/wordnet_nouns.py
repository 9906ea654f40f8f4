"""Nouns for people and for bodies that the lists in who/nouns.py lack, out of WordNet 3.0 (Fellbaum, 1998).

    python training/wordnet_nouns.py /usr/share/wordnet --out src/onrecord/attribution/who/wordnet_nouns.txt

A noun is taken where its first sense is a person's (lexicographer's file noun.person) or below "organization", "institution" or
"establishment", most of its tagged uses are of that sense, and it is a verb or an adjective less often. A line a noun, sort first.
Left out are proper names, instances, what the glosses call slurs or slang, and what stands in `LEFT_OUT`.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from onrecord.attribution.who import nouns
from onrecord.attribution.who.lexicon import listed

PERSON_FILE, GROUP_FILE, ARTIFACT_FILE = 18, 14, 6
MOSTLY_A_PERSON, MOSTLY_A_BODY = 0.8, 0.6
FIRST_UNTAGGED, OTHER_UNTAGGED = 0.5, 0.2
"""What a sense counts that was never tagged."""
LEFT_OUT = listed("""
    chased pursued whale dragon turnkey screener sharper melter lacer packer binger aper arb git ump buster exchanger appropriator
    heavyweight lightweight nobody sir angel monster darling orphan sib mate squash stud stiff stinker sucker screw screamer
    looney dive doe strings majors minors corrections reserves industry tech metro cleaners denomination processor battery troop minor
    enemy hegemon monorail subway hypercoaster chute-the-chute filmdom screenland musketry adhocracy stratocracy
    juke combo obi duette headquarters manpower fellowship echelon bastion vanguard slammer pen can joint corp host god devil
    ace ass bat bear bird bitch bomber bull cat chicken cow cracker dog dummy fox goat hog hawk horse joker lamb lion mouse pig rabbit rat
    shark snake tiger toad turkey wolf worm dish doll peach plum pill pick prize rock stick tool baggage case character charge choice
    clay cutter deuce draft draw dry ear eye face fit fixture flop generation hand image jerk lead light
    loaf mark match mind name part past piece plant power press product program reference ringer round saw second shoulder shot side sight
    soul spirit square squeeze stock straight taste terror thing third three trick trust type variety voice whole world
""")
IMPOLITE = re.compile(
    r"\b(?:slur|offensive|derogatory|disparag\w+|obscene|vulgar|contempt\w*|slang|insulting|terms? of abuse)\b", re.I
)
PLAIN = re.compile(r"[a-z]{3,}(?:-[a-z]+)*")


@dataclass
class WordNet:
    """The nouns of WordNet's data files in a folder."""

    folder: Path
    files: dict[str, int] = field(default_factory=dict)
    glosses: dict[str, str] = field(default_factory=dict)
    above: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    instances: set[str] = field(default_factory=set)
    written: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _ancestors: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for line in self._lines("data.noun"):
            data, _, gloss = line.partition(" | ")
            parts = data.split()
            synset, self.files[parts[0]], words = parts[0], int(parts[1]), int(parts[3], 16)
            self.glosses[synset] = gloss
            self.written[synset] = {parts[4 + 2 * n] for n in range(words)}
            at = 4 + 2 * words
            for n in range(int(parts[at])):
                sign, other, kind, _ = parts[at + 1 + 4 * n : at + 5 + 4 * n]
                if sign in {"@", "@i"} and kind == "n":
                    self.above[synset].append(other)
                    if sign == "@i":
                        self.instances.add(synset)

    def _lines(self, name: str) -> list[str]:
        text = (self.folder / name).read_text(encoding="latin-1")
        return [line for line in text.splitlines() if line and not line.startswith("  ")]

    @cached_property
    def senses(self) -> dict[str, list[str]]:
        """The synsets of each noun, the commonest first."""
        found = {}
        for line in self._lines("index.noun"):
            parts = line.split()
            found[parts[0]] = parts[-int(parts[2]) :]
        return found

    @cached_property
    def tagged(self) -> tuple[dict[str, dict[int, int]], dict[str, int]]:
        """How often each sense of a noun was tagged, by its number; and how often a word was as another part of speech."""
        as_noun: dict[str, dict[int, int]] = defaultdict(dict)
        otherwise: dict[str, int] = defaultdict(int)
        for line in self._lines("cntlist.rev"):
            key, number, times = line.split()
            lemma, _, kind = key.partition("%")
            if kind.startswith("1"):
                as_noun[lemma][int(number)] = int(times)
            else:
                otherwise[lemma] += int(times)
        return as_noun, otherwise

    @cached_property
    def not_only_nouns(self) -> set[str]:
        """Words that are verbs or adjectives too."""
        return {line.split()[0] for name in ("index.verb", "index.adj") for line in self._lines(name)}

    def ancestors(self, synset: str) -> set[str]:
        """A synset and all above it."""
        if synset not in self._ancestors:
            self._ancestors[synset] = {synset}.union(*(self.ancestors(other) for other in self.above[synset]))
        return self._ancestors[synset]

    def first(self, noun: str, file: int) -> set[str]:
        """The commonest sense of a noun that stands in a lexicographer's file."""
        return {next(synset for synset in self.senses[noun] if self.files[synset] == file)}

    def share(self, noun: str, synsets: set[str]) -> float:
        """How much of a noun's use is of these synsets."""
        times = self.tagged[0].get(noun, {})
        weights = [
            times.get(n, 0) + (OTHER_UNTAGGED if n > 1 else FIRST_UNTAGGED)
            for n in range(1, len(self.senses[noun]) + 1)
        ]
        right = (weight for weight, synset in zip(weights, self.senses[noun], strict=True) if synset in synsets)
        return sum(right) / sum(weights)

    def is_mostly_a_noun(self, word: str) -> bool:
        """Whether it is hardly anything else."""
        as_noun, otherwise = self.tagged
        times = sum(as_noun.get(word, {}).values())
        return otherwise.get(word, 0) <= times and (times > 0 or word not in self.not_only_nouns)


def found_in(wordnet: WordNet) -> list[tuple[str, str]]:
    """Sort and noun, in the order of the alphabet."""
    bodies = (
        wordnet.first("organization", GROUP_FILE)
        | wordnet.first("institution", GROUP_FILE)
        | wordnet.first("establishment", ARTIFACT_FILE)
    )
    people = {synset for synset, file in wordnet.files.items() if file == PERSON_FILE} - wordnet.instances
    firms = {synset for synset in wordnet.files if wordnet.ancestors(synset) & bodies} - wordnet.instances
    known = nouns.CURATED | LEFT_OUT
    found = []
    for noun, senses in wordnet.senses.items():
        first = senses[0]
        if noun in known or not PLAIN.fullmatch(noun) or not wordnet.is_mostly_a_noun(noun):
            continue
        if noun not in wordnet.written[first] or any(IMPOLITE.search(wordnet.glosses[synset]) for synset in senses):
            continue
        if first in people and wordnet.share(noun, people) >= MOSTLY_A_PERSON:
            found.append(("person", noun))
        elif first in firms and wordnet.share(noun, firms) >= MOSTLY_A_BODY:
            found.append(("body", noun))
    return sorted(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path, help="folder of data.noun and its like")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    found = found_in(WordNet(args.wordnet))
    args.out.write_text("".join(f"{sort} {noun}\n" for sort, noun in found), encoding="utf-8")
    print({sort: sum(s == sort for s, _ in found) for sort in ("person", "body")})


if __name__ == "__main__":
    main()
