"""Many sets of words or parties, of each of which it is told at once what it has in common with another set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Sets:
    """So many sets of texts, one a row, each text with a weight."""

    def __init__(
        self,
        rows: Sequence[Collection[str]],
        weight: Callable[[str], float] = lambda _: 1.0,
        wanted: frozenset[str] | None = None,
    ) -> None:
        """wanted: all that will be asked for, where that is known: the rest is not looked at."""
        if wanted is not None:
            rows = [wanted.intersection(row) for row in rows]
        columns: dict[str, int] = {}
        listed = [columns.setdefault(each, len(columns)) for row in rows for each in row]
        self._columns = columns
        self._column = np.array(listed, np.int64)
        self._sizes = np.array([len(row) for row in rows], np.int64)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._weights = np.array([weight(each) for each in columns])

    def in_common(self, others: Collection[str], rows: Sequence[int]) -> Floats:
        """For each of these rows the weight of what is in the other set too. Costs what they hold, not what all do."""
        counts = np.zeros(len(self._columns))
        found = [self._columns[each] for each in others if each in self._columns]
        counts[found] = self._weights[found]
        sizes = self._sizes[rows]
        ends = np.cumsum(sizes)
        places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(self._starts[rows] - ends + sizes, sizes)
        of_row = np.repeat(np.arange(len(rows)), sizes)
        found_in: Floats = np.bincount(of_row, counts[self._column[places]], len(rows)).astype(np.float64)
        return found_in


def each_with_each(
    ones: Sequence[Collection[str]], others: Sequence[Collection[str]], weight: Callable[[str], float] = lambda _: 1.0
) -> Floats:
    """(N, M): for each of some sets and each of others the weight of what both have. Of a set and itself it is not told."""
    here, there = (Counter(each for row in rows for each in row) for rows in (ones, others))
    least = 2 if ones is others else 1  # what one set alone has costs a column, and says nothing
    columns = {each: at for at, each in enumerate(sorted(e for e in here if there[e] >= least))}
    weights = np.array([weight(each) for each in columns])
    found: Floats = (_table(ones, columns) * weights) @ _table(others, columns).T
    return found


def _table(rows: Sequence[Collection[str]], columns: Mapping[str, int]) -> Floats:
    table = np.zeros((len(rows), len(columns)))
    for row, held in enumerate(rows):
        table[row, [columns[each] for each in held if each in columns]] = 1.0
    return table
