"""How well parties of single articles are linked into parties of the record: B-cubed, people and organisations.

    python evaluation/parties.py STORY... [--read]        stories with answer keys, each in a record of its own
    python evaluation/parties.py --ecbplus FOLDER         ECB+: each topic's articles in a record of their own, and all in one

What is linked is given: the parties that an article names, each with its names there, from the key or from ECB+'s chains of
mentions. So the figures say what linking alone does. An item of B-cubed is one party in one article; unnamed sources are
left out, since they stay in their articles by design. Beside linking stand two answers that ask nothing: each alone, and
one name, letter for letter. With --read the parties are those that the reader finds; each is who the key names where it is
mentioned, and what the key knows nothing of is left out. What the reader takes apart within an article counts as kept apart.

FOLDER holds ecbplus_topics_1-35.tar.gz and ECBplus_coreference_sentences.csv; only sentences whose annotation was checked count.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import tarfile
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from affairs import articles_of, read_all
from coreference import Clusters, b_cubed, clusters_of
from gold_readings import parties_of
from onrecord.linking.who.directory import link_parties
from onrecord.linking.who.names import is_proper
from onrecord.vocabulary import ArticleId, Decisions, Party, PartyId, PartyKind, Reading, Span

Gold = Mapping[PartyId, str]
"""Who each local party is."""


@dataclass(frozen=True, slots=True)
class Pile:
    """The local parties of articles that go into one record, and who they are; those of whom it is not known do not count."""

    parties: tuple[Party, ...]
    who: Gold


# ---------------------------------------------------------------- stories


def story(folder: Path) -> Pile:
    """The parties that the articles of a story name, by the ids of its key."""
    parties, who = [], {}
    for by_key in parties_of(folder):
        for key, party in by_key.items():
            if party.mentions and not party.anonymous:
                parties.append(party)
                who[party.id] = key
    return Pile(tuple(parties), who)


def as_read(folder: Path, readings: Iterable[Reading]) -> Pile:
    """The parties of these readings, by the ids of the key."""
    named: defaultdict[ArticleId, list[tuple[str, Party]]] = defaultdict(list)
    for by_key in parties_of(folder):
        for key, party in by_key.items():
            named[party.article] += [(key, party)] if not party.anonymous else []
    parties = tuple(party for reading in readings for party in reading.parties)
    shares = {p.id: {key: _shared(p, other) for key, other in named[p.article]} for p in parties if not p.anonymous}
    who = {id_: max(share, key=lambda key: share[key]) for id_, share in shares.items() if any(share.values())}
    return Pile(parties, who)


def _shared(one: Party, other: Party) -> int:
    """Characters that mentions of both have in common."""
    pairs = ((a, b) for a in one.mentions for b in other.mentions)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a, b in pairs)


# ---------------------------------------------------------------- ECB+

KINDS = {
    "HUMAN_PART_PER": PartyKind.PERSON,
    "HUMAN_PART_ORG": PartyKind.ORGANIZATION,
    "HUMAN_PART_GPE": PartyKind.ORGANIZATION,
}
_PRONOUNS = """
he him his himself she her hers herself it its itself they them their theirs themselves i me my we us our you your who whom
whose which that this these those
"""
PRONOUNS = frozenset(_PRONOUNS.split())


def topics(folder: Path) -> dict[str, Pile]:
    """ECB+ by topic: its two halves tell of different events and so are two topics."""
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8-sig") as lines:
        checked: defaultdict[str, set[str]] = defaultdict(set)
        for topic, file, sentence in list(csv.reader(lines))[1:]:
            checked[f"{topic}_{file}.xml"].add(sentence)
    with tarfile.open(folder / "ecbplus_topics_1-35.tar.gz") as archive:
        files = {Path(member.name).name: archive.extractfile(member) for member in archive.getmembers()}
        roots = {name: ElementTree.fromstring(file.read()) for name, file in sorted(files.items()) if file}
    common = frozenset(word for root in roots.values() for t in root.iter("token") if (word := t.text or "").islower())
    piles: defaultdict[str, list[tuple[Party, str]]] = defaultdict(list)
    for name, root in roots.items():
        half = "plus" if "plus" in name else "ecb"
        piles[f"{name.split('_')[0]} {half}"] += document(root, name, checked[name], common)
    return {topic: Pile(tuple(p for p, _ in rows), {p.id: w for p, w in rows}) for topic, rows in piles.items()}


def document(
    root: ElementTree.Element, name: str, checked: set[str], common: frozenset[str]
) -> list[tuple[Party, str]]:
    """The people and organisations that the checked sentences of an article name, and which chain each of them is.

    common: words that are written without a capital somewhere: alone they are no names, "Gunman" of a headline.
    """
    offsets, at = {}, 0
    for token in root.iter("token"):
        offsets[token.get("t_id")] = (at, token.text or "", token.get("sentence") in checked)
        at += len(token.text or "") + 1
    chain = _chains(root, name)
    mentions: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    kinds: defaultdict[str, list[PartyKind]] = defaultdict(list)
    for markable in root.find("Markables") or ():
        tokens = [offsets[anchor.get("t_id")] for anchor in markable.iter("token_anchor")]
        if markable.tag not in KINDS or not tokens or not all(token[2] for token in tokens):
            continue
        who = chain.get(markable.get("m_id") or "", f"{name} {markable.get('m_id')}")
        words = _written([word for _, word, _ in tokens])
        mentions[who].append((Span(tokens[0][0], tokens[-1][0] + len(tokens[-1][1])), words))
        kinds[who].append(KINDS[markable.tag])
    parties = ((_party(name, said, kinds[who], common), who) for who, said in mentions.items())
    return [(party, who) for party, who in parties if party]


def _chains(root: ElementTree.Element, name: str) -> dict[str, str]:
    """The chain of each mention that has one, over all articles or within this one."""
    whole = {m.get("m_id"): m.get("instance_id") for m in root.find("Markables") or ()}
    found = {}
    for relation in root.find("Relations") or ():
        target = relation.find("target")
        key = target.get("m_id") if target is not None else None
        for source in relation.iter("source"):
            found[source.get("m_id") or ""] = whole.get(key) or f"{name} {key}"
    return found


def _written(words: Sequence[str]) -> str:
    """Tokens as a newspaper writes them: "Dr. Lee's", not "Dr . Lee 's"; without what hangs on a name."""
    return re.sub(r" (?=[.,)’']|n't)", "", " ".join(words)).strip("\"`' ").removesuffix("'s")


def _party(
    article: str, said: Sequence[tuple[Span, str]], kinds: Sequence[PartyKind], common: frozenset[str]
) -> Party | None:
    """The party of a chain in one article; None where the article has no name for it."""
    told = [words for _, words in said if words.lower() not in PRONOUNS]
    names = [words for words in told if is_proper(words) and words.lower() not in common]
    if not names:
        return None
    longest = max(names, key=lambda words: (len(words.split()), len(words)))
    offices = [words for words in told if words not in names]
    return Party(
        ArticleId(article),
        name=longest,
        kind=max(set(kinds), key=kinds.count),
        mentions=tuple(sorted(span for span, words in said if words.lower() not in PRONOUNS)),
        aliases=tuple(name for name in dict.fromkeys(names) if name != longest),
        roles=tuple(dict.fromkeys(offices)),
    )


# ---------------------------------------------------------------- answers and their scores

Answer = Callable[[Sequence[Party]], Iterable[tuple[PartyId, str]]]


def linked(parties: Sequence[Party]) -> Iterable[tuple[PartyId, str]]:
    """As the record links them."""
    _, party_of = link_parties(parties, Decisions())
    return party_of.items()


def same_name(parties: Sequence[Party]) -> Iterable[tuple[PartyId, str]]:
    """One where the fullest names are the same, letter for letter."""
    return [(party.id, party.name) for party in parties]


def alone(parties: Sequence[Party]) -> Iterable[tuple[PartyId, str]]:
    """Each by itself."""
    return [(party.id, party.id) for party in parties]


ANSWERS: Mapping[str, Answer] = {"linked": linked, "same name": same_name, "each alone": alone}


@dataclass(slots=True)
class Tally:
    """Sums of B-cubed over piles."""

    recall: float = 0.0
    precision: float = 0.0
    items: float = 0.0

    def add(self, gold: Clusters, ours: Clusters) -> None:
        """One more pile."""
        recall, items = b_cubed(gold, ours)
        self.recall += recall
        self.precision += b_cubed(ours, gold)[0]
        self.items += items

    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1, in per cent."""
        if not self.items:
            return 0.0, 0.0, 0.0
        p, r = 100 * self.precision / self.items, 100 * self.recall / self.items
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def score(piles: Iterable[Pile], answer: Answer) -> Tally:
    """B-cubed over piles, each linked by itself."""
    tally = Tally()
    for pile in piles:
        answered = ((id_, group) for id_, group in answer(pile.parties) if id_ in pile.who)
        tally.add(clusters_of(pile.who.items()), clusters_of(answered))
    return tally


def together(piles: Iterable[Pile]) -> Pile:
    """All in one record."""
    known = list(piles)
    return Pile(
        tuple(party for pile in known for party in pile.parties),
        {id_: who for pile in known for id_, who in pile.who.items()},
    )


def wrong(pile: Pile) -> Iterator[str]:
    """What linking kept apart or threw together, a line for each."""
    ours = {id_: group for id_, group in linked(pile.parties) if id_ in pile.who}
    names = {p.id: p for p in pile.parties}
    for label, one, other in (("apart", pile.who, ours), ("together", ours, pile.who)):
        for cluster in clusters_of(one.items()):
            parts: defaultdict[str, list[str]] = defaultdict(list)
            for id_ in sorted(cluster):
                party = names[PartyId(id_)]
                parts[other[PartyId(id_)]].append(" / ".join((party.name, *party.aliases)))
            if len(parts) > 1:
                yield f"{label}: " + " || ".join(", ".join(sorted(set(part))) for part in parts.values())


def _read(folders: Sequence[Path]) -> dict[str, list[Pile]]:
    from onrecord.attribution import load_reader

    readings = read_all(folders, load_reader())
    return {
        folder.name: [as_read(folder, (readings[article.ref] for article in articles_of(folder)))] for folder in folders
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table of sets and answers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--ecbplus", type=Path)
    parser.add_argument("--read", action="store_true", help="the parties that the reader finds")
    parser.add_argument("--wrong", action="store_true", help="print what is wrong, too")
    options = parser.parse_args(arguments)
    sets: dict[str, list[Pile]] = _read(options.stories) if options.read else {}
    sets = sets or {folder.name: [story(folder)] for folder in options.stories}
    if options.stories:
        sets["all stories"] = [pile for piles in sets.values() for pile in piles]
    if options.ecbplus:
        halves = topics(options.ecbplus)
        sets["ECB+ by topic"] = list(halves.values())
        sets["ECB+ in one record"] = [together(halves.values())]
    print(f"{'precision, recall, F1':22}{'parties':>8}" + "".join(f"{name:>20}" for name in ANSWERS))
    for name, piles in sets.items():
        tallies = [score(piles, answer) for answer in ANSWERS.values()]
        cells = "".join("{:>8.1f}{:>6.1f}{:>6.1f}".format(*tally.scores()) for tally in tallies)
        print(f"{name:22}{tallies[0].items:8.0f}{cells}")
        for line in (line for pile in piles for line in wrong(pile)) if options.wrong else ():
            print(f"    {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
