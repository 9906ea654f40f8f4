"""CofeNet's own way of counting (Wang et al., COLING 2022), so that its published table can be stood beside ours.

Each paragraph by itself: its tokens get one label each (BIO by role), and runs of labels are compared, untrimmed. A
content with a gap counts as several spans; each annotator's version of an article counts as an article of its own;
tokens after the 300th of a paragraph are cut off.

What still differs from the published setting: they used CoreNLP's tokens, and ours come from one pattern, which
parts a few abbreviations otherwise (gold and prediction are cut by the same tokens, so this matters only where a
span begins or ends inside a token); their files leave out about one paragraph in fifty that ours keep; and where
attributions overlap, which label a token gets is our choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.quality.attributions import Attribution, Role
from onrecord.quality.score import Tally
from onrecord.vocabulary import Span

MOST_TOKENS = 300

_PARAGRAPH = re.compile(r"\S.*?(?=\n[ \t\r]*\n|\Z)", re.DOTALL)
_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                                   # U.S., p.m.
    | (?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.
    | \d+(?:[.,:/]\d+)*                                    # 1,000.5
    | n['’]t\b | ['’](?:s|m|d|re|ve|ll)\b                  # the tails of don't, it's
    | [^\W_]+?(?=n['’]t\b)
    | [^\W_]+(?:[-&][^\W_]+)*                              # well-known, AT&T
    | \.{2,} | -{2,} | ``|''
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The later is drawn over the earlier: a token has one label, and a cue is what the fewest tokens can do without.
_DRAWN = (Role.CONTENT, Role.SOURCE, Role.CUE)

Run = tuple[int, int]
"""First token and the token after the last."""


def count(text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution], tally: Tally) -> None:
    """Add one annotator's version of one article to the tally, paragraph by paragraph."""
    for paragraph in _paragraphs(text):
        tokens = tuple(tokenize(text, paragraph))[:MOST_TOKENS]
        wanted, found = (label_runs(label_tokens(tokens, side)) for side in (gold, predicted))
        for role in Role:
            _count_runs(role, wanted[role], found[role], tally)


def _count_runs(role: Role, gold: Sequence[Run], predicted: Sequence[Run], tally: Tally) -> None:
    tally.add(f"cofenet exact {role}", len(set(gold) & set(predicted)), len(predicted), len(gold))
    begins = {run[0] for run in gold} & {run[0] for run in predicted}
    tally.add(f"cofenet begin {role}", len(begins), len(predicted), len(gold))
    # Not an F1: the mean, over gold spans and predictions that overlap none (these count 0), of the best overlap.
    best = [max((overlap(wanted, found) for found in predicted), default=0.0) for wanted in gold]
    astray = [found for found in predicted if not any(overlap(found, wanted) for wanted in gold)]
    cases = len(best) + len(astray)
    tally.add(f"cofenet jaccard {role}", sum(best), cases, cases)


def _paragraphs(text: str) -> Iterator[Span]:
    for match in _PARAGRAPH.finditer(text):
        yield Span(match.start(), match.end())


def tokenize(text: str, within: Span) -> Iterator[Span]:
    """The tokens of a stretch of text."""
    for match in _TOKEN.finditer(text, within.start, within.end):
        yield Span(match.start(), match.end())


def label_tokens(tokens: Sequence[Span], attributions: Sequence[Attribution]) -> list[str]:
    """One BIO label for each token; a span takes every token that it touches."""
    labels = ["O"] * len(tokens)
    for role in _DRAWN:
        for piece in (piece for each in attributions for piece in each.pieces(role)):
            touched = [at for at, token in enumerate(tokens) if token.start < piece.end and piece.start < token.end]
            for at in touched:
                labels[at] = f"{'B' if at == touched[0] else 'I'}-{role}"
    return labels


def label_runs(labels: Sequence[str]) -> dict[Role, list[Run]]:
    """The runs of each role; a run begins with a B, and an I after anything else than its own role begins nothing."""
    runs: dict[Role, list[Run]] = {role: [] for role in Role}
    going: Role | None = None
    for at, label in enumerate(labels):
        if label.startswith("B-"):
            going = Role(label[2:])
            runs[going].append((at, at + 1))
        elif going is not None and label == f"I-{going}":
            runs[going][-1] = (runs[going][-1][0], at + 1)
        else:
            going = None
    return runs


def overlap(one: Run, two: Run) -> float:
    """Tokens in both over tokens in either."""
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return shared / (max(one[1], two[1]) - min(one[0], two[0])) if shared > 0 else 0.0
