"""Other names for a story, word by word, the same in every text and in the key.

What counts as a name: the words of the people in the key (and of organisations, outlets and bylines); and every
capitalised word in the middle of a sentence whose small form the story never uses, unless it is a title, a day, a
month or another word that is always capitalised. Acronyms follow the names that they stand for. Organisations and
outlets all of whose words are ordinary ("Clean Cycling Agency") get another first word, as phrases.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rewriting import Edit

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_a-z][^\W\d_]+)?")  # O'Brien is one word, Rowe's is two


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TITLES = frozenset(
    _words(
        """
        Mr Mrs Ms Miss Mx Dr Sir Dame Lord Lady Professor Prof President Prime Minister Mayor Governor Gov
        Senator Sen Representative Rep Congressman Congresswoman General Gen Colonel Col Lieutenant Lt
        Captain Judge Justice Chief Inspector Director Secretary Ambassador Vice Councillor Detective
        Sergeant Superintendent Constable Commissioner Chancellor Speaker King Queen Prince Princess Saint
        St Father Sister Brother Reverend Rev Jr Sr
        """
    )
)
ALWAYS_CAPITAL = frozenset(
    _words(
        """
        I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
        July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec God
        Christmas Easter Internet English TV US UK EU UN CEO GMT AM PM OK ID DNA GPS IT PR MP MPs VP PhD BST
        CET EST
        """
    )
)
ORDINARY = frozenset(
    _words(
        """
        The A An Of And For In On At National State Federal Royal International Public Party Parliament
        Congress Senate House White Court Supreme High Council City County Committee Commission Ministry
        Office Board Agency Department Bureau Authority University College School Hospital Hotel Street Road
        Avenue Square River Lake Port Bay North South East West Northern Southern Eastern Western Union Bank
        Company Group Press News Service Centre Center Tour Cup League Foundation Institute Association
        """
    )
)
_OUTLET_PAIRS = _words(
    """Courier Herald Post Gazette Chronicle Observer Ledger Register Mail Tribune Wire Dispatch Times Standard
    Journal Inquirer Review Quarterly Watch Monitor Daily Morning Evening Weekly"""
)
# Each word of a pair becomes the other.
OUTLET_WORDS = {word: _OUTLET_PAIRS[place ^ 1] for place, word in enumerate(_OUTLET_PAIRS)}
FIRST_WORDS = ("Open", "United", "Central", "General", "Joint", "Independent", "Allied", "Modern")
COUNTRIES = (
    ("Russia", "Russian", "Russians", "Moscow"),
    ("Ukraine", "Ukrainian", "Ukrainians", "Kyiv"),
    ("Germany", "German", "Germans", "Berlin"),
    ("Hungary", "Hungarian", "Hungarians", "Budapest"),
    ("Norway", "Norwegian", "Norwegians", "Oslo"),
    ("China", "Chinese", "Chinese", "Beijing"),
    ("Vietnam", "Vietnamese", "Vietnamese", "Hanoi"),
    ("Iran", "Iranian", "Iranians", "Tehran"),
    ("Canada", "Canadian", "Canadians", "Ottawa"),
    ("America", "American", "Americans", "Washington"),
)
# None has "he" or "she" in it: keys name pieces of text, and a scorer may look for the nearest "he" inside words too.
WOMEN = _words("Irene Carla Judith Beatrice Nadia Florence Miriam Elaine Rosalind Gudrun Paula Tilda Wilma Yvonne")
MEN = _words("Arthur Bernard Cedric Duncan Edmund Felix Gregory Hubert Isaac Laurence Norman Oscar Rupert Walter")
EITHER = _words("Alex Robin Kim Jean Lee Morgan Quinn Sasha Terry Vivian Ashley Dale Jody Marion")
BEGINNINGS = _words("Bar Cald Dren Fal Gar Hol Kest Lan Mer Nor Pell Quen Ross Sel Tar Ul Ver Wen Yar Zell")
SURNAME_ENDS = _words("by combe den field gate land ley man more mond ridge son stone ton wick worth")
PLACE_ENDS = _words("avon bourne brook dale ford ham haven holm mouth port stead vale wich")
WOMANLY = frozenset(_words("she She Ms Mrs spokeswoman chairwoman mother sister daughter wife widow"))
_TELLING = "|".join(
    _words("she he spokeswoman spokesman chairwoman chairman mother father sister brother daughter son wife widow")
)
DERIVED = ("ians", "ian", "ans", "an", "ese", "ish", "ers", "er", "n", "s")

Key = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Names:
    """The words of a story that change, the phrases that do, and capitalised words that were left as they are."""

    words: Mapping[str, str]
    phrases: Mapping[str, str]
    common: frozenset[str]
    kept: tuple[str, ...]

    def find(self, text: str) -> Iterator[Edit]:
        """Edits that rename everything in a text."""
        for phrase, new in self.phrases.items():
            for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text):
                yield Edit(*found.span(), new)
        found_words = list(WORD.finditer(text))
        for number, found in enumerate(found_words):
            becomes = self._new(found[0])
            if becomes is None or (found[0] in self.common and self._is_ordinary_here(text, found_words, number)):
                continue
            yield Edit(*found.span(), becomes)

    def _new(self, word: str) -> str | None:
        if word not in self.words and len(word) > 3 and word.isupper():
            return next((new.upper() for old, new in self.words.items() if old.upper() == word), None)
        return self.words.get(word)

    def _is_ordinary_here(self, text: str, found: list[re.Match[str]], number: int) -> bool:
        """A name that is a word as well ("Will"), where a sentence begins and nothing says that it is a name."""
        word = found[number]
        after = text[word.end() : word.end() + 2]
        following = found[number + 1][0] if number + 1 < len(found) else ""
        return is_sentence_start(text, word.start()) and after not in {"’s", "'s"} and following not in self.words


def is_sentence_start(text: str, at: int) -> bool:
    """Whether a capital at this place may be that of a sentence."""
    before = text[:at].rstrip(" ")
    return not before or not (before[-1].isalnum() or before[-1] in ",;)’'&/") or at == len(before)


def find_names(key: Key, texts: Iterable[str], rng: random.Random) -> Names:
    """What to call everybody and everything in a story."""
    texts = list(texts)
    parties = _rows(key, "parties")
    everything = "\n\n".join([*texts, *_strings(parties), *_bylines_and_outlets(key)])
    small = {word for word in WORD.findall(everything) if word.islower()}
    maker = _Maker(rng, taken=frozenset(map(str.lower, WORD.findall(everything))))
    words: dict[str, str] = {}
    people = list(_people(key, parties))
    surnames = Counter(name.split()[-1] for name in dict.fromkeys(people))
    for name in people:
        _name_person(name, texts, words, maker, is_shared=surnames[name.split()[-1]] > 1)
    for row, other in zip(COUNTRIES, rng.sample(COUNTRIES, len(COUNTRIES)), strict=True):
        words.update({old: new for old, new in zip(row, other, strict=True) if old in everything})
    capitals = Counter(word for text in texts for word in _capitalised_inside(text))
    for name in _strings(parties, kinds=("organization", "outlet")):
        capitals.update(word for word in WORD.findall(name) if word[0].isupper())
    for word in sorted(capitals):
        if word.isupper() and word in {known.upper() for known in words}:
            continue  # a name in capitals
        if word not in words and word.lower() not in small and not _stays(word) and word not in OUTLET_WORDS:
            words[word] = maker.place()
    _derive(words, capitals)
    for name in _strings(parties, kinds=("outlet",)):
        words.update({word: OUTLET_WORDS[word] for word in WORD.findall(name) if word in OUTLET_WORDS})
    phrases = _name_phrases(parties, words, rng)
    _name_acronyms(everything, parties, words, phrases, maker)
    kept = sorted(word for word in capitals if word not in words and word not in ALWAYS_CAPITAL and word not in TITLES)
    common = frozenset(word for word in words if word.lower() in small)
    return Names(words, phrases, common, tuple(kept))


class _Maker:
    """Makes names that the story does not have yet."""

    def __init__(self, rng: random.Random, taken: frozenset[str]) -> None:
        self._rng = rng
        self._taken = set(taken)

    def given(self, pool: tuple[str, ...]) -> str:
        free = [name for name in pool if name.lower() not in self._taken]
        return self._take(self._rng.choice(free)) if free else self.surname()

    def surname(self) -> str:
        return self._join(SURNAME_ENDS)

    def place(self) -> str:
        return self._join(PLACE_ENDS)

    def acronym(self, length: int) -> str:
        while True:
            made = "".join(self._rng.choice("BDFGKLMNPRTV") for _ in range(length))
            if made.lower() not in self._taken:
                return self._take(made)

    def _join(self, ends: tuple[str, ...]) -> str:
        while True:
            made = self._rng.choice(BEGINNINGS) + self._rng.choice(ends)
            if made.lower() not in self._taken:
                return self._take(made)

    def _take(self, name: str) -> str:
        self._taken.add(name.lower())
        return name


def _rows(key: Key, name: str) -> list[dict[str, object]]:
    rows = key[name]
    assert isinstance(rows, list)
    return rows


def _strings(parties: Iterable[Mapping[str, object]], kinds: tuple[str, ...] = ()) -> list[str]:
    found = []
    for party in parties:
        if not kinds or party["kind"] in kinds:
            aliases = party["aliases"]
            assert isinstance(aliases, list)
            found += [str(party["name"]), *map(str, aliases)]
    return found


def _bylines_and_outlets(key: Key) -> list[str]:
    articles = _rows(key, "articles")
    return [str(article[name]) for article in articles for name in ("byline", "publisher") if article.get(name)]


def _people(key: Key, parties: list[dict[str, object]]) -> Iterator[str]:
    """Full names first, so that a bare surname finds its word taken."""
    names = [str(party["name"]) for party in parties if party["kind"] == "person"]
    for article in _rows(key, "articles"):
        names += re.split(r",? and |, ", str(article.get("byline") or ""))
    outlets = {
        *_strings(parties, kinds=("outlet",)),
        *(str(article["publisher"]) for article in _rows(key, "articles")),
    }
    names = [name for name in names if name not in outlets]
    yield from (name for name in names if re.fullmatch(r"(?:[^\W\d_a-z][\w'’.-]*\s?){2,4}", name))


def _name_person(name: str, texts: list[str], words: dict[str, str], maker: _Maker, *, is_shared: bool) -> None:
    own = [word for word in WORD.findall(name) if word not in TITLES and not (word in ORDINARY or word.isupper())]
    for place, word in enumerate(own):
        if word not in words:
            is_given = place == 0 and len(own) > 1
            words[word] = maker.given(_pool(name, texts, is_shared=is_shared)) if is_given else maker.surname()


def _pool(name: str, texts: list[str], *, is_shared: bool) -> tuple[str, ...]:
    """Names of women, men or either, by words that tell after the name, or after a surname that is not shared."""
    surname = name.split()[-1]
    for form in (name,) if is_shared else (name, surname):
        told = Counter(
            found[1]
            for text in texts
            for found in re.finditer(rf"\b{re.escape(form)}\b[^.!?“”]{{0,80}}?\b({_TELLING})\b", text)
        )
        told.update(
            found[1] for text in texts for found in re.finditer(rf"\b(M(?:rs?|s))\.? {re.escape(form)}\b", text)
        )
        women = sum(count for word, count in told.items() if word in WOMANLY)
        if 2 * women != told.total():
            return WOMEN if 2 * women > told.total() else MEN
    return EITHER


def _capitalised_inside(text: str) -> Iterator[str]:
    """Capitalised words that no sentence begins with, and the whole-capital place of a dateline."""
    for found in WORD.finditer(text):
        word = found[0]
        is_dateline = found.start() == 0 and word.isupper() and len(word) > 3
        if is_dateline or (word[0].isupper() and not is_sentence_start(text, found.start())):
            yield word.capitalize() if is_dateline else word


def _stays(word: str) -> bool:
    return word in TITLES or word in ALWAYS_CAPITAL or word in ORDINARY or _is_acronym(word) or len(word) == 1


def _is_acronym(word: str) -> bool:
    return word.isupper() and 2 <= len(word) <= 5


def _derive(words: dict[str, str], capitals: Iterable[str]) -> None:
    """Sarnese comes from Sarne: what is made from a name is made from its new name the same way."""
    for word in capitals:
        for ending in DERIVED:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 3 and stem in words and word not in sum(COUNTRIES, ()):
                words[word] = words[stem] + ending
                break


def _name_phrases(parties: list[dict[str, object]], words: Mapping[str, str], rng: random.Random) -> dict[str, str]:
    phrases = {}
    for party in parties:
        if party["kind"] not in {"organization", "outlet"}:
            continue
        first = rng.choice(FIRST_WORDS)
        for name in _strings([party]):
            own = [word for word in WORD.findall(name) if word[0].isupper() and word != "The"]
            if len(own) > 1 and not any(word in words for word in own) and not any(map(_is_acronym, own)):
                phrases[name] = re.sub(rf"\b{re.escape(own[0])}\b", first, name, count=1)
    return phrases


def _name_acronyms(
    everything: str,
    parties: list[dict[str, object]],
    words: dict[str, str],
    phrases: Mapping[str, str],
    maker: _Maker,
) -> None:
    """An acronym becomes that of the new name, where the key has the name; else it is made up."""
    for acronym in sorted(
        {word for word in WORD.findall(everything) if _is_acronym(word)} - ALWAYS_CAPITAL - words.keys()
    ):
        if acronym.capitalize() in words:
            continue  # a name in capitals
        for name in _strings(parties):
            if "".join(re.findall(r"[A-Z]", name)) == acronym and name != acronym:
                new = phrases.get(name) or WORD.sub(lambda found: words.get(found[0], found[0]), name)
                words[acronym] = "".join(word[0] for word in WORD.findall(new) if word[0].isupper())
                break
        else:
            words[acronym] = maker.acronym(len(acronym))
