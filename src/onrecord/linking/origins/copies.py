"""Articles that share their text: copies of a wire story are cut from the bottom or given a local lead, so what counts
is how much of the shorter text is in the longer one (containment), not how alike they are as wholes. One that was cut
to a third and filled up with matters of its town still opens as it did, and is printed within days.

A text is sketched by the hashes of its five-word shingles that are divisible by KEPT_OF (FracMinHash: Irber et al.
2022), so that sketches of any two texts are samples of the same shingles and can be compared by plain equality.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.linking.memory import Memory
from onrecord.linking.words import words
from onrecord.vocabulary import Article

SHINGLE_WORDS = 5
KEPT_OF = 4

CONTAINED = 0.4
"""From which share of the shorter text on two articles are one text. Copies have at least .6, unrelated texts less than
.02; a long quotation in common may come to .2."""

PARTLY_CONTAINED = 0.2
"""From which share on they are where both open with the same words and are near in time. Openings alone say too little
(weekly reports of one office), and so do shares (a note that a paper puts under many articles)."""

OPENING_WORDS = 40
"""So many words are a first paragraph, with the town and the agency that some papers put before it."""

SAME_OPENING = 0.8
DAYS_APART = 3
"""Of 7,833 wire stories two pairs are copies by these that are none by CONTAINED, both digests that open with the other
story cut short (training/LOG.md, 2026-12-01)."""

FEWEST_IN_COMMON = 5
"""A sketch of fewer hashes in common says nothing."""

TOO_COMMON = 64
"""A shingle in more articles than this is boilerplate, such as a paper's footer."""


def sketch(text: str) -> frozenset[int]:
    """The kept hashes of the text's shingles, 64 bits each."""
    return frozenset(h for h in _hashes(words(text)) if h % KEPT_OF == 0)


def opening(text: str) -> frozenset[int]:
    """The hashes of all shingles of the first words."""
    return frozenset(_hashes(words(text)[:OPENING_WORDS]))


def _hashes(listed: Sequence[str]) -> Iterator[int]:
    shingles = {" ".join(listed[at : at + SHINGLE_WORDS]) for at in range(len(listed) - SHINGLE_WORDS + 1)}
    return (int.from_bytes(hashlib.blake2b(s.encode(), digest_size=8).digest(), "big") for s in shingles)


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller sketch that is in the other."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of an article: its sketch, how it opens, and its day, where that is known."""

    sketch: frozenset[int]
    opening: frozenset[int]
    day: date | None

    def shares_text(self, other: Known, in_common: int) -> bool:
        """Whether both are one text. in_common: so many hashes of their sketches are, without those that say nothing."""
        share = in_common / min(len(self.sketch), len(other.sketch))
        return share >= CONTAINED or (share >= PARTLY_CONTAINED and self._opens_like(other))

    def _opens_like(self, other: Known) -> bool:
        if self.day is None or other.day is None or abs((self.day - other.day).days) > DAYS_APART:
            return False
        return containment(self.opening, other.opening) >= SAME_OPENING


class Copies:
    """The articles of a memory, by number, and which of them share their text.

    Each kept hash has a line of the articles that have it; each article a note of those that it shares most of its text
    with.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def change(self, gone: Iterable[int], come: Mapping[int, Article]) -> set[int]:
        """Let articles go and others come, by number; gives those that are a copy of another one than before, or of none."""
        leaving = {number: self._sketch(number) for number in gone}
        sketches = {number: sketch(article.text) for number, article in come.items()}
        hashes = {each for told in (*leaving.values(), *sketches.values()) for each in told}
        were_told = self._holders(hashes)
        groups = self._group_of(leaving)
        for number, hashed in leaving.items():
            for each in hashed:
                self._memory.leave(_line(each), (number, number))
            self._share(number, set())
        for number, hashed in sketches.items():
            self._note(number, come[number], hashed)
        self._memory.forget("sketch", map(str, leaving))
        # Where a shingle becomes too common to say anything, or ceases to be, all that have it are looked at anew.
        are_told = self._holders(hashes)
        turned = {
            number
            for each in hashes
            if bool(were_told[each]) != bool(are_told[each])
            for number in (*were_told[each], *are_told[each])
        }
        touched = {*sketches, *(turned - leaving.keys())}
        groups |= self._group_of(touched)
        for number in sorted(touched):
            self._compare(number)
        return self._settle((groups | self._group_of(touched)) - leaving.keys()) | leaving.keys()

    def originals(self, numbers: Iterable[int]) -> dict[int, int]:
        """For those of these articles that share their text with an earlier one: the earliest of the group."""
        return {int(name): original for name, original in self._memory.recall("copy of", map(str, numbers)).items()}

    def _note(self, number: int, article: Article, told: frozenset[int]) -> None:
        for each in told:
            self._memory.enter(_line(each), (number, number))
        order = [article.published is None, article.published or "", article.ref, article.id]  # dated before undated
        self._memory.note("sketch", {str(number): [order, sorted(told), sorted(opening(article.text))]})

    def _sketch(self, number: int) -> frozenset[int]:
        return frozenset((self._memory.recall_one("sketch", str(number)) or [None, ()])[1])

    def _known(self, number: int) -> Known:
        (_, published, *_), told, first = self._memory.recall_one("sketch", str(number))
        return Known(frozenset(told), frozenset(first), _day(published))

    def _holders(self, hashes: Iterable[int]) -> dict[int, list[int]]:
        """The articles that have each of these shingles; none where these are too many."""
        wanted = {_line(each): each for each in hashes}
        holders = self._memory.heads(wanted, TOO_COMMON + 1)
        return {
            wanted[line]: [number for number, _ in entries] if len(entries) <= TOO_COMMON else []
            for line, entries in holders.items()
        }

    def _compare(self, number: int) -> None:
        """Find with whom an article shares its text."""
        own = self._known(number)
        common = Counter(
            other for holders in self._holders(own.sketch).values() for other in holders if other != number
        )
        common = Counter({other: count for other, count in common.items() if count >= FEWEST_IN_COMMON})
        self._memory.recall("sketch", map(str, common))
        self._share(number, {other for other, count in common.items() if own.shares_text(self._known(other), count)})

    def _share(self, number: int, sharing: set[int]) -> None:
        """Note with whom an article shares its text, on both sides."""
        before = set(self._sharing(number))
        self._memory.note("sharing", {str(number): sorted(sharing) or None})
        for other in sharing - before:
            self._memory.note("sharing", {str(other): sorted({*self._sharing(other), number})})
        for other in before - sharing:
            self._memory.note("sharing", {str(other): sorted({*self._sharing(other)} - {number}) or None})

    def _sharing(self, number: int) -> list[int]:
        found: list[int] = self._memory.recall_one("sharing", str(number)) or []
        return found

    def _group_of(self, numbers: Iterable[int]) -> set[int]:
        """All that share text with these, or with those that do, and so on; they themselves too."""
        found: set[int] = set()
        waiting = list(numbers)
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting += self._sharing(number)
        return found

    def _settle(self, numbers: set[int]) -> set[int]:
        changed = set()
        before = self.originals(numbers)
        for number in sorted(numbers):
            group = self._group_of([number])
            earliest = min(group, key=lambda each: tuple(self._memory.recall_one("sketch", str(each))[0]))
            original = None if earliest == number else earliest
            if before.get(number) != original:
                self._memory.note("copy of", {str(number): original})
                changed.add(number)
        return changed


def _line(each: int) -> str:
    return f"text {each:x}"


def _day(published: str) -> date | None:
    """The day of an instant or a day; a month or a year has none."""
    try:
        return date.fromisoformat(published[: len("2031-03-04")])
    except ValueError:
        return None
