"""Articles that share their text: copies of a wire story are cut from the bottom or given a local lead, so what counts
is how much of the shorter text is in the longer one (containment), not how alike they are as wholes.

A text is sketched by the hashes of its five-word shingles that are divisible by KEPT_OF (FracMinHash: Irber et al.
2022), so that sketches of any two texts are samples of the same shingles and can be compared by plain equality.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from onrecord.linking.groups import Groups
from onrecord.linking.words import words
from onrecord.vocabulary import Article, ArticleId

SHINGLE_WORDS = 5
KEPT_OF = 4

CONTAINED = 0.4
"""From which share of the shorter text on two articles are one text. Copies have at least .6, unrelated texts less than
.02; a long quotation in common may come to .2."""

FEWEST_IN_COMMON = 5
"""A sketch of fewer hashes in common says nothing."""

TOO_COMMON = 64
"""A shingle in more articles than this is boilerplate, such as a paper's footer."""


def sketch(text: str) -> frozenset[int]:
    """The kept hashes of the text's shingles, 64 bits each."""
    listed = words(text)
    shingles = {" ".join(listed[at : at + SHINGLE_WORDS]) for at in range(len(listed) - SHINGLE_WORDS + 1)}
    hashes = (int.from_bytes(hashlib.blake2b(s.encode(), digest_size=8).digest(), "big") for s in shingles)
    return frozenset(h for h in hashes if h % KEPT_OF == 0)


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller sketch that is in the other."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def find_copies(
    articles: Iterable[Article], sketches: Mapping[ArticleId, frozenset[int]]
) -> dict[ArticleId, ArticleId]:
    """For each article that shares its text with an earlier one: the earliest of the group."""
    known = {article.id: article for article in articles}
    groups = Groups(known)
    for one, other in _sharing({id_: sketches[id_] for id_ in known}):
        groups.join(one, other)
    found = {}
    for members in groups.all():
        earliest, *later = sorted(members, key=lambda id_: _order(known[id_]))
        found.update(dict.fromkeys(later, earliest))
    return found


def _order(article: Article) -> tuple[bool, str, str, str]:
    """Dated before undated; then by the instant, as far as it is known."""
    return article.published is None, article.published or "", article.ref, article.id


def _sharing(sketches: Mapping[ArticleId, frozenset[int]]) -> Iterable[tuple[ArticleId, ArticleId]]:
    """Pairs of articles of which one holds most of the other."""
    holders: dict[int, list[ArticleId]] = defaultdict(list)
    for id_ in sorted(sketches):
        for each in sketches[id_]:
            holders[each].append(id_)
    common: Counter[tuple[ArticleId, ArticleId]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= TOO_COMMON:
            common.update((a, b) for n, a in enumerate(ids) for b in ids[n + 1 :])
    for (one, other), count in common.items():
        smaller = min(len(sketches[one]), len(sketches[other]))
        if count >= FEWEST_IN_COMMON and count / smaller >= CONTAINED:
            yield one, other
