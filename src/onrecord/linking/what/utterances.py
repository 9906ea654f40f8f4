"""The utterances that a memory knows, by number: which statements tell each, and where it stands in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.linking.claims.candidates import Placed, keys_of, moment_of
from onrecord.linking.claims.claims import can_take_a_side
from onrecord.linking.claims.pairs import Compared
from onrecord.linking.memory import Memory
from onrecord.linking.packing import Packed, pack_compared, unpack_compared
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.what.units import Unit, find_units, same_words
from onrecord.vocabulary import StatementId

Propositions = Callable[[Iterable[StatementId]], Mapping[StatementId, Proposition]]


@dataclass(slots=True)
class Change:
    """What became of utterances, by number: come and gone; read anew since a party of theirs is another; told by
    others than before, with the same that stands for all."""

    gone: dict[int, Placed] = field(default_factory=dict)
    come: dict[int, Placed] = field(default_factory=dict)
    anew: dict[int, tuple[Placed, Placed]] = field(default_factory=dict)
    retold: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Heard:
    """An utterance as it is compared: by its first telling. departs_from: the statements of its article from which it departs."""

    by: Compared
    sentence: str
    departs_from: Sequence[StatementId]


class Utterances:
    """Numbers for utterances. A number says nothing of when or in which order anything was read."""

    def __init__(self, memory: Memory, propositions: Propositions) -> None:
        self._memory = memory
        self._propositions = propositions

    def change(
        self, gone: Iterable[StatementId], come: Iterable[Proposition], moved: Collection[StatementId]
    ) -> Change:
        """Let statements go and others come. moved: those with a party that is linked to another than before."""
        leaving = set(gone)
        heard = self._memory.recall("heard as", [*leaving, *moved])
        joining: dict[str, list[StatementId]] = defaultdict(list)
        for each in come:
            joining[same_words(each)].append(each.id)
        self._memory.forget("heard as", leaving)
        self._memory.forget("number", leaving)
        changed = Change()
        words = sorted({*heard.values(), *joining})
        kept = self._memory.recall("told", words)
        told = {
            word: [id_ for _, ids in kept.get(word, ()) for id_ in ids if id_ not in leaving] + joining.get(word, [])
            for word in words
        }
        self._propositions(id_ for ids in told.values() for id_ in ids)  # all at once
        for word in words:
            before = kept.get(word, [])
            found = find_units(self._propositions(dict.fromkeys(told[word])).values())
            now = self._numbered(before, found, changed, set(moved), set(joining.get(word, ())))
            self._memory.note("told", {word: now or None})
            self._memory.note("heard as", {id_: word for _, ids in now for id_ in ids})
            self._memory.note("number", {id_: number for number, ids in now for id_ in ids})
        return changed

    def tellings(self, numbers: Iterable[int]) -> dict[int, Unit]:
        """The utterances with these numbers."""
        wanted = list(numbers)
        notes = self._memory.recall("utterance", map(str, wanted))
        ids = {number: notes[str(number)][2] for number in wanted}
        known = self._propositions(id_ for listed in ids.values() for id_ in listed)
        return {number: Unit(tuple(known[id_] for id_ in listed)) for number, listed in ids.items()}

    def firsts(self, numbers: Iterable[int]) -> dict[int, Proposition]:
        """What stands for each of these utterances: its first telling."""
        wanted = list(numbers)
        notes = self._memory.recall("utterance", map(str, wanted))
        known = self._propositions(notes[str(number)][2][0] for number in wanted)
        return {number: known[notes[str(number)][2][0]] for number in wanted}

    def compared(self, numbers: Iterable[int]) -> dict[int, Heard]:
        """What each of these utterances is compared by."""
        wanted = list(map(str, numbers))
        notes, packed = self._memory.recall("utterance", wanted), self._memory.recall("compared", wanted)
        return {
            int(name): Heard(unpack_compared(told, *notes[name][3]), sentence, departs)
            for name, (sentence, departs, told) in packed.items()
        }

    def placed(self, numbers: Iterable[int]) -> dict[int, Placed]:
        """Where these utterances stand."""
        notes = self._memory.recall("utterance", map(str, numbers))
        return {int(name): Placed(note[0], tuple(note[1])) for name, note in notes.items()}

    def in_order(self, numbers: Iterable[int]) -> list[int]:
        """The same numbers in the order of time."""
        notes = self._memory.recall("utterance", map(str, numbers))
        return sorted(map(int, notes), key=lambda number: (notes[str(number)][0], number))

    def numbers_of(self, statements: Iterable[StatementId]) -> dict[StatementId, int]:
        """The number of the utterance that each of these statements tells, where that takes a side."""
        found = self._memory.recall("number", statements)
        return {StatementId(id_): number for id_, number in found.items()}

    def _numbered(
        self,
        before: Sequence[Packed],
        found: Iterable[Unit],
        changed: Change,
        moved: set[StatementId],
        come: set[StatementId],
    ) -> list[Packed]:
        """Utterances of the same words, each with its number, or None where it takes no side. come: statements that are
        read now, and would get another number even if their ids were known."""
        known = {ids[0]: (number, ids) for number, ids in before}
        now: list[Packed] = []
        for unit in found:
            number, told_before = (None, []) if unit.id in come else known.pop(unit.id, (None, []))
            ids = [each.id for each in unit.told]
            if not can_take_a_side(unit.first):
                now.append([None, ids])
                continue
            placed, who = Placed(moment_of(unit.first), keys_of(unit.first)), _who(unit.first)
            if number is None:
                number = self._next_number()
                changed.come[number] = placed
                told = [unit.first.sentence, list(unit.first.departs_from), pack_compared(unit.first)]
                self._memory.note("compared", {str(number): told})
            elif unit.id in moved and self._memory.recall_one("utterance", str(number))[3] != who:
                changed.anew[number] = self.placed([number])[number], placed
            if told_before and (ids != told_before or moved & set(ids)):
                changed.retold.add(number)
            self._memory.note("utterance", {str(number): [placed.moment, list(placed.keys), ids, who]})
            now.append([number, ids])
        numbers = [number for number, _ in known.values() if number is not None]
        changed.gone |= self.placed(numbers)
        for kind in ("utterance", "compared"):
            self._memory.forget(kind, map(str, numbers))
        return now

    def _next_number(self) -> int:
        number: int = self._memory.recall_one("next", "number") or 0
        self._memory.note("next", {"number": number + 1})
        return number


def _who(first: Proposition) -> Packed:
    """The parties of an utterance, as far as it is compared by them."""
    return [first.principal, sorted(first.about)]
