"""A text as words: each with its place, its sentence, and whether it stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.attribution.quotes import (
    CLOSING_DOUBLE,
    CLOSING_SINGLE,
    DOUBLE,
    OPENING_DOUBLE,
    STRAIGHT_DOUBLE,
    find_quotations,
)
from onrecord.vocabulary import Span

_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Det|Supt|Insp|Pres|Amb|Sec|Rev|Hon|Cllr|Atty|Fr|St|Ste|Mt|Ft"
    "|Jr|Sr|Inc|Ltd|Corp|Co|Bros|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Ave|Blvd|Dept|Univ"
    "|Calif|Tenn|Mass|Conn|Fla|Ala|Ariz|Ark|Colo|Del|Ga|Ill|Ind|Kan|Ky|La|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tex|Va|Vt|Wash|Wis|Wyo"
)
_WORD = re.compile(
    rf"(?:{_ABBREVIATED})\.(?!\w)|(?:[^\W\d_]\.){{2,}}|[A-Z]\.(?=\s+[A-Z])"
    r"|[’'](?:s|S|d|ll|re|ve|m)\b"
    r"|\d{1,3}(?:,\d{3})+(?!\w)"
    r"|\w+(?:(?:[-‐‑./](?=\w)|&(?=[A-Z])|[’'](?!(?:s|S|d|ll|re|ve|m)\b)(?=\w))\w+)*"
    r"|[^\w\s]"
)
_ENDS = frozenset(".!?…")
_OPENERS = frozenset(OPENING_DOUBLE + "‘([:—–-")
_BEFORE_SENTENCE = frozenset(DOUBLE + "‘'([$£€")
_PARAGRAPH = re.compile(r"[\r\n]")
_CLOSING = frozenset(CLOSING_DOUBLE + CLOSING_SINGLE + "\"')]")


class Word(NamedTuple):
    """A word or a mark: where it stands, in which sentence and paragraph, whether quoted, whether it opens a sentence or quotation."""

    start: int
    end: int
    text: str
    lower: str
    sentence: int
    paragraph: int
    quoted: bool
    opens: bool

    @property
    def span(self) -> Span:
        """The characters of the word."""
        return Span(self.start, self.end)

    @property
    def is_capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word and no mark or possessive ending."""
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its words. Positions in `words` are called places; offsets in `text` stay offsets."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    quoted: tuple[Span, ...]

    def place(self, offset: int) -> int:
        """The first word that ends after `offset`."""
        at = bisect_right(self.starts, offset) - 1
        if at >= 0 and self.words[at].end > offset:
            return at
        return at + 1

    def places(self, span: Span) -> range:
        """The words that stand in a span."""
        return range(self.place(span.start), bisect_left(self.starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """From the word at `first` to the one at `last`, both inclusive."""
        return Span(self.words[first].start, self.words[last].end)

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset stands in a quotation in double marks."""
        at = bisect_right(self.quoted, Span(offset, len(self.text) + 1)) - 1
        return at >= 0 and self.quoted[at].start <= offset < self.quoted[at].end

    def lower(self, place: int) -> str:
        """The word at a place in lower case; empty outside the text."""
        return self.words[place].lower if 0 <= place < len(self.words) else ""


def read_page(text: str) -> Page:
    """The words of a text. Quotations of two or three words ("scare quotes") stand in the running text, not outside it."""
    quoted = tuple(q.span for q in find_quotations(text) if q.span.of(text).count(" ") > 3 or not q.closed)
    words = tuple(_words(text, quoted))
    return Page(text, words, tuple(w.start for w in words), quoted)


def _words(text: str, quoted: tuple[Span, ...]) -> Iterator[Word]:
    sentence = paragraph = at = last = 0
    ended = opens = True
    for match in _WORD.finditer(text):
        start, end = match.span()
        token = match.group()
        gap = text[last:start]
        if last and gap and gap != " " and _PARAGRAPH.search(gap):
            paragraph, sentence, ended, opens = paragraph + 1, sentence + 1, False, True
        elif ended and last and gap and (token[0].isupper() or token[0].isdigit() or token[0] in _BEFORE_SENTENCE):
            sentence, ended, opens = sentence + 1, False, True
        elif ended and token not in _CLOSING and token not in _ENDS:
            ended = False
        while at < len(quoted) and quoted[at].end <= start:
            at += 1
        inside = at < len(quoted) and quoted[at].start <= start
        yield Word(start, end, token, token.lower(), sentence, paragraph, inside, opens)
        opens = token[0] in _OPENERS or (token == STRAIGHT_DOUBLE and gap != "") or (opens and not token[0].isalnum())
        ended = ended or token in _ENDS
        last = end
